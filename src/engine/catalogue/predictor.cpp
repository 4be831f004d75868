// SPDX-License-Identifier: EUPL-1.2
#include "engine/catalogue/predictor.hpp"
#include "engine/catalogue/traits.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/regression/process.hpp"

namespace kring::catalogue {

using namespace regression;

const std::vector<DeviceClass>& predictable_classes() {
    static const std::vector<DeviceClass> classes = {DeviceClass::laptop, DeviceClass::desktop,
                                                     DeviceClass::monitor, DeviceClass::smartphone};
    return classes;
}

struct Predictor::Models {
    std::map<DeviceClass, Process> by_device;
};

Predictor::Predictor(const std::vector<PcfRow>& rows, Target target) : models_(std::make_unique<Models>()) {
    for (const DeviceClass device : predictable_classes()) {
        std::vector<Sample> samples = samples_of(rows, device, target);
        if (samples.size() >= static_cast<std::size_t>(fewest_rows))
            models_->by_device.emplace(device, Process(std::move(samples)));
    }
}

Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

std::optional<Prediction> Predictor::predict(const Described& device) const {
    const auto found = models_->by_device.find(device.device);
    if (found == models_->by_device.end()) return std::nullopt;
    const Process& process = found->second;
    const Traits traits = traits_of(device);
    const Guess guess = process.guess(traits);
    const auto same =
        std::count_if(process.samples().begin(), process.samples().end(),
                      [&traits](const Sample& sample) { return sample.traits.group == traits.group; });
    return Prediction{std::exp(guess.centre), std::exp(guess.centre - guess.half),
                      std::exp(guess.centre + guess.half), static_cast<int>(process.samples().size()),
                      static_cast<int>(same)};
}

}  // namespace kring::catalogue
