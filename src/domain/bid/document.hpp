// SPDX-License-Identifier: EUPL-1.2
// The account of an award, word for word: facts, texts and tables in one language. What is shown, printed and
// hashed is this; a signed sheet keeps it as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::bid {

struct Section {
    std::string heading;
    std::vector<std::string> texts;
    std::vector<std::string> head;               ///< of the table; empty for none
    std::vector<std::vector<std::string>> rows;  ///< each as long as the head
};

struct Document {
    std::string title;
    std::vector<Section> sections;
};

/// One line for each thing, cells parted by tabs; tabs and line ends inside are spaces.
std::string written(const Document& document);
/// Nothing for a text that `written` did not make.
std::optional<Document> read_document(std::string_view text);

/// A list "sections": heading texts has_table table (component_table); `id`: where table ids begin.
html::List sections_view(const Document& document);

/// One flat table for a spreadsheet: heading, then cells.
sheet::Sheet flat(const Document& document, const std::string& part, const std::string& cell);

}  // namespace kring::bid
