// SPDX-License-Identifier: EUPL-1.2
// RFC 4180 as it is met: with other separators, line ends and encodings, and Excel's first line "sep=;".
#include <algorithm>
#include <array>

#include "platform/base/text.hpp"
#include "platform/sheet/decode.hpp"
#include "platform/sheet/reading.hpp"

namespace kring::sheet {

namespace {

constexpr std::array<char, 4> separators = {';', '\t', ',', '|'};

struct Field {
    std::string text;      // no more of it than shows that it passes cell_max
    std::size_t line = 0;  // on which it begins
    bool ends_record = false;
    bool is_open = false;      // a quote that never ends
    bool is_followed = false;  // something stands behind the closing quote
};

class Fields {
public:
    Fields(std::string_view text, char separator, std::size_t line)
        : text_(text), separator_(separator), line_(line) {}

    bool is_done() const { return at_ >= text_.size(); }

    Field next() {
        Field field;
        field.line = line_;
        if (!is_done() && text_[at_] == '"') {
            read_quoted(field);
        } else {
            const std::size_t begin = at_;
            while (!is_done() && !ends_here()) ++at_;
            field.text = text_.substr(begin, std::min(at_ - begin, cell_max + 1));
        }
        leave(field);
        return field;
    }

private:
    bool ends_here() const { return text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r'; }

    void read_quoted(Field& field) {
        bool is_closed = false;
        ++at_;
        while (!is_done() && !is_closed) {
            const bool is_quote = text_[at_] == '"';
            const bool is_doubled = is_quote && at_ + 1 < text_.size() && text_[at_ + 1] == '"';
            is_closed = is_quote && !is_doubled;
            if (text_[at_] == '\n') ++line_;
            if (!is_closed && field.text.size() <= cell_max) field.text += text_[at_];
            at_ += is_doubled ? 2 : 1;
        }
        field.is_open = !is_closed;
        while (!is_done() && text_[at_] == ' ' && separator_ != ' ') ++at_;
        field.is_followed = is_closed && !is_done() && !ends_here();
        while (!is_done() && !ends_here()) ++at_;
    }

    // Past the separator or the line end.
    void leave(Field& field) {
        field.ends_record = is_done() || text_[at_] != separator_;
        if (is_done()) return;
        if (field.ends_record) ++line_;
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        // A separator at the very end has an empty field behind it, which says nothing.
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_;
};

// How well a separator explains the first lines.
struct Fit {
    std::size_t agreeing = 0;  // records with the most frequent number of fields, when that is above one
    std::size_t fields = 0;    // that number
};

Fit fit_of(std::string_view text, char separator) {
    constexpr std::size_t records_looked_at = 50;
    std::vector<std::size_t> counts(1, 0);
    bool is_doubtful = false;  // the separator tears a quoted text
    Fields fields(text, separator, 1);
    while (!fields.is_done() && counts.size() <= records_looked_at) {
        const Field field = fields.next();
        is_doubtful |= field.is_followed;
        ++counts.back();
        if (!field.ends_record) continue;
        if (is_doubtful) counts.back() = 0;
        is_doubtful = false;
        counts.push_back(0);
    }
    Fit fit;
    for (const std::size_t count : counts) {
        const auto same = static_cast<std::size_t>(std::count(counts.begin(), counts.end(), count));
        const bool is_better = same > fit.agreeing || (same == fit.agreeing && count > fit.fields);
        if (count > 1 && is_better) fit = {same, count};
    }
    return fit;
}

char separator_of(std::string_view text) {
    char best = ',';
    Fit best_fit;
    for (const char separator : separators) {
        const Fit fit = fit_of(text.substr(0, 200'000), separator);
        const bool is_better = fit.agreeing > best_fit.agreeing ||
                               (fit.agreeing == best_fit.agreeing && fit.fields > best_fit.fields);
        if (!is_better) continue;
        best = separator;
        best_fit = fit;
    }
    return best;
}

// Excel's own first line; `text` moves past it.
std::optional<char> told_separator(std::string_view& text) {
    const bool is_told = text.size() > 4 && ascii_lower(text.substr(0, 4)) == "sep=";
    if (!is_told) return std::nullopt;
    const char separator = text[4];
    const std::string_view rest = text.substr(5);
    const auto end = rest.find('\n');
    if (std::find(separators.begin(), separators.end(), separator) == separators.end()) return std::nullopt;
    if (!trim(rest.substr(0, end)).empty()) return std::nullopt;
    text = end == std::string_view::npos ? "" : rest.substr(end + 1);
    return separator;
}

void read_records(std::string_view text, char separator, std::size_t line, Growing& growing) {
    Fields fields(text, separator, line);
    std::size_t column = 0;
    growing.begin(line);
    while (!fields.is_done() && !growing.is_refused()) {
        const Field field = fields.next();
        if (column == 0) growing.begin(field.line);
        if (field.is_open) growing.refuse(Fault::quote_open, column, field.text);
        if (field.is_followed) growing.refuse(Fault::quote_followed, column, field.text);
        if (field.text.size() > cell_max) growing.refuse(Fault::cell_too_long, column, field.text);
        if (growing.is_refused()) return;
        growing.put(column++, text_cell(field.text));
        if (!field.ends_record) continue;
        growing.end();
        column = 0;
    }
    growing.end();
}

}  // namespace

Read read_csv(std::string_view bytes, const Wish& wish) {
    const Decoded decoded_text = decoded(bytes);
    if (decoded_text.bad_line > 0) return Refusal{Fault::bad_characters, "", decoded_text.bad_line, "", ""};
    // Old line ends are told apart by there being no other.
    const bool is_old = decoded_text.text.find('\n') == std::string::npos;
    const std::string text = is_old ? with_lf(decoded_text.text) : decoded_text.text;
    std::string_view rest = text;
    const auto told = told_separator(rest);
    ReadTable out;
    out.encoding = decoded_text.encoding;
    out.separator = wish.separator ? *wish.separator : told ? *told : separator_of(rest);
    Growing growing("");
    read_records(rest, out.separator, told ? 2 : 1, growing);
    if (growing.is_refused()) return growing.refusal();
    if (!growing.has_rows()) return Refusal{Fault::no_rows, "", 0, "", ""};
    out.table = std::move(growing.table());
    return out;
}

}  // namespace kring::sheet
