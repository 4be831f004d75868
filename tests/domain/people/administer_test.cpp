// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

class Administration : public PeopleWorld {
protected:
    static PersonChange as_is(const Person& person) {
        return {person.name, person.organisation_id, person.job, person.language, person.is_administrator};
    }
    Result<Done> change(std::string_view id, const PersonChange& wanted, std::string_view by = "beheer") {
        return as(by, start, [&](const Act& act) { return change_person(act, id, wanted); });
    }
    Result<Done> make_administrator(std::string_view id, bool is_administrator = true,
                                    std::string_view by = "beheer") {
        PersonChange wanted = as_is(person(id));
        wanted.is_administrator = is_administrator;
        return change(id, wanted, by);
    }
    Result<Done> shut_out(std::string_view id, std::string_view by = "beheer") {
        return as(by, start, [&](const Act& act) { return suspend(act, id); });
    }
};

TEST_P(Administration, changes_what_is_known_of_a_person) {
    ASSERT_TRUE(change("anna", {" Anna Visser ", "ommer", "", "en", false}));
    const Person anna = person("anna");
    EXPECT_EQ(anna.name, "Anna Visser");
    EXPECT_EQ(anna.organisation_name, "Waterschap Ommer");
    EXPECT_EQ(anna.job, "");
    EXPECT_EQ(anna.language, "en");
    EXPECT_EQ(anna.email, "anna@linderdam.example");
    EXPECT_EQ(journalled(), Words{"person.changed anna"});
}

TEST_P(Administration, is_for_administrators_and_the_operator_alone) {
    const PersonChange wanted = as_is(person("anna"));
    for (const char* other : {"anna", "femke", "eva", "sami", ""}) {
        EXPECT_EQ(phrases_of(change("anna", wanted, other)), Words{"people.administrator.only"}) << other;
        EXPECT_EQ(phrases_of(shut_out("anna", other)), Words{"people.administrator.only"}) << other;
        EXPECT_EQ(phrases_of(as(other, start, [](const Act& act) { return reactivate(act, "stef"); })),
                  Words{"people.administrator.only"});
    }
    EXPECT_TRUE(as_operator([&](const Act& act) { return change_person(act, "anna", wanted); }));
    EXPECT_EQ(phrases_of(change("nobody", wanted)), Words{"people.person.gone"});
}

TEST_P(Administration, gives_and_takes_its_own_right_with_new_sessions) {
    const Welcome before = come_in("anna");
    ASSERT_TRUE(make_administrator("anna"));
    EXPECT_TRUE(actor("anna").is_administrator);
    EXPECT_FALSE(is_in(before));
    ASSERT_TRUE(make_administrator("anna", false));
    EXPECT_FALSE(actor("anna").is_administrator);
    EXPECT_EQ(journalled(), (Words{"person.changed anna", "role.given anna role=administrator",
                                   "person.changed anna", "role.taken anna role=administrator"}));
}

TEST_P(Administration, is_never_left_without_an_administrator) {
    ASSERT_TRUE(make_administrator("anna"));
    EXPECT_EQ(phrases_of(make_administrator("beheer", false)), Words{"people.administrator.yourself"});
    EXPECT_EQ(phrases_of(shut_out("beheer")), Words{"people.administrator.yourself"});
    ASSERT_TRUE(make_administrator("beheer", false, "anna"));
    const auto demoted = as_operator([&](const Act& act) {
        return change_person(act, "anna", {"Anna de Wit", "linderdam", "inkoper", "nl", false});
    });
    EXPECT_EQ(phrases_of(demoted), Words{"people.administrator.last"});
    EXPECT_EQ(phrases_of(as_operator([](const Act& act) { return suspend(act, "anna"); })),
              Words{"people.administrator.last"});
    EXPECT_TRUE(actor("anna").is_administrator);
}

TEST_P(Administration, shuts_somebody_out_at_once) {
    give_password("anna");
    const Welcome phone = come_in("anna");
    const Welcome desk = come_in("anna");
    ASSERT_TRUE(shut_out("anna"));
    EXPECT_FALSE(is_in(phone));
    EXPECT_FALSE(is_in(desk));
    EXPECT_FALSE(sign_in(database, {"anna@linderdam.example", std::string(good_password)}, home, start));
    EXPECT_FALSE(database.read([](db::Connection& in) { return actor_of(in, "anna").has_value(); }));
    EXPECT_EQ(phrases_of(shut_out("anna")), Words{"people.person.suspended_already"});
    EXPECT_EQ(journalled(), (Words{"person.suspended anna", "sign_in.failed  password refused"}));
}

TEST_P(Administration, lets_somebody_back_in_without_their_old_sessions) {
    const Welcome before = come_in("anna");
    ASSERT_TRUE(shut_out("anna"));
    ASSERT_TRUE(as("beheer", start, [](const Act& act) { return reactivate(act, "anna"); }));
    EXPECT_EQ(person("anna").state, "active");
    EXPECT_FALSE(is_in(before));
    EXPECT_EQ(phrases_of(as("beheer", start, [](const Act& act) { return reactivate(act, "anna"); })),
              Words{"people.person.not_suspended"});
}

TEST_P(Administration, does_not_move_a_purchaser_to_a_supplier) {
    PersonChange wanted = as_is(person("anna"));
    wanted.organisation = "tweede-leven";
    const auto refused = change("anna", wanted);
    ASSERT_EQ(phrases_of(refused), Words{"people.organisation.stands_elsewhere"});
    EXPECT_EQ(refused.problems()[0].field, "organisation");
    EXPECT_EQ(person("anna").organisation_id, "linderdam");
    ASSERT_TRUE(as("beheer", start, [](const Act& act) { return end_membership(act, "anna", "ict"); }));
    EXPECT_TRUE(change("anna", wanted));
}

TEST_P(Administration, begins_with_the_operator) {
    const auto made = as_operator([](const Act& act) {
        return first_administrator(act, "Piet@Linderdam.example", "Piet Visser",
                                   "een stille fiets in de regen");
    });
    ASSERT_TRUE(made);
    EXPECT_TRUE(actor(made->id).is_administrator);
    EXPECT_TRUE(sign_in(database, {"piet@linderdam.example", std::string(good_password)}, home, start));
    EXPECT_EQ(journalled()[0], "role.given " + made->id + " role=administrator");
}

TEST_P(Administration, is_given_by_the_operator_to_somebody_who_is_there) {
    const auto made = as_operator(
        [](const Act& act) { return first_administrator(act, "stef@linderdam.example", "", good_password); });
    ASSERT_TRUE(made);
    EXPECT_EQ(made->id, "stef");
    EXPECT_TRUE(actor("stef").is_administrator);
    EXPECT_EQ(actor("stef").name, "Stef Jager");
}

TEST_P(Administration, asks_the_operator_for_a_good_password_too) {
    EXPECT_EQ(
        phrases_of(as_operator([](const Act& act) { return first_administrator(act, "x", "", "kort"); })),
        (Words{"people.password.too_short", "people.email.invalid", "people.name.missing"}));
    EXPECT_EQ(phrases_of(as("beheer", start,
                            [](const Act& act) {
                                return first_administrator(act, "piet@linderdam.example", "Piet",
                                                           good_password);
                            })),
              Words{"people.administrator.only"});
}

TEST_P(Administration, sets_a_password_from_the_command_line) {
    const Welcome before = come_in("anna");
    const auto set = [](std::string_view email, std::string_view password) {
        return [=](const Act& act) { return set_password(act, email, password); };
    };
    EXPECT_FALSE(as_operator(set("anna@linderdam.example", "kort")));
    EXPECT_FALSE(as_operator(set("nobody@linderdam.example", good_password)));
    EXPECT_FALSE(as("beheer", start, set("anna@linderdam.example", good_password)));
    EXPECT_TRUE(is_in(before));
    EXPECT_TRUE(as_operator(set("anna@linderdam.example", good_password)));
    EXPECT_TRUE(password_matches(person("anna").password_hash, good_password));
    EXPECT_FALSE(is_in(before));
    EXPECT_EQ(journalled(), Words{"password.set anna"});
}

TEST_P(Administration, finds_people_by_words_state_organisation_and_network) {
    const auto ids = [&](const PeopleFilter& filter) {
        return database.read([&](db::Connection& in) {
            Words found;
            for (const Person& one : find_people(in, filter).people) found.push_back(one.id);
            return found;
        });
    };
    EXPECT_EQ(ids({}).size(), 9U);
    EXPECT_EQ(ids({"LIND", "", "", ""}), (Words{"anna", "eva", "stef"}));  // eva Lindeman, by name
    EXPECT_EQ(ids({"", "suspended", "", ""}), Words{"stef"});
    EXPECT_EQ(ids({"", "", "ommer", ""}), (Words{"bram", "olga"}));
    EXPECT_EQ(ids({"", "", "ommer", "meubels"}), Words{"olga"});
    EXPECT_EQ(ids({"%", "", "", ""}), Words{});
    EXPECT_EQ(ids({"", "", "", "", 2, 5}), (Words{"noor", "olga", "sami", "stef"}));
    database.read([](db::Connection& in) { EXPECT_EQ(find_people(in, {"", "", "", "", 2, 5}).total, 9); });
}

KRING_ON_BOTH_ENGINES(Administration);

}  // namespace
}  // namespace kring::people
