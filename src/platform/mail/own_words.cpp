// SPDX-License-Identifier: EUPL-1.2
// Takes the quote and the signature off an answer. Mail programs mark neither in one way; the ways
// known here are those of Gmail, Apple Mail, Outlook and Thunderbird in Dutch and English, and some
// German and French. Where it is not sure it leaves the words: a quote too many harms less than a
// sentence lost.
#include <algorithm>
#include <array>

#include "platform/base/text.hpp"
#include "platform/mail/incoming.hpp"

namespace kring::mail {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t attribution_lines_max = 4;
constexpr std::size_t block_lines_max = 7;

std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

bool is_blank(std::string_view line) { return trim(line).empty(); }
bool is_quoted(std::string_view line) { return trim(line).starts_with('>'); }

bool holds_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "10:00" or "10.00" somewhere: an attribution tells the moment, a sentence seldom does.
bool holds_clock(std::string_view text) {
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        if (text[at] != ':' && text[at] != '.') continue;
        const bool has_digits = holds_digit(text.substr(at - 1, 1)) && holds_digit(text.substr(at + 1, 1)) &&
                                holds_digit(text.substr(at + 2, 1));
        if (has_digits) return true;
    }
    return false;
}

struct Attribution {
    std::string_view begin;
    std::string_view verb;
};
constexpr std::array attributions = {
    Attribution{"op ", "schreef"}, Attribution{"op ", "geschreven:"}, Attribution{"on ", "wrote:"},
    Attribution{"am ", "schrieb"}, Attribution{"le ", "écrit"},
};

bool is_attribution(std::string_view joined) {
    const std::string text = ascii_lower(trim(joined));
    if (!text.ends_with(':') || !holds_digit(text)) return false;
    if (!holds_clock(text) && text.find('@') == std::string::npos) return false;
    return std::any_of(attributions.begin(), attributions.end(), [&](const Attribution& one) {
        return text.starts_with(one.begin) && text.find(one.verb) != std::string::npos;
    });
}

/// How many lines from here on are one attribution, broken or not; 0 when they are none.
std::size_t attribution_at(const Lines& lines, std::size_t at) {
    std::string joined;
    for (std::size_t i = 0; i < attribution_lines_max && at + i < lines.size(); ++i) {
        if (is_blank(lines[at + i]) || is_quoted(lines[at + i])) return 0;
        joined += " " + lines[at + i];
        if (is_attribution(joined)) return i + 1;
    }
    return 0;
}

/// "-----Oorspronkelijk bericht-----", "---------- Forwarded message ---------".
bool is_divider(std::string_view line) {
    const std::string text = ascii_lower(trim(line));
    if (!text.starts_with("---") || !text.ends_with("--")) return false;
    return text.find("bericht") != std::string::npos || text.find("message") != std::string::npos;
}

bool has_label(std::string_view line, const std::vector<std::string_view>& labels) {
    std::string text = ascii_lower(trim(line));
    text.erase(std::remove(text.begin(), text.end(), '*'), text.end());
    return std::any_of(labels.begin(), labels.end(),
                       [&](std::string_view label) { return text.starts_with(label); });
}

/// The lines with which Outlook begins what it quotes: Van, Verzonden, Aan, Onderwerp.
bool is_header_block(const Lines& lines, std::size_t at) {
    if (!has_label(lines[at], {"van:", "from:", "von:"})) return false;
    int labels = 0;
    for (std::size_t i = 1; i < block_lines_max && at + i < lines.size(); ++i) {
        const bool is_one =
            has_label(lines[at + i], {"verzonden:", "sent:", "datum:", "date:", "gesendet:", "aan:", "to:",
                                      "an:", "onderwerp:", "subject:", "betreff:"});
        labels += is_one ? 1 : 0;
    }
    return labels >= 2;
}

bool is_signature(std::string_view line) { return line == "-- " || line == "--"; }

/// What a telephone puts below by itself.
bool is_boast(std::string_view line) {
    return has_label(line, {"verstuurd vanaf ", "verstuurd vanuit ", "verzonden vanaf ", "verzonden met ",
                            "sent from ", "get outlook for ", "outlook voor ", "download outlook"});
}

/// A line of underscores, with which Outlook draws one above what it quotes.
bool is_rule(std::string_view line) {
    const std::string_view text = trim(line);
    return text.size() >= 10 && text.find_first_not_of('_') == std::string_view::npos;
}

bool holds_marker(std::string_view line, const std::vector<std::string>& markers) {
    return std::any_of(markers.begin(), markers.end(), [&](const std::string& marker) {
        return !marker.empty() && line.find(marker) != std::string_view::npos;
    });
}

bool is_next_quoted(const Lines& lines, std::size_t at) {
    while (at < lines.size() && is_blank(lines[at])) ++at;
    return at < lines.size() && is_quoted(lines[at]);
}

Lines lines_of(std::string_view text) {
    Lines lines;
    const std::string unified = with_lf(text);
    for (const std::string_view line : split(unified, '\n')) {
        lines.emplace_back(is_signature(line) ? line : without_end(line));
    }
    return lines;
}

void drop_end(Lines& kept) {
    while (!kept.empty() && (is_blank(kept.back()) || is_boast(kept.back()) || is_rule(kept.back()))) {
        kept.pop_back();
    }
}

/// Above a marker of ours stands who wrote it and when, in whatever language: one line with a colon.
void drop_unknown_attribution(Lines& kept) {
    drop_end(kept);
    if (kept.empty() || !kept.back().ends_with(':') || !holds_clock(kept.back())) return;
    kept.pop_back();
}

std::string joined(const Lines& lines) {
    std::string text;
    bool was_blank = true;
    for (const std::string& line : lines) {
        if (is_blank(line) && was_blank) continue;
        was_blank = is_blank(line);
        text += line + "\n";
    }
    return std::string(trim(text));
}

}  // namespace

std::string own_words(std::string_view text, const std::vector<std::string>& markers) {
    const Lines lines = lines_of(text);
    Lines kept;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string& line = lines[at];
        if (is_quoted(line)) continue;
        if (holds_marker(line, markers)) {
            drop_unknown_attribution(kept);
            break;
        }
        if (is_divider(line) || is_header_block(lines, at)) break;
        if (is_signature(line)) break;
        if (const std::size_t count = attribution_at(lines, at); count > 0) {
            // Behind a quote with marks one may write on; without them all that follows is the quote.
            if (!is_next_quoted(lines, at + count)) break;
            at += count - 1;
            continue;
        }
        kept.push_back(line);
    }
    drop_end(kept);
    return joined(kept);
}

}  // namespace kring::mail
