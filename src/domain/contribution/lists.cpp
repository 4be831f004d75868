// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/lists.hpp"

#include "domain/contribution/may.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "platform/base/text.hpp"

namespace kring::contribution {

namespace {

using html::List;
using html::View;

// The address of the same list with one part of its filter changed.
std::string list_href(const desk::Visit& visit, std::string_view pattern, const Filter& filter) {
    std::string query;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty())
            query += (query.empty() ? "?" : "&") + std::string(name) + "=" + url_encoded(value);
    };
    add("netwerk", filter.network);
    add("bijeenkomst", filter.workshop);
    add("stand", filter.state);
    if (filter.order != "new") add("volgorde", filter.order);
    if (filter.page > 1) add("pagina", std::to_string(filter.page));
    return desk::address(visit, pattern) + query;
}

View choice(std::string href, std::string label, bool is_current) {
    View view;
    view.set("href", std::move(href)).set("label", std::move(label)).set("current", is_current);
    return view;
}

View filter_group(std::string heading, List choices) {
    View view;
    view.set("heading", std::move(heading)).set("choices", std::move(choices));
    return view;
}

List network_choices(const desk::Visit& visit, std::string_view pattern, Filter filter) {
    const std::string current = filter.network;
    filter.page = 1;
    filter.network.clear();
    List choices = {
        choice(list_href(visit, pattern, filter), visit.say("contribution.filter.all"), current.empty())};
    const auto networks = visit.read([&](db::Connection& in) { return network::all(in, visit.who); });
    for (const network::Network& one : networks) {
        filter.network = one.id;
        choices.push_back(
            choice(list_href(visit, pattern, filter), network::name(one, visit.code()), current == one.id));
    }
    return choices;
}

List filters_of(const desk::Visit& visit, std::string_view pattern, const Filter& filter) {
    List groups;
    List networks = network_choices(visit, pattern, filter);
    if (networks.size() > 2)
        groups.push_back(filter_group(visit.say("contribution.filter.network"), std::move(networks)));
    if (pattern != "/vragen") return groups;
    List states;
    Filter changed = filter;
    changed.page = 1;
    for (const std::string state : {"", "open", "answered", "accepted"}) {
        changed.state = state;
        states.push_back(
            choice(list_href(visit, pattern, changed),
                   visit.say(state.empty() ? "contribution.filter.all" : "contribution.state." + state),
                   filter.state == state));
    }
    changed.state = filter.state;
    List orders;
    for (const std::string order : {"new", "votes"}) {
        changed.order = order;
        orders.push_back(choice(list_href(visit, pattern, changed), visit.say("contribution.order." + order),
                                filter.order == order));
    }
    groups.push_back(filter_group(visit.say("contribution.filter.state"), std::move(states)));
    groups.push_back(filter_group(visit.say("contribution.filter.order"), std::move(orders)));
    return groups;
}

}  // namespace

Filter read_filter(const desk::Visit& visit) {
    Filter filter;
    const auto given = [&](std::string_view name) {
        return std::string(web::value_of(visit.request.query, name));
    };
    filter.network = given("netwerk");
    filter.workshop = given("bijeenkomst");
    filter.state = given("stand");
    filter.order = given("volgorde") == "votes" ? "votes" : "new";
    std::int64_t page = 1;
    if (read_number(given("pagina"), 1, 10'000, page)) filter.page = static_cast<int>(page);
    return filter;
}

void set_list(const desk::Visit& visit, View& view, std::string_view pattern, const Filter& filter,
              std::int64_t total, const std::string& prefix) {
    const std::int64_t page_count = (total + filter.per_page - 1) / filter.per_page;
    Filter other = filter;
    other.page = filter.page - 1;
    const std::string previous = filter.page > 1 ? list_href(visit, pattern, other) : "";
    other.page = filter.page + 1;
    const std::string next = filter.page < page_count ? list_href(visit, pattern, other) : "";
    const bool may_bring = !visit.who.memberships.empty();
    view.set("total_text", visit.say(prefix + ".total", {{"count", std::to_string(total)}}))
        .set("filters", filters_of(visit, pattern, filter))
        .set("pages", page_count > 1)
        .set("previous_href", previous)
        .set("next_href", next)
        .set("page_number", filter.page)
        .set("page_count", page_count)
        .set("empty_text", visit.say(prefix + ".empty"))
        .set("empty_href", may_bring ? desk::address(visit, std::string(pattern) + "/nieuw") : std::string())
        .set("empty_label", visit.say(prefix + ".empty_label"));
}

View badge(std::string label, std::string_view tone) {
    View view;
    view.set("label", std::move(label)).set("tone", tone);
    return view;
}

View state_badge(const desk::Visit& visit, const Question& question) {
    switch (state_of(question)) {
        case QuestionState::open:
            return badge(visit.say("contribution.state.open"), "");
        case QuestionState::answered:
            return badge(visit.say("contribution.state.answered"), "ok");
        case QuestionState::accepted:
            return badge(visit.say("contribution.state.accepted"), "ok");
    }
    return badge("", "");
}

std::optional<Question> readable_question(db::Connection& in, const desk::Visit& visit) {
    const auto record = readable_record(in, visit, chain::Kind::question);
    return record ? find_question(in, *record) : std::nullopt;
}

std::optional<chain::Record> readable_record(db::Connection& in, const desk::Visit& visit, chain::Kind kind) {
    const auto record = chain::find_readable(in, visit.who, visit.request.part("id"), visit.when);
    if (!record || record->kind != kind) return std::nullopt;
    return *record;
}

View record_head(const desk::Visit& visit, const chain::Record& record, std::string_view edit_pattern) {
    View view = desk::record_row(visit, record);
    const bool edits = may_rewrite(visit.who, record);
    const bool withdraws = !record.is_withdrawn && may_withdraw(visit.who, record);
    const bool distils = visit.who.is_member(record.network) && record.kind == chain::Kind::case_;
    view.set("byline", desk::byline(visit, record))
        .set("has_source", !record.source.title.empty())
        .set("source_line", desk::source_view(visit, record))
        .set("has_actions", edits || withdraws || distils)
        .set("may_edit", edits)
        .set("edit_href", desk::address(visit, edit_pattern, {record.id}))
        .set("may_withdraw", withdraws)
        .set("withdraw_href", desk::address(visit, "/keten/{id}/intrekking", {record.id}))
        .set("may_distil", distils)
        .set("distil_href", desk::address(visit, "/leerpunten/nieuw") + "?from=" + record.id);
    return view;
}

Problem problem_not_a_member() { return Problem{Trouble::forbidden, "contribution.not_a_member", "", {}}; }

}  // namespace kring::contribution
