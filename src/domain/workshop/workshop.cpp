// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/workshop.hpp"

#include <array>
#include <tuple>

#include "domain/desk/form.hpp"
#include "domain/network/network.hpp"
#include "platform/base/text.hpp"
#include "platform/base/time.hpp"

namespace kring::workshop {

namespace {

constexpr std::array<std::string_view, 7> form_words = {
    "opening", "talk", "discussion", "pitch_round", "tables", "market_dialogue", "closing"};

void wrong(Problems& problems, std::string_view phrase, std::string_view field) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(field), {}});
}

void check_number(std::int64_t number, std::string_view field, Problems& problems) {
    if (number < 1 || number > number_max) wrong(problems, "workshop.problem.number", field);
}

void check_pair(const Bilingual& text, const std::string& stem, std::size_t most, Problems& problems) {
    desk::allow_text(text.nl, stem + "_nl", most, problems);
    desk::allow_text(text.en, stem + "_en", most, problems);
}

void check_titles(const Bilingual& title, Problems& problems) {
    desk::need_text(title.nl, "title_nl", chain::title_length_max, problems);
    desk::need_text(title.en, "title_en", chain::title_length_max, problems);
}

bool check_clock(const std::string& clock, std::string_view field, Problems& problems) {
    if (clock.empty() || is_clock(clock)) return true;
    wrong(problems, "workshop.problem.clock", field);
    return false;
}

void check_speakers(const std::vector<Speaker>& speakers, Problems& problems) {
    if (speakers.size() > speakers_max) wrong(problems, "workshop.problem.speakers", "");
    for (std::size_t i = 0; i < speakers.size() && i < speakers_max; ++i) {
        const std::string row = "speaker_" + std::to_string(i + 1);
        desk::allow_text(speakers[i].name, row + "_name", place_length_max, problems);
        desk::allow_text(speakers[i].organisation, row + "_organisation", place_length_max, problems);
        check_pair(speakers[i].role, row + "_role", place_length_max, problems);
    }
}

}  // namespace

std::string_view word(Form form) { return form_words[static_cast<std::size_t>(form)]; }

std::optional<Form> form_of(std::string_view text) {
    for (const Form form : forms) {
        if (word(form) == text) return form;
    }
    return std::nullopt;
}

Problems problems_of(const Series& series) {
    Problems problems;
    desk::need_text(series.name.nl, "name_nl", network::name_length_max, problems);
    desk::need_text(series.name.en, "name_en", network::name_length_max, problems);
    check_number(series.number, "number", problems);
    network::check_days(series.starts, series.ends, problems);
    check_pair(series.about, "about", text_length_max, problems);
    return problems;
}

Problems problems_of(const Workshop& workshop) {
    Problems problems;
    check_titles(workshop.title(), problems);
    check_number(workshop.number, "number", problems);
    if (!workshop.day.empty() && !is_day(workshop.day)) wrong(problems, "network.problem.day", "day");
    const bool starts_well = check_clock(workshop.starts, "starts", problems);
    const bool ends_well = check_clock(workshop.ends, "ends", problems);
    if (starts_well && ends_well && !workshop.ends.empty()) {
        if (workshop.starts.empty())
            wrong(problems, "workshop.problem.no_start", "starts");
        else if (workshop.ends <= workshop.starts)
            wrong(problems, "workshop.problem.ends_first", "ends");
    }
    check_pair(workshop.day_note, "day_note", note_length_max, problems);
    desk::allow_text(workshop.place, "place", place_length_max, problems);
    check_pair(workshop.place_note, "place_note", note_length_max, problems);
    check_pair(workshop.about, "about", text_length_max, problems);
    return problems;
}

Problems problems_of(const Session& session) {
    Problems problems;
    check_titles(session.title(), problems);
    check_number(session.position, "position", problems);
    check_clock(session.starts, "starts", problems);
    if (session.minutes && (*session.minutes < 1 || *session.minutes > minutes_max)) {
        wrong(problems, "workshop.problem.minutes", "minutes");
    }
    desk::allow_text(session.room, "room", place_length_max, problems);
    check_pair(session.about, "about", text_length_max, problems);
    check_speakers(session.speakers, problems);
    return problems;
}

Problems problems_of_reason(const Bilingual& why) {
    Problems problems;
    if (why.empty()) wrong(problems, "workshop.problem.why", "why_nl");
    check_pair(why, "why", note_length_max, problems);
    return problems;
}

bool concerns_calendars(const Workshop& before, const Workshop& after) {
    const auto facts = [](const Workshop& workshop) {
        return std::tie(workshop.record.title, workshop.title_en, workshop.day, workshop.starts,
                        workshop.ends, workshop.place);
    };
    return facts(before) != facts(after);
}

std::string clock_after(std::string_view clock, std::int64_t minutes) {
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    if (!is_clock(clock) || !read_number(clock.substr(0, 2), 0, 23, hour) ||
        !read_number(clock.substr(3, 2), 0, 59, minute)) {
        return "";
    }
    const std::int64_t then = hour * 60 + minute + minutes;
    if (then >= 24 * 60) return "";
    const auto two_digits = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two_digits(then / 60) + ":" + two_digits(then % 60);
}

std::vector<bool> held_by(const std::vector<Workshop>& in_order, std::string_view today) {
    std::vector<bool> held(in_order.size(), false);
    bool a_later_one_was = false;
    for (std::size_t i = in_order.size(); i-- > 0;) {
        const std::string& day = in_order[i].day;
        const bool is_past = day.empty() ? a_later_one_was : day < today;
        held[i] = is_past && !in_order[i].is_cancelled();
        a_later_one_was = a_later_one_was || held[i];
    }
    return held;
}

}  // namespace kring::workshop
