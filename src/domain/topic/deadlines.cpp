// SPDX-License-Identifier: EUPL-1.2
#include "domain/topic/deadlines.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/topic/may.hpp"
#include "domain/topic/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::topic {

std::vector<calendar::Deadline> deadlines(db::Connection& in, const calendar::Asking& asking) {
    std::vector<std::string> networks;
    for (const Membership& membership : asking.who.memberships) networks.push_back(membership.network);
    std::vector<calendar::Deadline> found;
    for (const Round& round : open_rounds(in, networks, asking.when)) {
        if (!may_vote(in, asking.who, round, asking.when)) continue;
        const auto series = workshop::find_series(in, round.series).value();
        const html::PhraseValues values = {{"series", in_language(series.name, asking.language).text}};
        calendar::Deadline deadline;
        deadline.id = "topics-" + round.id;
        deadline.title = asking.site.phrases.say("topic.deadline", asking.language, values);
        deadline.about = asking.site.phrases.say("topic.deadline_about", asking.language, values);
        deadline.path = desk::address(asking.language, "/netwerken/{netwerk}/reeksen/{nummer}/onderwerpen",
                                      {series.network, std::to_string(series.number)});
        deadline.ends = round.closes_at;
        deadline.changed_at = round.opened_at;
        found.push_back(std::move(deadline));
    }
    return found;
}

}  // namespace kring::topic
