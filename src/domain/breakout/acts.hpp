// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with break-out tables. Whoever changes them says which version they saw;
// when somebody else was first it is a `conflict`, and nothing changes. `not_found` for a workshop one may
// not read or without tables, `forbidden` for who may not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/breakout/breakout.hpp"
#include "domain/breakout/plan.hpp"
#include "domain/desk/visit.hpp"

namespace kring::breakout {

/// Makes the tables (version 0) or changes what is set of all of them. A published plan of another number of
/// tables or rounds is no plan any more; once a round has begun these numbers stay.
Result<Done> set_up(const Act& act, std::string_view workshop, std::int64_t version, const Wishes& setup);

/// Sets a table's host and questions. A host takes part or facilitates, and hosts one table.
Result<Done> set_table(const Act& act, std::string_view workshop, std::int64_t version, const Table& wanted);

/// Another seed, and with it another plan; one that was published is withdrawn. Before the first round.
Result<Done> draw_again(const Act& act, std::string_view workshop, std::int64_t version);

/// Makes this proposal the plan, from the round that goes on; rounds that are over stay. `seen` is the mark
/// of what the facilitator saw: a `conflict` when anything has changed since.
Result<Done> publish(const Act& act, std::string_view workshop, const Proposal& proposal,
                     std::string_view seen);

/// The next round begins, or the last ends; or, back, the former goes on. Back before the first only while
/// nothing is noted.
Result<Done> go_to_round(const Act& act, std::string_view workshop, std::int64_t version, std::int64_t round);

/// From now on notes stand as they are, or not.
Result<Done> set_closed(const Act& act, std::string_view workshop, std::int64_t version, bool is_closed);

struct NoteDraft {
    std::int64_t table = 0;  ///< number
    std::int64_t round = 0;
    std::string question;  ///< one of the table's, or ""
    std::string body;
    html::Language language = html::Language::nl;
};

inline constexpr std::size_t note_length_max = 4000;

/// Notes what a table learned in a round that has begun: a lesson for the participants, tied to workshop and
/// question. Returns its id. `not_found` for who is not of that table, `conflict` when notes are closed.
Result<std::string> note(const Act& act, const desk::Site& site, std::string_view workshop,
                         const NoteDraft& draft);

/// Anybody of the table may.
Result<Done> change_note(const Act& act, std::string_view workshop, std::string_view lesson,
                         std::string_view body);

struct MergeDraft {
    std::string title;
    std::string body;
    std::string audience = "workshop";  ///< or network
    std::vector<std::string> notes;     ///< lessons
    html::Language language = html::Language::nl;
};

/// Brings notes together in one lesson that follows from each of them and names their tables. Notes that are
/// in another lesson already are a `conflict`.
Result<std::string> merge(const Act& act, const desk::Site& site, std::string_view workshop,
                          const MergeDraft& draft);

/// Takes that lesson back; its notes are loose again.
Result<Done> split(const Act& act, std::string_view workshop, std::string_view lesson);

}  // namespace kring::breakout
