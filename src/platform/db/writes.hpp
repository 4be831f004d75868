// SPDX-License-Identifier: EUPL-1.2
// Gathers the writes of all threads: one of the waiting threads runs every job that waits in one
// transaction, each in its own savepoint, and commits once. A disk that can do 1,000 fsyncs a
// second then carries many more writes than that. Private to this room.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/engines.hpp"

namespace kring::db {

class Writes {
public:
    using Job = std::function<bool(Connection&)>;

    /// Opens the line at once; throws Error when that fails.
    explicit Writes(OpenLine open);

    /// Returns after the job's changes are durable, or undone because it returned false. Throws
    /// what the job threw, after undoing it, or Error when the transaction failed as a whole.
    void run(const Job& job);

private:
    /// A caller that waits; lives on its stack.
    struct Ticket {
        const Job* job;
        std::exception_ptr failure;
        bool is_done = false;
        std::condition_variable turn;
    };
    /// Moves the first of those waiting into the batch.
    void take_batch();
    /// Runs the batch, once more when it was lost on the way or collided with another writer.
    void run_batch() noexcept;
    /// False when it must be run again.
    bool try_batch(bool may_repeat);
    /// Runs one job; throws Error when not the job but the whole transaction broke.
    void run_job(Ticket& ticket, bool may_repeat);
    void fail_batch(Fault fault, const std::string& message) noexcept;

    std::mutex mutex_;
    std::deque<Ticket*> waiting_;  // guarded by the mutex
    bool has_leader_ = false;      // guarded by the mutex

    // The leader's alone:
    OpenLine open_;
    std::unique_ptr<Line> line_;
    std::vector<Ticket*> batch_;
    std::string_view next_savepoint_;  // what to say before the next job; nothing when one stands unused
};

}  // namespace kring::db
