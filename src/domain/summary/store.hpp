// SPDX-License-Identifier: EUPL-1.2
// The SQL of the working summary, of consents and of frozen versions. What is found by id is found
// without asking who reads; lists for a reader go through the audience rule.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/summary/summary.hpp"

namespace kring::summary {

// The working summary

/// Whole, with how far each consent has come.
std::optional<Summary> find_summary(db::Connection& in, std::string_view id);

/// The id of a network's working summary; nothing when it has none.
std::optional<std::string> summary_of(db::Connection& in, std::string_view network);

std::optional<std::string> summary_of_chapter(db::Connection& in, std::string_view chapter);
std::optional<std::string> chapter_of_statement(db::Connection& in, std::string_view statement);

/// Its revision as it is now; 0 when there is no such summary.
std::int64_t revision_of(db::Connection& in, std::string_view summary);

/// The placed records that the actor may read.
std::map<std::string, chain::Record> readable_placements(db::Connection& in, const Actor& actor,
                                                         std::string_view summary, Time when);

// Consents

/// A consent asked of somebody, with the statement it is about as that stands now.
struct ConsentRow {
    std::string id;
    std::string statement_id;
    std::string person_id;
    chain::Record record;
    Naming naming = Naming::none;  ///< as asked
    std::string text_hash;         ///< of the text as asked
    std::string asked_at;
    std::string decision;  ///< asked, agreed or refused
    std::string remark;
    Bilingual text;
    Bilingual chapter;
    std::string summary_id;
    std::string network;
    Bilingual summary;
    std::string naming_now;  ///< word; "" when the record was taken out

    /// Whether it is about the text and the naming that stand there now.
    bool is_current() const;
};

std::optional<ConsentRow> find_consent(db::Connection& in, std::string_view id);

/// The consent about the text as it stands now, for the same statement and record.
std::optional<ConsentRow> current_consent(db::Connection& in, const ConsentRow& earlier);

/// What the actor was asked and has not answered yet, oldest first; for "Mijn Kring".
std::vector<ConsentRow> consents_waiting(db::Connection& in, const Actor& actor);

// Versions

/// The number that the next version will get.
std::int64_t next_number(db::Connection& in, std::string_view summary_id);

/// Whole, by its own id, or by summary and number.
std::optional<Version> find_version(db::Connection& in, std::string_view id);
std::optional<Version> find_version(db::Connection& in, std::string_view summary_id, std::int64_t number);

/// All versions of a summary, newest first, without their chapters.
std::vector<Version> versions_of(db::Connection& in, std::string_view summary_id);

/// Versions the actor may read, newest first, without their chapters; at most `most`. `is_newest_only`:
/// of each summary the newest one alone.
std::vector<Version> readable_versions(db::Connection& in, const Actor& actor, Time when, bool is_newest_only,
                                       int most);

/// Writes the record header and everything frozen. Throws db::Error (unique) when the number is taken.
void insert(db::Connection& in, const Version& version, std::string_view frozen_by);

/// The frozen sources and their workshops that the actor may read today, by id.
std::map<std::string, chain::Record> readable_sources(db::Connection& in, const Actor& actor,
                                                      std::string_view version_id, Time when);

struct VersionFile {
    std::string version_id;
    std::string language;
    std::string format;
    std::string sha256;
    std::int64_t bytes = 0;
};

/// The files of a version, or of all for "".
std::vector<VersionFile> files_of(db::Connection& in, std::string_view version_id);

/// The bytes of a file and their SHA-256; nothing when it is not printed yet.
std::optional<std::pair<std::string, std::string>> file_content(db::Connection& in,
                                                                std::string_view version_id,
                                                                std::string_view language,
                                                                std::string_view format);

}  // namespace kring::summary
