// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/mail/mail.hpp"

namespace kring::mail {
namespace {

constexpr std::size_t most_line = 76;           // RFC 2045, 6.7 rule 5; RFC 2047, 2
constexpr std::size_t most_encoded_bytes = 39;  // 52 base64 characters; with its frame under 75
constexpr std::string_view hex = "0123456789ABCDEF";

/// A header value on one line: no control can start a header of its own.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        line += byte < 0x20 || byte == 0x7f ? ' ' : c;
    }
    return std::string(trim(line));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t left = std::min<std::size_t>(3, bytes.size() - at);
        unsigned bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = (bits << 8) | (i < left ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= left ? digits[(bits >> (18 - 6 * i)) & 63] : '=';
        }
    }
    return text;
}

/// The end of the next piece of at most `most` bytes that splits no character.
std::size_t piece_end(std::string_view text, std::size_t start, std::size_t most) {
    std::size_t end = std::min(text.size(), start + most);
    while (end < text.size() && end > start + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return end;
}

/// Encoded words (RFC 2047), one a line; a reader joins them without the space between.
std::string encoded_words(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = piece_end(text, at, most_encoded_bytes);
        words +=
            (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return words;
}

/// Plain where plain is the same to every reader: ASCII, short, and nothing like an encoded word.
bool can_stay_plain(std::string_view text) {
    return is_ascii(text) && text.size() <= 60 && text.find("=?") == std::string_view::npos &&
           text.find("  ") == std::string_view::npos;
}

std::string unstructured(std::string_view value) {
    const std::string line = one_line(value);
    return can_stay_plain(line) ? line : encoded_words(line);
}

/// A name before an address; between quotes when it is plain (RFC 5322, 3.2.4).
std::string display_name(std::string_view name) {
    const std::string line = one_line(name);
    if (line.empty()) return {};
    if (!can_stay_plain(line)) return encoded_words(line) + "\r\n ";
    std::string quoted = "\"";
    for (const char c : line) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\" ";
}

/// Only what an address may hold outside quotes, so it can neither end early nor add a second one.
std::string address(std::string_view email) {
    std::string safe;
    for (const char c : email) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte != 0x7f &&
            std::string_view("<>,;:\"()[]\\").find(c) == std::string_view::npos)
            safe += c;
    }
    return "<" + safe + ">";
}

/// An address of the web between angle brackets, on one line and with nothing that ends it early.
std::string bracketed_url(std::string_view url) {
    std::string safe;
    for (const char c : url) {
        if (c > ' ' && c < 127 && c != '<' && c != '>') safe += c;
    }
    return "<" + safe + ">";
}

std::string mailbox(std::string_view name, std::string_view email) {
    return display_name(name) + address(email);
}

std::string id_here(std::string_view id, const Postbox& postbox) {
    return address(std::string(id) + "@" + domain_of(postbox.from_email));
}

/// What only mail of a list carries. "All" keeps mail servers from answering by themselves.
std::string list_headers(const Message& message, const Postbox& postbox) {
    std::string headers;
    if (!message.reply_to.empty()) headers += "\r\nReply-To: " + address(message.reply_to);
    if (!message.thread.empty()) headers += "\r\nReferences: " + id_here(message.thread, postbox);
    if (!message.list_id.empty()) {
        headers += "\r\nList-Id: " + address(message.list_id) + "\r\nX-Auto-Response-Suppress: All";
    }
    if (!message.unsubscribe.empty()) {
        headers += "\r\nList-Unsubscribe: " + bracketed_url(message.unsubscribe) +
                   "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click";
    }
    return headers;
}

std::string escaped_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return {'=', hex[byte >> 4], hex[byte & 15]};
}

bool is_literal(char c, bool is_line_end) {
    if (c == ' ' || c == '\t') return !is_line_end;
    return c > ' ' && c < 127 && c != '=';
}

/// One line of text as quoted-printable (RFC 2045, 6.7), soft breaks included.
std::string quoted_printable(std::string_view line) {
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string next =
            is_literal(line[i], i + 1 == line.size()) ? std::string(1, line[i]) : escaped_byte(line[i]);
        if (column + next.size() > most_line - 1) {
            out += "=\r\n";
            column = 0;
        }
        // A dot or "From " at the start of a line is touched by some relays on the way.
        const bool is_fragile = column == 0 && (next == "." || (next == "F" && line.substr(i, 5) == "From "));
        out += is_fragile ? escaped_byte(line[i]) : next;
        column += is_fragile ? 3 : next.size();
    }
    return out;
}

std::string body_of(std::string_view text) {
    const std::string lines = with_lf(text);
    std::string body;
    std::string_view rest = lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        body += quoted_printable(rest.substr(0, end)) + "\r\n";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return body;
}

/// Bytes in lines of base64 (RFC 2045, 6.8).
std::string base64_lines(std::string_view bytes) {
    constexpr std::size_t a_line = most_line / 4 * 3;
    std::string lines;
    for (std::size_t at = 0; at < bytes.size(); at += a_line)
        lines += base64(bytes.substr(at, a_line)) + "\r\n";
    return lines;
}

std::string text_part(const Message& message) {
    return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           body_of(message.text);
}

/// The text, and beside it a file to open in a calendar. "=_" stands in no quoted-printable text and in no
/// base64, so no part can hold the boundary.
std::string parts_of(const Message& message) {
    const std::string boundary = "=_kring_calendar";
    return "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n" +
           text_part(message) + "\r\n--" + boundary +
           "\r\nContent-Type: text/calendar; charset=utf-8; method=PUBLISH; name=\"kring.ics\""
           "\r\nContent-Disposition: attachment; filename=\"kring.ics\""
           "\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           base64_lines(message.calendar) + "\r\n--" + boundary + "--\r\n";
}

}  // namespace

std::string domain_of(std::string_view email) {
    const std::size_t at = email.rfind('@');
    return at == std::string_view::npos ? "localhost" : std::string(email.substr(at + 1));
}

std::string compose(const Message& message, const Postbox& postbox) {
    return "Date: " + one_line(message.date) + "\r\nFrom: " + mailbox(postbox.from_name, postbox.from_email) +
           "\r\nTo: " + mailbox(message.to_name, message.to_email) +
           "\r\nMessage-ID: " + id_here(message.id, postbox) +
           "\r\nSubject: " + unstructured(message.subject) + list_headers(message, postbox) +
           "\r\nAuto-Submitted: auto-generated\r\nContent-Language: " + one_line(message.language) +
           "\r\nMIME-Version: 1.0\r\n" + (message.calendar.empty() ? text_part(message) : parts_of(message));
}

}  // namespace kring::mail
