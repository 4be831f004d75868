// SPDX-License-Identifier: EUPL-1.2
// What the report of ict-2 tells of the day itself: results, pitches, the queue, tables and guest speakers;
// each line as its reader may read it.
#include <algorithm>

#include "domain/contribution/acts.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/draw.hpp"
#include "domain/live/store.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/pages.hpp"
#include "domain/report/parts.hpp"
#include "domain/report/store.hpp"
#include "domain/speaker/acts.hpp"
#include "domain/speaker/pages.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/store.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::report {
namespace {

using fixtures::location_of;
using fixtures::phrases_of;
using fixtures::world_time;
using Words = std::vector<std::string>;
constexpr std::string_view id = "ict-2";

std::vector<desk::Route> routes_here() {
    std::vector<desk::Route> all = routes();
    for (const desk::Route& route : speaker::routes()) all.push_back(route);
    return all;
}

class ReportParts : public ::testing::TestWithParam<db::Engine> {
protected:
    ReportParts() {
        sql("update workshops set day = '2026-11-22' where id = 'ict-2'");
        sql("insert into participants (id, workshop_id, person_id) values ('p5', 'ict-2', 'bram'), "
            "('p6', 'ict-2', 'eva'), ('p7', 'ict-2', 'femke')");
    }
    fixtures::Desk desk{GetParam(), routes_here()};

    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    template <class F>
    Words does(std::string_view who, F&& f, Time when = world_time) {
        return phrases_of(desk.act(who, f, when));
    }
    /// "text | detail" of a part.
    static Words lines(const std::vector<Part>& parts, PartKind kind) {
        Words found;
        for (const Part& part : parts) {
            if (part.kind != kind) continue;
            for (const Item& item : part.items) found.push_back(item.text + " | " + item.detail);
        }
        return found;
    }
    Words lines_for(std::string_view who, PartKind kind, html::Language language = html::Language::nl) {
        return desk.read([&](db::Connection& in) {
            const Actor actor = who.empty() ? Actor{} : fixtures::actor(in, who);
            const auto workshop = workshop::find(in, id).value();
            return lines(parts_of(in, {actor, world_time, language, desk.site().phrases}, workshop,
                                  find_draft(in, id)),
                         kind);
        });
    }
    std::string fixed(std::int64_t number, chain::Audience audience) {
        const auto made =
            desk.act("femke", [&](const Act& act) { return fix(act, desk.site(), id, number, audience); });
        return made ? *made : "refused: " + phrases_of(made).front();
    }
    Words lines_in(const std::string& report, PartKind kind) {
        return desk.read([&](db::Connection& in) { return lines(find(in, report).value().parts, kind); });
    }
    void go_live() {
        ASSERT_EQ(does("femke", [](const Act& act) { return live::open(act, id); }), Words{});
    }
    /// Puts a statement, and closes it after these have chosen.
    void put_statement(std::int64_t number, const Bilingual& text,
                       const std::vector<std::pair<std::string_view, live::Choice>>& all, bool is_shown) {
        const auto led = [&](auto&& f) { ASSERT_EQ(does("femke", f), Words{}); };
        led([&](const Act& act) { return live::prepare(act, id, text); });
        led([&](const Act& act) { return live::open_statement(act, id, number); });
        for (const auto& [who, choice] : all) {
            const live::Choice one = choice;
            ASSERT_EQ(does(who, [&](const Act& act) { return live::choose(act, id, number, one); }), Words{});
        }
        led([&](const Act& act) { return live::close_statement(act, id, number); });
        led([&](const Act& act) { return live::show_result(act, id, number, is_shown); });
    }
    std::string asks(const std::string& title, const std::string& audience = "network") {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = title;
        draft.common.audience = audience;
        draft.workshop = id;
        const auto asked = desk.act("anna", [&](const Act& act) { return contribution::ask(act, draft, 0); });
        EXPECT_TRUE(asked) << phrases_of(asked).front();
        return asked->id;
    }
    void add_lesson(const std::string& lesson, std::string_view audience) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            chain::Record record;
            record.id = record.title = lesson;
            record.kind = chain::Kind::lesson;
            record.network = "ict";
            record.audience = chain::audience_of(audience).value();
            record.audience_of = audience == "workshop" ? std::string(id) : "";
            record.owner = "bram";
            record.created_at = record.updated_at = world_time;
            chain::insert(act.in, record);
            act.in.execute("insert into lessons (id, body) values ($1, 'x')", {lesson});
            act.in.execute(
                "insert into links (from_id, relation, to_id) values ('ict-2', 'distilled_into', $1)",
                {lesson});
            return Result<Done>(Done{});
        }));
    }
    /// Tables 1 and 2; note-1 and note-2 were taken up in `plenary`, note-3 was not, `loose` is of no table.
    void add_tables() {
        for (const char* one : {"note-1", "note-2", "note-3", "loose"}) add_lesson(one, "workshop");
        add_lesson("plenary", "network");
        sql("insert into breakouts (workshop_id, round_count, minutes, mix) values ('ict-2', 2, 20, 'any')");
        sql("insert into breakout_tables (id, workshop_id, number) values ('t-1', 'ict-2', 1), "
            "('t-2', 'ict-2', 2)");
        sql("insert into breakout_notes (lesson_id, table_id, round, merged_into) values "
            "('note-1', 't-1', 1, 'plenary'), ('note-2', 't-2', 1, 'plenary'), ('note-3', 't-1', 2, null)");
    }
};
KRING_ON_BOTH_ENGINES(ReportParts);

TEST_P(ReportParts, show_results_as_the_room_saw_them_and_none_divided_below_five) {
    using live::Choice;
    go_live();
    put_statement(1, {"Refurbished is goed genoeg", "Refurbished will do"},
                  {{"anna", Choice::agree},
                   {"sami", Choice::agree},
                   {"bram", Choice::disagree},
                   {"eva", Choice::agree},
                   {"femke", Choice::no_opinion}},
                  true);
    put_statement(2, {"Zeven jaar kan", ""}, {{"anna", Choice::agree}, {"sami", Choice::disagree}}, true);
    put_statement(3, {"Niemand zag dit", ""}, {{"anna", Choice::agree}}, false);
    const Words seen = {
        "Refurbished is goed genoeg | Stelling 1. 5 van 5 aanwezigen kozen. Eens: 3, "
        "oneens: 1, geen mening: 1.",
        "Zeven jaar kan | Stelling 2. 2 van 5 aanwezigen kozen. Er kozen minder dan vijf "
        "mensen. Daarom bewaren we niet hoe ze kozen."};
    for (const std::string_view who : {"sami", "noor", "femke"})
        EXPECT_EQ(lines_for(who, PartKind::statements), seen) << who;
    EXPECT_EQ(lines_for("", PartKind::statements), Words{}) << "does not follow the workshop";
    EXPECT_EQ(lines_for("olga", PartKind::statements), Words{}) << "is of another network";
    EXPECT_EQ(lines_for("anna", PartKind::statements, html::Language::en).front().substr(0, 34),
              "Refurbished will do | Statement 1.");
    EXPECT_EQ(lines_in(fixed(1, chain::Audience::network), PartKind::statements), seen);
    EXPECT_EQ(lines_in(fixed(2, chain::Audience::everyone), PartKind::statements), Words{});
    sql("update records set audience = 'workshop', audience_of = 'ict-2' where id = 'ict-2'");
    EXPECT_EQ(lines_in(fixed(3, chain::Audience::network), PartKind::statements), Words{});
    EXPECT_EQ(lines_in(fixed(4, chain::Audience::workshop), PartKind::statements), seen);
}

TEST_P(ReportParts, show_who_pitched_in_which_drawn_order_and_how_long) {
    go_live();
    const auto at = [&](std::int64_t seconds, auto&& f) {
        ASSERT_EQ(does("femke", f, Time{world_time.ms + seconds * second_ms}), Words{});
    };
    const Words names = {"Kringloop", "Tweede Leven", "Derde Ronde"};
    at(0, [&](const Act& act) { return live::draw(act, id, names, 60, "eerste"); });
    at(0, [&](const Act& act) { return live::draw(act, id, names, 60, "zaad"); });
    EXPECT_EQ(lines_for("sami", PartKind::pitches), Words{}) << "nobody pitched yet";
    const auto start = [](const Act& act) { return live::start_pitch(act, id); };
    const auto next = [](const Act& act) { return live::next_pitch(act, id); };
    at(0, start);
    at(58, next);
    at(70, start);
    at(130, next);
    const Words order = live::drawn_order("zaad", names);
    const Words seen = {"Loting 2 | Ieder kon 1:00 pitchen. De volgorde is getrokken met het zaad zaad",
                        "1. " + order[0] + " | Duurde 0:58", "2. " + order[1] + " | Duurde 1:00",
                        "3. " + order[2] + " | Kwam niet aan de beurt"};
    EXPECT_EQ(lines_for("sami", PartKind::pitches), seen);
    EXPECT_EQ(lines_for("", PartKind::pitches), Words{});
    EXPECT_EQ(lines_in(fixed(1, chain::Audience::workshop), PartKind::pitches), seen);
}

TEST_P(ReportParts, show_what_came_of_each_question_with_its_votes) {
    go_live();
    sql("update records set state = 'withdrawn' where kind = 'question'");
    const std::string answered = asks("Hoe lang?");
    const std::string same = asks("Hoe lang eigenlijk?");
    const std::string later = asks("Wat later?");
    const std::string closed = asks("Voor inkopers?", "purchasers");
    asks("Nog open?");
    for (const std::string_view who : {"sami", "bram"})
        ASSERT_EQ(does(who, [&](const Act& act) { return contribution::vote(act, answered); }), Words{});
    for (const std::string_view who : {"bram", "noor"})
        ASSERT_EQ(does(who, [&](const Act& act) { return contribution::vote(act, same); }), Words{});
    const auto led = [&](auto&& f) { ASSERT_EQ(does("femke", f), Words{}); };
    led([&](const Act& act) { return live::merge(act, id, same, answered); });
    led([&](const Act& act) {
        return live::note_answer(act, id, {answered, "", "Piet van de gemeente", "nl"});
    });
    led([&](const Act& act) { return live::set_turn(act, id, later, live::Turn::later); });
    led([&](const Act& act) { return live::note_answer(act, id, {closed, "", "", "nl"}); });
    const std::string with_votes =
        "Hoe lang? | 3 stemmen; beantwoord in de bijeenkomst door Piet van de gemeente; samen gevraagd met: "
        "Hoe lang eigenlijk?";
    const std::string for_purchasers = "Voor inkopers? | beantwoord in de bijeenkomst";
    EXPECT_EQ(lines_for("sami", PartKind::answered), Words{with_votes}) << "sami supplies";
    EXPECT_EQ(lines_for("anna", PartKind::answered), (Words{with_votes, for_purchasers}));
    EXPECT_EQ(lines_for("sami", PartKind::later), Words{"Wat later? | "});
    EXPECT_EQ(lines_for("sami", PartKind::unanswered), Words{"Nog open? | "});
    EXPECT_EQ(lines_for("", PartKind::answered), Words{});
    EXPECT_EQ(lines_in(fixed(1, chain::Audience::network), PartKind::answered), Words{with_votes});
    sql("update records set audience = 'everyone' where id = '" + answered + "'");
    EXPECT_EQ(lines_for("", PartKind::answered), Words{}) << "what was noted in the room stays there";
    EXPECT_EQ(lines_for("", PartKind::unanswered), Words{"Hoe lang? | 2 stemmen"});
}

TEST_P(ReportParts, show_lessons_of_the_plenary_first_and_credit_tables) {
    add_tables();
    const Words seen = {
        "plenary | Met dank aan: tafel 1, ronde 1; tafel 2, ronde 1",
        "note-1 | Genoteerd aan tafel 1, ronde 1; opgenomen in een leerpunt van allen, hierboven",
        "note-3 | Genoteerd aan tafel 1, ronde 2",
        "note-2 | Genoteerd aan tafel 2, ronde 1; opgenomen in een leerpunt van allen, hierboven"};
    EXPECT_EQ(lines_for("sami", PartKind::tables), seen);
    EXPECT_EQ(lines_for("sami", PartKind::lessons), Words{"loose | "});
    EXPECT_EQ(lines_for("noor", PartKind::tables), Words{"plenary | "}) << "was not there";
    EXPECT_EQ(lines_for("noor", PartKind::lessons), Words{});
    EXPECT_EQ(lines_for("", PartKind::tables), Words{});
    EXPECT_EQ(lines_in(fixed(1, chain::Audience::workshop), PartKind::tables), seen);
    EXPECT_EQ(lines_in(fixed(2, chain::Audience::network), PartKind::tables), Words{"plenary | "});
    sql("update records set audience = 'organisation', audience_of = 'linderdam' where id = 'plenary'");
    EXPECT_EQ(lines_for("sami", PartKind::tables)[0], "note-1 | Genoteerd aan tafel 1, ronde 1")
        << "the lesson that took it up is not for sami";
}

TEST_P(ReportParts, become_one_chapter_of_the_working_summary_and_no_second) {
    add_tables();
    const std::string report = fixed(1, chain::Audience::workshop);
    const std::string corrected = fixed(2, chain::Audience::workshop);
    const people::Stationery stationery = {
        desk.site().phrases, "Kring",
        [](html::Language, std::string_view path) { return "https://kring.example" + std::string(path); }};
    const auto taken = [&](const std::string& which) {
        return does("eva", [&](const Act& act) { return take_into_summary(act, stationery, which); });
    };
    if (!desk.read([](db::Connection& in) { return summary::summary_of(in, "ict").has_value(); })) {
        ASSERT_TRUE(desk.act("eva", [](const Act& act) {
            return summary::make(act, "ict", "nl en", {"Samenvatting", "Summary"});
        }));
    }
    const auto summary = [&] {
        return desk.read([](db::Connection& in) {
            return summary::find_summary(in, summary::summary_of(in, "ict").value()).value();
        });
    };
    const std::size_t before = summary().chapters.size();
    const std::string path = "/verslagen/" + report;
    EXPECT_NE(desk.get("eva", path).body.find(path + "/samenvattingen"), std::string::npos);
    EXPECT_EQ(taken(report), Words{});
    ASSERT_EQ(summary().chapters.size(), before + 1);
    const summary::Chapter chapter = summary().chapters.back();
    Words said;
    for (const auto& statement : chapter.statements) {
        if (statement.placements.at(0).record.kind == chain::Kind::lesson) said.push_back(statement.text.nl);
    }
    EXPECT_EQ(said, (Words{"plenary", "note-3", "loose"})) << "what the plenary took up is said once";
    EXPECT_EQ(taken(report), Words{"report.problem.taken"});
    EXPECT_EQ(taken(corrected), Words{"report.problem.taken"});
    const auto again = desk.post("eva", path + "/samenvattingen", {});
    EXPECT_EQ(again.status, 409);
    const std::string link = "/samenvattingen/" + summary().record.id + "#" + chapter.id;
    EXPECT_NE(again.body.find(link), std::string::npos);
    EXPECT_NE(desk.get("eva", path).body.find(link), std::string::npos);
    EXPECT_EQ(desk.get("eva", path).body.find(path + "/samenvattingen"), std::string::npos);
    EXPECT_EQ(desk.get("sami", path).body.find(link), std::string::npos) << "edits no summary";
    EXPECT_EQ(summary().chapters.size(), before + 1);
    sql("delete from consents");
    sql("delete from placements");
    sql("delete from statements where chapter_id = '" + chapter.id + "'");
    ASSERT_EQ(
        does("eva",
             [&](const Act& act) { return summary::remove_chapter(act, chapter.id, summary().revision); }),
        Words{});
    EXPECT_EQ(taken(corrected), Words{}) << "editors removed it";
}

TEST_P(ReportParts, name_guests_as_they_agree_at_this_moment) {
    const std::string guest = *desk.act("femke", [&](const Act& act) {
        return speaker::invite(act, desk.site(),
                               {"ict-2-lezing", "Gerda Gast", "gerda@elders.example", "nl"});
    });
    const auto agrees = [&](speaker::Naming naming, bool may_name, bool may_publish) {
        speaker::Guest wanted;
        wanted.name = "Gerda Gast";
        wanted.job = "Inkoper";
        wanted.organisation = "Gemeente Elders";
        wanted.consent = {naming, may_name, false, may_publish};
        ASSERT_EQ(does("", [&](const Act& act) { return speaker::agree(act, guest, wanted); }), Words{});
    };
    EXPECT_EQ(lines_for("sami", PartKind::speakers), Words{}) << "agreed to nothing yet";
    ASSERT_EQ(
        does("", [&](const Act& act) { return speaker::tell(act, guest, {"Wat wij vroegen", "", ""}); }),
        Words{});
    EXPECT_EQ(lines_for("sami", PartKind::speakers), Words{"Wat wij vroegen | "});
    agrees(speaker::Naming::role, true, false);
    EXPECT_EQ(lines_for("sami", PartKind::speakers), Words{"Wat wij vroegen | Inkoper, Gemeente Elders"});
    agrees(speaker::Naming::name, true, false);
    ASSERT_EQ(does("",
                   [&](const Act& act) {
                       return speaker::hand_in(act, guest,
                                               {speaker::Purpose::slides, "pdf", "a.pdf", "%PDF-1.7 x", ""});
                   }),
              Words{});
    const std::string report = fixed(1, chain::Audience::everyone);
    EXPECT_EQ(lines_in(report, PartKind::speakers), Words{"Wat wij vroegen | "})
        << "a name may be taken back, so it is not in what stays";
    const auto page = [&] { return desk.get("", "/verslagen/" + report).body; };
    const std::string slides = "/gastsprekers/" + guest + "/presentatie";
    EXPECT_NE(page().find("Gerda Gast, Inkoper, Gemeente Elders"), std::string::npos);
    EXPECT_EQ(page().find(slides), std::string::npos) << "did not agree to that";
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/ict-2/verslag").body.find(slides), std::string::npos);
    agrees(speaker::Naming::organisation, true, true);
    EXPECT_EQ(page().find("Gerda"), std::string::npos);
    EXPECT_NE(page().find(slides), std::string::npos);
    EXPECT_EQ(desk.get("", slides).status, 200);
    EXPECT_NE(desk.get("sami", "/bijeenkomsten/ict-2/verslag").body.find(slides), std::string::npos);
    sql("update records set audience = 'workshop', audience_of = 'ict-2' where id = 'ict-2-lezing'");
    EXPECT_EQ(page().find(slides), std::string::npos) << "the session is closed now";
    EXPECT_EQ(page().find("Gemeente Elders"), std::string::npos);
    EXPECT_EQ(lines_for("noor", PartKind::speakers), Words{});
}

}  // namespace
}  // namespace kring::report
