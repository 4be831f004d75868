// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::size_t name_length_max = 80;

// Marks that are not seen but change what is read: zero-width, direction, and the byte order mark.
bool is_hidden_mark(std::string_view sequence) {
    if (sequence == "\xEF\xBB\xBF" || sequence == "\xD8\x9C") return true;
    if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
    const auto second = static_cast<unsigned char>(sequence[1]);
    const auto third = static_cast<unsigned char>(sequence[2]);
    if (second == 0x80) return (third >= 0x8B && third <= 0x8F) || (third >= 0xA8 && third <= 0xAE);
    return second == 0x81 && third >= 0xA0 && third <= 0xAF;
}

// C1 controls, which are two bytes.
bool is_late_control(std::string_view sequence) {
    return sequence.size() == 2 && sequence[0] == '\xC2' && static_cast<unsigned char>(sequence[1]) < 0xA0;
}

bool is_awkward(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
           std::string_view(" .\"*/:<>?\\|;%'`$&#{}~^").find(c) != std::string_view::npos;
}

std::string_view without_folders(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

}  // namespace

std::string tame_name(std::string_view name, Kind kind) {
    std::string_view rest = without_folders(name);
    const std::string known = "." + std::string(ending(kind));
    const auto dot = rest.rfind('.');
    if (dot != std::string_view::npos) rest = rest.substr(0, dot);
    std::string tame;
    std::size_t count = 0;
    while (!rest.empty() && count < name_length_max) {
        const std::size_t step = sequence_length(rest);
        const std::string_view sequence = rest.substr(0, step == 0 ? 1 : step);
        rest.remove_prefix(sequence.size());
        if (step == 0 || is_hidden_mark(sequence) || is_late_control(sequence)) continue;
        const bool is_dash = sequence.size() == 1 && (is_awkward(sequence[0]) || sequence[0] == '-');
        if (is_dash && (tame.empty() || tame.back() == '-')) continue;
        tame += is_dash ? std::string_view("-") : sequence;
        ++count;
    }
    while (!tame.empty() && tame.back() == '-') tame.pop_back();
    return (tame.empty() ? "bestand" : tame) + known;
}

}  // namespace kring::upload
