// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/store.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "platform/base/secret.hpp"

namespace kring::tender {

namespace {

constexpr std::string_view own_columns =
    ", t.organisation_id, t.subject, t.procedure_text, t.formula, t.price_low, t.price_high, "
    "t.log_base_milli, t.quality_value, t.co2_price_milli, t.discount_milli, "
    "t.decimals, t.ties, t.bidders_from, t.bidders_to, t.price_level, t.price_spread_milli, "
    "t.green_mean_milli, t.green_spread_milli, t.quality_mean_milli, t.quality_spread_milli, "
    "t.green_premium_milli, t.correlation_milli, t.kg_least, t.kg_most, t.draws, t.seed, t.market_is_own ";

std::optional<Cents> cents_or_none(const db::Row& row, int at) {
    if (row.is_null(at)) return std::nullopt;
    return row.integer(at);
}

Scoring read_scoring(const db::Row& row, int at) {
    Scoring scoring;
    scoring.formula = formula_of(row.view(at)).value();
    scoring.price_low = cents_or_none(row, at + 1);
    scoring.price_high = cents_or_none(row, at + 2);
    scoring.log_base = row.integer(at + 3);
    scoring.quality_value = row.integer(at + 4);
    scoring.co2_price = row.integer(at + 5);
    scoring.discount = row.integer(at + 6);
    scoring.decimals = static_cast<int>(row.integer(at + 7));
    scoring.ties = ties_of(row.view(at + 8)).value();
    return scoring;
}

Market read_market(const db::Row& row, int at) {
    Market market;
    market.bidders_from = static_cast<int>(row.integer(at));
    market.bidders_to = static_cast<int>(row.integer(at + 1));
    std::int64_t* const fields[] = {&market.price_level,   &market.price_spread, &market.green_mean,
                                    &market.green_spread,  &market.quality_mean, &market.quality_spread,
                                    &market.green_premium, &market.correlation,  &market.kg_least,
                                    &market.kg_most,       &market.draws,        &market.seed};
    int column = at + 2;
    for (std::int64_t* const field : fields) *field = row.integer(column++);
    market.is_own = row.truth(column);
    return market;
}

Tender read_tender(const db::Row& row) {
    int at = chain::record_column_count;
    Tender tender;
    tender.record = chain::read_record(row);
    tender.organisation = row.text(at++);
    tender.subject = row.text(at++);
    tender.procedure = row.text(at++);
    tender.scoring = read_scoring(row, at);
    tender.market = read_market(row, at + 9);
    return tender;
}

void read_parts(db::Connection& in, Tender& tender) {
    in.query(
        "select id, name, type, weight_milli, is_green, points_milli, guide from tender_criteria where "
        "tender_id = $1 order by position",
        {tender.record.id}, [&](const db::Row& row) {
            tender.criteria.push_back({row.text(0), row.text(1), criterion_type_of(row.view(2)).value(),
                                       row.integer(3), row.truth(4), row.integer(5), row.text(6)});
        });
    in.query(
        "select name, price, green_milli, quality_milli from tender_expected_bids where tender_id = $1 order "
        "by position",
        {tender.record.id}, [&](const db::Row& row) {
            tender.expected.push_back({row.text(0), row.integer(1), row.integer(2), row.integer(3)});
        });
}

// The columns that insert and update share, in the order of the statements.
std::vector<db::Param> values_of(const Tender& tender) {
    const Scoring& s = tender.scoring;
    const Market& m = tender.market;
    const auto or_null = [](const std::optional<Cents>& cents) {
        return cents ? db::Param(*cents) : db::Param(nullptr);
    };
    return {tender.record.id,
            db::text_or_null(tender.organisation),
            tender.subject,
            tender.procedure,
            word(s.formula),
            or_null(s.price_low),
            or_null(s.price_high),
            s.log_base,
            s.quality_value,
            s.co2_price,
            s.discount,
            s.decimals,
            word(s.ties),
            m.bidders_from,
            m.bidders_to,
            m.price_level,
            m.price_spread,
            m.green_mean,
            m.green_spread,
            m.quality_mean,
            m.quality_spread,
            m.green_premium,
            m.correlation,
            m.kg_least,
            m.kg_most,
            m.draws,
            m.seed,
            m.is_own};
}

}  // namespace

std::optional<Tender> find(db::Connection& in, std::string_view id) {
    std::optional<Tender> found;
    const std::string sql = "select " + std::string(chain::record_columns) + std::string(own_columns) +
                            std::string(chain::record_joins) +
                            "join tenders t on t.id = r.id where r.id = $1";
    in.query(sql, {id}, [&](const db::Row& row) { found = read_tender(row); });
    if (!found) return found;
    // Header and readers as the audience rule needs them.
    if (auto record = chain::find(in, id)) found->record = std::move(*record);
    read_parts(in, *found);
    return found;
}

Result<Tender> find_readable(db::Connection& in, const Actor& actor, std::string_view id, Time when) {
    TRY(record, chain::find_readable(in, actor, id, when));
    auto tender = find(in, record.id);
    if (!tender) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return std::move(*tender);
}

std::vector<Listed> readable_ones(db::Connection& in, const Actor& actor, std::string_view network,
                                  Time when) {
    std::vector<db::Param> params = {network};
    const std::string condition = chain::readable(actor, when, params);
    std::vector<Listed> found;
    in.query(
        "select " + std::string(chain::record_columns) +
            ", t.formula, (select cast(coalesce(sum(c.weight_milli), 0) as bigint) from tender_criteria c "
            "where "
            "c.tender_id = t.id and c.is_green = 1), (select cast(coalesce(sum(c.weight_milli), 0) as "
            "bigint) from "
            "tender_criteria c where c.tender_id = t.id) " +
            std::string(chain::record_joins) +
            "join tenders t on t.id = r.id where ($1 = '' or r.network_id = $1) and r.state = 'open' and " +
            condition + " order by r.created_at desc, r.id desc limit 200",
        params, [&](const db::Row& row) {
            const int at = chain::record_column_count;
            found.push_back({chain::read_record(row), formula_of(row.view(at)).value(), row.integer(at + 1),
                             row.integer(at + 2)});
        });
    return found;
}

void insert(db::Connection& in, Tender& tender, Time when) {
    chain::insert(in, tender.record);
    in.run(
        "insert into tenders (id, organisation_id, subject, procedure_text, formula, price_low, "
        "price_high, log_base_milli, quality_value, co2_price_milli, discount_milli, decimals, "
        "ties, bidders_from, bidders_to, price_level, price_spread_milli, green_mean_milli, "
        "green_spread_milli, quality_mean_milli, quality_spread_milli, green_premium_milli, "
        "correlation_milli, kg_least, kg_most, draws, seed, market_is_own) values ($1, $2, $3, "
        "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
        "$23, $24, $25, $26, $27, $28)",
        values_of(tender), {});
    replace_criteria(in, tender, when);
    replace_expected(in, tender, when);
}

void update(db::Connection& in, const Tender& tender) {
    chain::update(in, tender.record);
    in.run(
        "update tenders set organisation_id = $2, subject = $3, procedure_text = $4, formula = "
        "$5, price_low = $6, price_high = $7, log_base_milli = $8, quality_value = $9, "
        "co2_price_milli = $10, discount_milli = $11, decimals = $12, ties = $13, bidders_from = "
        "$14, bidders_to = $15, price_level = $16, price_spread_milli = $17, green_mean_milli = "
        "$18, green_spread_milli = $19, quality_mean_milli = $20, quality_spread_milli = $21, "
        "green_premium_milli = $22, correlation_milli = $23, kg_least = $24, kg_most = $25, draws "
        "= $26, seed = $27, market_is_own = $28 where id = $1",
        values_of(tender), {});
}

std::vector<std::string> scored_criteria(db::Connection& in, std::string_view id) {
    std::vector<std::string> scored;
    in.query(
        "select c.id from tender_criteria c where c.tender_id = $1 and exists (select 1 from bid_scores s "
        "where s.criterion_id = c.id) order by c.id",
        {id}, [&](const db::Row& row) { scored.push_back(row.text(0)); });
    return scored;
}

void replace_criteria(db::Connection& in, Tender& tender, Time when) {
    const std::string& id = tender.record.id;
    std::vector<std::string> before;
    in.query("select id from tender_criteria where tender_id = $1", {id},
             [&](const db::Row& row) { before.push_back(row.text(0)); });
    for (const std::string& old : before) {
        const bool stays = std::any_of(tender.criteria.begin(), tender.criteria.end(),
                                       [&](const Criterion& one) { return one.id == old; });
        if (stays) continue;
        in.execute("delete from tender_criteria where id = $1", {old});
    }
    // Out of the way first, so that two may change places.
    in.execute("update tender_criteria set position = -position where tender_id = $1", {id});
    int position = 0;
    for (Criterion& one : tender.criteria) {
        const bool is_known =
            !one.id.empty() && std::find(before.begin(), before.end(), one.id) != before.end();
        if (!is_known) one.id = new_id(when);
        const std::string_view sql =
            is_known ? "update tender_criteria set position = $3, name = $4, type = $5, weight_milli = $6, "
                       "is_green = $7, points_milli = $8, guide = $9 where id = $1 and tender_id = $2"
                     : "insert into tender_criteria (id, tender_id, position, name, type, weight_milli, "
                       "is_green, points_milli, guide) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        in.execute(sql, {one.id, id, ++position, one.name, word(one.type), one.weight, one.is_green,
                         one.points, one.guide});
    }
}

void replace_expected(db::Connection& in, const Tender& tender, Time when) {
    in.execute("delete from tender_expected_bids where tender_id = $1", {tender.record.id});
    int position = 0;
    for (const ExpectedBid& bid : tender.expected) {
        in.execute(
            "insert into tender_expected_bids (id, tender_id, position, name, price, green_milli, "
            "quality_milli) values ($1, $2, $3, $4, $5, $6, $7)",
            {new_id(when), tender.record.id, ++position, bid.name, bid.price, bid.green, bid.quality});
    }
}

bool has_bids(db::Connection& in, std::string_view tender) {
    return in.exists("select 1 from bids where tender_id = $1", {tender});
}

}  // namespace kring::tender
