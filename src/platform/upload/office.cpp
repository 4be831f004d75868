// SPDX-License-Identifier: EUPL-1.2
#include "platform/upload/office.hpp"

#include <algorithm>
#include <array>

#include "platform/upload/image.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::array<std::string_view, 3> markup_endings = {"xml", "rels", "vml"};
constexpr std::array<std::string_view, 24> inert_endings = {
    "png",   "jpg", "jpeg", "jfif", "gif", "bmp", "emf", "wmf", "tif", "tiff", "wdp", "fntdata",
    "odttf", "ttf", "otf",  "mp4",  "m4v", "mov", "m4a", "mp3", "wav", "webm", "svm", "ogg"};

std::string ending_of(std::string_view path) {
    const auto slash = path.rfind('/');
    const std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const auto dot = file.rfind('.');
    return dot == std::string_view::npos ? "" : ascii_lower(file.substr(dot + 1));
}

template <class List>
bool is_among(const List& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool holds(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

// The first bytes of containers, programs and old office files: a file in a file.
bool is_nested(std::string_view bytes) {
    static constexpr std::array<std::string_view, 10> marks = {"PK\x03\x04",
                                                               "PK\x05\x06",
                                                               "\xD0\xCF\x11\xE0",
                                                               "MZ",
                                                               "\x7F"
                                                               "ELF",
                                                               "%PDF",
                                                               "Rar!",
                                                               "7z\xBC\xAF",
                                                               "\x1F\x8B",
                                                               "{\\rtf"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return bytes.starts_with(mark); });
}

// What a path alone betrays.
std::string_view fault_of_path(std::string_view path) {
    const std::string lower = ascii_lower(path);
    const bool is_basic = lower.starts_with("basic/") || lower.starts_with("scripts/") ||
                          lower.starts_with("dialogs/") || holds(lower, "/basic/") ||
                          holds(lower, "/scripts/");
    if (holds(lower, "vbaproject") || holds(lower, "vbadata") || is_basic) return "macros";
    if (holds(lower, "macrosheets/")) return "macros";
    if (holds(lower, "activex/") || holds(lower, "ctrlprops/")) return "active";
    if (holds(lower, "embeddings/") || holds(lower, "oleobject")) return "embedded";
    if (holds(lower, "documentsignatures.xml") || holds(lower, "_xmlsignatures/")) return "signed";
    return "";
}

// Files with no telling ending, that office programs put in by themselves.
bool is_own_oddity(std::string_view path) {
    return path == "mimetype" || path == "layout-cache" || path == "manifest.rdf" ||
           holds(path, "ObjectReplacements/") || path.ends_with(".rdf");
}

bool is_printer_setting(std::string_view path) {
    return holds(path, "/printerSettings/") && path.ends_with(".bin");
}

bool is_markup(std::string_view path, std::string_view end) {
    return is_among(markup_endings, end) || end == "svg" || path.ends_with(".rdf");
}

class Inspector {
public:
    explicit Inspector(Kind kind) : kind_(kind) {}

    std::optional<Problem> look_into(Part& part) {
        const std::string end = ending_of(part.name);
        if (const auto fault = fault_of_path(part.name); !fault.empty()) return refusal(fault);
        if (part.name == "mimetype") return check_mimetype(part);
        if (part.bytes.empty()) return std::nullopt;
        if (is_markup(part.name, end)) return read(part);
        if (is_printer_setting(part.name)) {
            part.bytes.clear();  // names of printers and computers
            return std::nullopt;
        }
        if (is_nested(part.bytes)) return refusal("embedded");
        if (!is_among(inert_endings, end) && !is_own_oddity(part.name)) return refusal("embedded");
        if (!bare_picture(part.bytes, end, found_)) return refusal("damaged");
        return std::nullopt;
    }

    bool has_main_type() const { return has_main_type_; }
    std::vector<Found> take_found() { return std::move(found_); }

private:
    std::optional<Problem> check_mimetype(const Part& part) {
        if (!is_open_document(kind_)) return std::nullopt;
        if (part.bytes != main_type(kind_)) return refusal("other_kind");
        return std::nullopt;
    }

    std::optional<Problem> read(Part& part) {
        const auto rules = is_open_document(kind_) ? rules_of_open_document(found_, main_type(kind_))
                                                   : rules_of_ooxml(found_, main_type(kind_));
        std::string edited;
        const Form form = read_markup(part.bytes, *rules, edited);
        if (form == Form::has_document_type) return refusal("document_type");
        if (form == Form::broken) return refusal("damaged");
        if (!rules->fault().empty()) return refusal(rules->fault());
        has_main_type_ |= rules->has_main_type;
        part.bytes = rules->instead().empty() ? std::move(edited) : rules->instead();
        return std::nullopt;
    }

    Kind kind_;
    std::vector<Found> found_;
    bool has_main_type_ = false;
};

// The first file must say what the container is, where other programs look for it.
bool begins_right(const std::vector<Part>& parts, Kind kind) {
    if (parts.empty()) return false;
    if (is_open_document(kind)) return parts.front().name == "mimetype" && parts.front().is_stored;
    return std::any_of(parts.begin(), parts.end(),
                       [](const Part& part) { return part.name == "[Content_Types].xml"; });
}

}  // namespace

bool is_open_document(Kind kind) { return kind == Kind::odt || kind == Kind::ods || kind == Kind::odp; }

std::string_view main_type(Kind kind) {
    switch (kind) {
        case Kind::docx:
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        case Kind::xlsx:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        case Kind::pptx:
            return "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
        default:
            return media_type(kind);
    }
}

Result<Accepted> accept_office(std::string_view bytes, Kind kind) {
    std::vector<Entry> entries;
    if (auto problem = check_directory(bytes, entries)) return *problem;
    auto parts = unpack(bytes, entries);
    if (!parts) return refusal("damaged");
    if (!begins_right(*parts, kind)) return refusal("other_kind");
    Inspector inspector(kind);
    for (Part& part : *parts) {
        if (auto problem = inspector.look_into(part)) return *problem;
    }
    if (!inspector.has_main_type()) return refusal("other_kind");
    return Accepted{kind, pack(*parts), inspector.take_found()};
}

}  // namespace kring::upload
