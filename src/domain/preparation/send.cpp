// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/people.hpp"
#include "domain/preparation/acts.hpp"
#include "domain/preparation/may.hpp"
#include "domain/preparation/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::preparation {

namespace {

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "") {
    return {trouble, std::string(phrase), std::string(field), {}};
}

std::int64_t count_reached(const std::vector<Reached>& all) {
    return std::count_if(all.begin(), all.end(),
                         [](const Reached& one) { return one.left_out == LeftOut::none; });
}

// It has no words in the outbox: they are made when it leaves, by the rights of that moment.
std::string post(const Act& act, const Subject& subject, const Reached& one) {
    const auto person = people::find_person(act.in, one.person).value();
    letters::make_stop(act.in, one.person, subject.network.id, act.when);
    return journal::post(act, {person.id, person.name, person.email, person.language, "", ""});
}

}  // namespace

std::vector<Reached> reach(db::Connection& in, const Subject& subject, People people, Time when) {
    std::vector<Reached> all;
    for (const Candidate& one : candidates(in, subject, people))
        all.push_back({one.person, one.name, one.language, judge(in, one.person, one.state, subject, when)});
    return all;
}

Result<Message> send(const Act& act, const Subject& subject, Message wanted, std::string_view shown) {
    if (!chain::may_read(act.in, act.who, header_of(subject), act.when))
        return problem(Trouble::not_found, "problem.not_found");
    if (!may_prepare(act.who, subject.network.id)) return problem(Trouble::forbidden, "problem.forbidden");
    wanted.network = subject.network.id;
    wanted.series = subject.series.id;
    wanted.workshop = subject.workshop ? subject.workshop->record.id : "";
    if (Problems problems = problems_of(wanted); !problems.empty()) return problems;
    if (const auto sent = find_by_form(act.in, wanted.form_number)) {
        const bool is_this_one = sent->sent_by == act.who.person && sent->series == wanted.series &&
                                 sent->workshop == wanted.workshop;
        if (is_this_one) return *sent;
        return problem(Trouble::conflict, "problem.choice");
    }
    const std::vector<Reached> all = reach(act.in, subject, wanted.people, act.when);
    if (print_of(wanted, all) != shown)
        return problem(Trouble::conflict, "preparation.problem.changed", "shown");
    const std::int64_t count = count_reached(all);
    if (count == 0) return problem(Trouble::invalid, "preparation.problem.nobody", "people");

    wanted.id = new_id(act.when);
    wanted.sent_by = act.who.person;
    wanted.sent_at = act.when;
    insert(act.in, wanted);
    letters::make_key(act.in, act.when);
    for (const Reached& one : all)
        insert(act.in, wanted.id, one, one.left_out == LeftOut::none ? post(act, subject, one) : "");
    journal::record(act, "message.sent", wanted.id,
                    "people=" + std::string(word(wanted.people)) + " count=" + std::to_string(count));
    return wanted;
}

}  // namespace kring::preparation
