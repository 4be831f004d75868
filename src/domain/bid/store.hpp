// SPDX-License-Identifier: EUPL-1.2
// The SQL of real bids and of signed sheets. No function here updates a sheet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bid/bid.hpp"
#include "domain/journal/actor.hpp"
#include "platform/db/db.hpp"

namespace kring::bid {

/// With their scores, in the order in which they were entered. Without asking who reads.
std::vector<Bid> of_tender(db::Connection& in, std::string_view tender);

/// Ids of the persons named.
std::vector<std::string> readers_of(db::Connection& in, std::string_view tender);

struct Colleague {
    std::string person;
    std::string name;
    bool is_named = false;
};
/// Who may be named: people of the draft's organisation who may draft in its network, but its owner; by name.
std::vector<Colleague> colleagues_of(db::Connection& in, const tender::Tender& tender);

void insert(db::Connection& in, std::string_view tender, const Bid& bid);
void update(db::Connection& in, const Bid& bid);
void remove(db::Connection& in, std::string_view bid);
/// In place of that assessor's scores for the bid; "" for those agreed on.
void replace_scores(db::Connection& in, std::string_view bid, std::string_view assessor,
                    const std::vector<Score>& scores, Time when);
void replace_readers(db::Connection& in, std::string_view tender, const std::vector<std::string>& persons);

/// Newest first.
std::vector<Sheet> sheets_of(db::Connection& in, std::string_view tender);
std::optional<Sheet> find_sheet(db::Connection& in, std::string_view tender, std::int64_t number);
void insert_sheet(db::Connection& in, const Sheet& sheet);

/// One that could not be printed is tried again after so long.
inline constexpr std::int64_t print_again_ms = hour_ms;
/// Printing, by a job: sheets that have no PDF yet, and what became of it.
std::vector<Sheet> unprinted(db::Connection& in, Time when);
void keep_paper(db::Connection& in, std::string_view sheet, const std::string& bytes);
void keep_failure(db::Connection& in, std::string_view sheet, Time when);
bool has_failed(db::Connection& in, std::string_view sheet);
/// "" while it waits to be printed, and when that failed.
std::string paper_of(db::Connection& in, std::string_view sheet);

}  // namespace kring::bid
