// SPDX-License-Identifier: EUPL-1.2
// Before and at freezing: what it means, what is lacking, who agreed.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/page_functions.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;

struct Counts {
    std::int64_t statements = 0;
    std::int64_t sources = 0;
    std::int64_t agreed = 0;
    std::int64_t not_needed = 0;
};

Counts count(const Summary& summary) {
    Counts counts;
    for (const Chapter& chapter : summary.chapters) {
        for (const Statement& statement : chapter.statements) {
            ++counts.statements;
            for (const Placement& one : statement.placements) {
                ++counts.sources;
                if (one.agreement == Agreement::agreed) ++counts.agreed;
                if (one.agreement == Agreement::not_needed) ++counts.not_needed;
            }
        }
    }
    return counts;
}

struct Page {
    Editing editing;
    std::int64_t number = 1;
};

std::optional<Page> read_page(db::Connection& in, const desk::Visit& visit) {
    auto editing = find_editing(in, visit, visit.request.part("id"));
    if (!editing) return std::nullopt;
    const std::int64_t number = next_number(in, editing->summary.record.id);
    return Page{std::move(*editing), number};
}

desk::Form form_of(const desk::Visit& visit, const Page& page, std::string_view reason,
                   const Problems& problems) {
    desk::Form form(
        visit, desk::address(visit, "/samenvattingen/{id}/versies/nieuw", {page.editing.summary.record.id}),
        "summary.freeze.submit");
    form.hidden("revision", std::to_string(page.editing.summary.revision))
        .hidden("number", std::to_string(page.number));
    desk::Extra extra;
    extra.is_required = page.number > 1;
    extra.rows = 3;
    extra.hint = visit.say("summary.freeze.reason_hint");
    form.area("reason", "summary.freeze.reason", reason, extra);
    form.problems(problems);
    return form;
}

web::Response show_page(const desk::Visit& visit, const Page& page, const desk::Form& form, int status) {
    const Counts counts = count(page.editing.summary);
    const auto counted = [&](std::string_view key, std::int64_t number) {
        return visit.say(key, {{"count", std::to_string(number)}});
    };
    const std::string number = std::to_string(page.number);
    desk::Frame frame =
        frame_of(visit, page.editing, visit.say("summary.freeze.title", {{"number", number}}));
    frame.has_errors = form.has_problems();
    View view;
    view.set("number", number)
        .set("obstacles", obstacle_views(visit, page.editing))
        .set("statements_text", counted("summary.freeze.statements", counts.statements))
        .set("sources_text", counted("summary.freeze.sources", counts.sources))
        .set("agreed_text", counted("summary.freeze.agreed", counts.agreed))
        .set("not_needed_text", counted("summary.freeze.not_needed", counts.not_needed))
        .set("back_href", summary_address(visit, page.editing.summary.record.id))
        .set("form", form.view());
    return desk::show(visit, frame, "summary_freeze", std::move(view), status);
}

// Obstacles stand on the page already, each with a link; the form repeats only what is wrong with itself.
Problems own_problems(const Problems& problems) {
    Problems own;
    for (const Problem& one : problems) {
        if (one.field == "reason" || one.trouble == Trouble::conflict) own.push_back(one);
    }
    if (own.empty()) own.push_back({Trouble::invalid, "summary.freeze.obstacles", "", {}});
    return own;
}

}  // namespace

web::Response preview_freeze(const desk::Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::not_found(visit);
    return show_page(visit, *page, form_of(visit, *page, "", {}), 200);
}

web::Response post_freeze(const desk::Visit& visit) {
    const std::string id(visit.request.part("id"));
    std::int64_t number = 0;
    read_number(visit.request.field("number"), 1, INT64_MAX, number);
    const auto frozen = visit.write([&](const Act& act) -> Result<Version> {
        TRY_DONE(chain::find_readable(act.in, act.who, id, act.when));
        // The editor freezes what they saw, not what somebody made of it since.
        if (revision_of(act.in, id) != typed_revision(visit)) {
            return Problem{Trouble::conflict, "summary.clash", "", {}};
        }
        return freeze(act, id, number, visit.request.field("reason"));
    });
    if (frozen) return desk::go(visit, version_address(visit.language, *frozen), "summary_frozen");
    const Trouble trouble = frozen.problems().front().trouble;
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page || trouble == Trouble::forbidden) return desk::trouble(visit, frozen.problems());
    return show_page(visit, *page,
                     form_of(visit, *page, visit.request.field("reason"), own_problems(frozen.problems())),
                     desk::status_of(trouble));
}

}  // namespace kring::summary
