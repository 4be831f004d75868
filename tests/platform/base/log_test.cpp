// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/log.hpp"

#include <gtest/gtest.h>

#include <string>

#include "platform/base/time.hpp"

namespace kring {
namespace {

/// What one call writes, without its "time" field.
std::string logged(std::string_view level, std::string_view event, std::initializer_list<LogField> fields) {
    testing::internal::CaptureStderr();
    log_line(level, event, fields);
    const std::string line = testing::internal::GetCapturedStderr();
    EXPECT_EQ(line.substr(0, 9), "{\"time\":\"");
    EXPECT_TRUE(parse_time(line.substr(9, 24)));
    return line.substr(34);
}

TEST(Log, writes_one_object_a_line) {
    EXPECT_EQ(logged("info", "started", {{"port", "8080"}}),
              ",\"level\":\"info\",\"event\":\"started\",\"port\":\"8080\"}\n");
}

TEST(Log, escapes_whatever_could_forge_a_line) {
    EXPECT_EQ(logged("info", "a", {{"path", "\"}\n{\\\x01é\xFF\x7F"}}),
              ",\"level\":\"info\",\"event\":\"a\",\"path\":\"\\\"}\\u000a{\\\\\\u0001é\\ufffd\\u007f\"}\n");
}

TEST(Log, cuts_what_is_too_long_at_a_whole_letter) {
    const std::string line = logged("info", "a", {{"path", "x" + std::string(2000, 'y')}, {"word", "z"}});
    EXPECT_EQ(line, ",\"level\":\"info\",\"event\":\"a\",\"path\":\"x" + std::string(1023, 'y') +
                        "…\",\"word\":\"z\"}\n");
    std::string letters = "x";
    for (int i = 0; i < 1000; ++i) letters += "é";
    const std::string wide = logged("info", "a", {{"path", letters}});
    EXPECT_EQ(wide, ",\"level\":\"info\",\"event\":\"a\",\"path\":\"" + letters.substr(0, 1023) + "…\"}\n");
}

}  // namespace
}  // namespace kring
