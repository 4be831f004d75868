// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/secret.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

constexpr std::string_view new_password = "zeven kopjes thee op zolder";

class OwnAccount : public PeopleWorld {
protected:
    std::string session_id(const Welcome& welcome) {
        return database.read(
            [&](db::Connection& in) { return find_session(in, welcome.session_token, start)->id; });
    }
    Welcome come_by_link(std::string_view email) {
        EXPECT_TRUE(
            as("", start, [&](const Act& act) { return ask_for_link(act, stationery, email, home, "b"); }));
        return *as("", start,
                   [&](const Act& act) { return use_link(act, mailed_token(), home, "b", false); });
    }
    Result<Done> change(const std::string& session, std::string_view current, std::string_view wanted,
                        Time when = start) {
        return change_password(database, stationery, actor("anna"),
                               {session, std::string(current), std::string(wanted)}, when);
    }
};

TEST_P(OwnAccount, changes_its_password_with_the_current_one) {
    give_password("anna");
    const Welcome phone = come_in("anna");
    const Welcome desk = come_in("anna");
    ASSERT_TRUE(change(session_id(desk), good_password, new_password));
    EXPECT_TRUE(password_matches(person("anna").password_hash, new_password));
    EXPECT_TRUE(is_in(desk));
    EXPECT_FALSE(is_in(phone));
    EXPECT_EQ(letters().size(), 1U);
    EXPECT_EQ(journalled(), Words{"password.changed anna"});
}

TEST_P(OwnAccount, names_what_is_wrong_with_both_passwords) {
    give_password("anna");
    const std::string session = session_id(come_in("anna"));
    const auto refused = change(session, "not this one", "kort");
    EXPECT_EQ(phrases_of(refused), (Words{"people.password.current_wrong", "people.password.too_short"}));
    EXPECT_EQ(refused.problems()[0].field, "current");
    EXPECT_EQ(refused.problems()[1].field, "wanted");
    EXPECT_EQ(phrases_of(change(session, good_password, "annadewit2026")),
              Words{"people.password.guessable"});
    EXPECT_TRUE(letters().empty());
}

TEST_P(OwnAccount, slows_down_who_guesses_the_current_password) {
    give_password("anna");
    const std::string session = session_id(come_in("anna"));
    for (int i = 0; i < 6; ++i) EXPECT_FALSE(change(session, "wrong", new_password));
    EXPECT_EQ(phrases_of(change(session, good_password, new_password)), Words{"people.wait"});
    EXPECT_TRUE(change(session, good_password, new_password, start + second_ms));
}

TEST_P(OwnAccount, needs_no_current_password_just_after_coming_in_by_link) {
    give_password("anna");
    const std::string session = session_id(come_by_link("anna@linderdam.example"));
    EXPECT_EQ(phrases_of(change(session, "", new_password, start + fresh_ms)),
              Words{"people.password.current_wrong"});
    EXPECT_TRUE(change(session, "", new_password, start + fresh_ms - 1));
}

TEST_P(OwnAccount, sets_a_first_password_only_just_after_a_link) {
    const std::string session = session_id(come_in("anna"));
    EXPECT_EQ(phrases_of(change(session, "", new_password)), Words{"people.password.by_link_first"});
    const std::string by_link = session_id(come_by_link("anna@linderdam.example"));
    EXPECT_TRUE(change(by_link, "", new_password));
}

TEST_P(OwnAccount, changes_its_own_name_job_and_language) {
    ASSERT_TRUE(
        as("anna", start, [](const Act& act) { return change_own_details(act, " Anna ", " chef ", "en"); }));
    EXPECT_EQ(person("anna").name, "Anna");
    EXPECT_EQ(person("anna").job, "chef");
    EXPECT_EQ(person("anna").language, "en");
    EXPECT_EQ(person("anna").organisation_id, "linderdam");
    EXPECT_EQ(
        phrases_of(as("anna", start, [](const Act& act) { return change_own_details(act, "", "", "fr"); })),
        (Words{"people.name.missing", "people.language.missing"}));
    EXPECT_EQ(journalled(), Words{"person.changed anna own"});
}

KRING_ON_BOTH_ENGINES(OwnAccount);

}  // namespace
}  // namespace kring::people
