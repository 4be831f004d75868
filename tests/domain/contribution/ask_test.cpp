// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "domain/chain/links.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/contribution/contribution_world.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::contribution {
namespace {

using fixtures::faults_of;
using fixtures::phrases_of;

class Ask : public ContributionTest {
protected:
    static QuestionDraft anonymous(std::string_view audience = "network") {
        QuestionDraft draft = good_question(audience);
        draft.is_anonymous = true;
        return draft;
    }
    Result<Done> withdraw(std::string_view by, std::string_view id, std::string_view key, Time at = when) {
        return desk.act(by, [&](const Act& act) { return withdraw_by_key(act, id, key); }, at);
    }
    int shown(Time at) {
        return *desk.act("", [](const Act& act) { return show_waiting(act); }, at);
    }
    Words readable_by(std::string_view person) {
        Words ids;
        desk.read([&](db::Connection& in) {
            const Actor who = person.empty() ? Actor{} : fixtures::actor(in, person);
            for (const Question& one : questions(in, who, {}, when).things) ids.push_back(one.record.id);
        });
        return ids;
    }
    /// What an act added to the database, row by row.
    template <class F>
    Words traces_of(F&& f) {
        const fixtures::Dump before = desk.read(fixtures::dump_of);
        f();
        return fixtures::differences(before, desk.read(fixtures::dump_of));
    }
    static void expect_no_author(const Words& rows) {
        EXPECT_FALSE(rows.empty());
        for (const std::string& row : rows) {
            for (const char* trace : {"anna", "Anna", "linderdam", "Linderdam", "T09:00:00.000"}) {
                EXPECT_EQ(row.find(trace), std::string::npos) << row;
            }
        }
    }
};
KRING_ON_BOTH_ENGINES(Ask);

TEST_P(Ask, shows_a_named_question_at_once) {
    QuestionDraft draft = good_question();
    draft.common.title = "  Hoe vraag je om steun?  ";
    const auto made = try_ask("anna", draft, 10);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->withdraw_key, "");
    const Question kept = question(made->id);
    EXPECT_EQ(kept.record.title, "Hoe vraag je om steun?");
    EXPECT_EQ(kept.record.owner, "anna");
    EXPECT_EQ(kept.record.owner_name + ", " + kept.record.owner_organisation,
              "Anna de Wit, Gemeente Linderdam");
    EXPECT_EQ(kept.record.created_at, when);
    EXPECT_EQ(kept.record.audience, chain::Audience::network);
    EXPECT_FALSE(kept.is_anonymous);
    EXPECT_EQ(kept.body, "Wij kopen laptops voor *zeven* jaar.");
    EXPECT_EQ(readable_by("bram"), Words{made->id});
    EXPECT_EQ(readable_by(""), Words{});
    EXPECT_EQ(desk.journalled(), Words{"question.asked " + made->id});
}

TEST_P(Ask, is_for_members_of_the_network) {
    for (const char* other : {"olga", "beheer", ""}) {
        const auto refused = try_ask(other, good_question());
        ASSERT_FALSE(refused) << other;
        EXPECT_EQ(faults_of(refused.problems()), Words{"network: contribution.not_a_member"}) << other;
        EXPECT_EQ(refused.problems().front().trouble, Trouble::forbidden);
        EXPECT_FALSE(try_ask(other, anonymous(), 10)) << other;
    }
    QuestionDraft elsewhere = good_question();
    for (const char* network : {"meubels", "nergens", ""}) {
        elsewhere.common.network = network;
        EXPECT_EQ(phrases_of(try_ask("anna", elsewhere)), Words{"contribution.not_a_member"}) << network;
    }
    EXPECT_EQ(desk.journalled(), Words{});
    EXPECT_EQ(count("select count(*) from waiting_questions"), 0);
}

TEST_P(Ask, takes_an_audience_that_one_belongs_to) {
    EXPECT_EQ(phrases_of(try_ask("sami", good_question("purchasers"))),
              Words{"contribution.audience.not_yours"});
    EXPECT_TRUE(try_ask("anna", good_question("purchasers")));
    EXPECT_TRUE(try_ask("sami", good_question("everyone")));
    const std::string own = asked("anna", good_question("organisation"));
    EXPECT_EQ(record(own).audience_of, "linderdam");
    QuestionDraft workshop = good_question("workshop");
    workshop.common.audience_of = "ict-2";
    EXPECT_EQ(record(asked("anna", workshop)).audience_of, "ict-2");
    EXPECT_EQ(phrases_of(try_ask("bram", workshop)), Words{"contribution.audience.workshop"});
    EXPECT_EQ(record(asked("femke", workshop)).audience_of, "ict-2");
    for (const char* other : {"meubels-1", "nergens", "ict-2-lezing"}) {
        workshop.common.audience_of = other;
        EXPECT_EQ(phrases_of(try_ask("femke", workshop)), Words{"contribution.audience.workshop"}) << other;
    }
}

TEST_P(Ask, forgets_the_workshop_of_another_audience) {
    QuestionDraft draft = good_question("network");
    draft.common.audience_of = "meubels-1";
    EXPECT_EQ(record(asked("anna", draft)).audience_of, "");
}

TEST_P(Ask, ties_the_question_to_its_workshop) {
    QuestionDraft draft = good_question();
    draft.workshop = "ict-2";
    const std::string id = asked("anna", draft);
    EXPECT_EQ(question(id).workshop, "ict-2");
    const auto found = desk.read(
        [&](db::Connection& in) { return chain::neighbours(in, fixtures::actor(in, "bram"), id, when); });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].other.id, "ict-2");
    EXPECT_TRUE(found[0].is_outgoing);
    for (const char* other : {"meubels-1", "nergens", "ict-2-lezing"}) {
        draft.workshop = other;
        EXPECT_EQ(phrases_of(try_ask("anna", draft)), Words{"contribution.workshop.unknown"}) << other;
    }
    draft.workshop = "ict-3";
    EXPECT_EQ(phrases_of(try_ask("sami", draft)), Words{"contribution.workshop.unknown"});
    EXPECT_TRUE(try_ask("anna", draft));
}

TEST_P(Ask, keeps_no_trace_of_an_anonymous_author_without_delay) {
    std::string id;
    const Words traces = traces_of([&] { id = try_ask("anna", anonymous(), 0)->id; });
    ASSERT_NE(id, "");
    expect_no_author(traces);
    const Question kept = question(id);
    EXPECT_TRUE(kept.is_anonymous);
    EXPECT_EQ(kept.record.owner, "");
    EXPECT_EQ(to_text(kept.record.created_at), "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(readable_by("bram"), Words{id});
    const auto line = desk.read([](db::Connection& in) { return journal::lines(in, 0, 9); }).at(0);
    EXPECT_EQ(line.actor + " " + line.at + " " + line.word, " 2026-11-23T00:00:00.000Z question.asked");
}

TEST_P(Ask, keeps_no_trace_of_an_anonymous_author_while_it_waits_or_after) {
    Result<Asked> made = Asked{};
    expect_no_author(traces_of([&] { made = try_ask("anna", anonymous(), 10); }));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->id, "");
    EXPECT_EQ(made->withdraw_key.size(), 43u);
    EXPECT_EQ(readable_by("anna"), Words{});
    EXPECT_EQ(desk.journalled(), Words{});
    expect_no_author(traces_of([&] { EXPECT_EQ(shown(when + 11 * minute_ms), 1); }));
    const Words seen = readable_by("bram");
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(question(seen[0]).body, "Wij kopen laptops voor *zeven* jaar.");
    EXPECT_EQ(to_text(record(seen[0]).created_at), "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(desk.journalled(), Words{"question.asked " + seen[0]});
    EXPECT_EQ(count("select count(*) from waiting_questions"), 0);
}

TEST_P(Ask, gives_an_anonymous_question_an_id_that_tells_the_day_alone) {
    const std::string id = try_ask("anna", anonymous(), 0)->id;
    const std::string later = try_ask("bram", anonymous(), 0, when + 3 * hour_ms)->id;
    EXPECT_EQ(id.substr(0, 10), later.substr(0, 10));
    EXPECT_NE(id, later);
}

TEST_P(Ask, keeps_the_key_as_a_hash_only) {
    const std::string key = try_ask("anna", anonymous(), 10)->withdraw_key;
    const fixtures::Dump dump = desk.read(fixtures::dump_of);
    const auto holds = [&](const std::string& word) {
        for (const auto& [table, rows] : dump) {
            for (const std::string& row : rows) {
                if (row.find(word) != std::string::npos) return true;
            }
        }
        return false;
    };
    EXPECT_FALSE(holds(key));
    EXPECT_TRUE(holds(sha256_hex(key)));
}

TEST_P(Ask, waits_a_random_while_within_the_delay) {
    std::set<std::string> moments;
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(try_ask("anna", anonymous(), 10));
    desk.read([&](db::Connection& in) {
        in.query("select show_after from waiting_questions", {}, [&](const db::Row& row) {
            moments.insert(row.text(0));
            EXPECT_GE(row.time(0), when);
            EXPECT_LT(row.time(0), when + 10 * minute_ms);
        });
    });
    EXPECT_GE(moments.size(), 19u);
    EXPECT_EQ(shown(when - 1), 0);
    EXPECT_EQ(shown(when + 10 * minute_ms), 20);
    EXPECT_EQ(shown(when + 10 * minute_ms), 0);
    EXPECT_EQ(readable_by("bram").size(), 20u);
}

TEST_P(Ask, keeps_workshop_and_audience_through_the_wait) {
    QuestionDraft draft = anonymous("workshop");
    draft.common.audience_of = "ict-2";
    draft.common.language = "en";
    draft.workshop = "ict-2";
    ASSERT_TRUE(try_ask("anna", draft, 10));
    ASSERT_EQ(shown(when + hour_ms), 1);
    EXPECT_EQ(readable_by("bram"), Words{});
    const Words seen = readable_by("sami");
    ASSERT_EQ(seen.size(), 1u);
    const Question kept = question(seen[0]);
    EXPECT_EQ(kept.workshop + " " + kept.record.audience_of + " " + kept.record.language, "ict-2 ict-2 en");
    EXPECT_EQ(count("select count(*) from links where from_id = $1 and to_id = 'ict-2'", {seen[0]}), 1);
}

TEST_P(Ask, refuses_an_anonymous_question_that_its_audience_would_give_away) {
    const auto refused = try_ask("anna", anonymous("organisation"), 10);
    ASSERT_FALSE(refused);
    EXPECT_EQ(faults_of(refused.problems()), Words{"audience: contribution.anonymous.organisation"});
    EXPECT_EQ(count("select count(*) from waiting_questions"), 0);
}

TEST_P(Ask, lets_whoever_holds_the_key_withdraw_a_waiting_question) {
    const auto made = try_ask("anna", anonymous(), 10);
    EXPECT_EQ(phrases_of(withdraw("anna", "", new_token())), Words{"contribution.key.unknown"});
    EXPECT_EQ(phrases_of(withdraw("anna", "", "")), Words{"contribution.key.unknown"});
    EXPECT_EQ(count("select count(*) from waiting_questions"), 1);
    EXPECT_TRUE(withdraw("anna", "", made->withdraw_key));
    EXPECT_EQ(count("select count(*) from waiting_questions"), 0);
    EXPECT_FALSE(withdraw("anna", "", made->withdraw_key));
    EXPECT_EQ(shown(when + hour_ms), 0);
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(Ask, lets_whoever_holds_the_key_withdraw_a_shown_question_once_and_without_a_trace) {
    const auto made = try_ask("anna", anonymous(), 0);
    const std::string named = asked("bram");
    EXPECT_EQ(phrases_of(withdraw("anna", made->id, new_token())), Words{"contribution.key.unknown"});
    EXPECT_EQ(phrases_of(withdraw("anna", named, made->withdraw_key)), Words{"contribution.key.unknown"});
    EXPECT_EQ(phrases_of(withdraw("anna", named, "")), Words{"contribution.key.unknown"});
    EXPECT_EQ(phrases_of(withdraw("anna", "nergens", made->withdraw_key)), Words{"contribution.key.unknown"});
    EXPECT_EQ(readable_by("bram").size(), 2u);
    const Words traces = traces_of([&] { EXPECT_TRUE(withdraw("anna", made->id, made->withdraw_key)); });
    expect_no_author(traces);
    EXPECT_EQ(readable_by("bram"), Words{named});
    EXPECT_EQ(to_text(*record(made->id).withdrawn_at), "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(desk.journalled().back(), "question.withdrawn " + made->id);
    EXPECT_EQ(phrases_of(withdraw("anna", made->id, made->withdraw_key)), Words{"contribution.key.unknown"});
    EXPECT_EQ(desk.journalled().size(), 3u);
}

}  // namespace
}  // namespace kring::contribution
