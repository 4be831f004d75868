// SPDX-License-Identifier: EUPL-1.2
// For facilitators: what pairing would come to, who is left over and why, and the button.
#include <algorithm>

#include "domain/acquaintance/acts.hpp"
#include "domain/acquaintance/may.hpp"
#include "domain/acquaintance/page_functions.hpp"
#include "domain/acquaintance/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "domain/network/network_view.hpp"
#include "platform/base/text.hpp"

namespace kring::acquaintance {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct PairsPage {
    network::Network network;
    Plan plan;
    std::vector<Round> rounds;
};

Result<PairsPage> read_page(db::Connection& in, const Visit& visit) {
    TRY(network, find_run(in, visit.who, visit.request.part("netwerk")));
    PairsPage page;
    page.plan = plan(in, network.id);
    page.rounds = rounds_of(in, network.id);
    page.network = std::move(network);
    return page;
}

View line(std::string text) {
    View view;
    view.set("text", std::move(text));
    return view;
}

List left_rows(const Visit& visit, const Plan& plan) {
    List rows;
    for (const Wisher& one : plan.wishers) {
        const auto& left = plan.matching.left;
        const auto found = std::find_if(left.begin(), left.end(),
                                        [&](const auto& other) { return other.first == one.person; });
        if (found == left.end()) continue;
        rows.push_back(
            line(visit.say("acquaintance.left." + std::string(word(found->second)), {{"person", one.name}})));
    }
    return rows;
}

List round_rows(const Visit& visit, const std::vector<Round>& rounds) {
    List rows;
    for (const Round& round : rounds)
        rows.push_back(line(visit.say("acquaintance.pairs.round",
                                      {{"moment", visit.site.phrases.moment(round.paired_at, visit.language)},
                                       {"groups", std::to_string(round.groups)},
                                       {"count", std::to_string(round.people)}})));
    return rows;
}

}  // namespace

web::Response show_pairs(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const network::Network& network = page->network;
    const Plan& plan = page->plan;
    const std::size_t joined = plan.wishers.size();
    const std::size_t paired = joined - plan.matching.left.size();
    const std::int64_t others = plan.members - static_cast<std::int64_t>(joined);
    desk::Frame frame;
    frame.title = visit.say("acquaintance.pairs");
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, network);
    frame.crumbs.push_back({visit.say("acquaintance.title"),
                            desk::address(visit, "/netwerken/{netwerk}/kennismaken", {network.id})});
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = network::visible_to_facilitators(visit, network);
    View view;
    view.set("joined", visit.say("acquaintance.pairs.joined", {{"count", std::to_string(joined)}}))
        .set("others", visit.say("acquaintance.pairs.others", {{"count", std::to_string(others)}}))
        .set("paired", visit.say("acquaintance.pairs.paired",
                                 {{"count", std::to_string(paired)},
                                  {"groups", std::to_string(plan.matching.groups.size())}}))
        .set("left", left_rows(visit, plan))
        .set("may_pair", !plan.matching.groups.empty())
        .set("number", std::to_string(plan.number))
        .set("action", desk::address(visit, "/netwerken/{netwerk}/kennismaken/paren", {network.id}))
        .set("rounds", round_rows(visit, page->rounds));
    return desk::show(visit, frame, "acquaintance_pairs", std::move(view));
}

web::Response post_pairs(const Visit& visit) {
    const std::string network(visit.request.part("netwerk"));
    std::int64_t number = 0;
    // What is no number is no next round either.
    (void)read_number(visit.request.field("number"), 1, 1'000'000, number);
    const auto done = visit.write([&](const Act& act) { return pair(act, network, number); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/netwerken/{netwerk}/kennismaken/paren", {network}),
                    "acquaintance_paired");
}

}  // namespace kring::acquaintance
