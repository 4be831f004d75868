// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a document for the engines: reading ends; what was read is written and read again the same;
// and whatever it asks is answered or refused, each problem with a place.
#include <cstdint>
#include <cstdlib>

#include "domain/exchange/exchange.hpp"

using namespace kring;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto read = json::read(text, {64 * 1024, 32, 5'000});
    const auto* value = std::get_if<json::Value>(&read);
    if (!value) return 0;
    const std::string written = json::write(*value);
    const auto again = json::read(written, {256 * 1024, 32, 5'000});
    if (!std::holds_alternative<json::Value>(again) || std::get<json::Value>(again) != *value) std::abort();
    exchange::Terms terms;
    terms.draws_max = 200;
    terms.work_max = 20'000;
    for (const auto answering : {exchange::assess, exchange::award}) {
        const auto answer = answering(*value, terms);
        if (!answer && answer.problems().empty()) std::abort();
    }
    return 0;
}
