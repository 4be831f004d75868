// SPDX-License-Identifier: EUPL-1.2
// The menu: everything one can do with factor sets. Each makes a new version or changes nothing, leaves one
// line in the journal, and is `forbidden` to who is no administrator. There is no act that deletes.
#pragma once

#include "domain/factor/own.hpp"
#include "domain/factor/reading.hpp"
#include "domain/journal/journal.hpp"

namespace kring::factor {

/// What came of it.
struct Taken {
    Version version;      ///< the new one, or the newest there was
    bool is_new = false;  ///< false: these bytes, or rows that say the same, are the newest version already
};

/// Takes what was read as the next version of its set, the first of a set makes the set. `conflict` for an id
/// that is built in, or that has another kind or licence.
Result<Taken> take(const Act& act, Reading reading);

/// One of each; all or none of them.
Result<std::vector<Taken>> take(const Act& act, std::vector<Reading> readings);

/// Where an own figure stands in the newest version.
struct OwnPlace {
    std::string set;
    std::string key;
};

/// A figure typed in, or one corrected; the latter is `not_found` when it is not in the newest version. Both
/// are `conflict` at the field "name" when there is another own figure about the same thing.
Result<OwnPlace> add_own(const Act& act, const OwnDraft& draft);
Result<OwnPlace> correct_own(const Act& act, std::string_view set, std::string_view key,
                             const OwnDraft& draft);

/// A new version without it; older versions keep it.
Result<Done> withdraw_own(const Act& act, std::string_view set, std::string_view key);

}  // namespace kring::factor
