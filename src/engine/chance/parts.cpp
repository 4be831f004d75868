// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

/// Parts of a work, taken one by one by whoever is free.
class Work {
public:
    Work(std::size_t parts, const std::function<void(std::size_t)>& work, const Progress& progress)
        : parts_(parts), work_(work), progress_(progress) {}

    void run() {
        for (std::size_t part = next_++; part < parts_ && !stopped_; part = next_++) {
            try {
                work_(part);
                tell();
            } catch (...) {
                const std::lock_guard lock(mutex_);
                if (!failure_) failure_ = std::current_exception();
                stopped_ = true;
            }
        }
    }

    bool finish() const {
        if (failure_) std::rethrow_exception(failure_);
        return !stopped_;
    }

private:
    void tell() {
        if (!progress_) return;
        const std::lock_guard lock(mutex_);
        if (!stopped_ && !progress_(++done_, parts_)) stopped_ = true;
    }

    std::size_t parts_;
    const std::function<void(std::size_t)>& work_;
    const Progress& progress_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> stopped_ = false;
    std::mutex mutex_;
    std::size_t done_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

bool for_each_part(std::size_t parts, unsigned threads, const std::function<void(std::size_t)>& work,
                   const Progress& progress) {
    Work shared(parts, work, progress);
    std::vector<std::jthread> others;
    for (std::size_t other = 1; other < std::min<std::size_t>(threads, parts); ++other) {
        others.emplace_back([&shared] { shared.run(); });
    }
    shared.run();
    others.clear();  // waits for them
    return shared.finish();
}

}  // namespace kring::chance
