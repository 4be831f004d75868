// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/secret.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

class SignInSessions : public PeopleWorld {
protected:
    std::vector<OpenSession> open_sessions(std::string_view id, Time when = start) {
        return database.read([&](db::Connection& in) { return sessions_of(in, id, when); });
    }
    std::string session_id(const Welcome& welcome, Time when = start) {
        return database.read(
            [&](db::Connection& in) { return find_session(in, welcome.session_token, when)->id; });
    }
};

TEST_P(SignInSessions, find_the_actor_with_memberships_and_workshops_in_three_queries) {
    const Welcome welcome = come_in("anna");
    database.read([&](db::Connection& in) {
        const std::int64_t before = in.statements;
        const auto session = find_session(in, welcome.session_token, start);
        EXPECT_EQ(in.statements - before, 3);
        ASSERT_TRUE(session);
        EXPECT_EQ(session->who.person, "anna");
        EXPECT_EQ(session->who.name, "Anna de Wit");
        EXPECT_EQ(session->who.organisation, "linderdam");
        EXPECT_FALSE(session->who.is_administrator);
        ASSERT_EQ(session->who.memberships.size(), 1U);
        EXPECT_EQ(session->who.memberships[0].network, "ict");
        EXPECT_EQ(session->who.memberships[0].side, Side::purchaser);
        EXPECT_EQ(session->who.workshops, (std::vector<std::string>{"ict-1", "ict-2"}));
        EXPECT_EQ(session->csrf, welcome.csrf);
        EXPECT_EQ(session->csrf.size(), 43U);
        EXPECT_EQ(session->language, "nl");
        EXPECT_EQ(session->seen_at, start);
    });
}

TEST_P(SignInSessions, last_twelve_hours_whatever_one_does) {
    const Welcome welcome = come_in("anna");
    EXPECT_TRUE(database.write([&](db::Connection& in) -> Result<Done> {
        touch_session(in, sha256_hex(welcome.session_token), start + 11 * hour_ms);
        return Done{};
    }));
    EXPECT_TRUE(is_in(welcome, start + session_ms - 1));
    EXPECT_FALSE(is_in(welcome, start + session_ms));
}

TEST_P(SignInSessions, are_touched_only_once_a_quarter_of_an_hour) {
    const Welcome welcome = come_in("anna");
    database.read([&](db::Connection& in) {
        const auto session = find_session(in, welcome.session_token, start);
        EXPECT_FALSE(needs_touch(*session, start + touch_after_ms - 1));
        EXPECT_TRUE(needs_touch(*session, start + touch_after_ms));
    });
}

TEST_P(SignInSessions, are_kept_as_hashes_only) {
    const Welcome welcome = come_in("anna");
    database.read([&](db::Connection& in) {
        EXPECT_EQ(in.count("select count(*) from login_sessions where token_hash = $1",
                           {sha256_hex(welcome.session_token)}),
                  1);
        EXPECT_EQ(in.count("select count(*) from known_devices where token_hash = $1",
                           {sha256_hex(welcome.device_token)}),
                  1);
        EXPECT_FALSE(find_session(in, sha256_hex(welcome.session_token), start));
        EXPECT_FALSE(find_session(in, "", start));
    });
}

TEST_P(SignInSessions, end_when_the_same_browser_begins_another) {
    const Welcome first = come_in("anna");
    Visitor again = home;
    again.session_id = session_id(first);
    const Welcome second = come_in("bram", start, again);
    EXPECT_FALSE(is_in(first));
    EXPECT_TRUE(is_in(second));
}

TEST_P(SignInSessions, know_a_browser_by_its_cookie_for_its_own_person_alone) {
    const Welcome first = come_in("anna");
    ASSERT_EQ(first.device_token.size(), 43U);
    Visitor again = home;
    again.device_token = first.device_token;
    EXPECT_EQ(come_in("anna", start, again).device_token, "");
    EXPECT_EQ(come_in("bram", start, again).device_token.size(), 43U);
}

TEST_P(SignInSessions, are_listed_and_ended_by_their_owner_alone) {
    const Welcome phone = come_in("anna", start - minute_ms);
    const Welcome desk = come_in("anna");
    ASSERT_EQ(open_sessions("anna").size(), 2U);
    EXPECT_EQ(open_sessions("anna")[0].device, "Firefox, Linux");
    const std::string id = session_id(phone);
    EXPECT_EQ(phrases_of(as("bram", start, [&](const Act& act) { return revoke_session(act, id); })),
              Words{"people.session.gone"});
    EXPECT_TRUE(is_in(phone));
    EXPECT_TRUE(as("anna", start, [&](const Act& act) { return revoke_session(act, id); }));
    EXPECT_FALSE(is_in(phone));
    EXPECT_TRUE(is_in(desk));
    EXPECT_EQ(journalled(), Words{"session.revoked anna"});
}

TEST_P(SignInSessions, all_others_end_and_ones_own_stays) {
    const Welcome phone = come_in("anna");
    const Welcome tablet = come_in("anna");
    const Welcome desk = come_in("anna");
    const Welcome of_bram = come_in("bram");
    const std::string here = session_id(desk);
    EXPECT_TRUE(as("anna", start, [&](const Act& act) { return revoke_other_sessions(act, here); }));
    EXPECT_FALSE(is_in(phone));
    EXPECT_FALSE(is_in(tablet));
    EXPECT_TRUE(is_in(desk));
    EXPECT_TRUE(is_in(of_bram));
    EXPECT_EQ(journalled(), Words{"session.revoked anna others=2"});
}

TEST_P(SignInSessions, end_by_signing_out_twice_without_harm) {
    const Welcome desk = come_in("anna");
    const std::string here = session_id(desk);
    EXPECT_TRUE(as("anna", start, [&](const Act& act) { return sign_out(act, here); }));
    EXPECT_TRUE(as("anna", start, [&](const Act& act) { return sign_out(act, here); }));
    EXPECT_FALSE(is_in(desk));
    EXPECT_EQ(journalled(), Words{"sign_out.done anna"});
}

TEST_P(SignInSessions, of_one_person_are_twenty_at_most) {
    const Welcome first = come_in("anna", start);
    for (int i = 1; i <= 20; ++i) come_in("anna", start + i);
    EXPECT_EQ(open_sessions("anna").size(), 20U);
    EXPECT_FALSE(is_in(first));
}

TEST_P(SignInSessions, are_dropped_when_their_time_is_over) {
    come_in("anna", start - session_ms);
    come_in("anna", start);
    EXPECT_TRUE(database.write([&](db::Connection& in) { return drop_expired(in, start); }));
    database.read([](db::Connection& in) {
        EXPECT_EQ(in.count("select count(*) from login_sessions"), 1);
        EXPECT_EQ(in.count("select count(*) from known_devices"), 2);
    });
}

TEST(Device, is_named_coarsely) {
    EXPECT_EQ(device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                          "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"),
              "Edge, Windows");
    EXPECT_EQ(
        device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
                    "like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"),
        "Safari, iOS");
    EXPECT_EQ(device_name("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                          "Chrome/126.0.0.0 Mobile Safari/537.36"),
              "Chrome, Android");
    EXPECT_EQ(
        device_name("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:127.0) Gecko/20100101 Firefox/127.0"),
        "Firefox, macOS");
    EXPECT_EQ(device_name("curl/8.5.0 (Linux)"), "Linux");
    EXPECT_EQ(device_name("<script>alert(1)</script>"), "");
    EXPECT_EQ(device_name(""), "");
}

KRING_ON_BOTH_ENGINES(SignInSessions);

}  // namespace
}  // namespace kring::people
