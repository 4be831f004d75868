// SPDX-License-Identifier: EUPL-1.2
// Lends connections for reading, opened when first needed. Private to this room.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/engines.hpp"

namespace kring::db {

class Readers {
public:
    /// At most `most` are open at once, at least one.
    Readers(OpenLine open, int most);

    /// Runs the job in a snapshot of its own, waiting for a free connection; once more when the
    /// connection turns out to be lost.
    void run(const std::function<void(Connection&)>& job);

private:
    class Lent;

    std::unique_ptr<Line> take();
    void give_back(std::unique_ptr<Line> line);
    void forget_idle();
    bool try_job(const std::function<void(Connection&)>& job, bool may_repeat);

    OpenLine open_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Line>> idle_;  // last used last, and first lent again
    int may_open_;                             // how many more may be opened
};

}  // namespace kring::db
