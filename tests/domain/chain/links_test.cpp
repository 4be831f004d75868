// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/links.hpp"

#include <set>

#include "tests/fixtures/desk.hpp"

namespace kring::chain {
namespace {

using fixtures::phrases_of;
using Words = std::vector<std::string>;

constexpr Time when = fixtures::world_time;

class Links : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    void write(std::string_view id, Kind kind, std::string_view owner = "anna",
               Audience audience = Audience::network, std::string_view network = "ict", Time at = when) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            Record record;
            record.id = id;
            record.kind = kind;
            record.network = network;
            record.title = "Titel van " + std::string(id);
            record.audience = audience;
            record.owner = owner;
            record.created_at = record.updated_at = at;
            insert(act.in, record);
            return Result<Done>(Done{});
        }));
    }
    Result<Done> tying(std::string_view by, std::string_view from, Relation relation, std::string_view to) {
        return desk.act(by, [&](const Act& act) { return tie(act, from, relation, to); });
    }
    Result<Done> untying(std::string_view by, std::string_view from, Relation relation, std::string_view to) {
        return desk.act(by, [&](const Act& act) { return untie(act, from, relation, to); });
    }
    /// "> relation id" and "< relation id" of all that this reader sees tied.
    Words seen(std::string_view person, std::string_view id, bool but_answers = false) {
        Words found;
        desk.read([&](db::Connection& in) {
            const Actor who = person.empty() ? Actor{} : fixtures::actor(in, person);
            for (const Neighbour& one : neighbours(in, who, id, when, but_answers)) {
                found.push_back((one.is_outgoing ? "> " : "< ") + std::string(word(one.relation)) + " " +
                                one.other.id);
            }
        });
        return found;
    }
    std::int64_t links() {
        return desk.read([](db::Connection& in) { return in.count("select count(*) from links"); });
    }
};
KRING_ON_BOTH_ENGINES(Links);

// Written from the words of the product: what asks, answers, illustrates, teaches and ends up where.
TEST(Relations, allow_exactly_these_steps) {
    const std::set<std::string> allowed = {
        "question asked_at workshop",     "question asked_at session",      "answer answers question",
        "case illustrates question",      "case illustrates session",       "case illustrates workshop",
        "question distilled_into lesson", "case distilled_into lesson",     "answer distilled_into lesson",
        "session distilled_into lesson",  "workshop distilled_into lesson", "question follows_from question",
        "lesson follows_from lesson",     "version follows_from version",   "question published_in version",
        "answer published_in version",    "case published_in version",      "lesson published_in version",
        "session published_in version",   "workshop published_in version"};
    std::set<std::string> found;
    for (const char* from :
         {"workshop", "session", "question", "answer", "case", "lesson", "summary", "version"}) {
        for (const char* relation : {"asked_at", "answers", "illustrates", "distilled_into", "founded_on",
                                     "uses", "measured_by", "follows_from", "published_in"}) {
            EXPECT_EQ(word(relation_of(relation).value()), relation);
            for (const char* to :
                 {"workshop", "session", "question", "answer", "case", "lesson", "summary", "version"}) {
                if (is_legal(kind_of(from).value(), relation_of(relation).value(), kind_of(to).value())) {
                    found.insert(std::string(from) + " " + relation + " " + to);
                }
            }
        }
    }
    EXPECT_EQ(found, allowed);
    for (const char* wrong : {"", "asked", "Answers", "asked_at "}) EXPECT_FALSE(relation_of(wrong)) << wrong;
}

TEST_P(Links, are_seen_from_both_ends) {
    write("vraag-1", Kind::question);
    ASSERT_TRUE(tying("anna", "vraag-1", Relation::asked_at, "ict-2"));
    EXPECT_EQ(seen("bram", "vraag-1"), Words{"> asked_at ict-2"});
    EXPECT_EQ(seen("bram", "ict-2"), Words{"< asked_at vraag-1"});
    EXPECT_EQ(desk.journalled(), Words{"link.tied vraag-1"});
}

TEST_P(Links, are_tied_twice_without_fault_and_once_in_fact) {
    write("vraag-1", Kind::question);
    ASSERT_TRUE(tying("anna", "vraag-1", Relation::asked_at, "ict-2"));
    EXPECT_TRUE(tying("femke", "vraag-1", Relation::asked_at, "ict-2"));
    EXPECT_EQ(links(), 1);
    EXPECT_EQ(desk.journalled().size(), 1u);
    ASSERT_TRUE(untying("anna", "vraag-1", Relation::asked_at, "ict-2"));
    EXPECT_EQ(links(), 0);
    EXPECT_EQ(phrases_of(untying("anna", "vraag-1", Relation::asked_at, "ict-2")),
              Words{"problem.not_found"});
    EXPECT_EQ(desk.journalled().back(), "link.untied vraag-1");
}

TEST_P(Links, are_tied_by_owners_facilitators_and_editors) {
    write("vraag-1", Kind::question, "anna");
    write("geval-1", Kind::case_, "sami");
    for (const char* other : {"bram", "noor"}) {
        EXPECT_EQ(phrases_of(tying(other, "geval-1", Relation::illustrates, "vraag-1")),
                  Words{"link.not_yours"})
            << other;
    }
    for (const char* one : {"anna", "sami", "femke", "eva"}) {
        EXPECT_TRUE(tying(one, "geval-1", Relation::illustrates, "vraag-1")) << one;
        EXPECT_FALSE(untying("bram", "geval-1", Relation::illustrates, "vraag-1"));
        EXPECT_TRUE(untying(one, "geval-1", Relation::illustrates, "vraag-1")) << one;
    }
    for (const char* other : {"olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(tying(other, "geval-1", Relation::illustrates, "vraag-1")),
                  Words{"problem.not_found"})
            << other;
    }
}

TEST_P(Links, let_a_record_without_owner_be_tied_by_no_visitor) {
    write("vraag-1", Kind::question, "", Audience::everyone);
    EXPECT_EQ(phrases_of(tying("", "vraag-1", Relation::asked_at, "ict-2")), Words{"link.not_yours"});
    EXPECT_EQ(links(), 0);
}

TEST_P(Links, tell_nothing_of_records_one_cannot_read) {
    write("vraag-1", Kind::question, "sami");
    write("geval-1", Kind::case_, "anna", Audience::purchasers);
    for (const char* hidden : {"geval-1", "nergens"}) {
        EXPECT_EQ(phrases_of(tying("sami", hidden, Relation::illustrates, "vraag-1")),
                  Words{"problem.not_found"})
            << hidden;
        EXPECT_EQ(phrases_of(untying("sami", hidden, Relation::illustrates, "vraag-1")),
                  Words{"problem.not_found"});
    }
    ASSERT_TRUE(tying("anna", "geval-1", Relation::illustrates, "vraag-1"));
    EXPECT_EQ(seen("sami", "vraag-1"), Words{});
    EXPECT_EQ(seen("bram", "vraag-1"), Words{"< illustrates geval-1"});
}

TEST_P(Links, refuse_other_steps_themselves_and_other_networks) {
    write("vraag-1", Kind::question);
    write("vraag-2", Kind::question);
    write("les-1", Kind::lesson, "femke", Audience::everyone, "meubels");
    EXPECT_EQ(phrases_of(tying("anna", "ict-2", Relation::asked_at, "vraag-1")), Words{"link.not_legal"});
    EXPECT_EQ(phrases_of(tying("anna", "vraag-1", Relation::answers, "vraag-2")), Words{"link.not_legal"});
    EXPECT_EQ(phrases_of(tying("anna", "vraag-1", Relation::follows_from, "vraag-1")),
              Words{"link.not_legal"});
    EXPECT_EQ(phrases_of(tying("femke", "vraag-1", Relation::distilled_into, "les-1")),
              Words{"link.not_legal"});
    EXPECT_TRUE(tying("anna", "vraag-1", Relation::follows_from, "vraag-2"));
}

TEST_P(Links, fall_silent_with_a_withdrawn_record_and_speak_again) {
    write("vraag-1", Kind::question);
    ASSERT_TRUE(tying("anna", "vraag-1", Relation::asked_at, "ict-2"));
    ASSERT_TRUE(desk.act("anna", [](const Act& act) { return withdraw(act, "vraag-1"); }));
    EXPECT_EQ(seen("bram", "ict-2"), Words{});
    EXPECT_EQ(phrases_of(tying("femke", "vraag-1", Relation::asked_at, "ict-1")), Words{"problem.not_found"});
    ASSERT_TRUE(desk.act("anna", [](const Act& act) { return restore(act, "vraag-1"); }));
    EXPECT_EQ(seen("bram", "ict-2"), Words{"< asked_at vraag-1"});
}

TEST_P(Links, come_out_first_then_in_by_relation_and_time) {
    write("les-1", Kind::lesson);
    write("les-2", Kind::lesson, "anna", Audience::network, "ict", when - day_ms);
    write("vraag-2", Kind::question, "anna", Audience::network, "ict", when + 2);
    write("vraag-1", Kind::question, "anna", Audience::network, "ict", when + 1);
    write("geval-1", Kind::case_, "anna", Audience::network, "ict", when + 3);
    for (const char* from : {"vraag-2", "geval-1", "vraag-1"}) {
        ASSERT_TRUE(tying("anna", from, Relation::distilled_into, "les-1"));
    }
    ASSERT_TRUE(tying("anna", "les-1", Relation::follows_from, "les-2"));
    EXPECT_EQ(seen("anna", "les-1"), (Words{"> follows_from les-2", "< distilled_into vraag-1",
                                            "< distilled_into vraag-2", "< distilled_into geval-1"}));
}

TEST_P(Links, may_leave_out_the_answers_alone) {
    write("vraag-1", Kind::question);
    write("antwoord-1", Kind::answer);
    ASSERT_TRUE(tying("anna", "antwoord-1", Relation::answers, "vraag-1"));
    ASSERT_TRUE(tying("anna", "vraag-1", Relation::asked_at, "ict-2"));
    EXPECT_EQ(seen("anna", "vraag-1", true), Words{"> asked_at ict-2"});
    EXPECT_EQ(seen("anna", "vraag-1").size(), 2u);
    EXPECT_EQ(seen("", "vraag-1"), Words{"> asked_at ict-2"}) << "the workshop is open to everyone";
}

}  // namespace
}  // namespace kring::chain
