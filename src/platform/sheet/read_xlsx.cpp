// SPDX-License-Identifier: EUPL-1.2
// ECMA-376 part 1, 18.3: rows and cells of a sheet. A formula counts by the value that was stored with it.
#include <chrono>
#include <cmath>
#include <set>

#include "platform/base/text.hpp"
#include "platform/base/time.hpp"
#include "platform/sheet/reading.hpp"
#include "platform/sheet/workbook.hpp"

namespace kring::sheet {

namespace {

constexpr std::size_t lines_max = 1'048'576;  // of the format
constexpr std::size_t areas_max = 100'000;

struct Place {
    std::size_t line = 0;  // 0: the text is no place
    std::size_t column = 0;
};

// "B12"
Place place_of(std::string_view text) {
    std::size_t column = 0;
    std::size_t at = 0;
    while (at < text.size() && at < 3 && text[at] >= 'A' && text[at] <= 'Z') {
        column = column * 26 + static_cast<std::size_t>(text[at++] - 'A' + 1);
    }
    const std::size_t line = count_of(text.substr(at), 0);
    if (column == 0 || line == 0 || line > lines_max) return {};
    return {line, column - 1};
}

// A day number; both systems have 1900 as a leap year or begin behind it (18.17.4.1).
cells::Cell day_cell(double number, bool begins_in_1904) {
    constexpr double most = 2'958'465;  // 31 December 9999
    if (!(number >= 0 && number <= most)) return number_cell(number);
    using std::chrono::days;
    const auto whole = static_cast<int>(std::floor(number));
    const std::chrono::sys_days epoch = begins_in_1904
                                            ? std::chrono::sys_days(std::chrono::January / 1 / 1904)
                                            : std::chrono::sys_days(std::chrono::December / 30 / 1899);
    const int shift = !begins_in_1904 && whole < 60 ? 1 : 0;
    const std::chrono::year_month_day day(epoch + days(whole + shift));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    cells::Cell cell;
    cell.kind = cells::Kind::day;
    cell.text = text;
    return cell;
}

cells::Cell fault_cell(std::string_view text) {
    cells::Cell cell = text_cell(shortened(text, 80));
    cell.kind = cells::Kind::fault;
    return cell;
}

class Cells : public Looking {
public:
    Cells(const Workbook& book, std::string name) : book_(book), growing_(std::move(name)) {}

    void tag(const upload::Tag& tag) override {
        if (is_spreadsheet_name(tag.name, "row")) begin_row(tag);
        if (is_spreadsheet_name(tag.name, "c")) begin_cell(tag);
        if (is_spreadsheet_name(tag.name, "rPh")) ++sounds_;
        if (is_spreadsheet_name(tag.name, "mergeCell")) merge(attribute_of(tag, "ref"));
    }

    void text(const upload::Name& inside, std::string_view text) override {
        if (!is_in_cell_ || sounds_ > 0) return;
        if (is_spreadsheet_name(inside, "v")) growing_.take(column_, value_, text);
        if (is_spreadsheet_name(inside, "t")) growing_.take(column_, own_text_, text);
        if (is_spreadsheet_name(inside, "f")) growing_.take(column_, formula_, text);
    }

    void ended(const upload::Name& name) override {
        if (is_spreadsheet_name(name, "rPh")) --sounds_;
        if (is_spreadsheet_name(name, "c") && is_in_cell_) end_cell();
        if (is_spreadsheet_name(name, "row")) growing_.end();
    }

    bool has_enough() const override { return growing_.is_refused(); }

    Growing& growing() { return growing_; }
    const std::vector<Area>& areas() const { return areas_; }
    std::size_t hidden_rows = 0;

private:
    void begin_row(const upload::Tag& tag) {
        const std::size_t line = count_of(attribute_of(tag, "r"), line_ + 1);
        growing_.begin(line);
        if (line <= line_ || line > lines_max) growing_.refuse(Fault::damaged);
        line_ = line;
        next_column_ = 0;
        const std::string_view hidden = attribute_of(tag, "hidden");
        hidden_rows += hidden == "1" || hidden == "true" ? 1 : 0;
    }

    void begin_cell(const upload::Tag& tag) {
        const std::string_view told = attribute_of(tag, "r");
        column_ = told.empty() ? next_column_ : place_of(told).column;
        if (!told.empty() && place_of(told).line != line_) growing_.refuse(Fault::damaged);
        if (column_ < next_column_) growing_.refuse(Fault::damaged, column_);
        next_column_ = column_ + 1;
        type_ = attribute_of(tag, "t");
        style_ = count_of(attribute_of(tag, "s"), 0);
        value_.clear();
        own_text_.clear();
        formula_.clear();
        is_in_cell_ = true;
    }

    void end_cell() {
        is_in_cell_ = false;
        if (growing_.is_refused()) return;
        if (value_.empty() && own_text_.empty() && !formula_.empty())
            return growing_.put(column_, fault_cell("=" + formula_));
        if (type_ == "inlineStr") return growing_.put(column_, text_cell(own_text_));
        if (trim(value_).empty()) return;
        const auto cell = cell_of(trim(value_));
        if (!cell) return growing_.refuse(Fault::bad_cell, column_, value_);
        growing_.put(column_, *cell);
    }

    std::optional<cells::Cell> cell_of(std::string_view value) const {
        if (type_ == "s") return shared(value);
        if (type_ == "str") return text_cell(value);
        if (type_ == "b")
            return value == "1" || value == "0" ? std::optional(truth_cell(value == "1")) : std::nullopt;
        if (type_ == "e") return fault_cell(value);
        if (type_ == "d") return told_day(value);
        if (!type_.empty() && type_ != "n") return std::nullopt;
        const auto number = number_of(value);
        if (!number) return std::nullopt;
        const bool is_day = style_ < book_.is_day.size() && book_.is_day[style_];
        return is_day ? day_cell(*number, book_.begins_in_1904) : number_cell(*number);
    }

    std::optional<cells::Cell> shared(std::string_view value) const {
        const std::size_t index = value == "0" ? 0 : count_of(value, book_.strings.size());
        if (index >= book_.strings.size()) return std::nullopt;
        cells::Cell cell;
        cell.text = book_.strings[index];
        if (!cell.text.empty()) cell.kind = cells::Kind::text;
        return cell;
    }

    static std::optional<cells::Cell> told_day(std::string_view value) {
        const auto day = day_of(value);
        if (!day) return std::nullopt;
        cells::Cell cell;
        cell.kind = cells::Kind::day;
        cell.text = *day;
        return cell;
    }

    void merge(std::string_view area) {
        const auto colon = area.find(':');
        if (colon == std::string_view::npos || areas_.size() >= areas_max) return;
        const Place first = place_of(area.substr(0, colon));
        const Place last = place_of(area.substr(colon + 1));
        if (first.line > 0 && last.line > first.line) areas_.push_back({first.line, last.line, first.column});
    }

    const Workbook& book_;
    Growing growing_;
    std::vector<Area> areas_;
    std::size_t line_ = 0;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    std::size_t style_ = 0;
    std::string type_;
    std::string value_;
    std::string own_text_;
    std::string formula_;
    bool is_in_cell_ = false;
    int sounds_ = 0;
};

Refusal refused(Fault fault, const std::string& sheet = "") { return Refusal{fault, sheet, 0, "", ""}; }

}  // namespace

Read read_xlsx(std::string_view zip, const std::vector<upload::Entry>& entries, const Wish& wish) {
    const auto book_or = read_workbook(zip, entries);
    if (const Fault* fault = std::get_if<Fault>(&book_or)) {
        Refusal refusal = refused(*fault);
        if (*fault == Fault::too_much_text) refusal.line = 1;
        return refusal;
    }
    const auto& book = std::get<Workbook>(book_or);
    ReadTable out;
    out.format = Format::xlsx;
    for (const Workbook::Sheet& sheet : book.sheets) out.sheets.push_back({sheet.name, sheet.is_hidden});
    bool is_found = wish.sheet.empty();
    std::set<std::string> seen;  // a thousand sheets may name one empty part
    for (const Workbook::Sheet& sheet : book.sheets) {
        const bool is_wanted = wish.sheet.empty() ? !sheet.is_hidden : sheet.name == wish.sheet;
        if (!is_wanted || sheet.part.empty()) continue;
        is_found = true;
        if (!seen.insert(sheet.part).second) continue;
        Cells cells(book, sheet.name);
        const auto fault = read_part(zip, entries, sheet.part, cells);
        if (fault) return refused(*fault, sheet.name);
        if (cells.growing().is_refused()) return cells.growing().refusal();
        if (!cells.growing().has_rows()) continue;
        out.table = std::move(cells.growing().table());
        out.hidden_rows = cells.hidden_rows;
        out.merged_cells = fill_merged(out.table, cells.areas());
        return out;
    }
    Refusal refusal = refused(is_found ? Fault::no_rows : Fault::no_such_sheet);
    if (!is_found) refusal.value = shortened(wish.sheet, 80);
    return refusal;
}

}  // namespace kring::sheet
