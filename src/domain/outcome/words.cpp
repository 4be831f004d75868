// SPDX-License-Identifier: EUPL-1.2
#include "domain/outcome/words.hpp"

#include <algorithm>
#include <cmath>

#include "domain/scenario/figure_words.hpp"
#include "platform/base/text.hpp"

namespace kring::outcome {

namespace {

using scenario::Comparison;
using scenario::Measure;
using scenario::Spread;

constexpr double even_chance = 0.2;  // between this and 1 - this, neither is said to be less

std::string route_at(const Telling& telling, std::size_t at) {
    return route_name(telling.site.phrases, telling.language, telling.outcome().routes.at(at).route);
}

// The comparison whose other route has the least emissions, when that is less than the first has.
const Comparison* best_of(const scenario::Outcome& outcome) {
    const Comparison* best = nullptr;
    for (const Comparison& one : outcome.comparisons) {
        if (!best || one.saved.p50 > best->saved.p50) best = &one;
    }
    return best;
}

// The number alone; amount() says its unit as well.
std::string number(const Telling& telling, double value, const Spread& by, std::string_view unit) {
    const Scale scale = scale_of(unit, std::max(std::fabs(by.p5), std::fabs(by.p95)));
    return rounded(telling.site.phrases, telling.language, value, step_of(by), scale);
}

std::string amount(const Telling& telling, double value, const Spread& by, std::string_view unit) {
    const Scale scale = scale_of(unit, std::max(std::fabs(by.p5), std::fabs(by.p95)));
    return number(telling, value, by, unit) + " " +
           scenario::unit_in_words(telling.site.phrases, telling.language, scale.unit);
}

html::PhraseValues values_of(const Telling& telling, const Spread& saved, std::string_view unit) {
    const bool is_less = saved.p50 >= 0;
    const double low = is_less ? saved.p5 : -saved.p95;
    const double high = is_less ? saved.p95 : -saved.p5;
    return {{"amount", amount(telling, std::fabs(saved.p50), saved, unit)},
            {"low", number(telling, low, saved, unit)},
            {"high", amount(telling, high, saved, unit)}};
}

std::string carbon_sentence(const Telling& telling, const Comparison& best) {
    auto values = values_of(telling, best.saved, "kgCO2e");
    values.emplace_back("first", route_at(telling, 0));
    values.emplace_back("other", route_at(telling, best.other));
    const bool is_less = best.saved.p50 >= 0;
    const double chance = is_less ? best.chance : 1 - best.chance;
    values.emplace_back("chance", chance_in_words(telling.site.phrases, telling.language, chance));
    if (best.chance > even_chance && best.chance < 1 - even_chance)
        return telling.say("outcome.conclusion.unsure", values);
    return telling.say(is_less ? "outcome.conclusion.less" : "outcome.conclusion.more", values);
}

std::string cost_sentence(const Telling& telling, const Comparison& best) {
    auto values = values_of(telling, best.cost_saved, "EUR");
    values.emplace_back("other", route_at(telling, best.other));
    const bool is_less = best.cost_saved.p50 >= 0;
    const double chance = is_less ? best.cost_chance : 1 - best.cost_chance;
    values.emplace_back("chance", chance_in_words(telling.site.phrases, telling.language, chance));
    if (best.cost_chance > even_chance && best.cost_chance < 1 - even_chance)
        return telling.say("outcome.conclusion.cost_unsure", values);
    return telling.say(is_less ? "outcome.conclusion.cheaper" : "outcome.conclusion.dearer", values);
}

// The same difference by the other rule, of means, as far as it is another.
std::string burden_sentence(const Telling& telling, const Comparison& best) {
    const auto& routes = telling.outcome().routes;
    const double other =
        routes[0].of(Measure::other_rule).mean - routes[best.other].of(Measure::other_rule).mean;
    if (!does_burden_matter(telling.outcome()) ||
        std::fabs(other - best.saved.mean) < 0.01 * std::fabs(other))
        return "";
    return telling.say("outcome.conclusion.other_rule",
                       {{"amount", amount(telling, other, best.saved, "kgCO2e")}});
}

std::string driver_sentence(const Telling& telling, const Comparison& best) {
    if (best.drivers.empty() || best.drivers.front().share < 0.05) return "";
    return telling.say("outcome.conclusion.driver",
                       {{"figure", scenario::figure_name(telling.site.phrases, telling.language,
                                                         best.drivers.front().figure)},
                        {"percent", telling.site.phrases.number(std::round(best.drivers.front().share * 100),
                                                                0, telling.language)}});
}

std::string short_number(const Telling& telling, double value) {
    const Spread itself{value, value, value, value};
    return rounded(telling.site.phrases, telling.language, value, step_of(itself), {});
}

// The engine names options by their place and lines by their kind of device.
std::string worded_name(const Telling& telling, std::string_view name, const std::string& text) {
    std::int64_t at = 0;
    const bool is_route = name == "option" || name == "against" || name == "credit" || name == "cut_off";
    if (is_route && read_number(text, 0, static_cast<std::int64_t>(telling.outcome().routes.size()) - 1, at))
        return route_at(telling, static_cast<std::size_t>(at));
    if ((name == "line" || name == "devices") && scenario::is_device(text))
        return telling.say("scenario.device." + text);
    const std::string key = "outcome.word." + text;
    const bool is_worded = name == "missing" || name == "methods";
    if (is_worded && telling.site.phrases.has(key, telling.language)) return telling.say(key);
    return text;
}

// Several names stand with commas between.
std::string worded_text(const Telling& telling, std::string_view name, const std::string& text) {
    std::vector<std::string> all;
    for (const std::string_view one : split(text, ','))
        all.push_back(worded_name(telling, name, std::string(trim(one))));
    return join(all, ", ");
}

std::string finding_in_words(const Telling& telling, const scenario::Finding& finding) {
    html::PhraseValues values;
    for (const std::string_view name : {"option", "against", "line", "methods", "devices", "missing",
                                        "output", "chosen", "other", "credit", "cut_off"}) {
        const std::string* text = finding.text(name);
        values.emplace_back(name, text ? worded_text(telling, name, *text) : "");
    }
    for (const std::string_view name :
         {"embodied_saved", "use_added", "break_even_energy", "break_even_parts"}) {
        const auto number = finding.number(name);
        values.emplace_back(name, number ? short_number(telling, *number) : "–");
    }
    const auto chance = finding.number("chance");
    values.emplace_back("chance",
                        chance ? chance_in_words(telling.site.phrases, telling.language, *chance) : "–");
    // Below nought there is no use of electricity at which longer would be better.
    const bool is_always =
        finding.word == "longer_is_worse" && finding.number("break_even_energy").value_or(-1) <= 0;
    return telling.say("outcome.finding." + finding.word + (is_always ? "_always" : ""), values);
}

}  // namespace

std::string route_name(const html::Phrases& phrases, html::Language language, const scenario::Route& route) {
    std::string years = scenario::amount_text(route.years);
    if (language == html::Language::nl) std::replace(years.begin(), years.end(), '.', ',');
    const std::string name =
        phrases.say("outcome.route." + std::string(scenario::word(route.way)), language, {{"years", years}});
    if (route.instead.empty()) return name;
    return phrases.say(
        "outcome.route.instead", language,
        {{"route", name}, {"device", phrases.say("scenario.device." + route.instead, language)}});
}

std::string fleet_in_words(const Telling& telling) {
    std::string all;
    for (const scenario::Devices& one : telling.one.inputs.fleet) {
        const std::string count =
            telling.site.phrases.number(static_cast<double>(one.count), 0, telling.language);
        all += (all.empty() ? "" : ", ") + count + " × " + telling.say("scenario.device." + one.device);
    }
    return all;
}

std::string measure_name(const Telling& telling, Measure measure) {
    return telling.say("outcome.measure." + std::string(scenario::word(measure)));
}

Scale scale_of(const Telling& telling, Measure measure) {
    double greatest = 0;
    for (const scenario::RouteOutcome& one : telling.outcome().routes)
        greatest = std::max(greatest, std::fabs(one.of(measure).p95));
    return scale_of(scenario::unit_of(measure), greatest);
}

std::string spread_in_words(const Telling& telling, const Spread& spread, const Scale& scale) {
    const double step = step_of(spread);
    const auto number = [&](double value) {
        return rounded(telling.site.phrases, telling.language, value, step, scale);
    };
    if (!(spread.p95 > spread.p5)) return number(spread.p50);
    return telling.say(
        "outcome.spread",
        {{"middle", number(spread.p50)}, {"low", number(spread.p5)}, {"high", number(spread.p95)}});
}

bool does_burden_matter(const scenario::Outcome& outcome) {
    return std::any_of(outcome.routes.begin(), outcome.routes.end(), [](const scenario::RouteOutcome& one) {
        const double other = one.of(Measure::other_rule).p50;
        return other > 0 && std::fabs(other - one.of(Measure::total).p50) > 0.005 * other;
    });
}

std::vector<std::string> conclusion(const Telling& telling) {
    std::vector<std::string> sentences = {telling.say(
        "outcome.conclusion.about",
        {{"fleet", fleet_in_words(telling)}, {"count", std::to_string(telling.one.inputs.horizon)}})};
    const Comparison* best = best_of(telling.outcome());
    if (!best) return sentences;
    sentences.push_back(carbon_sentence(telling, *best));
    const std::string burden = burden_sentence(telling, *best);
    if (!burden.empty()) sentences.push_back(burden);
    sentences.push_back(cost_sentence(telling, *best));
    const std::string driver = driver_sentence(telling, *best);
    if (!driver.empty()) sentences.push_back(driver);
    return sentences;
}

std::vector<std::string> warnings(const Telling& telling) {
    std::vector<std::string> all;
    for (const scenario::Finding& finding : telling.outcome().findings) {
        if (!telling.site.phrases.has("outcome.finding." + finding.word, telling.language)) continue;
        std::string words = finding_in_words(telling, finding);
        if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
    }
    const auto& figures = telling.one.figures.all();
    const auto unsure = std::count_if(figures.begin(), figures.end(), [](const scenario::Figure& one) {
        return one.certainty == scenario::Certainty::unverified && !one.is_own;
    });
    if (unsure > 0)
        all.push_back(telling.say("outcome.finding.unverified", {{"count", std::to_string(unsure)}}));
    return all;
}

}  // namespace kring::outcome
