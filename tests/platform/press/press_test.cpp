// SPDX-License-Identifier: EUPL-1.2
// Every format is judged by tools that had no part in making it: poppler, qpdf, LibreOffice, epubcheck.
#include "platform/press/press.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>
#include <sstream>

#include "tests/platform/press/printed.hpp"

namespace kring::press {
namespace {

const std::vector<std::string> headings = {"Inhoud",
                                           "Het kort",
                                           "De vijf leerpunten",
                                           "Vragen om een langere levensduur",
                                           "Wat je als eis kunt stellen",
                                           "Wat je beter kunt gunnen",
                                           "Reparatie en onderdelen",
                                           "Waar het misging",
                                           "Gebruikte laptops kopen",
                                           "Afspraken en wat ze opleveren",
                                           "Colofon"};

const std::vector<std::string> cells = {"Tabel 1. Eisen die in de praktijk zijn gesteld",
                                        "Onderwerp",
                                        "Inschrijvers",
                                        "Updates",
                                        "Minstens 7 jaar na levering",
                                        "Behuizing",
                                        "Keurmerk of gelijkwaardig"};

const std::string bars_alt =
    "Staafdiagram: per laptop per jaar 290 euro bij 4 jaar gebruik, 220 bij 6 jaar, 180 bij 7 jaar.";
const std::string line_alt =
    "Lijndiagram: het gemiddelde aantal jaren in gebruik stijgt van 4,1 in 2022 naar 6,4 in 2026.";

TEST(Pdf, is_tagged_a4_and_named) {
    const std::string told = told_of_pdf({"pdfinfo", "-isodates"}, printed(Format::pdf));
    for (const char* line : {"Title:           Langer doen met laptops\n", "Tagged:          yes\n", "(A4)\n",
                             "PDF version:     1.7\n", "CreationDate:    2026-11-23T00:00:00Z\n",
                             "ModDate:         2026-11-23T00:00:00Z\n", "JavaScript:      no\n"}) {
        EXPECT_NE(told.find(line), std::string::npos) << line << told;
    }
    const std::string meta = told_of_pdf({"pdfinfo", "-meta"}, printed(Format::pdf));
    EXPECT_TRUE(has_in_order(meta, {">Langer doen met laptops<", ">nl-NL<", ">Leernetwerk Duurzame ICT<",
                                    ">2026-11-23<", ">https://kring.example/nl/samenvatting/laptops/3<"}));
}

TEST(Pdf, has_language_bookmarks_and_alternative_texts) {
    const std::string told = told_of_pdf({"qpdf", "--json", "--json-key=qpdf"}, printed(Format::pdf));
    EXPECT_NE(told.find("\"/Lang\": \"u:nl-NL\""), std::string::npos);
    EXPECT_NE(told.find("\"/DisplayDocTitle\": true"), std::string::npos);
    EXPECT_NE(told.find("\"/Alt\": \"u:" + bars_alt + "\""), std::string::npos);
    EXPECT_NE(told.find("\"/Alt\": \"u:" + line_alt + "\""), std::string::npos);
    EXPECT_EQ(times(told, "\"/S\": \"/Figure\""), 2u) << "each figure has its text";
    const std::string outline = told_of_pdf({"qpdf", "--json", "--json-key=outlines"}, printed(Format::pdf));
    for (const std::string& heading : headings) {
        EXPECT_NE(outline.find("\"title\": \"" + heading + "\""), std::string::npos) << heading;
    }
}

TEST(Pdf, has_its_structure_in_reading_order) {
    const std::string told = told_of_pdf({"pdfinfo", "-struct-text"}, printed(Format::pdf));
    EXPECT_EQ(told.find("Error"), std::string::npos) << told.substr(0, 300);
    EXPECT_TRUE(has_in_order(told, {"H1 (block)",
                                    "\"Langer doen met laptops\"",
                                    "H2 (block)",
                                    "\"Inhoud\"",
                                    "L (block)",
                                    "LI (block)",
                                    "Link (inline)",
                                    "\"Het kort\"",
                                    "H2 (block)",
                                    "\"Het kort\"",
                                    "H3 (block)",
                                    "\"De vijf leerpunten\"",
                                    "L (block)",
                                    "Lbl (block)",
                                    "\"1. \"",
                                    "Span (inline)",
                                    "Figure",
                                    "Caption",
                                    "\"Figuur 1.",
                                    "H2 (block)",
                                    "\"Vragen om een langere levensduur\"",
                                    "H3 (block)",
                                    "\"Wat je als eis kunt stellen\"",
                                    "Table (block)",
                                    "Caption",
                                    "\"Tabel 1.",
                                    "TR",
                                    "TH",
                                    "/Scope /Column",
                                    "\"Onderwerp\"",
                                    "TR",
                                    "TH",
                                    "/Scope /Row",
                                    "\"Updates\"",
                                    "TD",
                                    "\"Minstens 7 jaar na levering\"",
                                    "Figure",
                                    "H2 (block)",
                                    "\"Reparatie en onderdelen\"",
                                    "H2 (block)",
                                    "\"Colofon\""}));
}

TEST(Pdf, embeds_every_font) {
    std::istringstream lines(told_of_pdf({"pdffonts"}, printed(Format::pdf)));
    std::string line;
    std::getline(lines, line);
    ASSERT_NE(line.find("emb sub uni"), std::string::npos);
    const std::size_t column = line.find("emb");
    std::getline(lines, line);
    int fonts = 0;
    while (std::getline(lines, line)) {
        EXPECT_EQ(line.substr(column, 11), "yes yes yes") << line;
        EXPECT_NE(line.find("NotoSans"), std::string::npos) << line;
        ++fonts;
    }
    EXPECT_GE(fonts, 3);
}

TEST(Pdf, tells_in_its_contents_the_pages_where_the_headings_stand) {
    std::istringstream contents(
        told_of_pdf({"pdftotext", "-layout", "-f", "2", "-l", "2"}, printed(Format::pdf)));
    const std::regex entry("^ *(.*[^ ]) {2,}([0-9]+)$");
    int entries = 0;
    for (std::string line; std::getline(contents, line);) {
        std::smatch found;
        if (!std::regex_match(line, found, entry)) continue;
        const std::string page =
            told_of_pdf({"pdftotext", "-f", found[2], "-l", found[2]}, printed(Format::pdf));
        EXPECT_NE(("\n" + page).find("\n" + found[1].str() + "\n"), std::string::npos) << line << "\n"
                                                                                       << page;
        ++entries;
    }
    EXPECT_EQ(entries, 8);
}

TEST(Pdf, has_a_running_title_and_page_number_after_the_cover) {
    const std::string cover = told_of_pdf({"pdftotext", "-f", "1", "-l", "1"}, printed(Format::pdf));
    EXPECT_EQ(times(cover, "Langer doen met laptops"), 1u);
    EXPECT_EQ(cover.find("\n1\n"), std::string::npos);
    const std::string third = told_of_pdf({"pdftotext", "-f", "3", "-l", "3"}, printed(Format::pdf));
    EXPECT_TRUE(has_in_order(third, {"Langer doen met laptops\n", "Het kort\n", "\n3\n"}));
}

TEST(Pdf, is_sound) {
    EXPECT_NE(
        told_of_pdf({"qpdf", "--check"}, printed(Format::pdf)).find("No syntax or stream encoding errors"),
        std::string::npos);
}

TEST(Press, prints_the_same_bytes_again) {
    for (const Format format : {Format::pdf, Format::odt, Format::docx, Format::epub}) {
        EXPECT_TRUE(print(styled_example(), format) == printed(format)) << static_cast<int>(format);
    }
}

TEST(Office, libreoffice_reads_all_of_both) {
    for (const auto& [format, extension] : {std::pair(Format::odt, "odt"), std::pair(Format::docx, "docx")}) {
        const std::string text = office_text(printed(format), extension);
        EXPECT_TRUE(has_in_order(text, headings)) << extension;
        EXPECT_TRUE(has_in_order(text, cells)) << extension;
        EXPECT_NE(text.find("Wat inkopers en leveranciers samen leerden"), std::string::npos) << extension;
        EXPECT_NE(text.find("Versie 3, vastgesteld op 23 november 2026."), std::string::npos) << extension;
        EXPECT_NE(text.find("Waterschap Ommer, adviseur duurzaamheid. Bijeenkomst 3"), std::string::npos)
            << extension;
    }
}

TEST(Office, odt_keeps_structure_pictures_and_language) {
    Archive odt = read_archive(printed(Format::odt));
    EXPECT_EQ(odt.front().name, "mimetype");
    const std::string& content = member(odt, "content.xml");
    EXPECT_TRUE(
        has_in_order(content, {"Title\">Langer doen met laptops<", "<svg:desc>" + bars_alt + "</svg:desc>",
                               "<table:table-header-rows>", "<svg:desc>" + line_alt + "</svg:desc>"}));
    EXPECT_EQ(times(content, "<table:table-header-rows>"), 3u);
    EXPECT_EQ(times(content, "text:outline-level=\"1\""), 7u);
    EXPECT_EQ(times(content, "text:style-name=\"Bron\""), 10u);
    EXPECT_NE(member(odt, "styles.xml").find("fo:language=\"nl\" fo:country=\"NL\""), std::string::npos);
    EXPECT_NE(member(odt, "meta.xml").find("<meta:creation-date>2026-11-23T00:00:00Z<"), std::string::npos);
    EXPECT_EQ(member(odt, "Pictures/0.png").substr(1, 3), "PNG");
    EXPECT_EQ(member(odt, "Pictures/1.png").substr(1, 3), "PNG");
}

TEST(Office, docx_keeps_structure_pictures_and_language) {
    Archive docx = read_archive(printed(Format::docx));
    const std::string& document = member(docx, "word/document.xml");
    EXPECT_TRUE(has_in_order(document, {"w:val=\"Title\"", "w:val=\"Heading1\"", "descr=\"" + bars_alt + "\"",
                                        "<w:tblHeader", "descr=\"" + line_alt + "\"", "w:w=\"11906\""}));
    EXPECT_EQ(times(document, "<w:tblHeader"), 3u);
    EXPECT_EQ(times(document, "w:val=\"Heading1\""), 7u);
    EXPECT_EQ(times(document, "w:val=\"Bron\""), 10u);
    EXPECT_NE(member(docx, "word/styles.xml").find("<w:lang w:val=\"nl-NL\"/>"), std::string::npos);
    const std::string& core = member(docx, "docProps/core.xml");
    EXPECT_TRUE(has_in_order(
        core, {"<dc:title>Langer doen met laptops<", "<dc:language>nl-NL<", "2026-11-23T00:00:00Z"}));
    EXPECT_EQ(times(all_members(printed(Format::docx)), "\x89PNG"), 2u);
}

TEST(Epub, passes_epubcheck) {
    const std::string told = told_by({"java", "-jar", "/usr/share/java/epubcheck.jar", "it.epub"},
                                     printed(Format::epub), "it.epub");
    EXPECT_NE(told.find("0 fatals / 0 errors / 0 warnings"), std::string::npos) << told;
}

TEST(Epub, tells_how_accessible_it_is) {
    Archive epub = read_archive(printed(Format::epub));
    const std::string& package = member(epub, "EPUB/content.opf");
    for (const char* said :
         {"<dc:identifier id=\"epub-id-1\">https://kring.example/nl/samenvatting/laptops/3<",
          "<dc:language>nl-NL<", "<dc:publisher>Leernetwerk Duurzame ICT<", "2026-11-23",
          "schema:accessMode\">textual<", "schema:accessMode\">visual<",
          "schema:accessModeSufficient\">textual<", "alternativeText<", "schema:accessibilityHazard\">none<",
          "schema:accessibilitySummary\">Alle tekst"}) {
        EXPECT_NE(package.find(said), std::string::npos) << said << package;
    }
    const std::string all = all_members(printed(Format::epub));
    EXPECT_TRUE(has_in_order(member(epub, "EPUB/nav.xhtml"), {"epub:type=\"toc\"", "Het kort", "Colofon"}));
    EXPECT_NE(all.find("alt=\"" + bars_alt + "\""), std::string::npos);
    EXPECT_NE(all.find("<figcaption>"), std::string::npos);
    EXPECT_EQ(times(all, "<th scope=\"row\">"), 13u);
    EXPECT_EQ(times(all, "Langer doen met laptops</h1>"), 2u) << "cover and contents";
    EXPECT_EQ(times(all, "\nEPUB/text/ch"), 6u) << "a file for each chapter";
}

TEST(Press, speaks_english_when_asked) {
    Publication publication = styled_example();
    publication.language = "en";
    EXPECT_NE(all_members(print(publication, Format::docx)).find("<w:lang w:val=\"en-GB\"/>"),
              std::string::npos);
    const std::string epub = all_members(print(publication, Format::epub));
    EXPECT_NE(epub.find("<dc:language>en-GB<"), std::string::npos);
    EXPECT_NE(epub.find("accessibilitySummary\">All text"), std::string::npos);
}

TEST(Press, prints_a_plain_document_without_contents_or_pictures) {
    Publication publication;
    publication.title = "Kort & \"krachtig\" </style> {}";
    publication.language = "nl";
    publication.publisher = "A & B <C>";
    publication.date = "2026-02-28";
    publication.identifier = "https://kring.example/?a=1&b=2";
    publication.html = "<html><body><h1>Kort</h1><p>Eén alinea.</p></body></html>";
    const std::string pdf = print(publication, Format::pdf);
    EXPECT_NE(told_of_pdf({"pdfinfo"}, pdf).find("Title:           Kort & \"krachtig\" </style> {}\n"),
              std::string::npos);
    EXPECT_NE(told_of_pdf({"pdftotext"}, pdf).find("Eén alinea."), std::string::npos);
    EXPECT_NE(office_text(print(publication, Format::odt), "odt").find("Eén alinea."), std::string::npos);
    const std::string told = told_by({"java", "-jar", "/usr/share/java/epubcheck.jar", "it.epub"},
                                     print(publication, Format::epub), "it.epub");
    EXPECT_NE(told.find("0 fatals / 0 errors / 0 warnings"), std::string::npos) << told;
}

TEST(Press, names_the_browser_that_is_missing) {
    ::setenv("KRING_CHROMIUM", "/nonexistent/browser", 1);
    std::string why;
    try {
        print(styled_example(), Format::pdf);
    } catch (const std::runtime_error& error) {
        why = error.what();
    }
    ::unsetenv("KRING_CHROMIUM");
    EXPECT_NE(why.find("press: browser"), std::string::npos) << why;
}

TEST(Press, refuses_a_day_that_does_not_exist) {
    Publication publication = styled_example();
    publication.date = "2026-02-30";
    EXPECT_THROW(print(publication, Format::odt), std::runtime_error);
}

}  // namespace
}  // namespace kring::press
