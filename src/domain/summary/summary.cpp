// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/summary.hpp"

#include <algorithm>
#include <array>

#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

constexpr std::array<std::string_view, 4> naming_words = {"name", "organisation", "role", "none"};

// One field a line; further lines of the same field begin with a tab, which no field name does.
void write_field(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    for (const char c : value) {
        out += c;
        if (c == '\n') out += '\t';
    }
    out += '\n';
}

void write_pair(std::string& out, std::string_view name, const Bilingual& value) {
    write_field(out, std::string(name) + "_nl", value.nl);
    write_field(out, std::string(name) + "_en", value.en);
}

// Ids may be words that somebody chose; that of a closed record is told by its hash alone.
void write_record(std::string& out, const FrozenSource& source) {
    const bool is_closed = source.title.empty();
    write_field(out, is_closed ? "record_sha256" : "record",
                is_closed ? sha256_hex(source.record_id) : source.record_id);
}

void write_source(std::string& out, const std::string& place, const FrozenSource& source) {
    write_field(out, "source", place);
    write_record(out, source);
    write_field(out, "kind", source.kind);
    write_field(out, "title", source.title);
    write_field(out, "title_language", source.title_language);
    write_field(out, "named_as", source.named_as);
    write_field(out, "workshop", source.workshop_id);
    write_pair(out, "workshop", source.workshop);
    write_field(out, "source_title", source.source_title);
    write_field(out, "source_url", source.source_url);
    write_field(out, "certainty", source.certainty);
}

void write_statement(std::string& out, const std::string& place, const FrozenStatement& statement) {
    write_field(out, "statement", place);
    write_pair(out, "text", statement.text);
    for (std::size_t i = 0; i < statement.sources.size(); ++i) {
        write_source(out, place + "." + std::to_string(i + 1), statement.sources[i]);
    }
}

}  // namespace

std::string_view word(Naming naming) { return naming_words[static_cast<std::size_t>(naming)]; }

std::optional<Naming> naming_of(std::string_view text) {
    const auto found = std::find(naming_words.begin(), naming_words.end(), text);
    if (found == naming_words.end()) return std::nullopt;
    return static_cast<Naming>(found - naming_words.begin());
}

std::string canonical_text(const Version& version) {
    std::string out = "kring-version 1\n";
    write_field(out, "summary", version.summary_id);
    write_field(out, "number", std::to_string(version.number));
    write_field(out, "languages", version.languages);
    write_field(out, "frozen_at", version.frozen_at);
    write_field(out, "reason", version.reason);
    write_pair(out, "title", version.title);
    write_pair(out, "preface", version.preface);
    for (std::size_t c = 0; c < version.chapters.size(); ++c) {
        const FrozenChapter& chapter = version.chapters[c];
        const std::string place = std::to_string(c + 1);
        write_field(out, "chapter", place);
        write_pair(out, "title", chapter.title);
        write_pair(out, "intro", chapter.intro);
        for (std::size_t s = 0; s < chapter.statements.size(); ++s) {
            write_statement(out, place + "." + std::to_string(s + 1), chapter.statements[s]);
        }
    }
    return out;
}

std::string consent_hash(const Bilingual& text, Naming naming) {
    std::string out = "kring-consent 1\n";
    write_pair(out, "text", text);
    write_field(out, "naming", word(naming));
    return sha256_hex(out);
}

bool has_language(std::string_view languages, std::string_view language) {
    const auto all = words(languages);
    return std::find(all.begin(), all.end(), language) != all.end();
}

bool needs_consent(const chain::Record& record) {
    const bool is_programme = record.kind == chain::Kind::workshop || record.kind == chain::Kind::session;
    return !record.owner.empty() && !is_programme;
}

bool may_be_placed(chain::Kind kind) { return kind != chain::Kind::summary && kind != chain::Kind::version; }

}  // namespace kring::summary
