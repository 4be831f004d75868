// SPDX-License-Identifier: EUPL-1.2
// Choosing topics: who proposes and votes, how often, until when; and what is left when it is over.
#include <algorithm>
#include <thread>

#include "domain/topic/acts.hpp"
#include "domain/topic/deadlines.hpp"
#include "domain/topic/pages.hpp"
#include "domain/topic/store.hpp"
#include "tests/fixtures/desk.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::topic {
namespace {

using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::phrases_of;
using fixtures::texts_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

constexpr std::string_view all = "/netwerken/ict/reeksen/1/onderwerpen";

class Topics : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    Round round_until(Time closes, chain::Audience audience = chain::Audience::network,
                      std::int64_t votes = 2) {
        Round wanted;
        wanted.series = "ict-reeks";
        wanted.audience = audience;
        wanted.votes_each = votes;
        wanted.closes_at = closes;
        return desk.act("femke", [&](const Act& act) { return open_round(act, wanted); }).operator*();
    }
    Result<Topic> proposed(std::string_view person, const Round& round, std::string title = "Accu's",
                           Time when = world_time) {
        Topic wanted;
        wanted.round = round.id;
        wanted.title = std::move(title);
        wanted.why = "Omdat ze *snel* stuk gaan.";
        return desk.act(person, [&](const Act& act) { return propose(act, wanted); }, when);
    }
    Words voted(std::string_view person, std::string_view topic, Time when = world_time) {
        return phrases_of(desk.act(person, [&](const Act& act) { return vote(act, topic); }, when));
    }
    Words unvoted(std::string_view person, std::string_view topic) {
        return phrases_of(desk.act(person, [&](const Act& act) { return take_vote_back(act, topic); }));
    }
    Words closed(std::string_view person, const Round& round, Time when = world_time) {
        return phrases_of(desk.act(person, [&](const Act& act) { return close_round(act, round.id); }, when));
    }
    std::int64_t count(std::string_view sql) {
        return desk.read([&](db::Connection& in) { return in.count(sql); });
    }
};
KRING_ON_BOTH_ENGINES(Topics);

TEST_P(Topics, are_proposed_and_chosen_by_whoever_the_round_is_for) {
    const Round round = round_until(world_time + day_ms, chain::Audience::purchasers);
    const auto topic = proposed("anna", round);
    ASSERT_TRUE(topic);
    EXPECT_EQ(phrases_of(proposed("sami", round)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(proposed("olga", round)), Words{"problem.not_found"});
    EXPECT_EQ(voted("bram", topic->id), Words{});
    EXPECT_EQ(voted("femke", topic->id), Words{});
    EXPECT_EQ(voted("sami", topic->id), Words{"problem.not_found"});
    EXPECT_EQ(voted("beheer", topic->id), Words{"problem.not_found"});
    EXPECT_EQ(voted("bram", "niets"), Words{"problem.not_found"});
}

TEST_P(Topics, get_no_more_votes_of_one_person_than_each_has) {
    const Round round = round_until(world_time + day_ms);
    const auto first = proposed("anna", round, "Een");
    const auto second = proposed("anna", round, "Twee");
    const auto third = proposed("bram", round, "Drie");
    EXPECT_EQ(voted("sami", first->id), Words{});
    EXPECT_EQ(voted("sami", first->id), Words{}) << "twice is once";
    EXPECT_EQ(voted("sami", second->id), Words{});
    EXPECT_EQ(voted("sami", third->id), Words{"topic.problem.no_votes_left"});
    EXPECT_EQ(unvoted("sami", first->id), Words{});
    EXPECT_EQ(unvoted("sami", first->id), Words{});
    EXPECT_EQ(voted("sami", third->id), Words{});
    EXPECT_EQ(count("select count(*) from topic_votes"), 2);
}

TEST_P(Topics, get_no_more_votes_than_that_from_a_thousand_presses_at_once) {
    const Round round = round_until(world_time + day_ms, chain::Audience::network, 3);
    Words ids;
    for (const char* who : {"anna", "bram"}) {
        for (int i = 0; i < 5; ++i) ids.push_back(proposed(who, round, "T" + std::to_string(i))->id);
    }
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            for (int press = 0; press < 125; ++press) {
                const char* who = (thread + press) % 2 == 0 ? "sami" : "noor";
                voted(who, ids[static_cast<std::size_t>(thread * 3 + press) % ids.size()]);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(count("select count(*) from topic_votes where person_id = 'sami'"), 3);
    EXPECT_EQ(count("select count(*) from topic_votes where person_id = 'noor'"), 3);
    EXPECT_EQ(count("select count(*) from topic_votes"), 6);
}

TEST_P(Topics, are_closed_by_the_deadline_to_the_millisecond) {
    const Time closes = world_time + day_ms;
    const Round round = round_until(closes);
    const auto topic = proposed("anna", round);
    EXPECT_EQ(voted("bram", topic->id, closes - 1), Words{});
    EXPECT_EQ(voted("sami", topic->id, closes), Words{"topic.problem.over"});
    EXPECT_EQ(phrases_of(proposed("sami", round, "Te laat", closes)), Words{"topic.problem.over"});
    const auto is_due = [&](Time when) {
        return desk.read([&](db::Connection& in) { return has_rounds_to_close(in, when); });
    };
    EXPECT_FALSE(is_due(closes - 1));
    EXPECT_TRUE(is_due(closes));
    const auto close = [&] {
        return *desk.act("", [](const Act& act) { return close_rounds(act); }, closes);
    };
    EXPECT_EQ(close(), 1);
    EXPECT_EQ(close(), 0);
    EXPECT_FALSE(is_due(closes));
}

TEST_P(Topics, leave_an_outcome_without_whose_vote_was_whose) {
    const Round round = round_until(world_time + day_ms);
    const auto first = proposed("anna", round, "Een");
    const auto second = proposed("bram", round, "Twee");
    voted("sami", second->id);
    voted("noor", second->id);
    voted("noor", first->id);
    EXPECT_EQ(closed("anna", round), Words{"problem.forbidden"});
    EXPECT_EQ(closed("femke", round, world_time + hour_ms), Words{});
    EXPECT_EQ(closed("femke", round), Words{"topic.problem.over"});
    EXPECT_EQ(count("select count(*) from topic_votes"), 0);
    desk.read([&](db::Connection& in) {
        const auto outcome = find_outcome(in, round.id).value();
        EXPECT_EQ(outcome.did_vote, 2);
        EXPECT_EQ(outcome.could_vote, 6);
        Words names;
        for (const Voter& voter : voters_of(in, round.id)) names.push_back(voter.person);
        std::sort(names.begin(), names.end());
        EXPECT_EQ(names, (Words{"anna", "bram", "eva", "femke", "noor", "sami"})) << "stef is suspended";
        const auto topics = topics_of(in, round.id);
        EXPECT_EQ(topics[0].title + std::to_string(topics[0].votes), "Twee2");
        EXPECT_EQ(topics[1].title + std::to_string(topics[1].votes), "Een1");
        const Round kept = find_round(in, round.id).value();
        EXPECT_EQ(seal_of(kept, outcome, topics, voters_of(in, round.id)), outcome.hash);
        EXPECT_EQ(in.first_text("select detail from journal where word = 'topics.closed'"),
                  "sha256=" + outcome.hash);
    });
}

TEST_P(Topics, are_voted_for_without_a_trace_of_who_in_the_journal) {
    const Round round = round_until(world_time + day_ms);
    const auto topic = proposed("anna", round);
    voted("sami", topic->id);
    unvoted("sami", topic->id);
    voted("sami", topic->id);
    EXPECT_EQ(count("select count(*) from journal where word like 'topic.vote%'"), 3);
    EXPECT_EQ(count("select count(*) from journal where word like 'topic.vote%' and (actor_id <> '' or "
                    "detail <> '' or at not like '%T00:00:00.000Z')"),
              0);
    EXPECT_EQ(count("select count(*) from journal where object_id = '" + topic->id +
                    "' and word <> 'topic.proposed'"),
              0);
    closed("femke", round);
    const auto dump = desk.read(fixtures::dump_of);
    for (const auto& [table, rows] : dump) {
        for (const std::string& row : rows) {
            const bool names_both =
                row.find("sami") != std::string::npos && row.find(topic->id) != std::string::npos;
            EXPECT_FALSE(names_both) << table << ": " << row;
        }
    }
}

TEST_P(Topics, can_be_taken_out_with_the_votes_for_them_given_back) {
    const Round round = round_until(world_time + day_ms, chain::Audience::network, 1);
    const auto first = proposed("anna", round, "Een");
    const auto second = proposed("bram", round, "Twee");
    voted("sami", first->id);
    const auto take = [&](std::string_view who, const std::string& id) {
        return phrases_of(desk.act(who, [&](const Act& act) { return take_out(act, id); }));
    };
    EXPECT_EQ(take("bram", first->id), Words{"problem.forbidden"});
    EXPECT_EQ(take("anna", first->id), Words{});
    EXPECT_EQ(voted("sami", second->id), Words{});
    closed("femke", round);
    EXPECT_EQ(take("bram", second->id), Words{"topic.problem.over"});
}

TEST_P(Topics, of_one_person_are_no_more_than_five) {
    const Round round = round_until(world_time + day_ms);
    for (int i = 0; i < topics_each_max; ++i) EXPECT_TRUE(proposed("anna", round));
    EXPECT_EQ(phrases_of(proposed("anna", round)), Words{"topic.problem.topics_each"});
    EXPECT_TRUE(proposed("bram", round));
}

TEST_P(Topics, are_given_to_a_workshop_of_the_series_once_chosen) {
    const Round round = round_until(world_time + day_ms);
    const auto topic = proposed("anna", round);
    const auto give = [&](std::string_view who, std::string_view workshop) {
        return phrases_of(
            desk.act(who, [&](const Act& act) { return give_to_workshop(act, topic->id, workshop); }));
    };
    EXPECT_EQ(give("femke", "ict-2"), Words{"topic.problem.not_over"});
    closed("femke", round);
    EXPECT_EQ(give("anna", "ict-2"), Words{"problem.forbidden"});
    EXPECT_EQ(give("femke", "meubels-1"), Words{"problem.not_found"});
    EXPECT_EQ(give("femke", "ict-2"), Words{});
    const auto names = [&] {
        Words found;
        for (const Topic& one : desk.read([](db::Connection& in) { return topics_of_workshop(in, "ict-2"); }))
            found.push_back(one.title);
        return found;
    };
    EXPECT_EQ(names(), Words{"Accu's"});
    EXPECT_EQ(give("femke", ""), Words{});
    EXPECT_EQ(names(), Words{});
}

TEST_P(Topics, are_chosen_once_for_a_series) {
    const Round round = round_until(world_time + day_ms);
    Round again = round;
    const auto open = [&] {
        return phrases_of(desk.act("femke", [&](const Act& act) { return open_round(act, again); }));
    };
    EXPECT_EQ(open(), Words{"topic.problem.had_one"});
    Round wrong;
    wrong.series = "ict-reeks";
    wrong.votes_each = 11;
    wrong.closes_at = world_time;
    wrong.audience = chain::Audience::everyone;
    EXPECT_EQ(fixtures::faults_of(problems_of(wrong, world_time)),
              (Words{"audience: problem.choice", "votes_each: topic.problem.votes_each",
                     "day: topic.problem.closes"}));
}

TEST_P(Topics, stand_in_the_calendar_of_whoever_may_vote) {
    round_until(world_time + day_ms, chain::Audience::purchasers);
    const auto titles = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) {
            const Actor who = fixtures::actor(in, person);
            Words found;
            for (const auto& one : deadlines(in, {desk.site(), html::Language::nl, who, world_time}))
                found.push_back(one.title + " " + one.path);
            return found;
        });
    };
    EXPECT_EQ(titles("anna").size(), 1u);
    EXPECT_EQ(titles("sami"), Words{});
    EXPECT_EQ(titles("olga"), Words{});
}

TEST_P(Topics, have_a_page_that_shows_no_counts_before_the_end) {
    EXPECT_EQ(desk.get("olga", all).status, 404);
    EXPECT_EQ(desk.get("beheer", all).status, 404);
    EXPECT_EQ(link_of(parse_page(desk.get("anna", all).body), "Vraag om onderwerpen"), "");
    EXPECT_EQ(link_of(parse_page(desk.get("femke", all).body), "Vraag om onderwerpen"),
              "/netwerken/ict/reeksen/1/onderwerpen/ronde");
    const auto bad = desk.post("femke", std::string(all) + "/ronde",
                               {{"audience", "network"}, {"votes_each", "veel"}, {"day", "gisteren"}});
    EXPECT_EQ(bad.status, 400);
    EXPECT_NE(bad.body.find("value=\"veel\""), std::string::npos);
    EXPECT_EQ(location_of(desk.post(
                  "femke", std::string(all) + "/ronde",
                  {{"audience", "network"}, {"votes_each", "2"}, {"day", "2026-12-01"}, {"clock", "17:00"}})),
              std::string(all) + "?m=topics_round_kept");
    EXPECT_EQ(count("select count(*) from topic_rounds where closes_at = '2026-12-01T16:00:00.000Z'"), 1);
    EXPECT_EQ(desk.post("anna", std::string(all) + "/nieuw", {{"title", ""}, {"because", ""}}).status, 400);
    EXPECT_EQ(
        desk.post("anna", std::string(all) + "/nieuw", {{"title", "Accu's"}, {"because", "Stuk."}}).status,
        303);
    const std::string id =
        desk.read([](db::Connection& in) { return in.first_text("select id from topics").value(); });
    EXPECT_EQ(location_of(desk.post("sami", "/onderwerpen/" + id + "/stem", {})),
              std::string(all) + "?m=topic_voted");
    const auto sami = parse_page(desk.get("sami", all).body);
    EXPECT_EQ(texts_of(sami, "strong"), (Words{"Kring", "Je hebt nog 1 stem."}));
    EXPECT_EQ(texts_of(sami, "button", "nl-button--secondary"),
              (Words{"Zoek", "Je stem: neem terug: Accu's"}));
    EXPECT_EQ(desk.post("sami", std::string(all) + "/sluiting", {}).status, 403);
    EXPECT_EQ(desk.post("femke", std::string(all) + "/sluiting", {}).status, 303);
    const auto after = parse_page(desk.get("femke", all).body);
    EXPECT_EQ(texts_of(after, "strong"), (Words{"Kring", "1 stem"}));
    EXPECT_EQ(texts_of(after, "details").size(), 2u) << "the menu, and who could vote";
    EXPECT_EQ(texts_of(parse_page(desk.get("anna", all).body), "details").size(), 1u);
    EXPECT_EQ(desk.post("femke", "/onderwerpen/" + id + "/bijeenkomst", {{"workshop-" + id, "ict-2"}}).status,
              303);
    EXPECT_NE(link_of(parse_page(desk.get("anna", all).body), "Eisen en criteria"), "");
}

TEST_P(Topics, tell_when_an_outcome_was_tampered_with) {
    const Round round = round_until(world_time + day_ms);
    const auto topic = proposed("anna", round);
    voted("bram", topic->id);
    closed("femke", round);
    const std::string whole = "De uitkomst is niet veranderd";
    EXPECT_NE(desk.get("anna", all).body.find(whole), std::string::npos);
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        act.in.execute("update topic_counts set votes = 2");
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(desk.get("anna", all).body.find(whole), std::string::npos);
}

}  // namespace
}  // namespace kring::topic
