// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/pages.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/summary/printing.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/summary/summary_world.hpp"
#include "tests/domain/summary/xml_check.hpp"
#include "tests/fixtures/html_tree.hpp"

namespace kring::summary {
namespace {

class SummaryPages : public SummaryWorld {
protected:
    std::string freeze_one() {
        stated("Het kan.", {"les-bron", "vraag-stil"});
        return freeze_as("eva", 1)->record.id;
    }
    web::Fields page_of(std::string_view number, std::string_view file = "") {
        web::Fields parts = {{"id", summary_id}, {"nummer", std::string(number)}};
        if (!file.empty()) parts.emplace_back("bestand", file);
        return parts;
    }
    void keep(std::string_view version_id, std::string_view bytes) {
        const Unprinted file{std::string(version_id), "nl", press::Format::pdf};
        EXPECT_TRUE(as("operator", [&](const Act& act) { return keep_file(act, file, bytes); }));
    }
};

std::vector<std::string> texts(const std::vector<const fixtures::HtmlNode*>& nodes) {
    std::vector<std::string> found;
    for (const auto* node : nodes) found.push_back(node->text);
    return found;
}

TEST_P(SummaryPages, have_an_english_address_each) {
    for (const desk::Route& route : routes())
        EXPECT_NO_THROW(desk::english_pattern(route.pattern)) << route.pattern;
}

TEST_P(SummaryPages, show_everyone_the_version_with_its_sources) {
    freeze_one();
    for (const html::Language language : html::languages) {
        const web::Response response = get("/publicaties/{id}/{nummer}", page_of("1"), "", language);
        ASSERT_EQ(response.status, 200);
        EXPECT_FALSE(response.is_personal);
        const auto page = fixtures::parse_page(response.body);
        EXPECT_EQ(texts(page.all("h1")), Words{"Wat wij leerden"});
        bool has_statement = false;
        for (const auto* article : page.all("article")) {
            has_statement = has_statement || *article->attribute("id") == "c1-s1";
        }
        EXPECT_TRUE(has_statement);
        EXPECT_EQ(page.all("svg").size(), 4u);  // logo, menu, eye, picture
        EXPECT_EQ(page.all("table").size(), 1u);
    }
    EXPECT_EQ(get("/publicaties/{id}", {{"id", summary_id}}).status, 200);
    EXPECT_EQ(get("/publicaties/{id}/{nummer}", page_of("2")).status, 404);
    EXPECT_EQ(get("/publicaties/{id}/{nummer}", page_of("een")).status, 404);
    EXPECT_EQ(get("/publicaties/{id}", {{"id", "nergens"}}).status, 404);
}

TEST_P(SummaryPages, link_a_source_only_for_who_may_read_it) {
    stated("Het kan.", {"les-anna"}, Naming::none);
    ASSERT_TRUE(answer("anna", "les-anna", true));
    ASSERT_TRUE(freeze_as("eva", 1));
    const auto body = [&](std::string_view person) {
        return get("/publicaties/{id}/{nummer}", page_of("1"), person).body;
    };
    EXPECT_EQ(body("").find("/leerpunten/les-anna"), std::string::npos);
    EXPECT_EQ(body("").find("accu die je zelf"), std::string::npos);
    EXPECT_NE(body("").find("besloten, daarom zonder titel"), std::string::npos);
    EXPECT_NE(body("bram").find("/leerpunten/les-anna"), std::string::npos);
}

TEST_P(SummaryPages, say_what_succeeded_a_version_and_why) {
    freeze_one();
    ASSERT_TRUE(freeze_as("eva", 2, "Een getal klopte niet."));
    const std::string old = get("/publicaties/{id}/{nummer}", page_of("1")).body;
    EXPECT_NE(old.find("De reden: Een getal klopte niet."), std::string::npos);
    EXPECT_NE(old.find("/publicaties/" + summary_id + "/2\">versie 2</a>"), std::string::npos);
    EXPECT_EQ(get("/publicaties/{id}/{nummer}", page_of("2")).body.find("De reden:"), std::string::npos);
}

TEST_P(SummaryPages, hand_out_files_when_they_are_printed) {
    const std::string id = freeze_one();
    EXPECT_EQ(get("/publicaties/{id}/{nummer}/{bestand}", page_of("1", "nl.pdf")).status, 404);
    EXPECT_NE(get("/publicaties/{id}/{nummer}", page_of("1")).body.find("wordt gemaakt"), std::string::npos);
    keep(id, std::string("%PDF\0x", 6));
    keep(id, "een ander bestand");
    const web::Response file = get("/publicaties/{id}/{nummer}/{bestand}", page_of("1", "nl.pdf"));
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, std::string("%PDF\0x", 6));
    EXPECT_EQ(header_of(file, "Content-Type"), "application/pdf");
    EXPECT_EQ(header_of(file, "ETag"), "\"" + sha256_hex(std::string("%PDF\0x", 6)) + "\"");
    EXPECT_EQ(
        header_of(file, "Content-Disposition").find("attachment; filename=\"wat-wij-leerden-versie-1.pdf\""),
        0u);
    for (const char* other : {"en.pdf", "nl.exe", "nl", "nl.pdf.pdf", "..", "xx.pdf"}) {
        EXPECT_EQ(get("/publicaties/{id}/{nummer}/{bestand}", page_of("1", other)).status, 404) << other;
    }
    EXPECT_EQ(database.read([](db::Connection& in) { return unprinted(in); }).size(), 3u);
}

TEST_P(SummaryPages, hand_out_the_text_behind_the_hash) {
    freeze_one();
    const web::Response text = get("/publicaties/{id}/{nummer}/{bestand}", page_of("1", "tekst"));
    EXPECT_EQ(header_of(text, "Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(sha256_hex(text.body), version(1).hash);
}

TEST_P(SummaryPages, feed_every_public_version) {
    EXPECT_EQ(tests::fault_in_xml(get("/publicaties.atom", {}).body), "");
    const std::string id = freeze_one();
    keep(id, "bytes");
    now = now + hour_ms;
    ASSERT_TRUE(freeze_as("eva", 2, "R&D <toegevoegd>"));
    for (const html::Language language : html::languages) {
        const web::Response feed = get("/publicaties.atom", {}, "", language);
        EXPECT_EQ(tests::fault_in_xml(feed.body), "");
        EXPECT_EQ(header_of(feed, "Content-Type"), "application/atom+xml; charset=utf-8");
        EXPECT_LT(feed.body.find("2</title>"), feed.body.find("1</title>"));
        EXPECT_NE(feed.body.find("<id>tag:kring.example,2026-01-01:version/" + id + "</id>"),
                  std::string::npos);
        EXPECT_NE(feed.body.find("length=\"5\""), std::string::npos);
        EXPECT_NE(feed.body.find("R&amp;D &lt;toegevoegd&gt;"), std::string::npos);
    }
    EXPECT_NE(get("/publicaties", {}).body.find("Wat wij leerden"), std::string::npos);
}

TEST_P(SummaryPages, make_a_whole_document_for_the_press) {
    freeze_one();
    const press::Publication made = publication(site, version(1), "nl");
    EXPECT_EQ(made.publisher, "Duurzame ICT");
    EXPECT_EQ(made.date, "2026-11-23");
    EXPECT_EQ(made.identifier, "https://kring.example/publicaties/" + summary_id + "/1");
    ASSERT_EQ(made.pictures.size(), 1u);
    EXPECT_EQ(tests::fault_in_xml(made.pictures[0].svg), "");
    const auto page = fixtures::parse_page(made.html);
    EXPECT_EQ(*page.all("img")[0]->attribute("src"), made.pictures[0].name);
    for (const auto* link : page.all("a")) {
        const std::string& href = *link->attribute("href");
        EXPECT_TRUE(href[0] == '#' || href.rfind("https://", 0) == 0) << href;
    }
    EXPECT_NE(made.html.find("href=\"https://kring.example/leerpunten/les-bron\""), std::string::npos);
    EXPECT_NO_THROW(publication(site, version(1), "en"));
}

TEST_P(SummaryPages, of_the_working_summary_are_for_its_editors) {
    const std::string statement = stated("Het kan.", {"les-anna", "vraag-dicht"});
    const std::vector<std::pair<std::string, std::string>> addresses = {
        {"/samenvattingen/{id}", summary_id},
        {"/samenvattingen/{id}/bewerken", summary_id},
        {"/samenvattingen/{id}/hoofdstukken/nieuw", summary_id},
        {"/samenvattingen/{id}/versies/nieuw", summary_id},
        {"/hoofdstukken/{id}/bewerken", chapter_id},
        {"/hoofdstukken/{id}/stellingen/nieuw", chapter_id},
        {"/stellingen/{id}/bewerken", statement},
        {"/stellingen/{id}/bronnen", statement}};
    for (const auto& [pattern, id] : addresses) {
        for (const char* editor : {"eva", "femke"}) {
            EXPECT_EQ(get(pattern, {{"id", id}}, editor).status, 200) << pattern;
            EXPECT_EQ(get(pattern, {{"id", id}}, editor, html::Language::en).status, 200) << pattern;
        }
        for (const char* other : {"anna", "sami", "olga", "beheer", ""}) {
            EXPECT_EQ(get(pattern, {{"id", id}}, other).status, 404) << pattern << " " << other;
        }
    }
}

TEST_P(SummaryPages, keep_both_texts_when_two_editors_write_at_once) {
    const std::string statement = stated("Het kan.", {});
    const std::string seen = std::to_string(revision());
    ASSERT_TRUE(reword(statement, "Femke was eerst.", "femke"));
    const web::Response clash = post("/stellingen/{id}/bewerken", {{"id", statement}}, "eva",
                                     {{"revision", seen}, {"text_nl", "Eva schreef dit."}});
    EXPECT_EQ(clash.status, 409);
    const auto page = fixtures::parse_page(clash.body);
    EXPECT_EQ(texts(page.all("textarea")), Words{"Eva schreef dit."});
    EXPECT_NE(clash.body.find("Femke was eerst."), std::string::npos);
    const std::string newest = std::to_string(revision());
    EXPECT_NE(clash.body.find("name=\"revision\" value=\"" + newest + "\""), std::string::npos);
    EXPECT_EQ(working().chapters[0].statements[0].text.nl, "Femke was eerst.");
    EXPECT_EQ(post("/stellingen/{id}/bewerken", {{"id", statement}}, "eva",
                   {{"revision", newest}, {"text_nl", "Eva schreef dit."}})
                  .status,
              303);
    EXPECT_EQ(working().chapters[0].statements[0].text.nl, "Eva schreef dit.");
}

TEST_P(SummaryPages, let_an_editor_build_and_freeze_a_summary) {
    const auto at = [&] {
        return std::pair<std::string, std::string>{"revision", std::to_string(revision())};
    };
    ASSERT_EQ(post("/hoofdstukken/{id}/stellingen/nieuw", {{"id", chapter_id}}, "eva",
                   {at(), {"text_nl", "Het kan."}})
                  .status,
              303);
    const std::string statement = working().chapters[0].statements[0].id;
    ASSERT_EQ(post("/stellingen/{id}/bronnen", {{"id", statement}}, "eva",
                   {at(), {"record", "les-anna"}, {"naming", "name"}})
                  .status,
              303);
    const std::string consent = first_text("select id from consents");
    const web::Response page = get("/toestemming/{id}", {{"id", consent}}, "anna");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Anna de Wit, Gemeente Linderdam"), std::string::npos);
    EXPECT_EQ(post("/toestemming/{id}", {{"id", consent}}, "anna", {}).status, 400);
    EXPECT_EQ(post("/samenvattingen/{id}/versies/nieuw", {{"id", summary_id}}, "eva", {at(), {"number", "1"}})
                  .status,
              400);
    EXPECT_EQ(post("/toestemming/{id}", {{"id", consent}}, "anna", {{"decision", "agreed"}}).status, 303);
    EXPECT_EQ(post("/samenvattingen/{id}/versies/nieuw", {{"id", summary_id}}, "eva",
                   {{"revision", "1"}, {"number", "1"}})
                  .status,
              409);
    const web::Response frozen =
        post("/samenvattingen/{id}/versies/nieuw", {{"id", summary_id}}, "eva", {at(), {"number", "1"}});
    EXPECT_EQ(header_of(frozen, "Location"), "/publicaties/" + summary_id + "/1?m=summary_frozen");
    const web::Response back = get("/versies/{id}", {{"id", version(1).record.id}});
    EXPECT_EQ(header_of(back, "Location"), "/publicaties/" + summary_id + "/1");
}

TEST_P(SummaryPages, move_and_remove_chapters_and_statements) {
    const std::string first = stated("Een.", {});
    const std::string second = stated("Twee.", {"les-bron"});
    const auto at = [&] {
        return std::pair<std::string, std::string>{"revision", std::to_string(revision())};
    };
    ASSERT_EQ(post("/stellingen/{id}/volgorde", {{"id", second}}, "eva", {at(), {"by", "-1"}}).status, 303);
    EXPECT_EQ(working().chapters[0].statements[0].text.nl, "Twee.");
    EXPECT_EQ(post("/hoofdstukken/{id}/verwijdering", {{"id", chapter_id}}, "eva", {at()}).status, 409);
    ASSERT_EQ(post("/stellingen/{id}/verwijdering", {{"id", first}}, "eva", {at()}).status, 303);
    ASSERT_EQ(
        post("/stellingen/{id}/bronnen/verwijdering", {{"id", second}}, "eva", {at(), {"record", "les-bron"}})
            .status,
        303);
    ASSERT_EQ(post("/stellingen/{id}/verwijdering", {{"id", second}}, "eva", {at()}).status, 303);
    EXPECT_EQ(
        post("/hoofdstukken/{id}/verwijdering", {{"id", chapter_id}}, "eva", {{"revision", "1"}}).status,
        303);
    EXPECT_EQ(working().chapters.size(), 1u);
    ASSERT_EQ(post("/hoofdstukken/{id}/verwijdering", {{"id", chapter_id}}, "eva", {at()}).status, 303);
    EXPECT_EQ(working().chapters.size(), 0u);
}

TEST_P(SummaryPages, make_one_summary_a_network) {
    EXPECT_EQ(get("/netwerken/{netwerk}/samenvattingen/nieuw", {{"netwerk", "ict"}}, "eva").status, 303);
    EXPECT_EQ(get("/netwerken/{netwerk}/samenvattingen/nieuw", {{"netwerk", "meubels"}}, "olga").status, 200);
    EXPECT_EQ(get("/netwerken/{netwerk}/samenvattingen/nieuw", {{"netwerk", "ict"}}, "anna").status, 404);
    const web::Response wrong = post("/netwerken/{netwerk}/samenvattingen/nieuw", {{"netwerk", "meubels"}},
                                     "olga", {{"languages", "nl en"}, {"title_nl", "Stoelen"}});
    EXPECT_EQ(wrong.status, 400);
    EXPECT_NE(wrong.body.find("Vul de titel in het Engels in."), std::string::npos);
    EXPECT_EQ(post("/netwerken/{netwerk}/samenvattingen/nieuw", {{"netwerk", "meubels"}}, "olga",
                   {{"languages", "nl"}, {"title_nl", "Stoelen"}})
                  .status,
              303);
    EXPECT_EQ(post("/netwerken/{netwerk}/samenvattingen/nieuw", {{"netwerk", "meubels"}}, "olga",
                   {{"languages", "nl"}, {"title_nl", "Nog een"}})
                  .status,
              409);
}

KRING_ON_BOTH_ENGINES(SummaryPages);

}  // namespace
}  // namespace kring::summary
