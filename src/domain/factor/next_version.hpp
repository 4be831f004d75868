// SPDX-License-Identifier: EUPL-1.2
// The one way in which a version comes about; shared by the acts of this room.
#pragma once

#include "domain/factor/acts.hpp"
#include "domain/factor/store.hpp"

namespace kring::factor {

/// `forbidden` for who may not manage factors.
Result<Done> check_may(const Act& act);

/// What came in, of which the next version is made.
struct Arrival {
    std::string file_name;
    std::string hash;
    int rejected = 0;
    catalogue::Oddities oddities;
};

/// Writes the next version of the set with exactly these rows, unless the newest has the same ones. The set
/// is made when it is not there.
Taken write_next(const Act& act, const Set& set, std::vector<Row> rows, Arrival arrival);

/// All rows of the newest version; none when there is no such set.
std::vector<Row> newest_rows(db::Connection& in, std::string_view set);

}  // namespace kring::factor
