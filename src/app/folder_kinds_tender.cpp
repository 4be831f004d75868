// SPDX-License-Identifier: EUPL-1.2
// The part of the dictionary of the folder format about draft tenders and real bids. Bids leave the house in
// an export of the whole installation, and in that of a person who may see them; in no other.
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

// The owner of a draft that one can read, and colleagues who are named and still of its organisation; nobody
// on a supplier's side.
// As tender::may_draft has it: a purchaser, or an adviser with a role.
constexpr std::string_view sees_bids =
    "{record:tender_id} and exists (select 1 from records own join tenders tt on tt.id = own.id join people "
    "me on me.id = {me} join memberships m on m.person_id = me.id and m.network_id = own.network_id and "
    "(m.side = 'purchaser' or (m.side = 'adviser' and (m.is_facilitator = 1 or m.is_editor = 1 or "
    "m.is_expert = 1)))"
    " where own.id = t.tender_id and (own.owner_id = me.id or (me.organisation_id = tt.organisation_id and "
    "exists (select 1 from bid_readers named where named.tender_id = own.id and named.person_id = me.id))))";
constexpr std::string_view sees_scores =
    "exists (select 1 from bids b join records own on own.id = b.tender_id join tenders tt on tt.id = own.id "
    "join people me on me.id = {me} join memberships m on m.person_id = me.id and m.network_id = "
    "own.network_id and "
    "(m.side = 'purchaser' or (m.side = 'adviser' and (m.is_facilitator = 1 or m.is_editor = 1 or "
    "m.is_expert = 1)))"
    " where b.id = t.bid_id and {record:b.tender_id} and (own.owner_id = me.id or (me.organisation_id = "
    "tt.organisation_id and exists (select 1 from bid_readers named where named.tender_id = own.id and "
    "named.person_id = me.id))))";

// clang-format off: a table reads by its rows

std::vector<FolderField> tender_fields() {
    return {
        {"organisation", "organisation_id", F::reference, optional, "organisations", "the owner's then"},
        {"formula", "formula", F::choice, required, "f1 f2 f3a f3b f4 f5 f6a f6b f7 f8", "price formula"},
        {"price_low", "price_low", F::number, optional, "", "lower bound of the price, cents"},
        {"price_high", "price_high", F::number, optional, "", "upper bound of the price, cents"},
        {"log_base_milli", "log_base_milli", F::number, required, "", "A of formula f4, thousandths"},
        {"quality_value", "quality_value", F::number, required, "", "V of formula f5, cents"},
        {"co2_price_milli", "co2_price_milli", F::number, required, "", "euro per kg CO2e, thousandths"},
        {"discount_milli", "discount_milli", F::number, required, "", "of f8, thousandths of per cent"},
        {"decimals", "decimals", F::whole, required, "", "scores are rounded to so many, -1 for not"},
        {"ties", "ties", F::choice, required, "lot quality green price", "what decides between equal scores"},
        {"bidders_from", "bidders_from", F::number, required, "", "fewest bidders expected"},
        {"bidders_to", "bidders_to", F::number, required, "", "most bidders expected"},
        {"price_level", "price_level", F::number, required, "", "usual price, cents"},
        {"price_spread_milli", "price_spread_milli", F::number, required, "", "thousandths of per cent"},
        {"green_mean_milli", "green_mean_milli", F::number, required, "", "sustainability, the same"},
        {"green_spread_milli", "green_spread_milli", F::number, required, "", "its spread, the same"},
        {"quality_mean_milli", "quality_mean_milli", F::number, required, "", "score on quality, the same"},
        {"quality_spread_milli", "quality_spread_milli", F::number, required, "", "its spread, the same"},
        {"green_premium_milli", "green_premium_milli", F::whole, required, "", "extra price of full score"},
        {"correlation_milli", "correlation_milli", F::whole, required, "", "price and score, thousandths"},
        {"kg_least", "kg_least", F::number, required, "", "kg CO2e of the most sustainable bid"},
        {"kg_most", "kg_most", F::number, required, "", "kg CO2e of the least sustainable bid"},
        {"draws", "draws", F::number, required, "", "draws of the simulation"},
        {"seed", "seed", F::number, required, "", "seed of the simulation"},
        {"market_is_own", "market_is_own", F::yes_no, optional, "", "somebody looked at the assumptions"},
        {"subject", "subject", F::text, optional, "", "what is bought, Markdown"},
        {"procedure", "procedure_text", F::text, optional, "", "procedure, Markdown"}};
}

std::vector<FolderKind> draft_kinds() {
    return {
        {"tenders", "tenders", "tender", "a draft tender with its price formula and expected market",
         tender_fields(), ""},
        {"tender-criteria", "tender_criteria", "", "an award criterion of a draft tender",
         {{"tender", "tender_id", F::reference, required, "tenders", "draft tender"},
          {"position", "position", F::number, required, "", "order"},
          {"name", "name", F::line, required, "", "name"},
          {"type", "type", F::choice, required, "price quality effect", "type"},
          {"weight_milli", "weight_milli", F::number, required, "", "weight, thousandths"},
          {"is_green", "is_green", F::yes_no, optional, "", "counts as sustainability"},
          {"points_milli", "points_milli", F::number, required, "", "points of full marks, thousandths"},
          {"guide", "guide", F::text, optional, "", "what earns how many points, one level a line"}},
         "{record:tender_id}"},
        {"tender-expected-bids", "tender_expected_bids", "", "a made-up bid of a draft tender",
         {{"tender", "tender_id", F::reference, required, "tenders", "draft tender"},
          {"position", "position", F::number, required, "", "order"},
          {"name", "name", F::line, required, "", "name"},
          {"price", "price", F::number, required, "", "price, cents"},
          {"green_milli", "green_milli", F::number, required, "", "score on sustainability"},
          {"quality_milli", "quality_milli", F::number, required, "", "score on other quality"}},
         "{record:tender_id}"},
    };
}

std::vector<FolderKind> bid_kinds() {
    return {
        {"bid-readers", "bid_readers", "", "a colleague who may see the real bids",
         {{"tender", "tender_id", F::reference, required, "tenders", "draft tender"},
          {"person", "person_id", F::reference, required, "people", "who"}},
         sees_bids, "tender_id person_id"},
        {"bids", "bids", "", "a real bid: confidential",
         {{"tender", "tender_id", F::reference, required, "tenders", "draft tender"},
          {"position", "position", F::number, required, "", "order of entering"},
          {"name", "name", F::line, required, "", "bidder"},
          {"price", "price", F::number, required, "", "price, cents"},
          {"lot", "lot", F::number, required, "", "which lot it drew, 0 for none"}},
         sees_bids},
        {"bid-scores", "bid_scores", "", "a score of a real bid: confidential",
         {{"bid", "bid_id", F::reference, required, "bids", "bid"},
          {"criterion", "criterion_id", F::reference, required, "tender-criteria", "criterion"},
          {"assessor", "assessor", F::line, optional, "", "id of who gave it; none for the score agreed on"},
          {"points_milli", "points_milli", F::number, required, "", "points or kg, thousandths"},
          {"reason", "reason", F::text, optional, "", "why"}},
         sees_scores},
        {"award-sheets", "award_sheets", "", "the account of an award, as signed: confidential",
         {{"tender", "tender_id", F::reference, required, "tenders", "draft tender"},
          {"number", "number", F::number, required, "", "number"},
          {"language", "language", F::choice, required, "nl en", "language"},
          {"signed_by", "signed_by", F::reference, required, "people", "who signed"},
          {"signer_name", "signer_name", F::line, required, "", "their name then"},
          {"signed_at", "signed_at", F::moment, required, "", "when"},
          {"previous_hash", "previous_hash", F::line, optional, "", "hash of the sheet before"},
          {"hash", "hash", F::line, required, "", "SHA-256 of what was signed"},
          {"reason", "reason", F::text, optional, "", "why it corrects the one before"},
          {"content", "content", F::text, required, "", "the account, cells parted by tabs"}},
         sees_bids},
    };
}

// clang-format on

}  // namespace

std::vector<FolderKind> tender_kinds() {
    std::vector<FolderKind> all = draft_kinds();
    for (FolderKind& kind : bid_kinds()) all.push_back(std::move(kind));
    return all;
}

}  // namespace kring::app
