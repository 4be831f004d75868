// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/summary/xml_check.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <vector>

namespace kring::tests {

namespace {

// Text may hold no "<", and "&" only as one of XML's own references.
bool is_text(const std::string& text) {
    static const std::regex good("(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\\d+);)*");
    return std::regex_match(text, good);
}

bool is_tag(const std::string& tag) {
    static const std::regex good(
        "/?[A-Za-z][\\w:-]*(?:\\s+[\\w:-]+=\"(?:[^<&\"]|&(?:amp|lt|gt|quot|apos|#\\d+);)*\")*\\s*/?");
    return std::regex_match(tag, good);
}

}  // namespace

std::string fault_in_xml(std::string_view xml) {
    std::vector<std::string> open;
    std::string rest(xml);
    if (rest.rfind("<?xml ", 0) == 0) rest.erase(0, rest.find("?>") + 2);
    bool had_root = false;
    while (!rest.empty()) {
        const std::size_t start = rest.find('<');
        const std::string text = rest.substr(0, start);
        if (!is_text(text)) return "text: " + text;
        if (open.empty() && text.find_first_not_of(" \n") != std::string::npos) return "outside: " + text;
        if (start == std::string::npos) break;
        const std::size_t end = rest.find('>', start);
        if (end == std::string::npos) return "no end of a tag";
        const std::string tag = rest.substr(start + 1, end - start - 1);
        rest.erase(0, end + 1);
        if (!is_tag(tag)) return "tag: " + tag;
        const std::string name = tag.substr(tag[0] == '/', tag.find_first_of(" /\n", 1) - (tag[0] == '/'));
        if (tag[0] == '/') {
            if (open.empty() || open.back() != tag.substr(1)) return "end tag: " + tag;
            open.pop_back();
            continue;
        }
        if (open.empty() && had_root) return "second root: " + tag;
        had_root = true;
        if (tag.back() != '/') open.push_back(name);
    }
    return open.empty() ? "" : "not closed: " + open.back();
}

TEST(XmlCheck, finds_what_a_parser_would_stop_at) {
    EXPECT_EQ(fault_in_xml("<a><b c=\"1 &amp; 2\"/>t &lt; u</a>"), "");
    EXPECT_EQ(fault_in_xml("<a>"), "not closed: a");
    EXPECT_EQ(fault_in_xml("<a></b>"), "end tag: /b");
    EXPECT_EQ(fault_in_xml("<a>R&D</a>"), "text: R&D");
    EXPECT_EQ(fault_in_xml("<a b=\"<\"/>"), "tag: a b=\"<\"/");
    EXPECT_EQ(fault_in_xml("<a/><b/>"), "second root: b/");
}

}  // namespace kring::tests
