// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/figures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "domain/scenario/inputs.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

constexpr std::array<std::string_view, 3> shape_words = {"fixed", "triangular", "lognormal"};
constexpr std::string_view first_line = "kring-figures 1";

template <class Enum, std::size_t N>
std::optional<Enum> find_word(const std::array<std::string_view, N>& all, std::string_view text) {
    const auto found = std::find(all.begin(), all.end(), text);
    if (found == all.end()) return std::nullopt;
    return static_cast<Enum>(found - all.begin());
}

// One line, without tabs: what a field of the text may hold.
std::string folded(std::string_view text) {
    std::vector<std::string> parts;
    for (const std::string_view part : words(text)) parts.emplace_back(part);
    return join(parts, " ");
}

bool read_double(std::string_view text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

std::optional<Figure> read_figure(std::string_view line) {
    const auto parts = split(line, '\t');
    if (parts.size() != 17) return std::nullopt;
    Figure one;
    one.key = parts[0];
    one.unit = parts[1];
    const auto shape = shape_of(parts[2]);
    const auto certainty = factor::certainty_of(parts[6]);
    if (!shape || !certainty || one.key.empty()) return std::nullopt;
    one.shape = *shape;
    one.certainty = *certainty;
    if (!read_double(parts[3], one.low) || !read_double(parts[4], one.likely) ||
        !read_double(parts[5], one.high) || !read_number(parts[7], 0, 1'000'000'000, one.sample))
        return std::nullopt;
    one.is_own = parts[8] == "own";
    one.year = parts[9];
    one.license = parts[10];
    one.method = parts[11];
    one.version = parts[12];
    one.source = parts[13];
    one.url = parts[14];
    one.origin = parts[15];
    one.derivation = parts[16];
    return one;
}

}  // namespace

std::string_view word(Shape shape) { return shape_words[static_cast<std::size_t>(shape)]; }
std::optional<Shape> shape_of(std::string_view text) { return find_word<Shape>(shape_words, text); }

Figures::Figures(std::vector<Figure> all) : all_(std::move(all)) {
    for (Figure& one : all_) {
        for (std::string* text : {&one.source, &one.url, &one.year, &one.license, &one.derivation,
                                  &one.origin, &one.method, &one.version})
            *text = folded(*text);
    }
    std::sort(all_.begin(), all_.end(), [](const Figure& a, const Figure& b) { return a.key < b.key; });
}

const Figure* Figures::find(std::string_view key) const {
    const auto found = std::lower_bound(all_.begin(), all_.end(), key,
                                        [](const Figure& one, std::string_view k) { return one.key < k; });
    return found == all_.end() || found->key != key ? nullptr : &*found;
}

std::string to_text(const Figures& figures) {
    std::string out = std::string(first_line) + "\n";
    for (const Figure& one : figures.all()) {
        const std::vector<std::string> parts = {one.key,
                                                one.unit,
                                                std::string(word(one.shape)),
                                                amount_text(one.low),
                                                amount_text(one.likely),
                                                amount_text(one.high),
                                                std::string(factor::word(one.certainty)),
                                                std::to_string(one.sample),
                                                one.is_own ? "own" : "set",
                                                one.year,
                                                one.license,
                                                one.method,
                                                one.version,
                                                one.source,
                                                one.url,
                                                one.origin,
                                                one.derivation};
        out += join(parts, "\t") + "\n";
    }
    out.pop_back();
    return out;
}

std::optional<Figures> read_figures(std::string_view text) {
    std::vector<Figure> all;
    bool is_first = true;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        if (is_first && line != first_line) return std::nullopt;
        if (!is_first) {
            auto one = read_figure(line);
            if (!one) return std::nullopt;
            all.push_back(std::move(*one));
        }
        is_first = false;
    }
    if (is_first) return std::nullopt;
    return Figures(std::move(all));
}

}  // namespace kring::scenario
