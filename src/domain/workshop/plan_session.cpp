// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/chain/search.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/html/markdown.hpp"

namespace kring::workshop {

namespace {

Problem problem(Trouble trouble, std::string_view phrase) {
    return Problem{trouble, std::string(phrase), "", {}};
}

Result<chain::Record> find_workshop_to_plan(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    if (record.kind != chain::Kind::workshop) return problem(Trouble::not_found, "problem.not_found");
    if (!may_plan(act.who, record.network)) return problem(Trouble::forbidden, "problem.forbidden");
    if (record.is_withdrawn) return problem(Trouble::conflict, "workshop.problem.withdrawn");
    return std::move(record);
}

void leave_out_empty_speakers(Session& session) {
    auto& speakers = session.speakers;
    speakers.erase(
        std::remove_if(speakers.begin(), speakers.end(), [](const Speaker& s) { return s.empty(); }),
        speakers.end());
}

void put_in_index(db::Connection& in, const Session& session) {
    std::string body = session.title_en + "\n" + html::markdown_words(session.about.nl) + "\n" +
                       html::markdown_words(session.about.en);
    for (const Speaker& speaker : session.speakers) body += "\n" + speaker.name + " " + speaker.organisation;
    chain::index(in, session.record, body);
}

}  // namespace

Result<Session> plan_session(const Act& act, Session wanted) {
    TRY(workshop, find_workshop_to_plan(act, wanted.workshop()));
    if (Problems problems = problems_of(wanted); !problems.empty()) return problems;
    chain::Record& record = wanted.record;
    record.id = new_id(act.when);
    record.kind = chain::Kind::session;
    record.network = workshop.network;
    record.language = "nl";
    record.audience = workshop.audience;
    record.audience_of = workshop.audience_of;
    record.owner = act.who.person;
    record.created_at = record.updated_at = act.when;
    leave_out_empty_speakers(wanted);
    insert(act.in, wanted);
    put_in_index(act.in, wanted);
    journal::record(act, "session.planned", record.id);
    return wanted;
}

Result<Done> change_session(const Act& act, Session wanted) {
    TRY(readable, chain::find_readable(act.in, act.who, wanted.record.id, act.when));
    if (readable.kind != chain::Kind::session) return problem(Trouble::not_found, "problem.not_found");
    if (auto workshop = find_workshop_to_plan(act, readable.parent); !workshop) return workshop.problems();
    if (readable.is_withdrawn) return problem(Trouble::conflict, "workshop.problem.withdrawn");
    readable.title = wanted.record.title;
    readable.updated_at = act.when;
    wanted.record = readable;
    if (Problems problems = problems_of(wanted); !problems.empty()) return problems;
    leave_out_empty_speakers(wanted);
    update(act.in, wanted);
    put_in_index(act.in, wanted);
    journal::record(act, "session.changed", wanted.record.id);
    return Done{};
}

}  // namespace kring::workshop
