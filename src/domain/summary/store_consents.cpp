// SPDX-License-Identifier: EUPL-1.2
// Consents: what somebody was asked, beside the statement as it stands now.
#include "domain/summary/store.hpp"

namespace kring::summary {

namespace {

std::string select_consents() {
    return "select " + std::string(chain::record_columns) +
           ", k.id, k.statement_id, k.person_id, k.naming, k.text_hash, k.asked_at, k.decision, k.remark, "
           "s.text_nl, s.text_en, c.title_nl, c.title_en, su.id, sr.network_id, su.title_nl, su.title_en, "
           "p.naming " +
           std::string(chain::record_joins) +
           "join consents k on k.record_id = r.id join statements s on s.id = k.statement_id "
           "join chapters c on c.id = s.chapter_id join summaries su on su.id = c.summary_id "
           "join records sr on sr.id = su.id "
           "left join placements p on p.statement_id = k.statement_id and p.record_id = k.record_id ";
}

ConsentRow read_consent(const db::Row& row) {
    int at = chain::record_column_count;
    ConsentRow consent;
    consent.record = chain::read_record(row);
    consent.id = row.text(at++);
    consent.statement_id = row.text(at++);
    consent.person_id = row.text(at++);
    consent.naming = naming_of(row.view(at++)).value();
    consent.text_hash = row.text(at++);
    consent.asked_at = row.text(at++);
    consent.decision = row.text(at++);
    consent.remark = row.text(at++);
    consent.text = {row.text(at), row.text(at + 1)};
    consent.chapter = {row.text(at + 2), row.text(at + 3)};
    consent.summary_id = row.text(at + 4);
    consent.network = row.text(at + 5);
    consent.summary = {row.text(at + 6), row.text(at + 7)};
    consent.naming_now = row.text(at + 8);
    return consent;
}

std::vector<ConsentRow> list(db::Connection& in, const std::string& where,
                             const std::vector<db::Param>& params) {
    std::vector<ConsentRow> found;
    in.query(select_consents() + where, params,
             [&](const db::Row& row) { found.push_back(read_consent(row)); });
    return found;
}

}  // namespace

bool ConsentRow::is_current() const {
    const auto now = naming_of(naming_now);
    return now && text_hash == consent_hash(text, *now);
}

std::optional<ConsentRow> find_consent(db::Connection& in, std::string_view id) {
    auto found = list(in, "where k.id = $1", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<ConsentRow> current_consent(db::Connection& in, const ConsentRow& earlier) {
    for (ConsentRow& one : list(in, "where k.statement_id = $1 and k.record_id = $2 and k.person_id = $3",
                                {earlier.statement_id, earlier.record.id, earlier.person_id})) {
        if (one.is_current()) return std::move(one);
    }
    return std::nullopt;
}

std::vector<ConsentRow> consents_waiting(db::Connection& in, const Actor& actor) {
    if (!actor.is_signed_in()) return {};
    std::vector<ConsentRow> waiting;
    for (ConsentRow& one : list(in,
                                "where k.person_id = $1 and k.decision = 'asked' and r.state = 'open' "
                                "and sr.state = 'open' order by k.asked_at, k.id",
                                {actor.person})) {
        if (one.is_current()) waiting.push_back(std::move(one));
    }
    return waiting;
}

}  // namespace kring::summary
