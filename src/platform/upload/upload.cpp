// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/upload.hpp"

#include <algorithm>
#include <array>
#include <mutex>

#include "platform/upload/image.hpp"
#include "platform/upload/office.hpp"
#include "platform/upload/parsers.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

struct Look {
    Kind kind;
    std::string_view ending;
    std::string_view begins;  // the first bytes; "" for text, which has none
    std::string_view type;
};

constexpr std::array<Look, 11> looks = {{
    {Kind::pdf, "pdf", "%PDF-", "application/pdf"},
    {Kind::odt, "odt", "PK\x03\x04", "application/vnd.oasis.opendocument.text"},
    {Kind::ods, "ods", "PK\x03\x04", "application/vnd.oasis.opendocument.spreadsheet"},
    {Kind::odp, "odp", "PK\x03\x04", "application/vnd.oasis.opendocument.presentation"},
    {Kind::docx, "docx", "PK\x03\x04",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {Kind::xlsx, "xlsx", "PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {Kind::pptx, "pptx", "PK\x03\x04",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {Kind::csv, "csv", "", "text/csv; charset=utf-8"},
    {Kind::txt, "txt", "", "text/plain; charset=utf-8"},
    {Kind::png, "png", "\x89PNG\r\n\x1a\n", "image/png"},
    {Kind::jpg, "jpg", "\xFF\xD8\xFF", "image/jpeg"},
}};

const Look& look_of(Kind kind) {
    return *std::find_if(looks.begin(), looks.end(), [&](const Look& look) { return look.kind == kind; });
}

std::string allowed_endings(const std::vector<Kind>& allowed) {
    std::vector<std::string> endings;
    for (const Kind kind : allowed) endings.emplace_back(ending(kind));
    return join(endings, ", ");
}

std::string_view ending_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? "" : name.substr(dot + 1);
}

// Office files of before 2007, and those behind a password, are the same kind of container.
bool is_old_office(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0"); }

bool is_office(Kind kind) { return main_type(kind) != media_type(kind) || is_open_document(kind); }

Result<Accepted> parsed(std::string_view bytes, Kind kind) {
    switch (kind) {
        case Kind::pdf:
            return accept_pdf(bytes);
        case Kind::csv:
            return accept_csv(bytes);
        case Kind::txt:
            return accept_text(bytes);
        case Kind::png:
            return accept_png(bytes);
        case Kind::jpg:
            return accept_jpeg(bytes);
        default:
            return accept_office(bytes, kind);
    }
}

}  // namespace

std::string_view ending(Kind kind) { return look_of(kind).ending; }

std::string_view media_type(Kind kind) { return look_of(kind).type; }

std::optional<Kind> kind_of(std::string_view ending) {
    const std::string lower = ascii_lower(ending);
    const std::string wanted = lower == "jpeg" ? "jpg" : lower;
    for (const Look& look : looks) {
        if (look.ending == wanted) return look.kind;
    }
    return std::nullopt;
}

Result<Accepted> accept(std::string_view bytes, std::string_view name, const std::vector<Kind>& allowed,
                        const Scanner& scanner) {
    static std::mutex one_at_a_time;
    if (name.empty() && bytes.empty()) return refusal("none");
    const auto kind = kind_of(ending_of(name));
    const bool is_allowed = kind && std::find(allowed.begin(), allowed.end(), *kind) != allowed.end();
    if (!is_allowed) return refusal("kind", {{"kinds", allowed_endings(allowed)}});
    if (bytes.empty()) return refusal("empty");
    if (bytes.size() > bytes_max) return refusal("too_big", {{"most", std::to_string(bytes_max >> 20)}});
    if (is_office(*kind) && is_old_office(bytes)) return refusal("encrypted");
    if (!bytes.starts_with(look_of(*kind).begins)) return refusal("other_kind");
    const std::lock_guard turn(one_at_a_time);
    TRY_DONE(scan(scanner, bytes));
    return parsed(bytes, *kind);
}

}  // namespace kring::upload
