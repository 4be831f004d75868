// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/addresses.hpp"

#include <gtest/gtest.h>

#include <set>

#include "app/door.hpp"

namespace kring::desk {
namespace {

using html::Language;

TEST(Addresses, translate_every_fixed_word_and_leave_the_parts) {
    EXPECT_EQ(english_pattern("/vragen/{id}/antwoorden"), "/en/questions/{id}/answers");
    EXPECT_EQ(english_pattern("/netwerken/{netwerk}/reeksen/{nummer}"),
              "/en/networks/{netwerk}/series/{nummer}");
    EXPECT_EQ(english_pattern("/"), "/en");
    EXPECT_EQ(english_pattern("/publicaties.atom"), "/en/publicaties.atom");
}

TEST(Addresses, refuse_a_word_without_a_translation) {
    EXPECT_THROW(english_pattern("/vragen/onbekend"), std::logic_error);
    EXPECT_THROW(english_pattern("/questions"), std::logic_error);
}

TEST(Addresses, fill_the_parts_in_order_and_encode_them) {
    EXPECT_EQ(address(Language::nl, "/vragen/{id}/stem", {"a1"}), "/vragen/a1/stem");
    EXPECT_EQ(address(Language::en, "/netwerken/{netwerk}/reeksen/{nummer}", {"ict", "2"}),
              "/en/networks/ict/series/2");
    EXPECT_EQ(address(Language::nl, "/vragen/{id}", {"a/../b?c#d é"}), "/vragen/a%2F..%2Fb%3Fc%23d%20%C3%A9");
    EXPECT_EQ(address(Language::nl, "/vragen/{id}", {"{id}"}), "/vragen/%7Bid%7D");
    EXPECT_EQ(address(Language::nl, "/"), "/");
    EXPECT_EQ(address(Language::en, "/"), "/en");
}

TEST(Addresses, refuse_too_few_and_too_many_parts) {
    EXPECT_THROW(address(Language::nl, "/vragen/{id}"), std::logic_error);
    EXPECT_THROW(address(Language::nl, "/vragen/{id}", {"a", "b"}), std::logic_error);
    EXPECT_THROW(address(Language::nl, "/vragen", {"a"}), std::logic_error);
}

TEST(Addresses, lead_every_kind_of_record_to_its_page) {
    chain::Record record;
    record.id = "x1";
    record.parent = "q1";
    const std::vector<std::tuple<chain::Kind, std::string, std::string>> pages = {
        {chain::Kind::workshop, "/bijeenkomsten/x1", "/en/workshops/x1"},
        {chain::Kind::session, "/onderdelen/x1", "/en/sessions/x1"},
        {chain::Kind::question, "/vragen/x1", "/en/questions/x1"},
        {chain::Kind::answer, "/vragen/q1#x1", "/en/questions/q1#x1"},
        {chain::Kind::case_, "/praktijk/x1", "/en/practice/x1"},
        {chain::Kind::lesson, "/leerpunten/x1", "/en/lessons/x1"},
        {chain::Kind::summary, "/samenvattingen/x1", "/en/summaries/x1"},
        {chain::Kind::version, "/versies/x1", "/en/versions/x1"}};
    for (const auto& [kind, dutch, english] : pages) {
        record.kind = kind;
        EXPECT_EQ(address_of(Language::nl, record), dutch);
        EXPECT_EQ(address_of(Language::en, record), english);
    }
}

TEST(Addresses, of_the_whole_house_stay_apart_in_english_too) {
    std::set<std::string> dutch;
    std::set<std::string> english;
    for (const Route& route : app::all_routes()) {
        const std::string method = route.method == web::Method::post ? "POST " : "GET ";
        EXPECT_TRUE(dutch.insert(method + std::string(route.pattern)).second) << route.pattern;
        const bool is_file =
            route.pattern.find('.') != std::string_view::npos && !route.pattern.ends_with(".atom");
        EXPECT_FALSE(route.pattern == "/en" || route.pattern.starts_with("/en/")) << route.pattern;
        if (is_file || route.api) continue;
        EXPECT_TRUE(english.insert(method + english_pattern(route.pattern)).second) << route.pattern;
    }
    EXPECT_GT(english.size(), 80u);
}

}  // namespace
}  // namespace kring::desk
