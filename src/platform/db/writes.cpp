// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/writes.hpp"

#include <algorithm>
#include <utility>

namespace kring::db {
namespace {

constexpr std::size_t most_jobs = 256;  // in one transaction, so that nobody waits for too many others

}  // namespace

Writes::Writes(OpenLine open) : open_(std::move(open)), line_(open_()) { batch_.reserve(most_jobs); }

void Writes::run(const Job& job) {
    Ticket mine;
    mine.job = &job;
    std::unique_lock lock(mutex_);
    waiting_.push_back(&mine);
    while (!mine.is_done) {
        if (has_leader_ || waiting_.front() != &mine) {
            mine.turn.wait(lock);
            continue;
        }
        has_leader_ = true;
        take_batch();
        lock.unlock();
        run_batch();
        lock.lock();
        has_leader_ = false;
        // Notified under the lock: a ticket is gone as soon as its owner may look.
        for (Ticket* ticket : batch_) {
            ticket->is_done = true;
            ticket->turn.notify_one();
        }
        if (!waiting_.empty()) waiting_.front()->turn.notify_one();
    }
    lock.unlock();
    if (mine.failure) std::rethrow_exception(mine.failure);
}

void Writes::take_batch() {
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_jobs));
    batch_.assign(waiting_.begin(), end);
    waiting_.erase(waiting_.begin(), end);
}

void Writes::run_batch() noexcept {
    if (!try_batch(true)) try_batch(false);
}

bool Writes::try_batch(bool may_repeat) {
    bool is_committing = false;
    try {
        for (Ticket* ticket : batch_) ticket->failure = nullptr;
        if (!line_) line_ = open_();
        line_->begin_write();
        next_savepoint_ = batch_.size() > 1 ? "SAVEPOINT job" : "";
        for (Ticket* ticket : batch_) run_job(*ticket, may_repeat);
        is_committing = true;
        if (line_->is_in_transaction()) line_->commit();
    } catch (const Error& error) {
        if (line_) line_->undo();
        const bool is_lost = !line_ || line_->is_lost();
        if (is_lost) line_.reset();
        // Once COMMIT was sent nobody knows what came of it, and a second time may be one too many.
        const bool is_harmless = (is_lost && !is_committing) || error.fault() == Fault::serialization;
        if (may_repeat && is_harmless) return false;
        fail_batch(error.fault(), error.what());
    } catch (const std::exception& broken) {
        if (line_) line_->undo();
        fail_batch(Fault::other, broken.what());
    }
    return true;
}

void Writes::run_job(Ticket& ticket, bool may_repeat) {
    if (!next_savepoint_.empty()) line_->control(next_savepoint_);
    line_->has_failed = false;
    bool is_kept = false;
    try {
        is_kept = (*ticket.job)(*line_);
        if (is_kept && line_->has_failed) {
            is_kept = false;
            throw Error(Fault::other, "a write went on after one of its statements had failed");
        }
    } catch (const Error& error) {
        if (may_repeat && error.fault() == Fault::serialization) throw;
        ticket.failure = std::current_exception();
    } catch (...) {
        ticket.failure = std::current_exception();
    }
    if (line_->is_lost()) throw Error(Fault::connection, "lost the connection during a write");
    if (!line_->is_in_transaction()) {
        // SQLite gives up a whole transaction when the disk is full or fails; the others lost theirs too.
        if (ticket.failure) std::rethrow_exception(ticket.failure);
        throw Error(Fault::other, "a write ended its own transaction");
    }
    if (batch_.size() == 1) {
        if (!is_kept) line_->undo();
        return;
    }
    // Said together with the next one, the release costs no journey of its own; COMMIT does the last.
    next_savepoint_ = is_kept ? "RELEASE job; SAVEPOINT job" : "";
    if (!is_kept) line_->control("ROLLBACK TO job");
}

void Writes::fail_batch(Fault fault, const std::string& message) noexcept {
    // Each gets an exception of its own: their threads will read and drop them at the same time.
    for (Ticket* ticket : batch_)
        ticket->failure = std::make_exception_ptr(Error(fault, std::string(message.c_str())));
}

}  // namespace kring::db
