// SPDX-License-Identifier: EUPL-1.2
// One message that came in, read without trust: sizes, depth and number of parts are bounded before
// and after the library (GMime) sees it, text comes out as clean UTF-8, attachments are only counted.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kring::mail {

inline constexpr std::size_t incoming_bytes_max = 10 * 1024 * 1024;
inline constexpr std::size_t incoming_head_bytes_max = 128 * 1024;
inline constexpr int incoming_depth_max = 8;
inline constexpr int incoming_parts_max = 50;

struct Incoming {
    /// Why its body was not read: "too_big", "too_deep", "too_many_parts", "unreadable"; "" when it was.
    /// The head is read all the same, as far as it goes.
    std::string fault;

    std::vector<std::pair<std::string, std::string>> headers;  ///< from the top; names in lower case
    std::vector<std::string> from;                             ///< addresses in ASCII lower case
    std::vector<std::string> recipients;  ///< Delivered-To, X-Original-To, To and Cc, in that order
    std::string message_id;               ///< without angle brackets; "" when it has none
    std::string subject;
    std::string text;        ///< of its text parts, or made of its HTML; LF
    bool is_report = false;  ///< a multipart/report: bounces and receipts
    int attachments = 0;     ///< left out

    /// First value of the header, "" when absent; and whether it is there.
    std::string_view header(std::string_view name) const;
    bool has(std::string_view name) const;
};

/// Never throws on what a message holds.
Incoming read_incoming(std::string_view bytes);

/// What HTML says in plain words: blocks on lines of their own, quotes behind "> ", links with their
/// address, nothing of styles and scripts. Linear; takes anything.
std::string html_words(std::string_view html);

/// What somebody typed in an answer by mail, without what it quotes and without their signature.
/// `markers`: texts that stand on top of the mail that was answered.
std::string own_words(std::string_view text, const std::vector<std::string>& markers);

/// The result of DMARC for the domain of `from`, as the mail server `authserv` noted it on top
/// (RFC 8601): "pass", "fail", "none" …; "" when it noted nothing.
std::string dmarc_result(const Incoming& message, std::string_view authserv, std::string_view from);

/// Why a robot seems to have sent this ("auto-submitted", "precedence", "auto-response", "list",
/// "null-sender", "report", "subject"); "" when a person did.
std::string automatic_by(const Incoming& message);

}  // namespace kring::mail
