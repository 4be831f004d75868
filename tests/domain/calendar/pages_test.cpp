// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/pages.hpp"

#include "domain/calendar/acts.hpp"
#include "domain/calendar/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::calendar {
namespace {

using fixtures::link_of;
using fixtures::parse_page;
using fixtures::phrases_of;
using fixtures::texts_of;
using Words = std::vector<std::string>;

class CalendarPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    Words titles(std::string_view person, std::string_view address = "/agenda") {
        return texts_of(parse_page(desk.get(person, address).body), "h3", "nl-heading--level-4");
    }
    Words shown(std::string_view person, std::string_view address = "/agenda") {
        Words found;
        const auto page = parse_page(desk.get(person, address).body);
        for (const fixtures::HtmlNode* list : page.all("ul")) {
            const std::string* held = list->attribute("class");
            if (!held || *held != "k-records") continue;
            for (const std::string& title : texts_of(*list, "h3")) found.push_back(title);
        }
        return found;
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    std::string made_link(const web::Response& response) {
        const Words codes = texts_of(parse_page(response.body), "code");
        EXPECT_EQ(codes.size(), 1U);
        return codes.at(0);
    }
};
KRING_ON_BOTH_ENGINES(CalendarPages);

TEST_P(CalendarPages, list_what_is_to_come_by_month_for_each_reader) {
    EXPECT_EQ(shown(""), Words{"Eisen en criteria"});
    EXPECT_EQ(shown("anna"), Words{"Eisen en criteria"});  // ict-1 is past, ict-3 has no day
    EXPECT_EQ(shown("olga"), (Words{"Eisen en criteria", "Wat is een refurbished stoel?"}));
    EXPECT_EQ(shown("noor", "/en/calendar"), Words{"Requirements and criteria"});
    sql("update workshops set day = '2027-01-29' where id = 'ict-3'");
    sql("update workshops set day = '2026-11-23' where id = 'ict-1'");
    EXPECT_EQ(shown("anna"), (Words{"Behoefte bepalen", "Eisen en criteria", "Contract en beheer"}));
    EXPECT_EQ(shown("sami"), (Words{"Behoefte bepalen", "Eisen en criteria"}));
    EXPECT_EQ(texts_of(parse_page(desk.get("anna", "/agenda").body), "h2", "nl-heading--level-2"),
              (Words{"november 2026", "januari 2027"}));
    EXPECT_EQ(texts_of(parse_page(desk.get("anna", "/en/calendar").body), "h2", "nl-heading--level-2"),
              (Words{"November 2026", "January 2027"}));
}

TEST_P(CalendarPages, narrow_to_a_network_that_the_reader_may_see) {
    EXPECT_EQ(shown("olga", "/agenda?netwerk=meubels"), Words{"Wat is een refurbished stoel?"});
    EXPECT_EQ(shown("olga", "/agenda?netwerk=ict"), Words{"Eisen en criteria"});
    for (const char* person : {"", "anna"}) {
        const auto closed = desk.get(person, "/agenda?netwerk=meubels");
        EXPECT_EQ(closed.status, 404);
    }
}

TEST_P(CalendarPages, give_the_address_to_subscribe_to) {
    const auto links = [&](std::string_view person, std::string_view address) {
        return parse_page(desk.get(person, address).body);
    };
    EXPECT_EQ(link_of(links("", "/agenda"), "https://kring.example/agenda.ics"),
              "https://kring.example/agenda.ics");
    EXPECT_NE(link_of(links("", "/en/calendar"), "https://kring.example/en/agenda.ics"), "");
    EXPECT_NE(link_of(links("", "/agenda?netwerk=ict"), "https://kring.example/netwerken/ict/agenda.ics"),
              "");
    EXPECT_EQ(link_of(links("", "/agenda"), "Maak je geheime link"), "/mijn/agenda");
    EXPECT_EQ(desk.get("olga", "/agenda?netwerk=meubels").body.find(".ics"), std::string::npos);
}

TEST_P(CalendarPages, say_that_a_workshop_will_not_take_place) {
    sql("update workshops set cancelled_at = '2026-11-23T09:00:00.000Z', cancelled_why_nl = 'x' where id = "
        "'ict-2'");
    EXPECT_EQ(texts_of(parse_page(desk.get("", "/agenda").body), "span", "k-badge--error"),
              Words{"gaat niet door"});
}

TEST_P(CalendarPages, say_what_to_do_when_there_is_nothing) {
    sql("update workshops set day = ''");
    const auto page = parse_page(desk.get("", "/agenda").body);
    EXPECT_EQ(texts_of(page, "div", "k-empty"),
              Words{"Er staat nog niets op de agenda. Bekijk de netwerken"});
}

TEST_P(CalendarPages, ask_the_database_no_more_for_more_workshops) {
    desk.get("anna", "/agenda");
    const std::int64_t for_one = desk.statements();
    sql("update workshops set day = '2027-05-01' where series_id = 'ict-reeks'");
    EXPECT_EQ(shown("anna").size(), 3U);
    EXPECT_EQ(desk.statements(), for_one);
}

TEST_P(CalendarPages, show_a_secret_link_once_and_keep_its_hash) {
    const auto before = parse_page(desk.get("anna", "/mijn/agenda").body);
    EXPECT_EQ(texts_of(before, "button", "nl-button--primary"), Words{"Maak mijn geheime link"});
    EXPECT_EQ(texts_of(before, "div", "k-notice"), Words{});

    const web::Response made = desk.post("anna", "/mijn/agenda", {});
    EXPECT_EQ(made.status, 200);
    EXPECT_TRUE(made.is_personal);
    EXPECT_TRUE(made.holds_secret);
    const std::string link = made_link(made);
    const std::string begin = "https://kring.example/agenda/";
    const std::string end = "/kring.ics";
    ASSERT_TRUE(link.starts_with(begin) && link.ends_with(end)) << link;
    const std::string token = link.substr(begin.size(), link.size() - begin.size() - end.size());
    EXPECT_EQ(token.size(), 43U);

    const auto after = desk.get("anna", "/mijn/agenda");
    EXPECT_EQ(after.body.find(token), std::string::npos);
    EXPECT_EQ(
        texts_of(parse_page(after.body), "div", "k-notice"),
        Words{"Je hebt een link sinds 23 november 2026, 10.00 uur. We kunnen hem niet nog eens laten zien: "
              "we bewaren hem niet."});
    desk.read([&](db::Connection& in) {
        EXPECT_EQ(in.first_text("select token_hash from calendar_links where person_id = 'anna'"),
                  sha256_hex(token));
        EXPECT_EQ(owner_of_link(in, token), "anna");
        EXPECT_EQ(owner_of_link(in, sha256_hex(token)), "");
        EXPECT_EQ(owner_of_link(in, ""), "");
    });
    EXPECT_EQ(desk.journalled(), Words{"calendar_link.made anna"});
}

TEST_P(CalendarPages, renew_and_revoke_a_link) {
    const auto owner = [&](const std::string& token) {
        return desk.read([&](db::Connection& in) { return owner_of_link(in, token); });
    };
    const auto make = [](const Act& act) { return make_link(act); };
    const std::string first = *desk.act("anna", make);
    const std::string second = *desk.act("anna", make);
    const std::string other = *desk.act("bram", make);
    EXPECT_NE(first, second);
    EXPECT_EQ(owner(first), "");
    EXPECT_EQ(owner(second), "anna");
    EXPECT_EQ(owner(other), "bram");
    const auto revoked = desk.post("anna", "/en/my/calendar/withdrawal", {});
    EXPECT_EQ(fixtures::location_of(revoked), "/en/my/calendar?m=calendar_link_revoked");
    EXPECT_EQ(owner(second), "");
    EXPECT_EQ(owner(other), "bram");
    EXPECT_EQ(desk.post("anna", "/mijn/agenda/intrekking", {}).status, 409);
    EXPECT_EQ(desk.journalled(), (Words{"calendar_link.made anna", "calendar_link.renewed anna",
                                        "calendar_link.made bram", "calendar_link.revoked anna"}));
    EXPECT_EQ(phrases_of(desk.act("", make)), Words{"problem.forbidden"});
}

}  // namespace
}  // namespace kring::calendar
