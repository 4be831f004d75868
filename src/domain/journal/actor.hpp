// SPDX-License-Identifier: EUPL-1.2
// Who acts or reads, as far as rules need to know. Made anew for every request from the
// tables (never cached), so that a right withdrawn is gone at the next request (R15).
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kring {

/// On which side of the market a member stands in one network.
enum class Side { purchaser, supplier, adviser };

struct Membership {
    std::string network;
    Side side = Side::adviser;
    bool is_facilitator = false;
    bool is_editor = false;
    bool is_expert = false;
};

struct Actor {
    std::string person;  ///< "" for an anonymous reader
    std::string name;
    std::string organisation;  ///< "" when none
    bool is_administrator = false;
    bool is_operator = false;  ///< the command line of the machine itself: reads all, for load and export
    std::vector<Membership> memberships;
    std::vector<std::string> workshops;  ///< takes part in

    bool is_signed_in() const { return !person.empty(); }

    const Membership* in(std::string_view network) const {
        const auto found = std::find_if(memberships.begin(), memberships.end(),
                                        [&](const Membership& m) { return m.network == network; });
        return found == memberships.end() ? nullptr : &*found;
    }
    bool is_member(std::string_view network) const { return in(network) != nullptr; }
    bool is_facilitator(std::string_view network) const {
        const auto* m = in(network);
        return m && m->is_facilitator;
    }
    bool is_editor(std::string_view network) const {
        const auto* m = in(network);
        return m && m->is_editor;
    }
    bool is_expert(std::string_view network) const {
        const auto* m = in(network);
        return m && m->is_expert;
    }
    bool takes_part_in(std::string_view workshop) const {
        return std::find(workshops.begin(), workshops.end(), workshop) != workshops.end();
    }
};

}  // namespace kring
