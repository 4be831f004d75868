// SPDX-License-Identifier: EUPL-1.2
// A series in two steps: after what and in which rhythm, then all its workshops with their days on one
// form. What the first step says stands in the address of the second.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using network::Network;

Result<Network> find_network_to_plan(const Visit& visit) {
    return visit.read([&](db::Connection& in) -> Result<Network> {
        TRY(found, network::find_visible(in, visit.who, visit.request.part("netwerk")));
        if (!may_plan(visit.who, found.id)) return forbidden();
        return std::move(found);
    });
}

std::string address_of_outline(const Visit& visit, const Network& network) {
    return desk::address(visit, "/netwerken/{netwerk}/reeksen/opzet", {network.id});
}

web::Response show(const Visit& visit, const Network& network, const desk::Form& form,
                   const Problems& problems) {
    desk::Frame frame;
    frame.title = visit.say("workshop.outline");
    frame.crumbs = network::crumbs_to(visit, network);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

// The first step

/// After what, from when, how many weeks apart; as typed.
struct Start {
    std::string from;
    std::string first;
    std::string weeks;
};

web::Response show_start(const Visit& visit, const Network& network, const Start& start,
                         const Problems& problems) {
    std::vector<desk::Option> options = {
        {std::string(four_workshops_word), visit.say("workshop.outline.template"), ""}};
    const auto known = visit.read([&](db::Connection& in) { return series_of(in, network.id); });
    for (const Series& series : known) {
        options.push_back(
            {series.id,
             visit.say("workshop.outline.like", {{"series", in_language(series.name, visit.language).text}}),
             ""});
    }
    desk::Form form(visit, address_of_outline(visit, network), "workshop.outline.go_on");
    desk::Extra from;
    from.hint = visit.say("workshop.outline.from_hint");
    desk::Extra weeks = network::number_field(start.weeks);
    weeks.is_required = true;
    weeks.hint = visit.say("workshop.outline.weeks_hint");
    desk::Extra first = network::day_field(start.first);
    first.hint = visit.say("workshop.outline.first_hint");
    form.select("from", "workshop.outline.from", start.from, options, from)
        .text("first", "workshop.outline.first", start.first, first)
        .text("weeks", "workshop.outline.weeks", start.weeks, weeks)
        .problems(problems);
    return show(visit, network, form, problems);
}

Problems problems_of(const Start& start) {
    Problems problems;
    std::int64_t weeks = 0;
    if (!start.first.empty() && !is_day(start.first))
        problems.push_back({Trouble::invalid, "network.problem.day", "first", {}});
    if (!read_number(start.weeks, 1, weeks_max, weeks))
        problems.push_back({Trouble::invalid, "workshop.problem.weeks", "weeks", {}});
    return problems;
}

web::Response post_start(const Visit& visit, const Network& network) {
    const Start start{network::typed(visit, "from"), network::typed(visit, "first"),
                      network::typed(visit, "weeks")};
    if (const Problems problems = problems_of(start); !problems.empty())
        return show_start(visit, network, start, problems);
    return desk::go(visit, address_of_outline(visit, network) + "?van=" + url_encoded(start.from) +
                               "&eerste=" + url_encoded(start.first) + "&weken=" + url_encoded(start.weeks));
}

// The second step

std::vector<Facts> facts_of(const std::vector<Outlined>& outline, const Start& start) {
    std::int64_t weeks = 0;
    const bool has_days = is_day(start.first) && read_number(start.weeks, 1, weeks_max, weeks);
    const auto days = has_days ? rhythm(start.first, weeks, outline.size()) : std::vector<std::string>();
    std::vector<Facts> all;
    for (const Outlined& one : outline) {
        const Workshop& workshop = one.workshop;
        all.push_back({workshop.title(), has_days ? days[all.size()] : "", workshop.starts, workshop.ends,
                       workshop.place});
    }
    return all;
}

Facts typed_facts(const Visit& visit, const std::string& prefix) {
    return {network::typed_pair(visit, prefix + "title"), network::typed(visit, prefix + "day"),
            network::typed(visit, prefix + "starts"), network::typed(visit, prefix + "ends"),
            network::typed(visit, prefix + "place")};
}

std::string weekends_in(const std::vector<Facts>& workshops) {
    std::string days;
    for (const Facts& facts : workshops) {
        if (is_day(facts.day) && is_weekend(facts.day)) days += (days.empty() ? "" : " ") + facts.day;
    }
    return days;
}

std::string agenda_in_words(const Visit& visit, const Outlined& outlined) {
    std::string text;
    for (const Session& session : outlined.sessions) {
        text += (text.empty() ? "" : " · ") + in_language(session.title(), visit.language).text;
        if (session.minutes)
            text += " (" + visit.say("workshop.time.minutes", {{"count", std::to_string(*session.minutes)}}) +
                    ")";
    }
    return text.empty() ? visit.say("workshop.agenda.none") : text;
}

void add_facts(desk::Form& form, const Visit& visit, const std::string& prefix, const Facts& facts) {
    desk::Extra place;
    place.is_required = false;
    desk::Extra day = network::day_field(facts.day);
    if (is_day(facts.day) && is_weekend(facts.day)) {
        day.hint = visit.say("workshop.outline.weekend",
                             {{"day", visit.site.phrases.long_date(facts.day, visit.language)}});
    }
    network::add_texts(form, visit, prefix + "title", "workshop.form_page.title", facts.title, true);
    form.text(prefix + "day", "workshop.form_page.day", facts.day, day)
        .text(prefix + "starts", "workshop.form_page.starts", facts.starts,
              network::clock_field(facts.starts))
        .text(prefix + "ends", "workshop.form_page.ends", facts.ends, network::clock_field(facts.ends))
        .text(prefix + "place", "workshop.form_page.place", facts.place, place);
}

/// All that the second step shows.
struct Whole {
    std::string from;
    Bilingual name;
    std::vector<Outlined> outline;
    std::vector<Facts> workshops;
};

web::Response show_whole(const Visit& visit, const Network& network, const Whole& whole,
                         const Problems& problems) {
    desk::Form form(visit, address_of_outline(visit, network), "workshop.outline.make");
    form.hidden("step", "make").hidden("from", whole.from).hidden("weekends", weekends_in(whole.workshops));
    network::add_texts(form, visit, "name", "network.form.name", whole.name, true);
    for (std::size_t i = 0; i < whole.outline.size(); ++i) {
        form.heading("workshop.outline.workshop", agenda_in_words(visit, whole.outline[i]),
                     {{"number", std::to_string(i + 1)}});
        add_facts(form, visit, prefix_of(i), whole.workshops[i]);
    }
    form.problems(problems);
    return show(visit, network, form, problems);
}

Result<std::vector<Outlined>> outline_here(const Visit& visit, const Network& network,
                                           std::string_view from) {
    return visit.read([&](db::Connection& in) {
        return outline_of(in, visit.who, network.id, from, visit.when, visit.site.phrases);
    });
}

// Days in a weekend that were not shown as such before: asked about once, not refused.
Problems new_weekends(const Visit& visit, const std::vector<Facts>& workshops) {
    const std::string seen = " " + std::string(visit.request.field("weekends")) + " ";
    Problems problems;
    for (std::size_t i = 0; i < workshops.size(); ++i) {
        const std::string& day = workshops[i].day;
        if (!is_day(day) || !is_weekend(day) || seen.find(" " + day + " ") != std::string::npos) continue;
        problems.push_back({Trouble::invalid,
                            "workshop.problem.weekend",
                            prefix_of(i) + "day",
                            {{"day", visit.site.phrases.long_date(day, visit.language)}}});
    }
    return problems;
}

web::Response post_whole(const Visit& visit, const Network& network) {
    Whole whole{network::typed(visit, "from"), network::typed_pair(visit, "name"), {}, {}};
    auto outline = outline_here(visit, network, whole.from);
    if (!outline) return desk::trouble(visit, outline.problems());
    whole.outline = *outline;
    for (std::size_t i = 0; i < whole.outline.size(); ++i)
        whole.workshops.push_back(typed_facts(visit, prefix_of(i)));
    OutlineWish wish{{}, whole.from, whole.workshops};
    wish.series.network = network.id;
    wish.series.name = whole.name;
    if (const Problems problems = new_weekends(visit, whole.workshops); !problems.empty())
        return show_whole(visit, network, whole, problems);
    const auto made =
        visit.write([&](const Act& act) { return make_outlined(act, visit.site.phrases, wish); });
    if (made) return desk::go(visit, series_address(visit, *made), "series_made");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_whole(visit, network, whole, made.problems());
}

}  // namespace

web::Response new_outline(const Visit& visit) {
    const auto network = find_network_to_plan(visit);
    if (!network) return desk::trouble(visit, network.problems());
    const auto& query = visit.request.query;
    const Start start{std::string(web::value_of(query, "van")), std::string(web::value_of(query, "eerste")),
                      std::string(web::value_of(query, "weken"))};
    if (start.from.empty())
        return show_start(visit, *network, {std::string(four_workshops_word), "", "6"}, {});
    const auto outline = outline_here(visit, *network, start.from);
    if (!outline) return desk::trouble(visit, outline.problems());
    return show_whole(visit, *network, {start.from, {}, *outline, facts_of(*outline, start)}, {});
}

web::Response post_outline(const Visit& visit) {
    const auto network = find_network_to_plan(visit);
    if (!network) return desk::trouble(visit, network.problems());
    return visit.request.field("step") == "make" ? post_whole(visit, *network) : post_start(visit, *network);
}

}  // namespace kring::workshop
