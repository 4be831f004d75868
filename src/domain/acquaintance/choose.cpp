// SPDX-License-Identifier: EUPL-1.2
#include "domain/acquaintance/acts.hpp"
#include "domain/acquaintance/may.hpp"
#include "domain/acquaintance/store.hpp"

namespace kring::acquaintance {

Result<Done> choose(const Act& act, std::string_view id, const Wish& wish) {
    TRY(network, find_own(act.in, act.who, id));
    if (Problems problems = problems_of(wish); !problems.empty()) return problems;
    put_wish(act.in, network.id, act.who.person, wish, act.when);
    journal::record(act, "acquaintance.chosen", network.id);
    return Done{};
}

Result<Done> stop(const Act& act, std::string_view id) {
    TRY(network, find_own(act.in, act.who, id));
    if (drop_wish(act.in, network.id, act.who.person))
        journal::record(act, "acquaintance.stopped", network.id);
    return Done{};
}

}  // namespace kring::acquaintance
