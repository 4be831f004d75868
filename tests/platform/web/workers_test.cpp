// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/workers.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <future>

namespace kring::web {
namespace {

class Task final : public Job {
public:
    explicit Task(std::function<void()> task) : task_(std::move(task)) {}
    void run() noexcept override { task_(); }

private:
    std::function<void()> task_;
};

bool hand(Workers& workers, std::function<void()> task) {
    std::unique_ptr<Job> job = std::make_unique<Task>(std::move(task));
    return workers.hand(job);
}

TEST(Workers, do_every_job_they_are_handed) {
    std::atomic<int> done{0};
    Workers workers(4, 100'000);
    std::vector<std::thread> callers;
    for (int t = 0; t < 4; ++t) {
        callers.emplace_back([&] {
            for (int i = 0; i < 10'000; ++i) EXPECT_TRUE(hand(workers, [&] { ++done; }));
        });
    }
    for (std::thread& caller : callers) caller.join();
    workers.finish();
    EXPECT_EQ(done, 40'000);
}

TEST(Workers, work_at_the_same_time) {
    // Each job waits for all others: fewer threads than jobs would wait for ever.
    constexpr int together = 8;
    for (int round = 0; round < 50; ++round) {
        Workers workers(together, 100);
        std::promise<void> all_here;
        std::shared_future<void> signal = all_here.get_future().share();
        std::atomic<int> here{0};
        for (int i = 0; i < together; ++i) {
            hand(workers, [&, signal] {
                if (++here == together) all_here.set_value();
                signal.wait();
            });
        }
        signal.wait();
        workers.finish();
        EXPECT_EQ(here, together);
    }
}

TEST(Workers, wake_for_a_job_that_comes_late) {
    Workers workers(2, 10);
    for (int i = 0; i < 200; ++i) {
        std::promise<void> done;
        hand(workers, [&] { done.set_value(); });
        ASSERT_EQ(done.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
        if (i % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));  // until they sleep
    }
}

TEST(Workers, refuse_what_is_too_much) {
    std::promise<void> go;
    std::shared_future<void> signal = go.get_future().share();
    std::promise<void> begun;
    std::atomic<int> done{0};
    Workers workers(1, 2);
    ASSERT_TRUE(hand(workers, [&] {
        begun.set_value();
        signal.wait();
    }));
    begun.get_future().wait();
    EXPECT_TRUE(hand(workers, [&] { ++done; }));
    EXPECT_TRUE(hand(workers, [&] { ++done; }));
    EXPECT_FALSE(hand(workers, [&] { ++done; }));
    go.set_value();
    workers.finish();
    EXPECT_EQ(done, 2);
    EXPECT_FALSE(hand(workers, [&] { ++done; }));
}

}  // namespace
}  // namespace kring::web
