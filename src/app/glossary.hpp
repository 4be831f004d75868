// SPDX-License-Identifier: EUPL-1.2
// The words of the practice: one term, one noun. The page /woordenlijst shows them, docs/glossary.md
// adds the noun in code. Word and meaning are phrases: about.term.KEY.word and about.term.KEY.meaning.
#pragma once

#include <string_view>
#include <vector>

namespace kring::app {

struct Term {
    std::string_view key;
    std::string_view noun;  ///< in code and SQL; "" when nothing there has this name
};

/// In the order in which one needs them: the network, what people bring, the result, procurement.
const std::vector<Term>& glossary();

}  // namespace kring::app
