// SPDX-License-Identifier: EUPL-1.2
// A message that a facilitator writes to a group, about a workshop or a whole series; whom it reaches and
// whom not, and why. The rules that hold without asking anyone stand here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/network/bilingual.hpp"
#include "domain/network/network.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::preparation {

/// What a message is about.
struct Subject {
    network::Network network;
    workshop::Series series;
    std::optional<workshop::Workshop> workshop;  ///< nothing: the whole series
};

/// The header that the audience rule judges it by: the workshop's own, or one for all members.
chain::Record header_of(const Subject& subject);

/// For whom, of a workshop or of any workshop of the series. Registered: takes part. Waiting: is on the
/// waiting list, or was offered a place. Unregistered: a member who is neither.
enum class People { members, registered, waiting, unregistered };
inline constexpr People groups[] = {People::members, People::registered, People::waiting,
                                    People::unregistered};
std::string_view word(People people);
std::optional<People> people_of(std::string_view word);

struct Message {
    std::string id;
    std::string network;
    std::string series;
    std::string workshop;  ///< "" for the whole series
    People people = People::members;
    bool is_invitation = false;
    Bilingual subject;
    Bilingual body;           ///< Markdown
    std::string form_number;  ///< of the form it was written in: one form is sent once
    std::string sent_by;      ///< person
    Time sent_at;
};

inline constexpr std::size_t subject_length_max = 120;
inline constexpr std::size_t body_length_max = 10000;

/// Everything wrong with what was typed. One language is enough, subject and text both.
Problems problems_of(const Message& message);

/// Why a message does not go to somebody.
enum class LeftOut { none, suspended, invited, rights, choice };
std::string_view word(LeftOut left_out);
std::optional<LeftOut> left_out_of(std::string_view word);

/// Somebody of the group.
struct Reached {
    std::string person;
    std::string name;
    std::string language;
    LeftOut left_out = LeftOut::none;
};

/// SHA-256 of what is sent and who gets it and who does not: what was looked at before sending.
std::string print_of(const Message& message, const std::vector<Reached>& all);

}  // namespace kring::preparation
