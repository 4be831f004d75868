// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/compatibility/compatibility.hpp"

namespace kring::compatibility {

namespace {

/// What that tool counts with when no location is given.
constexpr std::string_view default_location = "EEE";

struct Criterion {
    std::string_view code;
    std::string_view unit;
};

constexpr auto criteria = std::to_array<Criterion>({
    {"gwp", "kgCO2eq"},
    {"adp", "kgSbeq"},
    {"pe", "MJ"},
    {"gwppb", "kg CO2 eq."},
    {"gwppf", "kg CO2 eq."},
    {"gwpplu", "kg CO2 eq."},
    {"ir", "kg U235 eq."},
    {"lu", "No dimension"},
    {"odp", "kg CFC-11 eq."},
    {"pm", "Disease occurrence"},
    {"pocp", "kg NMVOC eq."},
    {"wu", "m3 eq."},
    {"mips", "kg"},
    {"adpe", "kg SB eq."},
    {"adpf", "MJ"},
    {"ap", "mol H+ eq."},
    {"ctue", "CTUe"},
    {"ctuh_c", "CTUh"},
    {"ctuh_nc", "CTUh"},
    {"epf", "kg P eq."},
    {"epm", "kg N eq."},
    {"ept", "mol N eq."},
    {"fw", "m3"},
    {"fe", "MJ"},
});

const Criterion* criterion(std::string_view code) {
    const auto found = std::find_if(criteria.begin(), criteria.end(),
                                    [&](const Criterion& one) { return one.code == code; });
    return found == criteria.end() ? nullptr : &*found;
}

std::string upper(std::string_view text) {
    std::string made(text);
    for (char& byte : made) {
        if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    }
    return made;
}

Interval fixed(double value) { return {value, value, value}; }

Interval operator*(const Interval& one, const Interval& other) {
    return {one.value * other.value, one.min * other.min, one.max * other.max};
}

Interval operator*(const Interval& one, double by) { return one * fixed(by); }

/// Everything the count needs, taken from request and archetype.
struct Case {
    const Archetype* archetype = nullptr;
    std::string type;
    Interval watt;
    Interval ratio;
    double life_hours = 0;
    double duration_hours = 0;
};

class Counting {
public:
    Counting(const Figures& figures, const Request& request) : figures_(figures), request_(request) {}

    Answer answer() {
        if (choose_archetype()) choose_figures();
        choose_location();
        for (const std::string& code : request_.criteria) {
            if (criterion(code) == nullptr) fault(Fault::unknown_criterion);
        }
        if (!answer_.faults.empty()) return std::move(answer_);
        answer_.archetype = case_.archetype->id;
        answer_.life_hours = case_.life_hours;
        answer_.duration_hours = case_.duration_hours;
        if (case_.duration_hours > case_.life_hours) warn(Warning::duration_beyond_life);
        for (const std::string& code : request_.criteria) {
            Impact impact{code, std::string(criterion(code)->unit), embedded(code), use(code)};
            answer_.impacts.push_back(std::move(impact));
        }
        return std::move(answer_);
    }

private:
    void fault(Fault one) {
        if (std::find(answer_.faults.begin(), answer_.faults.end(), one) == answer_.faults.end())
            answer_.faults.push_back(one);
    }

    void warn(Warning one) {
        if (std::find(answer_.warnings.begin(), answer_.warnings.end(), one) == answer_.warnings.end())
            answer_.warnings.push_back(one);
    }

    bool choose_archetype() {
        for (const Archetype& one : figures_.archetypes) {
            if (request_.archetype) {
                if (one.id == *request_.archetype) case_.archetype = &one;
            } else if (case_.archetype == nullptr && one.device == request_.device) {
                case_.archetype = &one;
            }
        }
        if (case_.archetype == nullptr) {
            fault(request_.archetype ? Fault::unknown_archetype : Fault::unknown_device);
            return false;
        }
        if (case_.archetype->device != request_.device) {
            fault(Fault::archetype_of_other_device);
            return false;
        }
        case_.type = request_.type.value_or(case_.archetype->type);
        const bool has_types = std::any_of(
            figures_.archetypes.begin(), figures_.archetypes.end(),
            [this](const Archetype& one) { return one.device == request_.device && one.type == case_.type; });
        if (!has_types) fault(Fault::unknown_type);
        return true;
    }

    void choose_figures() {
        const Usage& usage = request_.usage;
        const auto positive = [this](double value, Fault wrong) {
            if (!std::isfinite(value) || value <= 0) fault(wrong);
        };
        if (!usage.life_hours && !case_.archetype->life_hours) return fault(Fault::no_life);
        case_.life_hours = usage.life_hours ? *usage.life_hours : *case_.archetype->life_hours;
        positive(case_.life_hours, Fault::life_not_positive);
        case_.duration_hours = request_.duration_hours.value_or(case_.life_hours);
        if (!std::isfinite(case_.duration_hours) || case_.duration_hours < 0) fault(Fault::duration_negative);
        if (!usage.power_watt && !case_.archetype->power_watt) return fault(Fault::no_power);
        case_.watt = usage.power_watt ? fixed(*usage.power_watt) : *case_.archetype->power_watt;
        if (!std::isfinite(case_.watt.value) || case_.watt.value < 0) fault(Fault::power_negative);
        case_.ratio = usage.use_time_ratio ? fixed(*usage.use_time_ratio)
                                           : case_.archetype->use_time_ratio.value_or(fixed(1));
        if (!(case_.ratio.value >= 0 && case_.ratio.value <= 1)) fault(Fault::ratio_outside);
    }

    bool is_area(std::string_view area) const {
        return std::any_of(figures_.electricity.begin(), figures_.electricity.end(),
                           [&](const auto& one) { return one.second.find(area) != one.second.end(); });
    }

    void choose_location() {
        const auto& given = request_.usage.location;
        if (!given) return warn(Warning::location_not_given);
        if (*given == default_location) return warn(Warning::location_is_default);
        if (is_area(*given)) {
            location_ = *given;
        } else {
            warn(Warning::location_unknown);
        }
    }

    std::optional<Interval> embedded(std::string_view code) const {
        const std::string device = upper(request_.device);
        for (const EmbeddedFactor& one : figures_.embedded) {
            const bool is_type = one.type == case_.type || one.type == "default";
            const auto found = one.by_criterion.find(code);
            if (one.device != device || !is_type || found == one.by_criterion.end()) continue;
            const double share = std::min(1.0, case_.duration_hours / case_.life_hours);
            return fixed(found->second * share);
        }
        return std::nullopt;
    }

    /// Per kWh: as asked; else of the place; else of Europe with the extremes of the world.
    std::optional<Interval> electricity(std::string_view code) const {
        const auto& inline_factors = request_.usage.electricity;
        const auto given = inline_factors.find(code);
        if (given != inline_factors.end()) return fixed(given->second);
        // That tool counts with the minerals and metals of electricity for what it calls adp.
        const std::string_view counted = code == "adp" ? "adpe" : code;
        const auto areas = figures_.electricity.find(counted);
        if (areas == figures_.electricity.end()) return std::nullopt;
        const auto found = areas->second.find(location_.empty() ? default_location : location_);
        if (found == areas->second.end()) return std::nullopt;
        if (!location_.empty()) return fixed(found->second);
        return with_world(found->second, counted, areas->second);
    }

    std::optional<Interval> with_world(double europe, std::string_view code,
                                       const std::map<std::string, double, std::less<>>& areas) const {
        if (figures_.world.empty()) {
            Interval world = fixed(europe);
            for (const auto& [area, factor] : areas) {
                world.min = std::min(world.min, factor);
                world.max = std::max(world.max, factor);
            }
            return world;
        }
        const auto world = figures_.world.find(code);
        // It takes a bound of zero for an absent one.
        if (world == figures_.world.end() || world->second.min == 0 || world->second.max == 0)
            return std::nullopt;
        return Interval{europe, world->second.min, world->second.max};
    }

    std::optional<Interval> use(std::string_view code) {
        const std::optional<Interval> factor = electricity(code);
        if (!factor) {
            warn(Warning::no_electricity_factor);
            return std::nullopt;
        }
        // In the order of that tool, so that even halves round as they do there.
        constexpr double watts_a_kilowatt = 1000;
        const Interval kilowatt{case_.watt.value / watts_a_kilowatt, case_.watt.min / watts_a_kilowatt,
                                case_.watt.max / watts_a_kilowatt};
        return *factor * kilowatt * case_.ratio * case_.duration_hours;
    }

    const Figures& figures_;
    const Request& request_;
    Case case_;
    std::string_view location_;  ///< "" for the default
    Answer answer_;
};

constexpr auto fault_names = std::to_array<std::string_view>(
    {"unknown_device", "unknown_archetype", "archetype_of_other_device", "unknown_type", "unknown_criterion",
     "life_not_positive", "duration_negative", "power_negative", "ratio_outside", "no_power", "no_life"});
constexpr auto warning_names =
    std::to_array<std::string_view>({"location_unknown", "location_not_given", "location_is_default",
                                     "duration_beyond_life", "no_electricity_factor"});

}  // namespace

std::string_view name(Fault fault) { return fault_names[static_cast<std::size_t>(fault)]; }
std::string_view name(Warning warning) { return warning_names[static_cast<std::size_t>(warning)]; }

Answer assess(const Figures& figures, const Request& request) { return Counting(figures, request).answer(); }

}  // namespace kring::compatibility
