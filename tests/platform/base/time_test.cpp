// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/time.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace kring {
namespace {

Time at(std::string_view text) { return parse_time(text).value(); }

TEST(Time, is_written_in_24_characters) {
    EXPECT_EQ(to_text(Time{0}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(to_text(Time{1732352400123}), "2024-11-23T09:00:00.123Z");  // date -u -d @1732352400
    EXPECT_EQ(to_text(Time{253402300799999}), "9999-12-31T23:59:59.999Z");
}

TEST(Time, outside_its_range_is_refused) {
    EXPECT_THROW(to_text(Time{-1}), std::out_of_range);
    EXPECT_THROW(to_text(Time{253402300800000}), std::out_of_range);
}

TEST(Time, is_read_back_as_written) {
    for (std::int64_t ms : {std::int64_t{0}, std::int64_t{951782400000}, std::int64_t{1732352400123}}) {
        EXPECT_EQ(parse_time(to_text(Time{ms})), Time{ms});
    }
}

TEST(Time, in_any_other_form_is_not_read) {
    for (const char* text :
         {"", "2024-11-23", "2024-11-23T09:00:00Z", "2024-11-23 09:00:00.000Z", "2024-11-23T09:00:00.000+",
          "2024-11-23T24:00:00.000Z", "2024-11-23T09:60:00.000Z", "2024-11-23T09:00:60.000Z",
          "2024-02-30T09:00:00.000Z", "1969-12-31T23:59:59.999Z", "2024-11-23T09:00:00.00xZ",
          "2024-11-23T09:00:00,000Z"}) {
        EXPECT_FALSE(parse_time(text)) << text;
    }
}

TEST(Time, moves_by_milliseconds) {
    EXPECT_EQ(at("2024-02-28T23:59:59.999Z") + 1, at("2024-02-29T00:00:00.000Z"));
    EXPECT_EQ(at("2027-01-01T00:00:00.000Z") - day_ms, at("2026-12-31T00:00:00.000Z"));
}

TEST(Day, must_exist) {
    EXPECT_TRUE(is_day("2018-10-10"));
    EXPECT_TRUE(is_day("2024-02-29"));
    for (const char* text :
         {"2023-02-29", "2018-13-01", "2018-00-10", "2018-1-10", "2018-10-32", "10-10-2018", "2018-10-1x"}) {
        EXPECT_FALSE(is_day(text)) << text;
    }
}

TEST(Clock, runs_to_a_minute_before_midnight) {
    EXPECT_TRUE(is_clock("00:00"));
    EXPECT_TRUE(is_clock("23:59"));
    for (const char* text : {"24:00", "13:60", "9:00", "13.00", "", "13:0x"})
        EXPECT_FALSE(is_clock(text)) << text;
}

// Known from `TZ=Europe/Amsterdam date -d`.
TEST(Amsterdam, leaps_from_two_to_three_on_28_March_2027) {
    EXPECT_EQ(amsterdam_clock(at("2027-03-28T00:59:59.999Z")), "01:59");
    EXPECT_EQ(amsterdam_clock(at("2027-03-28T01:00:00.000Z")), "03:00");
}

TEST(Amsterdam, falls_back_from_three_to_two_on_31_October_2027) {
    EXPECT_EQ(amsterdam_clock(at("2027-10-31T00:59:59.999Z")), "02:59");
    EXPECT_EQ(amsterdam_clock(at("2027-10-31T01:00:00.000Z")), "02:00");
}

TEST(Amsterdam, is_in_its_day_before_greenwich_is) {
    EXPECT_EQ(amsterdam_day(at("2026-12-31T22:59:59.999Z")), "2026-12-31");
    EXPECT_EQ(amsterdam_day(at("2026-12-31T23:00:00.000Z")), "2027-01-01");
    EXPECT_EQ(amsterdam_day(at("2027-06-30T22:00:00.000Z")), "2027-07-01");
}

}  // namespace
}  // namespace kring
