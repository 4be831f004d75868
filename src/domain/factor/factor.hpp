// SPDX-License-Identifier: EUPL-1.2
// Where numbers come from: factor sets, each with one licence, kept in versions that never change. A figure
// is one number of one row in one version, with its provenance; a result names the versions it used, and
// finds the same figures there for ever. Sets are never merged: they are joined when something is calculated.
//
//   set ─→ version 1, 2, 3 … ─→ rows ─→ figures
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::factor {

/// Of the data, not of the program. `own`: facts typed in here or worked out by Kring itself.
enum class Licence { odbl, cc_by_sa, own };
std::string_view word(Licence licence);  ///< "ODbL-1.0", "CC-BY-SA-4.0", "own", as in the table
std::optional<Licence> licence_of(std::string_view word);
std::string_view address_of(Licence licence);  ///< of the licence's text; "" for own

/// What a set holds.
enum class Kind { footprints, electricity, own };
std::string_view word(Kind kind);  ///< "footprints", "electricity", "own"
std::optional<Kind> kind_of(std::string_view word);

/// How sure a figure is. Whatever is `unverified` says so wherever it is shown.
enum class Certainty { high, medium, low, unverified };
std::string_view word(Certainty certainty);
std::optional<Certainty> certainty_of(std::string_view word);

/// What a figure tells, each in a fixed unit: of a device what it embodies, its energy, mass, life, price,
/// and what refurbishing it and its parts add; of an area its electricity; the price of a kilogram CO2e.
/// `other` names its own unit.
enum class Quantity {
    embodied,
    energy,
    mass,
    life,
    price,
    processing,
    parts,
    intensity,
    carbon_price,
    other
};
std::string_view word(Quantity quantity);  ///< "embodied" …, as in addresses
std::optional<Quantity> quantity_of(std::string_view word);
/// "kg CO2e", "kWh/yr", "kg", "yr", "EUR", "kg CO2e/kWh", "EUR/kg CO2e"; "" for other.
std::string_view unit_of(Quantity quantity);
const std::vector<Quantity>& all_quantities();
bool is_of_device(Quantity quantity);

/// Everything one has to know to trust a number, or not.
struct Provenance {
    std::string set;       ///< id: "boavizta", "kring-archetypes", "own"
    std::string set_name;  ///< as its publisher calls it
    std::string source;    ///< what the set or the typed-in figure says of its own source
    std::string url;       ///< of the source, "" when it has none
    int version = 0;       ///< of the set
    std::string row;       ///< key of the row within the set
    std::string year;      ///< which the figure is about, or of the sheet; "" when unknown
    Licence licence = Licence::own;
    Certainty certainty = Certainty::unverified;
    std::string derivation;  ///< formula or how it was worked out, in English; "" when as published
    std::string entered_by;  ///< id of the person who typed it in; "" for imported and built-in rows. Never
                             ///< shown to who is no administrator
};

/// One number, in the unit of its quantity. Always low <= value <= high.
struct Figure {
    std::string id;  ///< "SET@VERSION/ROW/QUANTITY": names it for ever; the page that explains it: address_of
    std::string subject;  ///< what it is about, in the source's words: "laptop", "Latitude 7420", "NLD"
    Quantity quantity = Quantity::other;
    double value = 0;   ///< median, or the number as published
    double low = 0;     ///< P5, or the lower bound given; the value itself when no range is known
    double high = 0;    ///< P95, or the upper bound given
    double spread = 1;  ///< geometric standard deviation of a lognormal around the value; 1 when not known
    std::int64_t count = 0;  ///< rows it rests on; 0 when it is one published number
    std::string unit;        ///< unit_of(quantity), or as typed for `other`
    Provenance from;
};

/// "SET@VERSION/ROW/QUANTITY" taken apart. Nothing when it is not of that form.
struct FigureName {
    std::string set;
    int version = 0;
    std::string row;
    Quantity quantity = Quantity::other;
};
std::string figure_id(const FigureName& name);
std::optional<FigureName> read_figure_id(std::string_view id);

/// The Dutch pattern and parts of the page that explains a figure, for desk::address:
/// "/kengetallen/{reeks}/{versie}/{rij}".
inline constexpr std::string_view figure_pattern = "/kengetallen/{reeks}/{versie}/{rij}";

/// A set of figures. Built-in ones come with the program and are there before any import.
struct Set {
    std::string id;    ///< "boavizta"; 3 to 64 of a-z 0-9 -
    std::string name;  ///< as its publisher calls it
    Kind kind = Kind::own;
    std::string source;  ///< who published it
    std::string url;     ///< where, "" when nowhere
    Licence licence = Licence::own;
    std::string notice;  ///< what public use must carry, in English; "" when nothing
    bool is_built_in = false;
};

/// One version of a set: what came in at one moment.
struct Version {
    std::string id;  ///< "" of a built-in one
    std::string set;
    int number = 1;
    std::string file_name;  ///< "" when figures were typed in
    std::string hash;       ///< SHA-256 of the file
    std::string rows_hash;  ///< SHA-256 of its rows and oddities in their one written form
    std::string made_by;    ///< id of a person; "" for the command line
    Time made_at;
    int taken = 0;  ///< rows
    int rejected = 0;
    int oddities = 0;
    int added = 0;  ///< against the version before, as are the next two
    int removed = 0;
    int changed = 0;
};

/// Which version of each set a calculation uses: kept with its result. Text form, sorted by set:
/// "boavizta@2 kring-archetypes@1".
using Versions = std::map<std::string, int, std::less<>>;
std::string to_text(const Versions& versions);
std::optional<Versions> read_versions(std::string_view text);

}  // namespace kring::factor
