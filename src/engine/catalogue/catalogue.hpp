// SPDX-License-Identifier: EUPL-1.2
// Factors from files: the carbon footprints of products that Boavizta collected, the carbon intensity of
// electricity by area, and figures of one's own. Pure: bytes in, typed rows and a list of oddities out. What
// a file does not say is unknown, never zero. docs/factor-data.md tells sources, licences, quirks and codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/catalogue/device.hpp"
#include "engine/reading/oddity.hpp"

namespace kring::catalogue {

using reading::all_codes;
using reading::Code;
using reading::is_refused;
using reading::most_bytes;
using reading::most_field_bytes;
using reading::most_oddities;
using reading::most_rows;
using reading::name;
using reading::Oddities;
using reading::Oddity;
using reading::Severity;
using reading::severity;

/// A day, month or year, as far as it is told.
struct Date {
    int year = 0;
    int month = 0;  ///< 1 to 12, 0 when not told
    int day = 0;    ///< 1 to 31, 0 when not told
    bool operator==(const Date&) const = default;
};

/// "2021-06-16", "2021-06" or "2021".
std::string to_text(const Date& date);

/// The licence that a number came under; it stays with the number.
enum class Licence { odbl_1_0, cc_by_sa_4_0, own, unknown };

/// "ODbL-1.0", "CC-BY-SA-4.0" (SPDX), "own", "unknown".
std::string_view name(Licence licence);
std::optional<Licence> licence(std::string_view name);

/// The sentence that public use of numbers under this licence must carry, in English; "" when none.
std::string_view boavizta_notice();
std::string_view ember_notice();
std::string_view electricity_maps_notice();
std::string_view marginal_notice();

// ---------------------------------------------------------------- footprints of products

/// One product carbon footprint as its sheet gives it. Shares are 0 to 1.
struct PcfRow {
    int line = 0;  ///< of the file, the header being 1
    std::string maker;
    std::string product;
    std::string category;
    std::string subcategory;  ///< as in the file, its spelling unified
    DeviceClass device = DeviceClass::other;
    std::optional<double> total_kg;   ///< kg CO2e, whole life; its use phase counts on another grid than ours
    std::optional<double> use_share;  ///< of total_kg
    std::optional<double> tec_kwh;    ///< kWh a year
    std::optional<double> weekly_kwh;  ///< kWh a week, of printers
    std::optional<double> life_years;
    std::string use_location;  ///< WW, EU, US, CN, Asia ...; "" unknown
    std::optional<Date> reported;
    std::string source;                 ///< address of the sheet
    std::string sheet_hash;             ///< MD5 of the sheet, 32 hexadecimal digits; "" unknown
    std::optional<double> error_ratio;  ///< spread as the sheet gives it, divided by total_kg; may exceed 1
    std::optional<double> manufacturing_share;
    std::optional<double> transport_share;
    std::optional<double> end_of_life_share;
    std::optional<double> electronics_share;
    std::optional<double> battery_share;
    std::optional<double> hdd_share;
    std::optional<double> ssd_share;
    std::optional<double> other_components_share;
    std::optional<double> weight_kg;
    std::string assembly_location;
    std::optional<double> screen_inch;
    std::string form;                        ///< of servers: Rack, Tower, Blade; "" else
    std::string disks;                       ///< built in, as text; of a disk: its size
    std::optional<double> pages_per_minute;  ///< of printers
    std::optional<double> memory_gb;
    std::optional<int> processors;
    std::optional<double> height_units;
    std::optional<Date> added;
    std::string added_by;  ///< "Manual" or the name of a parser
    std::string comment;
    bool operator==(const PcfRow&) const = default;
};

/// kg CO2e of everything but use: total × (1 - use share). Unknown when either is.
std::optional<double> embodied_kg(const PcfRow& row);

/// kg CO2e per kWh that the sheet's use phase must have counted with. Unknown when a part is.
std::optional<double> implied_use_factor(const PcfRow& row);

enum class Dialect { us, fr };  ///< comma and decimal point; semicolon and decimal comma

struct PcfFile {
    std::vector<PcfRow> rows;
    Oddities oddities;
    Dialect dialect = Dialect::us;
    int rows_refused = 0;
};

/// boavizta-data-us.csv or boavizta-data-fr.csv; which of the two is seen from the header. Licence: ODbL 1.0.
PcfFile read_boavizta(std::string_view bytes);

// ---------------------------------------------------------------- electricity

enum class AreaKind {
    country,  ///< ISO 3166-1 alpha-3: NLD
    zone,     ///< ISO 3166-1 alpha-2, or a part of it: NL, CA-NL (Newfoundland)
    group,    ///< EU, WORLD, ASEAN
};

enum class GridMethod {
    generation_average,   ///< what is generated in the area, by the year (Ember)
    consumption_average,  ///< what is used there, imports included, life cycle (Electricity Maps)
    operating_margin,     ///< what one kWh more would cause (UNFCCC harmonised method)
};

std::string_view name(AreaKind kind);
std::string_view name(GridMethod method);

struct GridRow {
    int line = 0;
    std::string area;  ///< NLD, NL, CA-NL, EU; codes of different kinds are never the same thing
    AreaKind kind = AreaKind::country;
    std::string area_name;                    ///< "" when the file does not tell it
    std::optional<double> g_per_kwh;          ///< g CO2e; g CO2 for operating_margin
    std::optional<int> year;                  ///< unknown in average-intensities.min.js
    std::optional<double> renewable_share;    ///< 0 to 1
    std::optional<double> carbon_free_share;  ///< 0 to 1
    GridMethod method = GridMethod::generation_average;
    std::string source;  ///< "Ember via CO2.js", "Electricity Maps via CO2.js", "UNFCCC via CO2.js"
    Licence licence = Licence::unknown;
    bool operator==(const GridRow&) const = default;
};

/// Which file it is, as seen from its content.
enum class GridFile { ember_csv, electricity_maps_csv, average_module, yearly_module, marginal_module };

struct GridFactors {
    std::vector<GridRow> rows;
    Oddities oddities;
    std::optional<GridFile> file;
    int rows_refused = 0;
};

/// One of the data files of CO2.js (in dist/esm/data; read as data, never run), or one of the
/// two CSV tables made of them. `file_name` tells the year of yearly_2021.js, which stands nowhere inside.
GridFactors read_grid(std::string_view bytes, std::string_view file_name);

/// Gives rows without a year the year they have in another file of the same source and value (alpha-3 code,
/// equal to 0.005 g): the module of Ember's averages leaves out what the repository's JSON tells.
int fill_years(std::vector<GridRow>& rows, const std::vector<GridRow>& with_years);

// ---------------------------------------------------------------- figures of one's own

enum class Figure {
    embodied,    ///< kg CO2e
    tec,         ///< kWh/yr
    mass,        ///< kg
    life,        ///< yr
    price,       ///< EUR
    processing,  ///< kg CO2e of refurbishing one device
    parts,       ///< kg CO2e of parts replaced
};

std::string_view name(Figure figure);
/// "kg CO2e", "kWh/yr", "kg", "yr", "EUR".
std::string_view unit(Figure figure);
std::optional<Figure> figure(std::string_view name);

struct OwnFigure {
    int line = 0;
    DeviceClass device = DeviceClass::other;
    Figure figure = Figure::embodied;
    double value = 0;
    std::optional<double> low;   ///< 5th percentile or least, as the source means it
    std::optional<double> high;  ///< 95th percentile or most
    std::string source;          ///< never empty
    int year = 0;                ///< 1990 to 2100
    std::string licence;         ///< free text; "" when not given
    bool operator==(const OwnFigure&) const = default;
};

struct OwnFigures {
    std::vector<OwnFigure> rows;
    Oddities oddities;
    int rows_refused = 0;
};

/// CSV with the columns class, figure, unit, value, low, high, source, year, licence in any order; separator
/// comma with decimal point, or semicolon with decimal comma. One row that is refused leaves the others.
OwnFigures read_own_figures(std::string_view bytes);

}  // namespace kring::catalogue
