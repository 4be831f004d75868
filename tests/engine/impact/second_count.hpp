// SPDX-License-Identifier: EUPL-1.2
// The equations of the research a second time, plain and slow: loops over years and purchases, whole
// questions of fixed numbers only.
#pragma once

#include "engine/impact/impact.hpp"

namespace kring::impact::example {

/// One output of one option, of a question in which every estimate is fixed.
double second_count(const Question& question, std::size_t option, Output output);

/// Grams of one element.
double second_count_of(const Question& question, std::size_t option, const std::string& element);

}  // namespace kring::impact::example
