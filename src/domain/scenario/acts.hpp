// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with scenarios. Each leaves one line in the journal.
#pragma once

#include "domain/journal/journal.hpp"
#include "domain/scenario/scenario.hpp"

namespace kring::scenario {

/// Makes a draft in a network one belongs to, with the newest figures, and asks for its calculation. Returns
/// its id. `forbidden` for who does not belong there; problems of Draft, Inputs and figures at their fields,
/// and, as wherever a calculation is asked for, one when runs_waiting_max wait for its owner already.
Result<std::string> make(const Act& act, std::string_view network, const Draft& draft, const Inputs& inputs);

/// Its owner alone, all of these; `not_found` for who cannot read it.

/// Title, note, audience. Another audience than "persons" shares it: from then on its choices stay as they
/// are, and it never is for its maker alone again (`conflict`).
Result<Done> change(const Act& act, std::string_view id, const Draft& draft);

/// Other choices, with the newest figures; asks for the calculation. `conflict` once it is shared.
Result<Done> choose(const Act& act, std::string_view id, const Inputs& inputs);

/// Puts a figure of one's own in the place of the one offered; `own.figure` names it.
Result<Done> put_figure(const Act& act, std::string_view id, const Own& own);
/// Goes back to the one offered.
Result<Done> drop_figure(const Act& act, std::string_view id, std::string_view figure);

Result<Done> withdraw(const Act& act, std::string_view id);
Result<Done> restore(const Act& act, std::string_view id);

/// A draft of one's own with the same choices, tied by follows_from to the one copied: with the figures of
/// that one, or with the newest. For whoever may read it and belongs to its network. Returns its id.
Result<std::string> copy(const Act& act, std::string_view id, bool with_new_figures);

/// Has it computed once more, to see whether it comes out the same; also after it was stopped or failed. For
/// members of its network who may read it.
Result<Done> compute_again(const Act& act, std::string_view id);

/// Stops a calculation that waits or runs: its owner. `conflict` when there is none, and when another
/// scenario waits for the same.
Result<Done> stop(const Act& act, std::string_view id);

/// Asks for the paper of its outcome in a language; again when the last failed. `conflict` without an
/// outcome.
Result<Done> order_paper(const Act& act, std::string_view id, std::string_view language);

}  // namespace kring::scenario
