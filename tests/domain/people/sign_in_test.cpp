// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

// good_password at m = 19 MiB, below what we ask today.
constexpr std::string_view weak_hash =
    "$argon2id$v=19$m=19456,t=2,p=1$PkIwrHQ2UYhx++VxcZKUtw$W/WGswytNe0aVxX5WicL/3iRVcAL4nt2n+LSy4h4SD8";

class SignIn : public PeopleWorld {
protected:
    Result<Welcome> knock(std::string_view email, std::string_view password, Time when = start,
                          const Visitor& visitor = home) {
        return sign_in(database, {std::string(email), std::string(password)}, visitor, when);
    }
};

TEST_P(SignIn, lets_a_person_in_with_their_password) {
    give_password("anna");
    const auto welcome = knock(" Anna@Linderdam.example ", good_password);
    ASSERT_TRUE(welcome);
    EXPECT_EQ(welcome->person.id, "anna");
    EXPECT_TRUE(is_in(*welcome));
    EXPECT_EQ(journalled(), Words{"sign_in.done anna password"});
}

TEST_P(SignIn, says_the_same_to_a_wrong_password_and_to_nobody) {
    give_password("anna");
    give_password("stef");  // suspended
    for (const char* email : {"anna@linderdam.example", "nobody@linderdam.example", "stef@linderdam.example",
                              "bram@ommer.example"}) {  // bram has no password
        const auto refused =
            knock(email, email == std::string("anna@linderdam.example") ? "wrong" : good_password);
        ASSERT_FALSE(refused) << email;
        ASSERT_EQ(refused.problems().size(), 1U);
        EXPECT_EQ(refused.problems()[0].phrase, "people.sign_in.wrong");
        EXPECT_EQ(refused.problems()[0].trouble, Trouble::invalid);
        EXPECT_EQ(refused.problems()[0].field, "");
        EXPECT_TRUE(refused.problems()[0].values.empty());
    }
    EXPECT_EQ(journalled(), Words(4, "sign_in.failed  password refused"));
}

TEST_P(SignIn, asks_for_both_fields_at_once) {
    EXPECT_EQ(phrases_of(knock("  ", "")), (Words{"people.email.missing", "people.password.missing"}));
    EXPECT_TRUE(journalled().empty());
}

TEST_P(SignIn, takes_the_password_in_any_form_of_its_accents) {
    give_password("anna", "zes caf\xc3\xa9s op een rij");
    EXPECT_TRUE(knock("anna@linderdam.example", "zes cafe\xcc\x81s op een rij"));
}

TEST_P(SignIn, tells_apart_passwords_that_differ_in_their_last_character_alone) {
    const std::string whole(127, 'v');
    give_password("anna", whole + "a");
    EXPECT_FALSE(knock("anna@linderdam.example", whole + "b"));
    EXPECT_TRUE(knock("anna@linderdam.example", whole + "a"));
}

TEST_P(SignIn, slows_down_tries_on_one_account_from_everywhere) {
    give_password("anna");
    for (int i = 0; i < 6; ++i) {
        Visitor somewhere = home;
        somewhere.remote = "198.51." + std::to_string(i) + ".1";
        EXPECT_EQ(phrases_of(knock("anna@linderdam.example", "wrong", start, somewhere)),
                  Words{"people.sign_in.wrong"});
    }
    const auto refused = knock("anna@linderdam.example", good_password, start);
    EXPECT_EQ(phrases_of(refused), Words{"people.wait"});
    EXPECT_EQ(refused.problems()[0].trouble, Trouble::too_many);
    EXPECT_TRUE(knock("anna@linderdam.example", good_password, start + 1000));
}

TEST_P(SignIn, slows_down_an_address_that_does_not_exist_just_the_same) {
    for (int i = 0; i < 6; ++i) EXPECT_FALSE(knock("nobody@linderdam.example", "wrong"));
    EXPECT_EQ(phrases_of(knock("nobody@linderdam.example", "wrong")), Words{"people.wait"});
}

TEST_P(SignIn, lets_a_known_browser_in_while_strangers_must_wait) {
    give_password("anna");
    Visitor known = home;
    known.device_token = come_in("anna").device_token;
    for (int i = 0; i < 6; ++i) EXPECT_FALSE(knock("anna@linderdam.example", "wrong"));
    EXPECT_EQ(phrases_of(knock("anna@linderdam.example", good_password)), Words{"people.wait"});
    EXPECT_TRUE(knock("anna@linderdam.example", good_password, start, known));
}

TEST_P(SignIn, forgets_the_tries_of_an_account_that_came_in) {
    give_password("anna");
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 4; ++i) EXPECT_FALSE(knock("anna@linderdam.example", "wrong"));
        EXPECT_TRUE(knock("anna@linderdam.example", good_password));
    }
}

TEST_P(SignIn, gives_a_prefix_its_try_back_when_it_was_a_good_one) {
    give_password("anna");
    EXPECT_TRUE(knock("anna@linderdam.example", good_password));
    database.read(
        [](db::Connection& in) { EXPECT_EQ(in.count("select sum(tries) from login_failures"), 0); });
}

TEST_P(SignIn, hashes_anew_what_was_hashed_with_less) {
    const auto given = database.write([](db::Connection& in) -> Result<Done> {
        set_password_hash(in, "anna", weak_hash);
        return Done{};
    });
    ASSERT_TRUE(given);
    EXPECT_TRUE(knock("anna@linderdam.example", good_password));
    const std::string better = person("anna").password_hash;
    EXPECT_NE(better, weak_hash);
    EXPECT_FALSE(password_needs_rehash(better));
    EXPECT_TRUE(password_matches(better, good_password));
}

TEST_P(SignIn, ends_the_session_the_browser_had) {
    give_password("anna");
    const auto first = knock("anna@linderdam.example", good_password);
    Visitor again = home;
    again.session_id =
        database.read([&](db::Connection& in) { return find_session(in, first->session_token, start)->id; });
    const auto second = knock("anna@linderdam.example", good_password, start, again);
    EXPECT_NE(first->session_token, second->session_token);
    EXPECT_FALSE(is_in(*first));
    EXPECT_TRUE(is_in(*second));
}

KRING_ON_BOTH_ENGINES(SignIn);

}  // namespace
}  // namespace kring::people
