// SPDX-License-Identifier: EUPL-1.2
// The inputs on which Markdown parsers are known to take more than linear time (R30), at the greatest length
// that is let in. Time is that of the thread, not of the wall, so that a busy machine does not decide.
#include <gtest/gtest.h>

#include <time.h>

#include <functional>

#include "platform/html/markdown.hpp"

using namespace kring::html;

namespace {

std::string times(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() + piece.size() <= bytes) text += piece;
    return text;
}

double cpu_ms(const std::string& text) {
    const auto read = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double start = read();
    EXPECT_FALSE(markdown(text).empty());
    markdown_words(text);
    return read() - start;
}

std::string short_rows_under(std::size_t columns, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < columns; ++i) text += "|a";
    text += "|\n";
    for (std::size_t i = 0; i < columns; ++i) text += "|---";
    return text + "|\n" + times("|a\n", bytes - std::min(bytes, text.size()));
}

struct Worst {
    const char* name;
    std::function<std::string(std::size_t bytes)> text;
};

const Worst worst_cases[] = {
    {"www", [](std::size_t n) { return times("www.a_", n); }},
    {"http", [](std::size_t n) { return times("http://a_", n); }},
    {"http_dots", [](std::size_t n) { return times("http://a.", n); }},
    {"open_instruction", [](std::size_t n) { return times("a<?", n); }},
    {"open_comment", [](std::size_t n) { return times("a<!--", n); }},
    {"open_cdata", [](std::size_t n) { return times("a<![CDATA[", n); }},
    {"open_tag", [](std::size_t n) { return times("<a b=", n); }},
    {"table", [](std::size_t n) { return short_rows_under(1000, n); }},
    {"brackets", [](std::size_t n) { return times("[", n); }},
    {"bracket_pairs", [](std::size_t n) { return times("[", n / 2) + times("]", n / 2); }},
    {"links", [](std::size_t n) { return times("[a](", n); }},
    {"open_links", [](std::size_t n) { return times("[a](<b", n); }},
    {"images", [](std::size_t n) { return times("![", n); }},
    {"references", [](std::size_t n) { return times("[a]: b\n", n / 2) + times("[a] ", n / 2); }},
    {"long_reference",
     [](std::size_t n) { return "[a]: https://a.nl/" + times("b", n / 2) + "\n\n" + times("[a] ", n / 2); }},
    {"built_reference",
     [](std::size_t n) {
         return "[a]: https://a.nl/\\!&amp;" + times("b", n / 2) + "\n\n" + times("[a] ", n / 2);
     }},
    {"long_title",
     [](std::size_t n) {
         return "[a]: https://a.nl '\\!" + times("b", n / 2) + "'\n\n" + times("![a] ", n / 2);
     }},
    {"stars", [](std::size_t n) { return times("*a ", n); }},
    {"mixed_stars", [](std::size_t n) { return times("*a_ ", n); }},
    {"star_run", [](std::size_t n) { return times("*", n / 2) + "a" + times("*", n / 2); }},
    {"strong", [](std::size_t n) { return times("a**b", n) + times("c* ", n / 8); }},
    {"strikes", [](std::size_t n) { return times("~~a ", n); }},
    {"code",
     [](std::size_t n) {
         std::string text;
         for (std::size_t i = 1; text.size() < n; ++i) text += "e" + std::string(i, '`');
         return text;
     }},
    {"quotes", [](std::size_t n) { return times("> ", n) + "a"; }},
    {"quote_lines", [](std::size_t n) { return times(times("> ", 60) + "a\n", n); }},
    {"nested_lists",
     [](std::size_t n) {
         std::string text;
         for (std::size_t i = 0; text.size() < n; ++i) text += std::string(i, ' ') + "* a\n";
         return text;
     }},
    {"list_marks", [](std::size_t n) { return times("* ", n) + "a"; }},
    {"entities", [](std::size_t n) { return times("&", n); }},
    {"escapes", [](std::size_t n) { return times("\\", n); }},
    {"breaks", [](std::size_t n) { return times("a\n\n", n); }},
    {"headings", [](std::size_t n) { return times("# a\n", n); }},
    {"pipes", [](std::size_t n) { return times("|", n); }},
    {"many_tables", [](std::size_t n) { return times("|a|\n|---|\n\n", n); }},
    {"spaces", [](std::size_t n) { return "a" + times(" ", n) + "b"; }},
    {"nul", [](std::size_t n) { return "a" + std::string(n - 1, '\0'); }},
};

class MarkdownSpeed : public testing::TestWithParam<Worst> {};

}  // namespace

TEST_P(MarkdownSpeed, is_bounded_for_the_longest_text_that_is_let_in) {
    const double half = cpu_ms(GetParam().text(markdown_bytes_max / 2));
    const double whole = cpu_ms(GetParam().text(markdown_bytes_max));
    RecordProperty("ms_half", std::to_string(half));
    RecordProperty("ms_whole", std::to_string(whole));
    // Ten times the slowest seen with sanitizers, on a busy machine: a text that takes more is an attack.
    EXPECT_LT(whole, 4000.0);
}

INSTANTIATE_TEST_SUITE_P(worst_cases, MarkdownSpeed, testing::ValuesIn(worst_cases),
                         [](const auto& given) { return std::string(given.param.name); });
