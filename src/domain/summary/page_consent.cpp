// SPDX-License-Identifier: EUPL-1.2
// The question for consent: only the person asked sees it.
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/page_functions.hpp"
#include "platform/html/markdown.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;

constexpr std::string_view pattern = "/toestemming/{id}";

struct Page {
    ConsentRow consent;
    std::string newest;  // id of the consent about the text as it stands now; "" when there is none
    std::string network;
    std::string named_as;  // what would stand there
    bool is_published = false;
};

std::string named_as(db::Connection& in, const desk::Visit& visit, const ConsentRow& consent) {
    switch (consent.naming) {
        case Naming::name:
            return desk::by(visit, consent.record);
        case Naming::organisation:
            return consent.record.owner_organisation;
        case Naming::role:
            return in.first_text("select job from people where id = $1", {consent.person_id}).value_or("");
        case Naming::none:
            return "";
    }
    return "";
}

std::optional<Page> read_page(db::Connection& in, const desk::Visit& visit) {
    const auto consent = find_consent(in, visit.request.part("id"));
    if (!consent || !may_decide(visit.who, consent->person_id)) return std::nullopt;
    Page page;
    page.consent = *consent;
    const auto newest = current_consent(in, *consent);
    if (newest) page.newest = newest->id;
    const auto network = network::find(in, consent->network);
    if (network) page.network = network::name(*network, visit.code());
    page.named_as = named_as(in, visit, *consent);
    page.is_published = in.exists(
        "select 1 from version_sources s join versions v on v.id = s.version_id "
        "where s.record_id = $1 and v.summary_id = $2",
        {consent->record.id, consent->summary_id});
    return page;
}

List texts_of(const desk::Visit& visit, const Bilingual& text) {
    List views;
    const auto add = [&](std::string_view language, const std::string& words) {
        if (words.empty()) return;
        View view;
        view.set("label", visit.say("language." + std::string(language)))
            .set("text_language", language)
            .set("text", html::markdown(words, 3));
        views.push_back(std::move(view));
    };
    add("nl", text.nl);
    add("en", text.en);
    return views;
}

desk::Form form_of(const desk::Visit& visit, const Page& page, std::string_view decision,
                   std::string_view remark, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, pattern, {page.consent.id}), "summary.consent.submit");
    form.radios("decision", "summary.consent.question", decision,
                {{"agreed", visit.say("summary.consent.agree"), ""},
                 {"refused", visit.say("summary.consent.refuse"), visit.say("summary.consent.refuse_hint")}});
    desk::Extra extra;
    extra.is_required = false;
    extra.rows = 4;
    extra.hint = visit.say("summary.consent.remark_hint");
    form.area("remark", "summary.consent.remark", remark, extra);
    form.problems(problems);
    return form;
}

web::Response show_page(const desk::Visit& visit, const Page& page, const desk::Form& form, int status) {
    desk::Frame frame;
    frame.title = visit.say("summary.consent.title");
    frame.crumbs = {{visit.say("menu.my"), desk::address(visit, "/mijn")}, {frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = form.has_problems();
    View view;
    set_worded(view, "summary", page.consent.summary, visit.language);
    set_worded(view, "chapter", page.consent.chapter, visit.language);
    view.set("network", page.network)
        .set("texts", texts_of(visit, page.consent.text))
        .set("record_title", page.consent.record.title)
        .set("record_language", page.consent.record.language)
        .set("record_href", desk::address_of(visit.language, page.consent.record))
        .set("kind_label", visit.say("kind." + std::string(chain::word(page.consent.record.kind))))
        .set("naming", visit.say("summary.named." + std::string(word(page.consent.naming))))
        .set("named_as", page.named_as)
        .set("state", page.consent.decision == "asked"
                          ? std::string()
                          : visit.say("summary.consent.state." + page.consent.decision))
        .set("is_published", page.is_published)
        .set("form", form.view());
    return desk::show(visit, frame, "consent_show", std::move(view), status);
}

web::Response show_nothing_to_do(const desk::Visit& visit) {
    desk::Frame frame;
    frame.title = visit.say("summary.consent.title");
    frame.visible_for = desk::visible_to_you();
    View back;
    back.set("href", desk::address(visit, "/mijn")).set("label", visit.say("menu.my"));
    View view;
    view.set("heading", visit.say("summary.consent.over"))
        .set("text", visit.say("summary.consent.over_text"))
        .set("reasons", List{})
        .set("actions", List{back});
    return desk::show(visit, frame, "message_page", std::move(view));
}

}  // namespace

web::Response show_consent(const desk::Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::not_found(visit);
    if (page->newest.empty()) return show_nothing_to_do(visit);
    if (page->newest != page->consent.id) {
        return web::see_other(desk::address(visit, pattern, {page->newest}));
    }
    const std::string decision = page->consent.decision == "asked" ? std::string() : page->consent.decision;
    return show_page(visit, *page, form_of(visit, *page, decision, page->consent.remark, {}), 200);
}

web::Response post_consent(const desk::Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_page(in, visit); });
    if (!page) return desk::not_found(visit);
    const std::string_view decision = visit.request.field("decision");
    const std::string_view remark = visit.request.field("remark");
    if (decision != "agreed" && decision != "refused") {
        const Problems problems = {{Trouble::invalid, "problem.choice", "decision", {}}};
        return show_page(visit, *page, form_of(visit, *page, "", remark, problems), 400);
    }
    const auto done = visit.write(
        [&](const Act& act) { return decide(act, page->consent.id, decision == "agreed", remark); });
    if (done) return desk::go(visit, desk::address(visit, pattern, {page->consent.id}), "consent_kept");
    if (done.problems().front().trouble != Trouble::invalid) return desk::trouble(visit, done.problems());
    return show_page(visit, *page, form_of(visit, *page, decision, remark, done.problems()), 400);
}

}  // namespace kring::summary
