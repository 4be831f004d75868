// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/chart.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/domain/summary/xml_check.hpp"

namespace kring::summary {
namespace {

FrozenSource source(std::string id, std::string kind) {
    FrozenSource made;
    made.record_id = std::move(id);
    made.kind = std::move(kind);
    return made;
}

std::vector<FrozenChapter> two_chapters() {
    FrozenStatement first{{"a", ""}, {source("l1", "lesson"), source("q1", "question")}};
    FrozenStatement second{{"b", ""}, {source("l1", "lesson"), source("l2", "lesson")}};
    return {{{"Een", ""}, {}, {first}}, {{"Twee", ""}, {}, {second}}};
}

double luminance(std::string_view colour) {
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; ++i) {
        const double part =
            std::stoi(std::string(colour.substr(1 + 2 * static_cast<std::size_t>(i), 2)), nullptr, 16) /
            255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

TEST(Chart, counts_records_once_and_placements_each_time) {
    const ChainPicture picture = chain_picture(two_chapters());
    ASSERT_EQ(picture.kinds.size(), 2u);
    EXPECT_EQ(picture.kinds[0].kind, "question");
    EXPECT_EQ(picture.kinds[1].kind, "lesson");
    EXPECT_EQ(picture.kinds[1].records, 2);
    EXPECT_EQ(picture.kinds[1].placements, 3);
    EXPECT_EQ(picture.placements, (std::vector<std::vector<std::int64_t>>{{1, 1}, {0, 2}}));
}

TEST(Chart, is_well_formed_whatever_the_titles_hold) {
    const ChartWords words{
        "R&D <svg>",
        "\"plaat\"",
        {"1 vraag", "2 leerpunten"},
        {"1. Een & \"ander\" <script>", std::string(200, 'w') + " en nog veel meer woorden"}};
    const std::string svg = draw(chain_picture(two_chapters()), words);
    EXPECT_EQ(tests::fault_in_xml(svg), "");
    EXPECT_EQ(svg.find("style="), std::string::npos);
    EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
    EXPECT_NE(svg.find("<title id=\"chain-title\">R&amp;D &lt;svg&gt;</title>"), std::string::npos);
}

TEST(Chart, draws_a_band_for_each_pair_and_the_same_bytes_again) {
    const ChartWords words{"t", "d", {"1 vraag", "2 leerpunten"}, {"1. Een", "2. Twee"}};
    const std::string svg = draw(chain_picture(two_chapters()), words);
    std::size_t bands = 0;
    for (std::size_t at = svg.find("<path"); at != std::string::npos; at = svg.find("<path", at + 1)) ++bands;
    EXPECT_EQ(bands, 3u);
    EXPECT_EQ(svg, draw(chain_picture(two_chapters()), words));
}

TEST(Chart, of_nothing_is_still_a_picture) {
    EXPECT_EQ(tests::fault_in_xml(draw(chain_picture({}), {"t", "d", {}, {}})), "");
}

TEST(Chart, has_colours_that_stand_out_on_white) {
    for (const char* kind : {"question", "answer", "workshop", "session", "case", "lesson"}) {
        EXPECT_GE(1.05 / (luminance(colour_of(kind)) + 0.05), 3.0) << kind;
    }
}

}  // namespace
}  // namespace kring::summary
