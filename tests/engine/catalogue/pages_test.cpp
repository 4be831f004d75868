// SPDX-License-Identifier: EUPL-1.2
// The pages say what the program knows: every code, and the archetypes.
#include <gtest/gtest.h>

#include "engine/catalogue/archetypes.hpp"
#include "platform/base/process.hpp"

namespace kring::catalogue {
namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(FactorPage, explains_every_code_of_an_oddity) {
    const std::string page = read_file("docs/factor-data.md");
    for (const Code code : all_codes())
        EXPECT_TRUE(has(page, "| `" + std::string(name(code)) + "` | ")) << name(code);
}

TEST(FactorPage, names_every_class_and_gives_the_notices) {
    const std::string page = read_file("docs/factor-data.md");
    for (const DeviceClass device : all_device_classes()) EXPECT_TRUE(has(page, std::string(name(device))));
    for (const Archetype& one : built_in_archetypes())
        EXPECT_TRUE(has(page, "\n| " + std::string(name(one.device)) + " | ")) << name(one.device);
    EXPECT_TRUE(has(page, std::string(boavizta_notice())));
    for (const auto notice : {ember_notice(), marginal_notice()})
        EXPECT_TRUE(has(std::string(notice), "CC BY-SA 4.0"));
    EXPECT_TRUE(has(std::string(electricity_maps_notice()), "Open Database License (ODbL) 1.0"));
}

}  // namespace
}  // namespace kring::catalogue
