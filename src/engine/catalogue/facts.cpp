// SPDX-License-Identifier: EUPL-1.2
#include "engine/catalogue/facts.hpp"

namespace kring::catalogue {

namespace {

using enum DeviceClass;
constexpr auto high = Certainty::high;
constexpr auto medium = Certainty::medium;
constexpr auto unsure = Certainty::unverified;

constexpr std::string_view sheets = "Boavizta environmental-footprint-data, median of the sheets";
constexpr std::string_view ademe =
    "ADEME, Evaluation de l'impact environnemental d'un ensemble de produits reconditionnes, as quoted by "
    "others";
constexpr std::string_view oeko = "Oeko-Institut (Buchert et al.), table 25, as quoted by others";
constexpr std::string_view oeko_boards = "Oeko-Institut (Buchert et al.), table 16, as quoted by others";
constexpr std::string_view prices = "the number was not found in its source";

std::vector<Fact> lives() {
    return {
        {"life_sheets_laptop", laptop, 4, {}, {}, "yr", "2023", sheets, high},
        {"life_sheets_desktop", desktop, 4, {}, {}, "yr", "2023", sheets, high},
        {"life_sheets_monitor", monitor, 6, {}, {}, "yr", "2023", sheets, high},
        {"life_sheets_smartphone", smartphone, 3, {}, {}, "yr", "2023", sheets, high},
        {"life_sheets_tablet", tablet, 3, {}, {}, "yr", "2023", sheets, high},
        {"life_consumers_smartphone",
         smartphone,
         3,
         {},
         {},
         "yr",
         "2019",
         "EEB, as quoted by others",
         medium},
        {"life_consumers_laptop", laptop, 6, {}, {}, "yr", "2019", "EEB, as quoted by others", medium},
        {"life_jrc_laptop",
         laptop,
         5,
         {},
         {},
         "yr",
         "2018",
         "JRC RMIS fact sheet, as quoted by others",
         medium},
        {"life_contract_laptop", laptop, 3.5, 3, 4, "yr", "", "TCO Certified, contract cycles", medium},
        {"refurbish_after_smartphone",
         smartphone,
         3,
         {},
         {},
         "yr",
         "2022",
         "codde.fr, on ADEME's study",
         medium},
        {"refurbish_after_tablet", tablet, 3, {}, {}, "yr", "2022", "codde.fr, on ADEME's study", medium},
        {"refurbish_after_laptop", laptop, 4.5, 4, 5, "yr", "2022", "codde.fr, on ADEME's study", medium},
        {"refurbish_after_desktop", desktop, 4.5, 4, 5, "yr", "2022", "codde.fr, on ADEME's study", medium},
    };
}

std::vector<Fact> electricity() {
    return {
        {"tec_laptop", laptop, 18.8, 12.1, 31.8, "kWh/yr", "2023", sheets, high},
        {"tec_desktop", desktop, 56.6, 16.2, 181.8, "kWh/yr", "2023", sheets, high},
        {"tec_monitor", monitor, 40.9, 24.5, 107.0, "kWh/yr", "2023", sheets, high},
        {"tec_smartphone", smartphone, 7.0, 5.0, 11.3, "kWh/yr", "2023", sheets, high},
        {"tec_tablet", tablet, 14.8, 12.0, 23.0, "kWh/yr", "2023", sheets, high},
        {"grid_netherlands_2021",
         {},
         0.374,
         {},
         {},
         "kg CO2e/kWh",
         "2021",
         "CE Delft for co2emissiefactoren.nl: 300 g production + 74 g chain",
         high},
        {"grid_netherlands_spread",
         {},
         0.2527,
         0.251,
         0.374,
         "kg CO2e/kWh",
         "2021-2025",
         "Ember 2024; from Electricity Maps 2024 to CE Delft 2021",
         high},
        {"grid_netherlands_grey",
         {},
         0.536,
         0.483,
         0.536,
         "kg CO2e/kWh",
         "2024-2026",
         "co2emissiefactoren.nl 'grey' as code of others quotes it",
         unsure},
    };
}

std::vector<Fact> carbon_prices() {
    return {
        {"co2_price_mki_a1", {}, 0.05, {}, {}, "EUR/kg CO2e", "2011", prices, unsure},
        {"co2_price_mki_a2", {}, 0.116, {}, {}, "EUR/kg CO2e", "2023-2026", prices, unsure},
        {"co2_price_handbook", {}, 0.130, {}, {}, "EUR/kg CO2e", "2023", prices, unsure},
        {"ladder_discount_level_1",
         {},
         1,
         {},
         {},
         "% of price",
         "v3",
         "ProRail, as quoted by others",
         medium},
        {"ladder_discount_level_2",
         {},
         2,
         {},
         {},
         "% of price",
         "v3",
         "ProRail, as quoted by others",
         medium},
        {"ladder_discount_level_3",
         {},
         4,
         {},
         {},
         "% of price",
         "v3",
         "ProRail, as quoted by others",
         medium},
        {"ladder_discount_level_4",
         {},
         7,
         {},
         {},
         "% of price",
         "v3",
         "ProRail, as quoted by others",
         medium},
        {"ladder_discount_level_5",
         {},
         10,
         {},
         {},
         "% of price",
         "v3",
         "ProRail, as quoted by others",
         medium},
        {"sanction_missed_level", {}, 1.5, {}, {}, "x advantage", "", "Rijkswaterstaat", high},
    };
}

std::vector<Fact> reuse() {
    return {
        {"refurbished_avoids_smartphone", smartphone, 24.6, {}, {}, "kg CO2e/yr", "2022", ademe, medium},
        {"refurbished_avoids_laptop", laptop, 27, {}, {}, "kg CO2e/yr", "2022", ademe, medium},
        {"refurbished_material_smartphone", smartphone, 76.9, {}, {}, "kg/yr", "2022", ademe, medium},
        {"refurbished_material_laptop", laptop, 127, {}, {}, "kg/yr", "2022", ademe, medium},
        {"refurbished_waste_laptop", laptop, 0.314, {}, {}, "kg/yr", "2022", ademe, medium},
        {"refurbished_share_smartphone", smartphone, 0.755, 0.64, 0.87, "share avoided", "2022", ademe,
         medium},
        {"refurbished_share_tablet", tablet, 0.63, 0.46, 0.80, "share avoided", "2022", ademe, medium},
        {"refurbished_share_laptop", laptop, 0.70, 0.43, 0.97, "share avoided", "2022", ademe, medium},
        {"refurbished_share_desktop", desktop, 0.70, 0.43, 0.97, "share avoided", "2022", ademe, medium},
        {"remanufactured_avoids_laptop",
         laptop,
         316,
         {},
         {},
         "kg CO2",
         "2021",
         "circularcomputing.com, a seller",
         Certainty::low},
        {"remanufactured_share_laptop",
         laptop,
         0.0634,
         {},
         {},
         "share of new",
         "",
         "none found",
         unsure,
         true},
    };
}

std::vector<Fact> materials() {
    return {
        {"cobalt_smartphone", smartphone, 6.3, {}, {}, "g", "2012", oeko, medium},
        {"silver_smartphone", smartphone, 0.305, {}, {}, "g", "2012", oeko, medium},
        {"gold_smartphone", smartphone, 0.030, {}, {}, "g", "2012", oeko, medium},
        {"palladium_smartphone", smartphone, 0.011, {}, {}, "g", "2012", oeko, medium},
        {"neodymium_smartphone", smartphone, 0.050, {}, {}, "g", "2012", oeko, medium},
        {"praseodymium_smartphone", smartphone, 0.010, {}, {}, "g", "2012", oeko, medium},
        {"silver_laptop_boards", laptop, 0.438, {}, {}, "g", "2012", oeko_boards, medium},
        {"gold_laptop_boards", laptop, 0.104, {}, {}, "g", "2012", oeko_boards, medium},
        {"palladium_laptop_boards", laptop, 0.039, {}, {}, "g", "2012", oeko_boards, medium},
        {"cobalt_laptop_battery",
         laptop,
         65,
         {},
         {},
         "g",
         "2012",
         "general knowledge, no source found",
         unsure},
        {"waste_treated_europe", {}, 0.54, {}, {}, "share", "2022", "FutuRaM, as quoted by others", medium},
    };
}

}  // namespace

const std::vector<Fact>& facts() {
    static const std::vector<Fact> all = [] {
        std::vector<Fact> made;
        for (const auto& part : {lives(), electricity(), carbon_prices(), reuse(), materials()})
            made.insert(made.end(), part.begin(), part.end());
        return made;
    }();
    return all;
}

const Fact* find_fact(std::string_view id) {
    for (const Fact& fact : facts()) {
        if (fact.id == id) return &fact;
    }
    return nullptr;
}

}  // namespace kring::catalogue
