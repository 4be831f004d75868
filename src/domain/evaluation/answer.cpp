// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/commitment/acts.hpp"
#include "domain/commitment/store.hpp"
#include "domain/evaluation/acts.hpp"
#include "domain/evaluation/may.hpp"
#include "domain/evaluation/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::evaluation {

namespace {

Answer answer_of(const Act& act, const Draft& draft) {
    Answer answer;
    answer.id = new_coarse_id(act.when);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        std::int64_t score = 0;
        if (read_number(draft.scores[i], 1, score_max, score)) answer.scores[i] = score;
    }
    answer.learned = draft.learned;
    answer.better = draft.better;
    if (draft.keeps_name) answer.named_as = act.who.name;
    if (draft.makes_commitment) return answer;
    answer.intends = draft.commitment.what;
    answer.intends_by = draft.commitment.due_on;
    return answer;
}

// Sent twice, it is one commitment.
Result<Done> make_commitment(const Act& act, const std::string& workshop, const commitment::Draft& draft) {
    if (commitment::has_same(act.in, act.who.person, workshop, trim(draft.what))) return Done{};
    TRY_DONE(commitment::make(act, workshop, "", draft));
    return Done{};
}

}  // namespace

Result<Done> answer(const Act& act, std::string_view id, const Draft& draft) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    if (record.kind != chain::Kind::workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_answer(act.who, record))
        return Problem{Trouble::forbidden, "evaluation.problem.not_there", "", {}};
    const auto asked = find_asked(act.in, record.id);
    if (!asked || !is_open(*asked, act.when))
        return Problem{Trouble::conflict, "evaluation.problem.not_open", "", {}};
    if (Problems problems = problems_of(draft, amsterdam_day(act.when)); !problems.empty()) return problems;
    if (draft.makes_commitment) TRY_DONE(make_commitment(act, record.id, draft.commitment));
    put(act.in, *asked, act.who.person, answer_of(act, draft));
    journal::record_anonymously(act, "evaluation.answered", record.id);
    return Done{};
}

}  // namespace kring::evaluation
