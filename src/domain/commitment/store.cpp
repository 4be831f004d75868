// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/store.hpp"

#include "domain/chain/audience.hpp"

namespace kring::commitment {

namespace {

Commitment read_commitment(const db::Row& row) {
    int at = chain::record_column_count;
    Commitment one;
    one.record = chain::read_record(row);
    one.workshop = row.text(at++);
    one.organisation = row.text(at++);
    one.due_on = row.text(at++);
    one.body = row.text(at++);
    one.state = state_of(row.view(at++)).value();
    one.outcome = row.text(at++);
    one.closed_at = row.time_or_none(at++);
    one.reminded = reminder_of(row.view(at++)).value();
    return one;
}

std::string select() {
    return "select " + std::string(chain::record_columns) +
           ", c.workshop_id, c.organisation_id, c.due_on, c.body, c.state, c.outcome, c.closed_at, "
           "c.reminded " +
           std::string(chain::record_joins) + "join commitments c on c.id = r.id ";
}

std::vector<Commitment> all(db::Connection& in, const std::string& sql,
                            const std::vector<db::Param>& params) {
    std::vector<Commitment> found;
    in.query(sql, params, [&](const db::Row& row) { found.push_back(read_commitment(row)); });
    return found;
}

// `rest`: joins and a condition with $1; what is withdrawn stands in no list for others.
std::vector<Commitment> readable_ones(db::Connection& in, const Actor& actor, Time when,
                                      std::string_view about, std::string_view rest, std::string_view order) {
    std::vector<db::Param> params = {about};
    const std::string condition = chain::readable(actor, when, params);
    return all(in,
               select() + std::string(rest) + " and r.state = 'open' and " + condition + " order by " +
                   std::string(order),
               params);
}

constexpr std::string_view open_first = "case c.state when 'open' then 0 else 1 end, c.due_on, r.id";

}  // namespace

std::optional<Commitment> find(db::Connection& in, std::string_view id) {
    auto found = all(in, select() + "where r.id = $1", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Commitment> of_workshop(db::Connection& in, const Actor& actor, std::string_view workshop,
                                    Time when) {
    return readable_ones(in, actor, when, workshop, "where c.workshop_id = $1", "c.due_on, r.id");
}

std::vector<Commitment> from_before(db::Connection& in, const Actor& actor, std::string_view workshop,
                                    Time when) {
    return readable_ones(in, actor, when, workshop,
                         "join workshops w on w.id = c.workshop_id join workshops later on later.series_id = "
                         "w.series_id and later.number > w.number where later.id = $1",
                         open_first);
}

std::vector<Commitment> of_series(db::Connection& in, const Actor& actor, std::string_view series,
                                  Time when) {
    return readable_ones(in, actor, when, series,
                         "join workshops w on w.id = c.workshop_id where w.series_id = $1",
                         "w.number, c.due_on, r.id");
}

std::vector<Commitment> own(db::Connection& in, const Actor& actor, Time when) {
    std::vector<db::Param> params = {actor.person};
    const std::string condition = chain::readable(actor, when, params);
    return all(in,
               select() + "where r.owner_id = $1 and " + condition + " order by " + std::string(open_first),
               params);
}

std::vector<Commitment> open_between(db::Connection& in, std::string_view first_day,
                                     std::string_view last_day) {
    return all(in,
               select() +
                   "where c.state = 'open' and r.state = 'open' and c.due_on >= $1 and c.due_on <= $2 "
                   "order by c.due_on, r.id",
               {first_day, last_day});
}

bool has_same(db::Connection& in, std::string_view person, std::string_view workshop, std::string_view what) {
    return in.exists(
        "select 1 from records r join commitments c on c.id = r.id where r.owner_id = $1 and "
        "c.workshop_id = $2 and r.title = $3 and r.state = 'open'",
        {person, workshop, what});
}

void insert(db::Connection& in, const Commitment& one) {
    chain::insert(in, one.record);
    in.execute(
        "insert into commitments (id, workshop_id, organisation_id, due_on, body, state, outcome, closed_at, "
        "reminded) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {one.record.id, one.workshop, db::text_or_null(one.organisation), one.due_on, one.body,
         word(one.state), one.outcome, one.closed_at ? db::Param(*one.closed_at) : db::Param(nullptr),
         word(one.reminded)});
}

void update(db::Connection& in, const Commitment& one) {
    chain::update(in, one.record);
    in.execute(
        "update commitments set due_on = $2, body = $3, state = $4, outcome = $5, closed_at = $6, "
        "reminded = $7 where id = $1",
        {one.record.id, one.due_on, one.body, word(one.state), one.outcome,
         one.closed_at ? db::Param(*one.closed_at) : db::Param(nullptr), word(one.reminded)});
}

}  // namespace kring::commitment
