// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/plan.hpp"

#include <algorithm>

namespace kring::impact {

namespace {

struct Named {
    Parameter parameter;
    std::string_view name;
    std::string_view path;  ///< from the owner, or from the route
};

constexpr std::array<Named, 32> named{{
    {Parameter::embodied, "embodied", "embodied"},
    {Parameter::energy, "energy", "energy"},
    {Parameter::mass, "mass", "mass"},
    {Parameter::content, "content", "content"},
    {Parameter::recycled, "recycled", "recycled"},
    {Parameter::factor, "factor", "factor"},
    {Parameter::decline, "decline", "decline"},
    {Parameter::intensity, "intensity", "intensity"},
    {Parameter::life, "life", "life"},
    {Parameter::spare, "spare", "spare"},
    {Parameter::parts, "parts", "parts"},
    {Parameter::process, "process", "process"},
    {Parameter::transport, "transport", "transport"},
    {Parameter::first_life, "first_life", "first_life"},
    {Parameter::remade, "remade", "remade"},
    {Parameter::new_material, "new_material", "new_material"},
    {Parameter::route_energy, "energy", "energy"},
    {Parameter::reused, "reused", "take_back.reused"},
    {Parameter::displaced, "displaced", "take_back.displaced"},
    {Parameter::second_life, "second_life", "take_back.second_life"},
    {Parameter::reference_life, "reference_life", "take_back.reference_life"},
    {Parameter::take_back_process, "take_back_process", "take_back.process"},
    {Parameter::price, "price", "costs.price"},
    {Parameter::lease, "lease", "costs.lease"},
    {Parameter::maintenance, "maintenance", "costs.maintenance"},
    {Parameter::aged_maintenance, "aged_maintenance", "costs.ageing.maintenance"},
    {Parameter::residual, "residual", "costs.residual"},
    {Parameter::discount, "discount", "discount"},
    {Parameter::electricity, "electricity", "electricity"},
    {Parameter::shadow_price, "shadow_price", "shadow_price"},
    {Parameter::method, "method", "method"},
    {Parameter::burden, "burden", "burden"},
}};

const Named& named_as(Parameter parameter) { return named[static_cast<std::size_t>(parameter)]; }

bool is_of_device(Parameter parameter) { return parameter <= Parameter::recycled; }
bool is_of_grid(Parameter parameter) {
    return parameter == Parameter::factor || parameter == Parameter::decline;
}
bool is_of_economy(Parameter parameter) {
    return parameter >= Parameter::discount && parameter <= Parameter::shadow_price;
}

std::string at(std::string_view list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "]";
}

/// Makes inputs of what a question gives.
class Reader {
public:
    Reader(const Question& question, Plan& plan) : question_(question), plan_(plan) {}

    void read() {
        read_wanted();
        read_devices();
        for (std::size_t grid = 0; grid < question_.grids.size(); ++grid) {
            factors_.push_back(
                take(question_.grids[grid].factor, {.parameter = Parameter::factor, .owner = grid}));
            declines_.push_back(
                take(question_.grids[grid].decline, {.parameter = Parameter::decline, .owner = grid}));
        }
        for (std::size_t use = 0; use < question_.uses.size(); ++use) {
            const Input place{.parameter = Parameter::intensity, .owner = use};
            uses_.push_back(take(question_.uses[use].intensity, place));
        }
        read_parts();
        const Economy& economy = question_.economy;
        plan_.discount = take(economy.discount, {.parameter = Parameter::discount});
        plan_.electricity = take(economy.electricity, {.parameter = Parameter::electricity});
        plan_.shadow_price = take(economy.shadow_price, {.parameter = Parameter::shadow_price});
    }

private:
    template <class U>
    Ref take(const Estimate<U>& estimate, Input place) {
        place.distribution = &estimate.distribution();
        place.source = estimate.source();
        plan_.inputs.push_back(place);
        return static_cast<Ref>(plan_.inputs.size() - 1);
    }

    template <class U>
    Ref take(const std::optional<Estimate<U>>& estimate, const Input& place) {
        return estimate ? take(*estimate, place) : absent;
    }

    void want(Output output) { plan_.wanted[static_cast<std::size_t>(output)] = true; }

    void read_wanted() {
        for (const Output output : question_.wanted) want(output);
        want(question_.compared);
        plan_.counts_money = plan_.wants(Output::ownership) || plan_.wants(Output::life_cycle);
    }

    void read_devices() {
        plan_.devices.reserve(question_.devices.size());
        for (std::size_t device = 0; device < question_.devices.size(); ++device) {
            const Device& given = question_.devices[device];
            DeviceInputs inputs;
            inputs.embodied = take(given.embodied, {.parameter = Parameter::embodied, .owner = device});
            inputs.energy = take(given.energy, {.parameter = Parameter::energy, .owner = device});
            inputs.mass = take(given.mass, {.parameter = Parameter::mass, .owner = device});
            if (question_.with_materials) read_materials(given, device, inputs);
            plan_.devices.push_back(std::move(inputs));
        }
    }

    void read_materials(const Device& given, std::size_t device, DeviceInputs& inputs) {
        for (std::size_t material = 0; material < given.materials.size(); ++material) {
            const Material& one = given.materials[material];
            const auto known = std::find(plan_.elements.begin(), plan_.elements.end(), one.element);
            MaterialInputs taken;
            taken.element = static_cast<std::size_t>(known - plan_.elements.begin());
            if (known == plan_.elements.end()) plan_.elements.push_back(one.element);
            Input place{.parameter = Parameter::content, .owner = device, .material = material};
            taken.content = take(one.content, place);
            place.parameter = Parameter::recycled;
            taken.recycled = take(one.recycled, place);
            inputs.materials.push_back(taken);
        }
    }

    void read_parts() {
        for (std::size_t line = 0; line < question_.fleet.size(); ++line) {
            for (std::size_t option = 0; option < question_.options.size(); ++option) {
                const auto& parts = question_.options[option].parts;
                for (std::size_t part = 0; part < parts.size(); ++part) {
                    if (parts[part].line == line && parts[part].share > 0) read_part(line, option, part);
                }
            }
        }
    }

    void read_part(std::size_t line, std::size_t option, std::size_t part) {
        const Part& given = question_.options[option].parts[part];
        const Line& seats = question_.fleet[line];
        const Route& route = given.route;
        PartInputs inputs;
        inputs.option = option;
        inputs.part = part;
        inputs.line = line;
        inputs.device = given.device;
        inputs.seats = seats.seats * given.share;
        inputs.kind = route.kind;
        inputs.factor = factors_[seats.grid];
        inputs.decline = declines_[seats.grid];
        if (seats.use) inputs.intensity = uses_[*seats.use];
        Input place{.owner = line, .option = option, .part = part};
        const auto read = [&](Parameter parameter, const auto& estimate) {
            place.parameter = parameter;
            return take(estimate, place);
        };
        inputs.life = read(Parameter::life, route.life);
        inputs.spare = read(Parameter::spare, route.spare);
        inputs.parts = read(Parameter::parts, route.parts);
        inputs.process = read(Parameter::process, route.process);
        inputs.transport = read(Parameter::transport, route.transport);
        inputs.first_life = read(Parameter::first_life, route.first_life);
        inputs.remade = read(Parameter::remade, route.remade);
        inputs.new_material = read(Parameter::new_material, route.new_material);
        inputs.energy = read(Parameter::route_energy, route.energy);
        if (route.take_back) {
            inputs.reused = read(Parameter::reused, route.take_back->reused);
            inputs.displaced = read(Parameter::displaced, route.take_back->displaced);
            inputs.second_life = read(Parameter::second_life, route.take_back->second_life);
            inputs.reference_life = read(Parameter::reference_life, route.take_back->reference_life);
            inputs.take_back_process = read(Parameter::take_back_process, route.take_back->process);
        }
        inputs.price = read(Parameter::price, route.costs.price);
        inputs.lease = read(Parameter::lease, route.costs.lease);
        inputs.maintenance = read(Parameter::maintenance, route.costs.maintenance);
        if (route.costs.ageing) {
            inputs.aged_maintenance = read(Parameter::aged_maintenance, route.costs.ageing->maintenance);
            inputs.aged_from = route.costs.ageing->from_age;
        }
        inputs.residual = read(Parameter::residual, route.costs.residual);
        if (route.kind == RouteKind::refurbished) plan_.has_second_hand = true;
        plan_.parts.push_back(inputs);
    }

    const Question& question_;
    Plan& plan_;
    std::vector<Ref> factors_;
    std::vector<Ref> declines_;
    std::vector<Ref> uses_;
};

}  // namespace

std::string_view name_of(Parameter parameter) { return named_as(parameter).name; }

Plan::Plan(const Question& asked) : question(&asked) {
    inputs.reserve(16);
    Reader(asked, *this).read();
}

std::string path_of(const Input& input) {
    const std::string name(named_as(input.parameter).path);
    if (input.parameter == Parameter::content || input.parameter == Parameter::recycled) {
        return at("devices", input.owner) + "." + at("materials", input.material) + "." + name;
    }
    if (is_of_device(input.parameter)) return at("devices", input.owner) + "." + name;
    if (is_of_grid(input.parameter)) return at("grids", input.owner) + "." + name;
    if (input.parameter == Parameter::intensity) return at("uses", input.owner) + "." + name;
    if (is_of_economy(input.parameter)) return "economy." + name;
    return at("options", input.option) + "." + at("parts", input.part) + ".route." + name;
}

std::string owner_of(const Question& question, const Input& input) {
    if (is_of_device(input.parameter)) return question.devices[input.owner].id;
    if (is_of_grid(input.parameter)) return question.grids[input.owner].id;
    if (input.parameter == Parameter::intensity) return question.uses[input.owner].id;
    if (is_of_economy(input.parameter)) return "";
    return question.fleet[input.owner].id;
}

}  // namespace kring::impact
