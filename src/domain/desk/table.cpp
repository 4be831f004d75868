// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/table.hpp"

namespace kring::desk {

Table& Table::column(std::string label, bool is_number) {
    html::View head;
    head.set("label", std::move(label)).set("is_number", is_number);
    head_.push_back(std::move(head));
    is_number_.push_back(is_number);
    return *this;
}

Table& Table::row() {
    rows_.emplace_back();
    return *this;
}

Table& Table::cell(std::string text, std::string href) {
    html::List& cells = rows_.back();
    html::View cell;
    cell.set("text", std::move(text))
        .set("href", std::move(href))
        .set("is_head", cells.empty())
        .set("is_number", static_cast<bool>(is_number_.at(cells.size())));
    cells.push_back(std::move(cell));
    return *this;
}

html::View Table::view() const {
    html::List rows;
    for (const html::List& cells : rows_) {
        html::View row;
        row.set("cells", cells);
        rows.push_back(std::move(row));
    }
    html::View view;
    view.set("table_id", id_).set("caption", caption_).set("head", head_).set("rows", std::move(rows));
    return view;
}

}  // namespace kring::desk
