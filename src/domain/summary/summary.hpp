// SPDX-License-Identifier: EUPL-1.2
// The working summary of a network, and its frozen, numbered versions: the things and their tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/network/bilingual.hpp"

namespace kring::summary {

enum class Naming { name, organisation, role, none };
std::string_view word(Naming naming);
std::optional<Naming> naming_of(std::string_view word);

/// How far the consent for one placed record has come. `not_needed`: nobody to ask (a public source, an
/// anonymous question, or the editor's own).
enum class Agreement { not_needed, not_asked, asked, agreed, refused };

struct Placement {
    chain::Record record;
    Naming naming = Naming::none;
    Agreement agreement = Agreement::not_asked;
    std::string remark;
};

struct Statement {
    std::string id;
    Bilingual text;
    std::vector<Placement> placements;
};

struct Chapter {
    std::string id;
    Bilingual title;
    Bilingual intro;
    std::vector<Statement> statements;
};

/// The working summary, whole.
struct Summary {
    chain::Record record;
    std::string languages;  ///< "nl", "en" or "nl en"
    Bilingual title;
    Bilingual preface;
    std::int64_t revision = 1;  ///< rises with every change; forms carry it, so that nobody overwrites unseen
    std::vector<Chapter> chapters;
};

/// A source as frozen: what everyone may see of it.
struct FrozenSource {
    std::string record_id;
    std::string kind;
    std::string title;  ///< "" for a closed record
    std::string title_language;
    std::string named_as;  ///< as agreed: a name, an organisation, a role; "" for none
    std::string workshop_id;
    Bilingual workshop;
    std::string source_title;
    std::string source_url;
    std::string certainty;
};

struct FrozenStatement {
    Bilingual text;
    std::vector<FrozenSource> sources;
};

struct FrozenChapter {
    Bilingual title;
    Bilingual intro;
    std::vector<FrozenStatement> statements;
};

struct Version {
    chain::Record record;
    std::string summary_id;
    std::int64_t number = 0;
    std::string languages;
    std::string reason;
    std::string frozen_at;
    std::string frozen_by_name;
    std::string hash;  ///< SHA-256 of canonical_text()
    Bilingual title;
    Bilingual preface;
    std::int64_t successor = 0;  ///< number of the version that succeeds it; 0 when it is the newest
    std::vector<FrozenChapter> chapters;
};

/// Everything frozen, in one fixed textual form: what the hash is of, and what anyone can check again.
std::string canonical_text(const Version& version);

/// What a person who is asked for consent agrees to: the statement in both languages and the naming.
std::string consent_hash(const Bilingual& text, Naming naming);

bool has_language(std::string_view languages, std::string_view language);

/// Whether there is somebody to ask: a person brought the record in, and it is no part of the programme.
/// What needs no consent is never named after a person either.
bool needs_consent(const chain::Record& record);

/// Whether a record of this kind can stand under a statement.
bool may_be_placed(chain::Kind kind);

inline constexpr std::size_t title_length_max = 180;
inline constexpr std::size_t text_length_max = 20'000;
inline constexpr std::size_t statement_length_max = 4'000;
inline constexpr std::size_t reason_length_max = 1'000;
inline constexpr std::size_t remark_length_max = 2'000;

}  // namespace kring::summary
