// SPDX-License-Identifier: EUPL-1.2
#include "domain/speaker/passages.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/form.hpp"
#include "domain/speaker/may.hpp"
#include "domain/speaker/store.hpp"
#include "domain/summary/summary.hpp"

namespace kring::speaker {

namespace {

std::string hash_of(const Bilingual& text) { return summary::consent_hash(text, summary::Naming::none); }

struct Statement {
    std::string id;
    std::string summary;
    Bilingual text;
};

// Placed there is the session itself; and the actor works on the summary.
std::vector<Statement> statements_on(const Act& act, std::string_view session) {
    db::Connection& in = act.in;
    std::vector<Statement> found;
    in.query(R"(
        select s.id, c.summary_id, s.text_nl, s.text_en
        from placements p join statements s on s.id = p.statement_id
        join chapters c on c.id = s.chapter_id join records r on r.id = c.summary_id
        where p.record_id = $1 and r.state = 'open' order by c.position, s.position, s.id)",
             {session}, [&](const db::Row& row) {
                 found.push_back({row.text(0), row.text(1), {row.text(2), row.text(3)}});
             });
    std::erase_if(found, [&](const Statement& one) {
        return !chain::find_readable(in, act.who, one.summary, act.when);
    });
    return found;
}

}  // namespace

bool Passage::is_current() const { return text_hash == hash_of(text); }

std::vector<Passage> passages_of(db::Connection& in, std::string_view guest) {
    std::vector<Passage> passages;
    in.query(R"(
        select g.guest_id, g.statement_id, g.text_hash, g.decision, g.remark, s.text_nl, s.text_en
        from guest_passages g join statements s on s.id = g.statement_id
        join chapters c on c.id = s.chapter_id join records r on r.id = c.summary_id
        where g.guest_id = $1 and r.state = 'open' order by c.position, s.position, s.id)",
             {guest}, [&](const db::Row& row) {
                 passages.push_back({row.text(0),
                                     row.text(1),
                                     row.text(2),
                                     row.text(3),
                                     row.text(4),
                                     {row.text(5), row.text(6)}});
             });
    return passages;
}

Result<Done> show_to_guest(const Act& act, std::string_view id) {
    const auto guest = find(act.in, id);
    if (!guest || !chain::find_readable(act.in, act.who, guest->session, act.when))
        return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_invite(act.who, guest->network)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    const auto statements = statements_on(act, guest->session);
    if (statements.empty()) return Problem{Trouble::conflict, "speaker.problem.no_passages", "", {}};
    const auto shown = passages_of(act.in, guest->id);
    for (const Statement& statement : statements) {
        const bool is_shown = std::any_of(shown.begin(), shown.end(), [&](const Passage& one) {
            return one.statement == statement.id && one.is_current();
        });
        if (is_shown) continue;
        act.in.execute("delete from guest_passages where guest_id = $1 and statement_id = $2",
                       {guest->id, statement.id});
        const std::string hash = hash_of(statement.text);
        act.in.execute(
            "insert into guest_passages (guest_id, statement_id, text_hash, asked_at, decision) "
            "values ($1, $2, $3, $4, 'asked')",
            {guest->id, statement.id, hash, act.when});
    }
    journal::record(act, "guest.passages_shown", guest->id);
    return Done{};
}

Result<Done> answer_passage(const Act& act, std::string_view guest, std::string_view statement, bool agrees,
                            std::string_view remark) {
    Problems problems;
    if (!desk::allow_text(remark, "remark", remark_length_max, problems)) return problems;
    for (const Passage& one : passages_of(act.in, guest)) {
        if (one.statement != statement) continue;
        if (!one.is_current()) return Problem{Trouble::conflict, "speaker.problem.passage_changed", "", {}};
        act.in.execute(
            "update guest_passages set decision = $3, remark = $4, decided_at = $5 "
            "where guest_id = $1 and statement_id = $2",
            {guest, statement, agrees ? "agreed" : "refused", remark, act.when});
        journal::record(act, agrees ? "guest.passage_agreed" : "guest.passage_refused", guest, statement);
        return Done{};
    }
    return Problem{Trouble::not_found, "problem.not_found", "", {}};
}

}  // namespace kring::speaker
