// SPDX-License-Identifier: EUPL-1.2
// What a fleet of ICT equipment emits, uses and costs over some years by each of several options (new, used
// longer, refurbished, remanufactured, leased), how sure that is, and what makes the difference. Pure and
// seeded: the same question gives the same bits everywhere. Equations, units, sources: docs/impact-method.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/chance/chance.hpp"
#include "engine/impact/provenance.hpp"
#include "engine/impact/quantity.hpp"
#include "platform/base/result.hpp"

namespace kring::impact {

/// Goes up whenever the same question may give other numbers.
inline constexpr std::string_view engine_version = "1";

// The question.

/// What is in one device, by element or material. Indicative; never summed over elements.
struct Material {
    std::string element;  ///< symbol or name, "Co"
    Estimate<Gram> content;
    std::optional<Estimate<Ratio>>
        recycled;  ///< share of the content that is recycled; none given counts as 0
};

struct Device {
    std::string id;
    Estimate<KgCo2e> embodied;    ///< e_new: all phases but use, of one new device
    Estimate<KwhPerYear> energy;  ///< TEC
    std::optional<Estimate<Kilogram>> mass;
    std::vector<Material> materials;
    std::string method;  ///< whose way of counting `embodied` is: maker or tool; "" unknown
};

/// Electricity: kg CO2e per kWh in the first year, and by which share it falls each year after.
struct Grid {
    std::string id;
    Estimate<KgCo2ePerKwh> factor;
    std::optional<Estimate<Ratio>> decline;  ///< 0.05 for 5 % a year
};

/// How hard devices are used: energy is multiplied by it; 1 is as measured. Lines that share one share its
/// lot.
struct Use {
    std::string id;
    Estimate<Ratio> intensity;
};

/// Seats of one kind: `seats` people at a time need one such device each.
struct Line {
    std::string id;
    double seats = 0;
    std::size_t grid = 0;            ///< index in Question::grids
    std::optional<std::size_t> use;  ///< index in Question::uses; none means as measured (1)
};

enum class RouteKind { bought_new, extended, refurbished, remanufactured, leased };

/// How the manufacture of a refurbished device counts for its second user: not at all, or by years of use.
/// `drawn` leaves it open: one of both is drawn in each iteration.
enum class Burden { cut_off, life_share, drawn };

/// At the end a share is used again elsewhere in place of a new device; the credit is told apart, never
/// netted.
struct TakeBack {
    Estimate<Ratio> reused;         ///< p: share of devices used again
    Estimate<Ratio> displaced;      ///< f: how many new devices one of them displaces
    Estimate<Year> second_life;     ///< L2
    Estimate<Year> reference_life;  ///< L_ref of the device displaced
    Estimate<KgCo2e> process;       ///< to make it fit for use
};

/// From this age on (in years of the device, 1 is the first) maintenance costs so much a year.
struct Ageing {
    int from_age = 1;
    Estimate<EuroPerYear> maintenance;
};

/// Money of one seat. What is not given is not counted, and the result says so.
struct Costs {
    std::optional<Estimate<Euro>> price;               ///< of one device, at the start of each service life
    std::optional<Estimate<EuroPerYear>> lease;        ///< paid yearly in arrears
    std::optional<Estimate<EuroPerYear>> maintenance;  ///< with support
    std::optional<Ageing> ageing;
    std::optional<Estimate<Euro>> residual;  ///< of one seat at the end of the horizon
};

struct Route {
    RouteKind kind = RouteKind::bought_new;
    Estimate<Year> life;                          ///< L: service life of one acquisition here
    std::optional<Estimate<Ratio>> spare;         ///< s: extra devices per acquisition, 0.02
    std::optional<Estimate<KgCo2e>> parts;        ///< extended, refurbished
    std::optional<Estimate<KgCo2e>> process;      ///< refurbished
    std::optional<Estimate<KgCo2e>> transport;    ///< refurbished
    std::optional<Estimate<Year>> first_life;     ///< refurbished: L1, needed but for Burden::cut_off
    std::optional<Estimate<Ratio>> remade;        ///< remanufactured: r, emissions against new
    std::optional<Estimate<Ratio>> new_material;  ///< refurbished, remanufactured: share of mass that is new
    std::optional<Estimate<KwhPerYear>> energy;   ///< in place of the device's own
    std::optional<TakeBack> take_back;
    Costs costs;
};

/// A share of a line's seats goes this way, with this device. The shares of one line add up to 1.
struct Part {
    std::size_t line = 0;    ///< index in Question::fleet
    std::size_t device = 0;  ///< index in Question::devices
    double share = 1;
    Route route;
};

struct Option {
    std::string id;
    std::vector<Part> parts;
};

struct Economy {
    std::optional<Estimate<Ratio>> discount;  ///< i per year, 0.03
    std::optional<Estimate<EuroPerKwh>> electricity;
    std::optional<Estimate<EuroPerKgCo2e>> shadow_price;  ///< k
};

/// annualised: H / L acquisitions; discrete: whole devices, the unexpired part of the last written back. Both
/// give the same emissions; `Outcome::bought` differs. Cash flows are always discrete.
enum class Acquisition { annualised, discrete };

enum class Output {
    embodied,      ///< kg CO2e, by the burden rule of the question
    use,           ///< kg CO2e
    total,         ///< kg CO2e
    other_rule,    ///< kg CO2e: the total by the other burden rule
    energy,        ///< kWh
    bought,        ///< devices acquired
    material,      ///< kg of new material
    reused,        ///< kg of devices used again
    reused_share,  ///< share of seat-years served by reused devices
    waste,         ///< kg of e-waste
    credit,        ///< kg CO2e avoided elsewhere, told apart
    ownership,     ///< EUR: TCO
    life_cycle     ///< EUR: TCO + k (embodied + use)
};
inline constexpr std::size_t output_count = 13;

/// "embodied", "use" …: as enumerated.
std::string_view name_of(Output output);
/// "kg CO2e", "kWh", "kg", "EUR", "1" or "devices".
std::string_view unit_of(Output output);
/// Names the equation in docs/impact-method.md: "E-EMB".
std::string_view formula_of(Output output);

struct Question {
    Sources sources;
    int horizon = 0;  ///< H: years, 1 to horizon_max
    int start_year = 0;
    std::vector<Device> devices;
    std::vector<Grid> grids;
    std::vector<Use> uses;
    std::vector<Line> fleet;
    std::vector<Option> options;
    Economy economy;
    Burden burden = Burden::cut_off;
    double life_share_chance = 0.5;  ///< Burden::drawn: how often the life share applies
    Acquisition acquisition = Acquisition::annualised;
    double method_correlation = 0.5;  ///< rho: of embodied emissions counted by one method, 0 to 1
    std::uint64_t seed = 1;
    std::size_t draws = 0;  ///< 0: only the central value
    std::vector<Output> wanted{Output::embodied, Output::use, Output::total};
    bool with_materials = false;
    bool with_sensitivity = false;
    Output compared = Output::total;  ///< what options are compared by, and what drives it
    unsigned threads = 1;             ///< changes no bit
};

inline constexpr int horizon_max = 50;
inline constexpr std::size_t lines_max = 500;
inline constexpr std::size_t options_max = 12;
inline constexpr std::size_t draws_max = 4'000'000;
/// Draws times all that is wanted of all options.
inline constexpr std::size_t kept_max = 40'000'000;

/// The value that stands for a distribution in Figure::central: the mode of a triangular or PERT one, the
/// median of a lognormal (by median) or empirical one, else the mean.
double central_value(const chance::Distribution& distribution);

// The answer.

/// One figure for the whole fleet over the whole horizon. Without draws only `central` is there.
struct Figure {
    double central = 0;  ///< with every estimate at its central value
    double low = 0;      ///< with every estimate at the end of its range that makes the figure least
    double high = 0;     ///< likewise greatest; where a range has no end, shares 0.001 and 0.999 are
    double p5 = 0;
    double p50 = 0;
    double p95 = 0;
    double mean = 0;
    double sd = 0;
    double standard_error = 0;  ///< of the mean, by the number of draws
};

/// The same figure for a part: per seat 1 / seats, per year 1 / horizon.
Figure scaled(const Figure& figure, double factor);

struct Outcome {
    Output output = Output::total;
    Figure figure;
};

/// Grams of one element in new material; indicative.
struct MaterialOutcome {
    std::string element;
    Figure figure;
    std::vector<SourceId> sources;
};

/// One uncertain input. The life of a line in several options is one input: it is drawn by one lot.
struct Driver {
    std::string input;      ///< path in the question where it first stands: "devices[2].embodied"
    std::string parameter;  ///< "embodied", "life", "method", "burden" …
    std::string owner;      ///< id of the device, grid, use or line; the method's name; "" for the economy
    double share = 0;       ///< of the variance: first-order index, 0 to 1
    std::optional<SourceId> source;
};

/// Drivers from great to small; what they leave is interactions.
struct Sensitivity {
    std::vector<Driver> drivers;
    double interactions = 0;
};

struct OptionResult {
    std::string id;
    double seats = 0;
    std::vector<Outcome> outcomes;  ///< as wanted
    std::vector<MaterialOutcome> materials;
    Sensitivity sensitivity;        ///< of Question::compared
    std::vector<SourceId> sources;  ///< whose numbers it used
    const Figure* find(Output output) const;
};

/// Two options on the same draws, by Question::compared.
struct Comparison {
    std::size_t one = 0;
    std::size_t other = 0;
    double chance_less = 0;   ///< P(one < other), but for what counts as equal
    double chance_equal = 0;  ///< P(one = other within 1e-12 of the larger)
    Figure difference;        ///< one - other
    Sensitivity sensitivity;
};

/// Things to tell a reader; words are those of the domain. Parameters are named and in order.
enum class Notice {
    mixed_methods,          ///< embodied figures of several makers' methods: methods
    unknown_method,         ///< devices without one beside devices with one: devices
    burden_matters,         ///< both rules are told: option, chosen, other
    credit_beside_cut_off,  ///< one option has a credit, another cuts off: they must not be added: credit,
                            ///< cut_off
    longer_is_worse,   ///< a longer life emits more: option, against, line, embodied_saved, use_added (kg per
                       ///< seat and year), break_even_energy (kWh/yr), break_even_parts (kg), chance
    longer_is_unsure,  ///< the same where neither holds in nine of ten draws, or longer is better in
                       ///< fewer than 95 %
                       ///< than 95 %
    incomplete_costs,  ///< costs that are not given: option, missing
    new_material_unknown,  ///< new parts count as none: option, line
    unverified_input,      ///< a number that nobody confirmed: source
    heavy_tail             ///< the standard error of a mean is over 1 % of it: option, output
};

struct Finding {
    Notice notice = Notice::mixed_methods;
    std::vector<std::pair<std::string, std::string>> texts;
    std::vector<std::pair<std::string, double>> numbers;
};

struct Assessment {
    std::string engine = std::string(engine_version);
    std::uint64_t seed = 0;
    std::size_t draws = 0;
    int horizon = 0;
    std::vector<OptionResult> options;
    std::vector<Comparison> comparisons;  ///< each pair, the lesser index first
    std::vector<Finding> findings;
    Sources sources;
};

/// Everything that is wrong with the question, each with its path as field
/// ("options[0].parts[2].route.life"); phrases impact.problem.* and chance.problem.*; empty when nothing is.
Problems check(const Question& question);

/// The answer. Problems: `invalid`, as `check` finds; `conflict` impact.problem.stopped when `progress`
/// stopped it.
Result<Assessment> assess(const Question& question, const chance::Progress& progress = nullptr);

}  // namespace kring::impact
