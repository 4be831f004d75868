// SPDX-License-Identifier: EUPL-1.2
#include <functional>
#include <set>
#include <thread>

#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "tests/domain/summary/summary_world.hpp"
#include "tests/fixtures/html_tree.hpp"

namespace kring::summary {
namespace {

class Freeze : public SummaryWorld {
protected:
    /// Version 1, with everything a source can be.
    Version frozen() {
        stated("Het **kan**.", {"les-anna", "vraag-stil"});
        stated("Het werkt.", {"praktijk-sami"}, Naming::organisation);
        stated("Zoek het doel.", {"les-bron", "vraag-dicht", "ict-2-lezing"}, Naming::role);
        EXPECT_TRUE(answer("anna", "les-anna", true));
        EXPECT_TRUE(answer("sami", "praktijk-sami", true));
        EXPECT_TRUE(answer("bram", "vraag-dicht", true));
        const auto made = freeze_as("eva", 1);
        EXPECT_EQ(phrases_of(made), Words{});
        return *made;
    }
};

TEST_P(Freeze, copies_what_everyone_may_see) {
    const Version made = frozen();
    const Version read = version(1);
    EXPECT_EQ(canonical_text(read), canonical_text(made));
    EXPECT_EQ(read.record.title, "Wat wij leerden, versie 1");
    EXPECT_EQ(read.record.audience, chain::Audience::everyone);
    EXPECT_EQ(read.frozen_by_name, "Eva Lindeman");
    ASSERT_EQ(read.chapters.size(), 1u);
    ASSERT_EQ(read.chapters[0].statements.size(), 3u);
    const auto& first = read.chapters[0].statements[0].sources;
    EXPECT_EQ(first[0].title, "");
    EXPECT_EQ(first[0].named_as, "Anna de Wit, Gemeente Linderdam");
    EXPECT_EQ(first[1].title, "Mag ik refurbished eisen?");
    EXPECT_EQ(first[1].workshop_id, "ict-2");
    EXPECT_EQ(first[1].workshop.nl, "Eisen en criteria");
    EXPECT_EQ(read.chapters[0].statements[1].sources[0].named_as, "Tweede Leven ICT BV");
    const auto& third = read.chapters[0].statements[2].sources;
    EXPECT_EQ(third[0].source_url, "https://bron.example/h?a=1&b=2");
    EXPECT_EQ(third[0].certainty, "partly");
    EXPECT_EQ(third[1].named_as, "adviseur duurzaamheid");
    EXPECT_EQ(third[2].workshop_id, "ict-2");
}

TEST_P(Freeze, hashes_what_anyone_can_check_again) {
    const Version made = frozen();
    EXPECT_EQ(version(1).hash, sha256_hex(canonical_text(version(1))));
    EXPECT_EQ(made.hash, version(1).hash);
    EXPECT_EQ(first_text("select word from journal order by sequence desc limit 1"), "summary.frozen");
}

TEST_P(Freeze, gives_another_hash_for_any_other_content) {
    const Version one = frozen();
    const std::vector<std::function<void(Version&)>> changes = {
        [](Version& v) { v.summary_id += "x"; },
        [](Version& v) { ++v.number; },
        [](Version& v) { v.languages = "nl en"; },
        [](Version& v) { v.reason = "x"; },
        [](Version& v) { v.frozen_at = "2026-11-23T09:00:00.001Z"; },
        [](Version& v) { v.title.nl += "x"; },
        [](Version& v) { v.title.en += "x"; },
        [](Version& v) { v.preface.nl += "\n"; },
        [](Version& v) { v.preface.en += "x"; },
        [](Version& v) { v.chapters[0].title.nl += "x"; },
        [](Version& v) { v.chapters[0].title.en += "x"; },
        [](Version& v) { v.chapters[0].intro.nl += "\nstatement: 1.1"; },
        [](Version& v) { v.chapters[0].intro.en += "x"; },
        [](Version& v) { v.chapters[0].statements[0].text.nl += "x"; },
        [](Version& v) { v.chapters[0].statements[0].text.en += "x"; },
        [](Version& v) { std::swap(v.chapters[0].statements[0], v.chapters[0].statements[1]); },
        [](Version& v) { v.chapters.push_back({}); },
        [](Version& v) { v.chapters[0].statements.push_back({}); },
        [](Version& v) { v.chapters[0].statements[0].sources.pop_back(); },
        [](Version& v) { v.chapters[0].statements[0].sources[0].record_id += "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[1].record_id += "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].kind = "case"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].title = "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].title_language = "en"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].named_as = ""; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].workshop_id = "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].workshop.nl = "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].workshop.en = "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].source_title = "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].source_url = "x"; },
        [](Version& v) { v.chapters[0].statements[0].sources[0].certainty = "read"; },
    };
    std::set<std::string> hashes = {one.hash};
    for (const auto& change : changes) {
        Version other = one;
        change(other);
        hashes.insert(sha256_hex(canonical_text(other)));
    }
    EXPECT_EQ(hashes.size(), changes.size() + 1);
}

TEST_P(Freeze, keeps_a_closed_records_title_and_id_out_of_what_everyone_gets) {
    const Version made = frozen();
    const std::string text = canonical_text(made);
    EXPECT_EQ(text.find(secret_title), std::string::npos);
    EXPECT_EQ(text.find("vraag-dicht"), std::string::npos);
    EXPECT_EQ(text.find("accu die je zelf"), std::string::npos);
    EXPECT_EQ(
        first_text("select count(*) from version_sources where title = '" + std::string(secret_title) + "'"),
        "0");
    const web::Response page =
        get("/publicaties/{id}/{nummer}", {{"id", summary_id}, {"nummer", "1"}}, "", html::Language::nl);
    EXPECT_EQ(page.body.find(secret_title), std::string::npos);
    EXPECT_EQ(page.body.find("vraag-dicht"), std::string::npos);
}

TEST_P(Freeze, stands_still_whatever_changes_later) {
    const std::string before = canonical_text(frozen());
    ASSERT_TRUE(database.write([](db::Connection& in) -> Result<Done> {
        in.execute("update records set title = 'anders', source_title = 'anders' where kind <> 'version'");
        in.execute("update people set name = 'Iemand anders', job = 'anders'");
        in.execute("update organisations set name = id");
        in.execute("update statements set text_nl = 'anders'");
        in.execute("update workshops set title_en = 'other'");
        in.execute("update records set audience = 'network' where kind = 'workshop'");
        in.execute("delete from placements");
        return Done{};
    }));
    EXPECT_EQ(canonical_text(version(1)), before);
    EXPECT_EQ(sha256_hex(canonical_text(version(1))), version(1).hash);
}

TEST_P(Freeze, gives_of_two_editors_at_once_one_a_version_and_one_a_conflict) {
    stated("Het kan.", {"les-bron"});
    std::vector<Words> answers(2);
    std::thread eva([&] { answers[0] = phrases_of(freeze_as("eva", 1)); });
    std::thread femke([&] { answers[1] = phrases_of(freeze_as("femke", 1)); });
    eva.join();
    femke.join();
    std::sort(answers.begin(), answers.end());
    EXPECT_EQ(answers, (std::vector<Words>{{}, {"summary.freeze.taken"}}));
    EXPECT_EQ(first_text("select count(*) from versions"), "1");
    EXPECT_EQ(first_text("select count(*) from records where kind = 'version'"), "1");
}

TEST_P(Freeze, numbers_versions_and_says_why_there_is_a_new_one) {
    stated("Het kan.", {"les-bron"});
    const auto first = freeze_as("eva", 1);
    ASSERT_TRUE(first);
    EXPECT_EQ(phrases_of(freeze_as("eva", 1)), Words{"summary.freeze.taken"});
    EXPECT_EQ(phrases_of(freeze_as("eva", 3, "x")), Words{"summary.freeze.taken"});
    EXPECT_EQ(phrases_of(freeze_as("eva", 2, "  ")), Words{"summary.needed.reason"});
    now = now + hour_ms;
    const auto second = freeze_as("femke", 2, "Een getal klopte niet.");
    ASSERT_TRUE(second);
    EXPECT_EQ(version(1).successor, 2);
    EXPECT_EQ(version(2).successor, 0);
    EXPECT_EQ(version(2).reason, "Een getal klopte niet.");
    EXPECT_EQ(first_text("select to_id from links where relation = 'follows_from'"), first->record.id);
    EXPECT_EQ(
        first_text("select count(*) from links where relation = 'published_in' and from_id = 'les-bron'"),
        "2");
}

TEST_P(Freeze, is_for_editors_facilitators_and_the_operator) {
    stated("Het kan.", {"les-bron"});
    for (const char* other : {"anna", "sami", "olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(freeze_as(other, 1)), Words{"problem.not_found"}) << other;
    }
    EXPECT_TRUE(freeze_as("operator", 1));
    EXPECT_EQ(version(1).frozen_by_name, "");
}

TEST_P(Freeze, tells_all_that_is_lacking_at_once) {
    ASSERT_TRUE(as("eva", [&](const Act& act) {
        return change(act, summary_id, revision_of(act.in, summary_id), {"Wat wij leerden", "What we learnt"},
                      {}, "nl en");
    }));
    ASSERT_TRUE(as("eva", [&](const Act& act) {
        return add_chapter(act, summary_id, revision_of(act.in, summary_id), {"Twee", ""}, {});
    }));
    EXPECT_EQ(phrases_of(freeze_as("eva", 1)),
              (Words{"summary.obstacle.chapter_en", "summary.obstacle.empty"}));
    stated("Het kan.", {});
    EXPECT_EQ(
        phrases_of(freeze_as("eva", 1)),
        (Words{"summary.obstacle.text_en", "summary.obstacle.no_source", "summary.obstacle.chapter_en"}));
}

TEST_P(Freeze, leaves_out_the_language_it_is_not_published_in) {
    ASSERT_TRUE(as("eva", [&](const Act& act) {
        return change(act, summary_id, revision_of(act.in, summary_id), {"Wat wij leerden", "What we learnt"},
                      {}, "en");
    }));
    const std::string statement = stated("Nog niet vertaald.", {"les-bron"});
    ASSERT_TRUE(as("eva", [&](const Act& act) {
        return change_statement(act, stationery, statement, revision_of(act.in, summary_id),
                                {"Geheim", "It can be done."});
    }));
    ASSERT_TRUE(freeze_as("eva", 1));
    EXPECT_EQ(canonical_text(version(1)).find("Geheim"), std::string::npos);
    EXPECT_EQ(version(1).record.title, "What we learnt, version 1");
    EXPECT_EQ(version(1).record.language, "en");
    const web::Response page = get("/publicaties/{id}/{nummer}", {{"id", summary_id}, {"nummer", "1"}});
    const auto tree = fixtures::parse_page(page.body);
    const auto* statement_text = tree.all("article").at(0)->all("div").at(0);
    ASSERT_NE(statement_text->attribute("lang"), nullptr);
    EXPECT_EQ(*statement_text->attribute("lang"), "en");
    EXPECT_EQ(trim(statement_text->text), "It can be done.");
    EXPECT_NE(page.body.find("Deze samenvatting is er alleen in het Engels."), std::string::npos);
}

KRING_ON_BOTH_ENGINES(Freeze);

}  // namespace
}  // namespace kring::summary
