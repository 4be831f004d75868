// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/workshop_view.hpp"

#include <algorithm>

#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::workshop {

using desk::Visit;
using html::List;
using html::View;

std::vector<desk::Crumb> crumbs_to(const Visit& visit, const network::Network& network, const Series& series,
                                   bool is_last) {
    auto crumbs = network::crumbs_to(visit, network);
    crumbs.push_back(
        {in_language(series.name, visit.language).text, is_last ? "" : series_address(visit, series)});
    return crumbs;
}

desk::Crumb crumb_of(const Visit& visit, const Workshop& workshop, bool is_last) {
    return {visit.say("workshop.crumb", {{"number", std::to_string(workshop.number)}}),
            is_last ? "" : workshop_address(visit, workshop.record.id)};
}

std::string series_address(const Visit& visit, const Series& series) {
    return desk::address(visit, "/netwerken/{netwerk}/reeksen/{nummer}",
                         {series.network, std::to_string(series.number)});
}

std::string workshop_address(const Visit& visit, std::string_view id) {
    return desk::address(visit, "/bijeenkomsten/{id}", {id});
}

std::string session_address(const Visit& visit, std::string_view id) {
    return desk::address(visit, "/onderdelen/{id}", {id});
}

chain::VisibleFor visible_to_planners(const Visit& visit, const network::Network& network) {
    return {"workshop.visible.planners", {{"network", network::name(network, visit.code())}}};
}

namespace {

// Dutch writes 13.00, English 13:00.
std::string digits(html::Language language, std::string_view clock) {
    std::string text(clock);
    if (language == html::Language::nl) std::replace(text.begin(), text.end(), ':', '.');
    return text;
}

std::string clocks_said(const html::Phrases& phrases, html::Language language, std::string_view from,
                        std::string_view until) {
    if (from.empty()) return "";
    if (until.empty())
        return phrases.say("workshop.time.clock", language, {{"clock", digits(language, from)}});
    return phrases.say("workshop.time.range", language,
                       {{"from", digits(language, from)}, {"until", digits(language, until)}});
}

View step_of(const Visit& visit, const Workshop& workshop, bool is_held, bool is_current) {
    std::string note = workshop.day.empty() ? visit.say("workshop.steps.no_day")
                                            : visit.site.phrases.short_date(workshop.day, visit.language);
    if (workshop.is_cancelled()) note = visit.say("workshop.cancelled.badge");
    View step;
    step.set("label", in_language(workshop.title(), visit.language).text)
        .set("href", is_current ? "" : workshop_address(visit, workshop.record.id))
        .set("note", note)
        .set("done", is_held)
        .set("current", is_current);
    return step;
}

View badge(std::string label, std::string_view tone) {
    View view;
    view.set("label", std::move(label)).set("tone", tone);
    return view;
}

}  // namespace

std::string clock_in_words(const Visit& visit, std::string_view clock) {
    return clocks_said(visit.site.phrases, visit.language, clock, "");
}

std::string clocks_in_words(const Visit& visit, std::string_view from, std::string_view until) {
    return clocks_said(visit.site.phrases, visit.language, from, until);
}

std::string moment_in_words(const html::Phrases& phrases, html::Language language, const Workshop& workshop) {
    if (workshop.day.empty()) return "";
    const std::string clocks = clocks_said(phrases, language, workshop.starts, workshop.ends);
    return phrases.long_date(workshop.day, language) + (clocks.empty() ? "" : ", " + clocks);
}

List steps_of(const Visit& visit, const std::vector<Workshop>& in_order, std::string_view current) {
    const std::vector<bool> held = held_by(in_order, amsterdam_day(visit.when));
    List steps;
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        steps.push_back(step_of(visit, in_order[i], held[i], in_order[i].record.id == current));
    }
    return steps;
}

void set_when_and_where(View& view, const Visit& visit, const Workshop& workshop) {
    const bool has_day = !workshop.day.empty();
    view.set("when_day", has_day ? visit.site.phrases.long_date(workshop.day, visit.language) : "")
        .set("when_day_iso", workshop.day)
        .set("when_time", clocks_in_words(visit, workshop.starts, workshop.ends))
        .set("place", workshop.place);
    set_worded(view, "day_note", workshop.day_note, visit.language);
    set_worded(view, "place_note", workshop.place_note, visit.language);
}

List speakers_of(const Visit& visit, const Session& session) {
    List list;
    for (const Speaker& speaker : session.speakers) {
        const Worded role = in_language(speaker.role, visit.language);
        const bool has_name = !speaker.name.empty();
        View view;
        view.set("who", has_name ? speaker.name : speaker.organisation)
            .set("organisation", has_name ? speaker.organisation : "")
            .set("role", role.text)
            .set("role_language", role.language == visit.code() ? "" : role.language)
            .set("is_first", list.empty());
        list.push_back(std::move(view));
    }
    return list;
}

void set_withdrawn(View& view, const Visit& visit, const chain::Record& record,
                   std::string_view restore_href) {
    view.set("is_withdrawn", record.is_withdrawn);
    if (!record.is_withdrawn) return;
    const auto day = [&](Time time) {
        return visit.site.phrases.long_date(amsterdam_day(time), visit.language);
    };
    view.set("withdrawn_text",
             visit.say("workshop.withdrawn.text", {{"on", day(*record.withdrawn_at)},
                                                   {"until", day(*record.withdrawn_at + chain::undo_ms)}}))
        .set("restore_href", restore_href)
        .set("csrf", masked(visit.csrf));
}

void set_cancellation(View& view, const Visit& visit, const Workshop& workshop, bool may_plan) {
    view.set("is_cancelled", workshop.is_cancelled());
    if (!workshop.is_cancelled()) return;
    const std::string on =
        visit.site.phrases.long_date(amsterdam_day(*workshop.cancelled_at), visit.language);
    set_worded(view, "cancelled_why", workshop.cancelled_why, visit.language);
    view.set("cancelled_text", visit.say("workshop.cancelled.text", {{"on", on}}))
        .set("reinstate_href", may_plan ? desk::address(visit, "/bijeenkomsten/{id}/afgelasting/intrekking",
                                                        {workshop.record.id})
                                        : "")
        .set("csrf", masked(visit.csrf));
}

void set_source(View& view, const Visit& visit, const chain::Record& record) {
    view.set("has_source", !record.source.title.empty()).set("source", desk::source_view(visit, record));
}

List badges_of(const Visit& visit, const chain::Record& record) {
    List badges;
    if (record.audience != chain::Audience::everyone) {
        badges.push_back(badge(visit.say("audience." + std::string(chain::word(record.audience))), "closed"));
    }
    if (!record.source.certainty.empty() && record.source.certainty != "read") {
        badges.push_back(badge(visit.say("certainty." + record.source.certainty), "warning"));
    }
    return badges;
}

List badges_of(const Visit& visit, const Workshop& workshop) {
    List badges = badges_of(visit, workshop.record);
    if (workshop.is_cancelled()) badges.push_back(badge(visit.say("workshop.cancelled.badge"), "error"));
    return badges;
}

std::int64_t number_part(const Visit& visit, std::string_view part) {
    std::int64_t number = 0;
    read_number(visit.request.part(part), 1, number_max, number);
    return number;
}

bool is_beyond_the_form(const Problems& problems) {
    const Problem& first = problems.front();
    return first.trouble == Trouble::forbidden || first.trouble == Trouble::not_found ||
           (first.trouble == Trouble::conflict && first.field.empty());
}

std::string number_shown(const Visit& visit, std::string_view field, std::int64_t kept) {
    const bool was_typed = visit.request.method == web::Method::post;
    return was_typed ? std::string(visit.request.field(field)) : std::to_string(kept);
}

std::int64_t typed_number(const Visit& visit, std::string_view field) {
    std::int64_t number = 0;
    read_number(trim(visit.request.field(field)), 1, 1000000, number);
    return number;
}

Problems forbidden() { return {Problem{Trouble::forbidden, "problem.forbidden", "", {}}}; }

}  // namespace kring::workshop
