// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/draw.hpp"

#include <algorithm>
#include <utility>

#include "platform/base/secret.hpp"

namespace kring::live {

std::vector<std::string> drawn_order(std::string_view seed, std::vector<std::string> names) {
    std::vector<std::pair<std::string, std::string>> lots;
    for (std::string& name : names) {
        std::string lot = sha256_hex(std::string(seed) + "\n" + name);
        lots.emplace_back(std::move(lot), std::move(name));
    }
    std::sort(lots.begin(), lots.end());
    std::vector<std::string> order;
    for (auto& [lot, name] : lots) order.push_back(std::move(name));
    return order;
}

}  // namespace kring::live
