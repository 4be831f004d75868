// SPDX-License-Identifier: EUPL-1.2
// Series set up from the template or after a former one, and workshops copied with their agenda.
#include "domain/workshop/outline.hpp"

#include "app/embedded.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/pages.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::workshop {
namespace {

using fixtures::faults_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::phrases_of;
using fixtures::texts_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

TEST(Rhythm, keeps_the_day_of_the_week_over_both_changes_of_the_clock) {
    EXPECT_EQ(rhythm("2027-03-18", 2, 3), (Words{"2027-03-18", "2027-04-01", "2027-04-15"}));
    EXPECT_EQ(rhythm("2027-10-21", 1, 3), (Words{"2027-10-21", "2027-10-28", "2027-11-04"}));
    EXPECT_EQ(rhythm("2028-02-22", 1, 2), (Words{"2028-02-22", "2028-02-29"}));
}

TEST(Weekends, are_saturday_and_sunday) {
    EXPECT_FALSE(is_weekend("2027-01-15"));
    EXPECT_TRUE(is_weekend("2027-01-16"));
    EXPECT_TRUE(is_weekend("2027-01-17"));
    EXPECT_FALSE(is_weekend("2027-01-18"));
    EXPECT_FALSE(is_weekend("1970-01-01"));
}

TEST(Agendas, move_along_with_the_beginning_and_drop_what_falls_off_the_day) {
    Outlined outlined;
    outlined.workshop.starts = "13:00";
    for (const char* clock : {"13:00", "14:30", ""}) {
        Session session;
        session.starts = clock;
        outlined.sessions.push_back(session);
    }
    begin_at(outlined, "09:30");
    EXPECT_EQ(outlined.workshop.starts, "09:30");
    EXPECT_EQ(outlined.sessions[0].starts, "09:30");
    EXPECT_EQ(outlined.sessions[1].starts, "11:00");
    EXPECT_EQ(outlined.sessions[2].starts, "");
    begin_at(outlined, "23:00");
    EXPECT_EQ(outlined.sessions[1].starts, "");
}

class Outlines : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};
    const html::Phrases phrases{app::embedded_catalogue_nl(), app::embedded_catalogue_en()};

    std::vector<Workshop> workshops_of(std::string_view series, std::string_view person = "femke") {
        return desk.read([&](db::Connection& in) {
            return of_series(in, fixtures::actor(in, person), series, world_time);
        });
    }
    std::vector<Session> agenda_of(std::string_view workshop) {
        return desk.read([&](db::Connection& in) {
            return sessions_of(in, fixtures::actor(in, "femke"), workshop, world_time);
        });
    }
    Result<Series> make(std::string_view person, const OutlineWish& wish) {
        return desk.act(person, [&](const Act& act) { return make_outlined(act, phrases, wish); });
    }
    std::int64_t count(std::string_view sql) {
        return desk.read([&](db::Connection& in) { return in.count(sql); });
    }
    static OutlineWish wish_for(std::string_view from, const std::vector<Outlined>& outline) {
        OutlineWish wish;
        wish.from = from;
        wish.series.network = "ict";
        wish.series.name = {"Nieuwe reeks", "New series"};
        for (const Outlined& one : outline) {
            wish.workshops.push_back({one.workshop.title(),
                                      "2027-03-0" + std::to_string(wish.workshops.size() + 1),
                                      one.workshop.starts, one.workshop.ends, "Utrecht"});
        }
        return wish;
    }
    Result<std::vector<Outlined>> outline(std::string_view person, std::string_view from,
                                          std::string_view network = "ict") {
        return desk.read([&](db::Connection& in) {
            return outline_of(in, fixtures::actor(in, person), network, from, world_time, phrases);
        });
    }
};
KRING_ON_BOTH_ENGINES(Outlines);

TEST_P(Outlines, of_the_template_are_four_afternoons_that_fill_their_time) {
    const auto four = four_workshops(phrases);
    ASSERT_EQ(four.size(), 4u);
    for (const Outlined& one : four) {
        std::int64_t minutes = 0;
        for (const Session& session : one.sessions) {
            EXPECT_EQ(session.starts, clock_after("13:00", minutes));
            minutes += *session.minutes;
            EXPECT_TRUE(faults_of(problems_of(session)).empty());
        }
        EXPECT_EQ(minutes, 180);
        EXPECT_EQ(one.workshop.ends, clock_after(one.workshop.starts, minutes));
    }
    EXPECT_EQ(four[0].sessions.front().record.title, "Welkom en terugblik");
    EXPECT_EQ(four[3].sessions[3].form, Form::pitch_round);
}

TEST_P(Outlines, become_a_series_with_all_workshops_and_agendas_in_one_go) {
    const auto made = make("femke", wish_for(four_workshops_word, four_workshops(phrases)));
    ASSERT_TRUE(made);
    EXPECT_EQ(made->number, 2);
    EXPECT_EQ(made->starts, "2027-03-01");
    EXPECT_EQ(made->ends, "2027-03-04");
    const auto workshops = workshops_of(made->id);
    ASSERT_EQ(workshops.size(), 4u);
    EXPECT_EQ(workshops[3].number, 4);
    EXPECT_EQ(workshops[3].day, "2027-03-04");
    EXPECT_EQ(workshops[3].place, "Utrecht");
    EXPECT_EQ(workshops[3].record.audience, chain::Audience::network);
    EXPECT_EQ(agenda_of(workshops[3].record.id).size(), 7u);
    EXPECT_EQ(agenda_of(workshops[0].record.id).size(), 6u);
    EXPECT_EQ(desk.journalled().back(), "series.outlined " + made->id);
}

TEST_P(Outlines, copy_what_a_series_is_about_but_no_days_speakers_or_participants) {
    const auto found = outline("femke", "ict-reeks");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 3u);
    const Outlined& second = (*found)[1];
    EXPECT_EQ(second.workshop.record.title, "Eisen en criteria");
    EXPECT_EQ(second.workshop.day, "");
    EXPECT_EQ(second.workshop.record.id, "");
    ASSERT_EQ(second.sessions.size(), 3u);
    EXPECT_TRUE(second.sessions[1].speakers.empty());
    EXPECT_EQ(second.sessions[1].room, "Grote zaal");
    const std::int64_t speakers = count("select count(*) from speakers");
    const std::int64_t participants = count("select count(*) from participants");
    const auto made = make("femke", wish_for("ict-reeks", *found));
    ASSERT_TRUE(made);
    const auto copies = workshops_of(made->id);
    ASSERT_EQ(copies.size(), 3u);
    EXPECT_EQ(copies[2].record.audience, chain::Audience::purchasers) << "as it was";
    EXPECT_EQ(workshops_of(made->id, "sami").size(), 2u);
    EXPECT_EQ(agenda_of(copies[1].record.id).size(), 3u);
    EXPECT_EQ(count("select count(*) from speakers"), speakers);
    EXPECT_EQ(count("select count(*) from participants"), participants);
}

TEST_P(Outlines, hold_only_what_their_reader_may_read) {
    EXPECT_EQ(outline("sami", "ict-reeks")->size(), 2u);
    EXPECT_EQ(phrases_of(outline("femke", "meubels-reeks")), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(outline("femke", "meubels-reeks", "meubels")), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(outline("femke", "niets")), Words{"problem.not_found"});
}

TEST_P(Outlines, are_made_by_facilitators_alone_and_whole_or_not_at_all) {
    OutlineWish wish = wish_for(four_workshops_word, four_workshops(phrases));
    EXPECT_EQ(phrases_of(make("anna", wish)), Words{"problem.forbidden"});
    const std::int64_t before = count("select count(*) from records");
    wish.series.name.en = "";
    wish.workshops[1].title.nl = "";
    wish.workshops[3].day = "2027-02-30";
    EXPECT_EQ(faults_of(make("femke", wish).problems()),
              (Words{"name_en: problem.needed.name_en", "w2_title_nl: problem.needed.title_nl",
                     "w4_day: network.problem.day"}));
    wish.workshops.pop_back();
    EXPECT_EQ(phrases_of(make("femke", wish)), Words{"workshop.problem.outline_changed"});
    EXPECT_EQ(count("select count(*) from records"), before);
    EXPECT_EQ(count("select count(*) from series"), 2);
}

TEST_P(Outlines, are_set_up_in_two_forms_that_ask_once_about_a_weekend) {
    const std::string address = "/netwerken/ict/reeksen/opzet";
    EXPECT_EQ(desk.get("femke", address).status, 200);
    EXPECT_EQ(desk.get("anna", address).status, 403);
    const auto bad = desk.post("femke", address, {{"from", "vier"}, {"first", "morgen"}, {"weeks", "0"}});
    EXPECT_EQ(bad.status, 400);
    EXPECT_EQ(texts_of(parse_page(bad.body), "div", "k-error").size(), 2u);
    const auto start =
        desk.post("femke", address, {{"from", "vier"}, {"first", "2027-01-15"}, {"weeks", "6"}});
    ASSERT_EQ(start.status, 303);
    const auto whole = parse_page(desk.get("femke", location_of(start)).body);
    web::Fields fields = {{"name_nl", "Reeks twee"}, {"name_en", "Series two"}};
    for (const auto* input : whole.all("input")) {
        const std::string* name = input->attribute("name");
        const std::string* value = input->attribute("value");
        const bool is_own = name && (name->starts_with("w") || *name == "step" || *name == "from");
        if (is_own && value) fields.emplace_back(*name, *value);
    }
    for (auto& [name, value] : fields) {
        if (name == "w2_day") {
            EXPECT_EQ(value, "2027-02-26");
            value = "2027-02-27";
        }
    }
    const auto asked = desk.post("femke", address, fields);
    EXPECT_EQ(asked.status, 400);
    EXPECT_NE(asked.body.find("zaterdag 27 februari 2027 is in het weekend. Klopt dat?"), std::string::npos);
    EXPECT_EQ(count("select count(*) from series"), 2);
    fields.emplace_back("weekends", "2027-02-27");
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it->first == "weekends" && it->second.empty()) {
            fields.erase(it);
            break;
        }
    }
    const auto made = desk.post("femke", address, fields);
    EXPECT_EQ(location_of(made), "/netwerken/ict/reeksen/2?m=series_made");
}

TEST_P(Outlines, let_one_workshop_be_copied_into_a_series) {
    const auto form = parse_page(desk.get("femke", "/bijeenkomsten/ict-2/kopie").body);
    EXPECT_EQ(texts_of(form, "h1"), Words{"Bijeenkomst kopiëren"});
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/ict-2/kopie").status, 403);
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/meubels-1/kopie").status, 404);
    web::Fields fields = {{"series", "ict-reeks"}, {"title_nl", "Nog eens"}, {"title_en", "Once more"},
                          {"day", "2027-05-20"},   {"starts", "10:00"},      {"ends", "12:30"},
                          {"place", "Zwolle"}};
    EXPECT_EQ(desk.post("femke", "/bijeenkomsten/ict-2/kopie", fields).status, 303);
    const auto copy = workshops_of("ict-reeks").back();
    EXPECT_EQ(copy.number, 4);
    EXPECT_EQ(copy.record.title, "Nog eens");
    const auto agenda = agenda_of(copy.record.id);
    ASSERT_EQ(agenda.size(), 3u);
    EXPECT_EQ(agenda[1].starts, "10:15");
    fields[0].second = "meubels-reeks";
    EXPECT_EQ(desk.post("femke", "/bijeenkomsten/ict-2/kopie", fields).status, 400);
}

}  // namespace
}  // namespace kring::workshop
