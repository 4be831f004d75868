// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/store.hpp"

#include "domain/chain/audience.hpp"

namespace kring::scenario {

namespace {

// What is kept was written by us, or checked when it was loaded.
template <class T>
T whole(std::optional<T> read, const std::string& id) {
    if (!read) throw std::runtime_error("scenario " + id + " is broken");
    return std::move(*read);
}

Scenario read_scenario(const db::Row& row) {
    int at = chain::record_column_count;
    Scenario one;
    one.record = chain::read_record(row);
    one.note = row.text(at++);
    one.inputs = whole(read_inputs(row.view(at++)), one.record.id);
    one.figures = whole(read_figures(row.view(at++)), one.record.id);
    one.engine = row.text(at++);
    one.run_key = row.text(at++);
    const std::string result = row.text(at++);
    if (!result.empty()) one.outcome = whole(read_outcome(result), one.record.id);
    one.result_hash = row.text(at++);
    one.shared_at = row.time_or_none(at++);
    return one;
}

}  // namespace

std::optional<Scenario> find(db::Connection& in, std::string_view id) {
    std::optional<Scenario> found;
    in.query("select " + std::string(chain::record_columns) +
                 ", s.note, s.inputs, s.figures, s.engine, s.run_key, s.result, s.result_hash, s.shared_at " +
                 std::string(chain::record_joins) + "join scenarios s on s.id = r.id where r.id = $1",
             {id}, [&](const db::Row& row) { found = read_scenario(row); });
    return found;
}

Result<Scenario> find_visible(db::Connection& in, const Actor& actor, std::string_view id, Time when) {
    TRY(record, chain::find_readable(in, actor, id, when));
    auto one = find(in, record.id);
    if (!one) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return std::move(*one);
}

std::vector<chain::Record> all(db::Connection& in, const Actor& actor, std::string_view network, Time when,
                               int most) {
    std::vector<db::Param> params = {network, most};
    const std::string condition = chain::readable(actor, when, params);
    std::vector<chain::Record> found;
    in.query("select " + std::string(chain::record_columns) + " " + std::string(chain::record_joins) +
                 "where r.kind = 'scenario' and r.state = 'open' and ($1 = '' or r.network_id = $1) and " +
                 condition + " order by r.created_at desc, r.id desc limit $2",
             params, [&](const db::Row& row) { found.push_back(chain::read_record(row)); });
    return found;
}

void insert(db::Connection& in, const Scenario& one) {
    chain::insert(in, one.record);
    in.execute(
        "insert into scenarios (id, note, inputs, figures, engine, run_key, result, result_hash, shared_at) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {one.record.id, one.note, to_text(one.inputs), to_text(one.figures), one.engine, one.run_key,
         one.outcome ? to_text(*one.outcome) : std::string(), one.result_hash,
         one.shared_at ? db::Param(*one.shared_at) : db::Param(nullptr)});
}

void update(db::Connection& in, const Scenario& one) {
    chain::update(in, one.record);
    in.execute(
        "update scenarios set note = $2, inputs = $3, figures = $4, engine = $5, run_key = $6, result = $7, "
        "result_hash = $8, shared_at = $9 where id = $1",
        {one.record.id, one.note, to_text(one.inputs), to_text(one.figures), one.engine, one.run_key,
         one.outcome ? to_text(*one.outcome) : std::string(), one.result_hash,
         one.shared_at ? db::Param(*one.shared_at) : db::Param(nullptr)});
}

}  // namespace kring::scenario
