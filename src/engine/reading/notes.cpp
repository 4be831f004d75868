// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/notes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <string>
#include <utility>

#include "platform/base/text.hpp"

namespace kring::reading {

namespace {

constexpr std::size_t most_shown = 200;

}  // namespace

std::string shown(std::string_view text) {
    std::string kept;
    while (!text.empty() && kept.size() < most_shown) {
        const std::size_t taken = sequence_length(text);
        kept += taken == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, taken);
        text.remove_prefix(std::max<std::size_t>(taken, 1));
    }
    return text.empty() ? kept : kept + "…";
}

std::string shown(double number) {
    std::array<char, 32> digits{};
    const auto written =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::general, 6);
    return {digits.data(), written.ptr};
}

std::string shown(std::size_t number) { return std::to_string(number); }

void Notes::add(Code code, int line, std::string_view column, std::string_view value,
                std::string_view other) {
    if (is_full_ && severity(code) != Severity::file_refused) return;
    if (oddities_.size() >= most_oddities && !is_full_) {
        is_full_ = true;
        oddities_.push_back({Code::too_many_oddities, 0, {}, shown(most_oddities), {}});
        if (severity(code) != Severity::file_refused) return;
    }
    oddities_.push_back({code, line, shown(column), shown(value), shown(other)});
}

Oddities Notes::take() {
    // By line and then as written; std::stable_sort warns with this library.
    std::vector<std::size_t> order(oddities_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [this](std::size_t one, std::size_t next) {
        return std::pair(oddities_[one].line, one) < std::pair(oddities_[next].line, next);
    });
    Oddities sorted;
    for (const std::size_t at : order) sorted.push_back(std::move(oddities_[at]));
    oddities_.clear();
    return sorted;
}

}  // namespace kring::reading
