// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/attendance.hpp"

#include <algorithm>
#include <array>

#include "domain/chain/words.hpp"
#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::attendance {

namespace {

constexpr std::array<std::string_view, 3> how_words = {"ticked", "scanned", "self"};

// What stands between first name and surname; "'t" and "d'" are folded to one letter.
constexpr std::array<std::string_view, 26> particles = {
    "aan", "af", "bij", "d",  "da",  "de", "del", "den",   "der", "des", "di",  "du",  "el",
    "in",  "la", "le",  "op", "ter", "te", "ten", "onder", "t",   "tot", "uit", "van", "von"};

bool is_particle(std::string_view word) {
    if (word == "over" || word == "s" || word == "voor") return true;
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

}  // namespace

std::string_view word(How how) { return how_words[static_cast<std::size_t>(how)]; }

std::optional<How> how_of(std::string_view text) {
    for (const How how : hows) {
        if (word(how) == text) return how;
    }
    return std::nullopt;
}

Problems problems_of_guest(std::string_view name, std::string_view organisation) {
    Problems problems;
    desk::need_text(name, "guest_name", guest_name_length_max, problems);
    desk::allow_text(organisation, "guest_organisation", guest_organisation_length_max, problems);
    return problems;
}

std::string sort_key(std::string_view name) {
    const auto parts = chain::words_in(name, 20);
    if (parts.empty()) return std::string(name);
    // The surname follows the particles; without any it is the last word.
    std::size_t begin = parts.size() - 1;
    for (std::size_t at = 1; at + 1 < parts.size(); ++at) {
        if (!is_particle(parts[at].text)) continue;
        while (at + 1 < parts.size() && is_particle(parts[at].text)) ++at;
        begin = at;
        break;
    }
    std::string key;
    for (std::size_t at = begin; at < parts.size(); ++at) key += parts[at].text + " ";
    key += "\n";
    for (const auto& part : parts) key += part.text + " ";
    return key;
}

bool is_on(const workshop::Workshop& workshop, Time when) {
    return !workshop.day.empty() && workshop.day == amsterdam_day(when);
}

}  // namespace kring::attendance
