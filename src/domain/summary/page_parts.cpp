// SPDX-License-Identifier: EUPL-1.2
// What the pages of the working summary share.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/page_functions.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

using html::List;
using html::View;

std::optional<Editing> find_editing(db::Connection& in, const desk::Visit& visit, std::string_view id) {
    const auto record = chain::find_readable(in, visit.who, id, visit.when);
    if (!record || record->kind != chain::Kind::summary || !may_edit(visit.who, record->network))
        return std::nullopt;
    auto summary = find_summary(in, id);
    if (!summary || summary->record.is_withdrawn) return std::nullopt;
    return Editing{std::move(*summary), network::find(in, record->network).value()};
}

std::optional<Editing> find_editing_of_chapter(db::Connection& in, const desk::Visit& visit) {
    return find_editing(in, visit, summary_of_chapter(in, visit.request.part("id")).value_or(""));
}

std::optional<Editing> find_editing_of_statement(db::Connection& in, const desk::Visit& visit) {
    const auto chapter = chapter_of_statement(in, visit.request.part("id"));
    return find_editing(in, visit, chapter ? summary_of_chapter(in, *chapter).value_or("") : "");
}

desk::Frame frame_of(const desk::Visit& visit, const Editing& editing, std::string title, bool is_itself) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, editing.network);
    if (!is_itself) {
        frame.crumbs.push_back(
            {visit.say("kind.summary"), summary_address(visit, editing.summary.record.id)});
    }
    frame.crumbs.push_back({is_itself ? visit.say("kind.summary") : frame.title, ""});
    frame.visible_for = {"visible.editors", {{"network", network::name(editing.network, visit.code())}}};
    return frame;
}

std::string title_of(const Summary& summary, html::Language language) {
    return in_language(summary.title, language).text;
}

std::string summary_address(const desk::Visit& visit, std::string_view id) {
    return desk::address(visit, "/samenvattingen/{id}", {id});
}

std::int64_t typed_revision(const desk::Visit& visit) {
    std::int64_t revision = 0;
    read_number(visit.request.field("revision"), 1, INT64_MAX, revision);
    return revision;
}

people::Stationery stationery_of(const desk::Visit& visit) {
    const std::string& start = visit.site.public_address;
    return {visit.site.phrases, visit.site.name, [&start](html::Language language, std::string_view pattern) {
                return start + desk::address(language, pattern);
            }};
}

bool is_clash(const Problems& problems) {
    return !problems.empty() && problems.front().phrase == "summary.clash";
}

web::Response after(const desk::Visit& visit, const Result<Done>& done, const std::string& back,
                    std::string_view message) {
    if (done) return desk::go(visit, back, message);
    if (is_clash(done.problems())) return desk::go(visit, back, "summary_clash");
    return desk::trouble(visit, done.problems());
}

View badge(std::string label, std::string_view tone) {
    View view;
    view.set("label", std::move(label)).set("tone", tone);
    return view;
}

View agreement_badge(const desk::Visit& visit, Agreement agreement) {
    switch (agreement) {
        case Agreement::not_needed:
            return badge(visit.say("summary.agreement.not_needed"), "");
        case Agreement::not_asked:
            return badge(visit.say("summary.agreement.not_asked"), "warning");
        case Agreement::asked:
            return badge(visit.say("summary.agreement.asked"), "warning");
        case Agreement::agreed:
            return badge(visit.say("summary.agreement.agreed"), "ok");
        case Agreement::refused:
            return badge(visit.say("summary.agreement.refused"), "error");
    }
    return badge("", "");
}

std::vector<desk::Option> naming_options(const desk::Visit& visit, const chain::Record& record) {
    std::vector<desk::Option> options = {{"name", visit.say("summary.naming.name"), desk::by(visit, record)}};
    if (!record.owner_organisation.empty()) {
        options.push_back(
            {"organisation", visit.say("summary.naming.organisation"), record.owner_organisation});
    }
    options.push_back({"role", visit.say("summary.naming.role"), visit.say("summary.naming.role_hint")});
    options.push_back({"none", visit.say("summary.naming.none"), ""});
    return options;
}

List obstacle_views(const desk::Visit& visit, const Editing& editing) {
    List views;
    for (const Problem& one : obstacles(visit.who, editing.summary)) {
        View view;
        view.set("text", desk::worded(visit, one))
            .set("href", summary_address(visit, editing.summary.record.id) + "#" + one.field);
        views.push_back(std::move(view));
    }
    return views;
}

std::string place_of(const Summary& summary, std::string_view id) {
    for (std::size_t c = 0; c < summary.chapters.size(); ++c) {
        const Chapter& chapter = summary.chapters[c];
        if (chapter.id == id) return std::to_string(c + 1);
        for (std::size_t s = 0; s < chapter.statements.size(); ++s) {
            if (chapter.statements[s].id == id) return std::to_string(c + 1) + "." + std::to_string(s + 1);
        }
    }
    return "";
}

}  // namespace kring::summary
