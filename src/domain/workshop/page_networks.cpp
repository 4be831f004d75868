// SPDX-License-Identifier: EUPL-1.2
// The list of networks, and a network's own page.
#include <algorithm>
#include <array>

#include "domain/desk/addresses.hpp"
#include "domain/network/may.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using html::List;
using html::View;
using network::Network;
using Counts = std::vector<std::pair<std::string, std::int64_t>>;

constexpr int newest_shown = 5;

std::int64_t count_in(const Counts& counts, std::string_view network) {
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == network; });
    return found == counts.end() ? 0 : found->second;
}

struct NetworkList {
    std::vector<network::Programme> programmes;
    std::vector<Network> networks;
    Counts members;
    Counts series;
};

NetworkList read_list(db::Connection& in, const Actor& who) {
    return {network::all_programmes(in), network::all(in, who), network::member_counts(in),
            series_counts(in)};
}

// Networks stand under the programme that pays for them; a programme without any is for its makers alone.
List programme_groups(const Visit& visit, const NetworkList& list) {
    List groups;
    for (const network::Programme& programme : list.programmes) {
        List cards;
        for (const Network& network : list.networks) {
            if (network.programme != programme.id) continue;
            const std::string meta =
                visit.say("workshop.networks.series",
                          {{"count", std::to_string(count_in(list.series, network.id))}}) +
                " · " + network::members_in_words(visit, list.members, network.id);
            cards.push_back(network::card(visit, network, meta));
        }
        if (cards.empty() && !network::may_make_programme(visit.who)) continue;
        View group;
        set_worded(group, "programme", programme.name, visit.language);
        group.set("programme_href", desk::address(visit, "/programmas/{id}", {programme.id}))
            .set("networks", std::move(cards));
        groups.push_back(std::move(group));
    }
    return groups;
}

struct NetworkPage {
    Network network;
    std::optional<network::Programme> programme;
    std::vector<Series> series;
    std::vector<Workshop> workshops;
    std::int64_t members = 0;
    std::vector<chain::Record> questions, cases, lessons;
    std::vector<chain::Record> summaries;  ///< the working one, for who may read it
};

Result<NetworkPage> read_network_page(db::Connection& in, const Visit& visit) {
    TRY(network, network::find_visible(in, visit.who, visit.request.part("netwerk")));
    NetworkPage page;
    page.programme = network::find_programme(in, network.programme);
    page.series = series_of(in, network.id);
    page.workshops = workshops_of_network(in, visit.who, network.id, visit.when);
    page.members = count_in(network::member_counts(in), network.id);
    const auto of_kind = [&](chain::Kind kind) {
        return newest(in, visit.who, network.id, kind, newest_shown, visit.when);
    };
    page.questions = of_kind(chain::Kind::question);
    page.cases = of_kind(chain::Kind::case_);
    page.lessons = of_kind(chain::Kind::lesson);
    page.summaries = of_kind(chain::Kind::summary);
    page.network = std::move(network);
    return page;
}

View series_view(const Visit& visit, const NetworkPage& page, const Series& series) {
    std::vector<Workshop> own;
    for (const Workshop& workshop : page.workshops) {
        if (workshop.series == series.id) own.push_back(workshop);
    }
    View view;
    set_worded(view, "name", series.name, visit.language);
    view.set("href", series_address(visit, series))
        .set("period", network::period_in_words(visit, series.starts, series.ends))
        .set("steps", steps_of(visit, own, ""));
    return view;
}

struct Section {
    std::string_view name;     // of its phrases
    std::string_view pattern;  // where all of them stand
};

View records_view(const Visit& visit, const Section& section, const std::vector<chain::Record>& records,
                  const std::string& network) {
    const std::string phrase = "workshop.network." + std::string(section.name);
    const bool is_member = visit.who.is_member(network);
    View view;
    view.set("id", section.name)
        .set("heading", visit.say(phrase))
        .set("rows", desk::record_rows(visit, records))
        .set("all_href", desk::address(visit, section.pattern) + "?netwerk=" + network)
        .set("all_label", visit.say(phrase + "_all"))
        .set("empty_text", visit.say(phrase + "_none"))
        .set("empty_href",
             is_member ? desk::address(visit, std::string(section.pattern) + "/nieuw") + "?network=" + network
                       : "")
        .set("empty_label", visit.say(phrase + "_first"));
    return view;
}

List network_links(const Visit& visit, const NetworkPage& page) {
    const Network& network = page.network;
    List links;
    const auto add = [&](std::string href, std::string_view phrase) {
        links.push_back(network::link(href, visit.say(phrase)));
    };
    add(desk::address(visit, "/agenda") + "?netwerk=" + network.id, "workshop.network.calendar");
    add(desk::address(visit, "/publicaties") + "?netwerk=" + network.id, "workshop.network.publications");
    add(desk::address(visit, "/netwerken/{netwerk}/aanbestedingen", {network.id}),
        "workshop.network.tenders");
    const bool edits = visit.who.is_editor(network.id) || visit.who.is_facilitator(network.id);
    if (edits && page.summaries.empty()) {
        add(desk::address(visit, "/netwerken/{netwerk}/samenvattingen/nieuw", {network.id}),
            "workshop.network.new_summary");
    }
    for (const chain::Record& summary : page.summaries) {
        add(desk::address_of(visit.language, summary), "workshop.network.working_summary");
    }
    if (network::may_see_members(visit.who, network.id)) {
        add(desk::address(visit, "/netwerken/{netwerk}/leden", {network.id}), "workshop.network.members");
    }
    if (visit.who.is_member(network.id)) {
        add(desk::address(visit, "/netwerken/{netwerk}/kennismaken", {network.id}),
            "workshop.network.acquaintances");
    }
    if (may_plan(visit.who, network.id)) {
        add(desk::address(visit, "/netwerken/{netwerk}/reeksen/opzet", {network.id}), "workshop.outline");
        add(desk::address(visit, "/netwerken/{netwerk}/reeksen/nieuw", {network.id}), "workshop.series.new");
    }
    if (network::may_edit_network(visit.who, network.id)) {
        add(desk::address(visit, "/netwerken/{netwerk}/bewerken", {network.id}), "workshop.network.edit");
    }
    return links;
}

void set_texts(View& view, const Visit& visit, const Network& network) {
    const Worded about = in_language(network.about, visit.language);
    const Lead lead = split_lead(about.text);
    const std::string other = about.language == visit.code() ? "" : about.language;
    set_worded(view, "name", network.name, visit.language);
    set_prose(view, "about",
              {about.language == "nl" ? lead.rest : "", about.language == "en" ? lead.rest : ""},
              visit.language, 2);
    set_prose(view, "house_rules", network.house_rules, visit.language, 3);
    view.set("lead", lead.first).set("lead_language", other);
}

View network_view(const Visit& visit, const NetworkPage& page) {
    const Network& network = page.network;
    View view;
    set_texts(view, visit, network);
    List series;
    for (const Series& one : page.series) series.push_back(series_view(visit, page, one));
    constexpr std::array sections = {Section{"questions", "/vragen"}, Section{"cases", "/praktijk"},
                                     Section{"lessons", "/leerpunten"}};
    List records = {records_view(visit, sections[0], page.questions, network.id),
                    records_view(visit, sections[1], page.cases, network.id),
                    records_view(visit, sections[2], page.lessons, network.id)};
    const bool plans = may_plan(visit.who, network.id);
    const network::Programme programme = page.programme.value_or(network::Programme{});
    set_worded(view, "programme", programme.name, visit.language);
    view.set("programme_href", desk::address(visit, "/programmas/{id}", {programme.id}))
        .set("is_closed", !network.is_open)
        .set("members", visit.say("network.card.members", {{"count", std::to_string(page.members)}}))
        .set("links", network_links(visit, page))
        .set("series", std::move(series))
        .set("sections", std::move(records))
        .set("is_member", visit.who.is_member(network.id))
        .set("empty_text", visit.say("workshop.network.no_series"))
        .set("empty_href",
             plans ? desk::address(visit, "/netwerken/{netwerk}/reeksen/nieuw", {network.id}) : "")
        .set("empty_label", visit.say("workshop.network.first_series"));
    return view;
}

}  // namespace

web::Response list_networks(const Visit& visit) {
    const NetworkList list = visit.read([&](db::Connection& in) { return read_list(in, visit.who); });
    const bool may_make = network::may_make_network(visit.who);
    desk::Frame frame;
    frame.title = visit.say("network.list.title");
    frame.section = "netwerken";
    frame.crumbs = {{visit.say("menu.networks"), ""}};
    frame.visible_for = desk::visible_to_everyone();
    List actions;
    if (may_make && !list.programmes.empty()) {
        actions.push_back(
            network::link(desk::address(visit, "/netwerken/nieuw"), visit.say("network.form.new")));
    }
    if (may_make) {
        actions.push_back(
            network::link(desk::address(visit, "/programmas/nieuw"), visit.say("network.programme.new")));
    }
    const bool should_sign_in = !visit.who.is_signed_in();
    View view;
    view.set("groups", programme_groups(visit, list))
        .set("actions", std::move(actions))
        .set("empty_text", visit.say("workshop.networks.none"))
        .set("empty_href", should_sign_in ? desk::address(visit, "/aanmelden") : "")
        .set("empty_label", visit.say("menu.sign_in"));
    return desk::show(visit, frame, "workshop_networks", std::move(view));
}

web::Response show_network(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_network_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = network::name(page->network, visit.code());
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, page->network, true);
    frame.visible_for = network::visible_for(visit, page->network);
    return desk::show(visit, frame, "workshop_network", network_view(visit, *page));
}

}  // namespace kring::workshop
