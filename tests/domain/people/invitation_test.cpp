// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

const Invitation piet{
    " Piet@Linderdam.example ", " Piet Visser ", "linderdam", "inkoper", "nl", std::nullopt};

class Invitations : public PeopleWorld {
protected:
    Result<Person> send(const Invitation& invitation, std::string_view by = "beheer") {
        return as(by, start, [&](const Act& act) { return invite(act, stationery, invitation); });
    }
    Result<Welcome> accept(const std::string& token, std::string_view password = good_password,
                           Time when = start) {
        return accept_invitation(database, "Kring", token, password, home, when);
    }
};

TEST_P(Invitations, make_a_person_and_mail_a_link) {
    const auto invited = send(piet);
    ASSERT_TRUE(invited);
    const Person kept = person(invited->id);
    EXPECT_EQ(kept.email, "piet@linderdam.example");
    EXPECT_EQ(kept.name, "Piet Visser");
    EXPECT_EQ(kept.organisation_name, "Gemeente Linderdam");
    EXPECT_EQ(kept.state, "invited");
    EXPECT_EQ(letters(), Words{"Beste Piet Visser,\n\nJe bent uitgenodigd voor Kring. Daar leren inkopers, "
                               "adviseurs en leveranciers van elkaar. Met deze link doe je mee:\n\n"
                               "https://kring.example/uitnodiging?t=" +
                               mailed_token() + "\n\nDe link werkt 7 dagen."});
    EXPECT_EQ(journalled(), Words{"person.invited " + invited->id});
}

TEST_P(Invitations, bring_a_place_in_a_network) {
    Invitation invitation = piet;
    invitation.membership = Membership{"ict", Side::purchaser, false, false, true};
    const auto invited = send(invitation);
    ASSERT_TRUE(invited);
    database.read([&](db::Connection& in) {
        const auto memberships = memberships_of(in, invited->id);
        ASSERT_EQ(memberships.size(), 1U);
        EXPECT_EQ(memberships[0].side, Side::purchaser);
        EXPECT_TRUE(memberships[0].is_expert);
        EXPECT_FALSE(memberships[0].is_editor);
    });
    EXPECT_EQ(journalled(), (Words{"membership.set " + invited->id + " network=ict side=purchaser",
                                   "role.given " + invited->id + " network=ict role=expert",
                                   "person.invited " + invited->id}));
}

TEST_P(Invitations, name_everything_that_is_wrong_at_once) {
    Invitation wrong{"geen adres",          " ",  "nowhere",
                     std::string(121, 'x'), "de", Membership{"nergens", Side::adviser, false, false, false}};
    EXPECT_EQ(
        phrases_of(send(wrong)),
        (Words{"people.email.invalid", "people.name.missing", "people.too_long", "people.language.missing",
               "people.organisation.unknown", "people.membership.no_network"}));
    Invitation known = piet;
    known.email = "ANNA@linderdam.example";
    EXPECT_EQ(phrases_of(send(known)), Words{"people.email.taken"});
    EXPECT_TRUE(letters().empty());
    EXPECT_TRUE(journalled().empty());
}

TEST_P(Invitations, do_not_put_a_supplier_among_purchasers) {
    Invitation invitation = piet;
    invitation.organisation = "tweede-leven";
    for (const Side side : {Side::purchaser, Side::adviser}) {
        invitation.membership = Membership{"ict", side, false, false, false};
        const auto refused = send(invitation);
        ASSERT_EQ(phrases_of(refused), Words{"people.membership.supplier_elsewhere"});
        EXPECT_EQ(refused.problems()[0].field, "side");
    }
    invitation.membership = Membership{"ict", Side::supplier, false, false, false};
    EXPECT_TRUE(send(invitation));
}

TEST_P(Invitations, are_sent_by_administrators_alone) {
    for (const char* other : {"anna", "femke", "eva"}) {
        const auto refused = send(piet, other);
        ASSERT_EQ(phrases_of(refused), Words{"people.administrator.only"}) << other;
        EXPECT_EQ(refused.problems()[0].trouble, Trouble::forbidden);
    }
    EXPECT_EQ(phrases_of(send(piet, "")), Words{"people.administrator.only"});
}

TEST_P(Invitations, are_accepted_with_a_password_once) {
    const auto invited = send(piet);
    const std::string token = mailed_token();
    const auto welcome = accept(token);
    ASSERT_TRUE(welcome);
    EXPECT_TRUE(is_in(*welcome));
    const Person kept = person(invited->id);
    EXPECT_EQ(kept.state, "active");
    EXPECT_TRUE(password_matches(kept.password_hash, good_password));
    EXPECT_EQ(phrases_of(accept(token)), Words{"people.invitation.gone"});
    EXPECT_EQ(journalled(), (Words{"person.invited " + invited->id, "person.accepted " + invited->id}));
}

TEST_P(Invitations, are_accepted_without_a_password_too) {
    const auto invited = send(piet);
    ASSERT_TRUE(accept(mailed_token(), ""));
    EXPECT_EQ(person(invited->id).password_hash, "");
    EXPECT_EQ(person(invited->id).state, "active");
}

TEST_P(Invitations, refuse_a_weak_password_and_stay_good) {
    ASSERT_TRUE(send(piet));
    const std::string token = mailed_token();
    EXPECT_EQ(phrases_of(accept(token, "kort")), Words{"people.password.too_short"});
    EXPECT_EQ(phrases_of(accept(token, "pietvisser2026")), Words{"people.password.guessable"});
    EXPECT_TRUE(accept(token));
}

TEST_P(Invitations, last_seven_days_and_can_be_sent_again) {
    const auto invited = send(piet);
    const std::string first = mailed_token();
    const Time late = start + invitation_ms;
    EXPECT_EQ(phrases_of(accept(first, "", late)), Words{"people.invitation.gone"});
    ASSERT_TRUE(
        as("beheer", late, [&](const Act& act) { return invite_again(act, stationery, invited->id); }));
    EXPECT_TRUE(accept(mailed_token(), "", late));
    EXPECT_EQ(phrases_of(as("beheer", late,
                            [&](const Act& act) { return invite_again(act, stationery, invited->id); })),
              Words{"people.invitation.not_open"});
}

TEST_P(Invitations, come_again_to_somebody_invited_who_asks_for_a_link) {
    const auto invited = send(piet);
    ASSERT_TRUE(as("", start + 1, [&](const Act& act) {
        return ask_for_link(act, stationery, "piet@linderdam.example", home, "browser");
    }));
    EXPECT_EQ(letters().size(), 2U);
    EXPECT_EQ(letters()[1].substr(0, 60), letters()[0].substr(0, 60));
    EXPECT_TRUE(accept(mailed_token()));
}

TEST_P(Invitations, of_somebody_suspended_meanwhile_let_nobody_in) {
    const auto invited = send(piet);
    const std::string token = mailed_token();
    ASSERT_TRUE(as("beheer", start, [&](const Act& act) { return suspend(act, invited->id); }));
    EXPECT_EQ(phrases_of(accept(token)), Words{"people.invitation.gone"});
}

KRING_ON_BOTH_ENGINES(Invitations);

}  // namespace
}  // namespace kring::people
