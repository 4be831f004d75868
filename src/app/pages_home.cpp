// SPDX-License-Identifier: EUPL-1.2
// The start page, and "Mijn Kring": what waits for you, your drafts, what you brought in.
#include "app/pages.hpp"
#include "domain/chain/audience.hpp"
#include "domain/commitment/pages.hpp"
#include "domain/contribution/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/drafts.hpp"
#include "domain/desk/frame.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/registration/pages.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

using html::List;
using html::View;

constexpr int newest = 5;

List newest_rows(const desk::Visit& visit, chain::Kind kind) {
    contribution::Filter filter;
    filter.per_page = newest;
    const auto page = visit.read(
        [&](db::Connection& in) { return contribution::records(in, visit.who, kind, filter, visit.when); });
    return desk::record_rows(visit, page.things);
}

List network_cards(const desk::Visit& visit) {
    List cards;
    visit.read([&](db::Connection& in) {
        const auto counts = network::member_counts(in);
        for (const network::Network& one : network::all(in, visit.who)) {
            cards.push_back(network::card(visit, one, network::members_in_words(visit, counts, one.id)));
        }
    });
    return cards;
}

web::Response home(const desk::Visit& visit) {
    desk::Frame frame;
    frame.title = visit.say("home.title");
    frame.description = visit.say("home.lead");
    frame.visible_for = desk::visible_to_everyone();
    frame.head_links = {{visit.say("footer.atom"), desk::address(visit, "/publicaties.atom")}};
    View view;
    view.set("networks", network_cards(visit))
        .set("publications", newest_rows(visit, chain::Kind::version))
        .set("questions", newest_rows(visit, chain::Kind::question))
        .set("lessons", newest_rows(visit, chain::Kind::lesson))
        .set("publications_href", desk::address(visit, "/publicaties"))
        .set("questions_href", desk::address(visit, "/vragen"))
        .set("lessons_href", desk::address(visit, "/leerpunten"))
        .set("is_signed_in", visit.who.is_signed_in())
        .set("name", visit.who.name)
        .set("my_href", desk::address(visit, "/mijn"));
    return desk::show(visit, frame, "home", std::move(view));
}

// Where the form of a draft stands.
std::string form_address(const desk::Visit& visit, const desk::Draft& draft) {
    if (draft.form == "question") return desk::address(visit, "/vragen/nieuw");
    if (draft.form == "case") return desk::address(visit, "/praktijk/nieuw");
    if (draft.form == "lesson") return desk::address(visit, "/leerpunten/nieuw");
    if (draft.form.starts_with("answer-"))
        return desk::address(visit, "/vragen/{id}", {draft.form.substr(7)}) + "#answer";
    return desk::address(visit, "/mijn");
}

List draft_rows(const desk::Visit& visit) {
    List rows;
    const auto drafts = visit.read([&](db::Connection& in) { return desk::drafts_of(in, visit.who); });
    for (const desk::Draft& draft : drafts) {
        View row;
        row.set("href", form_address(visit, draft))
            .set("title", draft.title.empty() ? visit.say("my.draft.untitled") : draft.title)
            .set("when", visit.site.phrases.moment(draft.updated_at, visit.language))
            .set("drop_href", desk::address(visit, "/mijn/concepten/{id}/verwijdering", {draft.id}));
        rows.push_back(std::move(row));
    }
    return rows;
}

List own_rows(const desk::Visit& visit) {
    List rows;
    const auto records =
        visit.read([&](db::Connection& in) { return contribution::own(in, visit.who, visit.when); });
    for (const chain::Record& record : records) {
        View row = desk::record_row(visit, record);
        row.set("is_withdrawn", record.is_withdrawn)
            .set("restore_href", desk::address(visit, "/keten/{id}/herstel", {record.id}));
        rows.push_back(std::move(row));
    }
    return rows;
}

List consent_rows(const desk::Visit& visit) {
    List rows;
    const auto waiting =
        visit.read([&](db::Connection& in) { return summary::consents_waiting(in, visit.who); });
    for (const summary::ConsentRow& consent : waiting) {
        View row;
        row.set("href", desk::address(visit, "/toestemming/{id}", {consent.id}))
            .set("label", consent.record.title);
        rows.push_back(std::move(row));
    }
    return rows;
}

web::Response my(const desk::Visit& visit) {
    desk::Frame frame;
    frame.title = visit.say("menu.my");
    frame.crumbs = {{frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    View view;
    view.set("name", visit.who.name)
        .set("consents", consent_rows(visit))
        .set("registrations", registration::own_registrations(visit))
        .set("commitments", commitment::own_commitments(visit))
        .set("drafts", draft_rows(visit))
        .set("own", own_rows(visit))
        .set("networks", network_cards(visit))
        .set("is_member", !visit.who.memberships.empty())
        .set("ask_href", desk::address(visit, "/vragen/nieuw"))
        .set("case_href", desk::address(visit, "/praktijk/nieuw"))
        .set("lesson_href", desk::address(visit, "/leerpunten/nieuw"))
        .set("details_href", desk::address(visit, "/mijn/gegevens"))
        .set("today_href", desk::address(visit, "/vandaag"))
        .set("calendar_href", desk::address(visit, "/mijn/agenda"))
        .set("letters_href", desk::address(visit, "/mijn/post"))
        .set("security_href", desk::address(visit, "/mijn/beveiliging"))
        .set("sign_out_href", desk::address(visit, "/afmelden"));
    return desk::show(visit, frame, "my", std::move(view));
}

// For the script that keeps a form every ten seconds; answers without a page.
web::Response keep(const desk::Visit& visit) {
    if (visit.request.field("anonymous") == "yes") return web::plain(400, "not kept");
    std::string title(visit.request.field("title"));
    if (title.empty()) title = shortened(visit.request.field("body"), 100);
    const std::string form(visit.request.part("formulier"));
    if (form.size() > 100 || form == "question") return web::plain(400, "not kept");
    const auto kept = visit.write(
        [&](const Act& act) { return desk::keep_draft(act, form, "", title, visit.request.form); });
    if (!kept) return web::plain(desk::status_of(kept.problems().front().trouble), "not kept");
    return web::plain(200, "kept");
}

web::Response drop(const desk::Visit& visit) {
    const auto done =
        visit.write([&](const Act& act) { return desk::drop_draft_by_id(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "draft_dropped");
}

}  // namespace

std::vector<desk::Route> home_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/", home, Rule::everyone},
        {Method::get, "/mijn", my, Rule::signed_in},
        {Method::post, "/mijn/concepten/{formulier}", keep, Rule::signed_in},
        {Method::post, "/mijn/concepten/{id}/verwijdering", drop, Rule::signed_in},
    };
}

}  // namespace kring::app
