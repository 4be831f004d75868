// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "platform/base/text.hpp"
#include "platform/mail/incoming.hpp"

namespace kring::mail {
namespace {

constexpr std::size_t name_length_max = 20;

struct Named {
    std::string_view name;
    std::string_view text;
};
// Those that Dutch and English mail holds; others stay as they were written.
constexpr std::array entities = {
    Named{"amp", "&"},    Named{"lt", "<"},     Named{"gt", ">"},     Named{"quot", "\""},
    Named{"apos", "'"},   Named{"nbsp", " "},   Named{"euro", "€"},   Named{"hellip", "…"},
    Named{"ndash", "–"},  Named{"mdash", "—"},  Named{"lsquo", "‘"},  Named{"rsquo", "’"},
    Named{"ldquo", "“"},  Named{"rdquo", "”"},  Named{"bull", "•"},   Named{"middot", "·"},
    Named{"aacute", "á"}, Named{"eacute", "é"}, Named{"iacute", "í"}, Named{"oacute", "ó"},
    Named{"uacute", "ú"}, Named{"agrave", "à"}, Named{"egrave", "è"}, Named{"auml", "ä"},
    Named{"euml", "ë"},   Named{"iuml", "ï"},   Named{"ouml", "ö"},   Named{"uuml", "ü"},
    Named{"acirc", "â"},  Named{"ecirc", "ê"},  Named{"icirc", "î"},  Named{"ocirc", "ô"},
    Named{"ccedil", "ç"}, Named{"Eacute", "É"}, Named{"Euml", "Ë"},   Named{"szlig", "ß"},
};

constexpr std::array<std::string_view, 5> silent = {"head", "script", "style", "title", "template"};
constexpr std::array<std::string_view, 14> breaking = {
    "br", "div", "tr", "li", "hr", "ul", "ol", "dl", "table", "section", "article", "header", "footer", "dd"};
constexpr std::array<std::string_view, 9> parting = {"p",  "h1", "h2",  "h3",        "h4",
                                                     "h5", "h6", "pre", "blockquote"};

template <std::size_t N>
bool is_among(std::string_view name, const std::array<std::string_view, N>& all) {
    return std::find(all.begin(), all.end(), name) != all.end();
}

std::string utf8_of(std::int64_t code) {
    const auto low = [](std::int64_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
    const bool is_none = code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xD800 && code < 0xE000);
    if (is_none || code > 0x10FFFF) return " ";
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0 | (code >> 6)), low(code)};
    if (code < 0x10000) return {static_cast<char>(0xE0 | (code >> 12)), low(code >> 6), low(code)};
    return {static_cast<char>(0xF0 | (code >> 18)), low(code >> 12), low(code >> 6), low(code)};
}

std::int64_t code_of(std::string_view digits) {
    const bool is_hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
    if (is_hex) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 7) return -1;
    std::int64_t code = 0;
    for (const char c : ascii_lower(digits)) {
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && (!is_hex || c < 'a' || c > 'f')) return -1;
        code = code * (is_hex ? 16 : 10) + (is_digit ? c - '0' : c - 'a' + 10);
    }
    return code;
}

class Teller {
public:
    explicit Teller(std::string_view html) : rest_(html) {}

    std::string tell() {
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == '<')
                take_markup();
            else if (c == '&')
                take_entity();
            else
                take(1);
        }
        return std::move(out_);
    }

private:
    void take(std::size_t bytes) {
        put(rest_.substr(0, bytes));
        rest_.remove_prefix(bytes);
    }

    // White space is one space, but in <pre>, and no line begins with it.
    void put(std::string_view text) {
        if (silent_ > 0) return;
        const bool is_space = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (is_space && preformatted_ > 0 && text.find('\n') != std::string_view::npos) return end_line(1);
        if (is_space) {
            is_space_due_ = is_space_due_ || !is_line_new_;
            return;
        }
        if (is_line_new_) begin_line();
        if (is_space_due_) out_ += ' ';
        is_space_due_ = false;
        out_ += text;
    }

    void begin_line() {
        out_.append(out_.empty() ? 0 : lines_due_, '\n');
        lines_due_ = 0;
        is_line_new_ = false;
        if (quotes_ > 0) out_ += "> ";
    }

    void end_line(std::size_t lines) {
        lines_due_ = std::max(lines_due_, lines);
        is_line_new_ = true;
        is_space_due_ = false;
    }

    void take_entity() {
        const std::size_t end = rest_.substr(0, name_length_max).find(';');
        if (end == std::string_view::npos) return take(1);
        const std::string_view name = rest_.substr(1, end - 1);
        std::string text;
        if (name.starts_with('#') && code_of(name.substr(1)) >= 0) text = utf8_of(code_of(name.substr(1)));
        for (const Named& one : entities) {
            if (one.name == name) text = one.text;
        }
        if (text.empty()) return take(1);
        put(text);
        rest_.remove_prefix(end + 1);
    }

    void take_markup() {
        if (rest_.starts_with("<!--")) return skip_past("-->");
        const char next = rest_.size() > 1 ? rest_[1] : ' ';
        const bool is_letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
        if (next == '!' || next == '?') return skip_past(">");
        if (!is_letter && next != '/') return take(1);
        take_tag();
    }

    void skip_past(std::string_view end) {
        const std::size_t at = rest_.find(end);
        rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
    }

    void take_tag() {
        const bool is_end = rest_.starts_with("</");
        rest_.remove_prefix(is_end ? 2 : 1);
        std::size_t length = 0;
        while (length < rest_.size() &&
               std::string_view(" \t\r\n/>").find(rest_[length]) == std::string_view::npos)
            ++length;
        const std::string name = ascii_lower(rest_.substr(0, std::min(length, name_length_max)));
        rest_.remove_prefix(length);
        skip_attributes();
        heed(name, is_end);
    }

    // A ">" within quotes does not end the tag.
    void skip_attributes() {
        char quote = 0;
        while (!rest_.empty()) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (quote == 0 && c == '>') return;
            if (quote == 0 && (c == '"' || c == '\''))
                quote = c;
            else if (c == quote)
                quote = 0;
        }
    }

    void heed(std::string_view name, bool is_end) {
        if (is_among(name, silent)) return deepen(silent_, is_end);
        if (is_among(name, parting)) end_line(2);
        if (is_among(name, breaking)) end_line(lines_due_ > 0 && name == "br" ? 2 : 1);
        if (name == "blockquote") deepen(quotes_, is_end);
        if (name == "pre") deepen(preformatted_, is_end);
        if (name == "li" && !is_end) put("- ");
        if (name == "td" || name == "th") put(" ");
    }

    static void deepen(int& depth, bool is_end) { depth = std::max(0, depth + (is_end ? -1 : 1)); }

    std::string_view rest_;
    std::string out_;
    int silent_ = 0;
    int quotes_ = 0;
    int preformatted_ = 0;
    std::size_t lines_due_ = 0;
    bool is_line_new_ = true;
    bool is_space_due_ = false;
};

}  // namespace

std::string html_words(std::string_view html) { return Teller(html).tell(); }

}  // namespace kring::mail
