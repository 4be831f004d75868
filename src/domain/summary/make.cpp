// SPDX-License-Identifier: EUPL-1.2
// Making the working summary of a network, and changing what stands above its chapters.
#include "domain/network/store.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/change.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

Problems faults_of(std::string_view languages, const Bilingual& title, const Bilingual& preface) {
    Problems problems;
    if (languages != "nl" && languages != "en" && languages != "nl en") {
        problems.push_back(problem(Trouble::invalid, "problem.choice", "languages"));
    }
    if (has_language(languages, "nl") && trim(title.nl).empty()) {
        problems.push_back(problem(Trouble::invalid, "summary.needed.title_nl", "title_nl"));
    }
    if (has_language(languages, "en") && trim(title.en).empty()) {
        problems.push_back(problem(Trouble::invalid, "summary.needed.title_en", "title_en"));
    }
    check_pair(title, "title", title_length_max, problems);
    check_pair(preface, "preface", text_length_max, problems);
    return problems;
}

std::string record_title(std::string_view languages, const Bilingual& title) {
    return has_language(languages, "nl") ? title.nl : title.en;
}

}  // namespace

Result<std::string> make(const Act& act, std::string_view network_id, std::string_view languages,
                         const Bilingual& title) {
    TRY(network, network::find_visible(act.in, act.who, network_id));
    if (!may_edit(act.who, network.id)) return problem(Trouble::forbidden, "summary.not_yours");
    if (const Problems faults = faults_of(languages, title, {}); !faults.empty()) return faults;
    if (summary_of(act.in, network.id)) return problem(Trouble::conflict, "summary.make.exists");
    chain::Record record;
    record.id = new_id(act.when);
    record.kind = chain::Kind::summary;
    record.network = network.id;
    record.title = record_title(languages, title);
    record.language = has_language(languages, "nl") ? "nl" : "en";
    record.audience = chain::Audience::network;
    record.created_at = record.updated_at = act.when;
    chain::insert(act.in, record);
    act.in.execute("insert into summaries (id, languages, title_nl, title_en) values ($1, $2, $3, $4)",
                   {record.id, languages, title.nl, title.en});
    journal::record(act, "summary.made", record.id);
    return record.id;
}

Result<Done> change(const Act& act, std::string_view id, std::int64_t revision, const Bilingual& title,
                    const Bilingual& preface, std::string_view languages) {
    if (const Problems faults = faults_of(languages, title, preface); !faults.empty()) return faults;
    TRY(record, take_revision(act, id, revision));
    record.title = record_title(languages, title);
    record.language = has_language(languages, "nl") ? "nl" : "en";
    record.updated_at = act.when;
    chain::update(act.in, record);
    act.in.execute(
        "update summaries set languages = $2, title_nl = $3, title_en = $4, preface_nl = $5, "
        "preface_en = $6 where id = $1",
        {id, languages, title.nl, title.en, preface.nl, preface.en});
    journal::record(act, "summary.changed", id);
    return Done{};
}

}  // namespace kring::summary
