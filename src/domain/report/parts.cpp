// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/parts.hpp"

#include "domain/attendance/store.hpp"
#include "domain/commitment/store.hpp"
#include "domain/contribution/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::report {

namespace {

constexpr int questions_most = 500;

Item item_of(const chain::Record& record, std::string detail = "") {
    return {record.title, std::move(detail), record.language, record.id};
}

std::string speakers_in_words(const workshop::Session& session, html::Language language) {
    std::string words;
    for (const workshop::Speaker& speaker : session.speakers) {
        std::string one = speaker.name.empty() ? in_language(speaker.role, language).text : speaker.name;
        if (one.empty())
            one = speaker.organisation;
        else if (!speaker.organisation.empty())
            one += ", " + speaker.organisation;
        words += (words.empty() ? "" : "; ") + one;
    }
    return words;
}

Part questions_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop,
                    PartKind kind) {
    contribution::Filter filter;
    filter.network = workshop.record.network;
    filter.workshop = workshop.record.id;
    filter.order = "votes";
    filter.per_page = questions_most;
    Part part;
    part.kind = kind;
    for (const auto& question : contribution::questions(in, reading.reader, filter, reading.when).things) {
        const bool is_open = contribution::state_of(question) == contribution::QuestionState::open;
        if (!question.record.is_withdrawn && is_open == (kind == PartKind::unanswered))
            part.items.push_back(item_of(question.record));
    }
    return part;
}

void add_remarks(std::vector<Part>& parts, const Draft& draft) {
    for (Part& part : parts) {
        for (const Part& added : draft.parts) {
            if (added.kind != part.kind) continue;
            part.remark = added.remark;
            part.is_left_out = added.is_left_out;
        }
    }
}

}  // namespace

Part agenda_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    Part part;
    part.kind = PartKind::agenda;
    for (const workshop::Session& session :
         workshop::sessions_of(in, reading.reader, workshop.record.id, reading.when)) {
        if (session.record.is_withdrawn) continue;
        const Worded title = in_language(session.title(), reading.language);
        part.items.push_back(
            {title.text, speakers_in_words(session, reading.language), title.language, session.record.id});
    }
    return part;
}

Part present_part(db::Connection& in, const Reading&, const workshop::Workshop& workshop) {
    Part part;
    part.kind = PartKind::present;
    std::int64_t came = 0;
    for (const attendance::Listed& one : attendance::listed(in, workshop.record.id))
        came += one.attendance ? 1 : 0;
    if (came > 0) part.amount = came;
    return part;
}

Part answered_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    return questions_part(in, reading, workshop, PartKind::answered);
}

Part unanswered_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    return questions_part(in, reading, workshop, PartKind::unanswered);
}

Part lessons_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    std::vector<std::string> ids = {workshop.record.id};
    for (const workshop::Session& session :
         workshop::sessions_of(in, reading.reader, workshop.record.id, reading.when))
        ids.push_back(session.record.id);
    Part part;
    part.kind = PartKind::lessons;
    for (const chain::Record& record : workshop::tied_to(in, reading.reader, ids, reading.when)) {
        if (record.kind == chain::Kind::lesson && !record.is_withdrawn) part.items.push_back(item_of(record));
    }
    return part;
}

Part commitments_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    const auto all = commitment::of_workshop(in, reading.reader, workshop.record.id, reading.when);
    Part part;
    part.kind = PartKind::commitments;
    if (!all.empty()) part.amount = static_cast<std::int64_t>(all.size());
    return part;
}

std::vector<Part> parts_of(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop,
                           const Draft& draft) {
    std::vector<Part> parts = {agenda_part(in, reading, workshop),   present_part(in, reading, workshop),
                               answered_part(in, reading, workshop), unanswered_part(in, reading, workshop),
                               lessons_part(in, reading, workshop),  commitments_part(in, reading, workshop)};
    add_remarks(parts, draft);
    return parts;
}

Actor least_reader(chain::Audience audience, const chain::Record& workshop) {
    Actor reader;
    if (audience == chain::Audience::everyone) return reader;
    // No id can be this one, so that nothing counts as the reader's own.
    reader.person = ":";
    Membership membership;
    membership.network = workshop.network;
    // Whoever is on the suppliers' side reads what every member reads, and no more.
    membership.side = Side::supplier;
    reader.memberships = {membership};
    if (audience == chain::Audience::workshop) reader.workshops = {workshop.id};
    return reader;
}

}  // namespace kring::report
