// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/table.hpp"

#include <algorithm>
#include <set>

#include "platform/base/text.hpp"

namespace kring::reading {

namespace {

constexpr std::size_t most_columns = 256;

bool ends_line(char byte) { return byte == '\n' || byte == '\r'; }

struct Raw {
    TableRow row;
    std::string_view text;     ///< of the whole row
    bool has_stray = false;    ///< a quote where none can stand
    std::size_t stray_at = 0;  ///< the number of the field, from 1
    bool is_unclosed = false;  ///< ran to the end of the file inside quotes
    bool has_end = false;      ///< an end of line closed it
    std::size_t too_long = 0;  ///< bytes of a field beyond the limit
    std::size_t long_at = 0;   ///< its number, from 1
};

class Reader {
public:
    Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    bool is_done() const { return at_ >= text_.size(); }

    Raw next() {
        Raw raw;
        raw.row.line = line_;
        const std::size_t begin = at_;
        do {
            read_field(raw);
        } while (take(separator_));
        raw.text = text_.substr(begin, at_ - begin);
        end_line(raw);
        return raw;
    }

private:
    bool take(char byte) {
        if (is_done() || text_[at_] != byte) return false;
        ++at_;
        return true;
    }

    void end_line(Raw& raw) {
        if (is_done()) return;
        raw.has_end = true;
        const bool was_return = text_[at_++] == '\r';
        if (was_return) take('\n');
        ++line_;
    }

    void keep(Raw& raw, std::string cell) {
        if (cell.size() > most_field_bytes) {
            raw.too_long = cell.size();
            raw.long_at = raw.row.cells.size() + 1;
            cell.clear();
        }
        if (raw.row.cells.size() <= most_columns) raw.row.cells.push_back(std::move(cell));
    }

    void read_field(Raw& raw) {
        if (take('"')) return read_quoted(raw);
        const std::size_t begin = at_;
        while (!is_done() && text_[at_] != separator_ && !ends_line(text_[at_])) ++at_;
        const std::string_view cell = text_.substr(begin, at_ - begin);
        if (cell.find('"') != std::string_view::npos) note_stray(raw);
        keep(raw, std::string(cell));
    }

    void read_quoted(Raw& raw) {
        std::string cell;
        while (!is_done()) {
            const char byte = text_[at_++];
            if (byte == '"' && !take('"')) return end_quoted(raw, std::move(cell));
            if (byte == '\n') ++line_;
            cell += byte;
        }
        raw.is_unclosed = true;
    }

    void end_quoted(Raw& raw, std::string cell) {
        if (!is_done() && text_[at_] != separator_ && !ends_line(text_[at_])) {
            note_stray(raw);
            while (!is_done() && text_[at_] != separator_ && !ends_line(text_[at_])) ++at_;
        }
        keep(raw, std::move(cell));
    }

    static void note_stray(Raw& raw) {
        if (!raw.has_stray) raw.stray_at = raw.row.cells.size() + 1;
        raw.has_stray = true;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char separator : {',', ';', '\t'}) {
        const auto count = std::count(first.begin(), first.end(), separator);
        if (count > most) best = separator;
        most = std::max<std::ptrdiff_t>(most, count);
    }
    return best;
}

/// Separators of another kind that would give the row its right length; 0 when none does.
char mixed_with(std::string_view text, char separator, std::size_t columns) {
    for (const char other : {',', ';', '\t'}) {
        const auto count = static_cast<std::size_t>(std::count(text.begin(), text.end(), other));
        if (other != separator && count + 1 == columns) return other;
    }
    return '\0';
}

/// What is wrong with the row, noted; false when nothing is.
bool is_faulty(const Raw& raw, const Table& table, Notes& notes) {
    const int line = raw.row.line;
    const auto refuse = [&notes, line](Code code, std::string_view value, std::string_view other = "") {
        notes.add(code, line, "", value, other);
        return true;
    };
    const std::size_t count = raw.row.cells.size();
    if (raw.has_stray) return refuse(Code::stray_quote, shown(raw.stray_at));
    if (raw.too_long != 0) {
        const std::size_t at = raw.long_at - 1;
        notes.add(Code::field_too_long, line, at < table.head.size() ? table.head[at] : "",
                  shown(raw.too_long), shown(most_field_bytes));
        return true;
    }
    if (count != table.head.size()) {
        const char other = mixed_with(raw.text, table.separator, table.head.size());
        if (other != '\0') return refuse(Code::mixed_separator, std::string(1, other));
        const bool is_cut = !raw.has_end && count < table.head.size();
        return refuse(is_cut ? Code::truncated_row : Code::ragged_row, shown(count),
                      shown(table.head.size()));
    }
    if (raw.row.cells == table.head) return refuse(Code::repeated_header, "");
    return false;
}

bool is_blank_row(const Raw& raw) { return trim(raw.text).empty(); }

bool read_head(Reader& reader, Table& table, Notes& notes) {
    Raw raw = reader.next();
    while (is_blank_row(raw) && !reader.is_done()) raw = reader.next();
    if (raw.is_unclosed) {
        notes.add(Code::unclosed_quote, raw.row.line);
        return false;
    }
    const std::size_t count = raw.row.cells.size();
    if (count < 2 || count > most_columns || raw.has_stray || raw.too_long != 0) {
        notes.add(Code::unknown_header, raw.row.line, "", raw.text);
        return false;
    }
    std::set<std::string> seen;
    for (std::string& cell : raw.row.cells) {
        table.head.emplace_back(trim(cell));
        if (!table.head.back().empty() && !seen.insert(table.head.back()).second) {
            notes.add(Code::doubled_column, raw.row.line, table.head.back());
            return false;
        }
    }
    return true;
}

}  // namespace

bool read_table(std::string_view text, Table& table, Notes& notes) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    table.separator = separator_of(text);
    Reader reader(text, table.separator);
    if (!read_head(reader, table, notes)) return false;
    int count = 0;
    while (!reader.is_done()) {
        Raw raw = reader.next();
        if (raw.is_unclosed) {
            notes.add(Code::unclosed_quote, raw.row.line);
            return false;
        }
        if (is_blank_row(raw)) continue;
        if (++count > most_rows) {
            notes.add(Code::too_many_rows, 0, "", shown(static_cast<std::size_t>(most_rows)));
            return false;
        }
        if (is_faulty(raw, table, notes)) {
            ++table.refused;
        } else {
            table.rows.push_back(std::move(raw.row));
        }
    }
    if (count == 0) notes.add(Code::only_header);
    return count != 0;
}

std::optional<std::size_t> column(const Table& table, std::string_view name) {
    const auto found = std::find(table.head.begin(), table.head.end(), name);
    if (found == table.head.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.head.begin());
}

}  // namespace kring::reading
