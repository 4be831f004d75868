// SPDX-License-Identifier: EUPL-1.2
// How a row becomes a registration. Private to the store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/registration/registration.hpp"
#include "platform/db/db.hpp"

namespace kring::registration {

/// Columns of `registrations g` in the order that read_registration expects.
inline constexpr std::string_view registration_columns =
    "g.id, g.workshop_id, g.person_id, g.organisation_id, g.pool, g.state, g.number, g.is_passed_over, "
    "g.reason, g.offered_until, g.changed_at, g.reminded, g.is_told_cancelled";
inline constexpr int registration_column_count = 13;
Registration read_registration(const db::Row& row);

/// `after_from`: joins, condition and order on `registrations g`.
std::vector<Registration> all_registrations(db::Connection& in, std::string_view after_from,
                                            const std::vector<db::Param>& params);
std::vector<std::string> all_ids(db::Connection& in, std::string_view sql,
                                 const std::vector<db::Param>& params);

}  // namespace kring::registration
