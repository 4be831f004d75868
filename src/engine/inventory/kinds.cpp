// SPDX-License-Identifier: EUPL-1.2
// Which kind of device a text names. Longer names go before shorter ones, and a word counts once: "tablet pc"
// is no desktop. Something that belongs to a device goes before the device: "laptop bag" is no laptop.
#include <algorithm>
#include <array>

#include "engine/inventory/word_lists.hpp"
#include "engine/inventory/words.hpp"
#include "platform/base/text.hpp"

namespace kring::inventory {

namespace {

// Dell's own numbering of monitors: P2419H, U2722DE.
bool is_dell_monitor(std::string_view token) {
    if (token.size() < 6 || token.size() > 8) return false;
    if (std::string_view("pues").find(token[0]) == std::string_view::npos) return false;
    for (std::size_t at = 1; at < 5; ++at) {
        if (token[at] < '0' || token[at] > '9') return false;
    }
    return std::all_of(token.begin() + 5, token.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_plural(std::string_view token, std::string_view word) {
    if (token == word) return true;
    if (!token.starts_with(word)) return false;
    constexpr std::array<std::string_view, 8> endings = {"s", "en", "e", "n", "x", "er", "es", "men"};
    const std::string_view rest = token.substr(word.size());
    return std::find(endings.begin(), endings.end(), rest) != endings.end();
}

bool ends_so(std::string_view token, std::string_view word) {
    for (const std::string_view ending : {"", "s", "en", "e", "n"}) {
        if (!token.ends_with(ending)) continue;
        if (token.substr(0, token.size() - ending.size()).ends_with(word)) return true;
    }
    return false;
}

// Marks the words of a text that a name covers; false when it does not stand there.
bool take(const std::vector<std::string_view>& tokens, std::vector<bool>& taken, const Word& word) {
    const std::vector<std::string_view> parts = split(word.words, ' ');
    bool is_found = false;
    for (std::size_t at = 0; at + parts.size() <= tokens.size(); ++at) {
        bool is_here = true;
        for (std::size_t i = 0; i < parts.size() && is_here; ++i) {
            const bool is_last = i + 1 == parts.size();
            const bool fits = is_last ? is_plural(tokens[at + i], parts[i]) : tokens[at + i] == parts[i];
            const bool is_ending = word.weight == Weight::ending && ends_so(tokens[at + i], parts[i]);
            is_here = !taken[at + i] && (fits || is_ending);
        }
        if (!is_here) continue;
        is_found = true;
        std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(at), parts.size(), true);
    }
    return is_found;
}

void add(std::vector<Device>& devices, Device device) {
    if (std::find(devices.begin(), devices.end(), device) == devices.end()) devices.push_back(device);
}

}  // namespace

Named named_in(std::string_view text) {
    const std::string whole = folded(text);
    const std::vector<std::string_view> tokens = words(whole);
    std::vector<bool> taken(tokens.size(), false);
    std::vector<Device> strong;
    std::vector<Device> usual;
    std::vector<Device> little;
    bool is_not_ict = false;
    for (const Word& word : word_list()) {
        if (!take(tokens, taken, word)) continue;
        if (!word.device) {
            is_not_ict = true;
        } else {
            add(word.weight == Weight::stronger ? strong
                : word.weight == Weight::weak   ? little
                                                : usual,
                *word.device);
        }
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!taken[at] && is_dell_monitor(tokens[at])) add(usual, Device::monitor);
    }
    if (!strong.empty()) return {strong, false, false};
    if (!usual.empty()) return {usual, false, false};
    if (is_not_ict) return {{}, false, true};
    return {little, !little.empty(), false};
}

std::optional<Device> device_named(std::string_view text) {
    const Named named = named_in(text);
    if (named.devices.size() != 1) return std::nullopt;
    return named.devices.front();
}

}  // namespace kring::inventory
