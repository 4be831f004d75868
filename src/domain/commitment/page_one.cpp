// SPDX-License-Identifier: EUPL-1.2
// One commitment: how it stands, and what its owner does with it.
#include "domain/chain/audience.hpp"
#include "domain/commitment/acts.hpp"
#include "domain/commitment/commitment_view.hpp"
#include "domain/commitment/may.hpp"
#include "domain/commitment/page_functions.hpp"
#include "domain/commitment/store.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/html/markdown.hpp"

namespace kring::commitment {

namespace {

using desk::Visit;
using html::View;

std::string address_here(const Visit& visit, std::string_view pattern) {
    return desk::address(visit, pattern, {visit.request.part("id")});
}

struct OnePage {
    Commitment one;
    std::optional<Place> place;  ///< absent when the visitor may not read the workshop
    chain::VisibleFor visible_for;
};

Result<OnePage> read_one(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto one = find(in, record.id);
    if (!one) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    OnePage page{*one, std::nullopt, chain::visible_for(in, one->record, visit.code())};
    // For named persons, of whom there are none: for its owner.
    if (one->record.audience == chain::Audience::persons) page.visible_for = desk::visible_to_you();
    if (auto place = find_place(in, visit, one->workshop)) page.place = std::move(*place);
    return page;
}

desk::Frame frame_here(const Visit& visit, const OnePage& page) {
    desk::Frame frame;
    if (page.place) frame = frame_of(visit, *page.place, page.one.record.title);
    frame.title = page.one.record.title;
    if (!page.place) frame.crumbs = {{frame.title, ""}};
    frame.visible_for = page.visible_for;
    return frame;
}

void set_workshop(View& view, const Visit& visit, const OnePage& page) {
    if (!page.place) {
        view.set("workshop", "").set("workshop_language", "").set("workshop_href", "");
        return;
    }
    set_worded(view, "workshop", page.place->workshop.title(), visit.language);
    view.set("workshop_href", workshop::workshop_address(visit, page.one.workshop));
}

void set_what_one_may(View& view, const Visit& visit, const Commitment& one) {
    const bool may = may_change(visit.who, one.record);
    const bool is_open = one.state == State::open;
    const bool is_own = visit.who.is_signed_in() && one.record.owner == visit.who.person;
    const bool may_take =
        !one.record.is_withdrawn && (is_own || visit.who.is_facilitator(one.record.network));
    view.set("may_close", may && is_open)
        .set("may_reopen", may && !is_open)
        .set("may_withdraw", may_take)
        .set("may_restore", one.record.is_withdrawn)
        .set("done_href", address_here(visit, "/afspraken/{id}/klaar"))
        .set("drop_href", address_here(visit, "/afspraken/{id}/vervallen"))
        .set("edit_href", address_here(visit, "/afspraken/{id}/bewerken"))
        .set("reopen_href", address_here(visit, "/afspraken/{id}/heropening"))
        .set("withdraw_href", address_here(visit, "/afspraken/{id}/intrekking"))
        .set("restore_href", address_here(visit, "/afspraken/{id}/herstel"));
}

// The two ways to close: which field, and what is done with it.
struct Closing {
    std::string_view pattern;
    std::string_view field;
    std::string_view title;
    Result<Done> (*act)(const Act&, std::string_view, std::string_view);
    std::string_view message;
};

constexpr Closing finishing = {"/afspraken/{id}/klaar", "result", "commitment.done", finish,
                               "commitment_done"};
constexpr Closing dropping = {"/afspraken/{id}/vervallen", "drop_reason", "commitment.drop", drop,
                              "commitment_dropped"};

web::Response ask(const Visit& visit, const Closing& closing, std::string_view typed,
                  const Problems& problems) {
    const auto page = visit.read([&](db::Connection& in) { return read_one(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    if (!may_change(visit.who, page->one.record)) return desk::trouble(visit, workshop::forbidden());
    if (page->one.state != State::open)
        return desk::trouble(visit, {Problem{Trouble::conflict, "commitment.problem.closed", "", {}}});
    desk::Form form(visit, address_here(visit, closing.pattern), "network.form.save");
    const std::string key = "commitment.form." + std::string(closing.field);
    desk::Extra extra;
    extra.rows = 3;
    extra.hint = visit.say(key + "_hint");
    form.area(closing.field, key, typed, extra).problems(problems);
    desk::Frame frame = frame_here(visit, *page);
    frame.crumbs.back().href = address_here(visit, "/afspraken/{id}");
    frame.title = visit.say(closing.title);
    frame.crumbs.push_back({frame.title, ""});
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

web::Response post_closing(const Visit& visit, const Closing& closing) {
    const std::string typed = network::typed(visit, closing.field);
    const auto done =
        visit.write([&](const Act& act) { return closing.act(act, visit.request.part("id"), typed); });
    if (done) return desk::go(visit, address_here(visit, "/afspraken/{id}"), closing.message);
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return ask(visit, closing, typed, done.problems());
}

}  // namespace

web::Response show_commitment(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_one(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Commitment& one = page->one;
    View view;
    set_workshop(view, visit, *page);
    set_what_one_may(view, visit, one);
    view.set("language", one.record.language)
        .set("state", state_in_words(visit, one))
        .set("due", visit.site.phrases.long_date(one.due_on, visit.language))
        .set("owner", desk::by(visit, one.record))
        .set("body", html::markdown(one.body, 2))
        .set("outcome", one.outcome)
        .set("outcome_label",
             visit.say(one.state == State::dropped ? "commitment.show.reason" : "commitment.show.result"))
        .set("chain", desk::chain_view(visit, one.record));
    return desk::show(visit, frame_here(visit, *page), "commitment_show", std::move(view));
}

web::Response ask_result(const Visit& visit) { return ask(visit, finishing, "", {}); }
web::Response post_result(const Visit& visit) { return post_closing(visit, finishing); }
web::Response ask_reason(const Visit& visit) { return ask(visit, dropping, "", {}); }
web::Response post_reason(const Visit& visit) { return post_closing(visit, dropping); }

web::Response post_reopening(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return reopen(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, address_here(visit, "/afspraken/{id}"), "commitment_reopened");
}

web::Response post_withdrawal(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return withdraw(act, id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "withdrawn");
}

web::Response post_restoration(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return restore(act, id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/afspraken/{id}", {id}), "restored");
}

}  // namespace kring::commitment
