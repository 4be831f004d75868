// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/readers.hpp"

#include <algorithm>
#include <utility>

namespace kring::db {

/// Brings the line back when its use ends, however it ends.
class Readers::Lent {
public:
    explicit Lent(Readers& from) : from_(from), line_(from.take()) {}
    ~Lent() {
        line_->undo();
        from_.give_back(std::move(line_));
    }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    Line& line() { return *line_; }

private:
    Readers& from_;
    std::unique_ptr<Line> line_;
};

Readers::Readers(OpenLine open, int most) : open_(std::move(open)), may_open_(std::max(most, 1)) {
    idle_.reserve(static_cast<std::size_t>(may_open_));
}

void Readers::run(const std::function<void(Connection&)>& job) {
    if (try_job(job, true)) return;
    // What broke one line, a restart or a change of primary, broke the others as well.
    forget_idle();
    try_job(job, false);
}

bool Readers::try_job(const std::function<void(Connection&)>& job, bool may_repeat) {
    Lent lent(*this);
    Line& line = lent.line();
    try {
        line.begin_read();
        job(line);
    } catch (...) {
        if (may_repeat && line.is_lost()) return false;
        throw;
    }
    if (!line.is_lost()) return true;
    if (may_repeat) return false;
    throw Error(Fault::connection, "lost the connection during a read");
}

std::unique_ptr<Line> Readers::take() {
    {
        std::unique_lock lock(mutex_);
        freed_.wait(lock, [this] { return !idle_.empty() || may_open_ > 0; });
        if (!idle_.empty()) {
            std::unique_ptr<Line> line = std::move(idle_.back());
            idle_.pop_back();
            return line;
        }
        --may_open_;
    }
    try {
        return open_();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Readers::give_back(std::unique_ptr<Line> line) {
    {
        const std::lock_guard lock(mutex_);
        if (line && !line->is_lost()) {
            idle_.push_back(std::move(line));
        } else {
            ++may_open_;
        }
    }
    freed_.notify_one();
}

void Readers::forget_idle() {
    std::vector<std::unique_ptr<Line>> forgotten;
    {
        const std::lock_guard lock(mutex_);
        may_open_ += static_cast<int>(idle_.size());
        forgotten.swap(idle_);
    }
    freed_.notify_all();
}

}  // namespace kring::db
