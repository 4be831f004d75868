// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/factor.hpp"

#include <array>

#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

constexpr std::array<std::string_view, 3> licence_words = {"ODbL-1.0", "CC-BY-SA-4.0", "own"};
constexpr std::array<std::string_view, 3> licence_addresses = {
    "https://opendatacommons.org/licenses/odbl/1-0/", "https://creativecommons.org/licenses/by-sa/4.0/", ""};
constexpr std::array<std::string_view, 3> kind_words = {"footprints", "electricity", "own"};
constexpr std::array<std::string_view, 4> certainty_words = {"high", "medium", "low", "unverified"};

struct QuantityWords {
    std::string_view word;
    std::string_view unit;
};
constexpr std::array<QuantityWords, 10> quantity_words = {{{"embodied", "kg CO2e"},
                                                           {"energy", "kWh/yr"},
                                                           {"mass", "kg"},
                                                           {"life", "yr"},
                                                           {"price", "EUR"},
                                                           {"processing", "kg CO2e"},
                                                           {"parts", "kg CO2e"},
                                                           {"intensity", "kg CO2e/kWh"},
                                                           {"carbon-price", "EUR/kg CO2e"},
                                                           {"other", ""}}};

template <class T, std::size_t N>
std::optional<T> among(const std::array<std::string_view, N>& words, std::string_view text) {
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == text) return static_cast<T>(i);
    }
    return std::nullopt;
}

bool is_row_key(std::string_view text) {
    if (text.empty() || text.size() > 120) return false;
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace

std::string_view word(Licence licence) { return licence_words[static_cast<std::size_t>(licence)]; }
std::optional<Licence> licence_of(std::string_view text) { return among<Licence>(licence_words, text); }
std::string_view address_of(Licence licence) { return licence_addresses[static_cast<std::size_t>(licence)]; }

std::string_view word(Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_of(std::string_view text) { return among<Kind>(kind_words, text); }

std::string_view word(Certainty certainty) { return certainty_words[static_cast<std::size_t>(certainty)]; }
std::optional<Certainty> certainty_of(std::string_view text) {
    return among<Certainty>(certainty_words, text);
}

std::string_view word(Quantity quantity) { return quantity_words[static_cast<std::size_t>(quantity)].word; }
std::string_view unit_of(Quantity quantity) {
    return quantity_words[static_cast<std::size_t>(quantity)].unit;
}

const std::vector<Quantity>& all_quantities() {
    static const std::vector<Quantity> all = [] {
        std::vector<Quantity> made;
        for (std::size_t i = 0; i < quantity_words.size(); ++i) made.push_back(static_cast<Quantity>(i));
        return made;
    }();
    return all;
}

std::optional<Quantity> quantity_of(std::string_view text) {
    for (const Quantity one : all_quantities()) {
        if (word(one) == text) return one;
    }
    return std::nullopt;
}

bool is_of_device(Quantity quantity) { return quantity < Quantity::intensity; }

std::string figure_id(const FigureName& name) {
    return name.set + "@" + std::to_string(name.version) + "/" + name.row + "/" +
           std::string(word(name.quantity));
}

std::optional<FigureName> read_figure_id(std::string_view id) {
    const auto parts = split(id, '/');
    if (parts.size() != 3) return std::nullopt;
    const auto versions = read_versions(parts[0]);
    const auto quantity = quantity_of(parts[2]);
    if (!versions || versions->size() != 1 || !quantity || !is_row_key(parts[1])) return std::nullopt;
    const auto& [set, version] = *versions->begin();
    return FigureName{set, version, std::string(parts[1]), *quantity};
}

std::string to_text(const Versions& versions) {
    std::string text;
    for (const auto& [set, number] : versions)
        text += (text.empty() ? "" : " ") + set + "@" + std::to_string(number);
    return text;
}

std::optional<Versions> read_versions(std::string_view text) {
    Versions versions;
    for (const std::string_view one : words(text)) {
        const auto at = one.find('@');
        std::int64_t number = 0;
        if (at == std::string_view::npos || !is_id(one.substr(0, at)) ||
            !read_number(one.substr(at + 1), 1, 1'000'000, number))
            return std::nullopt;
        if (!versions.emplace(one.substr(0, at), static_cast<int>(number)).second) return std::nullopt;
    }
    return versions;
}

}  // namespace kring::factor
