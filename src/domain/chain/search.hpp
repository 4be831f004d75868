// SPDX-License-Identifier: EUPL-1.2
// Search over all that one may see, Dutch and English: stems, compounds, prefixes, typing errors.
// The index is written in the transaction of the act; what it hands out passes the audience rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"

namespace kring::chain {

/// Puts a record's words in the index, replacing what stood there. `body`: plain words.
void index(db::Connection& in, const Record& record, std::string_view body);
void unindex(db::Connection& in, std::string_view record_id);

struct Query {
    std::string words;
    std::string kind;  ///< "" for all; else a kind's word
    std::string network;
    std::string workshop;  ///< records asked at or tied to it
    std::string from_day;
    std::string to_day;
    int page = 1;  ///< from 1
    int per_page = 20;
};

struct Hit {
    Record record;
    std::string snippet;  ///< plain text with \x01 before and \x02 after each word found
};

struct Found {
    std::vector<Hit> hits;
    std::int64_t total = 0;  ///< readable hits, at most 1,000 counted
    std::string suggestion;  ///< the words with typing errors mended, when that finds something readable
    std::string
        corrected_from;  ///< not empty: nothing was found as typed, the hits are those of `suggestion`
};

/// Best first. Words of two letters or fewer alone find nothing; at most 200 characters are used.
Found search(db::Connection& in, const Actor& actor, const Query& query, Time when);

/// Readable records of a kind in a network that look like this text, best first, without `but`.
std::vector<Record> similar(db::Connection& in, const Actor& actor, std::string_view text, Kind kind,
                            std::string_view network, int most, Time when, std::string_view but = "");

}  // namespace kring::chain
