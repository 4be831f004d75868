// SPDX-License-Identifier: EUPL-1.2
// Counts as BoaviztAPI 2.4.1 does, for terminals and peripherals, so that results made with that tool can be
// made again and compared. Its facts are here with their source; none of its code is. Our own default
// differs: docs/compared-with-boaviztapi.md says where, why and by how much.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kring::compatibility {

/// Least, likely and most; equal when nothing is spread.
struct Interval {
    double value = 0;
    double min = 0;
    double max = 0;
    bool operator==(const Interval&) const = default;
};

/// kg CO2e, kg Sb eq., MJ ... per kWh, by criterion ("gwp"), by area ("NLD").
using ElectricityFactors = std::map<std::string, std::map<std::string, double, std::less<>>, std::less<>>;

/// What one device embodies, by criterion, for its device and type: "LAPTOP" / "pro".
struct EmbeddedFactor {
    std::string device;  ///< "LAPTOP"
    std::string type;    ///< "pro", "perso", "default"
    std::map<std::string, double, std::less<>> by_criterion;
};

/// One line of user_terminal.csv.
struct Archetype {
    std::string id;      ///< "laptop-pro"
    std::string device;  ///< "laptop"
    std::string type;    ///< "pro"
    std::string router;  ///< "terminal" or "peripheral": the path in its addresses
    std::optional<Interval> use_time_ratio;
    std::optional<double> life_hours;
    std::optional<Interval> power_watt;
};

/// The figures to count with. `built_in` holds the devices; factors of electricity come from the request or
/// from that tool's own files, which a user gives.
struct Figures {
    std::vector<Archetype> archetypes;
    std::vector<EmbeddedFactor> embedded;
    ElectricityFactors electricity;
    /// Least and most per kWh of the world, by criterion: the block `min-max` of factors.yml. Where there is
    /// none at all, the extremes of the areas are taken.
    std::map<std::string, Interval, std::less<>> world;
};

/// Archetypes of user_terminal.csv and the embedded gwp and adpe of factors.yml, as facts, commit 15878f04;
/// embedded: ADEME Base Impacts (terms of reuse not checked), used only to reproduce that tool.
const Figures& built_in();

struct Usage {
    std::optional<std::string> location;  ///< "NLD"
    std::optional<double> power_watt;
    std::optional<double> use_time_ratio;
    std::optional<double> life_hours;
    std::map<std::string, double, std::less<>> electricity;  ///< by criterion, per kWh: `elec_factors`
};

struct Request {
    std::string device;                    ///< "laptop"
    std::optional<std::string> archetype;  ///< "laptop-perso"; else the first of the device
    std::optional<std::string> type;       ///< "pro", "perso"
    Usage usage;
    std::optional<double> duration_hours;  ///< default: the life
    std::vector<std::string> criteria = {"gwp", "adp", "pe"};
};

struct Impact {
    std::string criterion;
    std::string unit;
    std::optional<Interval> embedded;  ///< nothing: "not implemented" there
    std::optional<Interval> use;
};

/// Where that tool answers with an error of its own, or goes on without a word, this mode says what is wrong.
enum class Fault {
    unknown_device,
    unknown_archetype,
    archetype_of_other_device,
    unknown_type,
    unknown_criterion,
    life_not_positive,
    duration_negative,
    power_negative,
    ratio_outside,
    no_power,  ///< neither given nor in the archetype
    no_life,
};

/// What that tool does without a word, and a reader should know.
enum class Warning {
    location_unknown,       ///< it counts with Europe and the spread of the world
    location_not_given,     ///< the same
    location_is_default,    ///< EEE given on purpose counts as not given
    duration_beyond_life,   ///< use keeps growing, embedded stays whole: no second device
    no_electricity_factor,  ///< for a criterion: its use is not implemented
};

struct Answer {
    std::vector<Impact> impacts;
    std::vector<Fault> faults;  ///< when there are any, there are no impacts
    std::vector<Warning> warnings;
    std::string archetype;  ///< that was used
    double life_hours = 0;
    double duration_hours = 0;
};

std::string_view name(Fault fault);
std::string_view name(Warning warning);

/// Unrounded. Pure; the same figures and request give the same answer.
Answer assess(const Figures& figures, const Request& request);

/// Rounds as that tool does: the value to the order of magnitude of a tenth of its interval, bounds to four
/// significant digits.
Interval rounded(const Interval& interval);

/// What is wrong with one of its data files: at most one line each, in English, for a command line.
struct FileFault {
    int line = 0;
    std::string what;
};

/// Reads that tool's factors.yml (a mapping of names to JSON objects): embedded factors and electricity into
/// `figures`. False, with faults, when it is not of that form; `figures` is then as it was.
bool read_factors(std::string_view bytes, Figures& figures, std::vector<FileFault>& faults);

/// Reads that tool's archetypes/user_terminal.csv.
bool read_archetypes(std::string_view bytes, Figures& figures, std::vector<FileFault>& faults);

}  // namespace kring::compatibility
