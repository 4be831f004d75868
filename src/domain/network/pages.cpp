// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/pages.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/network/forms.hpp"
#include "domain/network/may.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/people/people.hpp"

namespace kring::network {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct ProgrammePage {
    std::optional<Programme> programme;
    std::vector<Network> networks;
    std::vector<std::pair<std::string, std::int64_t>> counts;
};

ProgrammePage read_programme_page(db::Connection& in, const Actor& who, std::string_view id) {
    ProgrammePage page;
    page.programme = find_programme(in, id);
    for (Network& network : all(in, who)) {
        if (network.programme == id) page.networks.push_back(std::move(network));
    }
    page.counts = member_counts(in);
    return page;
}

View programme_view(const Visit& visit, const ProgrammePage& page) {
    const Programme& programme = *page.programme;
    List cards;
    for (const Network& network : page.networks) {
        cards.push_back(card(visit, network, members_in_words(visit, page.counts, network.id)));
    }
    View view;
    set_worded(view, "name", programme.name, visit.language);
    set_prose(view, "goals", programme.goals, visit.language, 3);
    view.set("funder", programme.funder)
        .set("budget_line", programme.budget_line)
        .set("period", period_in_words(visit, programme.starts, programme.ends))
        .set("networks", std::move(cards))
        .set("may_edit", may_make_programme(visit.who))
        .set("edit_href", desk::address(visit, "/programmas/{id}/bewerken", {programme.id}))
        .set("new_network_href", desk::address(visit, "/netwerken/nieuw") + "?programma=" + programme.id)
        .set("empty_text", visit.say("network.programme.no_networks"))
        .set("empty_href", "")
        .set("empty_label", "");
    return view;
}

// A programme has no audience of its own: whoever may see one of its networks may see what pays for it.
web::Response show_programme(const Visit& visit) {
    const ProgrammePage page = visit.read(
        [&](db::Connection& in) { return read_programme_page(in, visit.who, visit.request.part("id")); });
    if (!page.programme || (page.networks.empty() && !may_make_programme(visit.who)))
        return desk::not_found(visit);
    bool is_open = false;
    for (const Network& network : page.networks) is_open = is_open || network.is_open;
    desk::Frame frame;
    frame.title = in_language(page.programme->name, visit.language).text;
    frame.section = "netwerken";
    frame.crumbs = {{visit.say("menu.networks"), desk::address(visit, "/netwerken")}, {frame.title, ""}};
    if (is_open)
        frame.visible_for = desk::visible_to_everyone();
    else if (page.networks.empty())
        frame.visible_for = desk::visible_to_administrators();
    else
        frame.visible_for = {"network.visible.programme", {}};
    return desk::show(visit, frame, "network_programme", programme_view(visit, page));
}

View badge(const std::string& label) {
    View view;
    view.set("label", label).set("tone", "");
    return view;
}

View member_view(const Visit& visit, const Member& member) {
    List badges;
    if (member.membership.is_facilitator) badges.push_back(badge(visit.say("network.role.facilitator")));
    if (member.membership.is_editor) badges.push_back(badge(visit.say("network.role.editor")));
    if (member.membership.is_expert) badges.push_back(badge(visit.say("network.role.expert")));
    const bool has_both = !member.job.empty() && !member.organisation.empty();
    View view;
    view.set("name", member.name)
        .set("about", member.job + (has_both ? ", " : "") + member.organisation)
        .set("badges", std::move(badges));
    return view;
}

List member_groups(const Visit& visit, const std::vector<Member>& members) {
    List groups;
    for (const Side side : {Side::purchaser, Side::adviser, Side::supplier}) {
        List rows;
        for (const Member& member : members) {
            if (member.membership.side == side) rows.push_back(member_view(visit, member));
        }
        if (rows.empty()) continue;
        View group;
        group.set("heading", visit.say("network.members." + std::string(people::word(side))))
            .set("count", rows.size())
            .set("members", std::move(rows));
        groups.push_back(std::move(group));
    }
    return groups;
}

web::Response show_members(const Visit& visit) {
    const auto network = visit.read(
        [&](db::Connection& in) { return find_visible(in, visit.who, visit.request.part("netwerk")); });
    if (!network || !may_see_members(visit.who, network->id)) return desk::not_found(visit);
    const auto members = visit.read([&](db::Connection& in) { return members_of(in, network->id); });
    desk::Frame frame;
    frame.title = visit.say("network.members.title", {{"network", name(*network, visit.code())}});
    frame.section = "netwerken";
    frame.crumbs = crumbs_to(visit, *network);
    frame.crumbs.push_back({visit.say("network.members.crumb"), ""});
    frame.visible_for = {"network.visible.members", {{"network", name(*network, visit.code())}}};
    View view;
    view.set("groups", member_groups(visit, members))
        .set("may_manage", visit.who.is_administrator)
        .set("manage_href", desk::address(visit, "/beheer/mensen") + "?netwerk=" + network->id)
        .set("empty_text", visit.say("network.members.none"))
        .set("empty_href", "")
        .set("empty_label", "");
    return desk::show(visit, frame, "network_members", std::move(view));
}

}  // namespace

std::vector<desk::Route> routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/programmas/nieuw", new_programme, Rule::administrator},
        {Method::post, "/programmas/nieuw", post_new_programme, Rule::administrator},
        {Method::get, "/programmas/{id}", show_programme, Rule::everyone},
        {Method::get, "/programmas/{id}/bewerken", edit_programme, Rule::administrator},
        {Method::post, "/programmas/{id}/bewerken", post_programme, Rule::administrator},
        {Method::get, "/netwerken/nieuw", new_network, Rule::administrator},
        {Method::post, "/netwerken/nieuw", post_new_network, Rule::administrator},
        {Method::get, "/netwerken/{netwerk}/bewerken", edit_network, Rule::signed_in},
        {Method::post, "/netwerken/{netwerk}/bewerken", post_network, Rule::signed_in},
        {Method::get, "/netwerken/{netwerk}/leden", show_members, Rule::signed_in},
    };
}

}  // namespace kring::network
