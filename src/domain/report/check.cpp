// SPDX-License-Identifier: EUPL-1.2
// Speakers and table hosts check what the report says of their part, each as they may read it.
#include <algorithm>

#include "domain/desk/addresses.hpp"
#include "domain/people/letters.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/checks.hpp"
#include "domain/report/parts.hpp"
#include "domain/report/running.hpp"
#include "domain/report/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::report {

namespace {

constexpr std::size_t check_remark_length_max = 2'000;

bool takes_part(db::Connection& in, const workshop::Workshop& workshop, std::string_view person) {
    const auto people = workshop::participants_of(in, workshop.record.id);
    return std::find(people.begin(), people.end(), person) != people.end();
}

void post(const Act& act, const desk::Site& site, const workshop::Workshop& workshop,
          const people::Person& person) {
    const html::Language language = people::language_of(person.language);
    const html::PhraseValues values = {
        {"name", person.name},
        {"site", site.name},
        {"title", in_language(workshop.title(), language).text},
        {"link", site.public_address +
                     desk::address(language, "/bijeenkomsten/{id}/verslag/controle", {workshop.record.id})}};
    journal::post(act, {person.id, person.name, person.email, person.language,
                        site.phrases.say("report.letter.check.subject", language, values),
                        site.phrases.say("report.letter.check.body", language, values)});
}

}  // namespace

std::string hash_for(db::Connection& in, const html::Phrases& phrases, const Actor& reader,
                     const workshop::Workshop& workshop, PartKind kind, Time when) {
    const Reading reading{reader, when, html::Language::nl, phrases};
    for (const Part& part : parts_of(in, reading, workshop, find_draft(in, workshop.record.id))) {
        if (part.kind == kind) return sha256_hex(text_of(part));
    }
    return "";
}

Result<Done> ask_check(const Act& act, const desk::Site& site, std::string_view id, std::string_view part,
                       std::string_view person_id) {
    TRY(workshop, find_to_edit(act, id));
    const auto kind = part_of(part);
    if (!kind) return problem(Trouble::invalid, "report.problem.part", "part");
    const auto actor = people::actor_of(act.in, person_id);
    if (!actor || !takes_part(act.in, workshop, person_id))
        return problem(Trouble::invalid, "report.problem.person", "person");
    Check check;
    check.id = new_id(act.when);
    check.workshop = workshop.record.id;
    check.part = *kind;
    check.person = person_id;
    check.text_hash = hash_for(act.in, site.phrases, *actor, workshop, *kind, act.when);
    put(act.in, check, act.when);
    post(act, site, workshop, people::find_person(act.in, person_id).value());
    journal::record(act, "report.check_asked", workshop.record.id,
                    "person=" + check.person + " part=" + std::string(part));
    return Done{};
}

Result<Done> decide(const Act& act, const desk::Site& site, std::string_view id, std::string_view part,
                    bool is_agreed, std::string_view remark) {
    TRY(workshop, find_held(act, id));
    const auto kind = part_of(part);
    auto check = kind ? find_check(act.in, workshop.record.id, *kind, act.who.person) : std::nullopt;
    if (!check) return problem(Trouble::not_found, "problem.not_found");
    if (!is_agreed && trim(remark).empty())
        return problem(Trouble::invalid, "report.problem.remark", "remark");
    if (!is_clean_text(remark) || length(remark) > check_remark_length_max)
        return problem(Trouble::invalid, "report.problem.remark_long", "remark");
    check->decision = is_agreed ? "agreed" : "commented";
    check->remark = trim(remark);
    check->text_hash = hash_for(act.in, site.phrases, act.who, workshop, *kind, act.when);
    set_decision(act.in, *check, act.when);
    journal::record(act, "report.check_" + check->decision, workshop.record.id, "part=" + std::string(part));
    return Done{};
}

}  // namespace kring::report
