// SPDX-License-Identifier: EUPL-1.2
// Entering bids and scores, and naming who may see them.
#include <algorithm>

#include "domain/bid/acts.hpp"
#include "domain/bid/may.hpp"
#include "domain/bid/store.hpp"
#include "domain/desk/form.hpp"
#include "domain/tender/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::bid {

namespace {

using tender::Criterion;
using tender::CriterionType;
using tender::Typed;

Problem not_found() { return {Trouble::not_found, "problem.not_found", "", {}}; }

void fault(Problems& problems, std::string_view phrase, std::string field,
           std::vector<std::pair<std::string, std::string>> values = {}) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::move(field), std::move(values)});
}

Result<Room> room_to_run(const Act& act, std::string_view tender) {
    TRY(room, find_room(act.in, act.who, tender, act.when));
    if (!room.may_run) return Problem{Trouble::forbidden, "bid.problem.not_yours", "", {}};
    return std::move(room);
}

const Bid* find_bid(const Room& room, std::string_view id) {
    const auto found =
        std::find_if(room.bids.begin(), room.bids.end(), [&](const Bid& one) { return one.id == id; });
    return found == room.bids.end() ? nullptr : &*found;
}

// The scores typed, by the criteria that are no price; of effects only when `with_effects`.
std::vector<Score> read_scores(const Typed& typed, const tender::Tender& tender, bool with_effects,
                               Problems& problems) {
    std::vector<Score> scores;
    int number = 0;
    for (const Criterion& one : tender.criteria) {
        if (one.type == CriterionType::price) continue;
        ++number;
        const std::string field = "s" + std::to_string(number);
        const std::string reason = typed.at("r" + std::to_string(number));
        desk::allow_text(reason, "r" + std::to_string(number), reason_length_max, problems);
        const bool is_effect = one.type == CriterionType::effect;
        if (typed.at(field).empty() || (is_effect && !with_effects)) continue;
        const auto points = tender::read_amount(typed.at(field), 3, typed.language);
        const Milli most = is_effect ? tender::amount_max : one.points;
        if (!points || *points < 0 || *points > most) {
            fault(problems, "tender.problem.range", field,
                  {{"low", "0"}, {"high", tender::amount_in_words(most, 3, 0, typed.language)}});
            continue;
        }
        scores.push_back({one.id, "", "", *points, reason});
    }
    return scores;
}

Problems read_bid(const Typed& typed, Bid& bid) {
    Problems problems;
    bid.name = typed.at("name");
    tender::need_words(bid.name, "name", tender::name_length_max, "tender.problem.name", problems);
    const auto price = tender::read_amount(typed.at("price"), 2, typed.language);
    if (!price || *price < 1 || *price > tender::price_max)
        fault(problems, "bid.problem.price", "price");
    else
        bid.price = *price;
    bid.lot = 0;
    const std::string lot = typed.at("lot");
    if (!lot.empty() && !read_number(lot, 1, static_cast<std::int64_t>(bids_max), bid.lot))
        fault(problems, "bid.problem.lot", "lot");
    return problems;
}

}  // namespace

Result<Room> find_room(db::Connection& in, const Actor& actor, std::string_view id, Time when) {
    TRY(tender, tender::find_readable(in, actor, id, when));
    if (!may_see(actor, tender, readers_of(in, tender.record.id))) return not_found();
    const bool may = may_run(actor, tender);
    auto bids = of_tender(in, tender.record.id);
    return Room{std::move(tender), std::move(bids), may};
}

Result<std::string> enter(const Act& act, std::string_view tender, const Typed& typed) {
    TRY(room, room_to_run(act, tender));
    if (room.bids.size() >= bids_max) return Problem{Trouble::too_many, "bid.problem.too_many", "", {}};
    Bid bid;
    bid.id = new_id(act.when);
    Problems problems = read_bid(typed, bid);
    const auto scores = read_scores(typed, room.tender, true, problems);
    if (!problems.empty()) return problems;
    insert(act.in, tender, bid);
    replace_scores(act.in, bid.id, "", scores, act.when);
    journal::record(act, "bid.entered", tender);
    return bid.id;
}

Result<Done> change(const Act& act, std::string_view tender, std::string_view id, const Typed& typed) {
    TRY(room, room_to_run(act, tender));
    const Bid* const found = find_bid(room, id);
    if (!found) return not_found();
    Bid bid = *found;
    Problems problems = read_bid(typed, bid);
    const auto scores = read_scores(typed, room.tender, true, problems);
    if (!problems.empty()) return problems;
    update(act.in, bid);
    replace_scores(act.in, bid.id, "", scores, act.when);
    journal::record(act, "bid.changed", tender);
    return Done{};
}

Result<Done> remove(const Act& act, std::string_view tender, std::string_view id) {
    TRY(room, room_to_run(act, tender));
    if (!find_bid(room, id)) return not_found();
    remove(act.in, id);
    journal::record(act, "bid.removed", tender);
    return Done{};
}

Result<Done> assess(const Act& act, std::string_view tender, std::string_view id, const Typed& typed) {
    TRY(room, find_room(act.in, act.who, tender, act.when));
    if (!find_bid(room, id)) return not_found();
    Problems problems;
    const auto scores = read_scores(typed, room.tender, false, problems);
    if (!problems.empty()) return problems;
    replace_scores(act.in, id, act.who.person, scores, act.when);
    journal::record(act, "bid.assessed", tender);
    return Done{};
}

Result<Done> name_assessors(const Act& act, std::string_view tender, const web::Fields& fields) {
    TRY(room, room_to_run(act, tender));
    const auto chosen = web::all_of(fields, "person");
    if (!chosen.empty() && room.tender.record.audience == chain::Audience::persons)
        return Problem{Trouble::invalid, "bid.problem.audience", "", {}};
    const auto colleagues = colleagues_of(act.in, room.tender);
    for (const std::string& person : chosen) {
        const bool is_one = std::any_of(colleagues.begin(), colleagues.end(),
                                        [&](const Colleague& one) { return one.person == person; });
        if (!is_one) return Problem{Trouble::invalid, "bid.problem.colleague", "", {}};
    }
    replace_readers(act.in, tender, chosen);
    journal::record(act, "bid.assessors_named", tender);
    return Done{};
}

}  // namespace kring::bid
