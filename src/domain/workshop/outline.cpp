// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/outline.hpp"

#include <array>

#include "domain/chain/audience.hpp"
#include "domain/workshop/store.hpp"

namespace kring::workshop {

namespace {

/// A part of the template's agenda: its title is the phrase "workshop.template.WORD".
struct Part {
    Form form;
    std::string_view word;
    std::int64_t minutes;
};

constexpr std::array usual_parts = {
    Part{Form::opening, "opening", 15},    Part{Form::discussion, "questions", 30},
    Part{Form::talk, "talk", 30},          Part{Form::tables, "tables", 60},
    Part{Form::discussion, "plenary", 30}, Part{Form::closing, "evaluation", 15},
};
constexpr std::array last_parts = {
    Part{Form::opening, "opening", 15},    Part{Form::discussion, "questions", 20},
    Part{Form::talk, "talk", 20},          Part{Form::pitch_round, "pitches", 20},
    Part{Form::tables, "tables", 60},      Part{Form::discussion, "plenary", 30},
    Part{Form::closing, "evaluation", 15},
};
constexpr int template_count = 4;
constexpr std::string_view template_starts = "13:00";
constexpr std::string_view template_ends = "16:00";

Bilingual in_both(const html::Phrases& phrases, const std::string& key) {
    return {phrases.say(key, html::Language::nl), phrases.say(key, html::Language::en)};
}

template <class Parts>
void add_agenda(Outlined& outlined, const html::Phrases& phrases, const Parts& parts) {
    std::int64_t begun = 0;
    for (const Part& part : parts) {
        const Bilingual title = in_both(phrases, "workshop.template." + std::string(part.word));
        Session session;
        session.record.title = title.nl;
        session.title_en = title.en;
        session.position = static_cast<std::int64_t>(outlined.sessions.size()) + 1;
        session.form = part.form;
        session.starts = clock_after(template_starts, begun);
        session.minutes = part.minutes;
        begun += part.minutes;
        outlined.sessions.push_back(std::move(session));
    }
}

std::int64_t minutes_of(std::string_view clock) {
    return ((clock[0] - '0') * 10 + (clock[1] - '0')) * 60 + (clock[3] - '0') * 10 + (clock[4] - '0');
}

// Only what a workshop is about goes along; when, who and what became of it do not.
Workshop without_its_day(const Workshop& known) {
    Workshop copy;
    copy.record.title = known.record.title;
    copy.record.audience = known.record.audience;
    copy.title_en = known.title_en;
    copy.starts = known.starts;
    copy.ends = known.ends;
    copy.place = known.place;
    copy.about = known.about;
    return copy;
}

Session without_speakers(const Session& known) {
    Session copy;
    copy.record.title = known.record.title;
    copy.position = known.position;
    copy.form = known.form;
    copy.title_en = known.title_en;
    copy.starts = known.starts;
    copy.minutes = known.minutes;
    copy.room = known.room;
    copy.about = known.about;
    return copy;
}

Outlined outlined_from(db::Connection& in, const Actor& actor, const Workshop& known, Time when) {
    Outlined outlined{without_its_day(known), {}};
    for (const Session& session : sessions_of(in, actor, known.record.id, when)) {
        if (!session.record.is_withdrawn) outlined.sessions.push_back(without_speakers(session));
    }
    return outlined;
}

Problem not_found() { return {Trouble::not_found, "problem.not_found", "", {}}; }

}  // namespace

std::vector<Outlined> four_workshops(const html::Phrases& phrases) {
    std::vector<Outlined> all;
    for (int number = 1; number <= template_count; ++number) {
        const Bilingual title = in_both(phrases, "workshop.template.title_" + std::to_string(number));
        Outlined outlined;
        outlined.workshop.record.title = title.nl;
        outlined.workshop.record.audience = chain::Audience::network;
        outlined.workshop.title_en = title.en;
        outlined.workshop.number = number;
        outlined.workshop.starts = template_starts;
        outlined.workshop.ends = template_ends;
        if (number < template_count)
            add_agenda(outlined, phrases, usual_parts);
        else
            add_agenda(outlined, phrases, last_parts);
        all.push_back(std::move(outlined));
    }
    return all;
}

Result<std::vector<Outlined>> outline_of(db::Connection& in, const Actor& actor, std::string_view network,
                                         std::string_view from, Time when, const html::Phrases& phrases) {
    if (from == four_workshops_word) return four_workshops(phrases);
    const auto series = find_series(in, from);
    if (!series || series->network != network) return not_found();
    std::vector<Outlined> all;
    for (const Workshop& workshop : of_series(in, actor, series->id, when)) {
        all.push_back(outlined_from(in, actor, workshop, when));
        all.back().workshop.number = static_cast<std::int64_t>(all.size());
    }
    if (all.empty()) return not_found();
    return all;
}

Result<Outlined> outline_of_workshop(db::Connection& in, const Actor& actor, std::string_view id, Time when) {
    TRY(record, chain::find_readable(in, actor, id, when));
    const auto workshop = find(in, record.id);
    if (!workshop || record.is_withdrawn) return not_found();
    return outlined_from(in, actor, *workshop, when);
}

void begin_at(Outlined& outlined, const std::string& clock) {
    const std::string before = outlined.workshop.starts;
    outlined.workshop.starts = clock;
    if (!is_clock(clock) || !is_clock(before) || clock == before) return;
    const std::int64_t later = minutes_of(clock) - minutes_of(before);
    for (Session& session : outlined.sessions) {
        if (!is_clock(session.starts)) continue;
        const std::int64_t minutes = minutes_of(session.starts) + later;
        session.starts = minutes < 0 ? "" : clock_after("00:00", minutes);
    }
}

std::string day_after(std::string_view day, std::int64_t days) {
    // Noon, so that no change of the clocks moves it to another day.
    const auto noon = parse_time(std::string(day) + "T12:00:00.000Z");
    KRING_ASSERT(noon.has_value());
    return to_text(*noon + days * day_ms).substr(0, 10);
}

std::vector<std::string> rhythm(std::string_view first, std::int64_t weeks, std::size_t count) {
    std::vector<std::string> days;
    for (std::size_t i = 0; i < count; ++i)
        days.push_back(day_after(first, static_cast<std::int64_t>(i) * weeks * 7));
    return days;
}

bool is_weekend(std::string_view day) {
    const auto noon = parse_time(std::string(day) + "T12:00:00.000Z");
    KRING_ASSERT(noon.has_value());
    const std::int64_t since_thursday = noon->ms / day_ms % 7;
    return since_thursday == 2 || since_thursday == 3;
}

}  // namespace kring::workshop
