// SPDX-License-Identifier: EUPL-1.2
// The SQL of reports: what facilitators add, who checks, and what was fixed.
#pragma once

#include <map>
#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/report/report.hpp"
#include "platform/db/db.hpp"

namespace kring::report {

/// What facilitators added; an empty draft of revision 0 before that.
Draft find_draft(db::Connection& in, std::string_view workshop);
/// Keeps it with the next revision.
void put(db::Connection& in, const Draft& draft);

/// A report as fixed, whole, without asking who reads.
std::optional<Report> find(db::Connection& in, std::string_view id);
std::int64_t next_number(db::Connection& in, std::string_view workshop);
/// Headers of those of a workshop that the actor may read, newest first; parts and introduction are empty.
std::vector<Report> of_workshop(db::Connection& in, const Actor& actor, std::string_view workshop, Time when);
/// The record header and everything fixed.
void insert(db::Connection& in, const Report& report);

/// The chapter of the working summary that a report of the workshop became; nothing when none did, or when
/// editors removed it.
std::optional<std::string> chapter_of(db::Connection& in, std::string_view workshop);
/// The id that chapter has or would get.
std::string chapter_id_for(std::string_view workshop);

/// The records that these parts tell of and the actor may read, by id.
std::map<std::string, chain::Record> readable_of(db::Connection& in, const Actor& actor,
                                                 const std::vector<Part>& parts, Time when);

}  // namespace kring::report
