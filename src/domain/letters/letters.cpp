// SPDX-License-Identifier: EUPL-1.2
#include "domain/letters/letters.hpp"

#include <array>

namespace kring::letters {

namespace {

constexpr std::array<std::string_view, 3> choice_words = {"everything", "mine", "nothing"};
constexpr std::array<std::string_view, 3> kind_words = {"question", "answer", "digest"};

template <class Thing, std::size_t N>
std::optional<Thing> thing_of(const std::array<std::string_view, N>& all, std::string_view word) {
    for (std::size_t i = 0; i < N; ++i) {
        if (all[i] == word) return static_cast<Thing>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view word(Choice choice) { return choice_words[static_cast<std::size_t>(choice)]; }
std::optional<Choice> choice_of(std::string_view word) { return thing_of<Choice>(choice_words, word); }

std::string_view word(Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_of(std::string_view word) { return thing_of<Kind>(kind_words, word); }

int weekday_of(std::string_view day) {
    // Monday 1970-01-05 was the first of its kind in this count.
    const auto noon = parse_time(std::string(day) + "T12:00:00.000Z");
    KRING_ASSERT(noon.has_value());
    const std::int64_t days = noon->ms / day_ms;
    return static_cast<int>((days + 3) % 7) + 1;
}

bool may_travel(const network::Network& network, const chain::Record& record) {
    const bool is_for_all_members =
        record.audience == chain::Audience::everyone || record.audience == chain::Audience::network;
    return network.is_open && is_for_all_members;
}

}  // namespace kring::letters
