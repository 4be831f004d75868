// SPDX-License-Identifier: EUPL-1.2
#include "app/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/embedded.hpp"
#include "app/glossary.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring {
namespace {

using fixtures::Desk;
using fixtures::link_of;
using fixtures::parse_page;
using fixtures::texts_of;

class AboutPages : public testing::TestWithParam<db::Engine> {
protected:
    Desk desk{GetParam(), app::about_routes()};
};

TEST_P(AboutPages, speak_both_languages_and_send_no_cookie) {
    const std::vector<std::array<std::string, 3>> pages = {
        {"/hulp", "Zo werkt Kring", "Zichtbaar voor: iedereen"},
        {"/woordenlijst", "Woordenlijst", "Zichtbaar voor: iedereen"},
        {"/toegankelijkheid", "Toegankelijkheid", "Zichtbaar voor: iedereen"},
        {"/privacy", "Privacy", "Zichtbaar voor: iedereen"},
        {"/kwetsbaarheid-melden", "Kwetsbaarheid melden", "Zichtbaar voor: iedereen"},
        {"/status", "Status", "Zichtbaar voor: iedereen"},
        {"/en/help", "How Kring works", "Visible to: everyone"},
        {"/en/glossary", "Glossary", "Visible to: everyone"},
        {"/en/accessibility", "Accessibility", "Visible to: everyone"},
        {"/en/privacy", "Privacy", "Visible to: everyone"},
        {"/en/report-vulnerability", "Report a vulnerability", "Visible to: everyone"},
        {"/en/status", "Status", "Visible to: everyone"},
    };
    for (const auto& [address, title, visible] : pages) {
        const web::Response response = desk.get("", address);
        EXPECT_EQ(response.status, 200) << address;
        EXPECT_FALSE(response.is_personal) << address;
        const auto page = parse_page(response.body);
        EXPECT_EQ(texts_of(page, "h1"), std::vector<std::string>{title}) << address;
        EXPECT_EQ(texts_of(page, "p", "k-visible-for"), std::vector<std::string>{visible}) << address;
        for (const auto& [name, value] : response.headers) EXPECT_NE(name, "Set-Cookie") << address;
    }
}

TEST_P(AboutPages, name_who_answers_for_the_site) {
    const auto page = parse_page(desk.get("", "/kwetsbaarheid-melden").body);
    EXPECT_EQ(link_of(page, "kring@kring.example"), "mailto:kring@kring.example");
}

TEST_P(AboutPages, lead_on_to_pages_in_the_same_language) {
    const auto dutch = parse_page(desk.get("", "/hulp").body);
    EXPECT_EQ(link_of(dutch, "Trek een anonieme vraag in met je sleutel"), "/vragen/sleutel");
    const auto english = parse_page(desk.get("", "/en/help").body);
    EXPECT_EQ(link_of(english, "Withdraw an anonymous question with your key"), "/en/questions/key");
}

TEST_P(AboutPages, tell_version_and_engine_and_nothing_else_of_the_machine) {
    const auto page = parse_page(desk.get("", "/en/status").body);
    const std::string engine = GetParam() == db::Engine::sqlite ? "SQLite" : "PostgreSQL";
    const auto texts = texts_of(page, "div", "k-prose");
    ASSERT_EQ(texts.size(), 1u);
    EXPECT_EQ(texts.front(),
              "Kring is up. The database answered at 23 November 2026, 10:00. Version: " KRING_VERSION
              " Database: " +
                  engine +
                  " If you see this page, the site works."
                  " If something fails all the same, mail the administrator.");
}

TEST_P(AboutPages, show_each_word_of_the_glossary_once) {
    const auto page = parse_page(desk.get("", "/woordenlijst").body);
    std::vector<std::string> words;
    for (const auto* cell : page.all("th")) {
        if (cell->attribute("lang")) words.push_back(cell->text);
    }
    EXPECT_EQ(words.size(), app::glossary().size());
    EXPECT_EQ(std::set<std::string>(words.begin(), words.end()).size(), words.size());
}

TEST_P(AboutPages, give_programs_the_security_contact_of_rfc_9116) {
    const web::Response response = desk.get("", "/.well-known/security.txt");
    EXPECT_EQ(response.body,
              "Contact: mailto:kring@kring.example\n"
              "Expires: 2027-05-22T00:00:00Z\n"
              "Preferred-Languages: nl, en\n"
              "Canonical: https://kring.example/.well-known/security.txt\n"
              "Policy: https://kring.example/kwetsbaarheid-melden\n");
    EXPECT_EQ(response.headers.front(),
              (std::pair<std::string, std::string>{"Content-Type", "text/plain; charset=utf-8"}));
}

TEST_P(AboutPages, keep_robots_out_of_rooms_where_nothing_is_to_be_read) {
    EXPECT_EQ(desk.get("", "/robots.txt").body,
              "User-agent: *\n"
              "Disallow: /aanmelden\nDisallow: /en/sign-in\n"
              "Disallow: /uitnodiging\nDisallow: /en/invitation\n"
              "Disallow: /mijn\nDisallow: /en/my\n"
              "Disallow: /beheer\nDisallow: /en/admin\n"
              "Disallow: /zoeken\nDisallow: /en/search\n");
}

KRING_ON_BOTH_ENGINES(AboutPages);

// The phrases hold one word and one meaning for every term, and no others.
TEST(Glossary, has_a_phrase_for_every_term_and_no_others) {
    const html::Phrases phrases(app::embedded_catalogue_nl(), app::embedded_catalogue_en());
    std::set<std::string> wanted;
    for (const app::Term& term : app::glossary()) {
        wanted.insert("about.term." + std::string(term.key) + ".word");
        wanted.insert("about.term." + std::string(term.key) + ".meaning");
    }
    std::set<std::string> held;
    for (const std::string& key : phrases.keys()) {
        if (key.starts_with("about.term.")) held.insert(key);
    }
    EXPECT_EQ(held, wanted);
}

}  // namespace
}  // namespace kring
