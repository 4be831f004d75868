// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with questions, answers, cases and lessons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/contribution/contribution.hpp"
#include "domain/journal/journal.hpp"

namespace kring::contribution {

struct Asked {
    std::string id;            ///< "" while an anonymous question waits to be shown
    std::string withdraw_key;  ///< for an anonymous question: shown once, lets whoever holds it withdraw
};

/// Asks. A named question shows at once; an anonymous one waits a random while of at most `delay_minutes`
/// and leaves no trace of its author (R19). `forbidden` unless a member of the network.
Result<Asked> ask(const Act& act, const QuestionDraft& draft, int delay_minutes);

/// Shows the anonymous questions whose wait is over; called by a job. Returns how many.
Result<int> show_waiting(const Act& act);

/// Checks an anonymous question as ask does, and writes nothing: for who holds it in memory alone until
/// many are shown together (domain/live).
Result<Done> check_anonymous(const Act& act, const QuestionDraft& draft);

/// A question that was checked and held, with the SHA-256 of the key that withdraws it.
struct HeldQuestion {
    QuestionDraft draft;
    std::string key_hash;
};
/// Shows them all in one; nothing that is written tells in which order they came. Returns how many.
Result<int> show_held(const Act& act, const std::vector<HeldQuestion>& held);

/// Withdraws an anonymous question with its key; nothing tells who held it.
Result<Done> withdraw_by_key(const Act& act, std::string_view question, std::string_view key);

/// Answers a question one may read, as a member of its network; the answer is read by the same people.
Result<std::string> answer(const Act& act, const AnswerDraft& draft);

/// Votes for a question of somebody else, or takes the vote back. Doing it twice is no fault.
Result<Done> vote(const Act& act, std::string_view question);
Result<Done> take_vote_back(const Act& act, std::string_view question);

/// The asker or a facilitator accepts one answer ("" takes that back).
Result<Done> accept(const Act& act, std::string_view question, std::string_view answer);

/// An expert of the network marks an answer checked, on today's date, with their name; or outdated, and why.
Result<Done> check(const Act& act, std::string_view answer);
Result<Done> mark_outdated(const Act& act, std::string_view answer, std::string_view why);

/// Brings in a case or a lesson; a lesson is tied to what it was distilled from. Returns the id.
Result<std::string> bring_case(const Act& act, const CaseDraft& draft);
Result<std::string> bring_lesson(const Act& act, const LessonDraft& draft);

/// Changes one's own record (or, as facilitator, another's title and language only is not possible:
/// a record is rewritten by its owner alone). Accepted answers keep their marks off: a change of a
/// checked answer takes the check away.
Result<Done> change_question(const Act& act, std::string_view id, const QuestionDraft& draft);
Result<Done> change_answer(const Act& act, std::string_view id, const AnswerDraft& draft);
Result<Done> change_case(const Act& act, std::string_view id, const CaseDraft& draft);
Result<Done> change_lesson(const Act& act, std::string_view id, const LessonDraft& draft);

/// Changes the words of a lesson, not who reads it, for a room above that has decided who may.
Result<Done> revise_lesson(const Act& act, std::string_view id, std::string_view title,
                           std::string_view body);

/// Withdraws or restores a record of this room, keeping counts right.
Result<Done> withdraw(const Act& act, std::string_view id);
Result<Done> restore(const Act& act, std::string_view id);

}  // namespace kring::contribution
