// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/drafts.hpp"

#include "tests/fixtures/desk.hpp"

namespace kring::desk {
namespace {

using fixtures::phrases_of;
using Words = std::vector<std::string>;

class Drafts : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};
    static constexpr Time when = fixtures::world_time;

    Result<Done> keep(std::string_view by, std::string_view form, const web::Fields& fields,
                      std::string_view about = "", std::string_view title = "Titel", Time at = when) {
        return desk.act(by, [&](const Act& act) { return keep_draft(act, form, about, title, fields); }, at);
    }
    std::optional<Draft> found(std::string_view by, std::string_view form, std::string_view about = "") {
        return desk.read(
            [&](db::Connection& in) { return find_draft(in, fixtures::actor(in, by), form, about); });
    }
    std::vector<Draft> all(std::string_view by) {
        return desk.read([&](db::Connection& in) { return drafts_of(in, fixtures::actor(in, by)); });
    }
};
KRING_ON_BOTH_ENGINES(Drafts);

TEST_P(Drafts, give_back_every_field_as_it_was_typed_but_no_token) {
    const web::Fields typed = {{"csrf", "geheim"}, {"title", "A & B = C? é \n+ 100%"},
                               {"from", "a"},      {"from", "b"},
                               {"leeg", ""},       {"keep", "yes"},
                               {"preview", "yes"}, {"body", "<b>\r\n"}};
    ASSERT_TRUE(keep("anna", "lesson", typed));
    const Draft draft = found("anna", "lesson").value();
    EXPECT_EQ(draft.fields, (web::Fields{{"title", "A & B = C? é \n+ 100%"},
                                         {"from", "a"},
                                         {"from", "b"},
                                         {"leeg", ""},
                                         {"body", "<b>\r\n"}}));
    EXPECT_EQ(draft.form + "|" + draft.about + "|" + draft.title, "lesson||Titel");
    EXPECT_EQ(draft.updated_at, when);
    const auto stored =
        desk.read([](db::Connection& in) { return in.first_text("select fields from drafts").value(); });
    EXPECT_EQ(stored.find("geheim"), std::string::npos);
    EXPECT_EQ(desk.journalled(), Words{}) << "what somebody is typing is nobody's business";
}

TEST_P(Drafts, take_the_place_of_an_earlier_one_of_that_form_and_subject) {
    ASSERT_TRUE(keep("anna", "case", {{"title", "een"}}));
    ASSERT_TRUE(keep("anna", "case", {{"title", "twee"}}, "", "Nieuwer", when + 1));
    ASSERT_TRUE(keep("anna", "case", {{"title", "drie"}}, "geval-1", "Ander", when + 2));
    ASSERT_EQ(all("anna").size(), 2u);
    EXPECT_EQ(all("anna")[0].title + " " + all("anna")[1].title, "Ander Nieuwer");
    EXPECT_EQ(found("anna", "case")->fields, (web::Fields{{"title", "twee"}}));
    EXPECT_EQ(found("anna", "case", "geval-1")->fields, (web::Fields{{"title", "drie"}}));
}

TEST_P(Drafts, are_their_writers_alone) {
    ASSERT_TRUE(keep("anna", "case", {{"title", "een"}}));
    const std::string id = found("anna", "case")->id;
    EXPECT_FALSE(found("bram", "case"));
    EXPECT_EQ(all("beheer").size(), 0u);
    const auto dropped = desk.act("bram", [&](const Act& act) { return drop_draft_by_id(act, id); });
    EXPECT_EQ(phrases_of(dropped), Words{"problem.not_found"});
    ASSERT_TRUE(desk.act("bram", [](const Act& act) {
        drop_draft(act, "case", "");
        return Result<Done>(Done{});
    }));
    EXPECT_TRUE(found("anna", "case"));
    EXPECT_EQ(phrases_of(keep("", "case", {{"title", "x"}})), Words{"problem.forbidden"});
}

TEST_P(Drafts, are_dropped_by_id_once_or_by_form_and_subject) {
    ASSERT_TRUE(keep("anna", "case", {{"title", "een"}}));
    ASSERT_TRUE(keep("anna", "case", {{"title", "twee"}}, "geval-1"));
    const std::string id = found("anna", "case")->id;
    const auto drop = [&] {
        return desk.act("anna", [&](const Act& act) { return drop_draft_by_id(act, id); });
    };
    EXPECT_TRUE(drop());
    EXPECT_EQ(phrases_of(drop()), Words{"problem.not_found"});
    ASSERT_TRUE(desk.act("anna", [](const Act& act) {
        drop_draft(act, "case", "geval-1");
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(all("anna").size(), 0u);
}

TEST_P(Drafts, are_a_hundred_at_most_and_none_too_big) {
    for (std::size_t i = 0; i < drafts_per_person_max; ++i) {
        ASSERT_TRUE(keep("anna", "answer-" + std::to_string(i), {{"body", "x"}}));
    }
    EXPECT_EQ(phrases_of(keep("anna", "case", {{"title", "x"}})), Words{"draft.too_many"});
    EXPECT_TRUE(keep("anna", "answer-7", {{"body", "anders"}})) << "an old one may still be changed";
    EXPECT_TRUE(keep("bram", "case", {{"title", "x"}}));
    EXPECT_EQ(phrases_of(keep("bram", "lesson", {{"body", std::string(400 * 1024, 'x')}})),
              Words{"draft.too_many"});
    EXPECT_TRUE(keep("bram", "lesson", {{"body", std::string(399 * 1024, 'x')}}));
}

TEST_P(Drafts, shorten_a_long_title) {
    ASSERT_TRUE(keep("anna", "case", {{"title", "x"}}, "", std::string(5000, 'x')));
    EXPECT_LE(found("anna", "case")->title.size(), 203u);
}

}  // namespace
}  // namespace kring::desk
