// SPDX-License-Identifier: EUPL-1.2
// A question made ready for counting: every estimate is an input with a number, and the parts stand in the
// order in which they are counted, line by line, so that an input is drawn shortly before it is used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/impact/impact.hpp"

namespace kring::impact {

enum class Parameter {
    embodied,
    energy,
    mass,
    content,
    recycled,  // of a device
    factor,
    decline,    // of a grid
    intensity,  // of a use
    life,
    spare,
    parts,
    process,
    transport,
    first_life,
    remade,
    new_material,
    route_energy,  // of a line's route
    reused,
    displaced,
    second_life,
    reference_life,
    take_back_process,
    price,
    lease,
    maintenance,
    aged_maintenance,
    residual,
    discount,
    electricity,
    shadow_price,  // of the economy
    method,
    burden  // shared causes
};

/// "embodied", "life" …
std::string_view name_of(Parameter parameter);

/// Place of an input in Plan::inputs.
using Ref = std::int32_t;
inline constexpr Ref absent = -1;

/// One estimate of the question.
struct Input {
    const chance::Distribution* distribution = nullptr;
    std::optional<SourceId> source = std::nullopt;  ///< always there
    Parameter parameter = Parameter::embodied;
    std::size_t owner = 0;   ///< index of the device, grid, use or line
    std::size_t option = 0;  ///< of a route's: where it stands
    std::size_t part = 0;
    std::size_t material = 0;
};

struct MaterialInputs {
    std::size_t element = 0;  ///< in Plan::elements
    Ref content = absent;
    Ref recycled = absent;
};

struct DeviceInputs {
    Ref embodied = absent;
    Ref energy = absent;
    Ref mass = absent;
    std::vector<MaterialInputs> materials;
};

struct PartInputs {
    std::size_t option = 0;
    std::size_t part = 0;
    std::size_t line = 0;
    std::size_t device = 0;
    double seats = 0;
    RouteKind kind = RouteKind::bought_new;
    int aged_from = 0;
    Ref factor = absent, decline = absent, intensity = absent;
    Ref life = absent, spare = absent, parts = absent, process = absent, transport = absent;
    Ref first_life = absent, remade = absent, new_material = absent, energy = absent;
    Ref reused = absent, displaced = absent, second_life = absent, reference_life = absent;
    Ref take_back_process = absent;
    Ref price = absent, lease = absent, maintenance = absent, aged_maintenance = absent, residual = absent;
};

/// Which outputs are counted, also those that others are made of.
using Wanted = std::array<bool, output_count>;

struct Plan {
    explicit Plan(const Question& asked);

    const Question* question;
    std::vector<Input> inputs;
    std::vector<DeviceInputs> devices;
    std::vector<PartInputs> parts;
    std::vector<std::string> elements;  ///< only when materials are asked
    Ref discount = absent, electricity = absent, shadow_price = absent;
    Wanted wanted{};
    bool counts_money = false;
    bool has_second_hand = false;

    bool wants(Output output) const { return wanted[static_cast<std::size_t>(output)]; }
};

/// Path of an input in the question: "options[0].parts[2].route.life".
std::string path_of(const Input& input);
/// Id of what it belongs to.
std::string owner_of(const Question& question, const Input& input);

}  // namespace kring::impact
