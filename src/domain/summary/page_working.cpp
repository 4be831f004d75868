// SPDX-License-Identifier: EUPL-1.2
// The working summary, whole: what stands there, what it rests on, and what is still lacking.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/summary/page_functions.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;
using Readable = std::map<std::string, chain::Record>;

// Both texts under each other: an editor sees what is lacking in either.
List texts_of(const desk::Visit& visit, const Summary& summary, const Bilingual& text, int heading_level) {
    List views;
    for (const html::Language language : html::languages) {
        const std::string_view code = html::code(language);
        if (!has_language(summary.languages, code)) continue;
        const std::string& words = language == html::Language::en ? text.en : text.nl;
        View view;
        view.set("text_language", code)
            .set("label", visit.say("language." + std::string(code)))
            .set("text", html::markdown(words, heading_level))
            .set("title", words);
        views.push_back(std::move(view));
    }
    return views;
}

View source_view(const desk::Visit& visit, const Statement& statement, const Placement& placement,
                 const Readable& readable) {
    const bool is_readable = readable.count(placement.record.id) > 0;
    View view;
    view.set("kind_label", visit.say("kind." + std::string(chain::word(placement.record.kind))))
        .set("title", is_readable ? placement.record.title : visit.say("summary.source.hidden"))
        .set("title_language", is_readable ? placement.record.language : std::string(visit.code()))
        .set("href", is_readable ? desk::address_of(visit.language, placement.record) : std::string())
        .set("by", is_readable ? desk::by(visit, placement.record) : std::string())
        .set("naming", needs_consent(placement.record)
                           ? visit.say("summary.named." + std::string(word(placement.naming)))
                           : std::string())
        .set("agreement", List{agreement_badge(visit, placement.agreement)})
        .set("withdrawn", placement.record.is_withdrawn)
        .set("remark", placement.remark)
        .set("record", placement.record.id)
        .set("removal_href", desk::address(visit, "/stellingen/{id}/bronnen/verwijdering", {statement.id}))
        .set("may_ask", placement.agreement == Agreement::not_asked)
        .set("ask_href", desk::address(visit, "/stellingen/{id}/toestemming", {statement.id}));
    return view;
}

View statement_view(const desk::Visit& visit, const Editing& editing, const Statement& statement,
                    const Readable& readable) {
    List sources;
    for (const Placement& one : statement.placements)
        sources.push_back(source_view(visit, statement, one, readable));
    View view;
    view.set("id", statement.id)
        .set("place", place_of(editing.summary, statement.id))
        .set("texts", texts_of(visit, editing.summary, statement.text, 4))
        .set("sources", std::move(sources))
        .set("edit_href", desk::address(visit, "/stellingen/{id}/bewerken", {statement.id}))
        .set("sources_href", desk::address(visit, "/stellingen/{id}/bronnen", {statement.id}))
        .set("move_href", desk::address(visit, "/stellingen/{id}/volgorde", {statement.id}))
        .set("remove_href", desk::address(visit, "/stellingen/{id}/verwijdering", {statement.id}));
    return view;
}

View chapter_view(const desk::Visit& visit, const Editing& editing, const Chapter& chapter,
                  const Readable& readable) {
    List statements;
    for (const Statement& one : chapter.statements) {
        statements.push_back(statement_view(visit, editing, one, readable));
    }
    View view;
    view.set("id", chapter.id)
        .set("place", place_of(editing.summary, chapter.id))
        .set("texts", texts_of(visit, editing.summary, chapter.intro, 3))
        .set("may_remove", statements.empty())
        .set("statements", std::move(statements))
        .set("add_href", desk::address(visit, "/hoofdstukken/{id}/stellingen/nieuw", {chapter.id}))
        .set("edit_href", desk::address(visit, "/hoofdstukken/{id}/bewerken", {chapter.id}))
        .set("move_href", desk::address(visit, "/hoofdstukken/{id}/volgorde", {chapter.id}))
        .set("remove_href", desk::address(visit, "/hoofdstukken/{id}/verwijdering", {chapter.id}));
    set_worded(view, "title", chapter.title, visit.language);
    return view;
}

List version_views(const desk::Visit& visit, const std::vector<Version>& versions) {
    List views;
    for (const Version& one : versions) {
        View view;
        view.set("href", version_address(visit.language, one))
            .set("label", visit.say("summary.version.number", {{"number", std::to_string(one.number)}}))
            .set("day", day_of(one))
            .set("by", one.frozen_by_name)
            .set("reason", one.reason);
        views.push_back(std::move(view));
    }
    return views;
}

struct Page {
    Editing editing;
    Readable readable;
    std::vector<Version> versions;
    std::int64_t next = 1;  // number of the version that comes next
};

std::vector<Version> readable_versions_of(db::Connection& in, const desk::Visit& visit, std::string_view id) {
    std::vector<Version> versions = versions_of(in, id);
    std::erase_if(versions, [&](const Version& one) {
        return !chain::find_readable(in, visit.who, one.record.id, visit.when);
    });
    return versions;
}

}  // namespace

web::Response show_summary(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto page = visit.read([&](db::Connection& in) -> std::optional<Page> {
        auto editing = find_editing(in, visit, id);
        if (!editing) return std::nullopt;
        return Page{std::move(*editing), readable_placements(in, visit.who, id, visit.when),
                    readable_versions_of(in, visit, id), next_number(in, id)};
    });
    if (!page) return desk::not_found(visit);
    const Summary& summary = page->editing.summary;
    List chapters;
    for (const Chapter& one : summary.chapters) {
        chapters.push_back(chapter_view(visit, page->editing, one, page->readable));
    }
    const auto found = obstacle_views(visit, page->editing);
    View view;
    set_worded(view, "title", summary.title, visit.language);
    view.set("preface", texts_of(visit, summary, summary.preface, 2))
        .set("chapters", std::move(chapters))
        .set("obstacles_text",
             visit.say("summary.obstacles.count", {{"count", std::to_string(found.size())}}))
        .set("obstacles", found)
        .set("versions", version_views(visit, page->versions))
        .set("revision", summary.revision)
        .set("edit_href", desk::address(visit, "/samenvattingen/{id}/bewerken", {id}))
        .set("add_href", desk::address(visit, "/samenvattingen/{id}/hoofdstukken/nieuw", {id}))
        .set("freeze_href", desk::address(visit, "/samenvattingen/{id}/versies/nieuw", {id}))
        .set("freeze_label", visit.say("summary.freeze.title", {{"number", std::to_string(page->next)}}))
        .set("empty_text", visit.say("summary.chapters.empty"))
        .set("empty_href", desk::address(visit, "/samenvattingen/{id}/hoofdstukken/nieuw", {id}))
        .set("empty_label", visit.say("summary.chapter.new"));
    return desk::show(visit, frame_of(visit, page->editing, title_of(summary, visit.language), true),
                      "summary_show", std::move(view));
}

}  // namespace kring::summary
