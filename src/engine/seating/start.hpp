// SPDX-License-Identifier: EUPL-1.2
// Seatings to begin from: by lines over a finite field, where nobody meets twice, and one by one.
#pragma once

#include <optional>

#include "engine/seating/random.hpp"
#include "engine/seating/seats.hpp"

namespace kring::seating {

/// Seats for everybody who is no host, as if all were present in every round to come, in which few or none
/// meet twice. With q tables, q a power of a prime, people are points (x, y) and round m sits at table x +
/// m·y: two points share a line once at most. Hosts are the points (x, 0). With two people at each table they
/// go round. Rounds that the method has no lines for are left empty; nothing with fewer than two people or
/// tables.
std::optional<Seats> perfect_seats(const Setting& setting);

/// Takes over these seats for who is present and no host and has no seat yet.
void take_seats(Seating& seating, const Seats& seats);

/// Gives everybody who has none the seat that costs least, in an order drawn by lot.
void seat_one_by_one(Seating& seating, Random& random);

}  // namespace kring::seating
