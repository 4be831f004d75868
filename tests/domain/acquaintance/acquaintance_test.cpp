// SPDX-License-Identifier: EUPL-1.2
// From asking to the mail about it, and everything that stops that mail.
#include "app/embedded.hpp"
#include "domain/acquaintance/acts.hpp"
#include "domain/acquaintance/pages.hpp"
#include "domain/acquaintance/store.hpp"
#include "domain/letters/store.hpp"
#include "domain/people/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::acquaintance {
namespace {

using fixtures::phrases_of;
using fixtures::texts_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

constexpr std::string_view own = "/netwerken/ict/kennismaken";
constexpr std::string_view pairs = "/netwerken/ict/kennismaken/paren";

const html::Phrases& phrases() {
    static const html::Phrases all(app::embedded_catalogue_nl(), app::embedded_catalogue_en());
    return all;
}

class Acquaintances : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};
    const letters::Letterhead head{phrases(), "Kring", "https://kring.example", "kring@kring.example",
                                   "",        ""};

    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    std::int64_t count(std::string_view statement) {
        return desk.read([&](db::Connection& in) { return in.count(statement); });
    }
    Words chosen(std::string_view who, Words about, bool other_side = false,
                 std::string_view network = "ict") {
        return phrases_of(
            desk.act(who, [&](const Act& act) { return choose(act, network, {about, other_side}); }));
    }
    Words stopped(std::string_view who) {
        return phrases_of(desk.act(who, [&](const Act& act) { return stop(act, "ict"); }));
    }
    Words paired(std::string_view who, std::int64_t number) {
        return phrases_of(desk.act(who, [&](const Act& act) { return pair(act, "ict", number); }));
    }
    std::vector<journal::Waiting> waiting() {
        std::vector<journal::Waiting> all;
        desk.read([&](db::Connection& in) {
            in.query(
                "select id, person_id, to_email, subject, body from outbox where sent_at is null "
                "order by person_id",
                {}, [&](const db::Row& row) {
                    journal::Waiting one;
                    one.id = row.text(0);
                    one.person = row.text(1);
                    one.to_email = row.text(2);
                    one.subject = row.text(3);
                    one.body = row.text(4);
                    all.push_back(std::move(one));
                });
        });
        return all;
    }
    letters::Written written_for(std::string_view person) {
        for (const journal::Waiting& one : waiting()) {
            if (one.person == person)
                return *desk.read(
                    [&](db::Connection& in) { return acquaintance::write(in, head, one, world_time); });
        }
        ADD_FAILURE() << "nothing waits for " << person;
        return {};
    }
    void send_all() { sql("update outbox set sent_at = '2026-11-23T10:00:00.000Z', body = ''"); }
    std::string page(std::string_view who, std::string_view path, int status = 200) {
        const auto response = desk.get(who, path);
        EXPECT_EQ(response.status, status) << path;
        return response.body;
    }
    static bool holds(const std::string& text, std::string_view part) {
        return text.find(part) != std::string::npos;
    }
};
KRING_ON_BOTH_ENGINES(Acquaintances);

TEST_P(Acquaintances, are_asked_for_by_members_alone_with_a_theme_and_can_be_stopped) {
    EXPECT_EQ(chosen("anna", {}), Words{"acquaintance.problem.no_theme"});
    EXPECT_EQ(chosen("olga", {"law"}), Words{"problem.not_found"});
    EXPECT_EQ(chosen("beheer", {"law"}), Words{"problem.not_found"});
    EXPECT_EQ(chosen("anna", {"law"}, false, "meubels"), Words{"problem.not_found"});
    EXPECT_EQ(chosen("anna", {"law", "reuse"}), Words{});
    EXPECT_EQ(chosen("anna", {"reuse"}, true), Words{});
    const auto wish = desk.read([](db::Connection& in) { return find_wish(in, "ict", "anna"); });
    ASSERT_TRUE(wish.has_value());
    EXPECT_EQ(wish->themes, Words{"reuse"});
    EXPECT_TRUE(wish->meets_other_side);
    EXPECT_EQ(stopped("anna"), Words{});
    EXPECT_EQ(stopped("anna"), Words{}) << "twice is once";
    EXPECT_EQ(count("select count(*) from acquaintance_wishes"), 0);
    EXPECT_EQ(desk.journalled(),
              (Words{"acquaintance.chosen ict", "acquaintance.chosen ict", "acquaintance.stopped ict"}));
}

TEST_P(Acquaintances, end_with_the_membership) {
    ASSERT_EQ(chosen("anna", {"law"}), Words{});
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        people::put_membership(act.in, "anna", {"ict", Side::purchaser, true, false, false}, act.when);
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(count("select count(*) from acquaintance_wishes"), 1) << "another role is no leaving";
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        people::drop_membership(act.in, "anna", "ict");
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(count("select count(*) from acquaintance_wishes"), 0);
}

TEST_P(Acquaintances, are_made_by_a_facilitator_once_a_round_and_never_twice_the_same) {
    ASSERT_EQ(chosen("anna", {"law"}), Words{});
    EXPECT_EQ(paired("femke", 1), Words{"acquaintance.problem.nobody"});
    ASSERT_EQ(chosen("bram", {"law"}), Words{});
    EXPECT_EQ(paired("anna", 1), Words{"problem.not_found"});
    EXPECT_EQ(paired("olga", 1), Words{"problem.not_found"}) << "facilitates another network";
    EXPECT_EQ(paired("beheer", 1), Words{"problem.not_found"});
    EXPECT_EQ(paired("femke", 2), Words{"acquaintance.problem.changed"});
    EXPECT_EQ(paired("femke", 1), Words{});
    EXPECT_EQ(paired("femke", 1), Words{"acquaintance.problem.changed"}) << "sent twice";
    EXPECT_EQ(paired("femke", 2), Words{"acquaintance.problem.nobody"}) << "they met";
    EXPECT_EQ(waiting().size(), 2U);
    const Plan next = desk.read([](db::Connection& in) { return plan(in, "ict"); });
    EXPECT_EQ(next.seed, "ict 2");
    ASSERT_EQ(next.matching.left.size(), 2U);
    EXPECT_EQ(next.matching.left.front().second, Left::all_met);
}

TEST_P(Acquaintances, leave_out_who_wants_no_mail_or_is_suspended_or_of_the_other_side) {
    ASSERT_EQ(chosen("anna", {"law"}), Words{});
    ASSERT_EQ(chosen("bram", {"law"}), Words{});
    ASSERT_EQ(chosen("sami", {"law"}, true), Words{});
    sql("insert into letter_choices (id, person_id, network_id, choice) values ('c', 'bram', 'ict', "
        "'nothing')");
    EXPECT_EQ(paired("femke", 1), Words{"acquaintance.problem.nobody"});
    const std::string shown = page("femke", pairs);
    EXPECT_TRUE(holds(shown, "Bram Hoekstra: wil geen mail van dit netwerk")) << shown;
    EXPECT_TRUE(holds(shown, ": niemand anders past bij de keuze"));
    EXPECT_TRUE(holds(shown, "3 leden doen mee."));
    EXPECT_FALSE(holds(shown, "Noor")) << "who did not ask stands nowhere";
    ASSERT_EQ(chosen("anna", {"law"}, true), Words{});
    sql("update people set state = 'suspended' where id = 'sami'");
    EXPECT_EQ(paired("femke", 1), Words{"acquaintance.problem.nobody"});
    sql("update people set state = 'active' where id = 'sami'");
    EXPECT_EQ(paired("femke", 1), Words{});
    EXPECT_EQ(count("select count(*) from acquaintance_people where person_id in ('anna', 'sami')"), 2);
}

TEST_P(Acquaintances, get_one_mail_with_each_others_name_organisation_theme_and_address) {
    ASSERT_EQ(chosen("anna", {"law"}), Words{});
    ASSERT_EQ(chosen("bram", {"law", "reuse"}), Words{});
    ASSERT_EQ(paired("femke", 1), Words{});
    for (const journal::Waiting& one : waiting()) EXPECT_EQ(one.subject + one.body, "");
    const auto mail = written_for("anna").message.value();
    EXPECT_EQ(mail.to_email, "anna@linderdam.example");
    EXPECT_EQ(mail.subject, "Maak kennis: iemand met het thema recht");
    EXPECT_TRUE(holds(mail.text, "\nBram Hoekstra, ")) << mail.text;
    EXPECT_TRUE(holds(mail.text, "\nbram@ommer.example\n")) << mail.text;
    EXPECT_FALSE(holds(mail.text, "anna@linderdam.example"));
    EXPECT_TRUE(holds(mail.text, "https://kring.example/netwerken/ict/kennismaken"));
    EXPECT_FALSE(mail.unsubscribe.empty());
    EXPECT_TRUE(holds(written_for("bram").message.value().text, "anna@linderdam.example"));
    EXPECT_FALSE(holds(page("anna", own), "Bram Hoekstra")) << "not before it was sent";
    send_all();
    const std::string met = page("anna", own);
    EXPECT_TRUE(holds(met, "Bram Hoekstra"));
    EXPECT_FALSE(holds(met, "bram@ommer.example"));
}

TEST_P(Acquaintances, are_not_told_of_anybody_whose_wish_or_right_is_gone_when_it_is_sent) {
    const auto withheld = [&](std::string_view person) { return written_for(person).withheld; };
    const auto choose_again = [&] {
        EXPECT_EQ(chosen("anna", {"law"}), Words{});
        EXPECT_EQ(chosen("bram", {"law", "reuse"}), Words{});
    };
    choose_again();
    ASSERT_EQ(paired("femke", 1), Words{});
    EXPECT_EQ(withheld("anna"), "");
    ASSERT_EQ(stopped("bram"), Words{});
    EXPECT_EQ(withheld("anna"), "rights");
    EXPECT_EQ(withheld("bram"), "rights");
    choose_again();
    ASSERT_EQ(chosen("bram", {"reuse"}), Words{});
    EXPECT_EQ(withheld("anna"), "rights") << "no longer about that theme";
    choose_again();
    sql("update memberships set side = 'supplier' where person_id = 'bram' and network_id = 'ict'");
    EXPECT_EQ(withheld("anna"), "rights") << "he went to the other side";
    sql("update memberships set side = 'purchaser' where person_id = 'bram' and network_id = 'ict'");
    sql("update people set state = 'suspended' where id = 'bram'");
    EXPECT_EQ(withheld("anna"), "rights");
    EXPECT_EQ(withheld("bram"), "rights");
    sql("update people set state = 'active' where id = 'bram'");
    EXPECT_EQ(withheld("anna"), "");
    sql("update letter_choices set choice = 'nothing' where person_id = 'anna'");
    EXPECT_EQ(withheld("anna"), "choice");
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        people::drop_membership(act.in, "bram", "ict");
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(withheld("bram"), "rights");
}

TEST_P(Acquaintances, are_chosen_on_a_page_that_loses_nothing_typed_and_is_not_there_for_others) {
    EXPECT_EQ(desk.get("olga", own).status, 404);
    EXPECT_EQ(desk.get("beheer", own).status, 404);
    EXPECT_EQ(desk.get("anna", pairs).status, 404);
    EXPECT_EQ(desk.get("femke", "/netwerken/meubels/kennismaken/paren").status, 404);
    const auto refused = desk.post("anna", own, {{"other_side", "yes"}});
    EXPECT_EQ(refused.status, 400);
    EXPECT_TRUE(holds(refused.body, "Kies minstens één thema."));
    EXPECT_TRUE(holds(refused.body, "checked"));
    EXPECT_EQ(desk.post("anna", own, {{"theme-law", "yes"}, {"theme-nothing", "yes"}}).status, 303);
    EXPECT_EQ(desk.post("bram", own, {{"theme-law", "yes"}}).status, 303);
    EXPECT_TRUE(holds(page("femke", pairs), "Nu krijgen 2 leden een mail. Groepen van twee of drie: 1."));
    EXPECT_EQ(desk.post("femke", pairs, {{"number", "een"}}).status, 409);
    EXPECT_EQ(desk.post("femke", pairs, {{"number", "1"}}).status, 303);
    EXPECT_TRUE(holds(page("femke", pairs), "2 leden, groepen: 1"));
    EXPECT_EQ(desk.post("anna", "/netwerken/ict/kennismaken/intrekking", {}).status, 303);
    EXPECT_EQ(count("select count(*) from acquaintance_wishes"), 1);
    EXPECT_TRUE(holds(page("noor", "/en/networks/ict/acquaintances"), "Meet a colleague"));
}

}  // namespace
}  // namespace kring::acquaintance
