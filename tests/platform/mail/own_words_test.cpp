// SPDX-License-Identifier: EUPL-1.2
// Answers as mail programs make them: what somebody typed stays, what they quote goes.
#include <gtest/gtest.h>

#include <chrono>

#include "platform/mail/incoming.hpp"

namespace kring::mail {
namespace {

const std::vector<std::string> markers = {"##- Antwoord? Schrijf boven deze regel. -##",
                                          "##- To answer, write above this line. -##"};

std::string own(const std::string& text) { return own_words(text, markers); }

TEST(OwnWords, are_all_there_is_without_a_quote) {
    EXPECT_EQ(own("Ja.\n\nWij doen dat al jaren.\n"), "Ja.\n\nWij doen dat al jaren.");
    EXPECT_EQ(own("Ja.\r\n\r\nWij ook.\r\n"), "Ja.\n\nWij ook.");
    EXPECT_EQ(own(""), "");
    EXPECT_EQ(own("\n \n\t\n"), "");
    EXPECT_EQ(own("een\n\n\n\n\ntwee"), "een\n\ntwee");
}

TEST(OwnWords, stand_above_what_gmail_quotes) {
    EXPECT_EQ(own("Zeven jaar lukt.\n\nOp ma 23 nov 2026 om 10:00 schreef Kring <kring@kring.example>:\n\n"
                  "> ##- Antwoord? Schrijf boven deze regel. -##\n>\n> Anna vraagt in ICT:\n"),
              "Zeven jaar lukt.");
    EXPECT_EQ(
        own("Seven years.\n\nOn Mon, Nov 23, 2026 at 10:00 AM Kring <kring@kring.example> wrote:\n> x\n"),
        "Seven years.");
}

TEST(OwnWords, stand_above_an_attribution_broken_over_lines) {
    EXPECT_EQ(own("Goed idee.\n\nOp ma 23 nov 2026 om 10:00 schreef Kring <\n"
                  "antwoord+01hgx.0f@kring.example>:\n> Anna vraagt\n"),
              "Goed idee.");
    EXPECT_EQ(own("Good.\n\nOn Mon, 23 Nov 2026 at 10:00,\nKring <kring@kring.example>\nwrote:\n\n> x"),
              "Good.");
}

TEST(OwnWords, stand_above_what_apple_mail_quotes) {
    EXPECT_EQ(own("Prima.\n\n> Op 23 nov. 2026, om 10:00 heeft Kring <kring@kring.example> het volgende "
                  "geschreven:\n>\n> Anna vraagt\n"),
              "Prima.");
    EXPECT_EQ(own("Prima.\n\nOp 23 nov. 2026, om 10:00 heeft Kring <kring@kring.example> het volgende "
                  "geschreven:\n\nAnna vraagt\n"),
              "Prima.");
}

TEST(OwnWords, stand_above_the_block_of_outlook) {
    const std::string dutch =
        "Dat kan.\n\nGroet, Bram\n\n________________________________\nVan: Kring <kring@kring.example>\n"
        "Verzonden: maandag 23 november 2026 10:00\nAan: Bram Hoekstra\nOnderwerp: [ICT] Hoe lang?\n\nAnna "
        "vraagt in ICT:\n";
    EXPECT_EQ(own(dutch), "Dat kan.\n\nGroet, Bram");
    EXPECT_EQ(own("Yes.\n\nFrom: Kring <kring@kring.example>\nSent: Monday, November 23, 2026 10:00 AM\n"
                  "To: Bram\nSubject: x\n\nquoted"),
              "Yes.");
    EXPECT_EQ(own("Ja.\n\n*Van:* Kring\n*Verzonden:* maandag\n*Aan:* Bram\n\nx"), "Ja.");
}

TEST(OwnWords, stand_above_a_divider) {
    EXPECT_EQ(own("Ja.\n\n-----Oorspronkelijk bericht-----\nVan: Kring\n"), "Ja.");
    EXPECT_EQ(own("Yes.\n-------- Original Message --------\nx"), "Yes.");
    EXPECT_EQ(own("Zie:\n---------- Forwarded message ---------\nx"), "Zie:");
}

TEST(OwnWords, stand_above_our_own_line_in_any_language_of_the_mail_program) {
    EXPECT_EQ(own("Sí.\n\nEl lun, 23 nov 2026 a las 10:00, Kring escribió:\n\n"
                  "##- Antwoord? Schrijf boven deze regel. -##\n\nAnna vraagt in ICT:\n"),
              "Sí.");
    EXPECT_EQ(own("Ja.\n##- To answer, write above this line. -##\nAnna asks"), "Ja.");
    // The line is all that was there: nobody wrote anything.
    EXPECT_EQ(own("##- Antwoord? Schrijf boven deze regel. -##\n\nAnna vraagt in ICT:\nHoe lang?"), "");
}

TEST(OwnWords, may_stand_below_the_quote_or_between_its_lines) {
    EXPECT_EQ(own("Op 23-11-2026 10:00 schreef Kring:\n> Hoe lang?\n> En waarom?\n\nZeven jaar.\n"),
              "Zeven jaar.");
    EXPECT_EQ(
        own("Hoi,\n\nOn 23/11/2026 10:00, Kring wrote:\n> Hoe lang?\n\nZeven jaar.\n\n> En waarom?\n\nOm "
            "het geld.\n"),
        "Hoi,\n\nZeven jaar.\n\nOm het geld.");
}

TEST(OwnWords, end_where_the_signature_begins) {
    EXPECT_EQ(own("Ja.\n\n-- \nBram Hoekstra\nWaterschap Ommer\n06 12345678\n"), "Ja.");
    EXPECT_EQ(own("Ja.\n--\nBram"), "Ja.");
    EXPECT_EQ(own("Ja.\n\nVerstuurd vanaf mijn iPhone\n"), "Ja.");
    EXPECT_EQ(
        own("Ja.\n\nSent from my iPhone\n\nOn 23 Nov 2026, at 10:00, Kring <k@kring.example> wrote:\n> x"),
        "Ja.");
    EXPECT_EQ(own("Yes.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n"), "Yes.");
}

TEST(OwnWords, keep_what_only_looks_like_a_quote) {
    const std::vector<std::string> kept = {
        "Op 3 juli 2026 schreef de minister:\n\nHet moet langer mee.",
        "On page 12 they wrote:\n\nreuse first",
        "Van: is een raar woord om mee te beginnen.\n\nMaar het mag.",
        "Twee dingen:\n- een\n--- twee\n- drie",
        "Wij schreven op 10.00 uur: ja",
        "Ik verstuurde het vanaf mijn werkplek.\n\nDat ging goed.",
        "1. eerst dit\n2. dan dat",
    };
    for (const std::string& text : kept) EXPECT_EQ(own(text), text);
}

TEST(OwnWords, are_found_in_time_that_grows_with_the_text_alone) {
    const auto seconds = [](const std::string& unit, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) text += unit;
        const auto begin = std::chrono::steady_clock::now();
        (void)own(text);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    for (const std::string unit :
         {"Op \n", "On 1 \n", "> \n", "Van:\n", "\n", "Van: a\nAan: b\n ", "--- \n", ">"}) {
        (void)seconds(unit, 1000);
        EXPECT_LT(seconds(unit, 20'000), 3.0) << unit;
    }
}

TEST(HtmlWords, tell_what_a_reader_sees) {
    EXPECT_EQ(html_words("<p>Ja.</p><p>Wij <b>ook</b>.</p>"), "Ja.\n\nWij ook.");
    EXPECT_EQ(html_words("een<br>twee<br/>drie"), "een\ntwee\ndrie");
    EXPECT_EQ(html_words("een<br><br>twee"), "een\n\ntwee");
    EXPECT_EQ(html_words("<div>een</div><div>twee</div>"), "een\ntwee");
    EXPECT_EQ(html_words("<ul><li>een</li><li>twee</li></ul>"), "- een\n- twee");
    EXPECT_EQ(html_words("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"), "a b\nc");
    EXPECT_EQ(html_words("  veel \n  wit\t\n "), "veel wit");
    EXPECT_EQ(html_words("<pre>een\n  twee</pre>"), "een\ntwee");
    EXPECT_EQ(html_words(""), "");
}

TEST(HtmlWords, read_entities_once) {
    EXPECT_EQ(html_words("&eacute;&euml; &euro;5 &amp;lt; &#233; &#xE9; &#128512;"), "éë €5 &lt; é é 😀");
    EXPECT_EQ(html_words("AT&T &onbekend; &#0; &#xD800; &"), "AT&T &onbekend; &");
}

TEST(HtmlWords, leave_out_what_is_not_said) {
    EXPECT_EQ(html_words("<html><head><title>x</title><style>p{color:red}</style></head><body>Ja"
                         "<script>alert('<p>nee</p>')</script><!-- <p>nee</p> --></body></html>"),
              "Ja");
    EXPECT_EQ(html_words("<!DOCTYPE html><?xml x?><p title=\"a > b\" class='c'>Ja</p>"), "Ja");
    EXPECT_EQ(html_words("1 < 2 en 3 > 2"), "1 < 2 en 3 > 2");
    EXPECT_EQ(html_words("<p"), "");
    EXPECT_EQ(html_words("ja<!-- nooit af"), "ja");
}

TEST(HtmlWords, put_quotes_behind_a_mark_so_that_they_go) {
    const std::string gmail =
        "<div dir=\"ltr\">Zeven jaar.</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">Op ma 23 "
        "nov "
        "2026 om 10:00 schreef Kring &lt;<a "
        "href=\"mailto:k@kring.example\">k@kring.example</a>&gt;:<br></div>"
        "<blockquote class=\"gmail_quote\">##- Antwoord? Schrijf boven deze regel. -##<br><br>Anna "
        "vraagt</blockquote></div>";
    EXPECT_EQ(html_words("<blockquote>een<br>twee<blockquote>drie</blockquote></blockquote>vier"),
              "> een\n> twee\n\n> drie\n\nvier");
    EXPECT_EQ(own(html_words(gmail)), "Zeven jaar.");
    const std::string outlook =
        "<div>Dat kan.</div><hr><div><b>Van:</b> Kring<br><b>Verzonden:</b> maandag<br><b>Aan:</b> Bram<br>"
        "<b>Onderwerp:</b> Hoe lang?</div><div>Anna vraagt</div>";
    EXPECT_EQ(own(html_words(outlook)), "Dat kan.");
}

TEST(HtmlWords, take_time_that_grows_with_the_text_alone) {
    for (const std::string unit :
         {"<b>", "<", "<!--", "&", "&#", "<blockquote>", "<p>a", "</p>", "<a \"", "<pre>\n"}) {
        std::string text;
        while (text.size() < 1'000'000) text += unit;
        const auto begin = std::chrono::steady_clock::now();
        (void)html_words(text);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        EXPECT_LT(taken.count(), 3.0) << unit;
    }
}

}  // namespace
}  // namespace kring::mail
