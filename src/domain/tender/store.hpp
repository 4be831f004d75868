// SPDX-License-Identifier: EUPL-1.2
// The SQL of draft tenders. Lists for a reader go through the audience rule.
#pragma once

#include <optional>
#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/tender/tender.hpp"
#include "platform/db/db.hpp"

namespace kring::tender {

/// Any draft by id, with criteria and expected bids, without asking who reads.
std::optional<Tender> find(db::Connection& in, std::string_view id);

/// One that the actor may read, or `not_found`.
Result<Tender> find_readable(db::Connection& in, const Actor& actor, std::string_view id, Time when);

/// What a list shows of one.
struct Listed {
    chain::Record record;
    Formula formula = Formula::f1;
    Milli green_weight = 0;
    Milli weight = 0;
};

/// Those of a network, or of all when "", that the actor may read: newest first, at most 200.
std::vector<Listed> readable_ones(db::Connection& in, const Actor& actor, std::string_view network,
                                  Time when);

/// The record header and its own rows together. Criteria without an id get one.
void insert(db::Connection& in, Tender& tender, Time when);
/// Everything but the criteria and expected bids.
void update(db::Connection& in, const Tender& tender);
/// In place of those before. What was scored on a criterion that is gone goes with it.
/// Criteria of the tender for which somebody gave a score, by id.
std::vector<std::string> scored_criteria(db::Connection& in, std::string_view id);
void replace_criteria(db::Connection& in, Tender& tender, Time when);
void replace_expected(db::Connection& in, const Tender& tender, Time when);

/// Whether real bids were entered; their number tells nobody anything but that.
bool has_bids(db::Connection& in, std::string_view tender);

}  // namespace kring::tender
