// SPDX-License-Identifier: EUPL-1.2
// An outcome in words: names of routes, a conclusion that follows from the numbers and says no more than they
// do, and what to mind when reading them. For pages, files and paper alike.
#pragma once

#include <string>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/outcome/rounding.hpp"
#include "domain/scenario/scenario.hpp"

namespace kring::outcome {

/// A scenario with its outcome, told to readers of one language.
struct Telling {
    const desk::Site& site;
    html::Language language;
    const scenario::Scenario& one;  ///< has an outcome

    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return site.phrases.say(key, language, values);
    }
    const scenario::Outcome& outcome() const { return *one.outcome; }
};

/// "Nieuw, elke 4 jaar", "Nieuw, elke 5 jaar, laptop in plaats van desktop".
std::string route_name(const html::Phrases& phrases, html::Language language, const scenario::Route& route);

/// "1.000 laptops, 200 beeldschermen".
std::string fleet_in_words(const Telling& telling);

std::string measure_name(const Telling& telling, scenario::Measure measure);

/// One scale for all routes, so that they can be compared.
Scale scale_of(const Telling& telling, scenario::Measure measure);

/// "540 (480 tot 610)": median and range, rounded to what the range allows, without the unit.
std::string spread_in_words(const Telling& telling, const scenario::Spread& spread, const Scale& scale);

/// Two to four sentences: which route emits least, by how much and how surely, what it costs.
std::vector<std::string> conclusion(const Telling& telling);

/// What to mind: methods that differ, longer use that is not better and when, burden rules, costs left out.
std::vector<std::string> warnings(const Telling& telling);

/// Whether the other burden rule gives another total for any route.
bool does_burden_matter(const scenario::Outcome& outcome);

}  // namespace kring::outcome
