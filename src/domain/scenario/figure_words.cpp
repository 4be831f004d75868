// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/figure_words.hpp"

#include <algorithm>
#include <cmath>

#include "domain/scenario/inputs.hpp"

namespace kring::scenario {

namespace {

using html::Language;
using html::Phrases;

// What engine/catalogue says in the place of a source.
constexpr std::string_view catalogue_not_found = "the number was not found in its source";

// Three figures that count: more than any of these inputs is sure of.
std::string short_number(const Phrases& phrases, Language language, double value) {
    if (value == 0) return "0";
    const int magnitude = static_cast<int>(std::floor(std::log10(std::fabs(value))));
    const int decimals = std::clamp(2 - magnitude, 0, 6);
    const double unit = std::pow(10.0, magnitude - 2);
    const double rounded = magnitude > 2 ? std::round(value / unit) * unit : value;
    std::string text = phrases.number(rounded, decimals, language);
    const char mark = language == Language::nl ? ',' : '.';
    if (text.find(mark) == std::string::npos) return text;
    while (text.back() == '0') text.pop_back();
    if (text.back() == mark) text.pop_back();
    return text;
}

}  // namespace

std::string unit_in_words(const Phrases& phrases, Language language, std::string_view unit) {
    std::string key = "scenario.unit." + std::string(unit);
    if (const auto slash = key.find('/'); slash != std::string::npos) key.replace(slash, 1, "_per_");
    if (unit == "ratio") return "";
    return phrases.has(key, language) ? phrases.say(key, language) : std::string(unit);
}

std::string figure_name(const Phrases& phrases, Language language, std::string_view key) {
    const auto dot = key.find('.');
    const std::string_view first = key.substr(0, dot);
    if (dot == std::string_view::npos || !is_device(first)) {
        const std::string phrase = "scenario.figure_name." + std::string(key);
        return phrases.has(phrase, language) ? phrases.say(phrase, language) : std::string(key);
    }
    return phrases.say("scenario.figure_name.device" + std::string(key.substr(dot)), language,
                       {{"device", phrases.say("scenario.device." + std::string(first), language)}});
}

std::string value_in_words(const Phrases& phrases, Language language, const Figure& figure) {
    const std::string likely = short_number(phrases, language, figure.likely);
    const std::string unit = unit_in_words(phrases, language, figure.unit);
    if (figure.shape == Shape::fixed) return unit.empty() ? likely : likely + " " + unit;
    return phrases.say("scenario.value.range", language,
                       {{"likely", likely},
                        {"low", short_number(phrases, language, figure.low)},
                        {"high", short_number(phrases, language, figure.high)},
                        {"unit", unit}});
}

std::string origin_in_words(const Phrases& phrases, Language language, const Figure& figure) {
    std::string text = figure.source;
    if (text == "kring") text = phrases.say("scenario.source.kring", language);
    if (text == catalogue_not_found) text = phrases.say("scenario.source.not_found", language);
    if (!figure.year.empty()) text += ", " + figure.year;
    if (!figure.license.empty() && figure.license != "own") text += ", " + figure.license;
    return text;
}

std::string source_in_words(const Phrases& phrases, Language language, const Figure& figure) {
    const std::string text = origin_in_words(phrases, language, figure);
    if (figure.is_own) return text + ", " + phrases.say("scenario.certainty.own", language);
    return text + ", " +
           phrases.say("scenario.certainty." + std::string(factor::word(figure.certainty)), language);
}

}  // namespace kring::scenario
