// SPDX-License-Identifier: EUPL-1.2
// What the summary says of a guest's session, for the guest: to agree to, or to remark on.
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/speaker/page_functions.hpp"
#include "domain/speaker/passages.hpp"
#include "platform/html/markdown.hpp"

namespace kring::speaker {

namespace {

using desk::Visit;
using html::List;
using html::View;

// What came back with a fault: for one statement, with what was typed.
struct Typed {
    std::string statement;
    std::string decision;
    std::string remark;
    Problems problems;
};

View view_of(const Visit& visit, const Passage& one, std::size_t number, const Typed& typed) {
    const bool is_typed = typed.statement == one.statement;
    desk::Form form(visit, desk::address(visit, "/spreker/passages"), "speaker.passage.submit");
    const std::string kept = one.decision == "asked" ? "" : one.decision;
    // Names are unique on the page, for labels and errors.
    const std::string end = std::to_string(number);
    form.hidden("statement", one.statement).hidden("number", end);
    form.radios("decision" + end, "speaker.passage.question", is_typed ? typed.decision : kept,
                {{"agreed", visit.say("speaker.passage.agree"), ""},
                 {"refused", visit.say("speaker.passage.refuse"), ""}});
    desk::Extra remark;
    remark.is_required = false;
    remark.rows = 4;
    form.area("remark" + end, "speaker.passage.remark", is_typed ? typed.remark : one.remark, remark);
    if (is_typed) form.problems(typed.problems);
    const Worded text = in_language(one.text, visit.language);
    View view;
    view.set("number", end)
        .set("text", html::markdown(text.text, 3))
        .set("text_language", text.language == visit.code() ? "" : text.language)
        .set("is_current", one.is_current())
        .set("state", visit.say("speaker.passage." + (one.is_current() ? one.decision : "changed")))
        .set("form", form.view());
    return view;
}

web::Response show(const Visit& visit, const Guest& guest, const Typed& typed) {
    const auto passages = visit.read([&](db::Connection& in) { return passages_of(in, guest.id); });
    List views;
    for (const Passage& one : passages) views.push_back(view_of(visit, one, views.size() + 1, typed));
    desk::Frame frame = frame_for_guest(visit, "speaker.passages.title");
    frame.has_errors = !typed.problems.empty();
    View view;
    view.set("passages", std::move(views));
    return desk::show(visit, frame, "speaker_passages", std::move(view),
                      network::status_of_form(typed.problems));
}

}  // namespace

web::Response show_passages(const Visit& visit) {
    const auto guest = guest_of(visit);
    return guest ? show(visit, *guest, {}) : link_gone(visit);
}

web::Response post_passage(const Visit& visit) {
    const auto guest = guest_of(visit);
    if (!guest) return link_gone(visit);
    const std::string end(visit.request.field("number").substr(0, 4));
    Typed typed{std::string(visit.request.field("statement")),
                std::string(visit.request.field("decision" + end)),
                network::typed(visit, "remark" + end),
                {}};
    if (typed.decision != "agreed" && typed.decision != "refused") {
        typed.problems = {{Trouble::invalid, "problem.choice", "decision" + end, {}}};
        return show(visit, *guest, typed);
    }
    const auto done = visit.write([&](const Act& act) {
        return answer_passage(act, guest->id, typed.statement, typed.decision == "agreed", typed.remark);
    });
    if (done) return desk::go(visit, desk::address(visit, "/spreker/passages"), "guest_saved");
    typed.problems = done.problems();
    for (Problem& problem : typed.problems) {
        if (problem.field == "remark") problem.field += end;
    }
    if (typed.problems.front().trouble != Trouble::invalid) return desk::trouble(visit, typed.problems);
    return show(visit, *guest, typed);
}

}  // namespace kring::speaker
