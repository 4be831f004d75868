// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/deadlines.hpp"

#include "domain/commitment/store.hpp"
#include "domain/desk/addresses.hpp"

namespace kring::commitment {

namespace {

// Five in the afternoon in winter: a day is no moment, and at the end of it nobody is at work.
Time end_of_work(const std::string& day) { return parse_time(day + "T16:00:00.000Z").value(); }

}  // namespace

std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking) {
    const html::Phrases& phrases = asking.site.phrases;
    std::vector<calendar::Deadline> found;
    for (const Commitment& one : own(in, asking.who, asking.when)) {
        if (one.record.is_withdrawn || one.state != State::open) continue;
        calendar::Deadline deadline;
        deadline.id = "commitment-" + one.record.id;
        deadline.title = phrases.say("commitment.deadline", asking.language, {{"what", one.record.title}});
        deadline.about = phrases.say("commitment.deadline_about", asking.language);
        deadline.path = desk::address(asking.language, "/afspraken/{id}", {one.record.id});
        deadline.ends = end_of_work(one.due_on);
        deadline.changed_at = one.record.updated_at;
        found.push_back(std::move(deadline));
    }
    return found;
}

}  // namespace kring::commitment
