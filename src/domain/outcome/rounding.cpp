// SPDX-License-Identifier: EUPL-1.2
#include "domain/outcome/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace kring::outcome {

double step_of(const scenario::Spread& spread) {
    const double width = spread.p95 - spread.p5;
    if (width > 0) return std::pow(10.0, std::floor(std::log10(width)) - 1);
    const double value = std::fabs(spread.p50);
    return value > 0 ? std::pow(10.0, std::floor(std::log10(value)) - 2) : 1;
}

Scale scale_of(std::string_view unit, double greatest) {
    const bool is_great = greatest >= 10'000;
    if (is_great && unit == "kgCO2e") return {0.001, "tCO2e"};
    if (is_great && unit == "kg") return {0.001, "t"};
    if (is_great && unit == "kWh") return {0.001, "MWh"};
    return {1, std::string(unit)};
}

std::string rounded(const html::Phrases& phrases, html::Language language, double value, double step,
                    const Scale& scale) {
    const double in_scale = step * scale.factor;
    const double shown = std::round(value / step) * in_scale;
    if (value == 0) return "0";
    const int decimals =
        in_scale >= 1 ? 0 : std::clamp(static_cast<int>(std::ceil(-std::log10(in_scale) - 1e-9)), 0, 6);
    const bool is_zero = std::fabs(shown) < in_scale / 2;  // never "-0"
    return phrases.number(is_zero ? 0 : shown, decimals, language);
}

std::string chance_in_words(const html::Phrases& phrases, html::Language language, double chance) {
    if (chance > 0.99) return phrases.say("outcome.chance.most", language);
    if (chance < 0.01) return phrases.say("outcome.chance.least", language);
    return phrases.say("outcome.chance", language,
                       {{"percent", phrases.number(std::round(chance * 100), 0, language)}});
}

double tick_of(double greatest, int most) {
    if (!(greatest > 0)) return 1;
    const double least = greatest / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= least * (1 - 1e-12)) return times * power;
    }
    return 10 * power;
}

}  // namespace kring::outcome
