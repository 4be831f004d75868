// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "platform/base/process.hpp"
#include "platform/json/json.hpp"

namespace kring::app {
namespace {

struct Told {
    int code = -1;
    std::string output;
    std::string errors;
};

Told told(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    auto* const old_in = std::cin.rdbuf(in.rdbuf());
    auto* const old_out = std::cout.rdbuf(out.rdbuf());
    auto* const old_err = std::cerr.rdbuf(err.rdbuf());
    std::cin.clear();
    const int code = run_command(arguments, {});
    std::cin.rdbuf(old_in);
    std::cout.rdbuf(old_out);
    std::cerr.rdbuf(old_err);
    return {code, out.str(), err.str()};
}

const std::string examples = "data/example/reckoning/";

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(ReckoningCommands, answer_a_file_or_standard_input_as_JSON_or_as_a_table) {
    const Told json = told({"assess", examples + "fleet-exact.json", "--json"});
    EXPECT_EQ(json.code, 0) << json.errors;
    EXPECT_TRUE(holds(json.output, R"("format": "kring.assessment/1")"));
    EXPECT_EQ(told({"assess", "-", "--json"}, read_file(examples + "fleet-exact.json")).output, json.output);
    const Told table = told({"award", "--table", examples + "award-lowest.json"});
    EXPECT_EQ(table.code, 0) << table.errors;
    EXPECT_TRUE(holds(table.output, "1      C    125000  89.000000000000\n")) << table.output;
    EXPECT_TRUE(holds(told({"assess", "--table", examples + "fleet-exact.json"}).output,
                      "S3      other_rule  kg CO2e  348518"));
}

TEST(ReckoningCommands, take_seed_draws_and_threads_from_the_command_line) {
    const std::string file = examples + "fleet-drawn.json";
    const Told one = told({"assess", file, "--json", "--seed", "5", "--draws", "1000", "--threads", "1"});
    EXPECT_EQ(one.code, 0) << one.errors;
    EXPECT_TRUE(holds(one.output, "\"seed\": 5,\n  \"draws\": 1000,"));
    EXPECT_EQ(told({"assess", file, "--json", "--seed", "5", "--draws", "1000", "--threads", "3"}).output,
              one.output);
}

TEST(ReckoningCommands, make_that_other_tool_s_results_again) {
    const std::string request =
        R"({"device":"laptop","usage":{"usage_location":"NLD","elec_factors":{"gwp":0.45}}})";
    const Told done = told({"assess", "-", "--compatible", "--json"}, request);
    EXPECT_EQ(done.code, 0) << done.errors;
    EXPECT_TRUE(holds(done.output, "354.78")) << done.output;
}

TEST(ReckoningCommands, tell_everything_that_is_wrong_and_end_with_one) {
    const Told wrong = told({"award", "-", "--table"}, R"({"format":"kring.award/1","criteria":[],"x":1})");
    EXPECT_EQ(wrong.code, 1);
    EXPECT_EQ(wrong.errors,
              "/criteria: This list has to hold at least one item.\n/method: This member is needed.\n"
              "/x: There is no member x here.\n/bids: Give bids, or say how many draws.\n");
    const Told as_json = told({"award", "-", "--json"}, "{");
    EXPECT_EQ(as_json.code, 1);
    EXPECT_TRUE(holds(as_json.output, R"("status": 422)"));
    EXPECT_EQ(told({"assess", "no-such-file.json"}).code, 2);
    EXPECT_EQ(told({"assess"}).code, 2);
    EXPECT_EQ(told({"assess", "a.json", "b.json"}).code, 2);
    EXPECT_EQ(told({"assess", "a.json", "--seed", "many"}).code, 2);
    EXPECT_EQ(told({"assess", "a.json", "--json", "--table"}).code, 2);
}

}  // namespace
}  // namespace kring::app
