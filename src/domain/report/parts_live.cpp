// SPDX-License-Identifier: EUPL-1.2
// What a report tells of the workshop as it happened: statements, pitches, and what came of the questions.
#include "domain/chain/audience.hpp"
#include "domain/contribution/store.hpp"
#include "domain/live/may.hpp"
#include "domain/live/store.hpp"
#include "domain/report/parts.hpp"
#include "platform/base/text.hpp"

namespace kring::report {

namespace {

constexpr int questions_most = 500;

std::string code_of(const Reading& reading) { return std::string(html::code(reading.language)); }

// Whoever follows the workshop live sees its results; nobody reads them here who could not read them there.
bool may_follow(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    return chain::find_readable(in, reading.reader, workshop.record.id, reading.when) &&
           live::may_follow(reading.reader, workshop.record);
}

std::string result_in_words(const Reading& reading, const live::Statement& statement) {
    std::vector<std::string> words = {
        reading.say("report.statement.number", {{"number", std::to_string(statement.number)}})};
    if (statement.repeats)
        words.push_back(
            reading.say("report.statement.again", {{"number", std::to_string(*statement.repeats)}}));
    words.push_back(reading.say("live.turnout", {{"voted", std::to_string(statement.voted)},
                                                 {"could", std::to_string(statement.could)}}));
    if (const auto& split = statement.split)
        words.push_back(
            reading.say("report.statement.split", {{"agreed", std::to_string(split->agreed)},
                                                   {"disagreed", std::to_string(split->disagreed)},
                                                   {"no_opinion", std::to_string(split->no_opinion)}}));
    else
        words.push_back(reading.say("live.result.too_few"));
    return join(words, " ");
}

std::string whole_seconds(std::int64_t milliseconds) {
    return live::clock_text(milliseconds / second_ms * second_ms);
}

void add_round(Part& part, const Reading& reading, const live::PitchRound& round) {
    const std::string most = live::clock_text(round.seconds * second_ms);
    part.items.push_back({reading.say("report.pitch.round", {{"number", std::to_string(round.number)}}),
                          reading.say("report.pitch.seed", {{"seed", round.seed}, {"time", most}}),
                          code_of(reading), ""});
    for (const live::Pitch& pitch : round.pitches) {
        const bool has_begun = pitch.state != live::PitchState::waiting;
        part.items.push_back({std::to_string(pitch.position) + ". " + pitch.name,
                              has_begun
                                  ? reading.say("report.pitch.got",
                                                {{"time", whole_seconds(live::used_ms(pitch, reading.when))}})
                                  : reading.say("report.pitch.none"),
                              code_of(reading), ""});
    }
}

// Where each question stands. What was noted in the room is for who may follow it; others know the
// questions they may read, and no more of them than anywhere else.
std::vector<live::Queued> questions_of(db::Connection& in, const Reading& reading,
                                       const workshop::Workshop& workshop) {
    if (may_follow(in, reading, workshop))
        return live::queue(in, reading.reader, workshop.record.id, reading.when);
    contribution::Filter filter;
    filter.network = workshop.record.network;
    filter.workshop = workshop.record.id;
    filter.order = "votes";
    filter.per_page = questions_most;
    std::vector<live::Queued> found;
    for (auto& question : contribution::questions(in, reading.reader, filter, reading.when).things) {
        live::Queued one;
        one.votes = question.votes;
        one.question = std::move(question);
        found.push_back(std::move(one));
    }
    return found;
}

// An answer in writing counts, whatever was said of later.
PartKind part_for(const live::Queued& asked) {
    const bool is_open = contribution::state_of(asked.question) == contribution::QuestionState::open;
    if (!is_open || asked.turn == live::Turn::answered) return PartKind::answered;
    return asked.turn == live::Turn::later ? PartKind::later : PartKind::unanswered;
}

std::string outcome_in_words(const Reading& reading, const live::Queued& asked) {
    std::vector<std::string> words;
    if (asked.votes > 0)
        words.push_back(reading.say("report.votes", {{"count", std::to_string(asked.votes)}}));
    if (asked.turn == live::Turn::answered)
        words.push_back(asked.answered_by.empty()
                            ? reading.say("report.answered_live")
                            : reading.say("report.answered_live_by", {{"name", asked.answered_by}}));
    if (!asked.merged_titles.empty())
        words.push_back(reading.say("report.asked_with", {{"titles", join(asked.merged_titles, "; ")}}));
    return join(words, "; ");
}

Part questions_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop,
                    PartKind kind) {
    Part part;
    part.kind = kind;
    for (const live::Queued& asked : questions_of(in, reading, workshop)) {
        const chain::Record& record = asked.question.record;
        if (!record.is_withdrawn && part_for(asked) == kind)
            part.items.push_back(
                {record.title, outcome_in_words(reading, asked), record.language, record.id});
    }
    return part;
}

}  // namespace

Part statements_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    Part part;
    part.kind = PartKind::statements;
    if (!may_follow(in, reading, workshop)) return part;
    for (const live::Statement& statement : live::statements_of(in, workshop.record.id)) {
        if (statement.state != live::StatementState::closed || !statement.is_shown) continue;
        const Worded text = in_language(statement.text, reading.language);
        part.items.push_back({text.text, result_in_words(reading, statement), text.language, ""});
    }
    return part;
}

Part pitches_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    Part part;
    part.kind = PartKind::pitches;
    if (!may_follow(in, reading, workshop)) return part;
    for (const live::PitchRound& round : live::rounds_of(in, workshop.record.id)) {
        if (round.has_begun()) add_round(part, reading, round);
    }
    return part;
}

Part answered_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    return questions_part(in, reading, workshop, PartKind::answered);
}

Part later_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    return questions_part(in, reading, workshop, PartKind::later);
}

Part unanswered_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    return questions_part(in, reading, workshop, PartKind::unanswered);
}

}  // namespace kring::report
