// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/pages.hpp"

#include <algorithm>

#include "tests/fixtures/desk.hpp"

namespace kring::commitment {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr std::string_view make_here = "/bijeenkomsten/ict-2/afspraken/nieuw";

class CommitmentPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    HtmlNode page(std::string_view person, std::string_view path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << path;
        return parse_page(response.body);
    }
    std::string made(std::string_view who, const std::string& what = "Levensduur vragen") {
        const auto sent =
            desk.post(who, make_here,
                      {{"what", what}, {"due_on", "2027-02-15"}, {"body", ""}, {"audience", "workshop"}});
        EXPECT_EQ(sent.status, 303) << sent.body;
        const std::string path = location_of(sent);
        return path.substr(0, path.find('?'));
    }
};
KRING_ON_BOTH_ENGINES(CommitmentPages);

TEST_P(CommitmentPages, from_the_mail_it_is_three_clicks_to_done) {
    const std::string path = made("anna");
    const auto first = page("anna", path);
    EXPECT_EQ(texts_of(first, "h1"), Words{"Levensduur vragen"});
    const std::string second = link_of(first, "Klaar");
    EXPECT_EQ(second, path + "/klaar");
    EXPECT_EQ(texts_of(page("anna", second), "textarea").size(), 1U);
    const auto third = desk.post("anna", second, {{"result", "Vijf jaar in plaats van drie"}});
    EXPECT_EQ(third.status, 303);
    const auto after = page("sami", path);
    EXPECT_EQ(texts_of(after, "dd").front(), "Klaar");
    EXPECT_EQ(link_of(after, "Klaar"), "");
    EXPECT_NE(desk.get("sami", path).body.find("Vijf jaar in plaats van drie"), std::string::npos);
}

TEST_P(CommitmentPages, what_is_wrong_is_said_and_nothing_typed_is_lost) {
    const auto sent = desk.post("anna", make_here,
                                {{"what", "Iets"}, {"due_on", "31-31-31"}, {"body", "Zo"}, {"audience", ""}});
    EXPECT_EQ(sent.status, 400);
    const auto back = parse_page(sent.body);
    EXPECT_EQ(texts_of(back, "textarea"), Words{"Zo"});
    EXPECT_NE(sent.body.find("value=\"31-31-31\""), std::string::npos);
    EXPECT_NE(sent.body.find("value=\"Iets\""), std::string::npos);
    const std::string path = made("anna");
    const auto empty = desk.post("anna", path + "/klaar", {{"result", ""}});
    EXPECT_EQ(empty.status, 400);
}

TEST_P(CommitmentPages, closed_and_absent_ones_look_alike) {
    const std::string path = made("anna");
    EXPECT_EQ(desk.get("bram", path).status, 404);
    EXPECT_EQ(desk.get("bram", "/afspraken/bestaat-niet").status, 404);
    EXPECT_EQ(desk.get("bram", "/afspraken/ict-2").status, 404);
    EXPECT_EQ(desk.get("bram", path + "/klaar").status, 404);
    EXPECT_EQ(desk.get("sami", path + "/klaar").status, 403);
    EXPECT_EQ(desk.get("olga", "/bijeenkomsten/meubels-1/afspraken").status, 200);
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/meubels-1/afspraken").status, 404);
}

TEST_P(CommitmentPages, the_lists_show_what_their_reader_may_read) {
    made("anna");
    made("sami", "Reparatie aanbieden");
    const auto titles = [&](std::string_view who, std::string_view path) {
        Words found = texts_of(page(who, path), "h3");
        std::sort(found.begin(), found.end());  // all are for the same day
        return found;
    };
    EXPECT_EQ(titles("anna", "/bijeenkomsten/ict-2/afspraken"),
              (Words{"Levensduur vragen", "Reparatie aanbieden"}));
    EXPECT_EQ(titles("bram", "/bijeenkomsten/ict-2/afspraken"), Words{});
    EXPECT_EQ(titles("anna", "/netwerken/ict/reeksen/1/afspraken").size(), 2U);
    EXPECT_EQ(texts_of(page("anna", "/bijeenkomsten/ict-3/afspraken"), "h2").front(),
              "Afspraken van vorige keer");
    EXPECT_EQ(titles("anna", "/en/workshops/ict-2/commitments").size(), 2U);
}

TEST_P(CommitmentPages, as_many_queries_for_three_as_for_one) {
    made("anna");
    page("sami", "/bijeenkomsten/ict-2/afspraken");
    const auto for_one = desk.statements();
    made("anna", "Twee");
    made("anna", "Drie");
    page("sami", "/bijeenkomsten/ict-2/afspraken");
    EXPECT_EQ(desk.statements(), for_one);
}

TEST_P(CommitmentPages, taking_back_can_be_undone) {
    const std::string path = made("anna");
    EXPECT_EQ(desk.post("anna", path + "/intrekking", {}).status, 303);
    EXPECT_EQ(desk.get("sami", path).status, 404);
    EXPECT_EQ(texts_of(page("anna", path), "p", "k-notice").size(), 1U);
    EXPECT_EQ(desk.post("anna", path + "/herstel", {}).status, 303);
    EXPECT_EQ(desk.get("sami", path).status, 200);
}

}  // namespace
}  // namespace kring::commitment
