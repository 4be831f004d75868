// SPDX-License-Identifier: EUPL-1.2
// multipart/form-data (RFC 7578): whatever a browser would never send is a fault.
#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/web/percent.hpp"
#include "platform/web/request.hpp"

namespace kring::web {
namespace {

constexpr std::string_view line_end = "\r\n";

bool is_boundary(std::string_view text) {
    if (text.empty() || text.size() > 70 || text.back() == ' ') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
    });
}

/// Takes one `; name=value` or `; name="value"` off the front. Browsers send a backslash inside
/// the quotes as it is and a quote as %22 (WHATWG form encoding), hence no backslash escapes.
bool take_parameter(std::string_view& text, std::string& name, std::string_view& value) {
    if (text.empty() || text[0] != ';') return false;
    text = trim(text.substr(1));
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return false;
    name = ascii_lower(text.substr(0, equals));
    text.remove_prefix(equals + 1);

    const bool is_quoted = !text.empty() && text[0] == '"';
    const std::size_t begin = is_quoted ? 1 : 0;
    const std::size_t end = is_quoted ? text.find('"', 1) : std::min(text.find(';'), text.size());
    if (end == std::string_view::npos) return false;
    value = is_quoted ? text.substr(begin, end - begin) : trim(text.substr(0, end));
    text = trim(text.substr(end + begin));
    return true;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
    const std::size_t type_end = std::min(content_type.find(';'), content_type.size());
    if (ascii_lower(trim(content_type.substr(0, type_end))) != "multipart/form-data") return std::nullopt;
    std::string_view rest = content_type.substr(type_end);
    std::optional<std::string> boundary;
    while (!rest.empty()) {
        std::string name;
        std::string_view value;
        if (!take_parameter(rest, name, value)) return std::nullopt;
        if (name != "boundary") continue;
        if (boundary || !is_boundary(value)) return std::nullopt;
        boundary = value;
    }
    return boundary;
}

/// Browsers encode just these three in a field name.
std::string with_quotes_restored(std::string_view name) {
    std::string restored;
    while (!name.empty()) {
        const std::string_view escape = name.substr(0, 3);
        const bool is_escape = escape == "%22" || escape == "%0D" || escape == "%0A";
        if (!is_escape) restored += name[0];
        if (is_escape) restored += escape == "%22" ? '"' : escape == "%0D" ? '\r' : '\n';
        name.remove_prefix(is_escape ? 3 : 1);
    }
    return restored;
}

/// What the headers of one part say.
struct PartHead {
    std::optional<std::string> field;
    std::optional<std::string> file;  ///< its name; then it is a file
    bool is_plain_text = true;
};

/// Reads `form-data; name="…"; filename="…"`. A file name makes it a file.
bool read_disposition(std::string_view value, PartHead& head) {
    const std::size_t kind_end = std::min(value.find(';'), value.size());
    if (head.field || ascii_lower(trim(value.substr(0, kind_end))) != "form-data") return false;
    std::string_view rest = value.substr(kind_end);
    while (!rest.empty()) {
        std::string name;
        std::string_view text;
        if (!take_parameter(rest, name, text)) return false;
        std::optional<std::string>& named = name == "name" ? head.field : head.file;
        if ((name != "name" && name != "filename") || named) return false;
        named = with_quotes_restored(text);
    }
    return head.field.has_value();
}

bool is_plain_text(std::string_view content_type) {
    const std::size_t type_end = std::min(content_type.find(';'), content_type.size());
    return ascii_lower(trim(content_type.substr(0, type_end))) == "text/plain";
}

/// Takes the headers of one part, up to and with the empty line; nothing on any fault.
std::optional<PartHead> take_part_head(std::string_view& body) {
    PartHead head;
    while (true) {
        const std::size_t end = body.find(line_end);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view line = body.substr(0, end);
        body.remove_prefix(end + line_end.size());
        if (line.empty()) break;

        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !is_utf8_without_nul(line)) return std::nullopt;
        const std::string name = ascii_lower(line.substr(0, colon));
        const std::string_view value = trim(line.substr(colon + 1));
        if (name == "content-type") head.is_plain_text = is_plain_text(value);
        const bool is_fine =
            name == "content-disposition" ? read_disposition(value, head) : name == "content-type";
        if (!is_fine) return std::nullopt;
    }
    // What a file claims to be is of no interest; text that claims to be something else is a fault.
    if (!head.field || (!head.file && !head.is_plain_text)) return std::nullopt;
    return head;
}

}  // namespace

std::optional<Fields> parse_multipart(std::string_view body, std::string_view content_type, std::size_t most,
                                      std::vector<SentFile>* files) {
    const auto boundary = boundary_of(content_type);
    if (!boundary) return std::nullopt;
    const std::string delimiter = "\r\n--" + *boundary;
    const std::string_view opening = std::string_view(delimiter).substr(line_end.size());
    if (body.substr(0, opening.size()) != opening) return std::nullopt;
    body.remove_prefix(opening.size());

    Fields fields;
    std::size_t count = 0;
    while (body.substr(0, 2) == line_end) {
        body.remove_prefix(2);
        auto head = take_part_head(body);
        const std::size_t end = body.find(delimiter);
        if (!head || end == std::string_view::npos || count++ == most) return std::nullopt;
        const std::string_view value = body.substr(0, end);
        const bool is_taken = head->file ? files != nullptr : is_utf8_without_nul(value);
        if (!is_taken) return std::nullopt;
        if (head->file) {
            files->push_back({std::move(*head->field), std::move(*head->file), std::string(value)});
        } else {
            fields.emplace_back(std::move(*head->field), value);
        }
        body.remove_prefix(end + delimiter.size());
    }
    if (body != "--" && body != "--\r\n") return std::nullopt;
    return fields;
}

}  // namespace kring::web
