// SPDX-License-Identifier: EUPL-1.2
// What can be taken home: printed files, the canonical text behind the hash, the feed.
#include "domain/chain/audience.hpp"
#include "domain/summary/feed.hpp"
#include "domain/summary/page_functions.hpp"
#include "domain/summary/printing.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

constexpr int feed_entries_most = 100;

std::optional<Version> readable_version(db::Connection& in, const desk::Visit& visit) {
    std::int64_t number = 0;
    if (!read_number(visit.request.part("nummer"), 1, INT64_MAX, number)) return std::nullopt;
    auto version = find_version(in, visit.request.part("id"), number);
    if (!version || !chain::find_readable(in, visit.who, version->record.id, visit.when)) return std::nullopt;
    return version;
}

// "circulair-ict-inkopen-versie-2.pdf": what it is, also in a folder full of downloads.
std::string download_name(const desk::Visit& visit, const Version& version, std::string_view language,
                          std::string_view ending) {
    const html::Language spoken = language == "en" ? html::Language::en : html::Language::nl;
    std::string name;
    for (const char c : ascii_lower(title_of(version, spoken))) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain) name += c;
        if (!is_plain && !name.empty() && name.back() != '-') name += '-';
        if (name.size() >= 60) break;
    }
    if (name.empty()) name = version.summary_id;
    if (name.back() != '-') name += '-';
    return name + visit.site.phrases.say("summary.version.file_word", spoken) + "-" +
           std::to_string(version.number) + "." + std::string(ending);
}

web::Response for_everyone(web::Response response, std::string_view hash) {
    response.is_personal = false;
    return std::move(
        response.with("Cache-Control", "no-cache").with("ETag", "\"" + std::string(hash) + "\""));
}

web::Response canonical_page(const Version& version) {
    const std::string text = canonical_text(version);
    return for_everyone(web::plain(200, text), sha256_hex(text));
}

}  // namespace

web::Response show_file(const desk::Visit& visit) {
    return visit.read([&](db::Connection& in) {
        const auto version = readable_version(in, visit);
        if (!version) return desk::not_found(visit);
        const std::string_view name = visit.request.part("bestand");
        if (name == "tekst" || name == "text") return canonical_page(*version);
        const auto parts = split(name, '.');
        const auto format = parts.size() == 2 ? format_of(parts[1]) : std::nullopt;
        if (!format) return desk::not_found(visit);
        auto content = file_content(in, version->record.id, parts[0], parts[1]);
        if (!content) return desk::not_found(visit);
        return for_everyone(web::bytes(std::move(content->first), media_type(*format),
                                       download_name(visit, *version, parts[0], parts[1])),
                            content->second);
    });
}

// The same for everyone, whoever asks: a feed reader has no session.
web::Response show_feed(const desk::Visit& visit) {
    const std::string feed = visit.read([&](db::Connection& in) {
        const auto versions = readable_versions(in, Actor{}, visit.when, false, feed_entries_most);
        return atom_feed(visit.site, visit.language, versions, files_of(in, ""));
    });
    return for_everyone(web::bytes(feed, "application/atom+xml; charset=utf-8"), sha256_hex(feed));
}

}  // namespace kring::summary
