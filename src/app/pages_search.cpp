// SPDX-License-Identifier: EUPL-1.2
// Search over everything one may see, with filters; a plain form and plain links.
#include "app/pages.hpp"
#include "domain/chain/search.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/frame.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

using html::List;
using html::View;

chain::Query read_query(const desk::Visit& visit) {
    const auto given = [&](std::string_view name) {
        return std::string(trim(web::value_of(visit.request.query, name)));
    };
    chain::Query query;
    query.words = given("q");
    query.kind = given("soort");
    if (!query.kind.empty() && !chain::kind_of(query.kind)) query.kind.clear();
    query.network = given("netwerk");
    query.workshop = given("bijeenkomst");
    if (is_day(given("van"))) query.from_day = given("van");
    if (is_day(given("tot"))) query.to_day = given("tot");
    std::int64_t page = 1;
    if (read_number(given("pagina"), 1, 50, page)) query.page = static_cast<int>(page);
    return query;
}

std::string search_href(const desk::Visit& visit, const chain::Query& query, const std::string& words,
                        int page) {
    std::string href = desk::address(visit, "/zoeken") + "?q=" + url_encoded(words);
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) href += "&" + std::string(name) + "=" + url_encoded(value);
    };
    add("soort", query.kind);
    add("netwerk", query.network);
    add("bijeenkomst", query.workshop);
    add("van", query.from_day);
    add("tot", query.to_day);
    if (page > 1) add("pagina", std::to_string(page));
    return href;
}

// The words found stand between \x01 and \x02; everything else is text.
html::Html marked(const std::string& snippet) {
    std::string markup;
    std::string plain;
    for (const char c : snippet + '\x03') {
        if (c != '\x01' && c != '\x02' && c != '\x03') {
            plain += c;
            continue;
        }
        markup += html::escaped(plain);
        plain.clear();
        if (c == '\x01') markup += "<mark>";
        if (c == '\x02') markup += "</mark>";
    }
    return html::Html::trusted(markup);
}

View option(std::string value, std::string label, const std::string& current) {
    View view;
    view.set("selected", value == current).set("value", std::move(value)).set("label", std::move(label));
    return view;
}

void set_filters(const desk::Visit& visit, View& view, const chain::Query& query) {
    List kinds = {option("", visit.say("search.any"), query.kind)};
    for (const std::string_view kind : {"question", "answer", "case", "lesson", "workshop", "session",
                                        "version", "commitment", "report", "scenario", "tender"}) {
        kinds.push_back(option(std::string(kind), visit.say("kind." + std::string(kind)), query.kind));
    }
    List networks = {option("", visit.say("search.any"), query.network)};
    List workshops = {option("", visit.say("search.any"), query.workshop)};
    visit.read([&](db::Connection& in) {
        for (const auto& one : network::all(in, visit.who)) {
            networks.push_back(option(one.id, network::name(one, visit.code()), query.network));
            for (const auto& shop : workshop::workshops_of_network(in, visit.who, one.id, visit.when)) {
                workshops.push_back(option(
                    shop.record.id, visit.is_english() ? shop.title_en : shop.record.title, query.workshop));
            }
        }
    });
    view.set("kinds", std::move(kinds))
        .set("networks", std::move(networks))
        .set("workshops", std::move(workshops));
    view.set("from_day", query.from_day).set("to_day", query.to_day).set("words", query.words);
    const bool is_filtered = !query.kind.empty() || !query.network.empty() || !query.workshop.empty() ||
                             !query.from_day.empty() || !query.to_day.empty();
    view.set("is_filtered", is_filtered);
}

web::Response search_page(const desk::Visit& visit) {
    const chain::Query query = read_query(visit);
    chain::Found found;
    if (!query.words.empty()) {
        found =
            visit.read([&](db::Connection& in) { return chain::search(in, visit.who, query, visit.when); });
    }
    desk::Frame frame;
    frame.title = query.words.empty()
                      ? visit.say("search.title")
                      : visit.say("search.title_for", {{"words", shortened(query.words, 60)}});
    frame.crumbs = {{visit.say("search.title"), ""}};
    frame.visible_for = visit.who.is_signed_in() ? desk::visible_to_you() : desk::visible_to_everyone();
    View view;
    List rows;
    for (const chain::Hit& hit : found.hits) {
        View row = desk::record_row(visit, hit.record);
        row.set("snippet", marked(hit.snippet));
        rows.push_back(std::move(row));
    }
    const auto page_count = (found.total + query.per_page - 1) / query.per_page;
    const bool is_corrected = !found.corrected_from.empty();
    view.set("has_words", !query.words.empty())
        .set("rows", std::move(rows))
        .set("action", desk::address(visit, "/zoeken"))
        .set("total_text", visit.say("search.total", {{"count", std::to_string(found.total)}}))
        .set("corrected", is_corrected ? visit.say("search.corrected",
                                                   {{"from", found.corrected_from}, {"to", found.suggestion}})
                                       : "")
        .set("suggestion", is_corrected ? "" : found.suggestion)
        .set("suggestion_href", search_href(visit, query, found.suggestion, 1))
        .set("pages", page_count > 1)
        .set("previous_href",
             query.page > 1 ? search_href(visit, query, query.words, query.page - 1) : std::string())
        .set("next_href",
             query.page < page_count ? search_href(visit, query, query.words, query.page + 1) : std::string())
        .set("page_number", query.page)
        .set("page_count", page_count);
    set_filters(visit, view, query);
    return desk::show(visit, frame, "search", std::move(view));
}

}  // namespace

std::vector<desk::Route> search_routes() {
    return {{web::Method::get, "/zoeken", search_page, desk::Rule::everyone}};
}

}  // namespace kring::app
