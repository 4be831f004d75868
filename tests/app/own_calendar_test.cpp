// SPDX-License-Identifier: EUPL-1.2
// Somebody's own calendar, read by its secret link through the door of the house: what stands in it, what
// is gone from it at once, and what nobody learns of the link.
#include "app/pages.hpp"
#include "domain/calendar/acts.hpp"
#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/people/acts.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/store.hpp"
#include "platform/web/delivery.hpp"
#include "tests/app/front_door.hpp"
#include "tests/fixtures/calendar_readers.hpp"

namespace kring::app {
namespace {

using fixtures::read_calendar;
using fixtures::SeenCalendar;
using fixtures::SeenEvent;

class OwnCalendar : public FrontDoor {
protected:
    template <class F>
    auto act(std::string_view person, F&& f) -> decltype(f(std::declval<const Act&>())) {
        return house.database.write([&](db::Connection& in) {
            const Act one{person.empty() ? House::operator_() : fixtures::actor(in, person), now(), in,
                          "web"};
            return f(one);
        });
    }
    std::string link_of(std::string_view person) {
        const auto token = act(person, [](const Act& one) { return calendar::make_link(one); });
        EXPECT_TRUE(token);
        return "/agenda/" + *token + "/kring.ics";
    }
    SeenCalendar seen(const std::string& link) {
        const web::Response response = get(link);
        EXPECT_EQ(response.status, 200);
        return read_calendar(response.body);
    }
    Words uids(const std::string& link) { return fixtures::uids_in(get(link).body); }
    static std::string whole(const web::Response& response) {
        std::string text = std::to_string(response.status);
        for (const auto& [name, value] : response.headers) text += "\n" + name + ": " + value;
        return text + "\n\n" + response.body;
    }
};
KRING_ON_BOTH_ENGINES(OwnCalendar);

TEST_P(OwnCalendar, holds_the_workshops_of_ones_networks_that_one_may_read) {
    sql("update workshops set day = '2027-03-01' where id = 'ict-3'");
    EXPECT_EQ(uids(link_of("anna")), (Words{"ict-1", "ict-2", "ict-3"}));
    EXPECT_EQ(uids(link_of("sami")), (Words{"ict-1", "ict-2"}));
    EXPECT_EQ(uids(link_of("olga")), Words{"meubels-1"});
    EXPECT_EQ(seen(link_of("beheer")).events.size(), 0U);
    const SeenEvent closed = seen(link_of("olga")).events.at(0);
    EXPECT_EQ(closed.categories, "Bijeenkomst|Kantoormeubels");
}

TEST_P(OwnCalendar, is_in_the_language_of_its_address) {
    const std::string link = link_of("noor");
    const std::string token = link.substr(8, 43);
    const SeenCalendar english = read_calendar(get("/en/calendar/" + token + "/kring.ics").body);
    EXPECT_EQ(english.name, "My learning networks");
    EXPECT_EQ(english.events.at(1).title, "Requirements and criteria");
    EXPECT_EQ(seen(link).name, "Mijn leernetwerken");
}

TEST_P(OwnCalendar, loses_at_once_whatever_its_owner_may_no_longer_see) {
    sql("update workshops set day = '2027-03-01' where id = 'ict-3'");
    const std::string link = link_of("anna");
    ASSERT_EQ(uids(link), (Words{"ict-1", "ict-2", "ict-3"}));
    sql("update memberships set side = 'supplier' where person_id = 'anna'");
    EXPECT_EQ(uids(link), (Words{"ict-1", "ict-2"}));
    sql("update records set audience = 'purchasers' where id = 'ict-2'");
    EXPECT_EQ(uids(link), Words{"ict-1"});
    const auto ended =
        act("beheer", [](const Act& one) { return people::end_membership(one, "anna", "ict"); });
    ASSERT_TRUE(ended);
    EXPECT_EQ(uids(link), Words{});
}

TEST_P(OwnCalendar, keeps_public_workshops_that_one_takes_part_in) {
    const std::string link = link_of("anna");
    ASSERT_TRUE(act("beheer", [](const Act& one) { return people::end_membership(one, "anna", "ict"); }));
    EXPECT_EQ(uids(link), Words{"ict-2"});
}

TEST_P(OwnCalendar, shows_what_its_owner_took_back_as_cancelled_and_others_nothing) {
    const std::string planner = link_of("femke");
    const std::string member = link_of("anna");
    ASSERT_TRUE(act("femke", [](const Act& one) { return workshop::withdraw(one, "ict-2"); }));
    EXPECT_EQ(uids(member), Words{"ict-1"});
    const SeenEvent event = seen(planner).event("ict-2@localhost");
    EXPECT_EQ(event.status, "CANCELLED");
    EXPECT_EQ(event.sequence, "1");
    EXPECT_EQ(event.title, "Gaat niet door: Eisen en criteria");
    sql("update records set withdrawn_at = $1 where id = 'ict-2'", {now() - 31 * day_ms});
    EXPECT_EQ(uids(planner), Words{"ict-1"});
}

TEST_P(OwnCalendar, holds_ones_own_deadlines_and_nobody_elses) {
    const std::string own = link_of("anna");
    const std::string other = link_of("bram");
    contribution::QuestionDraft draft;
    draft.common.network = "ict";
    draft.common.title = "Hoe lang, eigenlijk; zeven jaar?";
    draft.common.audience = "network";
    draft.common.language = "nl";
    const auto asked = act("anna", [&](const Act& one) { return contribution::ask(one, draft, 0); });
    ASSERT_TRUE(asked);
    ASSERT_TRUE(act("anna", [&](const Act& one) { return contribution::withdraw(one, asked->id); }));
    const Time withdrawn =
        house.database.read([&](db::Connection& in) { return chain::find(in, asked->id); })
            ->withdrawn_at.value();
    const SeenCalendar calendar = seen(own);
    const SeenEvent& deadline = calendar.event("undo-" + asked->id + "@localhost");
    EXPECT_EQ(deadline.title, "Laatste kans om terug te zetten: Hoe lang, eigenlijk; zeven jaar?");
    EXPECT_EQ(deadline.until.substr(0, 19), to_text(withdrawn + chain::undo_ms).substr(0, 19));
    EXPECT_EQ(deadline.is_busy, "TRANSPARENT");
    EXPECT_EQ(deadline.categories, "Termijn");
    EXPECT_TRUE(deadline.address.ends_with("/mijn"));
    EXPECT_EQ(uids(other), (Words{"ict-1", "ict-2"}));
    ASSERT_TRUE(act("anna", [&](const Act& one) { return contribution::restore(one, asked->id); }));
    EXPECT_EQ(uids(own), (Words{"ict-1", "ict-2"}));
}

TEST_P(OwnCalendar, answers_alike_for_every_link_that_opens_nothing) {
    const std::string revoked = link_of("anna");
    ASSERT_TRUE(act("anna", [](const Act& one) { return calendar::revoke_link(one); }));
    const std::string renewed = link_of("bram");
    link_of("bram");
    const std::string suspended = link_of("sami");
    ASSERT_TRUE(act("beheer", [](const Act& one) { return people::suspend(one, "sami"); }));
    const std::string absent = whole(get("/agenda/" + new_token() + "/kring.ics"));
    EXPECT_EQ(absent.substr(0, 3), "404");
    for (const std::string& link : {revoked, renewed, suspended, std::string("/agenda/x/kring.ics")}) {
        EXPECT_EQ(whole(get(link)), absent) << link;
    }
    ASSERT_TRUE(act("beheer", [](const Act& one) { return people::reactivate(one, "sami"); }));
    EXPECT_EQ(get(suspended).status, 200);
}

TEST_P(OwnCalendar, opens_nothing_but_itself) {
    const std::string link = link_of("anna");
    const std::string token = link.substr(8, 43);
    EXPECT_EQ(get("/mijn", token).status, 303);
    // Who is signed in as somebody else reads the calendar of the link all the same, and nothing of theirs.
    const Browser olga = signed_in("olga");
    EXPECT_EQ(get(link, olga.session).body, get(link).body);
    EXPECT_EQ(post(link, olga.session, {{"csrf", olga.csrf}}).status, 405);
}

TEST_P(OwnCalendar, is_not_sent_again_while_it_has_not_changed) {
    const std::string link = link_of("anna");
    web::SharedBodies shared;
    const auto delivered = [&](const std::string& path, const std::string& tag) {
        web::Request asked = request(path);
        asked.headers.emplace_back("accept-encoding", "gzip");
        if (!tag.empty()) asked.headers.emplace_back("if-none-match", tag);
        return web::deliver(asked, door.answer(asked), {}, shared);
    };
    const auto tag_of = [](const web::Delivery& delivery) {
        const auto begin = delivery.head.find("ETag: ") + 6;
        return delivery.head.substr(begin, delivery.head.find("\r\n", begin) - begin);
    };
    for (const std::string& path : {link, std::string("/agenda.ics"), std::string("/en/agenda.ics")}) {
        const web::Delivery first = delivered(path, "");
        EXPECT_EQ(first.status, 200);
        const web::Delivery second = delivered(path, tag_of(first));
        EXPECT_EQ(second.status, 304) << path;
        EXPECT_TRUE(second.bytes().empty());
    }
    const web::Delivery own = delivered(link, "");
    EXPECT_NE(own.head.find("Cache-Control: private, no-cache\r\n"), std::string::npos);
    EXPECT_EQ(own.head.find("Content-Encoding"), std::string::npos);
    const std::string tag = tag_of(own);
    sql("update workshops set place = 'Zwolle' where id = 'ict-2'");
    EXPECT_EQ(delivered(link, tag).status, 200);
}

// One reading costs a handful of queries, however much there is to see.
TEST_P(OwnCalendar, asks_the_database_no_more_for_more_workshops) {
    const std::string link = link_of("anna");
    const auto cost = [&] {
        return house.database.read([&](db::Connection& in) {
            const web::Request asked = [&] {
                web::Request made = request(link);
                made.parts = {{"sleutel", link.substr(8, 43)}};
                return made;
            }();
            desk::Visit visit{house.site, asked, html::Language::nl, "", {}, "", "", now(), &in};
            const std::int64_t before = in.statements;
            EXPECT_EQ(own_calendar_routes().at(0).page(visit).status, 200);
            return in.statements - before;
        });
    };
    const std::int64_t few = cost();
    for (int i = 0; i < 30; ++i) {
        const std::string id = "meer-" + std::to_string(i);
        sql("insert into records (id, kind, network_id, title, language, audience, owner_id, state, "
            "created_at, "
            "updated_at) values ($1, 'workshop', 'ict', 'Meer', 'nl', 'network', 'femke', 'open', "
            "'2026-11-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z')",
            {id});
        sql("insert into workshops (id, series_id, number, title_en, day) values ($1, 'ict-reeks', $2, "
            "'More', "
            "'2027-04-01')",
            {id, 20 + i});
    }
    EXPECT_EQ(uids(link).size(), 32U);
    EXPECT_EQ(cost(), few);
    EXPECT_LT(few, 12);
}

}  // namespace
}  // namespace kring::app
