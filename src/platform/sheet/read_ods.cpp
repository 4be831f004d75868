// SPDX-License-Identifier: EUPL-1.2
// ODF 1.3 part 3: 9.1 (tables, rows, cells, repetition), 19.385 (value types), 6.1 (white space).
#include <set>

#include "platform/base/text.hpp"
#include "platform/sheet/parts.hpp"
#include "platform/sheet/reading.hpp"

namespace kring::sheet {

namespace {

constexpr std::string_view office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr std::string_view table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr std::string_view text_space = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
constexpr std::string_view calculated =
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
constexpr std::size_t areas_max = 100'000;

bool is(const upload::Name& name, std::string_view space, std::string_view local) {
    return name.local == local && name.space == space;
}

class Sealed : public Looking {
public:
    void tag(const upload::Tag& tag) override { is_encrypted |= tag.name.local == "encryption-data"; }
    bool is_encrypted = false;
};

class Content : public Looking {
public:
    explicit Content(const Wish& wish) : wish_(wish) {}

    void tag(const upload::Tag& tag) override {
        ++depth_;
        if (is(tag.name, office, "spreadsheet")) book_depth_ = depth_;
        look_at_style(tag);
        if (is(tag.name, table, "table") && book_depth_ > 0 && depth_ == book_depth_ + 1) begin_sheet(tag);
        if (!growing_ || is_done_) return;
        if (cell_depth_ > 0) return inside_cell(tag);
        if (is(tag.name, table, "table-row")) begin_row(tag);
        if (is(tag.name, table, "table-cell") || is(tag.name, table, "covered-table-cell")) begin_cell(tag);
    }

    void text(const upload::Name&, std::string_view text) override {
        if (cell_depth_ > 0 && paragraph_depth_ > 0 && note_depth_ == 0) growing_->take(column_, text_, text);
    }

    void ended(const upload::Name& name) override {
        if (depth_ == note_depth_) note_depth_ = 0;
        if (depth_ == paragraph_depth_) paragraph_depth_ = 0;
        if (depth_ == cell_depth_) end_cell();
        if (cell_depth_ == 0 && growing_ && !is_done_ && is(name, table, "table-row")) end_row();
        if (book_depth_ > 0 && depth_ == book_depth_ + 1 && is(name, table, "table")) end_sheet();
        if (depth_ == book_depth_) book_depth_ = 0;
        --depth_;
    }

    bool has_enough() const override { return has_too_many_ || (growing_ && growing_->is_refused()); }

    std::vector<SheetName> sheets;
    std::optional<Growing>& growing() { return growing_; }
    bool has_too_many() const { return has_too_many_; }
    bool is_found() const { return is_found_; }
    bool is_spreadsheet() const { return is_spreadsheet_; }
    std::size_t hidden_rows() const { return hidden_rows_; }
    const std::vector<Area>& areas() const { return areas_; }

private:
    void look_at_style(const upload::Tag& tag) {
        is_spreadsheet_ |= is(tag.name, office, "spreadsheet");
        if (is(tag.name, style, "style")) style_name_ = attribute_of(tag, "name", style);
        if (is(tag.name, style, "table-properties") && attribute_of(tag, "display", table) == "false")
            hidden_styles_.insert(style_name_);
    }

    void begin_sheet(const upload::Tag& tag) {
        has_too_many_ = sheets.size() == sheets_max;
        if (has_too_many_) return;
        SheetName sheet{std::string(attribute_of(tag, "name", table)), false};
        sheet.is_hidden = hidden_styles_.contains(std::string(attribute_of(tag, "style-name", table)));
        const bool is_wanted = wish_.sheet.empty() ? !sheet.is_hidden : sheet.name == wish_.sheet;
        sheets.push_back(sheet);
        if (is_done_ || !is_wanted) return;
        is_found_ = true;
        growing_.emplace(sheet.name);
        areas_.clear();
        line_ = 1;
        hidden_rows_ = 0;
    }

    void end_sheet() {
        if (growing_ && (growing_->has_rows() || growing_->is_refused())) is_done_ = true;
        if (!is_done_) growing_.reset();
    }

    void begin_row(const upload::Tag& tag) {
        growing_->begin(line_);
        column_ = 0;
        row_times_ = count_of(attribute_of(tag, "number-rows-repeated", table), 1);
        const std::string_view seen = attribute_of(tag, "visibility", table);
        is_row_hidden_ = seen == "collapse" || seen == "filter";
    }

    void end_row() {
        const std::size_t before = growing_->table().rows.size();
        growing_->end(row_times_);
        if (is_row_hidden_) hidden_rows_ += growing_->table().rows.size() - before;
        line_ += row_times_;
    }

    void begin_cell(const upload::Tag& tag) {
        cell_depth_ = depth_;
        times_ = count_of(attribute_of(tag, "number-columns-repeated", table), 1);
        type_ = attribute_of(tag, "value-type", office);
        told_.clear();
        growing_->take(column_, told_, told_value(tag));
        is_fault_ = attribute_of(tag, "value-type", calculated) == "error";
        formula_ = attribute_of(tag, "formula", table);
        text_.clear();
        has_paragraph_ = false;
        const std::size_t down = count_of(attribute_of(tag, "number-rows-spanned", table), 1);
        if (down > 1 && areas_.size() < areas_max) areas_.push_back({line_, line_ + down - 1, column_});
    }

    std::string told_value(const upload::Tag& tag) const {
        if (type_ == "date") return std::string(attribute_of(tag, "date-value", office));
        if (type_ == "boolean") return std::string(attribute_of(tag, "boolean-value", office));
        if (type_ == "string") return std::string(attribute_of(tag, "string-value", office));
        return std::string(attribute_of(tag, "value", office));
    }

    void inside_cell(const upload::Tag& tag) {
        const bool is_beside = is(tag.name, office, "annotation") || is(tag.name, table, "table") ||
                               tag.name.space.ends_with(":drawing:1.0");
        if (note_depth_ == 0 && is_beside) note_depth_ = depth_;
        if (note_depth_ > 0) return;
        if (is(tag.name, text_space, "p") && paragraph_depth_ == 0) {
            if (has_paragraph_) growing_->take(column_, text_, "\n");
            has_paragraph_ = true;
            paragraph_depth_ = depth_;
        }
        const bool is_space = is(tag.name, text_space, "s") || is(tag.name, text_space, "tab");
        const std::size_t wide = count_of(attribute_of(tag, "c", text_space), 1);
        if (is_space) growing_->take(column_, text_, std::string(wide < 100 ? wide : 100, ' '));
        if (is(tag.name, text_space, "line-break")) growing_->take(column_, text_, "\n");
    }

    void end_cell() {
        cell_depth_ = 0;
        paragraph_depth_ = 0;
        if (growing_->is_refused()) return;
        const auto cell = cell_now();
        if (!cell) growing_->refuse(Fault::bad_cell, column_, told_);
        const std::size_t first = column_;
        column_ += times_;
        if (!cell || cell->kind == cells::Kind::empty) return;
        for (std::size_t at = first; at < column_ && !growing_->is_refused(); ++at) growing_->put(at, *cell);
    }

    std::optional<cells::Cell> cell_now() const {
        if (is_fault_ || (!formula_.empty() && type_.empty() && text_.empty())) {
            cells::Cell cell = text_cell(text_.empty() ? shortened(formula_, 80) : shortened(text_, 80));
            cell.kind = cells::Kind::fault;
            return cell;
        }
        if (type_.empty() || type_ == "void" || type_ == "time") return text_cell(text_);
        if (type_ == "string") return text_cell(told_.empty() ? text_ : told_);
        if (type_ == "boolean" && (told_ == "true" || told_ == "false")) return truth_cell(told_ == "true");
        if (type_ == "date") return day_now();
        const bool is_number = type_ == "float" || type_ == "percentage" || type_ == "currency";
        const auto number = number_of(told_);
        if (!is_number || !number) return std::nullopt;
        return number_cell(*number);
    }

    std::optional<cells::Cell> day_now() const {
        const auto day = day_of(told_);
        if (!day) return std::nullopt;
        cells::Cell cell;
        cell.kind = cells::Kind::day;
        cell.text = *day;
        return cell;
    }

    const Wish& wish_;
    std::optional<Growing> growing_;
    std::vector<Area> areas_;
    std::set<std::string> hidden_styles_;
    std::string style_name_;
    bool has_too_many_ = false;
    bool is_found_ = false;
    bool is_done_ = false;  // a sheet with rows was read; the others are only named
    bool is_spreadsheet_ = false;
    std::size_t depth_ = 0;
    std::size_t book_depth_ = 0;
    std::size_t cell_depth_ = 0;
    std::size_t paragraph_depth_ = 0;
    std::size_t note_depth_ = 0;  // of a comment or a picture in the cell, whose text is not its value
    std::size_t line_ = 1;
    std::size_t column_ = 0;
    std::size_t row_times_ = 1;
    std::size_t times_ = 1;
    std::size_t hidden_rows_ = 0;
    bool is_row_hidden_ = false;
    std::string type_;
    std::string told_;
    std::string formula_;
    std::string text_;
    bool is_fault_ = false;
    bool has_paragraph_ = false;
};

Refusal refused(Fault fault) { return Refusal{fault, "", 0, "", ""}; }

}  // namespace

Read read_ods(std::string_view zip, const std::vector<upload::Entry>& entries, const Wish& wish) {
    Sealed sealed;
    if (has_part(entries, "META-INF/manifest.xml")) {
        const auto fault = read_part(zip, entries, "META-INF/manifest.xml", sealed);
        if (fault) return refused(*fault);
    }
    if (sealed.is_encrypted) return refused(Fault::encrypted);
    Content content(wish);
    if (const auto fault = read_part(zip, entries, "content.xml", content)) return refused(*fault);
    if (content.has_too_many()) return refused(Fault::bomb);
    if (!content.is_spreadsheet()) return refused(Fault::other_document);
    auto& growing = content.growing();
    if (growing && growing->is_refused()) return growing->refusal();
    if (!growing) {
        Refusal refusal =
            refused(content.is_found() || wish.sheet.empty() ? Fault::no_rows : Fault::no_such_sheet);
        if (refusal.fault == Fault::no_such_sheet) refusal.value = shortened(wish.sheet, 80);
        return refusal;
    }
    ReadTable out;
    out.format = Format::ods;
    out.sheets = std::move(content.sheets);
    out.table = std::move(growing->table());
    out.hidden_rows = content.hidden_rows();
    out.merged_cells = fill_merged(out.table, content.areas());
    return out;
}

}  // namespace kring::sheet
