// SPDX-License-Identifier: EUPL-1.2
// Bids in a list, entering one, assessing one, and who may see them.
#include <algorithm>

#include "domain/bid/page_functions.hpp"
#include "domain/bid/store.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/table.hpp"
#include "domain/network/network_view.hpp"
#include "domain/tender/tender_view.hpp"

namespace kring::bid {

namespace {

using desk::Extra;
using desk::Form;
using desk::Visit;
using html::List;
using html::View;
using tender::Criterion;
using tender::CriterionType;
using tender::Typed;

Typed typed_here(const Visit& visit) { return {visit.request.form, visit.language}; }

const Bid* bid_here(const Room& room, const Visit& visit) {
    const auto found = std::find_if(room.bids.begin(), room.bids.end(),
                                    [&](const Bid& one) { return one.id == visit.request.part("offerte"); });
    return found == room.bids.end() ? nullptr : &*found;
}

// A bid as its form shows it: the scores of one assessor, "" for those agreed on.
Typed filled(const Room& room, const Bid& bid, std::string_view assessor, html::Language language) {
    Typed typed{{}, language};
    typed.set("name", bid.name);
    typed.set("price", tender::amount_in_field(bid.price, 2, language));
    typed.set("lot", bid.lot > 0 ? std::to_string(bid.lot) : "");
    int number = 0;
    for (const Criterion& one : room.tender.criteria) {
        if (one.type == CriterionType::price) continue;
        ++number;
        for (const Score& score : bid.scores) {
            if (score.criterion != one.id || score.assessor != assessor) continue;
            typed.set("s" + std::to_string(number), tender::amount_in_field(score.points, 3, language));
            typed.set("r" + std::to_string(number), score.reason);
        }
    }
    return typed;
}

void score_fields(Form& form, const Visit& visit, const Room& room, const Typed& typed, bool with_effects) {
    int number = 0;
    for (const Criterion& one : room.tender.criteria) {
        if (one.type == CriterionType::price) continue;
        ++number;
        const bool is_effect = one.type == CriterionType::effect;
        if (is_effect && !with_effects) continue;
        Extra score;
        score.is_required = false;
        score.label_values = {{"criterion", one.name}};
        score.hint = is_effect
                         ? visit.say("bid.form.kg_hint")
                         : visit.say("bid.form.score_hint",
                                     {{"most", tender::amount_in_words(one.points, 3, 0, visit.language)}});
        const std::string s = "s" + std::to_string(number);
        const std::string r = "r" + std::to_string(number);
        form.text(s, is_effect ? "bid.form.kg" : "bid.form.score", typed.at(s), score);
        Extra reason;
        reason.is_required = false;
        reason.rows = 2;
        reason.label_values = {{"criterion", one.name}};
        form.area(r, "bid.form.reason", typed.at(r), reason);
    }
}

web::Response show_bid_form(const Visit& visit, const Room& room, const std::string& action,
                            std::string title, const Typed& typed, const Problems& problems) {
    Form form(visit, action, "network.form.save");
    form.text("name", "bid.form.name", typed.at("name"));
    Extra price;
    price.hint = visit.say("bid.form.price_hint");
    form.text("price", "bid.form.price", typed.at("price"), price);
    form.heading("bid.form.agreed", visit.say("bid.form.agreed_intro"));
    score_fields(form, visit, room, typed, true);
    form.heading("bid.form.lots");
    Extra lot;
    lot.is_required = false;
    lot.hint = visit.say("bid.form.lot_hint");
    form.text("lot", "bid.form.lot", typed.at("lot"), lot).problems(problems);
    desk::Frame frame = frame_of(visit, room, std::move(title));
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

web::Response show_new(const Visit& visit, const Typed& typed, const Problems& problems) {
    const auto room = visit.read([&](db::Connection& in) { return room_to_run_here(in, visit); });
    if (!room) return desk::trouble(visit, room.problems());
    return show_bid_form(visit, *room, bid_address(visit, "/offertes/nieuw"), visit.say("bid.enter"), typed,
                         problems);
}

web::Response show_edit(const Visit& visit, const Typed* typed, const Problems& problems) {
    const auto room = visit.read([&](db::Connection& in) { return room_to_run_here(in, visit); });
    if (!room) return desk::trouble(visit, room.problems());
    const Bid* const bid = bid_here(*room, visit);
    if (!bid) return desk::not_found(visit);
    return show_bid_form(visit, *room, bid_address(visit, "/offertes/{offerte}", {bid->id}),
                         visit.say("bid.change", {{"bid", bid->name}}),
                         typed ? *typed : filled(*room, *bid, "", visit.language), problems);
}

web::Response show_assessment(const Visit& visit, const Typed* typed, const Problems& problems) {
    const auto room = visit.read([&](db::Connection& in) { return room_here(in, visit); });
    if (!room) return desk::trouble(visit, room.problems());
    const Bid* const bid = bid_here(*room, visit);
    if (!bid) return desk::not_found(visit);
    Form form(visit, bid_address(visit, "/offertes/{offerte}/beoordeling", {bid->id}), "network.form.save");
    score_fields(form, visit, *room, typed ? *typed : filled(*room, *bid, visit.who.person, visit.language),
                 false);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, *room, visit.say("bid.assess", {{"bid", bid->name}}));
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

View bid_row(const Visit& visit, const Room& room, const Bid& bid) {
    int scored = 0;
    int asked = 0;
    for (const Criterion& one : room.tender.criteria) {
        if (one.type == CriterionType::price) continue;
        ++asked;
        scored += counting(bid, one.id).count > 0 ? 1 : 0;
    }
    View row;
    row.set("name", bid.name)
        .set("price", tender::euros(bid.price, visit.language))
        .set("scored", visit.say("bid.row.scored",
                                 {{"scored", std::to_string(scored)}, {"asked", std::to_string(asked)}}))
        .set("href", bid_address(visit, "/offertes/{offerte}", {bid.id}))
        .set("assess_href", bid_address(visit, "/offertes/{offerte}/beoordeling", {bid.id}))
        .set("remove_href", bid_address(visit, "/offertes/{offerte}/verwijdering", {bid.id}));
    return row;
}

web::Response to_list(const Visit& visit, std::string_view message) {
    return desk::go(visit, bid_address(visit, "/offertes"), message);
}

}  // namespace

web::Response list_bids(const Visit& visit) {
    const auto room = visit.read([&](db::Connection& in) { return room_here(in, visit); });
    if (!room) return desk::trouble(visit, room.problems());
    const auto sheets = visit.read([&](db::Connection& in) { return sheets_of(in, room->tender.record.id); });
    const auto colleagues = visit.read([&](db::Connection& in) { return colleagues_of(in, room->tender); });
    List rows;
    for (const Bid& bid : room->bids) rows.push_back(bid_row(visit, *room, bid));
    List signed_ones;
    for (const Sheet& sheet : sheets) {
        const std::string number = std::to_string(sheet.number);
        signed_ones.push_back(
            network::link(bid_address(visit, "/staten/{nummer}", {number}),
                          visit.say("bid.sheet.link",
                                    {{"number", number},
                                     {"name", sheet.signer_name},
                                     {"when", visit.site.phrases.moment(sheet.signed_at, visit.language)}})));
    }
    List named;
    for (const Colleague& one : colleagues) {
        if (one.is_named) named.push_back(std::move(View().set("name", one.name)));
    }
    View view;
    view.set("rows", std::move(rows))
        .set("sheets", std::move(signed_ones))
        .set("named", std::move(named))
        .set("may_run", room->may_run)
        .set("new_href", bid_address(visit, "/offertes/nieuw"))
        .set("award_href", bid_address(visit, "/uitslag"))
        .set("assessors_href", bid_address(visit, "/beoordelaars"));
    return desk::show(visit, frame_of(visit, *room, visit.say("bid.list")), "bid_list", std::move(view));
}

web::Response new_bid(const Visit& visit) { return show_new(visit, {{}, visit.language}, {}); }

web::Response post_new_bid(const Visit& visit) {
    const Typed typed = typed_here(visit);
    const auto done =
        visit.write([&](const Act& act) { return enter(act, visit.request.part("id"), typed); });
    if (done) return to_list(visit, "bid_kept");
    if (tender::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_new(visit, typed, done.problems());
}

web::Response edit_bid(const Visit& visit) { return show_edit(visit, nullptr, {}); }

web::Response post_bid(const Visit& visit) {
    const Typed typed = typed_here(visit);
    const auto done = visit.write([&](const Act& act) {
        return change(act, visit.request.part("id"), visit.request.part("offerte"), typed);
    });
    if (done) return to_list(visit, "bid_kept");
    if (tender::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_edit(visit, &typed, done.problems());
}

web::Response post_removal(const Visit& visit) {
    const auto done = visit.write(
        [&](const Act& act) { return remove(act, visit.request.part("id"), visit.request.part("offerte")); });
    if (!done) return desk::trouble(visit, done.problems());
    return to_list(visit, "bid_removed");
}

web::Response edit_assessment(const Visit& visit) { return show_assessment(visit, nullptr, {}); }

web::Response post_assessment(const Visit& visit) {
    const Typed typed = typed_here(visit);
    const auto done = visit.write([&](const Act& act) {
        return assess(act, visit.request.part("id"), visit.request.part("offerte"), typed);
    });
    if (done) return to_list(visit, "bid_assessed");
    if (tender::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_assessment(visit, &typed, done.problems());
}

namespace {

web::Response show_assessors(const Visit& visit, const web::Fields* typed, const Problems& problems) {
    const auto room = visit.read([&](db::Connection& in) { return room_to_run_here(in, visit); });
    if (!room) return desk::trouble(visit, room.problems());
    const auto colleagues = visit.read([&](db::Connection& in) { return colleagues_of(in, room->tender); });
    List people;
    for (const Colleague& one : colleagues) {
        bool is_named = one.is_named;
        if (typed) {
            const auto chosen = web::all_of(*typed, "person");
            is_named = std::find(chosen.begin(), chosen.end(), one.person) != chosen.end();
        }
        View person;
        person.set("id", one.person).set("name", one.name).set("checked", is_named);
        people.push_back(std::move(person));
    }
    List faults;
    for (const Problem& problem : problems)
        faults.push_back(std::move(View().set("text", desk::worded(visit, problem))));
    View view;
    view.set("people", std::move(people))
        .set("faults", std::move(faults))
        .set("action", bid_address(visit, "/beoordelaars"));
    desk::Frame frame = frame_of(visit, *room, visit.say("bid.assessors"));
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "bid_assessors", std::move(view), network::status_of_form(problems));
}

}  // namespace

web::Response edit_assessors(const Visit& visit) { return show_assessors(visit, nullptr, {}); }

web::Response post_assessors(const Visit& visit) {
    const auto done = visit.write(
        [&](const Act& act) { return name_assessors(act, visit.request.part("id"), visit.request.form); });
    if (done) return to_list(visit, "bid_assessors_named");
    if (done.problems().front().trouble != Trouble::invalid) return desk::trouble(visit, done.problems());
    return show_assessors(visit, &visit.request.form, done.problems());
}

}  // namespace kring::bid
