// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/acts.hpp"

#include "domain/chain/audience.hpp"
#include "domain/workshop/pages.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::workshop {
namespace {

using fixtures::faults_of;
using fixtures::phrases_of;
using Words = std::vector<std::string>;

class WorkshopActs : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    static Workshop wanted(std::int64_t number = 4) {
        Workshop workshop;
        workshop.series = "ict-reeks";
        workshop.number = number;
        workshop.record.title = "Effect meten";
        workshop.title_en = "Measuring effect";
        workshop.record.audience = chain::Audience::network;
        workshop.day = "2027-03-11";
        workshop.starts = "13:00";
        workshop.ends = "15:30";
        workshop.place = "Utrecht";
        workshop.about.nl = "Wat leverde het op?";
        return workshop;
    }
    Result<Workshop> plan(std::string_view by, const Workshop& workshop) {
        return desk.act(by, [&](const Act& act) { return plan_workshop(act, workshop); });
    }
    Workshop found(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find(in, id).value(); });
    }
    Session found_session(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find_session(in, id).value(); });
    }
    template <class Thing>
    Result<Done> change(std::string_view by, const Thing& thing, Result<Done> (*with)(const Act&, Thing)) {
        return desk.act(by, [&](const Act& act) { return with(act, thing); });
    }
};
KRING_ON_BOTH_ENGINES(WorkshopActs);

TEST_P(WorkshopActs, a_facilitator_makes_and_changes_a_series) {
    Series series{"", "ict",           2, {"Circulair contract", "Circular contract"}, "2027-09-01",
                  "", {"Vervolg.", ""}};
    const auto made = desk.act("femke", [&](const Act& act) { return make_series(act, series); });
    ASSERT_TRUE(made);
    Series changed = *made;
    changed.network = "meubels";
    changed.number = 7;
    changed.ends = "2027-12-01";
    ASSERT_TRUE(change("femke", changed, change_series));
    const auto kept = desk.read([&](db::Connection& in) { return find_series(in, "ict", 7).value(); });
    EXPECT_EQ(kept.id, made->id);
    EXPECT_EQ(kept.name.en, "Circular contract");
    EXPECT_EQ(kept.starts, "2027-09-01");
    EXPECT_EQ(kept.ends, "2027-12-01");
    EXPECT_EQ(kept.about.nl, "Vervolg.");
    EXPECT_EQ(desk.journalled(), (Words{"series.made " + made->id, "series.changed " + made->id}));
}

TEST_P(WorkshopActs, a_number_is_given_out_once) {
    const Series taken{"", "ict", 1, {"Nog een", "Another"}, "", "", {}};
    const auto series = desk.act("femke", [&](const Act& act) { return make_series(act, taken); });
    ASSERT_FALSE(series);
    EXPECT_EQ(faults_of(series.problems()), Words{"number: workshop.problem.series_number_taken"});
    EXPECT_EQ(series.problems().front().trouble, Trouble::conflict);

    const auto workshop = plan("femke", wanted(2));
    ASSERT_FALSE(workshop);
    EXPECT_EQ(faults_of(workshop.problems()), Words{"number: workshop.problem.number_taken"});
    Workshop moved = found("ict-1");
    moved.number = 3;
    EXPECT_EQ(phrases_of(change("femke", moved, change_workshop)), Words{"workshop.problem.number_taken"});
    moved.number = 1;
    EXPECT_TRUE(change("femke", moved, change_workshop));
}

TEST_P(WorkshopActs, a_facilitator_plans_a_workshop_as_a_record) {
    const auto made = plan("femke", wanted());
    ASSERT_TRUE(made);
    const Workshop kept = found(made->record.id);
    EXPECT_EQ(kept.record.kind, chain::Kind::workshop);
    EXPECT_EQ(kept.record.network, "ict");
    EXPECT_EQ(kept.record.owner, "femke");
    EXPECT_EQ(kept.record.language, "nl");
    EXPECT_EQ(kept.record.audience, chain::Audience::network);
    EXPECT_EQ(kept.record.created_at, fixtures::world_time);
    EXPECT_EQ(kept.title().en, "Measuring effect");
    EXPECT_EQ(kept.day, "2027-03-11");
    EXPECT_EQ(kept.starts + kept.ends, "13:0015:30");
    EXPECT_EQ(kept.place, "Utrecht");
    EXPECT_EQ(desk.journalled(), Words{"workshop.planned " + made->record.id});
}

TEST_P(WorkshopActs, only_facilitators_of_the_network_plan) {
    const Session session = found_session("ict-2-opening");
    Session added = session;
    added.record.parent = "ict-2";
    for (const char* other : {"anna", "bram", "sami", "eva", "olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(plan(other, wanted())), Words{"problem.forbidden"}) << other;
        EXPECT_EQ(phrases_of(change(other, found("ict-2"), change_workshop)), Words{"problem.forbidden"})
            << other;
        EXPECT_EQ(phrases_of(change(other, session, change_session)), Words{"problem.forbidden"}) << other;
        const auto planned = desk.act(other, [&](const Act& act) { return plan_session(act, added); });
        EXPECT_EQ(phrases_of(planned), Words{"problem.forbidden"}) << other;
        const auto chosen =
            desk.act(other, [](const Act& act) { return choose_participants(act, "ict-2", {}); });
        EXPECT_EQ(phrases_of(chosen), Words{"problem.forbidden"}) << other;
    }
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(WorkshopActs, a_closed_network_is_not_there_for_others) {
    Workshop lost = wanted();
    lost.series = "meubels-reeks";
    EXPECT_EQ(phrases_of(plan("femke", lost)), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(change("femke", found("meubels-1"), change_workshop)), Words{"problem.not_found"});
    lost.series = "nergens";
    EXPECT_EQ(phrases_of(plan("femke", lost)), Words{"problem.not_found"});
}

TEST_P(WorkshopActs, a_workshop_is_for_people_its_planner_belongs_to) {
    Workshop workshop = wanted();
    for (const auto audience :
         {chain::Audience::workshop, chain::Audience::organisation, chain::Audience::persons}) {
        workshop.record.audience = audience;
        const auto made = plan("femke", workshop);
        ASSERT_FALSE(made);
        EXPECT_EQ(faults_of(made.problems()), Words{"audience: problem.choice"});
    }
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        act.in.execute("update memberships set is_facilitator = 1 where person_id = 'sami'");
        return Result<Done>(Done{});
    }));
    workshop.record.audience = chain::Audience::purchasers;
    EXPECT_EQ(phrases_of(plan("sami", workshop)), Words{"problem.choice"});
    EXPECT_TRUE(plan("femke", workshop));
    workshop.number = 5;
    workshop.record.audience = chain::Audience::everyone;
    EXPECT_TRUE(plan("sami", workshop));
}

TEST_P(WorkshopActs, a_changed_workshop_keeps_its_place_owner_and_source_and_its_sessions_follow) {
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        act.in.execute(
            "update records set source_title = 'Verslag', certainty = 'partly' where id = 'ict-2'");
        return Result<Done>(Done{});
    }));
    Workshop changed = wanted(2);
    changed.series = "meubels-reeks";
    changed.record.id = "ict-2";
    changed.record.audience = chain::Audience::purchasers;
    ASSERT_TRUE(change("femke", changed, change_workshop));
    const Workshop kept = found("ict-2");
    EXPECT_EQ(kept.series, "ict-reeks");
    EXPECT_EQ(kept.record.owner, "femke");
    EXPECT_EQ(kept.record.source.title, "Verslag");
    EXPECT_EQ(kept.record.title, "Effect meten");
    EXPECT_EQ(kept.record.updated_at, fixtures::world_time);
    EXPECT_EQ(found_session("ict-2-lezing").record.audience, chain::Audience::purchasers);
    const auto sessions = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) {
            return sessions_of(in, fixtures::actor(in, person), "ict-2", fixtures::world_time).size();
        });
    };
    EXPECT_EQ(sessions("anna"), 3u);
    EXPECT_EQ(sessions("sami"), 0u);
}

TEST_P(WorkshopActs, a_session_has_the_audience_of_its_workshop_and_keeps_its_speakers_in_order) {
    Session session;
    session.record.parent = "ict-3";
    session.record.title = "Twaalf pitches";
    session.title_en = "Twelve pitches";
    session.form = Form::pitch_round;
    session.starts = "14:00";
    session.minutes = 12;
    for (int i = 1; i <= 12; ++i) {
        const std::string text = std::to_string(i);
        session.speakers.push_back(i == 5 ? Speaker{}
                                          : Speaker{"", "", "Bedrijf " + text, {"pitcher " + text, ""}});
    }
    const auto made = desk.act("femke", [&](const Act& act) { return plan_session(act, session); });
    ASSERT_TRUE(made);
    const Session kept = found_session(made->record.id);
    EXPECT_EQ(kept.record.audience, chain::Audience::purchasers);
    EXPECT_EQ(kept.workshop(), "ict-3");
    EXPECT_EQ(kept.form, Form::pitch_round);
    EXPECT_EQ(kept.minutes, 12);
    ASSERT_EQ(kept.speakers.size(), 11u);
    EXPECT_EQ(kept.speakers[3].organisation, "Bedrijf 4");
    EXPECT_EQ(kept.speakers[4].organisation, "Bedrijf 6");
    EXPECT_EQ(kept.speakers[10].role.nl, "pitcher 12");
    EXPECT_EQ(desk.journalled(), Words{"session.planned " + made->record.id});
}

TEST_P(WorkshopActs, speakers_keep_their_ids_when_a_form_comes_back) {
    Session changed = found_session("ict-2-lezing");
    EXPECT_EQ(changed.speakers[0].id, "spk-1");
    changed.minutes.reset();
    changed.starts = "";
    changed.speakers = {{"", "Mila Stroom", "gemeente Linderdam", {"adviseur", "adviser"}},
                        {"", "", "hogeschool Vechtstreek", {}},
                        {"", "Joris Veen", "", {}}};
    ASSERT_TRUE(change("femke", changed, change_session));
    const Session kept = found_session("ict-2-lezing");
    ASSERT_EQ(kept.speakers.size(), 3u);
    EXPECT_EQ(kept.speakers[0].id, "spk-1");
    EXPECT_EQ(kept.speakers[0].role.en, "adviser");
    EXPECT_EQ(kept.speakers[1].id, "spk-2");
    EXPECT_EQ(kept.speakers[2].name, "Joris Veen");
    EXPECT_EQ(kept.minutes, std::nullopt);
    EXPECT_EQ(kept.starts, "");
    EXPECT_EQ(desk.journalled(), Words{"session.changed ict-2-lezing"});
}

TEST_P(WorkshopActs, what_was_withdrawn_is_not_changed) {
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return chain::withdraw(act, "ict-2"); }));
    EXPECT_EQ(phrases_of(change("femke", found("ict-2"), change_workshop)),
              Words{"workshop.problem.withdrawn"});
    EXPECT_EQ(phrases_of(change("femke", found_session("ict-2-opening"), change_session)),
              Words{"problem.not_found"});
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return chain::restore(act, "ict-2"); }));
    EXPECT_TRUE(change("femke", found("ict-2"), change_workshop));
}

TEST_P(WorkshopActs, a_facilitator_chooses_who_takes_part) {
    ASSERT_TRUE(desk.act("femke", [](const Act& act) {
        act.in.execute(
            "insert into participants (id, workshop_id, person_id) values ('p9', 'ict-2', 'stef')");
        return choose_participants(act, "ict-2", {"sami", "bram", "bram"});
    }));
    const auto people = desk.read([](db::Connection& in) { return participants_of(in, "ict-2"); });
    EXPECT_EQ(people, (Words{"bram", "sami", "stef"}));
    desk.read([](db::Connection& in) {
        EXPECT_TRUE(fixtures::actor(in, "bram").takes_part_in("ict-2"));
        EXPECT_FALSE(fixtures::actor(in, "anna").takes_part_in("ict-2"));
    });
    const auto outsider =
        desk.act("femke", [](const Act& act) { return choose_participants(act, "ict-2", {"olga"}); });
    EXPECT_EQ(phrases_of(outsider), Words{"problem.choice"});
    EXPECT_EQ(desk.journalled(), Words{"participants.chosen ict-2"});
}

TEST_P(WorkshopActs, lists_follow_the_audience_rule) {
    const auto ids = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) {
            const Actor who = person.empty() ? fixtures::nobody() : fixtures::actor(in, person);
            Words found;
            for (const Workshop& workshop : workshops_of_network(in, who, "ict", fixtures::world_time)) {
                found.push_back(workshop.record.id);
            }
            Words of_one;
            for (const Workshop& workshop : of_series(in, who, "ict-reeks", fixtures::world_time)) {
                of_one.push_back(workshop.record.id);
            }
            EXPECT_EQ(found, of_one);
            return found;
        });
    };
    EXPECT_EQ(ids(""), Words{"ict-2"});
    EXPECT_EQ(ids("olga"), Words{"ict-2"});
    EXPECT_EQ(ids("sami"), (Words{"ict-1", "ict-2"}));
    EXPECT_EQ(ids("anna"), (Words{"ict-1", "ict-2", "ict-3"}));
}

TEST_P(WorkshopActs, numbers_and_positions_go_on_from_the_highest) {
    desk.read([](db::Connection& in) {
        EXPECT_EQ(next_series_number(in, "ict"), 2);
        EXPECT_EQ(next_series_number(in, "nergens"), 1);
        EXPECT_EQ(next_workshop_number(in, "ict-reeks"), 4);
        EXPECT_EQ(next_position(in, "ict-2"), 4);
    });
}

}  // namespace
}  // namespace kring::workshop
