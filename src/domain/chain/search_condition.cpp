// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/search_condition.hpp"

#include <utility>

#include "domain/chain/audience.hpp"
#include "platform/base/text.hpp"

namespace kring::chain {
namespace {

// The first moment of a day in Amsterdam, which is one or two hours ahead of UTC.
Time beginning_of(const std::string& day) {
    const Time midnight = *parse_time(day + "T00:00:00.000Z");
    for (const int hours : {2, 1}) {
        if (amsterdam_day(midnight - hours * hour_ms) == day) return midnight - hours * hour_ms;
    }
    return midnight;
}

Time end_of(const std::string& day) {
    return beginning_of(amsterdam_day(*parse_time(day + "T00:00:00.000Z") + 36 * hour_ms));
}

}  // namespace

std::string Condition::given(const db::Param& value) {
    params_.push_back(value);
    return "$" + std::to_string(params_.size());
}

std::string Condition::rule(std::string_view alias) { return readable(actor_, when_, params_, alias); }

void Condition::keep_readable() { sql_ = rule("r"); }

void Condition::keep(std::string_view claim, const db::Param& value) {
    sql_ += " and " + std::string(claim) + given(value);
}

void Condition::keep_filtered(const Query& query) {
    if (!query.kind.empty()) keep("r.kind = ", query.kind);
    if (!query.network.empty()) keep("r.network_id = ", query.network);
    if (!query.workshop.empty()) keep_workshop(query.workshop);
    if (is_day(query.from_day)) keep("r.created_at >= ", beginning_of(query.from_day));
    if (is_day(query.to_day)) keep("r.created_at < ", end_of(query.to_day));
}

// A tie to a workshop or session that the actor may not read is not followed (R13).
void Condition::keep_workshop(std::string_view id) {
    const auto workshop = given(id);
    sql_ += " and exists (select 1 from records w where w.id = " + workshop + " and " + rule("w") + ")" +
            " and ((r.kind = 'session' and r.parent_id = " + workshop + ")" +
            " or exists (select 1 from questions q where q.id = r.id and q.workshop_id = " + workshop + ")" +
            " or exists (select 1 from links l join records t on t.id = l.to_id where l.from_id = r.id" +
            " and l.relation in ('asked_at', 'illustrates') and (t.id = " + workshop +
            " or (t.kind = 'session' and t.parent_id = " + workshop + ")) and " + rule("t") + "))";
}

// Words hold no "%" or "_".
std::string Condition::text_like(std::string pattern) {
    return "exists (select 1 from search_texts st where st.record_id = r.id and st.folded like " +
           given(texts_.emplace_back(std::move(pattern))) + ")";
}

void Condition::keep_phrases(const std::vector<Term>& terms) {
    for (const auto& term : terms) {
        if (!term.is_quoted) continue;
        sql_ += term.is_excluded ? " and not " : " and ";
        sql_ += text_like("% " + join(term.words, " ") + " %");
    }
}

void Condition::keep_letters(std::string_view letters) {
    sql_ += " and " + text_like("%" + std::string(letters) + "%");
}

}  // namespace kring::chain
