// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/deadlines.hpp"

#include "domain/contribution/store.hpp"
#include "domain/desk/addresses.hpp"

namespace kring::contribution {

std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking) {
    const html::Phrases& phrases = asking.site.phrases;
    std::vector<calendar::Deadline> found;
    for (const chain::Record& record : own(in, asking.who, asking.when)) {
        if (!record.is_withdrawn) continue;
        const std::string on = phrases.long_date(amsterdam_day(*record.withdrawn_at), asking.language);
        calendar::Deadline deadline;
        deadline.id = "undo-" + record.id;
        deadline.title =
            phrases.say("contribution.deadline.undo", asking.language, {{"title", record.title}});
        deadline.about = phrases.say("contribution.deadline.undo_about", asking.language, {{"on", on}});
        deadline.path = desk::address(asking.language, "/mijn");
        deadline.ends = *record.withdrawn_at + chain::undo_ms;
        deadline.changed_at = *record.withdrawn_at;
        found.push_back(std::move(deadline));
    }
    return found;
}

}  // namespace kring::contribution
