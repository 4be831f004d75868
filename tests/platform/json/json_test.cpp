// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "platform/base/process.hpp"

namespace kring::json {
namespace {

Value value_of(std::string_view text) {
    const auto read_value = read(text);
    if (const Fault* fault = std::get_if<Fault>(&read_value)) {
        ADD_FAILURE() << text << ": " << id(fault->wrong) << " at " << fault->line << ":" << fault->column;
        return {};
    }
    return std::get<Value>(read_value);
}

std::string fault_of(std::string_view text, const Limits& limits = {}) {
    const auto read_value = read(text, limits);
    const Fault* fault = std::get_if<Fault>(&read_value);
    if (!fault) return "read";
    return std::string(id(fault->wrong)) + " " + std::to_string(fault->line) + ":" +
           std::to_string(fault->column) + " " + fault->pointer;
}

TEST(Json, every_kind_of_value_comes_back_as_written) {
    const std::string text = R"({"a":null,"b":[true,false,[]],"c":{"d":{}},"e":"x \" \\ \n é 林","f":)"
                             R"(-0.50,"g":1E3,"h":12345678901234567890})";
    EXPECT_EQ(write(value_of(text)), text);
    EXPECT_EQ(write(value_of(" [ 1 , 2 ] \n")), "[1,2]");
    EXPECT_EQ(*value_of(R"("\u00e9\uD83D\uDE00\/")").text(), "é😀/");
    EXPECT_EQ(write(Value("\x01\t")), R"("\u0001\u0009")");
}

TEST(Json, numbers_keep_their_digits) {
    const Value value = value_of("[0.1, 0.10000000000000000555, 1e2, 123456789012345678901234567890, -7]");
    EXPECT_EQ((*value.array())[0].number()->text, "0.1");
    EXPECT_EQ((*value.array())[1].number()->text, "0.10000000000000000555");
    EXPECT_EQ((*value.array())[1].number()->value, 0.1);
    EXPECT_EQ((*value.array())[2].number()->value, 100);
    EXPECT_EQ((*value.array())[3].number()->text, "123456789012345678901234567890");
    EXPECT_EQ((*value.array())[4].number()->value, -7);
}

TEST(Json, doubles_are_written_shortest_and_read_back_the_same_bits) {
    EXPECT_EQ(write(Value(Array{1.0, 0.1, 100000.0, 1e300, -0.0, 2.5e-9, 387098.66666666669})),
              "[1,0.1,100000,1e+300,0,2.5e-09,387098.6666666667]");
    EXPECT_TRUE(Value(std::nan("")).is_null());
    std::mt19937_64 random(3);
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t bits = random();
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        if (!std::isfinite(number)) continue;
        const std::string text = write(Value(number));
        ASSERT_EQ(value_of(text).number()->value, number) << text;
    }
}

TEST(Json, faults_have_line_column_and_pointer) {
    EXPECT_EQ(fault_of("{\"a\": [1,\n 2,,3]}"), "no_json 2:4 /a/2");
    EXPECT_EQ(fault_of(R"({"a":{"b":1,"c":2,"b":3}})"), "twice 1:21 /a/b");
    EXPECT_EQ(fault_of(R"({"a~/":[nul]})"), "no_json 1:9 /a~0~1/0");
    EXPECT_EQ(fault_of(R"({"a":1e400})"), "number 1:11 /a");
    EXPECT_EQ(fault_of(""), "incomplete 1:1 ");
    EXPECT_EQ(fault_of("[1, 2"), "incomplete 1:6 /2");
    EXPECT_EQ(fault_of("[1] x"), "no_json 1:5 ");
    EXPECT_EQ(fault_of("\"\xC3\""), "encoding 1:2 ");
    EXPECT_EQ(fault_of(R"(["\uD800"])").substr(0, 7), "no_json") << "half a pair";
    for (const char* text :
         {"[1,]", "{'a':1}", "[01]", "[+1]", "[.5]", "[1.]", "[NaN]", "// x\n1", "[\"\t\"]", "{\"a\" 1}"}) {
        EXPECT_EQ(fault_of(text).substr(0, 7), "no_json") << text;
    }
}

TEST(Json, limits_hold) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(fault_of(nested(32)), "read");
    EXPECT_EQ(fault_of(nested(33)).substr(0, 8), "too_deep");
    EXPECT_EQ(fault_of(nested(100'000)).substr(0, 8), "too_deep");
    EXPECT_EQ(fault_of("[1,2,3]", {100, 8, 4}), "read");
    EXPECT_EQ(fault_of("[1,2,3,4]", {100, 8, 4}).substr(0, 7), "too_big");
    EXPECT_EQ(fault_of("[1]", {2, 8, 4}), "too_big 1:1 ");
}

TEST(Json, Python_reads_what_is_written_and_the_other_way_round) {
    const ScratchFolder folder;
    const Finished made =
        run_program({"/usr/bin/python3", "-c",
                     "import json,random\nrandom.seed(2)\n"
                     "def any(d):\n"
                     "    k = random.randrange(7 if d < 5 else 5)\n"
                     "    if k == 0: return None\n"
                     "    if k == 1: return random.choice([True, False])\n"
                     "    if k == 2: return random.choice([random.random() * 10 ** random.randint(-20, 20), "
                     "random.randint(-10**9, 10**9)])\n"
                     "    if k in (3, 4): return ''.join(chr(random.choice([34, 92, 10, 9, 65, 233, 0x6797, "
                     "0x1F600, 0x2028])) for _ in range(5))\n"
                     "    if k == 5: return [any(d + 1) for _ in range(random.randrange(6))]\n"
                     "    return {f'k{i}' + chr(random.choice([47, 126, 34, 66])): any(d + 1) for i in "
                     "range(random.randrange(6))}\n"
                     "json.dump([any(0) for _ in range(400)], open('out', 'w'))\n"},
                    folder.path(), 30);
    ASSERT_EQ(made.exit_code, 0) << made.errors;
    for (const Layout layout : {Layout::line, Layout::indented}) {
        write_file(folder.path() + "/back", write(value_of(read_file(folder.path() + "/out")), layout));
        const Finished same = run_program({"/usr/bin/python3", "-c",
                                           "import json\nassert json.load(open('out')) == "
                                           "json.load(open('back', encoding='utf-8'))\nprint('same')"},
                                          folder.path(), 30);
        EXPECT_EQ(same.output, "same\n") << same.errors;
    }
}

}  // namespace
}  // namespace kring::json
