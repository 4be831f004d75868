// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/outcome.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

struct MeasureWords {
    std::string_view word;
    std::string_view unit;
};

constexpr std::array<MeasureWords, measures_count> measure_words = {{{"total", "kgCO2e"},
                                                                     {"embodied", "kgCO2e"},
                                                                     {"use", "kgCO2e"},
                                                                     {"other_rule", "kgCO2e"},
                                                                     {"energy", "kWh"},
                                                                     {"material", "kg"},
                                                                     {"reused", "kg"},
                                                                     {"waste", "kg"},
                                                                     {"credit", "kgCO2e"},
                                                                     {"cost", "EUR"},
                                                                     {"cost_carbon", "EUR"}}};
constexpr std::string_view first_line = "kring-outcome 1";

std::string numbers(const Spread& spread) {
    return amount_text(spread.p5) + " " + amount_text(spread.p50) + " " + amount_text(spread.p95) + " " +
           amount_text(spread.mean);
}

// The words of one line, taken one by one; `is_good` turns false at the first that does not fit.
class Line {
public:
    explicit Line(std::string_view line) : parts_(words(line)) {}
    std::string_view text() {
        if (at_ < parts_.size()) return parts_[at_++];
        is_good_ = false;
        return "";
    }
    double real() {
        const std::string_view part = text();
        double value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        is_good_ =
            is_good_ && error == std::errc() && end == part.data() + part.size() && std::isfinite(value);
        return value;
    }
    std::int64_t whole(std::int64_t most) {
        std::int64_t value = 0;
        is_good_ = read_number(text(), 0, most, value) && is_good_;
        return value;
    }
    Spread spread() {
        Spread one;
        one.p5 = real();
        one.p50 = real();
        one.p95 = real();
        one.mean = real();
        return one;
    }
    bool has_more() const { return at_ < parts_.size(); }
    bool is_good() const { return is_good_; }
    bool is_whole() const { return is_good_ && !has_more(); }

private:
    std::vector<std::string_view> parts_;
    std::size_t at_ = 0;
    bool is_good_ = true;
};

bool read_route(Line& line, Outcome& outcome) {
    RouteOutcome one;
    const auto way = way_of(line.text());
    if (!way) return false;
    one.route.way = *way;
    one.route.years = line.real();
    if (line.has_more()) one.route.instead = line.text();
    outcome.routes.push_back(std::move(one));
    return line.is_whole();
}

bool read_measure(std::string_view name, Line& line, Outcome& outcome) {
    if (outcome.routes.empty()) return false;
    for (const Measure measure : measures) {
        if (word(measure) != name) continue;
        outcome.routes.back().spreads[static_cast<std::size_t>(measure)] = line.spread();
        return line.is_whole();
    }
    return false;
}

// Between tabs: its word, then name=text and name:=number.
bool read_finding(std::string_view text, Outcome& outcome) {
    const auto parts = split(text, '\t');
    Finding one;
    one.word = parts.size() > 1 ? parts[1] : "";
    for (std::size_t at = 2; at < parts.size(); ++at) {
        const auto equals = parts[at].find('=');
        if (equals == std::string_view::npos || equals == 0) return false;
        const std::string_view value = parts[at].substr(equals + 1);
        if (parts[at][equals - 1] != ':') {
            one.texts.emplace_back(parts[at].substr(0, equals), value);
            continue;
        }
        Line line(value);
        one.numbers.emplace_back(parts[at].substr(0, equals - 1), line.real());
        if (!line.is_whole()) return false;
    }
    outcome.findings.push_back(std::move(one));
    return !outcome.findings.back().word.empty();
}

bool read_comparison(Line& line, Outcome& outcome) {
    Comparison one;
    one.other = static_cast<std::size_t>(line.whole(100));
    one.chance = line.real();
    one.saved = line.spread();
    one.cost_chance = line.real();
    one.cost_saved = line.spread();
    const bool is_whole = line.is_whole() && one.other < outcome.routes.size();
    outcome.comparisons.push_back(std::move(one));
    return is_whole;
}

bool read_line(std::string_view text, Outcome& outcome) {
    if (text.starts_with("finding\t")) return read_finding(text, outcome);
    Line line(text);
    const std::string_view name = line.text();
    if (name == "engine") {
        outcome.engine = line.text();
        outcome.draws = line.whole(1'000'000'000'000);
        outcome.seed = line.whole(1'000'000'000'000);
        outcome.standard_error = line.real();
        return line.is_whole();
    }
    if (name == "route") return read_route(line, outcome);
    if (name == "compared") return read_comparison(line, outcome);
    if (name != "driver") return read_measure(name, line, outcome);
    if (outcome.comparisons.empty()) return false;
    Share share;
    share.figure = line.text();
    share.share = line.real();
    outcome.comparisons.back().drivers.push_back(std::move(share));
    return line.is_whole();
}

}  // namespace

std::string_view word(Measure measure) { return measure_words[static_cast<std::size_t>(measure)].word; }
std::string_view unit_of(Measure measure) { return measure_words[static_cast<std::size_t>(measure)].unit; }

bool Outcome::is_known(Measure measure) const {
    const bool is_mass =
        measure == Measure::material || measure == Measure::reused || measure == Measure::waste;
    return !is_mass || std::none_of(findings.begin(), findings.end(),
                                    [](const Finding& one) { return one.word == "mass_unknown"; });
}

const std::string* Finding::text(std::string_view name) const {
    for (const auto& [key, value] : texts) {
        if (key == name) return &value;
    }
    return nullptr;
}

std::optional<double> Finding::number(std::string_view name) const {
    for (const auto& [key, value] : numbers) {
        if (key == name) return value;
    }
    return std::nullopt;
}

std::string to_text(const Outcome& outcome) {
    std::string out = std::string(first_line) + "\n";
    out += "engine " + outcome.engine + " " + std::to_string(outcome.draws) + " " +
           std::to_string(outcome.seed) + " " + amount_text(outcome.standard_error) + "\n";
    for (const RouteOutcome& one : outcome.routes) {
        out += "route " + std::string(word(one.route.way)) + " " + amount_text(one.route.years) +
               (one.route.instead.empty() ? "" : " " + one.route.instead) + "\n";
        for (const Measure measure : measures)
            out += std::string(word(measure)) + " " + numbers(one.of(measure)) + "\n";
    }
    for (const Comparison& one : outcome.comparisons) {
        out += "compared " + std::to_string(one.other) + " " + amount_text(one.chance) + " " +
               numbers(one.saved) + " " + amount_text(one.cost_chance) + " " + numbers(one.cost_saved) + "\n";
        for (const Share& share : one.drivers)
            out += "driver " + share.figure + " " + amount_text(share.share) + "\n";
    }
    for (const Finding& one : outcome.findings) {
        out += "finding\t" + one.word;
        for (const auto& [name, text] : one.texts) out += "\t" + name + "=" + text;
        for (const auto& [name, number] : one.numbers) out += "\t" + name + ":=" + amount_text(number);
        out += "\n";
    }
    out.pop_back();
    return out;
}

std::optional<Outcome> read_outcome(std::string_view text) {
    Outcome outcome;
    bool is_first = true;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        if (is_first && line != first_line) return std::nullopt;
        if (!is_first && !read_line(line, outcome)) return std::nullopt;
        is_first = false;
    }
    if (is_first || outcome.routes.empty()) return std::nullopt;
    return outcome;
}

}  // namespace kring::scenario
