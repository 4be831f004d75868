// SPDX-License-Identifier: EUPL-1.2
// Placing a record under a statement, and the consent of whoever brought it in.
#include "domain/chain/audience.hpp"
#include "domain/desk/form.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/change.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

Bilingual text_of(db::Connection& in, std::string_view statement) {
    Bilingual text;
    in.query("select text_nl, text_en from statements where id = $1", {statement},
             [&](const db::Row& row) { text = {row.text(0), row.text(1)}; });
    return text;
}

// A record the editor may read, of this network, of a kind that can stand under a statement.
Result<chain::Record> placeable(const Act& act, std::string_view network, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    if (record.network != network || !may_be_placed(record.kind) || record.is_withdrawn) {
        return problem(Trouble::not_found, "problem.not_found");
    }
    return std::move(record);
}

}  // namespace

Result<Done> place(const Act& act, const people::Stationery& stationery, std::string_view statement,
                   std::int64_t revision, std::string_view record_id, Naming wanted) {
    TRY(summary, take_revision_of_statement(act, statement, revision));
    TRY(record, placeable(act, summary.network, record_id));
    // Nobody is named who is not asked.
    const Naming naming = needs_consent(record) ? wanted : Naming::none;
    const auto position = act.in.count(
        "select coalesce(max(position), 0) + 1 from placements where statement_id = $1", {statement});
    act.in.execute(
        "insert into placements (statement_id, record_id, position, naming) values ($1, $2, $3, $4) "
        "on conflict (statement_id, record_id) do update set naming = excluded.naming",
        {statement, record_id, position, word(naming)});
    journal::record(act, "record.placed", record_id,
                    "statement=" + std::string(statement) + " naming=" + std::string(word(naming)));
    ask_owner(act, stationery, record, statement, text_of(act.in, statement), naming);
    return Done{};
}

Result<Done> take_out(const Act& act, std::string_view statement, std::int64_t revision,
                      std::string_view record_id) {
    TRY_DONE(take_revision_of_statement(act, statement, revision));
    const auto gone = act.in.execute("delete from placements where statement_id = $1 and record_id = $2",
                                     {statement, record_id});
    if (gone == 0) return problem(Trouble::not_found, "problem.not_found");
    journal::record(act, "record.taken_out", record_id, "statement=" + std::string(statement));
    return Done{};
}

Result<Done> ask(const Act& act, const people::Stationery& stationery, std::string_view statement,
                 std::string_view record_id) {
    const auto chapter = chapter_of_statement(act.in, statement);
    if (!chapter) return problem(Trouble::not_found, "problem.not_found");
    TRY(summary,
        chain::find_readable(act.in, act.who, summary_of_chapter(act.in, *chapter).value(), act.when));
    if (!may_edit(act.who, summary.network)) return problem(Trouble::forbidden, "summary.not_yours");
    const auto naming = act.in.first_text(
        "select naming from placements where statement_id = $1 and record_id = $2", {statement, record_id});
    if (!naming) return problem(Trouble::not_found, "problem.not_found");
    const auto record = chain::find(act.in, record_id).value();
    if (!ask_owner(act, stationery, record, statement, text_of(act.in, statement),
                   naming_of(*naming).value())) {
        return problem(Trouble::conflict, "summary.ask.already");
    }
    return Done{};
}

Result<Done> decide(const Act& act, std::string_view id, bool is_agreed, std::string_view remark) {
    const auto consent = find_consent(act.in, id);
    if (!consent || !may_decide(act.who, consent->person_id))
        return problem(Trouble::not_found, "problem.not_found");
    if (!consent->is_current()) return problem(Trouble::conflict, "summary.consent.outdated");
    const std::string said = with_lf(trim(remark));
    Problems problems;
    if (!desk::allow_text(said, "remark", remark_length_max, problems)) return problems;
    act.in.execute("update consents set decision = $2, decided_at = $3, remark = $4 where id = $1",
                   {id, is_agreed ? "agreed" : "refused", act.when, said});
    journal::record(act, is_agreed ? "consent.agreed" : "consent.refused", id,
                    "record=" + consent->record.id + " sha256=" + consent->text_hash);
    return Done{};
}

}  // namespace kring::summary
