// SPDX-License-Identifier: EUPL-1.2
// Making and changing a commitment.
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

namespace kring::commitment {

namespace {

using desk::Visit;

Draft typed_draft(const Visit& visit) {
    Draft draft;
    draft.what = network::typed(visit, "what");
    draft.due_on = network::typed(visit, "due_on");
    draft.body = network::typed(visit, "body");
    draft.audience = network::typed(visit, "audience");
    draft.language = visit.code();
    return draft;
}

std::vector<desk::Option> audiences(const Visit& visit) {
    std::vector<desk::Option> options = {{"workshop", visit.say("commitment.audience.workshop"), ""}};
    if (!visit.who.organisation.empty())
        options.push_back({"organisation", visit.say("commitment.audience.organisation"), ""});
    options.push_back({"persons", visit.say("commitment.audience.persons"), ""});
    return options;
}

desk::Form form_of(const Visit& visit, const std::string& action, const Draft& draft, bool is_new) {
    desk::Form form(visit, action, is_new ? "commitment.form.make" : "network.form.save");
    desk::Extra what;
    what.hint = visit.say("commitment.form.what_hint");
    form.text("what", "commitment.form.what", draft.what, what);
    desk::Extra day = network::day_field(draft.due_on);
    day.is_required = true;
    day.hint = visit.say("commitment.form.due_hint");
    form.text("due_on", "commitment.form.due", draft.due_on, day);
    desk::Extra body;
    body.is_required = false;
    form.area("body", "commitment.form.body", draft.body, body);
    form.radios("audience", "commitment.form.audience", draft.audience, audiences(visit));
    return form;
}

web::Response show_new(const Visit& visit, const Draft& draft, const Problems& problems) {
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit, visit.request.part("id")); });
    if (!place) return desk::trouble(visit, place.problems());
    if (!may_commit(visit.who, place->workshop.record)) return desk::trouble(visit, workshop::forbidden());
    const std::string action =
        desk::address(visit, "/bijeenkomsten/{id}/afspraken/nieuw", {place->workshop.record.id});
    const auto asked = web::all_of(visit.request.query, "leerpunt");
    const std::string lesson = asked.empty() ? std::string(visit.request.field("lesson")) : asked.front();
    desk::Form form = form_of(visit, action, draft, true);
    form.hidden("lesson", lesson).problems(problems);
    desk::Frame frame = frame_of(visit, *place, visit.say("commitment.make"));
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

web::Response show_edit(const Visit& visit, const Commitment& one, const Draft& draft,
                        const Problems& problems) {
    const std::string& id = one.record.id;
    desk::Form form = form_of(visit, desk::address(visit, "/afspraken/{id}/bewerken", {id}), draft, false);
    form.problems(problems);
    desk::Frame frame;
    frame.title = visit.say("commitment.edit");
    frame.crumbs = {{one.record.title, desk::address(visit, "/afspraken/{id}", {id})}, {frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

Result<Commitment> find_to_edit(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    auto one = find(in, record.id);
    if (!one) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_change(visit.who, record))
        return Problem{Trouble::forbidden, "commitment.problem.not_yours", "", {}};
    if (one->state != State::open) return Problem{Trouble::conflict, "commitment.problem.closed", "", {}};
    return std::move(*one);
}

}  // namespace

web::Response new_commitment(const Visit& visit) { return show_new(visit, {}, {}); }

web::Response post_new_commitment(const Visit& visit) {
    const Draft draft = typed_draft(visit);
    const auto made = visit.write([&](const Act& act) {
        return make(act, visit.request.part("id"), visit.request.field("lesson"), draft);
    });
    if (made) return desk::go(visit, desk::address(visit, "/afspraken/{id}", {*made}), "commitment_made");
    if (workshop::is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_new(visit, draft, made.problems());
}

web::Response edit_commitment(const Visit& visit) {
    const auto one = visit.read([&](db::Connection& in) { return find_to_edit(in, visit); });
    if (!one) return desk::trouble(visit, one.problems());
    const Draft draft = {one->record.title, one->due_on, one->body, one->record.language,
                         std::string(chain::word(one->record.audience))};
    return show_edit(visit, *one, draft, {});
}

web::Response post_commitment(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const Draft draft = typed_draft(visit);
    const auto done = visit.write([&](const Act& act) { return change(act, id, draft); });
    if (done) return desk::go(visit, desk::address(visit, "/afspraken/{id}", {id}), "saved");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto one = visit.read([&](db::Connection& in) { return find_to_edit(in, visit); });
    if (!one) return desk::trouble(visit, one.problems());
    return show_edit(visit, *one, draft, done.problems());
}

}  // namespace kring::commitment
