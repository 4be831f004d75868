// SPDX-License-Identifier: EUPL-1.2
// What the working summary says on the ground of a guest's session, shown to them beforehand. They agree to
// exactly that text, as others do (domain/summary); once it is changed it must be shown anew.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "domain/network/bilingual.hpp"
#include "platform/base/result.hpp"
#include "platform/db/db.hpp"

namespace kring::speaker {

struct Passage {
    std::string guest;
    std::string statement;
    std::string text_hash;  ///< of what was shown
    std::string decision;   ///< asked, agreed or refused
    std::string remark;
    Bilingual text;  ///< as it stands now

    /// Whether what was shown is what stands there now.
    bool is_current() const;
};

inline constexpr std::size_t remark_length_max = 2000;

/// Shown to this guest and still there, in the order of the summary.
std::vector<Passage> passages_of(db::Connection& in, std::string_view guest);

/// Shows the guest every statement of the working summary that rests on their session, as it is worded
/// now; what was shown in the same words stays as it is. `forbidden` for who is no facilitator, `conflict`
/// when there is nothing to show.
Result<Done> show_to_guest(const Act& act, std::string_view guest);

/// The guest's answer. `conflict` when the text was changed in the meantime.
Result<Done> answer_passage(const Act& act, std::string_view guest, std::string_view statement, bool agrees,
                            std::string_view remark);

}  // namespace kring::speaker
