// SPDX-License-Identifier: EUPL-1.2
// The part of the dictionary of the folder format about members who meet each other by theme.
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

}  // namespace

// clang-format off: a table reads by its rows
std::vector<FolderKind> acquaintance_kinds() {
    return {
        {"acquaintance-wishes", "acquaintance_wishes", "", "a member who wishes to meet a colleague",
         {{"network", "network_id", F::reference, required, "networks", "network"},
          {"person", "person_id", F::reference, required, "people", "who"},
          {"themes", "themes", F::line, required, "", "themes, with a space between them"},
          {"other_side", "meets_other_side", F::yes_no, optional, "", "also the other side of the market"},
          {"chosen_at", "chosen_at", F::moment, required, "", "when"}},
         "t.person_id = {me}"},
        {"acquaintance-rounds", "acquaintance_rounds", "", "a facilitator had people paired",
         {{"network", "network_id", F::reference, required, "networks", "network"},
          {"number", "number", F::number, required, "", "number"},
          {"seed", "seed", F::line, required, "", "seed of the lots"},
          {"paired_by", "paired_by", F::reference, required, "people", "who"},
          {"paired_at", "paired_at", F::moment, required, "", "when"}},
         "1 = 0"},
        {"acquaintance-people", "acquaintance_people", "", "somebody in a pair or a group of three",
         {{"round", "round_id", F::reference, required, "acquaintance-rounds", "round"},
          {"person", "person_id", F::reference, required, "people", "who"},
          {"group", "number", F::number, required, "", "number of the group"},
          {"theme", "theme", F::line, required, "", "theme"}},
         "1 = 0", "round_id person_id"},
    };
}
// clang-format on

}  // namespace kring::app
