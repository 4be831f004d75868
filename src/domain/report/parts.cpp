// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/parts.hpp"

#include "domain/attendance/store.hpp"
#include "domain/commitment/store.hpp"
#include "domain/speaker/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::report {

namespace {

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

// Somebody who brought no talk and does not want to be named has nothing to show.
void add_talk(Part& part, const workshop::Session& session, const speaker::Guest& guest,
              html::Language language) {
    const std::string named_as = guest.named_as();
    if (!guest.talk.title.empty()) {
        part.items.push_back({guest.talk.title, named_as, guest.language, guest.id});
        return;
    }
    const bool has_slides = guest.consent.may_publish && guest.file(speaker::Purpose::slides);
    if (named_as.empty() && !has_slides) return;
    const Worded title = in_language(session.title(), language);
    part.items.push_back({title.text, named_as, title.language, guest.id});
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

Part speakers_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    const std::vector<speaker::Guest> guests = speaker::of_workshop(in, workshop.record.id);
    Part part;
    part.kind = PartKind::speakers;
    for (const workshop::Session& session :
         workshop::sessions_of(in, reading.reader, workshop.record.id, reading.when)) {
        if (session.record.is_withdrawn) continue;
        for (const speaker::Guest& guest : guests) {
            if (guest.session == session.record.id) add_talk(part, session, guest, reading.language);
        }
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

Part commitments_part(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop) {
    const auto all = commitment::of_workshop(in, reading.reader, workshop.record.id, reading.when);
    Part part;
    part.kind = PartKind::commitments;
    if (!all.empty()) part.amount = static_cast<std::int64_t>(all.size());
    return part;
}

std::vector<Part> parts_of(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop,
                           const Draft& draft) {
    std::vector<Part> parts;
    for (const auto part_of_kind :
         {agenda_part, speakers_part, present_part, statements_part, pitches_part, answered_part, later_part,
          unanswered_part, tables_part, lessons_part, commitments_part})
        parts.push_back(part_of_kind(in, reading, workshop));
    add_remarks(parts, draft);
    return parts;
}

Actor least_reader(chain::Audience audience, const chain::Record& workshop) {
    Actor reader;
    if (audience == chain::Audience::everyone) return reader;
    // No id can be this one, so that nothing counts as the reader's own.
    reader.person = std::string(1, ':');
    Membership membership;
    membership.network = workshop.network;
    // Whoever is on the suppliers' side reads what every member reads, and no more.
    membership.side = Side::supplier;
    reader.memberships = {membership};
    if (audience == chain::Audience::workshop) reader.workshops = {workshop.id};
    return reader;
}

}  // namespace kring::report
