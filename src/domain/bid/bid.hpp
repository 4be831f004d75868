// SPDX-License-Identifier: EUPL-1.2
// Real bids for a draft tender: prices, scores of each assessor or agreed, and the account of the award as it
// was signed. The most confidential thing in the house: read by the tender's owner and the colleagues named,
// by nobody else whatever their role; never in search, feeds or lists, and in an export only for those.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/tender/tender.hpp"

namespace kring::bid {

using tender::Cents;
using tender::Milli;

/// One score: points, or kg CO2e for an effect, in thousandths.
struct Score {
    std::string criterion;
    std::string assessor;  ///< "" for the score agreed on
    std::string assessor_name = {};
    Milli points = 0;
    std::string reason;
};

struct Bid {
    std::string id;
    std::string name;
    Cents price = 0;
    std::int64_t lot = 0;  ///< which lot it drew, from 1; 0 for none
    std::vector<Score> scores;
};

/// The account as signed. Nothing of it ever changes; a correction is a new one with its reason.
struct Sheet {
    std::string id;
    std::string tender;
    std::int64_t number = 1;
    std::string language;
    std::string signed_by;
    std::string signer_name;
    Time signed_at;
    std::string reason;  ///< why it corrects the one before; "" for the first
    std::string previous_hash;
    std::string hash;
    std::string content;  ///< a Document as text (document.hpp)
};

/// SHA-256 over content, number, signer, moment, reason and the hash of the sheet before.
std::string hash_of(const Sheet& sheet);
/// Whether the sheet is as it was signed.
bool is_whole(const Sheet& sheet);

inline constexpr std::size_t bids_max = 12;
inline constexpr std::size_t reason_length_max = 2'000;

/// The score that counts on a criterion: the one agreed on, else the mean of the assessors'.
struct Counting {
    std::int64_t sum = 0;    ///< thousandths
    std::int64_t count = 0;  ///< 0: there is none; 1 for one agreed on
    bool is_agreed = false;
};
Counting counting(const Bid& bid, std::string_view criterion);

/// What is missing before bids can be scored: two bids, and a score for each on every criterion but price.
Problems problems_of(const tender::Tender& tender, const std::vector<Bid>& bids);

}  // namespace kring::bid
