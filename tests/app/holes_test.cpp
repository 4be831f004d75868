// SPDX-License-Identifier: EUPL-1.2
// Holes that were in the walls once and that no matrix sees, for they need somebody else's deed first.
#include "domain/chain/links.hpp"
#include "domain/contribution/acts.hpp"
#include "tests/fixtures/walled_house.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::fixtures {
namespace {

using chain::Audience;
using chain::Kind;

class Holes : public ::testing::TestWithParam<db::Engine> {
protected:
    WalledHouse house{GetParam()};

    const chain::Record& record(Kind kind, Audience audience) {
        return house.walls.find(kind, audience, Lot::open, "ict").record;
    }
    template <class F>
    auto act(std::string_view person, F&& f) -> decltype(f(std::declval<const Act&>())) {
        return house.house.database.write([&](db::Connection& in) {
            const Act one{actor(in, person), now(), in, "web"};
            return f(one);
        });
    }
    static Form question_form(std::string audience) {
        return {{{"title", "Wie deed dit al?"},
                 {"body", ""},
                 {"language", "nl"},
                 {"audience", std::move(audience)}},
                {}};
    }
    std::string audience_of(std::string_view id) {
        return house.read([&](db::Connection& in) {
            return in.first_text("select audience from records where id = $1", {id}).value_or("");
        });
    }
};
KRING_ON_BOTH_ENGINES(Holes);

// Whoever answered among purchasers did not answer suppliers.
TEST_P(Holes, no_asker_shows_answers_of_others_to_more_people) {
    const Standing& anna = standing_of("anna");
    contribution::QuestionDraft draft;
    draft.common.network = "ict";
    draft.common.title = "Wie deed dit al?";
    draft.common.audience = "purchasers";
    const auto asked = act("anna", [&](const Act& one) { return contribution::ask(one, draft, 0); });
    ASSERT_TRUE(asked);
    const std::string address = "/vragen/" + asked->id + "/bewerken";
    EXPECT_EQ(house.post(anna, address, question_form("network")).status, 303);
    EXPECT_EQ(house.post(anna, address, question_form("purchasers")).status, 303);

    const auto answered = act("bram", [&](const Act& one) {
        return contribution::answer(one, {asked->id, "nl", "Tussen ons: dat ging mis."});
    });
    ASSERT_TRUE(answered);
    for (const std::string wider : {"network", "everyone", "organisation"}) {
        EXPECT_EQ(house.post(anna, address, question_form(wider)).status, 400) << wider;
    }
    EXPECT_EQ(audience_of(*answered), "purchasers");
    EXPECT_EQ(house.get(standing_of("sami"), "/vragen/" + asked->id).status, 404);
    EXPECT_EQ(house.post(anna, address, question_form("purchasers")).status, 303);
}

TEST_P(Holes, an_open_question_may_be_drawn_closer_and_its_answers_with_it) {
    const auto answered = act("bram", [&](const Act& one) {
        return contribution::answer(
            one, {record(Kind::question, Audience::everyone).id, "nl", "Een antwoord van bram."});
    });
    ASSERT_TRUE(answered);
    const std::string address = "/vragen/" + record(Kind::question, Audience::everyone).id + "/bewerken";
    EXPECT_EQ(house.post(standing_of("olaf"), address, question_form("network")).status, 303);
    EXPECT_EQ(audience_of(*answered), "network");
}

// That a version was founded on a record is said by freezing it, not by whoever would like it so.
TEST_P(Holes, nobody_ties_a_record_to_a_publication_by_hand) {
    const std::string& version = record(Kind::version, Audience::everyone).id;
    const std::string& lesson = record(Kind::lesson, Audience::purchasers).id;
    house.run("delete from links");
    for (const std::string_view cookie : {"olaf", "femke", "eva"}) {
        const Form tie{{{"other", version}, {"step", "out published_in"}}, {}};
        EXPECT_EQ(house.post(standing_of(cookie), "/keten/" + lesson + "/koppelingen", tie).status, 400)
            << cookie;
    }
    house.run("insert into links (from_id, relation, to_id) values ($1, 'published_in', $2)",
              {lesson, version});
    const Form untie{{{"other", version}, {"step", "out published_in"}}, {}};
    const std::string removal = "/keten/" + lesson + "/koppelingen/verwijdering";
    EXPECT_EQ(house.post(standing_of("olaf"), removal, untie).status, 400);
    EXPECT_EQ(house.read([](db::Connection& in) { return in.count("select count(*) from links"); }), 1);
}

// The page of a session tells of its workshop: who planned it once reads it no longer with the workshop
// closed.
TEST_P(Holes, a_session_shows_no_workshop_that_is_not_for_its_reader) {
    const std::string& session = record(Kind::session, Audience::purchasers).id;
    house.run("update records set owner_id = 'femke' where kind = 'workshop'");
    const Standing& olaf = standing_of("olaf");
    EXPECT_EQ(house.get(olaf, "/onderdelen/" + session).status, 404);
    EXPECT_EQ(house.get(standing_of("anna"), "/onderdelen/" + session).status, 200);
}

// Who makes a summary and then ceases to be its network's editor reads it no more.
TEST_P(Holes, a_working_summary_is_closed_to_an_editor_of_the_past) {
    const std::string& summary = record(Kind::summary, Audience::network).id;
    house.run("update records set owner_id = 'eva' where id = $1", {summary});
    ASSERT_EQ(house.get(standing_of("eva"), "/samenvattingen/" + summary).status, 200);
    house.run("update memberships set is_editor = 0 where person_id = 'eva'");
    EXPECT_EQ(house.get(standing_of("eva"), "/samenvattingen/" + summary).status, 404);
}

}  // namespace
}  // namespace kring::fixtures
