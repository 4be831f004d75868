// SPDX-License-Identifier: EUPL-1.2
// The record: what a question, a case, a lesson, a workshop, a version share. Its header row
// lives here; the room that owns the kind keeps its own fields in a table with the same id.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/journal.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::chain {

enum class Kind {
    workshop,
    session,
    question,
    answer,
    case_,
    lesson,
    summary,
    version,
    commitment,
    report,
    scenario,
    tender
};
enum class Audience { everyone, network, purchasers, workshop, organisation, persons };

std::string_view word(Kind kind);  ///< as in the table: "case" for case_
std::string_view word(Audience audience);
std::optional<Kind> kind_of(std::string_view word);
std::optional<Audience> audience_of(std::string_view word);

struct Source {
    std::string title;
    std::string url;
    std::string read_on;    ///< day
    std::string certainty;  ///< "", read, partly, unverified
};

struct Record {
    std::string id;
    Kind kind = Kind::question;
    std::string network;
    std::string parent;  ///< an answer's question, a session's workshop; "" when none
    std::string title;
    std::string language = "nl";
    Audience audience = Audience::network;
    std::string audience_of;  ///< workshop or organisation, when the audience names one
    std::string owner;        ///< "" when anonymous or from a public source
    std::string owner_name;   ///< read with the record, never written
    std::string owner_organisation;
    bool is_withdrawn = false;
    Time created_at;
    Time updated_at;
    std::optional<Time> withdrawn_at;
    Source source;
    std::vector<std::string> readers;  ///< filled only for audience persons, by find()
};

inline constexpr std::size_t title_length_max = 200;
inline constexpr std::int64_t undo_ms = 30 * day_ms;

/// Columns of `records r` joined with `people o` and `organisations oo` in the order read_record
/// expects, and the joins; `r.` conditions follow. Start of every listing.
extern const std::string_view record_columns;  // "r.id, r.kind, …, o.name, oo.name"
extern const std::string_view
    record_joins;  // "from records r left join people o … left join organisations oo …"
inline constexpr int record_column_count = 19;
Record read_record(const db::Row& row, int first_column = 0);

/// Any record by id, without asking who reads: for acts, which then ask `may`.
std::optional<Record> find(db::Connection& in, std::string_view id);

/// Inserts the header row and readers. Throws db::Error on a clash.
void insert(db::Connection& in, const Record& record);

/// Changes title, language, audience, source and updated_at.
void update(db::Connection& in, const Record& record);

/// Takes a record back, or undoes that. `invalid` when it is not in the state expected, `forbidden`
/// unless owner (or facilitator of its network), `conflict` when 30 days have passed.
Result<Done> withdraw(const Act& act, std::string_view id);
Result<Done> restore(const Act& act, std::string_view id);

}  // namespace kring::chain
