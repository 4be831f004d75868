// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/request.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kring::web {
namespace {

using std::string_literals::operator""s;

const std::optional<Fields> nothing;

std::optional<Fields> fields(Fields wanted) { return wanted; }

TEST(Form, reads_names_and_values_in_order) {
    EXPECT_EQ(parse_urlencoded("b=2&a=1&b=3"), fields({{"b", "2"}, {"a", "1"}, {"b", "3"}}));
}

TEST(Form, reads_what_browsers_send) {
    // The WHATWG URL standard, section 5.1: "+" is a space, "=" belongs to the value after the first.
    EXPECT_EQ(parse_urlencoded("vraag=Wat+kost+het%3F&tekst=a%2Bb%3Dc"),
              fields({{"vraag", "Wat kost het?"}, {"tekst", "a+b=c"}}));
    EXPECT_EQ(parse_urlencoded("a=b=c"), fields({{"a", "b=c"}}));
    EXPECT_EQ(parse_urlencoded("tekst=een%0D%0Atwee"), fields({{"tekst", "een\r\ntwee"}}));
    EXPECT_EQ(parse_urlencoded("naam=Jos%C3%A9+%E2%82%AC"), fields({{"naam", "José €"}}));
    EXPECT_EQ(parse_urlencoded("pasted=a%0Bb"), fields({{"pasted", "a\vb"}}));
}

TEST(Form, reads_empty_pieces_as_the_standard_does) {
    EXPECT_EQ(parse_urlencoded(""), fields({}));
    EXPECT_EQ(parse_urlencoded("&&a=1&"), fields({{"a", "1"}}));
    EXPECT_EQ(parse_urlencoded("a"), fields({{"a", ""}}));
    EXPECT_EQ(parse_urlencoded("a="), fields({{"a", ""}}));
    EXPECT_EQ(parse_urlencoded("=b"), fields({{"", "b"}}));
}

TEST(Form, refuses_a_broken_escape) {
    for (const char* text : {"a=%", "a=%4", "a=%zz", "a=%4g", "%=1", "a=%%41", "a=% 41", "a=1&b=%f"}) {
        EXPECT_EQ(parse_urlencoded(text), nothing) << text;
    }
}

TEST(Form, refuses_nul_and_invalid_utf8) {
    for (const std::string& text : {"a=%00"s, "%00=a"s, "a=\0"s, "a=%ff"s, "a=%c0%af"s, "a=%ed%a0%80"s,
                                    "a=%f4%90%80%80"s, "a=%c3"s, "a=\xff"s, "a=%80"s}) {
        EXPECT_EQ(parse_urlencoded(text), nothing) << text;
    }
}

TEST(Form, refuses_more_fields_than_asked) {
    EXPECT_EQ(parse_urlencoded("a&b&c", 3), fields({{"a", ""}, {"b", ""}, {"c", ""}}));
    EXPECT_EQ(parse_urlencoded("a&b&c&d", 3), nothing);
}

TEST(Form, takes_time_in_proportion_to_its_length) {
    for (const char* unit : {"%41", "&", "=", "a=b&", "+", "%"}) {
        std::string text;
        while (text.size() < 1'000'000) text += unit;
        const auto start = std::chrono::steady_clock::now();
        parse_urlencoded(text);
        const auto spent = std::chrono::steady_clock::now() - start;
        EXPECT_LT(spent, std::chrono::seconds(5)) << unit;  // 50 ms without sanitizers
    }
}

TEST(Fields, give_the_first_value_or_all) {
    const Fields some{{"a", "1"}, {"b", ""}, {"a", "2"}};
    EXPECT_EQ(value_of(some, "a"), "1");
    EXPECT_EQ(value_of(some, "c"), "");
    EXPECT_TRUE(has(some, "b"));
    EXPECT_FALSE(has(some, "c"));
    EXPECT_EQ(all_of(some, "a"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(all_of(some, "c"), std::vector<std::string>{});
}

TEST(Cookies, are_read_in_order) {
    EXPECT_EQ(parse_cookies("a=1; b=2"), (Fields{{"a", "1"}, {"b", "2"}}));
    EXPECT_EQ(parse_cookies("a=1;b=2;"), (Fields{{"a", "1"}, {"b", "2"}}));
    EXPECT_EQ(parse_cookies("__Host-kring=x-Y_9"), (Fields{{"__Host-kring", "x-Y_9"}}));
    EXPECT_EQ(parse_cookies("a=b=c; d="), (Fields{{"a", "b=c"}, {"d", ""}}));
    EXPECT_EQ(parse_cookies("a=1; a=2"), (Fields{{"a", "1"}, {"a", "2"}}));
}

TEST(Cookies, that_are_broken_are_left_out) {
    EXPECT_EQ(parse_cookies(""), Fields{});
    EXPECT_EQ(parse_cookies(";;; ;"), Fields{});
    EXPECT_EQ(parse_cookies("naked; =x; a b=1; c=1"), (Fields{{"c", "1"}}));
    EXPECT_EQ(parse_cookies("a=\x01; b=2"), (Fields{{"b", "2"}}));
}

TEST(Cookies, are_counted) {
    std::string header;
    for (int i = 0; i < 1000; ++i) header += "a=1;";
    EXPECT_EQ(parse_cookies(header).size(), 100u);
}

TEST(LocalPath, is_any_path_of_ours) {
    for (const char* text :
         {"/", "/vragen", "/vragen/06g1q8w0", "/netwerken/duurzame-ict/reeksen/2", "/agenda.ics",
          "/en/vragen?pagina=2", "/zoeken?q=a%2Fb&soort=vraag", "/zoeken?q=https://voorbeeld.nl//x",
          "/vragen/3#antwoord-2", "/.well-known/security.txt", "/a..b", "/...", "/@wie", "/a:b",
          "/zoeken?q=caf%C3%A9", "/%41genda"}) {
        EXPECT_TRUE(is_local_path(text)) << text;
    }
}

// What has led a visitor elsewhere on some site or other (R26).
const std::vector<std::string> bypasses{"",
                                        " ",
                                        "vragen",
                                        "?a=1",
                                        "#a",
                                        "//",
                                        "//evil.example",
                                        "///evil.example",
                                        "////evil.example",
                                        "http://evil.example",
                                        "https:evil.example",
                                        "https:/evil.example",
                                        "HTTPS://evil.example",
                                        "ftp://evil.example",
                                        "javascript:alert(1)",
                                        "JaVaScRiPt:alert(1)",
                                        "data:text/html,x",
                                        "vbscript:x",
                                        "mailto:a@evil.example",
                                        "\\evil.example",
                                        "\\\\evil.example",
                                        "/\\evil.example",
                                        "\\/evil.example",
                                        "/\\/evil.example",
                                        "/a\\..\\b",
                                        "/%5Cevil.example",
                                        "/%5cevil.example",
                                        "/%5C%5Cevil.example",
                                        "/%2Fevil.example",
                                        "/%2fevil.example",
                                        "/%2F%2Fevil.example",
                                        "%2F%2Fevil.example",
                                        "/%252Fevil.example",
                                        "/%252e%252e/",
                                        "/\tevil.example",
                                        "/\t/evil.example",
                                        "\t//evil.example",
                                        "/%09/evil.example",
                                        "/%09evil.example",
                                        " //evil.example",
                                        "/ /evil.example",
                                        "/%20/evil.example",
                                        "//\nevil.example",
                                        "/\n/evil.example",
                                        "/\r/evil.example",
                                        "/%0a/evil.example",
                                        "/%0d%0aLocation:%20https://evil.example",
                                        "/a?b=%0d%0aSet-Cookie:x",
                                        "/a?b=\r\nx",
                                        "/%00/evil.example",
                                        "/a\0b"s,
                                        "/.",
                                        "/..",
                                        "/./",
                                        "/../evil",
                                        "/a/./b",
                                        "/a/../b",
                                        "/a/..",
                                        "/%2e%2e/evil",
                                        "/%2E./evil",
                                        "/.%2e/evil",
                                        "/..%2fevil",
                                        "/..//evil.example",
                                        "/.//evil.example",
                                        "/;@evil.example\\",
                                        "/a//b",
                                        "/\xE3\x80\x82/evil",
                                        "/%E3%80%82%E3%80%82/evil",
                                        "/%EF%BC%8Eevil",
                                        "/%EF%BC%8F%EF%BC%8Fevil",
                                        "/%E2%80%A4/",
                                        "/%EF%BC%BCevil",
                                        "/\xEF\xBC\x8F"
                                        "evil",
                                        "/%C0%AFevil",
                                        "/%C0%AE%C0%AE/",
                                        "/%",
                                        "/%4",
                                        "/%zz",
                                        "/a?b=%zz",
                                        "/a?b=%ff",
                                        "/a?b=\\evil",
                                        "/a?b=%5Cevil",
                                        "/a#\\evil",
                                        "/%7f",
                                        "/\x7f",
                                        "/%u002f/evil",
                                        "/\xff",
                                        "/\u200b/evil.example",
                                        "//@evil.example",
                                        "///;@evil.example",
                                        "//[::1]/",
                                        "/%2",
                                        "//evil%E3%80%82example"};

TEST(LocalPath, is_nothing_that_leads_elsewhere) {
    for (const std::string& text : bypasses) EXPECT_FALSE(is_local_path(text)) << text;
    EXPECT_GE(bypasses.size(), 60u);
}

TEST(LocalPath, has_a_length) {
    EXPECT_TRUE(is_local_path("/" + std::string(2047, 'a')));
    EXPECT_FALSE(is_local_path("/" + std::string(2048, 'a')));
}

}  // namespace
}  // namespace kring::web
