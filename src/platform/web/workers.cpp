// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/workers.hpp"

#include <algorithm>

namespace kring::web {
namespace {

constexpr int looks_before_sleep = 40;  // some 20 microseconds, about what a wake-up costs

}  // namespace

Workers::Workers(int threads, std::size_t queue_most) : queue_most_(queue_most) {
    for (int i = 0; i < std::max(1, threads); ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() { finish(); }

/// Under the lock: whether a sleeper must be called for the work at hand. One at a time; it calls
/// the next itself when it finds more work than its own.
bool Workers::wake_one_more() {
    if (queue_.empty() || searching_ > 0 || sleeping_ == calls_) return false;
    ++searching_;
    ++calls_;
    return true;
}

bool Workers::hand(std::unique_ptr<Job>& job) {
    bool is_called = false;
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= queue_most_ || is_ending_) return false;
        queue_.push_back(std::move(job));
        queued_ = queue_.size();
        is_called = wake_one_more();
    }
    if (is_called) woken_.notify_one();
    return true;
}

void Workers::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    woken_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
}

/// Takes a job if there is one, and calls for help if there are more.
std::unique_ptr<Job> Workers::next(bool& is_searching) {
    std::unique_ptr<Job> job;
    bool is_called = false;
    {
        const std::lock_guard lock(mutex_);
        if (queue_.empty()) return job;
        job = std::move(queue_.front());
        queue_.pop_front();
        queued_ = queue_.size();
        if (is_searching) --searching_;
        is_searching = false;
        is_called = wake_one_more();
    }
    if (is_called) woken_.notify_one();
    return job;
}

void Workers::work() {
    bool is_searching = false;
    while (true) {
        while (const auto job = next(is_searching)) job->run();

        std::unique_lock lock(mutex_);
        if (!is_searching && searching_ == 0) {
            is_searching = true;
            ++searching_;
        }
        lock.unlock();
        for (int look = 0; is_searching && look < looks_before_sleep && queued_ == 0; ++look) {
            std::this_thread::yield();
        }
        lock.lock();
        if (!queue_.empty()) continue;
        if (is_searching) --searching_;
        is_searching = false;
        if (is_ending_) return;
        ++sleeping_;
        woken_.wait(lock, [this] { return calls_ > 0 || is_ending_; });
        --sleeping_;
        if (calls_ == 0) continue;
        --calls_;
        is_searching = true;  // whoever called counted us in
    }
}

}  // namespace kring::web
