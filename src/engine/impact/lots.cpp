// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/lots.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace kring::impact {

namespace {

std::size_t index_of(Ref ref) { return static_cast<std::size_t>(ref); }

/// FNV-1a of the parameter's name and the owner's.
std::uint64_t key_of(Parameter parameter, std::string_view owner, std::string_view element = "") {
    std::uint64_t key = 0xCBF29CE484222325U;
    const auto take = [&key](std::string_view text) {
        for (const char letter : text) key = (key ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
        key = (key ^ 0xFFU) * 0x100000001B3U;
    };
    const char kind = static_cast<char>(parameter);  // "energy" is one of a device and one of a route
    take({&kind, 1});
    take(owner);
    take(element);
    return key;
}

std::string element_of(const Question& question, const Input& input) {
    if (input.parameter != Parameter::content && input.parameter != Parameter::recycled) return "";
    return question.devices[input.owner].materials[input.material].element;
}

std::vector<Ref> refs_of(const Plan& plan, const PartInputs& part) {
    const DeviceInputs& device = plan.devices[part.device];
    std::vector<Ref> refs{device.embodied, device.energy,     device.mass,         part.factor,
                          part.decline,    part.intensity,    part.life,           part.spare,
                          part.parts,      part.process,      part.transport,      part.first_life,
                          part.remade,     part.new_material, part.energy,         part.reused,
                          part.displaced,  part.second_life,  part.reference_life, part.take_back_process,
                          part.price,      part.lease,        part.maintenance,    part.aged_maintenance,
                          part.residual};
    for (const MaterialInputs& material : device.materials) {
        refs.push_back(material.content);
        refs.push_back(material.recycled);
    }
    return refs;
}

}  // namespace

Lots::Lots(const Plan& plan) : plan_(plan) {
    join_methods();
    std::unordered_map<std::uint64_t, std::vector<Ref>> of_stream;
    lots_.resize(plan.inputs.size());
    for (std::size_t index = 0; index < plan.inputs.size(); ++index) {
        const Input& input = plan.inputs[index];
        keys_.push_back(
            key_of(input.parameter, owner_of(*plan.question, input), element_of(*plan.question, input)));
        std::vector<Ref>& others = of_stream[keys_.back()];
        Lot& lot = lots_[index];
        lot.stream = chance::Stream(plan.question->seed, keys_.back());
        const auto same = std::find_if(others.begin(), others.end(), [&](Ref other) {
            return *plan.inputs[index_of(other)].distribution == *input.distribution;
        });
        if (same != others.end()) {
            lot.same_as = *same;
            continue;
        }
        others.push_back(static_cast<Ref>(index));
        if (!input.distribution->is_fixed()) lot.sampler.emplace(*input.distribution);
        if (!lot.sampler || input.parameter != Parameter::embodied) continue;
        const std::string& method = plan.question->devices[input.owner].method;
        const auto known = std::find(methods_.begin(), methods_.end(), method);
        if (known != methods_.end()) lot.method = static_cast<std::size_t>(known - methods_.begin());
    }
    find_endings();
}

/// Where only one device is uncertain there is nothing to correlate.
void Lots::join_methods() {
    if (plan_.question->method_correlation == 0) return;
    std::vector<std::string> once;
    for (const Device& device : plan_.question->devices) {
        if (device.method.empty() || device.embodied.distribution().is_fixed()) continue;
        if (std::find(once.begin(), once.end(), device.method) == once.end()) {
            once.push_back(device.method);
        } else if (std::find(methods_.begin(), methods_.end(), device.method) == methods_.end()) {
            methods_.push_back(device.method);
        }
    }
}

void Lots::find_endings() {
    std::vector<std::size_t> last(lots_.size(), plan_.parts.size());
    for (std::size_t part = 0; part < plan_.parts.size(); ++part) {
        for (const Ref ref : refs_of(plan_, plan_.parts[part])) {
            if (ref == absent) continue;
            const Ref drawn = lot(ref).same_as == absent ? ref : lot(ref).same_as;
            if (lot(drawn).sampler) last[index_of(drawn)] = part;
        }
    }
    ending_.resize(plan_.parts.size() + 1);
    for (std::size_t ref = 0; ref < last.size(); ++ref) ending_[last[ref]].push_back(static_cast<Ref>(ref));
}

chance::Stream Lots::method_stream(std::size_t method) const {
    return {plan_.question->seed, key_of(Parameter::method, methods_[method])};
}

chance::Stream Lots::burden_stream() const { return {plan_.question->seed, key_of(Parameter::burden, "")}; }

std::vector<Cause> Lots::causes(std::size_t bins) const {
    std::vector<Cause> causes;
    const auto add = [&](Cause cause, const chance::Distribution& law) {
        for (std::size_t bin = 1; bin < bins; ++bin) {
            const double share = static_cast<double>(bin) / static_cast<double>(bins);
            cause.boundaries.push_back(chance::quantile(law, share));
        }
        causes.push_back(std::move(cause));
    };
    const chance::Distribution normal = chance::Distribution::normal(0, 1);
    std::unordered_map<std::uint64_t, bool> seen;
    for (std::size_t index = 0; index < lots_.size(); ++index) {
        const Input& input = plan_.inputs[index];
        if (!lots_[index].sampler || std::exchange(seen[keys_[index]], true)) continue;
        add({keys_[index], input.parameter, static_cast<Ref>(index), 0, {}},
            lots_[index].method ? normal : *input.distribution);
    }
    for (std::size_t method = 0; method < methods_.size(); ++method) {
        add({key_of(Parameter::method, methods_[method]), Parameter::method, absent, method, {}}, normal);
    }
    if (plan_.question->burden == Burden::drawn && plan_.has_second_hand) {
        causes.push_back({key_of(Parameter::burden, ""), Parameter::burden, absent, 0, {0.5}});
    }
    return causes;
}

BlockValues::BlockValues(const Lots& lots, bool keeps)
    : lots_(lots),
      keeps_(keeps),
      rows_(lots.plan().inputs.size()),
      is_drawn_(lots.plan().inputs.size(), 0),
      own_(lots.plan().inputs.size()),
      methods_(lots.methods().size()) {
    for (std::size_t ref = 0; ref < rows_.size(); ++ref) {
        const chance::Distribution& distribution = *lots.plan().inputs[ref].distribution;
        if (distribution.is_fixed()) rows_[ref] = Row(distribution.given[0]);
    }
}

void BlockValues::begin(std::size_t block) {
    first_ = block * Row::length;
    std::fill(is_drawn_.begin(), is_drawn_.end(), 0);
    for (std::optional<Row>& method : methods_) method.reset();
    life_share_.reset();
}

void BlockValues::end_part(std::size_t part) {
    if (keeps_) return;
    for (const Ref ref : lots_.ending_with(part)) {
        if (is_drawn_[index_of(ref)] != 0) rows_[index_of(ref)] = Row();
    }
}

const Row& BlockValues::at(Ref ref) {
    const Ref same = lots_.lot(ref).same_as;
    const Ref drawn = same == absent ? ref : same;
    const auto index = index_of(drawn);
    if (is_drawn_[index] == 0 && lots_.lot(drawn).sampler) {
        draw(drawn, rows_[index]);
        is_drawn_[index] = 1;
    }
    return rows_[index];
}

void BlockValues::draw(Ref ref, Row& row) {
    const Lot& lot = lots_.lot(ref);
    if (!lot.method) {
        lot.sampler->draw(lot.stream, first_, row.fresh());
        return;
    }
    const double rho = lots_.plan().question->method_correlation;
    chance::normals(lot.stream, first_, row.fresh());
    if (keeps_) own_[index_of(ref)] = row;
    chance::blend(std::sqrt(1 - rho), row.open(), std::sqrt(rho), method(*lot.method).values());
    lot.sampler->from_normals(row.values(), row.open());
}

const Row& BlockValues::method(std::size_t method) {
    std::optional<Row>& row = methods_[method];
    if (!row) chance::normals(lots_.method_stream(method), first_, row.emplace().fresh());
    return *row;
}

const Row& BlockValues::life_share() {
    if (lots_.plan().question->burden != Burden::drawn) {
        life_share_.emplace(0);
    } else if (!life_share_) {
        const std::span<double> values = life_share_.emplace().fresh();
        chance::uniforms(lots_.burden_stream(), first_, values);
        const double share = lots_.plan().question->life_share_chance;
        for (double& value : values) value = value < share ? 1 : 0;
    }
    return *life_share_;
}

const Row& BlockValues::cause(const Cause& cause) {
    if (cause.parameter == Parameter::burden) return life_share();
    if (cause.parameter == Parameter::method) return method(cause.method);
    const Row& row = at(cause.input);
    return lots_.lot(cause.input).method ? own_[index_of(cause.input)] : row;
}

}  // namespace kring::impact
