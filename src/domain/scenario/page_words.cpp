// SPDX-License-Identifier: EUPL-1.2
// Title, note and audience of a scenario, and the buttons that do one thing: copy, compute again, stop, take
// back.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/forms.hpp"
#include "domain/scenario/may.hpp"
#include "domain/scenario/page_functions.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

using desk::Visit;

std::vector<desk::Option> audience_options(const Visit& visit, const Scenario& one) {
    std::vector<desk::Option> options;
    if (!one.is_shared()) options.push_back({"persons", visit.say("scenario.audience.persons"), ""});
    for (const chain::Audience audience : chain::audiences_open_to(visit.who, one.record.network)) {
        if (audience == chain::Audience::workshop) continue;
        const std::string name(chain::word(audience));
        options.push_back({name, visit.say("audience." + name), visit.say("audience." + name + ".hint")});
    }
    return options;
}

web::Response show_words(const Visit& visit, const Draft* typed, const Problems& problems) {
    const auto one = visit.read([&](db::Connection& in) -> Result<Scenario> {
        TRY(found, find_visible(in, visit.who, visit.request.part("id"), visit.when));
        if (!may_change(visit.who, found.record))
            return Problem{Trouble::forbidden, "scenario.problem.not_yours", "", {}};
        return std::move(found);
    });
    if (!one) return desk::trouble(visit, one.problems());
    const Draft now = typed ? *typed
                            : Draft{one->record.title, one->note,
                                    std::string(chain::word(one->record.audience)), one->record.language};
    desk::Form form(visit, address_of(visit, one->record.id, "/bewerken"), "network.form.save");
    desk::Extra note;
    note.is_required = false;
    note.hint = visit.say("scenario.form.note_hint");
    desk::Extra audience;
    audience.hint = visit.say("scenario.form.audience_hint");
    form.text("title", "scenario.form.title", now.title)
        .area("note", "scenario.form.note", now.note, note)
        .radios("audience", "scenario.form.audience", now.audience, audience_options(visit, *one), audience)
        .problems(problems);
    desk::Frame frame;
    frame.title = visit.say("scenario.words.title");
    frame.crumbs = crumbs_to(visit, &*one, frame.title);
    frame.visible_for = desk::visible_to_you();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

web::Response settled(const Visit& visit, const Result<Done>& done, std::string_view message) {
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, address_of(visit, visit.request.part("id")), message);
}

}  // namespace

web::Response edit_words(const Visit& visit) { return show_words(visit, nullptr, {}); }

web::Response post_words(const Visit& visit) {
    Draft draft;
    draft.title = network::typed(visit, "title");
    draft.note = network::typed(visit, "note");
    draft.audience = network::typed(visit, "audience");
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) -> Result<Done> {
        TRY(one, find_visible(act.in, act.who, id, act.when));
        draft.language = one.record.language;
        return change(act, id, draft);
    });
    if (done) return desk::go(visit, address_of(visit, id), "saved");
    const Trouble trouble = done.problems().front().trouble;
    if (trouble == Trouble::forbidden || trouble == Trouble::not_found)
        return desk::trouble(visit, done.problems());
    return show_words(visit, &draft, done.problems());
}

web::Response post_copy(const Visit& visit) {
    const bool with_new = visit.request.field("figures") == "new";
    const auto made =
        visit.write([&](const Act& act) { return copy(act, visit.request.part("id"), with_new); });
    if (!made) return desk::trouble(visit, made.problems());
    compute_if_quick(visit, *made);
    return desk::go(visit, address_of(visit, *made), "scenario_copied");
}

web::Response post_computation(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return compute_again(act, id); });
    if (done) compute_again_if_quick(visit, id);
    return settled(visit, done, "");
}

web::Response post_stop(const Visit& visit) {
    return settled(visit, visit.write([&](const Act& act) { return stop(act, visit.request.part("id")); }),
                   "scenario_stopped");
}

web::Response post_withdrawal(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) { return withdraw(act, visit.request.part("id")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "withdrawn");
}

web::Response post_restoration(const Visit& visit) {
    return settled(visit, visit.write([&](const Act& act) { return restore(act, visit.request.part("id")); }),
                   "restored");
}

}  // namespace kring::scenario
