// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/delivery.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <functional>
#include <stdexcept>

#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/web/gzip.hpp"
#include "platform/web/percent.hpp"

namespace kring::web {
namespace {

constexpr std::size_t least_worth_compressing = 860;  // less fits in one packet anyway
constexpr std::size_t most_shared_entries = 1024;
constexpr std::size_t tag_digits = 32;

std::string_view reason_of(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 204:
            return "No Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 411:
            return "Length Required";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "";
    }
}

std::string* find(Response& response, std::string_view name) {
    for (auto& [key, value] : response.headers) {
        if (key.size() == name.size() && ascii_lower(key) == name) return &value;
    }
    return nullptr;
}

/// A cookie is for one person, whatever the page thought.
void settle_privacy(Response& response) {
    if (find(response, "set-cookie") != nullptr) response.is_personal = true;
}

bool may_compress(const Request& request, Response& response, std::string_view bytes) {
    const bool echoes = response.holds_secret || !request.query.empty();
    if (response.is_personal && echoes && !response.shared_body) return false;
    if (bytes.size() <= least_worth_compressing || find(response, "content-encoding") != nullptr)
        return false;
    const std::string* type = find(response, "content-type");
    if (type == nullptr || !is_compressible(*type)) return false;
    response.with("Vary", "Accept-Encoding");
    return accepts_gzip(request.header("accept-encoding"));
}

bool is_known_tag(std::string_view if_none_match, std::string_view tag) {
    for (std::string_view item : split(if_none_match, ',')) {
        item = trim(item);
        if (item.substr(0, 2) == "W/") item.remove_prefix(2);
        if (item == tag || item == "*") return true;
    }
    return false;
}

/// A page is made anew for every request, so its tag must cost next to nothing; it tells two states of
/// one page apart and guards nothing.
std::string page_tag(std::string_view body) {
    return std::to_string(std::hash<std::string_view>{}(body)) + "." + std::to_string(body.size());
}

/// Compresses, tags, and turns the answer into 304 when the browser has it already.
void settle_body(const Request& request, Response& response, SharedBodies& shared, Delivery& delivery) {
    delivery.shared_body = std::move(response.shared_body);
    response.shared_body = delivery.shared_body;
    delivery.body = std::move(response.body);
    const bool is_read = request.method != Method::post && response.status == 200;
    const bool is_tagged = is_read && !response.is_personal && find(response, "etag") == nullptr;
    const bool is_packed = response.status == 200 && may_compress(request, response, delivery.bytes());

    std::string tag;
    bool was_packed = false;
    if (delivery.shared_body && (is_tagged || is_packed)) {
        auto prepared = shared.prepared(delivery.shared_body, is_packed);
        was_packed = is_packed && prepared.compressed;
        if (was_packed) delivery.shared_body = std::move(prepared.compressed);
        tag = std::move(prepared.tag);
    } else if (is_tagged) {
        tag = page_tag(delivery.body);
    }
    // Two forms of one page are two entities: a strong tag must tell them apart.
    if (is_tagged) response.with("ETag", '"' + tag + (is_packed ? "-gzip\"" : "\""));

    const std::string* sent_tag = find(response, "etag");
    if (is_read && sent_tag != nullptr && is_known_tag(request.header("if-none-match"), *sent_tag)) {
        response.status = 304;
        delivery.body.clear();
        delivery.shared_body.reset();
        return;
    }
    if (is_packed && !delivery.shared_body) {
        constexpr int level = 6;
        delivery.body = gzip(delivery.body, level);
        was_packed = true;
    }
    if (was_packed) response.with("Content-Encoding", "gzip");
}

/// The Date line changes once a second; each thread keeps its own.
std::string_view date_line() {
    thread_local std::int64_t second = -1;
    thread_local std::string line;
    const auto now = static_cast<std::int64_t>(std::time(nullptr));
    if (now != second) {
        second = now;
        line = "\r\nDate: " + http_date(now) + "\r\n";
    }
    return line;
}

void append_number(std::string& text, std::size_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void check_header(std::string_view name, std::string_view value) {
    const bool is_sound = std::none_of(name.begin(), name.end(), is_control) &&
                          std::none_of(value.begin(), value.end(), is_control);
    if (!is_sound) throw std::logic_error("a header holds a control character");
}

std::string head_of(const Response& response, const Passage& passage, std::size_t length) {
    std::string head;
    head.reserve(1200);
    head += "HTTP/1.1 ";
    append_number(head, static_cast<std::size_t>(response.status));
    head += ' ';
    head += reason_of(response.status);
    head += date_line();
    for (const auto& [name, value] : response.headers) {
        check_header(name, value);
        head += name;
        head += ": ";
        head += value;
        head += "\r\n";
    }
    if (!passage.keeps_alive) head += "Connection: close\r\n";
    if (passage.keeps_alive && passage.is_http_1_0) head += "Connection: keep-alive\r\n";
    const bool has_length = response.status >= 200 && response.status != 204 && response.status != 304;
    if (has_length) {
        head += "Content-Length: ";
        append_number(head, length);
        head += "\r\n";
    }
    head += "\r\n";
    return head;
}

}  // namespace

SharedBodies::Prepared SharedBodies::prepared(const std::shared_ptr<const std::string>& body, bool compress) {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= most_shared_entries) {
        std::erase_if(entries_, [](const auto& entry) { return entry.second.body.expired(); });
        if (entries_.size() >= most_shared_entries) entries_.clear();
    }
    Entry& entry = entries_[body.get()];
    // A freed body's address may serve again: only the living owner proves that it is the same.
    if (entry.body.lock() != body) entry = {body, {sha256_hex(*body).substr(0, tag_digits), nullptr}, false};
    if (compress && !entry.was_compressed) {
        constexpr int level = 9;
        auto packed = std::make_shared<const std::string>(gzip(*body, level));
        if (packed->size() < body->size()) entry.prepared.compressed = std::move(packed);
        entry.was_compressed = true;
    }
    return entry.prepared;
}

Delivery deliver(const Request& request, Response response, const Passage& passage, SharedBodies& shared) {
    Delivery delivery;
    settle_privacy(response);
    settle_body(request, response, shared, delivery);
    add_security_headers(response, request.is_secure);
    delivery.status = response.status;
    delivery.closes = !passage.keeps_alive;
    delivery.head = head_of(response, passage, delivery.bytes().size());
    if (request.method == Method::head) {
        delivery.body.clear();
        delivery.shared_body.reset();
    }
    return delivery;
}

std::string http_date(std::int64_t unix_seconds) {
    // Not strftime: its names of days follow the locale.
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = unix_seconds;
    std::tm tm{};
    gmtime_r(&seconds, &tm);
    const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
    return std::string(days[static_cast<std::size_t>(tm.tm_wday)]) + ", " + two(tm.tm_mday) + " " +
           months[static_cast<std::size_t>(tm.tm_mon)] + " " + std::to_string(tm.tm_year + 1900) + " " +
           two(tm.tm_hour) + ":" + two(tm.tm_min) + ":" + two(tm.tm_sec) + " GMT";
}

}  // namespace kring::web
