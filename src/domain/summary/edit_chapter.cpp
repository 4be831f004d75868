// SPDX-License-Identifier: EUPL-1.2
// Chapters of the working summary: added, changed, moved, removed.
#include "domain/summary/acts.hpp"
#include "domain/summary/change.hpp"
#include "domain/summary/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

Problems faults_of(const Bilingual& title, const Bilingual& intro) {
    Problems problems;
    if (trim(title.nl).empty() && trim(title.en).empty()) {
        problems.push_back(problem(Trouble::invalid, "summary.needed.chapter_title", "title_nl"));
    }
    check_pair(title, "title", title_length_max, problems);
    check_pair(intro, "intro", text_length_max, problems);
    return problems;
}

}  // namespace

Result<std::string> add_chapter(const Act& act, std::string_view summary, std::int64_t revision,
                                const Bilingual& title, const Bilingual& intro, std::string id) {
    if (const Problems faults = faults_of(title, intro); !faults.empty()) return faults;
    TRY_DONE(take_revision(act, summary, revision));
    if (id.empty()) id = new_id(act.when);
    const auto position =
        act.in.count("select coalesce(max(position), 0) + 1 from chapters where summary_id = $1", {summary});
    act.in.execute(
        "insert into chapters (id, summary_id, position, title_nl, title_en, intro_nl, intro_en) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        {id, summary, position, title.nl, title.en, intro.nl, intro.en});
    journal::record(act, "chapter.added", id);
    return id;
}

Result<Done> change_chapter(const Act& act, std::string_view chapter, std::int64_t revision,
                            const Bilingual& title, const Bilingual& intro) {
    if (const Problems faults = faults_of(title, intro); !faults.empty()) return faults;
    TRY_DONE(take_revision_of_chapter(act, chapter, revision));
    act.in.execute(
        "update chapters set title_nl = $2, title_en = $3, intro_nl = $4, intro_en = $5 where id = $1",
        {chapter, title.nl, title.en, intro.nl, intro.en});
    journal::record(act, "chapter.changed", chapter);
    return Done{};
}

Result<Done> remove_chapter(const Act& act, std::string_view chapter, std::int64_t revision) {
    TRY_DONE(take_revision_of_chapter(act, chapter, revision));
    if (act.in.exists("select 1 from statements where chapter_id = $1", {chapter})) {
        return problem(Trouble::conflict, "summary.chapter.not_empty");
    }
    act.in.execute("delete from chapters where id = $1", {chapter});
    journal::record(act, "chapter.removed", chapter);
    return Done{};
}

Result<Done> move_chapter(const Act& act, std::string_view chapter, std::int64_t revision, int by) {
    TRY(record, take_revision_of_chapter(act, chapter, revision));
    std::vector<std::string> ids;
    act.in.query("select id from chapters where summary_id = $1 order by position, id", {record.id},
                 [&](const db::Row& row) { ids.push_back(row.text(0)); });
    std::int64_t position = 0;
    for (const std::string& id : moved(ids, chapter, by)) {
        act.in.execute("update chapters set position = $2 where id = $1", {id, ++position});
    }
    journal::record(act, "chapter.moved", chapter);
    return Done{};
}

}  // namespace kring::summary
