// SPDX-License-Identifier: EUPL-1.2
// Series, workshops and their sessions with speakers: the things, and the rules that hold for
// them whoever asks. A workshop and a session are records; the Dutch title is the record's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/network/bilingual.hpp"
#include "platform/base/result.hpp"

namespace kring::workshop {

struct Series {
    std::string id;
    std::string network;
    std::int64_t number = 1;  ///< 1 to 99, its own in the network
    Bilingual name;           ///< both languages needed
    std::string starts;       ///< day, "" when not known
    std::string ends;
    Bilingual about;  ///< Markdown
};

struct Workshop {
    chain::Record record;
    std::string series;       ///< id
    std::int64_t number = 1;  ///< 1 to 99, its own in the series
    std::string title_en;
    std::string day;     ///< as agreed, in Europe/Amsterdam; "" when not known
    std::string starts;  ///< clock
    std::string ends;
    Bilingual day_note;  ///< what is known, or not known, of day and time
    std::string place;
    Bilingual place_note;
    Bilingual about;  ///< Markdown

    /// Who takes part follows from registrations (domain/registration); nobody chooses them by hand.
    bool takes_registrations = false;

    std::int64_t sequence = 0;  ///< rises with each change that people's calendars must show
    std::optional<Time> cancelled_at;
    Bilingual cancelled_why;  ///< one language is enough

    Bilingual title() const { return {record.title, title_en}; }
    bool is_cancelled() const { return cancelled_at.has_value(); }
};

enum class Form { opening, talk, discussion, pitch_round, tables, market_dialogue, closing };
inline constexpr Form forms[] = {Form::opening,     Form::talk,   Form::discussion,
                                 Form::pitch_round, Form::tables, Form::market_dialogue,
                                 Form::closing};
std::string_view word(Form form);
std::optional<Form> form_of(std::string_view word);

/// At least one of name, organisation and role says who it is.
struct Speaker {
    std::string id;
    std::string name;
    std::string organisation;
    Bilingual role;

    bool empty() const { return name.empty() && organisation.empty() && role.empty(); }
};

struct Session {
    chain::Record record;       ///< its parent is the workshop, whose audience it has
    std::int64_t position = 1;  ///< 1 to 99, in the agenda
    Form form = Form::talk;
    std::string title_en;
    std::string starts;                   ///< clock, "" when not known
    std::optional<std::int64_t> minutes;  ///< 1 to 600
    std::string room;
    Bilingual about;  ///< Markdown
    std::vector<Speaker> speakers;

    const std::string& workshop() const { return record.parent; }
    Bilingual title() const { return {record.title, title_en}; }
};

inline constexpr std::size_t text_length_max = 20000;
inline constexpr std::size_t note_length_max = 500;
inline constexpr std::size_t place_length_max = 200;
inline constexpr std::int64_t number_max = 99;
inline constexpr std::int64_t minutes_max = 600;
inline constexpr std::size_t speakers_max = 12;  ///< a pitch round of ten, a host and a timekeeper

/// Everything wrong with it, all at once; the fields are named as in the forms.
Problems problems_of(const Series& series);
Problems problems_of(const Workshop& workshop);
Problems problems_of(const Session& session);

/// What is wrong with a reason for cancelling; its fields are why_nl and why_en.
Problems problems_of_reason(const Bilingual& why);

/// Whether people's calendars must show the change: of title, day, time or place.
bool concerns_calendars(const Workshop& before, const Workshop& after);

/// The clock so many minutes later; "" past midnight.
std::string clock_after(std::string_view clock, std::int64_t minutes);

/// How far each workshop of a series has come on a day. One without a day counts as held when one
/// with a higher number was: that is how the agenda of a past series reads. A cancelled one is never held.
std::vector<bool> held_by(const std::vector<Workshop>& in_order, std::string_view today);

}  // namespace kring::workshop
