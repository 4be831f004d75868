// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/framing.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/base/text.hpp"
#include "platform/web/percent.hpp"

namespace kring::web {
namespace {

constexpr std::size_t most_target_bytes = 8000;  // the least RFC 9110 section 4.1 asks for
constexpr std::size_t most_header_fields = 100;

int check_first_line(std::string_view line) {
    const std::size_t method_end = line.find(' ');
    const std::size_t target_end = line.rfind(' ');
    if (method_end == std::string_view::npos || target_end == method_end) return 400;
    if (line.find(' ', method_end + 1) != target_end) return 400;
    if (target_end - method_end - 1 > most_target_bytes) return 414;
    const std::string_view version = line.substr(target_end + 1);
    if (version.size() != 8 || version.substr(0, 5) != "HTTP/" || version[6] != '.') return 400;
    return version == "HTTP/1.1" || version == "HTTP/1.0" ? 0 : 505;
}

/// One line of the head, without its CRLF. The empty line ends the head.
int check_line(std::string_view line, HeadScan& scan) {
    if (!scan.has_first_line && line.empty() && scan.begin == 0) {
        scan.begin = 2;  // RFC 9112 section 2.2: left over from an old client's previous POST
        return 0;
    }
    if (!scan.has_first_line) {
        scan.has_first_line = true;
        return check_first_line(line);
    }
    if (line.empty()) scan.end = scan.line_begin + 2;
    const bool is_folded = !line.empty() && (line[0] == ' ' || line[0] == '\t');
    return is_folded ? 400 : 0;
}

std::size_t count_of(const Fields& fields, std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; }));
}

/// A name or address with an optional port, and nothing that a URL could hide in it.
bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(".-_:[]").find(c) != std::string_view::npos;
    });
}

int read_method(std::string_view method, Method& known) {
    static constexpr std::array<std::string_view, 6> others{"OPTIONS", "PUT",   "DELETE",
                                                            "PATCH",   "TRACE", "CONNECT"};
    if (std::find(others.begin(), others.end(), method) != others.end()) return 405;
    if (method == "GET")
        known = Method::get;
    else if (method == "HEAD")
        known = Method::head;
    else if (method == "POST")
        known = Method::post;
    else
        return 501;
    return 0;
}

int read_framing(const Head& head, const Request& request, Framing& framing) {
    const std::size_t lengths = count_of(request.headers, "content-length");
    const std::size_t codings = count_of(request.headers, "transfer-encoding");
    if (lengths + codings > 1 || (codings == 1 && head.is_http_1_0)) return 400;
    if (codings == 1) {
        if (ascii_lower(request.header("transfer-encoding")) != "chunked") return 501;
        framing.is_chunked = framing.has_body = true;
    }
    if (lengths == 1) {
        const std::string_view text = request.header("content-length");
        const bool is_number =
            !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), framing.length);
        if (!is_number || read.ec != std::errc()) return 400;
        framing.has_body = framing.length > 0;
    }
    const std::string expectation = ascii_lower(request.header("expect"));
    framing.expects_continue = !head.is_http_1_0 && framing.has_body && expectation == "100-continue";
    return 0;
}

enum class Media { none, urlencoded, multipart, json, other };

Media media_of(const Request& request) {
    const std::string_view text = request.header("content-type");
    const std::string type = ascii_lower(trim(text.substr(0, std::min(text.find(';'), text.size()))));
    if (type.empty()) return Media::none;
    if (type == "application/x-www-form-urlencoded") return Media::urlencoded;
    if (type == "application/json") return Media::json;
    return type == "multipart/form-data" ? Media::multipart : Media::other;
}

int check_body(const Request& request, std::uint64_t body_most, const Framing& framing) {
    if (request.method != Method::post) return framing.has_body ? 400 : 0;
    if (!has(request.headers, "content-length") && !framing.is_chunked) return 411;
    if (framing.length > body_most) return 413;
    if (has(request.headers, "content-encoding") || count_of(request.headers, "content-type") > 1) return 415;
    const Media media = media_of(request);
    const bool is_readable = media == Media::urlencoded || media == Media::multipart || media == Media::json;
    return is_readable || (media == Media::none && !framing.has_body) ? 0 : 415;
}

int check_host(const Head& head, const Request& request) {
    const std::size_t hosts = count_of(request.headers, "host");
    if (hosts == 0 && head.is_http_1_0) return 0;
    return hosts == 1 && is_host(request.header("host")) ? 0 : 400;
}

bool is_sound_path(std::string_view decoded) {
    if (decoded.find("//") != std::string_view::npos) return false;
    if (std::any_of(decoded.begin(), decoded.end(), [](char c) { return is_control(c) || c == '\\'; }))
        return false;
    for (std::size_t dot = decoded.find("/."); dot != std::string_view::npos;
         dot = decoded.find("/.", dot + 1)) {
        const std::string_view rest = decoded.substr(dot + 1);
        const std::string_view part = rest.substr(0, rest.find('/'));
        if (part == "." || part == "..") return false;
    }
    return true;
}

}  // namespace

int scan_head(std::string_view bytes, std::size_t most, HeadScan& scan) {
    for (; scan.scanned < bytes.size() && scan.end == 0; ++scan.scanned) {
        const std::size_t at = scan.scanned;
        if (at >= most) return scan.has_first_line ? 431 : 414;
        const char c = bytes[at];
        const bool follows_cr = at > scan.line_begin && bytes[at - 1] == '\r';
        if (follows_cr != (c == '\n')) return 400;
        if (is_control(c) && c != '\r' && c != '\n' && c != '\t') return 400;
        if (c != '\n') continue;
        const int status = check_line(bytes.substr(scan.line_begin, at - 1 - scan.line_begin), scan);
        if (status != 0) return status;
        scan.line_begin = at + 1;
    }
    return 0;
}

int check_head(const Head& head, std::uint64_t body_most, Request& request, Framing& framing) {
    request.target = head.target;
    if (request.headers.size() > most_header_fields) return 431;
    // Read first, so that a refusal knows whom it answers: a person or a program.
    const bool is_target = read_target(head.target, request);
    if (const int status = read_method(head.method, request.method); status != 0) return status;
    if (const int status = read_framing(head, request, framing); status != 0) return status;
    if (const int status = check_host(head, request); status != 0) return status;
    if (!is_target) return 400;
    for (const auto& [name, value] : request.headers) {
        if (name != "cookie") continue;
        Fields more = parse_cookies(value);
        std::move(more.begin(), more.end(), std::back_inserter(request.cookies));
    }
    return check_body(request, body_most, framing);
}

bool read_target(std::string_view target, Request& request) {
    if (target.empty() || target[0] != '/') return false;
    // Raw bytes past ASCII and a fragment are not part of any request target (RFC 3986).
    if (std::any_of(target.begin(), target.end(),
                    [](char c) { return c <= ' ' || c >= '\x7f' || c == '#'; })) {
        return false;
    }
    const std::size_t path_end = std::min(target.find('?'), target.size());
    const std::string_view sent = target.substr(0, path_end);
    std::string path;
    if (!percent_decode(sent, false, path) || !is_sound_path(path)) return false;
    if (std::count(path.begin(), path.end(), '/') != std::count(sent.begin(), sent.end(), '/')) return false;
    auto query = parse_urlencoded(target.substr(std::min(path_end + 1, target.size())));
    if (!query) return false;
    request.path = std::move(path);
    request.query = std::move(*query);
    return true;
}

bool read_form(std::string_view body, Request& request) {
    if (media_of(request) == Media::json) {
        request.is_json = true;
        request.body = body;
        return true;
    }
    if (body.empty() && media_of(request) != Media::multipart) return true;
    auto fields = media_of(request) == Media::multipart
                      ? parse_multipart(body, request.header("content-type"), 500,
                                        request.takes_files ? &request.files : nullptr)
                      : parse_urlencoded(body);
    if (!fields) return false;
    request.form = std::move(*fields);
    return true;
}

}  // namespace kring::web
