// SPDX-License-Identifier: EUPL-1.2
// Rows to a fleet. Every row below the headings ends in one of three heaps: counted, not read, set aside.
#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <variant>

#include "engine/inventory/numbers.hpp"
#include "engine/inventory/words.hpp"
#include "platform/base/text.hpp"

namespace kring::inventory {

namespace {

constexpr std::size_t value_shown = 80;
constexpr std::size_t row_shown = 300;
const cells::Cell no_cell;

// A group while it grows.
struct Growth {
    Group group;
    double weight_sum = 0;
    double screen_sum = 0;
    std::int64_t weighed = 0;
    std::int64_t measured = 0;
};

class Reader {
public:
    Reader(const cells::Table& table, const Layout& layout, const Choices& choices)
        : table_(table), layout_(layout), choices_(choices) {
        const bool has_quantity = layout.column(Meaning::quantity).has_value();
        fleet_.counting = has_quantity ? Counting::by_quantity : Counting::one_a_row;
        while (head_width_ < layout.headings.size() && !layout.headings[head_width_].empty()) ++head_width_;
        for (const std::string& heading : layout.headings) {
            if (!heading.empty()) headings_.push_back(folded(heading));
        }
    }

    Fleet read() {
        for (const cells::Row& row : table_.rows) {
            if (row.line > layout_.header_line) read_row(row);
        }
        finish();
        return std::move(fleet_);
    }

private:
    const cells::Cell& cell(const cells::Row& row, Meaning meaning) const {
        const auto column = layout_.column(meaning);
        return column && *column < row.cells.size() ? row.cells[*column] : no_cell;
    }

    const Correction& correction(const cells::Row& row) const {
        static const Correction none;
        const auto found = choices_.lines.find(row.line);
        return found == choices_.lines.end() ? none : found->second;
    }

    Remark remark(const cells::Row& row, Reason reason, Meaning meaning = Meaning::unused) const {
        Remark remark;
        remark.line = row.line;
        remark.reason = reason;
        std::vector<std::string> texts;
        for (const cells::Cell& one : row.cells) texts.push_back(one.text);
        remark.row = shortened(join(texts, " | "), row_shown);
        const auto column = layout_.column(meaning);
        if (meaning == Meaning::unused || !column) return remark;
        remark.column = cells::column_name(*column);
        remark.heading = *column < layout_.headings.size() ? layout_.headings[*column] : "";
        remark.value = shortened(cell(row, meaning).text, value_shown);
        return remark;
    }

    void put_away(Remark remark) {
        ++(standing_of(remark.reason) == Standing::unread ? fleet_.rows_unread : fleet_.rows_aside);
        fleet_.remarks.push_back(std::move(remark));
    }

    void read_row(const cells::Row& row) {
        const Correction& corrected = correction(row);
        if (corrected.is_left_out) return put_away(remark(row, Reason::left_out));
        if (auto found = set_aside(row, corrected)) return put_away(std::move(*found));
        if (auto found = unread(row, corrected)) return put_away(std::move(*found));
        const auto quantity = quantity_of(row, corrected);
        if (const Remark* fault = std::get_if<Remark>(&quantity)) {
            note_unknown(row, corrected, 0);
            return put_away(*fault);
        }
        const auto device = device_of_row(row, corrected);
        if (const Remark* fault = std::get_if<Remark>(&device)) {
            note_unknown(row, corrected, std::get<std::int64_t>(quantity));
            return put_away(*fault);
        }
        if (std::get<std::int64_t>(quantity) == 0)
            return put_away(remark(row, Reason::quantity_zero, Meaning::quantity));
        ++fleet_.rows_counted;
        add(row, std::get<Device>(device), std::get<std::int64_t>(quantity));
    }

    // What is not counted though nothing is wrong with it.
    std::optional<Remark> set_aside(const cells::Row& row, const Correction& corrected) {
        if (repeats_headings(row)) return remark(row, Reason::heading_again);
        if (corrected.is_counted) return std::nullopt;
        const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const cells::Cell& one) {
            return one.kind != cells::Kind::empty;
        });
        if (first != row.cells.end() && says_total(first->text)) return remark(row, Reason::total);
        if (says_gone(cell(row, Meaning::status).text))
            return remark(row, Reason::status_gone, Meaning::status);
        if (fleet_.counting == Counting::by_quantity) return std::nullopt;
        const std::string serial = folded(cell(row, Meaning::serial).text);
        if (serial.size() < 4 || says_nothing(serial)) return std::nullopt;
        const auto [place, is_new] = serials_.emplace(serial, row.line);
        if (is_new) return std::nullopt;
        Remark again = remark(row, Reason::serial_again, Meaning::serial);
        again.other_line = place->second;
        return again;
    }

    bool repeats_headings(const cells::Row& row) const {
        if (layout_.header_line == 0 || headings_.size() < 2) return false;
        std::vector<std::string> texts;
        for (const cells::Cell& one : row.cells) {
            if (one.kind != cells::Kind::empty) texts.push_back(folded(one.text));
        }
        return texts == headings_;
    }

    std::optional<Remark> unread(const cells::Row& row, const Correction& corrected) const {
        for (const Meaning meaning : {Meaning::kind, Meaning::model, Meaning::quantity}) {
            const bool is_told =
                meaning == Meaning::quantity ? corrected.quantity.has_value() : corrected.device.has_value();
            if (!is_told && cell(row, meaning).kind == cells::Kind::fault)
                return remark(row, Reason::cell_fault, meaning);
        }
        // Only a text file can have its cells shifted; beside a sheet people write notes.
        const bool is_corrected = corrected.device && corrected.quantity;
        const bool is_shifted = table_.sheet.empty() && head_width_ > 0 && row.cells.size() > head_width_ &&
                                head_width_ == headings_.size();
        if (is_shifted && !is_corrected) return remark(row, Reason::row_ragged);
        return std::nullopt;
    }

    std::variant<std::int64_t, Remark> quantity_of(const cells::Row& row, const Correction& corrected) const {
        if (corrected.quantity) return *corrected.quantity;
        if (fleet_.counting == Counting::one_a_row) return std::int64_t{1};
        const cells::Cell& told = cell(row, Meaning::quantity);
        if (told.is_merged) return remark(row, Reason::quantity_merged, Meaning::quantity);
        if (told.kind == cells::Kind::empty || says_nothing(told.text)) {
            const bool is_one = !says_nothing(cell(row, Meaning::serial).text);
            if (is_one) return std::int64_t{1};
            return remark(row, Reason::quantity_missing, Meaning::quantity);
        }
        const auto quantity = quantity_in(told);
        if (const Reason* reason = std::get_if<Reason>(&quantity))
            return remark(row, *reason, Meaning::quantity);
        return std::get<std::int64_t>(quantity);
    }

    // The text by which a row's kind is known, and its column.
    std::pair<std::string, Meaning> word_of(const cells::Row& row) const {
        const std::string& kind = cell(row, Meaning::kind).text;
        if (!says_nothing(kind)) return {kind, Meaning::kind};
        return {cell(row, Meaning::model).text, Meaning::model};
    }

    const Named& named(const std::string& text) const {
        const auto found = named_.find(text);
        if (found != named_.end()) return found->second;
        return named_.emplace(text, named_in(text)).first->second;
    }

    std::variant<Device, Remark> device_of_row(const cells::Row& row, const Correction& corrected) const {
        if (corrected.device) return *corrected.device;
        const auto [word, meaning] = word_of(row);
        const auto explained = choices_.words.find(folded(word));
        if (explained != choices_.words.end()) return explained->second;
        if (says_nothing(word)) {
            const bool has_kind = layout_.column(Meaning::kind).has_value();
            return remark(row, Reason::kind_missing, has_kind ? Meaning::kind : Meaning::model);
        }
        const Named& by_word = named(word);
        if (by_word.devices.size() == 1 && !by_word.is_weak) return by_word.devices.front();
        const std::string& model = cell(row, Meaning::model).text;
        const Named& by_model = named(cell(row, Meaning::maker).text + " " + model);
        const bool is_clear = by_model.devices.size() == 1 && !by_model.is_weak;
        const bool may_decide = by_word.devices.size() < 2 && !by_word.is_not_ict;
        if (is_clear && may_decide) return by_model.devices.front();
        if (by_word.devices.size() == 1) return by_word.devices.front();
        if (by_word.is_not_ict) return remark(row, Reason::not_ict, meaning);
        if (by_word.devices.size() > 1) return remark(row, Reason::kind_ambiguous, meaning);
        if (by_model.devices.size() == 1) return by_model.devices.front();
        return remark(row, Reason::kind_unknown, meaning);
    }

    void note_unknown(const cells::Row& row, const Correction& corrected, std::int64_t quantity) {
        const auto device = device_of_row(row, corrected);
        const Remark* fault = std::get_if<Remark>(&device);
        if (!fault || fault->reason == Reason::kind_missing || fault->reason == Reason::not_ict) return;
        const std::string word = word_of(row).first;
        UnknownWord& unknown = unknown_[folded(word)];
        if (unknown.rows == 0) unknown.word = shortened(word, value_shown);
        ++unknown.rows;
        unknown.quantity += quantity;
    }

    void add(const cells::Row& row, Device device, std::int64_t quantity) {
        const std::string& maker = cell(row, Meaning::maker).text;
        const std::string& model = cell(row, Meaning::model).text;
        Growth& growth = groups_[{device, folded(maker), folded(model)}];
        Group& group = growth.group;
        if (group.lines.empty()) {
            group.device = device;
            group.maker = maker;
            group.model = model;
        }
        group.quantity += quantity;
        group.lines.push_back(row.line);
        add_year(row, group);
        if (const auto kg = measured(row, Meaning::weight, weight_in, Reason::weight_unread)) {
            growth.weight_sum += *kg * static_cast<double>(quantity);
            growth.weighed += quantity;
        }
        if (const auto inch = measured(row, Meaning::screen, screen_in, Reason::screen_unread)) {
            growth.screen_sum += *inch * static_cast<double>(quantity);
            growth.measured += quantity;
        }
    }

    void add_year(const cells::Row& row, Group& group) {
        const cells::Cell& told = cell(row, Meaning::year);
        if (says_nothing(told.text)) return;
        const auto year = year_in(told);
        if (!year) {
            fleet_.remarks.push_back(remark(row, Reason::year_unread, Meaning::year));
            return;
        }
        group.year_first = group.year_first ? std::min(*group.year_first, *year) : *year;
        group.year_last = group.year_last ? std::max(*group.year_last, *year) : *year;
    }

    using Measuring = std::optional<double> (*)(const cells::Cell&, std::string_view);
    std::optional<double> measured(const cells::Row& row, Meaning meaning, Measuring measure, Reason reason) {
        const cells::Cell& told = cell(row, meaning);
        if (says_nothing(told.text) || told.text == "0") return std::nullopt;
        const std::size_t column = *layout_.column(meaning);
        const auto value = measure(told, column < layout_.headings.size() ? layout_.headings[column] : "");
        if (!value) fleet_.remarks.push_back(remark(row, reason, meaning));
        return value;
    }

    void finish() {
        for (auto& [key, growth] : groups_) {
            Group& group = growth.group;
            if (growth.weighed > 0) group.weight_kg = growth.weight_sum / static_cast<double>(growth.weighed);
            if (growth.measured > 0)
                group.screen_inch = growth.screen_sum / static_cast<double>(growth.measured);
            fleet_.groups.push_back(std::move(group));
        }
        const auto goes_before = [](const Group& one, const Group& other) {
            return std::tie(one.device, other.quantity, one.lines.front()) <
                   std::tie(other.device, one.quantity, other.lines.front());
        };
        std::sort(fleet_.groups.begin(), fleet_.groups.end(), goes_before);
        for (auto& [key, unknown] : unknown_) {
            unknown.folded = key;
            fleet_.unknown.push_back(unknown);
        }
        std::sort(fleet_.unknown.begin(), fleet_.unknown.end(),
                  [](const UnknownWord& one, const UnknownWord& other) {
                      return std::tie(other.rows, one.folded) < std::tie(one.rows, other.folded);
                  });
    }

    const cells::Table& table_;
    const Layout& layout_;
    const Choices& choices_;
    Fleet fleet_;
    std::vector<std::string> headings_;  // folded, those that are not empty
    std::size_t head_width_ = 0;         // headings without a gap
    std::map<std::tuple<Device, std::string, std::string>, Growth> groups_;
    std::map<std::string, UnknownWord> unknown_;
    std::map<std::string, std::size_t> serials_;
    mutable std::map<std::string, Named> named_;
};

bool has_twice(const std::vector<Meaning>& columns) {
    std::set<Meaning> seen;
    for (const Meaning meaning : columns) {
        if (meaning != Meaning::unused && !seen.insert(meaning).second) return true;
    }
    return false;
}

}  // namespace

std::vector<Obstacle> obstacles(const cells::Table& table, const Layout& layout, const Choices& choices) {
    std::vector<Obstacle> found;
    const bool has_rows = !table.rows.empty() && table.rows.back().line > layout.header_line;
    const bool has_kind = layout.column(Meaning::kind) || layout.column(Meaning::model);
    if (!has_rows) found.push_back(Obstacle::no_rows);
    if (!has_kind) found.push_back(layout.header_line == 0 ? Obstacle::no_headings : Obstacle::no_kind);
    if (has_twice(layout.columns)) found.push_back(Obstacle::column_twice);
    for (const auto& [line, correction] : choices.lines) {
        const std::int64_t quantity = correction.quantity.value_or(0);
        if (quantity >= 0 && quantity <= quantity_max) continue;
        found.push_back(Obstacle::bad_quantity);
        break;
    }
    return found;
}

Fleet read(const cells::Table& table, const Layout& layout, const Choices& choices) {
    if (!obstacles(table, layout, choices).empty())
        throw std::logic_error("an inventory that cannot be read");
    return Reader(table, layout, choices).read();
}

}  // namespace kring::inventory
