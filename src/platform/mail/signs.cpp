// SPDX-License-Identifier: EUPL-1.2
// What the head of a message tells of its sender: a robot or a person, checked by our own mail
// server or not.
#include <algorithm>
#include <array>

#include "platform/base/text.hpp"
#include "platform/mail/incoming.hpp"
#include "platform/mail/mail.hpp"

namespace kring::mail {
namespace {

// How mail programs begin the subject of what they send by themselves, in lower case.
constexpr std::array<std::string_view, 20> robot_subjects = {
    "automatisch antwoord",
    "automatische beantwoording",
    "automatic reply",
    "auto reply",
    "auto-reply",
    "autoreply",
    "auto:",
    "out of office",
    "out of the office",
    "afwezig",
    "afwezigheid",
    "niet aanwezig",
    "buiten kantoor",
    "vakantiemelding",
    "undeliverable",
    "undelivered mail",
    "onbestelbaar",
    "delivery status notification",
    "mail delivery",
    "automatische antwort",
};
constexpr std::array<std::string_view, 5> robot_precedence = {"bulk", "list", "junk", "auto_reply",
                                                              "autoreply"};
constexpr std::array<std::string_view, 6> robot_headers = {
    "x-auto-response-suppress", "x-autoreply",       "x-autorespond",
    "x-autoresponder",          "x-auto-reply-from", "x-failed-recipients"};
constexpr std::array<std::string_view, 3> robot_names = {"mailer-daemon@", "postmaster@", "noreply@"};

bool begins_like_a_robot(std::string subject) {
    subject = ascii_lower(subject);
    return std::any_of(robot_subjects.begin(), robot_subjects.end(),
                       [&](std::string_view one) { return subject.starts_with(one); });
}

bool comes_from_nobody(const Incoming& message) {
    // What our own mail server put on top counts, not what the sender wrote below it.
    if (message.has("return-path") && message.header("return-path") == "<>") return true;
    for (const std::string& from : message.from) {
        for (const std::string_view name : robot_names) {
            if (from.starts_with(name)) return true;
        }
    }
    return false;
}

/// Comments, which nest, and quoted texts taken out: senders choose what stands in those.
std::string without_asides(std::string_view text) {
    std::string plain;
    int depth = 0;
    bool is_in_quotes = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\') {
            ++at;
        } else if (c == '"' && depth == 0) {
            is_in_quotes = !is_in_quotes;
        } else if (!is_in_quotes && c == '(') {
            ++depth;
        } else if (!is_in_quotes && c == ')') {
            depth = std::max(0, depth - 1);
        } else if (!is_in_quotes && depth == 0) {
            plain += c;
        }
    }
    return plain;
}

/// "dmarc=pass header.from=x"; "" and "" when this is another method.
struct Method {
    std::string result;
    std::string domain;
};
Method dmarc_in(std::string_view part) {
    Method method;
    const auto said = words(part);
    if (said.empty() || !said.front().starts_with("dmarc=")) return method;
    method.result = said.front().substr(6);
    for (const std::string_view word : said) {
        if (word.starts_with("header.from=")) method.domain = word.substr(12);
    }
    return method;
}

}  // namespace

std::string automatic_by(const Incoming& message) {
    const std::string submitted = ascii_lower(message.header("auto-submitted"));
    const std::string precedence = ascii_lower(message.header("precedence"));
    if (!submitted.empty() && submitted != "no") return "auto-submitted";
    if (std::find(robot_precedence.begin(), robot_precedence.end(), precedence) != robot_precedence.end())
        return "precedence";
    for (const std::string_view name : robot_headers) {
        if (message.has(name)) return "auto-response";
    }
    if (message.has("list-id") || message.has("list-unsubscribe")) return "list";
    if (comes_from_nobody(message)) return "null-sender";
    if (message.is_report) return "report";
    return begins_like_a_robot(message.subject) ? "subject" : "";
}

std::string dmarc_result(const Incoming& message, std::string_view authserv, std::string_view from) {
    if (authserv.empty()) return "";
    for (const auto& [name, value] : message.headers) {
        if (name != "authentication-results") continue;
        const std::string plain = ascii_lower(without_asides(value));
        const auto parts = split(plain, ';');
        const auto server = words(parts.front());
        if (server.empty() || server.front() != ascii_lower(authserv)) continue;
        for (const std::string_view part : parts) {
            const Method method = dmarc_in(part);
            if (method.result.empty()) continue;
            const bool is_of_sender = method.domain.empty() || method.domain == domain_of(from);
            return is_of_sender ? method.result : "other-domain";
        }
    }
    return "";
}

}  // namespace kring::mail
