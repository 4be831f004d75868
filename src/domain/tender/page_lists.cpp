// SPDX-License-Identifier: EUPL-1.2
// Drafts in a list, and one draft's own page.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/tender/acts.hpp"
#include "domain/tender/may.hpp"
#include "domain/tender/page_functions.hpp"
#include "domain/tender/store.hpp"
#include "domain/tender/tender_view.hpp"
#include "platform/html/markdown.hpp"

namespace kring::tender {

namespace {

using desk::Visit;
using html::List;
using html::View;

std::string new_address(const Visit& visit, std::string_view network) {
    return desk::address(visit, "/netwerken/{netwerk}/aanbestedingen/nieuw", {network});
}

List rows_of(const Visit& visit, const std::vector<Listed>& all) {
    List rows;
    for (const Listed& one : all) {
        View row = desk::record_row(visit, one.record);
        const std::string weight =
            amount_in_words((share(one.green_weight, one.weight) + 50) / 100, 1, 0, visit.language);
        row.set("about", visit.say("tender.row.about",
                                   {{"share", weight}, {"formula", formula_in_words(visit, one.formula)}}));
        rows.push_back(std::move(row));
    }
    return rows;
}

struct NetworkDoor {
    std::string id;
    std::string name;
};

// Where the visitor may begin a draft.
std::vector<NetworkDoor> doors_of(db::Connection& in, const Visit& visit) {
    std::vector<NetworkDoor> doors;
    for (const Membership& one : visit.who.memberships) {
        if (!may_draft(visit.who, one.network)) continue;
        const auto network = network::find(in, one.network);
        if (network) doors.push_back({one.network, network::name(*network, visit.code())});
    }
    return doors;
}

web::Response show_list(const Visit& visit, desk::Frame frame, const std::vector<Listed>& all,
                        const std::vector<NetworkDoor>& doors) {
    List links;
    for (const NetworkDoor& door : doors) {
        links.push_back(network::link(new_address(visit, door.id),
                                      doors.size() == 1
                                          ? visit.say("tender.make")
                                          : visit.say("tender.make_in", {{"network", door.name}})));
    }
    View view;
    view.set("rows", rows_of(visit, all))
        .set("doors", std::move(links))
        .set("empty_text", visit.say("tender.list.none"))
        .set("empty_href", "")
        .set("empty_label", "");
    return desk::show(visit, frame, "tender_list", std::move(view));
}

void set_links(View& view, const Visit& visit, const Place& place) {
    const std::string& id = place.tender.record.id;
    List steps;
    const auto step = [&](std::string_view rest, std::string_view phrase) {
        steps.push_back(network::link(tender_address(visit, id, rest), visit.say(phrase)));
    };
    step("/bewerken", "tender.step.about");
    step("/criteria", "tender.step.criteria");
    step("/formule", "tender.step.formula");
    step("/markt", "tender.step.market");
    step("/verwachting", "tender.step.expected");
    step("/offertes", "tender.step.bids");
    view.set("steps", std::move(steps))
        .set("simulator_href", tender_address(visit, id, "/simulator"))
        .set("copy_href", tender_address(visit, id, "/kopie"))
        .set("withdraw_href", tender_address(visit, id, "/intrekking"))
        .set("restore_href", tender_address(visit, id, "/herstel"));
}

List guides_of(const Visit& visit, const Tender& tender) {
    List guides;
    for (const Criterion& one : tender.criteria) {
        Problems ignored;
        const auto language = tender.record.language == "en" ? html::Language::en : html::Language::nl;
        List levels;
        for (const Level& level : levels_of(one.guide, language, "", ignored)) {
            View row;
            row.set("points", amount_in_words(level.points, 3, 0, visit.language)).set("earns", level.earns);
            levels.push_back(std::move(row));
        }
        if (levels.empty()) continue;
        View guide;
        guide.set("name", one.name).set("levels", std::move(levels));
        guides.push_back(std::move(guide));
    }
    return guides;
}

web::Response here(const Visit& visit, std::string_view rest = "", std::string_view message = "") {
    return desk::go(visit, tender_address(visit, visit.request.part("id"), rest), message);
}

}  // namespace

web::Response list_all(const Visit& visit) {
    const auto all =
        visit.read([&](db::Connection& in) { return readable_ones(in, visit.who, "", visit.when); });
    const auto doors = visit.read([&](db::Connection& in) { return doors_of(in, visit); });
    desk::Frame frame;
    frame.title = visit.say("tender.list");
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = visit.who.is_signed_in() ? desk::visible_to_you() : desk::visible_to_everyone();
    return show_list(visit, std::move(frame), all, doors);
}

web::Response list_of_network(const Visit& visit) {
    const auto network = visit.read([&](db::Connection& in) {
        return network::find_visible(in, visit.who, visit.request.part("netwerk"));
    });
    if (!network) return desk::trouble(visit, network.problems());
    const auto all =
        visit.read([&](db::Connection& in) { return readable_ones(in, visit.who, network->id, visit.when); });
    std::vector<NetworkDoor> doors;
    if (may_draft(visit.who, network->id)) doors.push_back({network->id, ""});
    desk::Frame frame;
    frame.title = visit.say("tender.list");
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, *network);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for =
        visit.who.is_signed_in() ? desk::visible_to_you() : network::visible_for(visit, *network);
    return show_list(visit, std::move(frame), all, doors);
}

web::Response show_tender(const Visit& visit) {
    const auto place = visit.read([&](db::Connection& in) { return find_place(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    const Tender& tender = place->tender;
    const bool is_own = visit.who.is_signed_in() && tender.record.owner == visit.who.person;
    View view;
    set_links(view, visit, *place);
    view.set("language", tender.record.language)
        .set("subject", html::markdown(tender.subject, 3))
        .set("procedure", html::markdown(tender.procedure, 3))
        .set("owner", desk::byline(visit, tender.record))
        .set("formula", formula_in_words(visit, tender.scoring.formula))
        .set("ties", visit.say("tender.ties." + std::string(word(tender.scoring.ties))))
        .set("criteria", criteria_table(visit, tender).view())
        .set("guides", guides_of(visit, tender))
        .set("warnings", warnings_view(visit, warnings_of(tender, place->has_bids && is_own, visit.language)))
        .set("may_change", may_change(visit.who, tender.record))
        .set("may_copy", may_draft(visit.who, tender.record.network) && !tender.record.is_withdrawn)
        .set("may_withdraw",
             !tender.record.is_withdrawn && (is_own || visit.who.is_facilitator(tender.record.network)))
        .set("may_restore", tender.record.is_withdrawn)
        .set("source", desk::source_view(visit, tender.record))
        .set("has_source", !tender.record.source.title.empty())
        .set("chain", desk::chain_view(visit, tender.record));
    return desk::show(visit, frame_of(visit, *place), "tender_show", std::move(view));
}

web::Response post_copy(const Visit& visit) {
    const auto id = visit.write([&](const Act& act) { return copy(act, visit.request.part("id")); });
    if (!id) return desk::trouble(visit, id.problems());
    return desk::go(visit, tender_address(visit, *id), "tender_copied");
}

web::Response post_withdrawal(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return withdraw(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "withdrawn");
}

web::Response post_restoration(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return restore(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return here(visit, "", "restored");
}

}  // namespace kring::tender
