// SPDX-License-Identifier: EUPL-1.2
// Randomness, hashes and passwords, all from libsodium.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/time.hpp"

namespace kring {

/// A new record id: 10 characters of time and 10 random ones, lower-case base32, so ids sort
/// by time to the millisecond. `coarse` rounds the time down to the day (anonymous records, R19).
std::string new_id(Time time);
std::string new_coarse_id(Time time);

/// 256 random bits as 43 characters of unpadded base64url: session and link tokens.
std::string new_token();

/// A token of new_token() under a fresh mask, 86 characters: what a page shows is different each time, so
/// that the length of compressed pages tells nothing about the token (BREACH). Anything else comes back as it
/// is.
std::string masked(std::string_view token);
/// The token below the mask; anything that is not masked comes back as it is.
std::string unmasked(std::string_view text);

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// HMAC-SHA-256 as 64 lower-case hexadecimal digits.
std::string hmac_hex(std::string_view key, std::string_view bytes);

/// Compares in time that depends on the lengths alone.
bool same_secret(std::string_view left, std::string_view right);

/// Argon2id in the PHC string form, m = 64 MiB, t = 2, p = 1 (above the OWASP minimum, R1).
/// Slow on purpose, about 50 ms; at most two run at once. Throws std::runtime_error when out of memory.
std::string password_hash(std::string_view password);
bool password_matches(std::string_view hash, std::string_view password);
bool password_needs_rehash(std::string_view hash);

/// True while more than `most` callers wait for a password hash: answer 429 instead of queueing (R1).
bool password_queue_is_full();

}  // namespace kring
