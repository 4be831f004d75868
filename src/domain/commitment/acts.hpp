// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with commitments. Each leaves one line in the journal.
#pragma once

#include "domain/commitment/commitment.hpp"
#include "domain/desk/visit.hpp"

namespace kring::commitment {

/// Makes one after a workshop, from a lesson when `lesson` is not "" (which one must be able to read).
/// `not_found` for a workshop one cannot read, `forbidden` for who does not take part. Returns its id.
Result<std::string> make(const Act& act, std::string_view workshop, std::string_view lesson,
                         const Draft& draft);

/// Its owner alone, all of these; `not_found` for who cannot read it, `conflict` when it is closed already
/// (or is not, to open it again). Another day asks for new reminders.
Result<Done> change(const Act& act, std::string_view id, const Draft& draft);
Result<Done> finish(const Act& act, std::string_view id, std::string_view result);
Result<Done> drop(const Act& act, std::string_view id, std::string_view reason);
Result<Done> reopen(const Act& act, std::string_view id);

/// Takes it back, or undoes that within 30 days; as with every record.
Result<Done> withdraw(const Act& act, std::string_view id);
Result<Done> restore(const Act& act, std::string_view id);

/// For a job. The first only looks, so that a job that finds nothing writes nothing.
bool has_reminders(db::Connection& in, Time when);
/// Posts the reminders that are due, each once: what is posted and that it was posted are one transaction.
/// None to who wants no mail of the network or may not come in. Returns how many were settled.
Result<int> remind(const Act& act, const desk::Site& site);

}  // namespace kring::commitment
