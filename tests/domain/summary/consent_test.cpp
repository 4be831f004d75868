// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/summary/summary_world.hpp"

namespace kring::summary {
namespace {

class Consent : public SummaryWorld {};

TEST_P(Consent, is_needed_for_what_a_person_brought_in_and_for_nothing_else) {
    const std::string statement = stated(
        "Het kan.", {"les-anna", "praktijk-sami", "vraag-stil", "les-bron", "les-eva", "ict-2-lezing"});
    EXPECT_EQ(agreement(statement, "les-anna"), Agreement::asked);
    EXPECT_EQ(agreement(statement, "praktijk-sami"), Agreement::asked);
    EXPECT_EQ(agreement(statement, "vraag-stil"), Agreement::not_needed);
    EXPECT_EQ(agreement(statement, "les-bron"), Agreement::not_needed);
    EXPECT_EQ(agreement(statement, "les-eva"), Agreement::agreed);
    EXPECT_EQ(agreement(statement, "ict-2-lezing"), Agreement::not_needed);
    EXPECT_EQ(lacking(), (Words{"summary.obstacle.asked", "summary.obstacle.asked"}));
}

TEST_P(Consent, is_asked_by_letter_in_the_readers_language) {
    stated("Het kan.", {"les-anna"});
    const std::string id = first_text("select id from consents");
    EXPECT_EQ(letters(),
              (Words{"anna: Duurzame ICT: mag dit zo in de samenvatting?\nBeste Anna de Wit,\n\n"
                     "De redactie van Duurzame ICT wil in de samenvatting gebruiken wat je inbracht. Lees "
                     "de tekst en zeg of het zo mag:\n\nhttps://kring.example/toestemming/" +
                     id + "\n\nZonder jouw akkoord wordt het niet gepubliceerd.\n\nKring"}));
}

TEST_P(Consent, lets_freezing_pass_only_when_all_agreed) {
    stated("Het kan.", {"les-anna", "praktijk-sami"});
    EXPECT_EQ(phrases_of(freeze_as("eva", 1)), (Words{"summary.obstacle.asked", "summary.obstacle.asked"}));
    ASSERT_TRUE(answer("anna", "les-anna", true));
    ASSERT_TRUE(answer("sami", "praktijk-sami", false));
    EXPECT_EQ(phrases_of(freeze_as("eva", 1)), Words{"summary.obstacle.refused"});
    EXPECT_EQ(phrases_of(freeze_as("operator", 1)), Words{"summary.obstacle.refused"});
    const std::string sami = first_text("select id from consents where person_id = 'sami'");
    ASSERT_TRUE(as("sami", [&](const Act& act) { return decide(act, sami, true, "Toch goed."); }));
    EXPECT_TRUE(freeze_as("eva", 1));
}

TEST_P(Consent, is_for_exactly_this_text) {
    const std::string statement = stated("Het kan.", {"les-anna"});
    ASSERT_TRUE(answer("anna", "les-anna", true));
    EXPECT_EQ(lacking(), Words{});
    ASSERT_TRUE(reword(statement, "Het moet."));
    EXPECT_EQ(agreement(statement, "les-anna"), Agreement::asked);
    EXPECT_EQ(phrases_of(freeze_as("eva", 1)), Words{"summary.obstacle.asked"});
    EXPECT_EQ(first_text("select count(*) from consents"), "2");
    EXPECT_EQ(letters().size(), 2u);
    ASSERT_TRUE(reword(statement, "Het kan."));
    EXPECT_EQ(agreement(statement, "les-anna"), Agreement::agreed);
    EXPECT_EQ(letters().size(), 2u);
}

TEST_P(Consent, is_for_exactly_this_naming) {
    const std::string statement = stated("Het kan.", {"les-anna"}, Naming::none);
    ASSERT_TRUE(answer("anna", "les-anna", true));
    ASSERT_TRUE(put(statement, "les-anna", Naming::name));
    EXPECT_EQ(agreement(statement, "les-anna"), Agreement::asked);
    EXPECT_EQ(lacking(), Words{"summary.obstacle.asked"});
}

TEST_P(Consent, is_asked_in_one_letter_until_it_is_answered) {
    const std::string statement = stated("Het kan.", {"les-anna"});
    ASSERT_TRUE(reword(statement, "Het kan wel."));
    ASSERT_TRUE(reword(statement, "Het kan echt."));
    EXPECT_EQ(letters().size(), 1u);
    const auto waiting =
        database.read([&](db::Connection& in) { return consents_waiting(in, who(in, "anna")); });
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].text.nl, "Het kan echt.");
}

TEST_P(Consent, is_given_by_nobody_else) {
    stated("Het kan.", {"les-anna"});
    const std::string id = first_text("select id from consents");
    for (const char* other : {"eva", "femke", "bram", "sami", "beheer", "operator", ""}) {
        EXPECT_EQ(phrases_of(as(other, [&](const Act& act) { return decide(act, id, true, ""); })),
                  Words{"problem.not_found"})
            << other;
        EXPECT_EQ(
            get("/toestemming/{id}", {{"id", id}}, other == std::string_view("operator") ? "" : other).status,
            404)
            << other;
    }
}

TEST_P(Consent, for_an_older_text_is_refused) {
    const std::string statement = stated("Het kan.", {"les-anna"});
    const std::string id = first_text("select id from consents");
    ASSERT_TRUE(reword(statement, "Het moet."));
    EXPECT_EQ(phrases_of(as("anna", [&](const Act& act) { return decide(act, id, true, ""); })),
              Words{"summary.consent.outdated"});
    const web::Response old = get("/toestemming/{id}", {{"id", id}}, "anna");
    EXPECT_EQ(old.status, 303);
    EXPECT_NE(header_of(old, "Location"), "/toestemming/" + id);
}

TEST_P(Consent, is_asked_later_for_what_came_in_with_a_folder) {
    const std::string statement = stated("Het kan.", {"les-anna"});
    ASSERT_TRUE(database.write([](db::Connection& in) -> Result<Done> {
        in.execute("delete from consents");
        return Done{};
    }));
    EXPECT_EQ(lacking(), Words{"summary.obstacle.not_asked"});
    const auto asked = [&] {
        return as("femke", [&](const Act& act) { return ask(act, stationery, statement, "les-anna"); });
    };
    EXPECT_TRUE(asked());
    EXPECT_EQ(phrases_of(asked()), Words{"summary.ask.already"});
    EXPECT_EQ(agreement(statement, "les-anna"), Agreement::asked);
}

TEST_P(Consent, is_the_editors_own_for_their_own_words_alone) {
    const std::string statement = stated("Het kan.", {"les-eva"});
    EXPECT_EQ(letters(), Words{});
    EXPECT_EQ(lacking(), Words{});
    ASSERT_TRUE(reword(statement, "Het moet.", "femke"));
    EXPECT_EQ(agreement(statement, "les-eva"), Agreement::asked);
    EXPECT_EQ(phrases_of(freeze_as("femke", 1)), Words{"summary.obstacle.asked"});
}

TEST_P(Consent, never_names_who_was_not_asked) {
    stated("Het kan.", {"ict-2-lezing"}, Naming::name);
    EXPECT_EQ(first_text("select naming from placements"), "none");
    ASSERT_TRUE(freeze_as("eva", 1));
    EXPECT_EQ(version(1).chapters[0].statements[0].sources[0].named_as, "");
}

TEST_P(Consent, gone_with_its_statement_stays_in_the_journal) {
    const std::string statement = stated("Het kan.", {"les-anna"});
    ASSERT_TRUE(answer("anna", "les-anna", true));
    const std::string hash = first_text("select text_hash from consents");
    ASSERT_TRUE(as("eva", [&](const Act& act) {
        return remove_statement(act, statement, revision_of(act.in, summary_id));
    }));
    EXPECT_EQ(first_text("select detail from journal where word = 'consent.removed'"),
              "agreed sha256=" + hash);
}

TEST_P(Consent, cannot_help_a_record_that_was_withdrawn_or_that_nobody_may_place) {
    const std::string statement = stated("Het kan.", {"les-anna"});
    ASSERT_TRUE(answer("anna", "les-anna", true));
    ASSERT_TRUE(as("anna", [](const Act& act) { return chain::withdraw(act, "les-anna"); }));
    EXPECT_EQ(lacking(), Words{"summary.obstacle.withdrawn"});
    EXPECT_EQ(phrases_of(put(statement, "les-anna", Naming::none)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(put(statement, "meubels-1", Naming::none)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(put(statement, summary_id, Naming::none)), Words{"problem.not_found"});
}

KRING_ON_BOTH_ENGINES(Consent);

}  // namespace
}  // namespace kring::summary
