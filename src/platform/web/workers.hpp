// SPDX-License-Identifier: EUPL-1.2
// The threads on which pages are made, away from the io threads: a page may wait for the database
// without keeping a thousand others from being read. The queue is bounded; waking a sleeping
// thread costs more than a small page, so one that looks for work is never joined by a second.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace kring::web {

/// One piece of work; it must not throw.
class Job {
public:
    virtual ~Job() = default;
    virtual void run() noexcept = 0;
};

class Workers {
public:
    Workers(int threads, std::size_t queue_most);
    ~Workers();  ///< finishes first
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when `queue_most` jobs wait already; then the job stays the caller's.
    bool hand(std::unique_ptr<Job>& job);

    /// Runs what is queued, and waits until every thread has ended.
    void finish();

private:
    void work();
    std::unique_ptr<Job> next(bool& is_searching);
    bool wake_one_more();

    const std::size_t queue_most_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<std::unique_ptr<Job>> queue_;
    std::atomic<std::size_t> queued_{0};  ///< size of the queue, for a look without the lock
    int sleeping_ = 0;
    int searching_ = 0;  ///< awake without a job, or about to be: 0 or 1
    int calls_ = 0;      ///< sleepers called, not yet awake
    bool is_ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace kring::web
