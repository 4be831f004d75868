// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/change.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/form.hpp"
#include "domain/people/people.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::summary {

namespace {

void post_question(const Act& act, const people::Stationery& stationery, const people::Person& owner,
                   std::string_view consent, std::string_view network) {
    const html::Language language = people::language_of(owner.language);
    const std::string_view column = language == html::Language::en ? "name_en" : "name_nl";
    const html::PhraseValues values = {
        {"name", owner.name},
        {"site", stationery.site_name},
        {"network",
         act.in.first_text("select " + std::string(column) + " from networks where id = $1", {network})
             .value_or("")},
        {"link", stationery.address(language, "/toestemming") + "/" + std::string(consent)}};
    journal::post(act, {owner.id, owner.name, owner.email, owner.language,
                        stationery.phrases.say("summary.letter.consent.subject", language, values),
                        stationery.phrases.say("summary.letter.consent.body", language, values)});
}

bool has_open_question(db::Connection& in, std::string_view statement, std::string_view record) {
    return in.exists(
        "select 1 from consents where statement_id = $1 and record_id = $2 and decision = 'asked'",
        {statement, record});
}

}  // namespace

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field) {
    return {trouble, std::string(phrase), std::string(field), {}};
}

Result<chain::Record> take_revision(const Act& act, std::string_view summary, std::int64_t revision) {
    TRY(record, chain::find_readable(act.in, act.who, summary, act.when));
    if (record.kind != chain::Kind::summary) return problem(Trouble::not_found, "problem.not_found");
    if (record.is_withdrawn) return problem(Trouble::not_found, "problem.not_found");
    if (!may_edit(act.who, record.network)) return problem(Trouble::forbidden, "summary.not_yours");
    const auto taken = act.in.execute(
        "update summaries set revision = revision + 1 where id = $1 and revision = $2", {summary, revision});
    if (taken == 0) return problem(Trouble::conflict, "summary.clash");
    act.in.execute("update records set updated_at = $2 where id = $1", {summary, act.when});
    return std::move(record);
}

Result<chain::Record> take_revision_of_chapter(const Act& act, std::string_view chapter,
                                               std::int64_t revision) {
    const auto summary = summary_of_chapter(act.in, chapter);
    if (!summary) return problem(Trouble::not_found, "problem.not_found");
    return take_revision(act, *summary, revision);
}

Result<chain::Record> take_revision_of_statement(const Act& act, std::string_view statement,
                                                 std::int64_t revision) {
    const auto chapter = chapter_of_statement(act.in, statement);
    if (!chapter) return problem(Trouble::not_found, "problem.not_found");
    return take_revision_of_chapter(act, *chapter, revision);
}

void check_pair(const Bilingual& text, std::string_view stem, std::size_t most, Problems& problems) {
    desk::allow_text(text.nl, std::string(stem) + "_nl", most, problems);
    desk::allow_text(text.en, std::string(stem) + "_en", most, problems);
}

std::vector<std::string> moved(std::vector<std::string> ids, std::string_view id, int by) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return ids;
    const auto from = found - ids.begin();
    const auto last = static_cast<std::ptrdiff_t>(ids.size()) - 1;
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, last);
    const std::string one = *found;
    ids.erase(found);
    ids.insert(ids.begin() + to, one);
    return ids;
}

bool ask_owner(const Act& act, const people::Stationery& stationery, const chain::Record& record,
               std::string_view statement, const Bilingual& text, Naming naming) {
    if (!needs_consent(record)) return false;
    const auto owner = people::find_person(act.in, record.owner);
    KRING_ASSERT(owner.has_value());
    const bool is_own = record.owner == act.who.person;
    const bool waits_already = has_open_question(act.in, statement, record.id);
    const std::string id = new_id(act.when);
    const auto asked = act.in.execute(
        "insert into consents (id, statement_id, record_id, person_id, naming, text_hash, asked_at, "
        "decision, "
        "decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
        {id, statement, record.id, record.owner, word(naming), consent_hash(text, naming), act.when,
         is_own ? "agreed" : "asked", is_own ? db::Param(act.when) : db::Param(nullptr)});
    if (asked == 0) return false;
    journal::record(act, is_own ? "consent.agreed" : "consent.asked", id, "record=" + record.id);
    if (!is_own && !waits_already) post_question(act, stationery, *owner, id, record.network);
    return true;
}

}  // namespace kring::summary
