// SPDX-License-Identifier: EUPL-1.2
// The table of docs/compared-with-boaviztapi.md, computed from both sides.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "engine/catalogue/archetypes.hpp"
#include "engine/compatibility/compatibility.hpp"
#include "platform/base/process.hpp"

namespace kring::compatibility {
namespace {

constexpr double their_grid = 0.45;  // kg/kWh, the Netherlands, 2019
constexpr double our_grid = 0.2527;  // Ember, 2024
constexpr double hours_a_year = 8760;

std::string line(const char* device, catalogue::DeviceClass same) {
    Figures figures = built_in();
    figures.electricity["gwp"] = {{"NLD", their_grid}, {"EEE", 0.38}};
    Request request;
    request.device = device;
    request.criteria = {"gwp"};
    request.usage.location = "NLD";
    const Answer answer = assess(figures, request);
    const double years = answer.life_hours / hours_a_year;
    const double theirs = answer.impacts.at(0).use->value;
    const double their_kwh = theirs / their_grid / years;
    const catalogue::Archetype& ours = *find(catalogue::built_in_archetypes(), same);
    const double our_kwh = ours.tec_kwh->median;
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n",
                  device, their_kwh, our_kwh, their_kwh / our_kwh, theirs, our_grid * our_kwh * years,
                  answer.impacts.at(0).embedded->value, ours.embodied_kg->median);
    return text.data();
}

TEST(ComparedPage, holds_what_both_sides_compute) {
    const std::string page = read_file("docs/compared-with-boaviztapi.md");
    using catalogue::DeviceClass;
    for (const std::string& wanted :
         {line("laptop", DeviceClass::laptop), line("desktop", DeviceClass::desktop),
          line("monitor", DeviceClass::monitor), line("smartphone", DeviceClass::smartphone),
          line("tablet", DeviceClass::tablet)})
        EXPECT_NE(page.find(wanted), std::string::npos) << "the page lacks: " << wanted;
}

TEST(ComparedPage, names_every_fault_and_warning_that_a_reader_meets) {
    const std::string page = read_file("docs/compared-with-boaviztapi.md");
    for (const Warning warning : {Warning::location_unknown, Warning::location_is_default,
                                  Warning::duration_beyond_life, Warning::no_electricity_factor})
        EXPECT_NE(page.find(std::string(name(warning))), std::string::npos) << name(warning);
}

}  // namespace
}  // namespace kring::compatibility
