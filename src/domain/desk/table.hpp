// SPDX-License-Identifier: EUPL-1.2
// A table for component_table, cell by cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.hpp"

namespace kring::desk {

class Table {
public:
    /// `id`: unique on the page. Texts are already worded.
    Table(std::string id, std::string caption) : id_(std::move(id)), caption_(std::move(caption)) {}

    Table& column(std::string label, bool is_number = false);
    Table& row();
    /// The first cell of a row heads it. `href` may be empty.
    Table& cell(std::string text, std::string href = "");

    bool is_empty() const { return rows_.empty(); }
    html::View view() const;

private:
    std::string id_;
    std::string caption_;
    std::vector<bool> is_number_;
    html::List head_;
    std::vector<html::List> rows_;
};

}  // namespace kring::desk
