// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

class SignInLinks : public PeopleWorld {
protected:
    Result<Done> ask(std::string_view email, Time when = start, const Visitor& visitor = home) {
        return as("", when,
                  [&](const Act& act) { return ask_for_link(act, stationery, email, visitor, browser); });
    }
    Result<Welcome> use(const std::string& token, Time when = start, std::string_view in_browser = browser,
                        bool is_confirmed = false) {
        return as("", when,
                  [&](const Act& act) { return use_link(act, token, home, in_browser, is_confirmed); });
    }
    static constexpr std::string_view browser = "the token of a browser";
};

TEST_P(SignInLinks, are_mailed_and_let_in_once) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    const std::string token = mailed_token();
    EXPECT_EQ(letters(), Words{"Beste Anna de Wit,\n\nMet deze link meld je je aan bij Kring:\n\n"
                               "https://kring.example/aanmelden/link?t=" +
                               token +
                               "\n\nDe link werkt 15 minuten en één keer. Heb je hem niet aangevraagd? "
                               "Dan hoef je niets te doen."});
    const auto welcome = use(token);
    ASSERT_TRUE(welcome);
    EXPECT_EQ(welcome->person.id, "anna");
    EXPECT_TRUE(is_in(*welcome));
    const auto again = use(token);
    EXPECT_EQ(phrases_of(again), Words{"people.link.gone"});
    EXPECT_EQ(again.problems()[0].trouble, Trouble::not_found);
    EXPECT_EQ(journalled(), (Words{"link.asked anna", "sign_in.done anna link"}));
}

TEST_P(SignInLinks, are_written_in_the_language_of_the_reader) {
    ASSERT_TRUE(ask("noor@kringloop.example"));
    EXPECT_EQ(letters().front().substr(0, 20), "Dear Noor van Dalen,");
    EXPECT_NE(letters().front().find("https://kring.example/en/aanmelden/link?t="), std::string::npos);
}

TEST_P(SignInLinks, are_promised_to_anybody_and_mailed_to_people_alone) {
    EXPECT_TRUE(ask("nobody@linderdam.example"));
    EXPECT_TRUE(ask("stef@linderdam.example"));  // suspended
    EXPECT_TRUE(letters().empty());
    EXPECT_EQ(journalled(), (Words{"link.asked ", "link.asked stef"}));
    EXPECT_EQ(phrases_of(ask("no address")), Words{"people.email.invalid"});
}

TEST_P(SignInLinks, are_looked_at_without_being_used) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    const std::string token = mailed_token();
    for (int i = 0; i < 3; ++i) {
        database.read([&](db::Connection& in) {
            const auto link = find_sign_in_link(in, token, start);
            ASSERT_TRUE(link);
            EXPECT_EQ(link->person_id, "anna");
            EXPECT_TRUE(is_of_browser(*link, browser));
            EXPECT_FALSE(is_of_browser(*link, "another"));
            EXPECT_FALSE(is_of_browser(*link, ""));
            EXPECT_FALSE(find_invitation(in, token, start));
        });
    }
    EXPECT_TRUE(use(token));
}

TEST_P(SignInLinks, ask_to_confirm_in_another_browser) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    const std::string token = mailed_token();
    for (const std::string_view other : {"another browser", ""}) {
        const auto refused = use(token, start, other);
        EXPECT_EQ(phrases_of(refused), Words{"people.link.other_browser"});
        EXPECT_EQ(refused.problems()[0].trouble, Trouble::conflict);
    }
    EXPECT_TRUE(use(token, start, "another browser", true));
}

TEST_P(SignInLinks, last_a_quarter_of_an_hour) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    const std::string token = mailed_token();
    EXPECT_EQ(phrases_of(use(token, start + sign_in_link_ms)), Words{"people.link.gone"});
    EXPECT_TRUE(use(token, start + sign_in_link_ms - 1));
}

TEST_P(SignInLinks, are_not_spoiled_by_somebody_else_who_asks) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    const std::string own = mailed_token();
    ASSERT_TRUE(ask("anna@linderdam.example", start + 1));
    const std::string other = mailed_token();
    EXPECT_NE(own, other);
    EXPECT_TRUE(use(own, start + 2));
    EXPECT_EQ(phrases_of(use(other, start + 2)), Words{"people.link.gone"});
}

TEST_P(SignInLinks, are_kept_as_hashes_only) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    database.read([&](db::Connection& in) {
        EXPECT_EQ(in.first_text("select token_hash from login_links"), sha256_hex(mailed_token()));
        EXPECT_EQ(in.first_text("select browser_hash from login_links"), sha256_hex(browser));
    });
}

TEST_P(SignInLinks, do_not_flood_a_mailbox) {
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(ask("anna@linderdam.example"));
    EXPECT_EQ(phrases_of(ask("anna@linderdam.example")), Words{"people.wait"});
    EXPECT_EQ(letters().size(), 4U);
    EXPECT_TRUE(ask("anna@linderdam.example", start + minute_ms));
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(ask("nobody@linderdam.example"));
    EXPECT_EQ(phrases_of(ask("nobody@linderdam.example")), Words{"people.wait"});
}

TEST_P(SignInLinks, have_a_budget_of_their_own_in_a_known_browser) {
    Visitor known = home;
    known.device_token = come_in("anna").device_token;
    for (int i = 0; i < 4; ++i) EXPECT_TRUE(ask("anna@linderdam.example"));
    EXPECT_FALSE(ask("anna@linderdam.example"));
    EXPECT_TRUE(ask("anna@linderdam.example", start, known));
}

TEST_P(SignInLinks, of_somebody_suspended_meanwhile_let_nobody_in) {
    ASSERT_TRUE(ask("anna@linderdam.example"));
    const std::string token = mailed_token();
    ASSERT_TRUE(as("beheer", start, [](const Act& act) { return suspend(act, "anna"); }));
    EXPECT_EQ(phrases_of(use(token)), Words{"people.link.gone"});
}

TEST_P(SignInLinks, free_an_account_that_must_wait) {
    give_password("anna");
    for (int i = 0; i < 6; ++i)
        EXPECT_FALSE(sign_in(database, {"anna@linderdam.example", "wrong"}, home, start));
    EXPECT_FALSE(sign_in(database, {"anna@linderdam.example", std::string(good_password)}, home, start));
    ASSERT_TRUE(ask("anna@linderdam.example"));
    ASSERT_TRUE(use(mailed_token()));
    EXPECT_TRUE(sign_in(database, {"anna@linderdam.example", std::string(good_password)}, home, start));
}

KRING_ON_BOTH_ENGINES(SignInLinks);

}  // namespace
}  // namespace kring::people
