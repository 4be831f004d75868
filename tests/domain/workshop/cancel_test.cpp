// SPDX-License-Identifier: EUPL-1.2
// Workshops that move, are cancelled, or are taken back: what people's calendars need to know of it.
#include "domain/workshop/acts.hpp"

#include "app/pages.hpp"
#include "domain/workshop/pages.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::workshop {
namespace {

using fixtures::faults_of;
using fixtures::phrases_of;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr Time later{fixtures::world_time.ms + day_ms};

class Cancelling : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), with_a_workshops_own_page()};

    static std::vector<desk::Route> with_a_workshops_own_page() {
        std::vector<desk::Route> all = routes();
        for (const desk::Route& route : app::workshop_routes()) all.push_back(route);
        return all;
    }

    Workshop found(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find(in, id).value(); });
    }
    Result<Done> cancel(std::string_view by, const Bilingual& why = {"De zaal staat onder water.", ""}) {
        return desk.act(by, [&](const Act& act) { return cancel_workshop(act, "ict-2", why); }, later);
    }
    Result<Done> reinstate(std::string_view by) {
        return desk.act(by, [](const Act& act) { return reinstate_workshop(act, "ict-2"); }, later);
    }
    Result<Done> change(const Workshop& workshop) {
        return desk.act("femke", [&](const Act& act) { return change_workshop(act, workshop); }, later);
    }
};
KRING_ON_BOTH_ENGINES(Cancelling);

TEST_P(Cancelling, keeps_the_workshop_with_its_reason) {
    ASSERT_TRUE(cancel("femke"));
    const Workshop cancelled = found("ict-2");
    EXPECT_TRUE(cancelled.is_cancelled());
    EXPECT_EQ(cancelled.cancelled_at, later);
    EXPECT_EQ(cancelled.cancelled_why.nl, "De zaal staat onder water.");
    EXPECT_EQ(cancelled.record.updated_at, later);
    EXPECT_EQ(cancelled.sequence, 1);
    EXPECT_FALSE(cancelled.record.is_withdrawn);
    EXPECT_EQ(phrases_of(cancel("femke")), Words{"workshop.problem.cancelled"});
    EXPECT_EQ(desk.journalled(), Words{"workshop.cancelled ict-2"});
}

TEST_P(Cancelling, can_be_undone) {
    EXPECT_EQ(phrases_of(reinstate("femke")), Words{"workshop.problem.not_cancelled"});
    ASSERT_TRUE(cancel("femke"));
    ASSERT_TRUE(reinstate("femke"));
    const Workshop on_again = found("ict-2");
    EXPECT_FALSE(on_again.is_cancelled());
    EXPECT_TRUE(on_again.cancelled_why.empty());
    EXPECT_EQ(on_again.sequence, 2);
    EXPECT_EQ(desk.journalled(), (Words{"workshop.cancelled ict-2", "workshop.reinstated ict-2"}));
}

TEST_P(Cancelling, needs_a_reason_that_fits) {
    EXPECT_EQ(faults_of(cancel("femke", {}).problems()), Words{"why_nl: workshop.problem.why"});
    EXPECT_EQ(faults_of(cancel("femke", {"", std::string(501, 'x')}).problems()),
              Words{"why_en: problem.too_long"});
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(Cancelling, is_for_facilitators_of_the_network_alone) {
    for (const char* other : {"anna", "bram", "sami", "eva", "olga", "beheer", ""}) {
        EXPECT_EQ(phrases_of(cancel(other)), Words{"problem.forbidden"}) << other;
        EXPECT_EQ(phrases_of(reinstate(other)), Words{"problem.forbidden"}) << other;
    }
    const auto closed =
        desk.act("femke", [](const Act& act) { return cancel_workshop(act, "meubels-1", {"Zo maar.", ""}); });
    EXPECT_EQ(phrases_of(closed), Words{"problem.not_found"});
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(Cancelling, does_not_mix_with_taking_back) {
    const auto withdrawn = desk.act("femke", [](const Act& act) { return withdraw(act, "ict-2"); });
    ASSERT_TRUE(withdrawn);
    EXPECT_EQ(phrases_of(cancel("femke")), Words{"workshop.problem.withdrawn"});
    EXPECT_EQ(found("ict-2").sequence, 1);
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return restore(act, "ict-2"); }));
    EXPECT_EQ(found("ict-2").sequence, 2);
    EXPECT_TRUE(cancel("femke"));
    EXPECT_EQ(found("ict-2").sequence, 3);
}

TEST_P(Cancelling, a_session_taken_back_changes_no_calendar) {
    ASSERT_TRUE(desk.act("femke", [](const Act& act) { return withdraw(act, "ict-2-lezing"); }));
    EXPECT_EQ(found("ict-2").sequence, 0);
}

TEST_P(Cancelling, only_what_a_calendar_shows_raises_the_sequence) {
    using Change = void (*)(Workshop&);
    const std::vector<std::pair<const char*, Change>> telling = {
        {"title", [](Workshop& w) { w.record.title = "Andere titel"; }},
        {"title in English", [](Workshop& w) { w.title_en = "Another title"; }},
        {"day", [](Workshop& w) { w.day = "2027-01-15"; }},
        {"start", [](Workshop& w) { w.starts = "14:00"; }},
        {"end", [](Workshop& w) { w.ends = "16:00"; }},
        {"place", [](Workshop& w) { w.place = "Zwolle"; }},
    };
    std::int64_t sequence = 0;
    for (const auto& [what, change_it] : telling) {
        Workshop workshop = found("ict-2");
        change_it(workshop);
        ASSERT_TRUE(change(workshop)) << what;
        EXPECT_EQ(found("ict-2").sequence, ++sequence) << what;
    }
    Workshop quiet = found("ict-2");
    quiet.about.nl = "Een andere tekst.";
    quiet.number = 9;
    ASSERT_TRUE(change(quiet));
    EXPECT_EQ(found("ict-2").sequence, sequence);
    EXPECT_EQ(found("ict-2").record.updated_at, later);
}

TEST_P(Cancelling, a_change_leaves_a_cancelled_workshop_cancelled) {
    ASSERT_TRUE(cancel("femke"));
    Workshop changed = found("ict-2");
    changed.cancelled_at.reset();
    changed.cancelled_why = {};
    changed.place = "Zwolle";
    ASSERT_TRUE(change(changed));
    EXPECT_TRUE(found("ict-2").is_cancelled());
    EXPECT_EQ(found("ict-2").cancelled_why.nl, "De zaal staat onder water.");
    EXPECT_EQ(found("ict-2").sequence, 2);
}

TEST_P(Cancelling, shows_on_every_page_that_tells_of_the_workshop) {
    ASSERT_TRUE(cancel("femke"));
    const auto page = fixtures::parse_page(desk.get("", "/bijeenkomsten/ict-2").body);
    const auto notices = texts_of(page, "div", "k-notice");
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_NE(
        notices[0].find("Deze bijeenkomst gaat niet door. Afgelast op dinsdag 24 november 2026. De zaal"),
        std::string::npos)
        << notices[0];
    EXPECT_EQ(notices[0].find("Laat toch doorgaan"), std::string::npos);
    EXPECT_EQ(fixtures::link_of(page, "Zet in je agenda"), "/bijeenkomsten/ict-2/agenda.ics");
    const auto english = fixtures::parse_page(desk.get("femke", "/en/workshops/ict-2").body);
    EXPECT_NE(texts_of(english, "div", "k-notice").at(0).find("Let it take place after all"),
              std::string::npos);
    EXPECT_EQ(fixtures::link_of(english, "Cancel the workshop"), "");
    for (const char* address : {"/netwerken/ict", "/netwerken/ict/reeksen/1", "/onderdelen/ict-2-lezing"}) {
        EXPECT_NE(desk.get("", address).body.find("gaat niet door"), std::string::npos) << address;
    }
}

TEST_P(Cancelling, by_the_form_keeps_what_was_typed) {
    const auto form = fixtures::parse_page(desk.get("femke", "/bijeenkomsten/ict-2/afgelasting").body);
    EXPECT_EQ(texts_of(form, "h1"), Words{"Bijeenkomst afgelasten"});
    const std::string long_text(501, 'x');
    const auto again = desk.post("femke", "/bijeenkomsten/ict-2/afgelasting",
                                 {{"why_nl", long_text}, {"why_en", "Flooded."}});
    EXPECT_EQ(again.status, 400);
    EXPECT_NE(again.body.find(long_text), std::string::npos);
    EXPECT_NE(again.body.find("Flooded."), std::string::npos);
    const auto done = desk.post("femke", "/en/workshops/ict-2/cancellation", {{"why_en", "Flooded."}});
    EXPECT_EQ(fixtures::location_of(done), "/en/workshops/ict-2?m=workshop_cancelled");
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/ict-2/afgelasting").status, 409);
    const auto undone = desk.post("femke", "/bijeenkomsten/ict-2/afgelasting/intrekking", {});
    EXPECT_EQ(fixtures::location_of(undone), "/bijeenkomsten/ict-2?m=workshop_reinstated");
    for (const char* other : {"anna", "eva", "beheer"}) {
        EXPECT_EQ(desk.get(other, "/bijeenkomsten/ict-2/afgelasting").status, 403) << other;
        EXPECT_EQ(desk.post(other, "/bijeenkomsten/ict-2/afgelasting", {{"why_nl", "x"}}).status, 403)
            << other;
    }
}

TEST(SeriesStepsCancelled, do_not_count_as_held) {
    std::vector<Workshop> workshops(2);
    workshops[0].day = "2026-10-08";
    workshops[1].day = "2026-10-09";
    workshops[1].cancelled_at = fixtures::world_time;
    EXPECT_EQ(held_by(workshops, "2026-11-23"), (std::vector<bool>{true, false}));
}

}  // namespace
}  // namespace kring::workshop
