// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/acts.hpp"

#include "domain/network/pages.hpp"
#include "domain/network/store.hpp"
#include "domain/people/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::network {
namespace {

using fixtures::faults_of;
using fixtures::phrases_of;
using Words = std::vector<std::string>;

class NetworkActs : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    Network wanted() const {
        return Network{
            "", "kci", {"Datacenters", "Data centres"}, false, {"Over servers.", ""}, {"1. Luister.", ""}};
    }
    Result<Network> make(std::string_view by, std::string_view email) {
        return desk.act(by, [&](const Act& act) { return make_network(act, wanted(), email); });
    }
    Network found(std::string_view id) {
        return desk.read([&](db::Connection& in) { return find(in, id).value(); });
    }
    std::vector<Membership> memberships(std::string_view person) {
        return desk.read([&](db::Connection& in) { return people::memberships_of(in, person); });
    }
};
KRING_ON_BOTH_ENGINES(NetworkActs);

TEST_P(NetworkActs, an_administrator_makes_and_changes_a_programme) {
    Programme wanted{
        "", {"Groene ICT", "Green ICT"}, "Provincie", "Post 7", "2026-01-01", "", {"Minder.", ""}};
    const auto made = desk.act("beheer", [&](const Act& act) { return make_programme(act, wanted); });
    ASSERT_TRUE(made);
    Programme changed = *made;
    changed.name.nl = "Groenere ICT";
    changed.ends = "2027-01-01";
    ASSERT_TRUE(desk.act("beheer", [&](const Act& act) { return change_programme(act, changed); }));
    const auto kept = desk.read([&](db::Connection& in) { return find_programme(in, made->id).value(); });
    EXPECT_EQ(kept.name.nl, "Groenere ICT");
    EXPECT_EQ(kept.name.en, "Green ICT");
    EXPECT_EQ(kept.funder, "Provincie");
    EXPECT_EQ(kept.budget_line, "Post 7");
    EXPECT_EQ(kept.starts, "2026-01-01");
    EXPECT_EQ(kept.ends, "2027-01-01");
    EXPECT_EQ(kept.goals.nl, "Minder.");
    EXPECT_EQ(desk.journalled(), (Words{"programme.made " + made->id, "programme.changed " + made->id}));
}

TEST_P(NetworkActs, only_an_administrator_makes_programmes_and_networks) {
    for (const char* other : {"", "anna", "sami", "femke", "eva"}) {
        const auto programme = desk.act(other, [](const Act& act) {
            return make_programme(act, Programme{"", {"A", "A"}, "", "", "", "", {}});
        });
        EXPECT_EQ(phrases_of(programme), Words{"problem.forbidden"}) << other;
        EXPECT_EQ(phrases_of(make(other, "femke@vergezicht.example")), Words{"problem.forbidden"}) << other;
    }
    EXPECT_EQ(desk.journalled(), Words{});
}

TEST_P(NetworkActs, a_new_network_has_the_person_named_as_facilitator_and_nobody_else) {
    const auto made = make("beheer", " Anna@Linderdam.example ");
    ASSERT_TRUE(made);
    const Network kept = found(made->id);
    EXPECT_EQ(kept.name.en, "Data centres");
    EXPECT_FALSE(kept.is_open);
    EXPECT_EQ(kept.programme, "kci");
    EXPECT_EQ(kept.about.nl, "Over servers.");
    EXPECT_EQ(kept.house_rules.nl, "1. Luister.");
    const auto members = desk.read([&](db::Connection& in) { return members_of(in, made->id); });
    ASSERT_EQ(members.size(), 1u);
    EXPECT_EQ(members[0].person, "anna");
    EXPECT_EQ(members[0].membership.side, Side::purchaser);
    EXPECT_TRUE(members[0].membership.is_facilitator);
    EXPECT_FALSE(members[0].membership.is_editor);
    EXPECT_EQ(desk.journalled(), Words{"network.made " + made->id});
}

TEST_P(NetworkActs, the_facilitator_stands_on_the_side_of_their_organisation) {
    const auto side_of = [&](std::string_view email, std::string_view person) {
        const std::string id = make("beheer", email)->id;
        for (const Membership& membership : memberships(person)) {
            if (membership.network == id) return membership.side;
        }
        throw std::logic_error("not a member");
    };
    EXPECT_EQ(side_of("sami@tweedeleven.example", "sami"), Side::supplier);
    EXPECT_EQ(side_of("femke@vergezicht.example", "femke"), Side::adviser);
    EXPECT_EQ(side_of("beheer@kring.example", "beheer"), Side::adviser);
}

TEST_P(NetworkActs, a_facilitator_must_be_somebody_who_can_come_in) {
    for (const char* email : {"", "niemand@nergens.example", "stef@linderdam.example"}) {
        const auto made = make("beheer", email);
        ASSERT_FALSE(made);
        EXPECT_EQ(faults_of(made.problems()), Words{"facilitator_email: network.problem.facilitator"})
            << email;
    }
}

TEST_P(NetworkActs, a_network_belongs_to_a_programme_that_is_there) {
    Network lost = wanted();
    lost.programme = "nergens";
    lost.name.nl = "";
    const auto made = desk.act(
        "beheer", [&](const Act& act) { return make_network(act, lost, "femke@vergezicht.example"); });
    ASSERT_FALSE(made);
    EXPECT_EQ(faults_of(made.problems()),
              (Words{"name_nl: problem.needed.name_nl", "programme: problem.choice"}));
}

TEST_P(NetworkActs, facilitators_and_administrators_change_a_network) {
    Network changed = found("ict");
    changed.house_rules.nl = "1. Wees eerlijk.";
    changed.is_open = false;
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) { return change_network(act, changed); }));
    EXPECT_EQ(found("ict").house_rules.nl, "1. Wees eerlijk.");
    EXPECT_FALSE(found("ict").is_open);
    changed.name.nl = "ICT";
    ASSERT_TRUE(desk.act("beheer", [&](const Act& act) { return change_network(act, changed); }));
    EXPECT_EQ(found("ict").name.nl, "ICT");
    EXPECT_EQ(desk.journalled(), (Words{"network.changed ict", "network.changed ict"}));
}

TEST_P(NetworkActs, others_cannot_change_a_network_and_do_not_learn_of_a_closed_one) {
    const Network open = found("ict");
    const Network closed = found("meubels");
    for (const char* other : {"anna", "eva", "sami", "olga", ""}) {
        const auto done = desk.act(other, [&](const Act& act) { return change_network(act, open); });
        EXPECT_EQ(phrases_of(done), Words{"problem.forbidden"}) << other;
    }
    for (const char* other : {"anna", "femke", ""}) {
        const auto done = desk.act(other, [&](const Act& act) { return change_network(act, closed); });
        EXPECT_EQ(phrases_of(done), Words{"problem.not_found"}) << other;
    }
}

TEST_P(NetworkActs, only_an_administrator_moves_a_network_to_another_programme) {
    const auto other = desk.act("beheer", [](const Act& act) {
        return make_programme(act, Programme{"", {"Ander", "Other"}, "", "", "", "", {}});
    });
    Network moved = found("ict");
    moved.programme = other->id;
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) { return change_network(act, moved); }));
    EXPECT_EQ(found("ict").programme, "kci");
    ASSERT_TRUE(desk.act("beheer", [&](const Act& act) { return change_network(act, moved); }));
    EXPECT_EQ(found("ict").programme, other->id);
}

TEST_P(NetworkActs, readers_find_the_networks_they_may_see) {
    const auto ids = [&](std::string_view person) {
        return desk.read([&](db::Connection& in) {
            Words found;
            const Actor who = person.empty() ? fixtures::nobody() : fixtures::actor(in, person);
            for (const Network& network : all(in, who)) found.push_back(network.id);
            return found;
        });
    };
    EXPECT_EQ(ids(""), Words{"ict"});
    EXPECT_EQ(ids("anna"), Words{"ict"});
    EXPECT_EQ(ids("olga"), (Words{"ict", "meubels"}));
    EXPECT_EQ(ids("beheer"), (Words{"ict", "meubels"}));
}

TEST_P(NetworkActs, suspended_people_are_not_among_the_members) {
    desk.read([&](db::Connection& in) {
        Words names;
        for (const Member& member : members_of(in, "ict")) names.push_back(member.name);
        EXPECT_EQ(names, (Words{"Anna de Wit", "Bram Hoekstra", "Eva Lindeman", "Femke Postma",
                                "Noor van Dalen", "Sami Aydin"}));
        auto counts = member_counts(in);
        std::sort(counts.begin(), counts.end());
        EXPECT_EQ(counts, (std::vector<std::pair<std::string, std::int64_t>>{{"ict", 6}, {"meubels", 1}}));
    });
}

}  // namespace
}  // namespace kring::network
