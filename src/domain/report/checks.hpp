// SPDX-License-Identifier: EUPL-1.2
// Who was asked to check a part of a report, and what they said. A check holds for one text alone: it is of
// no use any more when the part has changed since.
#pragma once

#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/report/report.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/db/db.hpp"
#include "platform/html/phrases.hpp"

namespace kring::report {

struct Check {
    std::string id;
    std::string workshop;
    PartKind part = PartKind::agenda;
    std::string person;
    std::string person_name;         ///< read with it, never written
    std::string text_hash;           ///< SHA-256 of the text asked about, or decided about
    std::string decision = "asked";  ///< asked, agreed or commented
    std::string remark;
};

/// All of a workshop, by part and name.
std::vector<Check> checks_of(db::Connection& in, std::string_view workshop);
std::optional<Check> find_check(db::Connection& in, std::string_view workshop, PartKind part,
                                std::string_view person);
/// Asks, or asks anew.
void put(db::Connection& in, const Check& check, Time when);
void set_decision(db::Connection& in, const Check& check, Time when);

/// SHA-256 of a part of the draft as this reader may read it now.
std::string hash_for(db::Connection& in, const html::Phrases& phrases, const Actor& reader,
                     const workshop::Workshop& workshop, PartKind kind, Time when);

}  // namespace kring::report
