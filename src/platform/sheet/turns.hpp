// SPDX-License-Identifier: EUPL-1.2
// How many readings of a table run at once in this process: each may take some 250 MB, so that some files
// sent at the same moment would else take all memory. Private to platform/sheet.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace kring::sheet {

class Turns {
public:
    explicit Turns(std::size_t most) : free_(most) {}

    /// Held as long as one works; waits until one of the `most` turns is free.
    class Turn {
    public:
        explicit Turn(Turns& turns) : turns_(turns) {
            std::unique_lock lock(turns_.mutex_);
            turns_.freed_.wait(lock, [this] { return turns_.free_ > 0; });
            --turns_.free_;
        }
        ~Turn() {
            {
                const std::lock_guard lock(turns_.mutex_);
                ++turns_.free_;
            }
            turns_.freed_.notify_one();
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

    private:
        Turns& turns_;
    };

private:
    std::mutex mutex_;
    std::condition_variable freed_;
    std::size_t free_;
};

}  // namespace kring::sheet
