// SPDX-License-Identifier: EUPL-1.2
// Typed links between records: the chain itself, followed both ways, each step only to what the
// reader may see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"

namespace kring::chain {

enum class Relation {
    asked_at,
    answers,
    illustrates,
    distilled_into,
    founded_on,
    uses,
    measured_by,
    follows_from,
    published_in
};
std::string_view word(Relation relation);
std::optional<Relation> relation_of(std::string_view word);

/// Whether the closed table of relations allows this one between these kinds.
bool is_legal(Kind from, Relation relation, Kind to);

struct Neighbour {
    Relation relation;
    bool is_outgoing = true;  ///< this record → other; false: other → this record
    Record other;
};

/// Ties two records. `invalid` when the relation is not legal, `not_found` when the actor cannot read
/// either. Tying twice is no fault.
Result<Done> tie(const Act& act, std::string_view from, Relation relation, std::string_view to);
Result<Done> untie(const Act& act, std::string_view from, Relation relation, std::string_view to);

/// Whether the actor may tie something to this record: its owner, or a facilitator or editor of its network.
bool may_tie(const Actor& actor, const Record& record);

/// All readable neighbours, outgoing first, each group by relation and then time. `but_answers` leaves out
/// the answers to a question, for its own page, which shows them in full.
std::vector<Neighbour> neighbours(db::Connection& in, const Actor& actor, std::string_view id, Time when,
                                  bool but_answers = false);

}  // namespace kring::chain
