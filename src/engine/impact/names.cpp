// SPDX-License-Identifier: EUPL-1.2
// What outputs are called, their units and their equations in docs/impact-method.md.
#include "engine/impact/impact.hpp"

namespace kring::impact {

namespace {

struct Named {
    std::string_view name;
    std::string_view unit;
    std::string_view formula;
};

constexpr std::array<Named, output_count> named{{{"embodied", "kg CO2e", "E-EMB"},
                                                 {"use", "kg CO2e", "E-USE"},
                                                 {"total", "kg CO2e", "E-TOTAL"},
                                                 {"other_rule", "kg CO2e", "E-OTHER"},
                                                 {"energy", "kWh", "ENERGY"},
                                                 {"bought", "devices", "BOUGHT"},
                                                 {"material", "kg", "MATERIAL"},
                                                 {"reused", "kg", "REUSED"},
                                                 {"reused_share", "1", "REUSED-SHARE"},
                                                 {"waste", "kg", "WASTE"},
                                                 {"credit", "kg CO2e", "CREDIT"},
                                                 {"ownership", "EUR", "TCO"},
                                                 {"life_cycle", "EUR", "LCC"}}};

}  // namespace

std::string_view name_of(Output output) { return named[static_cast<std::size_t>(output)].name; }
std::string_view unit_of(Output output) { return named[static_cast<std::size_t>(output)].unit; }
std::string_view formula_of(Output output) { return named[static_cast<std::size_t>(output)].formula; }

}  // namespace kring::impact
