// SPDX-License-Identifier: EUPL-1.2
// What the simulator found, as pages show it and as it is kept: the curve at every whole per cent of the
// knob, what the draft's own value does, and all formulas side by side. The same draft, seed and engine give
// the same answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/tender/tender.hpp"
#include "engine/award/study.hpp"

namespace kring::tender {

struct ShownPoint {
    double knob = 0;
    double green = 0;  ///< share of draws in which the greenest bid wins
    double green_error = 0;
    double decisive = 0;  ///< share of draws with another winner than with the knob at 0
    double extra_euros = 0;
    double kg_avoided = 0;
    std::optional<double> euros_per_kg;
};

struct ShownWeight {
    std::string criterion;  ///< price, quality or green
    double nominal = 0;
    double effective = 0;
};

struct ShownFormula {
    std::string method;  ///< f1 … f8, as it was compared
    double green = 0;
    double decisive = 0;
    double base = 0;          ///< A of the logarithmic formula, else 0
    double price_per_kg = 0;  ///< k of the shadow price, else 0
    double tied = 0;
    double reversals = 0;
    bool can_reverse = false;
};

struct ShownNotice {
    std::string code;
    std::vector<std::pair<std::string, std::string>> values;
    std::string source;
    bool is_verified = true;
};

struct Answer {
    std::int64_t draws = 0;
    std::int64_t seed = 0;
    std::string knob;  ///< weight, worth, shadow, discount
    double knob_most = 1;
    double knob_own = 0;
    std::vector<ShownPoint> points;  ///< 101, the knob from 0 to knob_most
    ShownPoint own;
    std::optional<double> at_50;  ///< the least knob with a chance above one half
    std::optional<double> at_80;
    std::optional<double> at_95;
    std::vector<ShownWeight> weights;
    std::vector<ShownFormula> formulas;  ///< the draft's own first
    std::vector<ShownNotice> notices;
};

/// Names the reckoning: the same key, the same answer. Changes with the draft's numbers and the engine.
std::string key_of(const Tender& tender);
std::string_view engine_version();

/// Problems of the engine, worded by their phrase; `conflict` when progress stopped it.
Result<Answer> simulate(const Tender& tender, unsigned threads = 1,
                        const chance::Progress& progress = nullptr);

/// The same, and made once for each key while the program runs: it holds no right and no name, only what
/// follows from the key.
Result<Answer> simulate_once(const Tender& tender);

/// The answer as text that is kept, and back; nothing when the text is not of this version.
std::string written(const Answer& answer);
std::optional<Answer> read_answer(std::string_view text);

}  // namespace kring::tender
