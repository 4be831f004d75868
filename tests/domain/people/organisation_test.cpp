// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/store.hpp"
#include "tests/domain/people/people_world.hpp"

namespace kring::people {
namespace {

class Organisations : public PeopleWorld {
protected:
    Result<Organisation> make(std::string_view name, std::string_view kind, std::string_view by = "beheer") {
        return as(by, start, [&](const Act& act) { return make_organisation(act, name, kind); });
    }
    Result<Done> change(std::string_view id, std::string_view name, std::string_view kind,
                        std::string_view by = "beheer") {
        return as(by, start, [&](const Act& act) { return change_organisation(act, id, name, kind); });
    }
};

TEST_P(Organisations, are_made_and_renamed) {
    const auto made = make(" Provincie Vecht ", "purchaser");
    ASSERT_TRUE(made);
    ASSERT_TRUE(change(made->id, "Provincie Vechtland", "knowledge"));
    database.read([&](db::Connection& in) {
        const auto kept = find_organisation(in, made->id);
        EXPECT_EQ(kept->name, "Provincie Vechtland");
        EXPECT_EQ(kept->kind, "knowledge");
    });
    EXPECT_EQ(journalled(), (Words{"organisation.made " + made->id + " kind=purchaser",
                                   "organisation.changed " + made->id + " kind=knowledge"}));
}

TEST_P(Organisations, have_a_name_of_their_own_and_a_kind) {
    EXPECT_EQ(phrases_of(make(" ", "club")),
              (Words{"people.organisation.name_missing", "people.organisation.kind_missing"}));
    EXPECT_EQ(phrases_of(make("Gemeente Linderdam", "purchaser")), Words{"people.organisation.name_taken"});
    EXPECT_EQ(phrases_of(make(std::string(161, 'x'), "purchaser")), Words{"people.too_long"});
    EXPECT_EQ(phrases_of(change("ommer", "Gemeente Linderdam", "purchaser")),
              Words{"people.organisation.name_taken"});
    EXPECT_TRUE(change("ommer", "Waterschap Ommer", "purchaser"));
    EXPECT_EQ(phrases_of(change("nowhere", "Nergens", "purchaser")), Words{"people.organisation.gone"});
}

TEST_P(Organisations, do_not_become_suppliers_under_the_feet_of_purchasers) {
    EXPECT_EQ(phrases_of(change("linderdam", "Gemeente Linderdam", "supplier")),
              Words{"people.organisation.has_purchasers"});
    ASSERT_TRUE(as("beheer", start, [](const Act& act) { return end_membership(act, "anna", "ict"); }));
    ASSERT_TRUE(as("beheer", start, [](const Act& act) { return end_membership(act, "stef", "ict"); }));
    EXPECT_TRUE(change("linderdam", "Gemeente Linderdam", "supplier"));
}

TEST_P(Organisations, are_made_by_administrators_alone) {
    EXPECT_EQ(phrases_of(make("Provincie Vecht", "purchaser", "femke")), Words{"people.administrator.only"});
    EXPECT_EQ(phrases_of(change("ommer", "Ommer", "purchaser", "olga")), Words{"people.administrator.only"});
}

KRING_ON_BOTH_ENGINES(Organisations);

class PlacesInNetworks : public PeopleWorld {
protected:
    Result<Done> set(std::string_view id, const Membership& membership, std::string_view by = "beheer") {
        return as(by, start, [&](const Act& act) { return set_membership(act, id, membership); });
    }
};

TEST_P(PlacesInNetworks, give_a_place_and_roles_at_once) {
    ASSERT_TRUE(set("olga", {"ict", Side::purchaser, false, true, false}));
    EXPECT_TRUE(actor("olga").is_editor("ict"));
    ASSERT_TRUE(set("olga", {"ict", Side::adviser, true, false, false}));
    const Actor olga = actor("olga");
    EXPECT_EQ(olga.memberships.size(), 2U);
    EXPECT_EQ(olga.in("ict")->side, Side::adviser);
    EXPECT_TRUE(olga.is_facilitator("ict"));
    EXPECT_FALSE(olga.is_editor("ict"));
    EXPECT_TRUE(olga.is_facilitator("meubels"));
    EXPECT_EQ(
        journalled(),
        (Words{"membership.set olga network=ict side=purchaser", "role.given olga network=ict role=editor",
               "membership.set olga network=ict side=adviser", "role.given olga network=ict role=facilitator",
               "role.taken olga network=ict role=editor"}));
}

TEST_P(PlacesInNetworks, end_with_the_roles_they_brought) {
    ASSERT_TRUE(as("beheer", start, [](const Act& act) { return end_membership(act, "bram", "ict"); }));
    EXPECT_TRUE(actor("bram").memberships.empty());
    EXPECT_EQ(journalled(),
              (Words{"membership.ended bram network=ict", "role.taken bram network=ict role=expert"}));
    EXPECT_EQ(
        phrases_of(as("beheer", start, [](const Act& act) { return end_membership(act, "bram", "ict"); })),
        Words{"people.membership.gone"});
}

TEST_P(PlacesInNetworks, keep_people_of_a_supplier_on_the_suppliers_side) {
    for (const Side side : {Side::purchaser, Side::adviser}) {
        const auto refused = set("sami", {"ict", side, false, false, false});
        ASSERT_EQ(phrases_of(refused), Words{"people.membership.supplier_elsewhere"});
        EXPECT_EQ(refused.problems()[0].values.front().second, "Tweede Leven ICT BV");
    }
    EXPECT_EQ(actor("sami").in("ict")->side, Side::supplier);
    EXPECT_TRUE(set("sami", {"ict", Side::supplier, false, false, true}));
}

TEST_P(PlacesInNetworks, are_given_by_administrators_alone) {
    EXPECT_EQ(phrases_of(set("olga", {"ict", Side::purchaser, false, false, false}, "femke")),
              Words{"people.administrator.only"});
    EXPECT_EQ(
        phrases_of(as("anna", start, [](const Act& act) { return end_membership(act, "sami", "ict"); })),
        Words{"people.administrator.only"});
    EXPECT_EQ(phrases_of(set("nobody", {"ict", Side::purchaser, false, false, false})),
              Words{"people.person.gone"});
    EXPECT_EQ(phrases_of(set("olga", {"nergens", Side::purchaser, false, false, false})),
              Words{"people.membership.no_network"});
}

KRING_ON_BOTH_ENGINES(PlacesInNetworks);

}  // namespace
}  // namespace kring::people
