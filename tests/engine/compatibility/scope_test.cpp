// SPDX-License-Identifier: EUPL-1.2
// The compatibility mode beyond the recorded cases: every device, durations and lives, and what it says where
// BoaviztAPI answers with an error of its own or goes on without a word.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/compatibility/compatibility.hpp"

namespace kring::compatibility {
namespace {

Figures figures() {
    Figures made = built_in();
    made.electricity["gwp"] = {{"EEE", 0.5}, {"NLD", 0.25}, {"AAA", 0.125}, {"BBB", 1.0}};
    return made;
}

Request asking(const char* device) {
    Request request;
    request.device = device;
    request.criteria = {"gwp"};
    request.usage.location = "NLD";
    return request;
}

std::vector<std::string> faults_of(const Request& request) {
    std::vector<std::string> told;
    const Answer answer = assess(figures(), request);
    for (const Fault fault : answer.faults) told.emplace_back(name(fault));
    EXPECT_EQ(answer.impacts.empty(), !told.empty());
    return told;
}

std::vector<std::string> warnings_of(const Request& request) {
    std::vector<std::string> told;
    for (const Warning warning : assess(figures(), request).warnings) told.emplace_back(name(warning));
    return told;
}

using Told = std::vector<std::string>;

TEST(Device, of_every_archetype_is_counted_by_the_formula) {
    const Figures all = figures();
    EXPECT_EQ(all.archetypes.size(), 16U);
    for (const Archetype& one : all.archetypes) {
        for (const double share : {0.0, 0.25, 1.0, 3.0}) {
            SCOPED_TRACE(one.id);
            Request request = asking(one.device.c_str());
            request.archetype = one.id;
            request.duration_hours = *one.life_hours * share;
            const Answer answer = assess(all, request);
            ASSERT_EQ(answer.impacts.size(), 1U);
            const Interval use = answer.impacts[0].use.value();
            const double hours = *one.life_hours * share * one.use_time_ratio->value;
            EXPECT_NEAR(use.value, 0.25 * hours * one.power_watt->value / 1000, 1e-9);
            EXPECT_NEAR(use.min, 0.25 * hours * one.power_watt->min / 1000, 1e-9);
            EXPECT_NEAR(use.max, 0.25 * hours * one.power_watt->max / 1000, 1e-9);
            const bool is_headset = one.id.rfind("vr-", 0) == 0;
            EXPECT_EQ(answer.impacts[0].embedded.has_value(), !is_headset);
        }
    }
}

TEST(Device, embodies_its_share_of_the_duration_and_no_more_than_the_whole) {
    Request request = asking("laptop");
    EXPECT_EQ(assess(figures(), request).impacts[0].embedded, (Interval{181, 181, 181}));
    request.duration_hours = 8760;
    EXPECT_DOUBLE_EQ(assess(figures(), request).impacts[0].embedded->value, 181.0 / 4);
    request.duration_hours = 70080;
    EXPECT_DOUBLE_EQ(assess(figures(), request).impacts[0].embedded->value, 181.0);
    EXPECT_EQ(warnings_of(request), Told{"duration_beyond_life"});
}

TEST(Device, takes_the_type_that_is_asked_for) {
    Request request = asking("laptop");
    request.type = "perso";
    EXPECT_EQ(assess(figures(), request).impacts[0].embedded->value, 175);
    request.type = "gaming";
    EXPECT_EQ(faults_of(request), Told{"unknown_type"});
}

TEST(Location, when_absent_unknown_or_the_default_is_europe_with_the_spread_of_the_world) {
    Request request = asking("box");
    request.usage.power_watt = 1000;
    request.usage.life_hours = 100;
    for (const auto& [place, warning] :
         std::vector<std::pair<const char*, const char*>>{{nullptr, "location_not_given"},
                                                          {"EEE", "location_is_default"},
                                                          {"nld", "location_unknown"},
                                                          {"XXX", "location_unknown"}}) {
        request.usage.location = place == nullptr ? std::nullopt : std::optional<std::string>(place);
        EXPECT_EQ(assess(figures(), request).impacts[0].use, (Interval{50, 12.5, 100})) << warning;
        EXPECT_EQ(warnings_of(request), Told{warning});
    }
    request.usage.location = "NLD";
    EXPECT_EQ(assess(figures(), request).impacts[0].use, (Interval{25, 25, 25}));
    EXPECT_EQ(warnings_of(request), Told{});
}

TEST(Location, takes_the_world_of_the_file_where_there_is_one_and_its_zero_for_nothing) {
    Figures with_world = figures();
    with_world.world["gwp"] = {0, 0.023, 1.13161};
    Request request = asking("usb_stick");
    request.usage = {};
    request.usage.power_watt = 1000;
    request.usage.use_time_ratio = 1;
    request.usage.life_hours = 1;
    EXPECT_EQ(assess(with_world, request).impacts[0].use, (Interval{0.5, 0.023, 1.13161}));
    with_world.world["gwp"].min = 0;
    EXPECT_FALSE(assess(with_world, request).impacts[0].use);
}

TEST(Factor, given_in_the_request_goes_before_all_others) {
    Request request = asking("monitor");
    request.usage.location.reset();
    request.usage.electricity["gwp"] = 0.2527;
    request.usage.power_watt = 20;
    const Interval use = assess(figures(), request).impacts[0].use.value();
    EXPECT_NEAR(use.value, 0.2527 * 0.02 * 0.3 * 57816, 1e-9);
    EXPECT_EQ(use.min, use.max);
}

TEST(Factor, that_is_not_there_leaves_use_unknown_and_says_so) {
    Request request = asking("tablet");
    request.criteria = {"pe", "adp"};
    const Answer answer = assess(figures(), request);
    EXPECT_FALSE(answer.impacts[0].use || answer.impacts[0].embedded || answer.impacts[1].use);
    EXPECT_EQ(warnings_of(request), Told{"no_electricity_factor"});
    Figures minerals = figures();
    minerals.electricity["adpe"] = {{"NLD", 1e-8}};
    EXPECT_TRUE(assess(minerals, request).impacts[1].use);  // adp counts with adpe
}

TEST(Request, that_makes_that_tool_fail_is_told_what_is_wrong_with_it) {
    EXPECT_EQ(faults_of(asking("toaster")), Told{"unknown_device"});
    Request request = asking("tablet");
    request.archetype = "desktop-pro";
    EXPECT_EQ(faults_of(request), Told{"archetype_of_other_device"});
    request.archetype = "tablet-gold";
    EXPECT_EQ(faults_of(request), Told{"unknown_archetype"});
    request = asking("tablet");
    request.criteria = {"all"};
    EXPECT_EQ(faults_of(request), Told{"unknown_criterion"});
    request = asking("tablet");
    request.usage.life_hours = 0;
    EXPECT_EQ(faults_of(request), Told{"life_not_positive"});
    request.usage.life_hours = 1000;
    request.duration_hours = -1;
    EXPECT_EQ(faults_of(request), Told{"duration_negative"});
}

TEST(Request, that_that_tool_takes_without_a_word_is_refused) {
    Request request = asking("laptop");
    request.usage.power_watt = -5;
    request.usage.use_time_ratio = 7;
    EXPECT_EQ(faults_of(request), (Told{"power_negative", "ratio_outside"}));
}

TEST(Rounding, is_that_of_the_tool) {
    EXPECT_EQ(rounded({2.4966, 0.07555, 22.3}).value, 2.0);
    EXPECT_EQ(rounded({443.475, 295.65000000000003, 591.3}), (Interval{440, 295.7, 591.3}));
    EXPECT_EQ(rounded({181, 181, 181}), (Interval{181, 181, 181}));
    EXPECT_EQ(rounded({25.857142857142854, 25.857142857142854, 25.857142857142854}).value, 25.86);
    EXPECT_EQ(rounded({84.57, 0.0427, 9227}).value, 80);
    EXPECT_EQ(rounded({0, 0, 0}), (Interval{0, 0, 0}));
}

TEST(File, of_factors_gives_embedded_and_electricity) {
    Figures read;
    std::vector<FileFault> faults;
    const std::string text =
        "\"LAPTOP\": {\"gwp\": {\"pro\": {\"impact\": 1.5, \"source\": \"a\"}, \"perso\": {\"impact\": 2}}}\n"
        "\"TABLET\": {\"gwp\": {\"impact\": 3}, \"adp\": {\"impact\": null}}\n"
        "electricity: {\"NLD\": {\"country\": \"x\", \"gwp\": {\"value\": 0.45}},\n"
        " \"min-max\": {\"gwp\": {\"min\": 0.1, \"max\": 2}}, \"available_countries\": {\"x\": \"NLD\"}}\n";
    ASSERT_TRUE(read_factors(text, read, faults));
    ASSERT_EQ(read.embedded.size(), 3U);
    EXPECT_EQ(read.embedded[1].type, "perso");
    EXPECT_EQ(read.embedded[2].by_criterion.size(), 1U);
    EXPECT_EQ(read.electricity["gwp"].size(), 1U);
    EXPECT_EQ(read.electricity["gwp"]["NLD"], 0.45);
    EXPECT_EQ(read.world["gwp"], (Interval{0, 0.1, 2}));
}

TEST(File, of_factors_in_any_other_form_of_yaml_is_refused_with_its_line) {
    for (const auto& [text, line] :
         std::vector<std::pair<std::string, int>>{{"\"A\": {}\nelectricity:\n  NLD:\n    gwp: 1\n", 3},
                                                  {"\"A\": {\"x\": 1}\n\"A\": {\"x\": 2}\n", 2},
                                                  {"\"A\": {\"x\": &anchor 1}\n", 1},
                                                  {"\"A\": 3\n", 1},
                                                  {"- 1\n", 1},
                                                  {std::string(1, '\0'), 1}}) {
        Figures read = built_in();
        std::vector<FileFault> faults;
        EXPECT_FALSE(read_factors(text, read, faults)) << text;
        ASSERT_EQ(faults.size(), 1U) << text;
        EXPECT_EQ(faults[0].line, line) << text << faults[0].what;
        EXPECT_EQ(read.archetypes.size(), 16U);
    }
}

TEST(File, of_archetypes_is_read_with_its_intervals_and_holes) {
    Figures read;
    std::vector<FileFault> faults;
    const std::string head =
        "id,router_type,device_type,type,USAGE.use_time_ratio,USAGE.hours_life_time,USAGE.avg_power\n";
    ASSERT_TRUE(read_archetypes(head + "laptop-pro,terminal,laptop,pro,0.3,35040,75;50;100\n"
                                       "watch,peripheral,smartwatch,default,1,,0\n",
                                read, faults));
    ASSERT_EQ(read.archetypes.size(), 2U);
    EXPECT_EQ(read.archetypes[0].power_watt, (Interval{75, 50, 100}));
    EXPECT_FALSE(read.archetypes[1].life_hours);
    EXPECT_FALSE(read_archetypes(head + "a,b,c,d,0.3,35040,75;50\n", read, faults));
    EXPECT_EQ(faults.at(0).what, "not_a_number USAGE.avg_power");
    faults.clear();
    EXPECT_FALSE(read_archetypes("id,type\na,b\n", read, faults));
    EXPECT_EQ(faults.at(0).what, "missing_column router_type");
    EXPECT_EQ(read.archetypes.size(), 2U);
}

TEST(Device, without_a_life_in_its_archetype_asks_for_one) {
    Figures read = figures();
    read.archetypes = {
        {"watch", "smartwatch", "default", "peripheral", std::nullopt, std::nullopt, std::nullopt}};
    Request request = asking("smartwatch");
    EXPECT_EQ(assess(read, request).faults, std::vector<Fault>{Fault::no_life});
    request.usage.life_hours = 100;
    EXPECT_EQ(assess(read, request).faults, std::vector<Fault>{Fault::no_power});
}

}  // namespace
}  // namespace kring::compatibility
