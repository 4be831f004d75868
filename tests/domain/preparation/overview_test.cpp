// SPDX-License-Identifier: EUPL-1.2
// A workshop at a glance, and what members say they want to discuss.
#include <algorithm>

#include "domain/contribution/acts.hpp"
#include "domain/preparation/acts.hpp"
#include "domain/preparation/pages.hpp"
#include "domain/registration/acts.hpp"
#include "domain/speaker/acts.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::preparation {
namespace {

using fixtures::link_of;
using fixtures::parse_page;
using fixtures::phrases_of;
using fixtures::texts_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

class Overview : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    std::string asked(std::string_view by, std::string title, std::string_view audience = "network") {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = std::move(title);
        draft.common.audience = audience;
        draft.workshop = "ict-2";
        draft.body = "Waarom?";
        return desk.act(by, [&](const Act& act) { return contribution::ask(act, draft, 0); })->id;
    }
    Words facts() {
        return texts_of(parse_page(desk.get("femke", "/bijeenkomsten/ict-2/voorbereiding").body), "dd");
    }
    std::string missing(std::string_view workshop) {
        const auto page =
            parse_page(desk.get("femke", "/bijeenkomsten/" + std::string(workshop) + "/voorbereiding").body);
        return texts_of(page, "h2", "nl-heading--level-2").front();
    }
    Words choose(std::string_view who, const Words& shown, const Words& chosen) {
        return phrases_of(
            desk.act(who, [&](const Act& act) { return choose_to_discuss(act, "ict-2", shown, chosen); }));
    }
    std::int64_t votes(const std::string& question) {
        return desk.read([&](db::Connection& in) {
            return in.count("select vote_count from questions where id = $1", {question});
        });
    }
};
KRING_ON_BOTH_ENGINES(Overview);

TEST_P(Overview, counts_who_comes_what_they_need_and_what_they_ask) {
    EXPECT_EQ(facts(), (Words{"2", "0", "0", "0", "0", "0", "0", "0", "2", "0", "0"}));
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) {
        return registration::set_terms(act, desk.site(), {"ict-2", true, 2, 5, {}, 0});
    }));
    const auto enroll = [&](std::string_view who, std::string pool, registration::Needs needs) {
        ASSERT_TRUE(desk.act(who, [&](const Act& act) {
            return registration::register_for(act, desk.site(), {"ict-2", "", pool, needs});
        }));
    };
    enroll("bram", "room", {});
    enroll("noor", "online", {"Geen noten", "Ringleiding"});
    asked("anna", "Hoe lang?");
    const std::string answered = asked("bram", "Hoe duur?");
    ASSERT_TRUE(desk.act(
        "anna", [&](const Act& act) { return contribution::answer(act, {answered, "nl", "Niet."}); }));
    EXPECT_EQ(facts(), (Words{"3", "2", "1", "1", "1", "1", "2", "1", "2", "0", "0"}));
}

TEST_P(Overview, names_what_is_missing_with_the_place_that_mends_it) {
    EXPECT_EQ(missing("ict-2"), "Nog 5 dingen te doen");
    EXPECT_EQ(missing("ict-3"), "Nog 8 dingen te doen");
    const auto page = parse_page(desk.get("femke", "/bijeenkomsten/ict-2/voorbereiding").body);
    EXPECT_EQ(link_of(page, "Open de inschrijving"), "/bijeenkomsten/ict-2/inschrijvingen/bewerken");
    EXPECT_EQ(link_of(page, "Vul sprekers in"), "/onderdelen/ict-2-pitches/bewerken");
    EXPECT_EQ(link_of(page, "Verstuur de uitnodiging"),
              "/bijeenkomsten/ict-2/berichten/nieuw?soort=uitnodiging");
    EXPECT_EQ(link_of(page, "Breng een eerste vraag in"), "/vragen/nieuw?network=ict&workshop=ict-2");
    asked("anna", "Hoe lang?");
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) {
        return registration::set_terms(act, desk.site(), {"ict-2", true, 20, 0, {}, 0});
    }));
    EXPECT_EQ(missing("ict-2"), "Nog 2 dingen te doen");
}

TEST_P(Overview, waits_for_what_guest_speakers_still_send) {
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) {
        return speaker::invite(act, desk.site(),
                               {"ict-2-pitches", "Gerda Gast", "gast@elders.example", "nl"});
    }));
    const Words numbers = facts();
    EXPECT_EQ(Words(numbers.end() - 2, numbers.end()), (Words{"1", "0"}));
    EXPECT_EQ(missing("ict-2"), "Nog 5 dingen te doen") << "the speaker is known, what she brings is not";
    const auto page = parse_page(desk.get("femke", "/bijeenkomsten/ict-2/voorbereiding").body);
    EXPECT_EQ(link_of(page, "Wacht op wat gastsprekers nog sturen"), "/bijeenkomsten/ict-2/gastsprekers");
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) {
        act.in.execute(
            "update guests set talk_title = 'x', talk_about = 'x', biography = 'x', naming = 'name', "
            "may_name = 1");
        act.in.execute("insert into files (hash, content) values ('h', 'x')");
        act.in.execute(
            "insert into guest_files (guest_id, purpose, kind, name, bytes, hash, kept_at) select id, "
            "'photo', "
            "'png', 'p', 1, 'h', $1 from guests union all select id, 'slides', 'pdf', 'p', 1, 'h', $1 from "
            "guests",
            {act.when});
        return Result<Done>(Done{});
    }));
    const Words later = facts();
    EXPECT_EQ(Words(later.end() - 2, later.end()), (Words{"1", "1"}));
    EXPECT_EQ(missing("ict-2"), "Nog 4 dingen te doen");
}

TEST_P(Overview, is_for_facilitators_alone) {
    const std::string address = "/bijeenkomsten/ict-2/voorbereiding";
    EXPECT_EQ(desk.get("anna", address).status, 403);
    EXPECT_EQ(desk.get("beheer", address).status, 403);
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/meubels-1/voorbereiding").status, 404);
}

TEST_P(Overview, lets_members_choose_the_questions_they_want_to_discuss) {
    const std::string first = asked("bram", "Hoe lang?");
    const std::string second = asked("bram", "Hoe duur?");
    const std::string own = asked("anna", "Van wie?");
    const std::string closed = asked("bram", "Onder ons?", "purchasers");
    const Words shown = {first, second, own, closed};
    EXPECT_EQ(choose("anna", shown, {first, own}), Words{});
    EXPECT_EQ(votes(first), 1);
    EXPECT_EQ(votes(own), 0) << "nobody votes for their own";
    EXPECT_EQ(choose("anna", {second}, {second}), Words{});
    EXPECT_EQ(votes(first), 1) << "not on the form, not touched";
    EXPECT_EQ(choose("anna", shown, {second}), Words{});
    EXPECT_EQ(votes(first), 0);
    EXPECT_EQ(votes(second), 1);
    EXPECT_EQ(choose("sami", shown, {closed}), Words{});
    EXPECT_EQ(votes(closed), 0) << "he may not read it";
    EXPECT_EQ(choose("olga", shown, {first}), Words{"problem.forbidden"});
    const auto page = parse_page(desk.get("anna", "/bijeenkomsten/ict-2/bespreken").body);
    Words labels = texts_of(page, "label", "utrecht-form-label--checkbox");
    EXPECT_EQ(labels.at(0), "Hoe duur?") << "the most wanted first";
    std::sort(labels.begin(), labels.end());
    EXPECT_EQ(labels, (Words{"Hoe duur?", "Hoe lang?", "Onder ons?"}));
    EXPECT_EQ(desk.post("sami", "/bijeenkomsten/ict-2/bespreken", {{"shown[]", first}, {"question[]", first}})
                  .status,
              303);
    EXPECT_EQ(votes(first), 1);
}

}  // namespace
}  // namespace kring::preparation
