// SPDX-License-Identifier: EUPL-1.2
// Everything one can do with series, workshops, sessions and who takes part. Each act leaves one
// line in the journal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "domain/workshop/outline.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/base/result.hpp"

namespace kring::workshop {

/// Makes a series in wanted.network; its id is made here. `conflict` at "number" when it is taken.
Result<Series> make_series(const Act& act, Series wanted);

/// Changes everything of a series but its network.
Result<Done> change_series(const Act& act, Series wanted);

/// Plans a workshop in wanted.series, with wanted.record's title and audience; the rest of the
/// record is made here. `conflict` at "number" when it is taken.
Result<Workshop> plan_workshop(const Act& act, Workshop wanted);

/// Changes a workshop; it stays in its series, with its owner and source. Its sessions get its audience.
Result<Done> change_workshop(const Act& act, Workshop wanted);

/// Says that a workshop will not take place, and why. It stays readable, so that whoever has it in their
/// calendar sees that. `conflict` when it is cancelled already.
Result<Done> cancel_workshop(const Act& act, std::string_view id, const Bilingual& why);
/// It takes place after all. `conflict` unless it is cancelled.
Result<Done> reinstate_workshop(const Act& act, std::string_view id);

/// chain's withdraw and restore, of a workshop or a session; calendars see that a workshop was.
Result<Done> withdraw(const Act& act, std::string_view id);
Result<Done> restore(const Act& act, std::string_view id);

/// What is chosen for each workshop of an outline; the rest is its source's.
struct Facts {
    Bilingual title;
    std::string day;  ///< "" when not known yet
    std::string starts;
    std::string ends;
    std::string place;
};
struct OutlineWish {
    Series series;     ///< network and name; its number and period are made here
    std::string from;  ///< four_workshops_word, or the id of a series of the same network
    std::vector<Facts> workshops;
};

/// What stands before the name of a field about this workshop of an outline: "w1_".
std::string prefix_of(std::size_t index);

/// Makes a series with all its workshops and their agendas, in one go. Problems with workshop 2 are at
/// fields that begin with "w2_". `invalid` when the series it is made after has changed meanwhile.
Result<Series> make_outlined(const Act& act, const html::Phrases& phrases, const OutlineWish& wish);

/// Plans a workshop like another one, with its agenda, as the last of a series of the same network.
Result<Workshop> copy_workshop(const Act& act, std::string_view from, std::string_view into,
                               const Facts& facts);

/// Puts a session in the agenda of the workshop that is wanted.record's parent, with its audience.
/// Speakers about whom nothing is filled in are left out.
Result<Session> plan_session(const Act& act, Session wanted);
Result<Done> change_session(const Act& act, Session wanted);

/// Says who takes part: members of the network. Whoever took part and is no member (any more) stays.
/// `conflict` for a workshop that takes registrations: there a place confirmed makes a participant.
Result<Done> choose_participants(const Act& act, std::string_view workshop,
                                 const std::vector<std::string>& people);

}  // namespace kring::workshop
