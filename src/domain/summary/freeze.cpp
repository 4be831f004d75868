// SPDX-License-Identifier: EUPL-1.2
// Freezing: everything shown is copied, so that nothing that changes later can change a version.
#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/may.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kring::summary {

namespace {

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "") {
    return {trouble, std::string(phrase), std::string(field), {}};
}

// What is written in a language the summary is not published in, stays in the working summary.
Bilingual published(const Bilingual& text, std::string_view languages) {
    return {has_language(languages, "nl") ? text.nl : "", has_language(languages, "en") ? text.en : ""};
}

struct Origin {
    std::string id;
    Bilingual title;
};

// The workshop a record was asked at or belongs to, if everyone may know of it.
Origin origin_of(db::Connection& in, const chain::Record& record) {
    const std::string& start = record.kind == chain::Kind::answer ? record.parent : record.id;
    Origin origin;
    in.query(R"(
        select w.id, r.title, w.title_en from workshops w join records r on r.id = w.id
        where r.state = 'open' and r.audience = 'everyone' and (
            w.id = $1
            or w.id in (select s.workshop_id from sessions s where s.id = $1)
            or w.id in (select q.workshop_id from questions q where q.id = $1)
            or w.id in (select l.to_id from links l
                        where l.from_id = $1 and l.relation in ('asked_at', 'illustrates'))
            or w.id in (select s.workshop_id from links l join sessions s on s.id = l.to_id
                        where l.from_id = $1 and l.relation in ('asked_at', 'illustrates'))
            or w.id in (select l.from_id from links l where l.to_id = $1 and l.relation = 'distilled_into')
            or w.id in (select s.workshop_id from links l join sessions s on s.id = l.from_id
                        where l.to_id = $1 and l.relation = 'distilled_into'))
        order by w.number, w.id limit 1)",
             {start}, [&](const db::Row& row) { origin = {row.text(0), {row.text(1), row.text(2)}}; });
    return origin;
}

std::string named_as(db::Connection& in, const Placement& placement) {
    const chain::Record& record = placement.record;
    if (!needs_consent(record)) return "";
    switch (placement.naming) {
        case Naming::name:
            return record.owner_organisation.empty() ? record.owner_name
                                                     : record.owner_name + ", " + record.owner_organisation;
        case Naming::organisation:
            return record.owner_organisation;
        case Naming::role:
            return in.first_text("select job from people where id = $1", {record.owner}).value_or("");
        case Naming::none:
            return "";
    }
    return "";
}

FrozenSource freeze_source(const Act& act, const Placement& placement, std::string_view languages) {
    const chain::Record& record = placement.record;
    FrozenSource source;
    source.record_id = record.id;
    source.kind = chain::word(record.kind);
    source.named_as = named_as(act.in, placement);
    source.certainty = record.source.certainty;
    const Origin origin = origin_of(act.in, record);
    source.workshop_id = origin.id;
    source.workshop = published(origin.title, languages);
    // An anonymous reader stands for everyone.
    if (!chain::may_read(act.in, Actor{}, record, act.when)) return source;
    source.title = record.title;
    source.title_language = record.language;
    source.source_title = record.source.title;
    source.source_url = record.source.url;
    return source;
}

std::vector<FrozenChapter> freeze_chapters(const Act& act, const Summary& summary) {
    std::vector<FrozenChapter> chapters;
    for (const Chapter& chapter : summary.chapters) {
        FrozenChapter frozen{
            published(chapter.title, summary.languages), published(chapter.intro, summary.languages), {}};
        for (const Statement& statement : chapter.statements) {
            FrozenStatement copy{published(statement.text, summary.languages), {}};
            for (const Placement& placement : statement.placements) {
                copy.sources.push_back(freeze_source(act, placement, summary.languages));
            }
            frozen.statements.push_back(std::move(copy));
        }
        chapters.push_back(std::move(frozen));
    }
    return chapters;
}

Version copy_of(const Act& act, const Summary& summary, std::int64_t number, std::string_view reason) {
    const bool is_dutch = has_language(summary.languages, "nl");
    Version version;
    version.record.id = new_id(act.when);
    version.record.kind = chain::Kind::version;
    version.record.network = summary.record.network;
    version.record.title = is_dutch ? summary.title.nl + ", versie " + std::to_string(number)
                                    : summary.title.en + ", version " + std::to_string(number);
    version.record.language = is_dutch ? "nl" : "en";
    version.record.audience = chain::Audience::everyone;
    version.record.created_at = version.record.updated_at = act.when;
    version.summary_id = summary.record.id;
    version.number = number;
    version.languages = summary.languages;
    version.reason = reason;
    version.frozen_at = to_text(act.when);
    version.title = published(summary.title, summary.languages);
    version.preface = published(summary.preface, summary.languages);
    version.chapters = freeze_chapters(act, summary);
    version.hash = sha256_hex(canonical_text(version));
    return version;
}

// Who freezes need not be allowed to read each source, so these do not go through chain::tie.
void tie(db::Connection& in, std::string_view from, chain::Relation relation, std::string_view to) {
    in.execute("insert into links (from_id, relation, to_id) values ($1, $2, $3) on conflict do nothing",
               {from, chain::word(relation), to});
}

void tie_all(db::Connection& in, const Summary& summary, const Version& version,
             const std::string& previous) {
    for (const Chapter& chapter : summary.chapters) {
        for (const Statement& statement : chapter.statements) {
            for (const Placement& placement : statement.placements) {
                KRING_ASSERT(chain::is_legal(placement.record.kind, chain::Relation::published_in,
                                             chain::Kind::version));
                tie(in, placement.record.id, chain::Relation::published_in, version.record.id);
            }
        }
    }
    if (!previous.empty()) tie(in, version.record.id, chain::Relation::follows_from, previous);
}

// Searching finds the newest version; earlier ones are a step away on its page.
void index(db::Connection& in, const Version& version, const std::string& previous) {
    std::string text = version.title.nl + "\n" + version.title.en;
    const auto add = [&](const Bilingual& words) {
        text += "\n" + html::markdown_words(words.nl) + "\n" + html::markdown_words(words.en);
    };
    add(version.preface);
    for (const FrozenChapter& chapter : version.chapters) {
        text += "\n" + chapter.title.nl + "\n" + chapter.title.en;
        add(chapter.intro);
        for (const FrozenStatement& statement : chapter.statements) add(statement.text);
    }
    if (!previous.empty()) chain::unindex(in, previous);
    chain::index(in, version.record, text);
}

Problem taken(std::int64_t number) {
    return {Trouble::conflict, "summary.freeze.taken", "", {{"number", std::to_string(number)}}};
}

Result<Summary> freezable(const Act& act, std::string_view id, std::int64_t number, std::string_view reason) {
    auto summary = find_summary(act.in, id);
    if (!summary || !chain::may_read(act.in, act.who, summary->record, act.when) ||
        summary->record.is_withdrawn) {
        return problem(Trouble::not_found, "problem.not_found");
    }
    if (!may_freeze(act.who, summary->record.network))
        return problem(Trouble::forbidden, "summary.not_yours");
    if (number != next_number(act.in, id)) return taken(number);
    Problems wrong = obstacles(act.who, *summary);
    if (number > 1 && reason.empty())
        wrong.push_back(problem(Trouble::invalid, "summary.needed.reason", "reason"));
    if (!is_clean_text(reason)) wrong.push_back(problem(Trouble::invalid, "problem.unclean", "reason"));
    if (length(reason) > reason_length_max) {
        wrong.push_back(
            {Trouble::invalid,
             "problem.too_long",
             "reason",
             {{"most", std::to_string(reason_length_max)}, {"length", std::to_string(length(reason))}}});
    }
    if (!wrong.empty()) return wrong;
    return std::move(*summary);
}

}  // namespace

Result<Version> freeze(const Act& act, std::string_view id, std::int64_t number, std::string_view reason) {
    const std::string why = with_lf(trim(reason));
    TRY(summary, freezable(act, id, number, why));
    const auto earlier = versions_of(act.in, id);
    const std::string previous = earlier.empty() ? "" : earlier.front().record.id;
    Version version = copy_of(act, summary, number, why);
    try {
        insert(act.in, version, act.who.person);
    } catch (const db::Error& error) {
        if (error.fault() == db::Fault::unique) return taken(number);
        throw;
    }
    tie_all(act.in, summary, version, previous);
    index(act.in, version, previous);
    journal::record(act, "summary.frozen", version.record.id,
                    "number=" + std::to_string(number) + " hash=" + version.hash);
    return version;
}

}  // namespace kring::summary
