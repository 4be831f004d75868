// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/may.hpp"
#include "domain/contribution/store.hpp"
#include "domain/preparation/acts.hpp"

namespace kring::preparation {

namespace {

constexpr int questions_max = 100;

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

std::vector<Discussable> discussables(db::Connection& in, const Actor& actor, std::string_view workshop,
                                      Time when) {
    contribution::Filter filter;
    filter.workshop = workshop;
    filter.order = "votes";
    filter.per_page = questions_max;
    std::vector<Discussable> found;
    for (const contribution::Question& one : contribution::questions(in, actor, filter, when).things) {
        if (one.record.is_withdrawn) continue;
        const bool may_vote = contribution::may_vote(actor, one.record);
        found.push_back({one.record.id, one.record.title, one.record.language, one.votes, !may_vote,
                         may_vote && contribution::has_voted(in, actor, one.record.id)});
    }
    return found;
}

Result<Done> choose_to_discuss(const Act& act, std::string_view workshop,
                               const std::vector<std::string>& shown,
                               const std::vector<std::string>& chosen) {
    TRY(record, chain::find_readable(act.in, act.who, workshop, act.when));
    if (record.kind != chain::Kind::workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!act.who.is_member(record.network)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    for (const Discussable& one : discussables(act.in, act.who, record.id, act.when)) {
        const bool is_chosen = holds(chosen, one.id);
        if (one.is_own || !holds(shown, one.id) || is_chosen == one.is_chosen) continue;
        TRY_DONE(is_chosen ? contribution::vote(act, one.id) : contribution::take_vote_back(act, one.id));
    }
    return Done{};
}

}  // namespace kring::preparation
