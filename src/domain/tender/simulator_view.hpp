// SPDX-License-Identifier: EUPL-1.2
// The simulator's answer in words, a picture and tables. Every number with what it was reckoned from.
#pragma once

#include <string>

#include "domain/desk/visit.hpp"
#include "domain/tender/simulate.hpp"
#include "domain/tender/warnings.hpp"
#include "platform/html/view.hpp"

namespace kring::tender {

/// The names that tender_simulator.html lists under "answer".
void set_answer(html::View& view, const desk::Visit& visit, const Tender& tender, const Answer& answer);

/// The three criteria of the simulation by id.
Names simulated_names(const desk::Visit& visit);

/// The draft's own value of what is turned, as it stands in the field: per cent, or euros per kg.
std::string own_in_field(const desk::Visit& visit, const Tender& tender, const Answer& answer);

/// A value of the knob in words: "30 %", "€ 0,13 per kg", "€ 50.000".
std::string knob_in_words(const desk::Visit& visit, const Answer& answer, double value);

}  // namespace kring::tender
