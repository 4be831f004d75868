// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/tender.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/chain/links.hpp"
#include "domain/chain/search.hpp"
#include "domain/tender/picture.hpp"
#include "domain/tender/runs.hpp"
#include "domain/tender/simulate.hpp"
#include "domain/tender/store.hpp"
#include "tests/fixtures/tenders.hpp"

namespace kring::tender {
namespace {

using fixtures::phrases_of;
using fixtures::typed_about;
using html::Language;
using Words = std::vector<std::string>;

class TenderActs : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    Tender found(const std::string& id) {
        return desk.read([&](db::Connection& in) { return find(in, id); }).value();
    }
    Result<Tender> read_as(std::string_view person, const std::string& id) {
        return desk.read([&](db::Connection& in) {
            const Actor who = person.empty() ? Actor{} : fixtures::actor(in, person);
            return find_readable(in, who, id, fixtures::world_time);
        });
    }
    template <class Step>
    Result<Done> step(std::string_view person, const std::string& id, const Typed& typed, Step act) {
        return desk.act(person, [&](const Act& one) { return act(one, id, typed); });
    }
};
KRING_ON_BOTH_ENGINES(TenderActs);

TEST_P(TenderActs, a_draft_is_for_ones_own_organisation_unless_one_says_otherwise) {
    const std::string id = fixtures::tender_of(desk, "anna");
    const Tender tender = found(id);
    EXPECT_EQ(tender.record.audience, chain::Audience::organisation);
    EXPECT_EQ(tender.record.audience_of, "linderdam");
    EXPECT_EQ(tender.criteria.size(), 3U);
    EXPECT_EQ(weight_total(tender), 100'000);
    EXPECT_EQ(green_weight(tender), 20'000);
    for (const char* const who : {"", "bram", "sami", "noor", "femke", "eva", "olga", "beheer"})
        EXPECT_FALSE(read_as(who, id)) << who;
    EXPECT_TRUE(read_as("anna", id));
    EXPECT_EQ(desk.journalled().back(), "tender.made " + id);
}

TEST_P(TenderActs, no_choice_of_a_purchaser_shows_a_draft_to_suppliers) {
    for (const std::string audience : {"organisation", "persons", "purchasers"}) {
        Typed typed = typed_about();
        typed.fields.insert(typed.fields.begin(), {"audience", audience});
        const auto id = desk.act("anna", [&](const Act& act) { return make(act, "ict", typed); });
        ASSERT_TRUE(id) << audience;
        for (const char* const who : {"", "sami", "noor"}) EXPECT_FALSE(read_as(who, *id)) << audience << who;
        EXPECT_EQ(static_cast<bool>(read_as("bram", *id)), audience == "purchasers");
        const auto listed = desk.read([&](db::Connection& in) {
            return readable_ones(in, fixtures::actor(in, "sami"), "", fixtures::world_time);
        });
        EXPECT_TRUE(listed.empty());
        const auto hits = desk.read([&](db::Connection& in) {
            chain::Query query;
            query.words = "laptops";
            return chain::search(in, fixtures::actor(in, "sami"), query, fixtures::world_time).total;
        });
        EXPECT_EQ(hits, 0);
    }
    for (const std::string audience : {"network", "everyone", "workshop", "iedereen"}) {
        Typed typed = typed_about();
        typed.fields.insert(typed.fields.begin(), {"audience", audience});
        const auto id = desk.act("anna", [&](const Act& act) { return make(act, "ict", typed); });
        EXPECT_EQ(phrases_of(id), Words{"tender.problem.audience"}) << audience;
    }
}

TEST_P(TenderActs, suppliers_and_outsiders_have_nothing_to_draft_here) {
    for (const char* const who : {"sami", "noor", "olga", "beheer"}) {
        const auto id = desk.act(who, [&](const Act& act) { return make(act, "ict", typed_about()); });
        EXPECT_EQ(phrases_of(id), Words{"problem.not_found"}) << who;
    }
    EXPECT_TRUE(desk.act("femke", [&](const Act& act) {
        Typed typed = typed_about();
        typed.fields.insert(typed.fields.begin(), {"audience", "everyone"});
        return make(act, "ict", typed);
    }));
}

TEST_P(TenderActs, only_its_owner_changes_it_and_others_copy) {
    Typed typed = typed_about();
    typed.fields.insert(typed.fields.begin(), {"audience", "purchasers"});
    const auto id = desk.act("anna", [&](const Act& act) { return make(act, "ict", typed); });
    ASSERT_TRUE(id);
    EXPECT_EQ(phrases_of(step("bram", *id, typed, set_about)), Words{"tender.problem.not_yours"});
    EXPECT_EQ(phrases_of(step("sami", *id, typed, set_about)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(desk.act("sami", [&](const Act& act) { return copy(act, *id); })),
              Words{"problem.not_found"});
    const auto copied = desk.act("bram", [&](const Act& act) { return copy(act, *id); });
    ASSERT_TRUE(copied);
    EXPECT_EQ(found(*copied).record.audience_of, "ommer");
    EXPECT_EQ(found(*copied).criteria.size(), 3U);
    const auto links = desk.read([&](db::Connection& in) {
        return chain::neighbours(in, fixtures::actor(in, "bram"), *copied, fixtures::world_time);
    });
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links.front().other.id, *id);
    EXPECT_EQ(links.front().relation, chain::Relation::follows_from);
}

TEST_P(TenderActs, criteria_keep_their_identity_when_they_move_and_need_one_price) {
    const std::string id = fixtures::tender_of(desk, "anna");
    const Tender before = found(id);
    Typed typed = criteria_of(before, Language::nl, 4);
    const auto swap = [&](const std::string& name) {
        const std::string first = typed.at("c1_" + name);
        const std::string third = typed.at("c3_" + name);
        typed.fields.insert(typed.fields.begin(), {{"c1_" + name, third}, {"c3_" + name, first}});
    };
    for (const char* const name : {"id", "name", "type", "weight"}) swap(name);
    ASSERT_TRUE(step("anna", id, typed, set_criteria));
    const Tender after = found(id);
    EXPECT_EQ(after.criteria[0].id, before.criteria[2].id);
    EXPECT_EQ(after.criteria[2].id, before.criteria[0].id);
    Typed wrong = criteria_of(before, Language::nl, 3);
    wrong.fields.insert(
        wrong.fields.begin(),
        {{"c1_type", "quality"}, {"c2_weight", "veel"}, {"c3_guide", "100: alles\nniets zonder punten"}});
    const auto refused = step("anna", id, wrong, set_criteria);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fixtures::faults_of(refused.problems()),
              (Words{"c2_weight: tender.problem.number", "c3_guide: tender.problem.guide_line",
                     ": tender.problem.one_price"}));
}

TEST_P(TenderActs, a_weight_from_the_picture_goes_into_the_draft) {
    const std::string id = fixtures::tender_of(desk, "anna");
    Typed typed{{{"share", "30"}}, Language::nl};
    ASSERT_TRUE(step("anna", id, typed, choose_weight));
    const Tender tender = found(id);
    EXPECT_EQ(tender.criteria[0].weight, 52'500);
    EXPECT_EQ(tender.criteria[1].weight, 17'500);
    EXPECT_EQ(tender.criteria[2].weight, 30'000);
    for (const char* const share : {"101", "-1", "veel", ""}) {
        const Typed wrong{{{"share", share}}, Language::nl};
        EXPECT_EQ(phrases_of(step("anna", id, wrong, choose_weight)), Words{"tender.problem.share"}) << share;
    }
}

TEST_P(TenderActs, every_number_of_the_market_survives_a_round_through_its_form) {
    const std::string id = fixtures::tender_of(desk, "anna");
    for (const Language language : html::languages) {
        ASSERT_TRUE(step("anna", id, market_of(found(id), language), set_market));
        ASSERT_TRUE(step("anna", id, scoring_of(found(id), language), set_scoring));
        Tender fresh;
        fresh.criteria = found(id).criteria;
        EXPECT_EQ(content_of(found(id)), content_of(fresh));
    }
    Typed wrong = market_of(found(id), Language::nl);
    wrong.fields.insert(wrong.fields.begin(),
                        {{"bidders_from", "1"}, {"draws", "10"}, {"price_spread", "veel"}});
    const auto refused = step("anna", id, wrong, set_market);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fixtures::faults_of(refused.problems()),
              (Words{"bidders_from: tender.problem.range", "price_spread: tender.problem.number",
                     "draws: tender.problem.range"}));
}

TEST_P(TenderActs, a_long_reckoning_is_a_job_that_is_kept_by_what_was_asked) {
    const std::string id = fixtures::tender_of(desk, "anna");
    const auto ask = [&](std::string_view who) {
        return desk.act(who, [&](const Act& act) { return ask_run(act, id); });
    };
    EXPECT_EQ(phrases_of(ask("anna")), Words{"tender.problem.at_once"});
    Typed market = market_of(found(id), Language::nl);
    market.fields.insert(market.fields.begin(), {"draws", "150000"});
    ASSERT_TRUE(step("anna", id, market, set_market));
    ASSERT_TRUE(ask("anna"));
    ASSERT_TRUE(ask("anna"));
    const std::string key = key_of(found(id));
    const auto next = [&] { return desk.read([](db::Connection& in) { return next_run(in); }); };
    EXPECT_EQ(next(), key);
    EXPECT_TRUE(do_run(desk.database, key, 1));
    const auto run = desk.read([&](db::Connection& in) { return find_run(in, key); });
    ASSERT_TRUE(run);
    EXPECT_EQ(run->state, RunState::done);
    EXPECT_EQ(read_answer(run->answer).value().draws, 150'000);
    EXPECT_EQ(next(), std::nullopt);
    EXPECT_EQ(phrases_of(desk.act("anna", [&](const Act& act) { return cancel_run(act, id); })),
              Words{"problem.not_found"});
    market.fields.insert(market.fields.begin(), {"seed", "7"});
    ASSERT_TRUE(step("anna", id, market, set_market));
    ASSERT_TRUE(ask("anna"));
    EXPECT_TRUE(desk.act("anna", [&](const Act& act) { return cancel_run(act, id); }));
    EXPECT_FALSE(do_run(desk.database, key_of(found(id)), 1));
}

TEST_P(TenderActs, a_reckoning_goes_back_when_the_program_stops_and_fails_when_it_ended_it_three_times) {
    const std::string id = fixtures::tender_of(desk, "anna");
    Typed market = market_of(found(id), Language::nl);
    market.fields.insert(market.fields.begin(), {"draws", "150000"});
    ASSERT_TRUE(step("anna", id, market, set_market));
    const auto ask = [&] { return desk.act("anna", [&](const Act& act) { return ask_run(act, id); }); };
    ASSERT_TRUE(ask());
    const std::string key = key_of(found(id));
    const auto state = [&] {
        return desk.read([&](db::Connection& in) { return find_run(in, key).value().state; });
    };
    for (int time = 0; time < 4; ++time) {
        EXPECT_FALSE(do_run(desk.database, key, 1, [] { return true; }));
        EXPECT_EQ(state(), RunState::waiting) << time;
    }
    (void)desk.database.write([](db::Connection& in) {
        in.execute("update tender_runs set state = 'running', tries = 3", {});
        return Result<Done>(Done{});
    });
    EXPECT_FALSE(do_run(desk.database, key, 1));
    EXPECT_EQ(state(), RunState::failed);
    ASSERT_TRUE(ask());
    EXPECT_TRUE(do_run(desk.database, key, 1));
    EXPECT_EQ(state(), RunState::done);
}

TEST(Tender, weights_scaled_to_a_share_add_up_exactly) {
    Tender tender;
    for (const Milli weight : {33'333L, 33'333L, 20'000L, 13'334L}) {
        Criterion one;
        one.weight = weight;
        one.is_green = weight == 20'000 || weight == 13'334;
        tender.criteria.push_back(one);
    }
    for (const Milli share : {0L, 1L, 33'333L, 50'000L, 99'999L, 100'000L}) {
        Tender scaled = tender;
        scaled.criteria = with_green_share(tender, share);
        EXPECT_EQ(weight_total(scaled), 100'000) << share;
        EXPECT_EQ(green_weight(scaled), share);
    }
}

Tender two_bids(Milli green, Formula formula) {
    Tender tender;
    tender.criteria = usual_criteria("nl");
    tender.criteria[0].weight = 80'000;
    tender.criteria[1].weight = 0;
    tender.criteria[2].weight = 20'000;
    tender.scoring.formula = formula;
    tender.scoring.price_low = 8'000'000;
    tender.scoring.price_high = 14'000'000;
    tender.expected = {{"Groen", 11'000'000, green, 50'000}, {"Goedkoop", 10'000'000, 50'000, 50'000}};
    tender.market.draws = 1'000;
    return tender;
}

TEST(Simulator, finds_the_break_even_of_two_bids_in_closed_form) {
    const auto f2 = simulate(two_bids(90'000, Formula::f2));
    ASSERT_TRUE(f2);
    EXPECT_NEAR(f2->at_50.value(), (1.0 / 6) / (1.0 / 6 + 0.4), 1e-9);
    const auto f1 = simulate(two_bids(90'000, Formula::f1));
    ASSERT_TRUE(f1);
    EXPECT_NEAR(f1->at_50.value(), (1.0 / 11) / (1.0 / 11 + 0.4), 1e-9);
    EXPECT_EQ(f1->own.green, 1.0);
    EXPECT_EQ(f2->own.green, 0.0);
    EXPECT_EQ(f2->own.decisive, 0.0);
}

TEST(Simulator, prices_a_kilogram_avoided_by_the_two_bids_themselves) {
    const auto answer = simulate(two_bids(90'000, Formula::f1));
    ASSERT_TRUE(answer);
    // 10 000 euros for 40 % of (100 000 - 60 000) kg.
    EXPECT_NEAR(answer->own.euros_per_kg.value(), 10'000.0 / 16'000.0, 1e-9);
}

TEST(Simulator, gives_the_same_bits_again_and_on_any_number_of_threads) {
    Tender tender;
    tender.criteria = usual_criteria("nl");
    tender.market.draws = 5'000;
    const auto one = simulate(tender, 1);
    const auto three = simulate(tender, 3);
    ASSERT_TRUE(one && three);
    EXPECT_EQ(written(*one), written(*three));
    EXPECT_EQ(one->points.size(), 101U);
    EXPECT_EQ(one->formulas.size(), 12U);  // ten, and the logarithm at three bases
}

TEST(Simulator, a_criterion_on_which_all_bids_are_alike_decides_nothing) {
    Tender tender;
    tender.criteria = usual_criteria("nl");
    tender.market.draws = 2'000;
    tender.market.green_spread = 0;
    tender.market.green_premium = 0;
    const auto answer = simulate(tender);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->own.decisive, 0.0);
}

TEST(Simulator, an_answer_that_is_kept_comes_back_bit_by_bit_and_a_cut_one_not_at_all) {
    const auto answer = simulate(two_bids(90'000, Formula::f1));
    ASSERT_TRUE(answer);
    const std::string text = written(*answer);
    const auto back = read_answer(text);
    ASSERT_TRUE(back);
    EXPECT_EQ(written(*back), text);
    EXPECT_EQ(read_answer(""), std::nullopt);
    for (std::size_t cut = 1; cut < text.size(); cut += 97)
        EXPECT_FALSE(read_answer(text.substr(0, text.size() - cut))) << cut;
}

TEST(Simulator, what_is_made_once_is_what_is_made_anew_and_faults_are_told_each_time) {
    const Tender tender = two_bids(90'000, Formula::f3a);
    const auto anew = simulate(tender);
    ASSERT_TRUE(anew);
    for (int time = 0; time < 2; ++time) EXPECT_EQ(written(*simulate_once(tender)), written(*anew));
    Tender wrong = tender;
    wrong.criteria.clear();
    for (int time = 0; time < 2; ++time) EXPECT_FALSE(simulate_once(wrong));
}

TEST(Simulator, another_number_anywhere_is_another_key) {
    Tender tender;
    tender.criteria = usual_criteria("nl");
    const std::string key = key_of(tender);
    EXPECT_EQ(key_of(tender), key);
    Tender other = tender;
    other.market.seed += 1;
    EXPECT_NE(key_of(other), key);
    other = tender;
    other.criteria[1].weight += 1;
    EXPECT_NE(key_of(other), key);
    other = tender;
    other.expected = {{"A", 1, 0, 0}, {"B", 2, 0, 0}};
    EXPECT_NE(key_of(other), key);
}

TEST(Picture, runs_from_the_left_edge_to_the_right_and_stays_within) {
    Answer answer;
    answer.knob_most = 1;
    answer.knob_own = 0.5;
    answer.points = {{0, 0, 0.5, 0, 0, 0, {}}, {1, 1, 0.5, 1, 0, 0, {}}};
    const Picture picture = picture_of(answer);
    EXPECT_EQ(picture.green, "M56.0 304.0L612.0 16.0");
    EXPECT_EQ(picture.band, "M56.0 21.8L612.0 16.0L612.0 298.2L56.0 304.0Z");
    EXPECT_EQ(picture.own, "334.0");
    EXPECT_EQ(picture_of(Answer{}).band, "");
}

}  // namespace
}  // namespace kring::tender
