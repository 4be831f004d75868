// SPDX-License-Identifier: EUPL-1.2
// Mail that people choose: how much per network, a weekly overview on a day of choice; and what may
// travel by mail at all. The rules that hold without asking anyone stand here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/network/network.hpp"
#include "platform/base/result.hpp"

namespace kring::letters {

/// How much mail somebody wants of a network. "mine": answers to what they asked or answered, and what is
/// for named persons among whom they are.
enum class Choice { everything, mine, nothing };
std::string_view word(Choice choice);
std::optional<Choice> choice_of(std::string_view word);

/// For whoever has not chosen yet.
inline constexpr Choice first_choice = Choice::mine;
inline constexpr int first_weekday = 1;

inline constexpr int never = 0;  ///< as a weekday

/// 1 for Monday to 7 for Sunday, of a day such as "2026-11-23".
int weekday_of(std::string_view day);

/// From this clock in Amsterdam on, the overview of the day is made.
inline constexpr std::string_view digest_clock = "07:00";

enum class Kind { question, answer, digest };
std::string_view word(Kind kind);
std::optional<Kind> kind_of(std::string_view word);

/// Whether what a record says may stand in a mail, and be answered by mail: only in open networks, and not
/// in a closed room there. Of everything else a mail holds a link alone.
bool may_travel(const network::Network& network, const chain::Record& record);

/// What somebody chose, for all their networks.
struct Choices {
    std::vector<std::pair<std::string, Choice>> networks;  ///< network id
    int weekday = first_weekday;                           ///< of the overview, 0 for never
};

/// Of one person no more than so many letters are sent in an hour; the overview tells the rest.
inline constexpr int letters_an_hour_max = 40;

/// Answers by mail of one person that are taken in an hour; more wait with the mail server.
inline constexpr int replies_an_hour_max = 20;

/// Answers of one person that may wait to be confirmed; more are dropped.
inline constexpr int held_replies_max = 5;

inline constexpr std::int64_t reply_address_ms = 90 * day_ms;
inline constexpr std::int64_t held_reply_ms = 14 * day_ms;

}  // namespace kring::letters
