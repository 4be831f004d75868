// SPDX-License-Identifier: EUPL-1.2
// Documents in tests: read from text, answered, and looked into by pointer.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "domain/exchange/exchange.hpp"
#include "platform/base/process.hpp"
#include "platform/base/text.hpp"

namespace kring::exchange {

inline json::Value document_of(std::string_view text) {
    auto read = json::read(text, {64 * 1024 * 1024, 32, 4'000'000});
    if (const json::Fault* fault = std::get_if<json::Fault>(&read))
        throw std::logic_error("no JSON at line " + std::to_string(fault->line));
    return std::move(std::get<json::Value>(read));
}

inline json::Value example(const std::string& name) {
    return document_of(read_file("data/example/reckoning/" + name + ".json"));
}

/// What stands at a pointer; a failure of the test when nothing does.
inline json::Value at(const json::Value& value, std::string_view pointer) {
    const json::Value* here = &value;
    for (const std::string_view step : split(pointer.substr(pointer.empty() ? 0 : 1), '/')) {
        if (pointer.empty()) break;
        const json::Array* items = here->array();
        const json::Value* next = here->find(step);
        std::int64_t index = 0;
        if (items && read_number(step, 0, static_cast<std::int64_t>(items->size()) - 1, index))
            next = &(*items)[static_cast<std::size_t>(index)];
        if (!next) {
            ADD_FAILURE() << "nothing at " << pointer;
            return {};
        }
        here = next;
    }
    return *here;
}

inline double number_at(const json::Value& value, std::string_view pointer) {
    const json::Value found = at(value, pointer);
    if (found.number()) return found.number()->value;
    ADD_FAILURE() << "no number at " << pointer;
    return 0;
}

inline std::string text_at(const json::Value& value, std::string_view pointer) {
    const json::Value found = at(value, pointer);
    return found.text() ? *found.text() : "";
}

using Answering = Result<json::Value> (*)(const json::Value&, const Terms&);

inline json::Value answered(Answering answering, const json::Value& document, const Terms& terms = {}) {
    const auto answer = answering(document, terms);
    if (answer) return *answer;
    for (const Problem& problem : answer.problems()) ADD_FAILURE() << problem.field << ": " << problem.phrase;
    return {};
}

/// "pointer code" of everything that is wrong, in order; the code without its stem.
inline std::vector<std::string> faults(Answering answering, std::string_view text, const Terms& terms = {}) {
    const auto answer = answering(document_of(text), terms);
    std::vector<std::string> found;
    if (answer) return found;
    for (const Problem& problem : answer.problems())
        found.push_back(problem.field + " " + problem.phrase.substr(problem.phrase.find(".problem.") + 9));
    return found;
}

}  // namespace kring::exchange
