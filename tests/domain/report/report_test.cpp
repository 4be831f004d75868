// SPDX-License-Identifier: EUPL-1.2
// The report of ict-2, a day after it was held. Records of every audience hang from it, so that a part can
// show too much.
#include <algorithm>

#include "domain/chain/links.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/checks.hpp"
#include "domain/report/pages.hpp"
#include "domain/report/parts.hpp"
#include "domain/report/store.hpp"
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

class Reports : public ::testing::TestWithParam<db::Engine> {
protected:
    Reports() {
        sql("update workshops set day = '2026-11-22' where id = 'ict-2'");
        add_lesson("voor-allen", "everyone", "");
        add_lesson("voor-netwerk", "network", "");
        add_lesson("voor-inkopers", "purchasers", "");
        add_lesson("voor-deelnemers", "workshop", "ict-2");
        add_lesson("voor-linderdam", "organisation", "linderdam");
    }
    fixtures::Desk desk{GetParam(), routes()};

    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    void add_lesson(const std::string& id, std::string_view audience, const std::string& of) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            chain::Record record;
            record.id = id;
            record.kind = chain::Kind::lesson;
            record.network = "ict";
            record.title = id;
            record.audience = chain::audience_of(audience).value();
            record.audience_of = of;
            record.owner = "bram";
            record.created_at = record.updated_at = world_time;
            chain::insert(act.in, record);
            act.in.execute("insert into lessons (id, body) values ($1, 'x')", {record.id});
            act.in.execute(
                "insert into links (from_id, relation, to_id) values ('ict-2', 'distilled_into', $1)",
                {record.id});
            return Result<Done>(Done{});
        }));
    }
    static Words titles(const std::vector<Part>& parts, PartKind kind) {
        Words found;
        for (const Part& part : parts) {
            if (part.kind != kind || part.is_left_out) continue;
            for (const Item& item : part.items) found.push_back(item.text);
        }
        std::sort(found.begin(), found.end());
        return found;
    }
    Words lessons_for(std::string_view who) {
        return desk.read([&](db::Connection& in) {
            const Actor actor = who.empty() ? Actor{} : fixtures::actor(in, who);
            const auto workshop = workshop::find(in, "ict-2").value();
            return titles(parts_of(in, {actor, world_time, html::Language::nl, desk.site().phrases}, workshop,
                                   find_draft(in, "ict-2")),
                          PartKind::lessons);
        });
    }
    template <class F>
    Words refused(std::string_view who, F&& f, Time when = world_time) {
        return phrases_of(desk.act(who, std::forward<F>(f), when));
    }
    Words edited(std::string_view who, std::int64_t revision, std::string introduction = "Zo was het.",
                 std::vector<Part> parts = {}) {
        const Draft draft{"ict-2", revision, std::move(introduction), std::move(parts)};
        return refused(who, [&](const Act& act) { return edit(act, draft); });
    }
    std::string fixed(std::int64_t number, chain::Audience audience, std::string_view who = "femke") {
        const auto id =
            desk.act(who, [&](const Act& act) { return fix(act, desk.site(), "ict-2", number, audience); });
        return id ? *id : "refused: " + phrases_of(id).front();
    }
    Report kept(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find(in, id).value(); });
    }
};
KRING_ON_BOTH_ENGINES(Reports);

TEST_P(Reports, in_draft_show_each_reader_what_they_may_read) {
    EXPECT_EQ(lessons_for(""), Words{"voor-allen"});
    EXPECT_EQ(lessons_for("noor"), (Words{"voor-allen", "voor-netwerk"}));
    EXPECT_EQ(lessons_for("sami"), (Words{"voor-allen", "voor-deelnemers", "voor-netwerk"}));
    EXPECT_EQ(lessons_for("anna"),
              (Words{"voor-allen", "voor-deelnemers", "voor-inkopers", "voor-linderdam", "voor-netwerk"}));
    EXPECT_EQ(lessons_for("femke"),
              (Words{"voor-allen", "voor-deelnemers", "voor-inkopers", "voor-netwerk"}));
}

TEST_P(Reports, are_fixed_with_what_everybody_in_their_audience_may_read) {
    EXPECT_EQ(edited("femke", 0), Words{});
    const std::string first = fixed(1, chain::Audience::workshop);
    const std::string second = fixed(2, chain::Audience::network);
    const std::string third = fixed(3, chain::Audience::everyone);
    EXPECT_EQ(titles(kept(first).parts, PartKind::lessons),
              (Words{"voor-allen", "voor-deelnemers", "voor-netwerk"}));
    EXPECT_EQ(titles(kept(second).parts, PartKind::lessons), (Words{"voor-allen", "voor-netwerk"}));
    EXPECT_EQ(titles(kept(third).parts, PartKind::lessons), Words{"voor-allen"});
    EXPECT_EQ(kept(first).introduction, "Zo was het.");
    EXPECT_EQ(fixed(3, chain::Audience::workshop), "refused: report.problem.fixed");
    EXPECT_EQ(fixed(4, chain::Audience::purchasers), "refused: report.problem.audience");
    EXPECT_EQ(fixed(4, chain::Audience::workshop, "anna"), "refused: problem.forbidden");
    const auto readable = [&](std::string_view who) {
        return desk.read([&](db::Connection& in) {
            const Actor actor = who.empty() ? Actor{} : fixtures::actor(in, who);
            return of_workshop(in, actor, "ict-2", world_time).size();
        });
    };
    EXPECT_EQ(readable("sami"), 3U);
    EXPECT_EQ(readable("noor"), 2U);
    EXPECT_EQ(readable(""), 1U);
    sql("update records set title = 'anders' where id = 'voor-allen'");
    EXPECT_EQ(titles(kept(third).parts, PartKind::lessons), Words{"voor-allen"}) << "word for word";
}

TEST_P(Reports, are_edited_by_facilitators_one_after_the_other) {
    EXPECT_EQ(edited("anna", 0), Words{"problem.forbidden"});
    Part lessons;
    lessons.kind = PartKind::lessons;
    lessons.is_left_out = true;
    lessons.remark = "Niet klaar";
    EXPECT_EQ(edited("femke", 0, "Eerst", {lessons}), Words{});
    EXPECT_EQ(edited("femke", 0, "Te laat"), Words{"report.problem.changed"});
    EXPECT_EQ(lessons_for("anna"), Words{});
    EXPECT_EQ(titles(kept(fixed(1, chain::Audience::everyone)).parts, PartKind::lessons), Words{});
    EXPECT_EQ(edited("femke", 1, "Dan"), Words{});
    EXPECT_EQ(lessons_for("").size(), 1U);
    sql("update workshops set day = '2026-11-24' where id = 'ict-2'");
    EXPECT_EQ(edited("femke", 2), Words{"report.problem.not_over"});
}

TEST_P(Reports, are_checked_for_exactly_one_text) {
    const auto asked = [&](std::string_view part, std::string_view person) {
        return refused("femke",
                       [&](const Act& act) { return ask_check(act, desk.site(), "ict-2", part, person); });
    };
    const auto decided = [&](std::string_view who, bool is_agreed, std::string_view remark) {
        return refused(who, [&](const Act& act) {
            return decide(act, desk.site(), "ict-2", "lessons", is_agreed, remark);
        });
    };
    EXPECT_EQ(asked("lessons", "bram"), Words{"report.problem.person"});
    EXPECT_EQ(asked("alles", "sami"), Words{"report.problem.part"});
    EXPECT_EQ(asked("lessons", "sami"), Words{});
    EXPECT_EQ(decided("anna", true, ""), Words{"problem.not_found"}) << "was not asked";
    EXPECT_EQ(decided("sami", false, " "), Words{"report.problem.remark"});
    EXPECT_EQ(decided("sami", true, ""), Words{});
    const auto is_current = [&] {
        return desk.read([&](db::Connection& in) {
            const auto check = find_check(in, "ict-2", PartKind::lessons, "sami").value();
            EXPECT_EQ(check.decision, "agreed");
            const auto workshop = workshop::find(in, "ict-2").value();
            return hash_for(in, desk.site().phrases, fixtures::actor(in, "sami"), workshop, PartKind::lessons,
                            world_time) == check.text_hash;
        });
    };
    EXPECT_TRUE(is_current());
    sql("update records set title = 'anders' where id = 'voor-inkopers'");
    EXPECT_TRUE(is_current()) << "sami never read that one";
    sql("update records set title = 'anders' where id = 'voor-deelnemers'");
    EXPECT_FALSE(is_current());
    EXPECT_EQ(desk.read([](db::Connection& in) {
        return in.count("select count(*) from outbox where person_id = 'sami'");
    }),
              1);
}

TEST_P(Reports, give_the_working_summary_statements_with_their_sources) {
    const std::string id = fixed(1, chain::Audience::network);
    const people::Stationery stationery = {
        desk.site().phrases, "Kring",
        [](html::Language, std::string_view path) { return "https://kring.example" + std::string(path); }};
    const auto taken = [&](std::string_view who) {
        return refused(who, [&](const Act& act) { return take_into_summary(act, stationery, id); });
    };
    EXPECT_EQ(taken("anna"), Words{"summary.not_yours"});
    EXPECT_EQ(taken("olga"), Words{"problem.not_found"});
    sql("delete from placements");
    sql("delete from consents");
    const bool has_summary =
        desk.read([](db::Connection& in) { return summary::summary_of(in, "ict").has_value(); });
    if (!has_summary) {
        EXPECT_EQ(taken("eva"), Words{"report.problem.no_summary"});
        ASSERT_TRUE(desk.act("eva", [](const Act& act) {
            return summary::make(act, "ict", "nl en", {"Samenvatting", "Summary"});
        }));
    }
    EXPECT_EQ(taken("eva"), Words{});
    const auto summary = desk.read([](db::Connection& in) {
        return summary::find_summary(in, summary::summary_of(in, "ict").value()).value();
    });
    const auto& chapter = summary.chapters.back();
    Words sources;
    for (const auto& statement : chapter.statements) {
        ASSERT_EQ(statement.placements.size(), 1U);
        if (statement.placements[0].record.kind == chain::Kind::lesson)
            sources.push_back(statement.text.nl + " from " + statement.placements[0].record.id);
        if (statement.placements[0].record.owner == "bram")
            EXPECT_EQ(statement.placements[0].agreement, summary::Agreement::asked);
    }
    std::sort(sources.begin(), sources.end());
    EXPECT_EQ(sources, (Words{"voor-allen from voor-allen", "voor-netwerk from voor-netwerk"}));
}

TEST_P(Reports, have_pages_that_tell_their_readers_apart) {
    const std::string draft = "/bijeenkomsten/ict-2/verslag";
    EXPECT_EQ(desk.get("sami", draft).status, 200);
    EXPECT_EQ(desk.get("sami", draft).body.find("voor-inkopers"), std::string::npos);
    EXPECT_NE(desk.get("anna", draft).body.find("voor-inkopers"), std::string::npos);
    EXPECT_EQ(desk.get("bram", draft).status, 403) << "did not take part";
    EXPECT_EQ(desk.get("anna", draft + "/bewerken").status, 403);
    EXPECT_EQ(desk.get("anna", draft + "/controle").status, 404);
    EXPECT_EQ(desk.get("femke", "/en/workshops/ict-2/report").status, 200);
    const auto saved = desk.post("femke", draft + "/bewerken",
                                 {{"revision", "0"}, {"introduction", "Mooi"}, {"remark_lessons", "Let op"}});
    EXPECT_EQ(saved.status, 303);
    const auto again = desk.post("femke", draft + "/bewerken", {{"revision", "0"}, {"introduction", "Laat"}});
    EXPECT_EQ(again.status, 409);
    EXPECT_NE(again.body.find("Laat"), std::string::npos) << "nothing typed is lost";
    EXPECT_EQ(desk.post("femke", draft + "/verzoek", {{"part", "lessons"}, {"person", "sami"}}).status, 303);
    EXPECT_EQ(desk.get("femke", draft + "/verzoek").status, 200);
    EXPECT_EQ(desk.get("sami", draft + "/controle").status, 200);
    EXPECT_EQ(desk.post("sami", draft + "/controle", {{"part", "lessons"}, {"comments", "yes"}}).status, 400);
    EXPECT_EQ(desk.post("sami", draft + "/controle", {{"part", "lessons"}}).status, 303);
    const auto sent =
        desk.post("femke", draft + "/vaststelling", {{"number", "1"}, {"audience", "everyone"}});
    ASSERT_EQ(sent.status, 303);
    const std::string path = location_of(sent).substr(0, location_of(sent).find('?'));
    const auto read = desk.get("", path);
    EXPECT_EQ(read.status, 200);
    EXPECT_NE(read.body.find("voor-allen"), std::string::npos);
    EXPECT_EQ(read.body.find("voor-netwerk"), std::string::npos);
    EXPECT_EQ(desk.post("femke", path + "/intrekking", {}).status, 303);
    EXPECT_EQ(desk.get("", path).status, 404);
    EXPECT_EQ(desk.post("femke", path + "/herstel", {}).status, 303);
    EXPECT_EQ(desk.get("", path).status, 200);
}

}  // namespace
}  // namespace kring::report
