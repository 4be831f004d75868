// SPDX-License-Identifier: EUPL-1.2
// What a person chooses for a scenario: a fleet, routes to compare, and the settings of the calculation. It
// has one canonical text, so that the same choices are the same bytes: they name a result, and travel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"

namespace kring::scenario {

/// How an organisation comes by its devices.
enum class Way { fresh, extend, refurbished, remanufactured, lease };
inline constexpr Way ways[] = {Way::fresh, Way::extend, Way::refurbished, Way::remanufactured, Way::lease};
std::string_view word(Way way);  ///< "new", "extend", "refurbished", "remanufactured", "lease"
std::optional<Way> way_of(std::string_view word);

struct Devices {
    std::string device;  ///< a kind of device, as engine/inventory names it: "laptop"
    std::int64_t count = 0;
    bool operator==(const Devices&) const = default;
};

/// A route: a way, and for how many years each device is used on it.
struct Route {
    Way way = Way::fresh;
    double years = 4;
    /// From a device in the fleet to the one that comes in its place on this route; "" for the same kind.
    std::string instead = {};
    bool operator==(const Route&) const = default;
};

/// A figure that somebody puts in the place of the one offered.
struct Own {
    std::string figure;  ///< its key, see figures.hpp
    double low = 0;
    double likely = 0;
    double high = 0;
    std::string source;
    std::string year;  ///< "" when not known
    bool operator==(const Own&) const = default;
};

/// Who bears the making of a device that is used a second time: its first user alone, or each by the years
/// they use it.
enum class Burden { first_user, by_years };
std::string_view word(Burden burden);  ///< "first_user", "by_years"
std::optional<Burden> burden_of(std::string_view word);

struct Inputs {
    std::vector<Devices> fleet;
    std::vector<Route> routes;  ///< the first is what the others are compared with
    int start = 2026;           ///< first year
    int horizon = 8;            ///< years
    std::string area = "NLD";   ///< of the electricity, ISO 3166-1 alpha-3
    double decline = 0;         ///< of the electricity factor, % a year
    double discount = 3;        ///< % a year
    double correlation = 0.5;   ///< between kinds of devices, 0 to 1
    Burden burden = Burden::first_user;
    std::int64_t draws = 100'000;
    std::int64_t seed = 1;
    std::vector<Own> own;
    bool operator==(const Inputs&) const = default;
};

inline constexpr std::size_t fleet_most = 40;
inline constexpr std::size_t routes_least = 2;
inline constexpr std::size_t routes_most = 6;
inline constexpr std::int64_t count_most = 1'000'000;
inline constexpr double years_most = 20;
inline constexpr int start_least = 2015;
inline constexpr int start_most = 2060;
inline constexpr int horizon_most = 30;
inline constexpr std::int64_t draws_least = 1'000;
inline constexpr std::int64_t draws_most = 1'000'000;
inline constexpr std::int64_t seed_most = 2'000'000'000;
inline constexpr std::size_t source_length_max = 300;

/// The routes that a first scenario compares: new each four years, used for six, and refurbished for four.
std::vector<Route> first_routes();

/// Whether this is a kind of device we can reckon with.
bool is_device(std::string_view word);
std::vector<std::string> all_devices();

/// Everything wrong with it, in the fields of the forms: device_N, count_N, way_N, years_N (from 1), and the
/// names of the settings. `known`: keys that one may put a figure in the place of; none is checked when
/// empty.
Problems problems_of(const Inputs& inputs, const std::vector<std::string>& known = {});
Problems problems_of_own(const Own& own);

/// Devices of one kind together, in the order of kinds; figures of one's own by key.
Inputs in_order(Inputs inputs);

/// The canonical text, "kring-scenario 1" and a line for each choice.
std::string to_text(const Inputs& inputs);
/// Its inverse; nothing when the text is not exactly of that form.
std::optional<Inputs> read_inputs(std::string_view text);

/// A number as people type it, "1.234,5", "1,5" or "1.5"; nothing when it is none.
std::optional<double> read_amount(std::string_view text);
/// The shortest text that reads back as this number, with a point.
std::string amount_text(double amount);

}  // namespace kring::scenario
