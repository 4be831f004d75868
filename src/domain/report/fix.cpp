// SPDX-License-Identifier: EUPL-1.2
// Fixing a report, and taking one back.
#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/parts.hpp"
#include "domain/report/running.hpp"
#include "domain/report/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/html/markdown.hpp"

namespace kring::report {

namespace {

std::vector<Part> frozen_parts(db::Connection& in, const Reading& reading, const workshop::Workshop& workshop,
                               const Draft& draft) {
    std::vector<Part> kept;
    for (Part& part : parts_of(in, reading, workshop, draft)) {
        if (part.is_left_out || part.empty()) continue;
        // A guest may take back at any time that they are named: that is not for a text that stays.
        if (part.kind == PartKind::speakers) {
            for (Item& item : part.items) item.detail.clear();
        }
        kept.push_back(std::move(part));
    }
    return kept;
}

chain::Record header(const Act& act, const workshop::Workshop& workshop, chain::Audience audience) {
    chain::Record record;
    record.id = new_id(act.when);
    record.kind = chain::Kind::report;
    record.network = workshop.record.network;
    record.title = workshop.record.title;
    record.language = workshop.record.language;
    record.audience = audience;
    if (audience == chain::Audience::workshop) record.audience_of = workshop.record.id;
    record.owner = act.who.person;
    record.created_at = record.updated_at = act.when;
    return record;
}

std::string words_of(const Report& report) {
    std::string words = html::markdown_words(report.introduction);
    for (const Part& part : report.parts) {
        words += "\n" + html::markdown_words(part.remark);
        for (const Item& item : part.items) words += "\n" + item.text;
    }
    return words;
}

Result<Done> check_kind(const Act& act, std::string_view id) {
    if (find(act.in, id)) return Done{};
    return problem(Trouble::not_found, "problem.not_found");
}

}  // namespace

Result<std::string> fix(const Act& act, const desk::Site& site, std::string_view id, std::int64_t number,
                        chain::Audience audience) {
    TRY(workshop, find_to_edit(act, id));
    if (!may_be_for(audience)) return problem(Trouble::invalid, "report.problem.audience", "audience");
    if (number != next_number(act.in, workshop.record.id))
        return problem(Trouble::conflict, "report.problem.fixed", "audience");
    const Draft draft = find_draft(act.in, workshop.record.id);
    const Actor reader = least_reader(audience, workshop.record);
    Report report;
    report.record = header(act, workshop, audience);
    report.workshop = workshop.record.id;
    report.number = number;
    report.fixed_at = act.when;
    report.introduction = draft.introduction;
    const html::Language language = people::language_of(workshop.record.language);
    report.parts = frozen_parts(act.in, {reader, act.when, language, site.phrases}, workshop, draft);
    insert(act.in, report);
    TRY_DONE(chain::tie(act, report.record.id, chain::Relation::follows_from, workshop.record.id));
    chain::index(act.in, report.record, words_of(report));
    journal::record(act, "report.fixed", report.record.id, "number=" + std::to_string(number));
    return report.record.id;
}

Result<Done> withdraw(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    return chain::withdraw(act, id);
}

Result<Done> restore(const Act& act, std::string_view id) {
    TRY_DONE(check_kind(act, id));
    return chain::restore(act, id);
}

}  // namespace kring::report
