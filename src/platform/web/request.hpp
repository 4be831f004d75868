// SPDX-License-Identifier: EUPL-1.2
// One request as the pages see it, after the server has checked its form, size and time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kring::web {

using Fields = std::vector<std::pair<std::string, std::string>>;  ///< in order, names may repeat

/// First value of the name, "" when absent.
std::string_view value_of(const Fields& fields, std::string_view name);
bool has(const Fields& fields, std::string_view name);
std::vector<std::string> all_of(const Fields& fields, std::string_view name);

enum class Method { get, head, post };

/// A file that came with a form, as it was sent.
struct SentFile {
    std::string field;
    std::string name;  ///< as the browser calls it; "" when none was chosen
    std::string bytes;
};

struct Request {
    Method method = Method::get;
    std::string path;    ///< decoded, begins with "/", no "//", no "." or ".." parts
    std::string target;  ///< as sent, path and query, for the sign-in return address
    Fields query;
    Fields headers;  ///< names in lower case
    Fields cookies;
    Fields form;                  ///< application/x-www-form-urlencoded or multipart text parts
    std::vector<SentFile> files;  ///< multipart only, and only where `takes_files`
    std::string body;             ///< application/json, as sent; for routes of the API only
    bool takes_files = false;     ///< set by the server: see ServerOptions
    Fields parts;                 ///< the path's named parts, set by the router: {id} → ("id", …)
    std::string remote;           ///< address of the client (after a trusted proxy, its X-Forwarded-For)
    bool is_secure = false;       ///< came over https, by our proxy's word
    std::string id;               ///< random, for log and error page

    /// Of another kind than a form: what a browser sends across sites only after asking, which is never
    /// granted.
    bool is_json = false;

    std::string_view part(std::string_view name) const { return value_of(parts, name); }
    std::string_view field(std::string_view name) const { return value_of(form, name); }
    std::string_view header(std::string_view name) const { return value_of(headers, name); }
};

/// Parses "a=1&b=2" (query or urlencoded body). Nothing on a broken escape, invalid UTF-8, NUL, or
/// more than `most` fields.
std::optional<Fields> parse_urlencoded(std::string_view text, std::size_t most = 500);

/// Parts of multipart/form-data, `most` text fields and files together. Nothing on any fault; a file is
/// one, unless `files` is given.
std::optional<Fields> parse_multipart(std::string_view body, std::string_view content_type,
                                      std::size_t most = 500, std::vector<SentFile>* files = nullptr);

Fields parse_cookies(std::string_view header);

/// True when `text` is a local path one may be sent back to after signing in: begins with one "/",
/// holds no backslash, control, "//" or dot parts, raw or percent-encoded (R26).
bool is_local_path(std::string_view text);

}  // namespace kring::web
