// SPDX-License-Identifier: EUPL-1.2
// Which records a statement rests on: found, placed, named, taken out.
#include <algorithm>

#include "domain/chain/search.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;

constexpr int newest_per_kind = 6;
constexpr int hits_most = 30;

struct Page {
    Editing editing;
    Statement statement;
    std::map<std::string, chain::Record> readable;
    std::vector<chain::Record> found;
    bool is_search = false;
};

bool is_placed(const Statement& statement, std::string_view record) {
    return std::any_of(statement.placements.begin(), statement.placements.end(),
                       [&](const Placement& one) { return one.record.id == record; });
}

// What was searched for, or what is new in the network.
std::vector<chain::Record> find_records(db::Connection& in, const desk::Visit& visit,
                                        const std::string& network, const Statement& statement,
                                        const std::string& typed) {
    std::vector<chain::Record> found;
    const auto add = [&](const chain::Record& record) {
        if (may_be_placed(record.kind) && !is_placed(statement, record.id)) found.push_back(record);
    };
    if (!typed.empty()) {
        chain::Query query;
        query.words = typed;
        query.network = network;
        query.per_page = hits_most;
        for (const chain::Hit& hit : chain::search(in, visit.who, query, visit.when).hits) add(hit.record);
        return found;
    }
    for (const chain::Kind kind : {chain::Kind::lesson, chain::Kind::case_, chain::Kind::question}) {
        for (const chain::Record& one :
             workshop::newest(in, visit.who, network, kind, newest_per_kind, visit.when)) {
            add(one);
        }
    }
    return found;
}

std::optional<Page> read_page(db::Connection& in, const desk::Visit& visit) {
    auto editing = find_editing_of_statement(in, visit);
    if (!editing) return std::nullopt;
    Page page;
    for (const Chapter& chapter : editing->summary.chapters) {
        for (const Statement& one : chapter.statements) {
            if (one.id == visit.request.part("id")) page.statement = one;
        }
    }
    const std::string typed(trim(web::value_of(visit.request.query, "q")));
    page.is_search = !typed.empty();
    page.found = find_records(in, visit, editing->network.id, page.statement, typed);
    page.readable = readable_placements(in, visit.who, editing->summary.record.id, visit.when);
    page.editing = std::move(*editing);
    return page;
}

List option_views(const desk::Visit& visit, const chain::Record& record, std::string_view chosen) {
    List views;
    for (const desk::Option& one : naming_options(visit, record)) {
        View view;
        view.set("value", one.value)
            .set("label", one.hint.empty() ? one.label : one.label + ": " + one.hint)
            .set("selected", one.value == chosen);
        views.push_back(std::move(view));
    }
    return views;
}

View row_view(const desk::Visit& visit, const chain::Record& record, bool is_readable,
              std::string_view naming) {
    View view;
    view.set("id", record.id)
        .set("kind_label", visit.say("kind." + std::string(chain::word(record.kind))))
        .set("title", is_readable ? record.title : visit.say("summary.source.hidden"))
        .set("title_language", is_readable ? record.language : std::string(visit.code()))
        .set("href", is_readable ? desk::address_of(visit.language, record) : std::string())
        .set("by", is_readable ? desk::by(visit, record) : std::string())
        .set("is_readable", is_readable)
        .set("asks", needs_consent(record))
        .set("options", is_readable ? option_views(visit, record, naming) : List{});
    return view;
}

List placed_views(const desk::Visit& visit, const Page& page) {
    List views;
    for (const Placement& one : page.statement.placements) {
        View view = row_view(visit, one.record, page.readable.count(one.record.id) > 0, word(one.naming));
        view.set("agreement", List{agreement_badge(visit, one.agreement)});
        views.push_back(std::move(view));
    }
    return views;
}

std::string sources_address(const desk::Visit& visit) {
    return desk::address(visit, "/stellingen/{id}/bronnen", {visit.request.part("id")});
}

std::optional<Editing> find_by_statement(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) { return find_editing_of_statement(in, visit); });
}

}  // namespace

web::Response show_sources(const desk::Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::not_found(visit);
    List found;
    for (const chain::Record& one : page->found) found.push_back(row_view(visit, one, true, "none"));
    const std::string place = place_of(page->editing.summary, page->statement.id);
    View view;
    set_prose(view, "text", page->statement.text, visit.language, 3);
    view.set("placed", placed_views(visit, *page))
        .set("found", std::move(found))
        .set("found_heading", visit.say(page->is_search ? "summary.sources.found" : "summary.sources.newest"))
        .set("words", web::value_of(visit.request.query, "q"))
        .set("revision", page->editing.summary.revision)
        .set("place_href", sources_address(visit))
        .set("removal_href",
             desk::address(visit, "/stellingen/{id}/bronnen/verwijdering", {page->statement.id}))
        .set("back_href", summary_address(visit, page->editing.summary.record.id) + "#" + page->statement.id);
    return desk::show(visit,
                      frame_of(visit, page->editing, visit.say("summary.sources.title", {{"place", place}})),
                      "summary_sources", std::move(view));
}

web::Response post_source(const desk::Visit& visit) {
    if (!find_by_statement(visit)) return desk::not_found(visit);
    const auto naming = naming_of(visit.request.field("naming"));
    const auto done = visit.write([&](const Act& act) {
        return place(act, stationery_of(visit), visit.request.part("id"), typed_revision(visit),
                     visit.request.field("record"), naming.value_or(Naming::none));
    });
    return after(visit, done, sources_address(visit), "summary_placed");
}

web::Response post_source_removal(const desk::Visit& visit) {
    if (!find_by_statement(visit)) return desk::not_found(visit);
    const auto done = visit.write([&](const Act& act) {
        return take_out(act, visit.request.part("id"), typed_revision(visit), visit.request.field("record"));
    });
    return after(visit, done, sources_address(visit), "summary_taken_out");
}

web::Response post_question_to_owner(const desk::Visit& visit) {
    const auto editing = find_by_statement(visit);
    if (!editing) return desk::not_found(visit);
    const std::string id(visit.request.part("id"));
    const auto done = visit.write(
        [&](const Act& act) { return ask(act, stationery_of(visit), id, visit.request.field("record")); });
    return after(visit, done, summary_address(visit, editing->summary.record.id) + "#" + id, "summary_asked");
}

}  // namespace kring::summary
