// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/people.hpp"

#include "platform/base/text.hpp"

namespace kring::people {

std::string canonical_email(std::string_view typed) { return ascii_lower(trim(typed)); }

bool is_organisation_kind(std::string_view text) {
    return text == "purchaser" || text == "supplier" || text == "knowledge";
}

bool is_language(std::string_view text) { return text == "nl" || text == "en"; }

std::string_view word(Side side) {
    switch (side) {
        case Side::purchaser:
            return "purchaser";
        case Side::supplier:
            return "supplier";
        case Side::adviser:
            return "adviser";
    }
    return "adviser";
}

std::optional<Side> side_of(std::string_view text) {
    for (const Side side : {Side::purchaser, Side::supplier, Side::adviser}) {
        if (word(side) == text) return side;
    }
    return std::nullopt;
}

std::string role_words(const Membership& membership) {
    std::vector<std::string> roles;
    if (membership.is_facilitator) roles.emplace_back("facilitator");
    if (membership.is_editor) roles.emplace_back("editor");
    if (membership.is_expert) roles.emplace_back("expert");
    return join(roles, ",");
}

}  // namespace kring::people
