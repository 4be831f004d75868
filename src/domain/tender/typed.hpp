// SPDX-License-Identifier: EUPL-1.2
// From what was typed in the steps of a draft to the draft, and back to fill the forms: each step reads and
// writes the same fields, so that what was typed wrongly stands there again word for word.
#pragma once

#include <string>
#include <string_view>

#include "domain/tender/tender.hpp"
#include "platform/html/phrases.hpp"
#include "platform/web/request.hpp"

namespace kring::tender {

struct Typed {
    web::Fields fields;
    html::Language language = html::Language::nl;

    std::string at(std::string_view name) const;  ///< trimmed, line ends as LF; "" when absent
    void set(std::string name, std::string value) { fields.emplace_back(std::move(name), std::move(value)); }
};

/// Words that must be there, at most so many: `phrase` says so when they are not.
void need_words(std::string_view value, std::string_view field, std::size_t most, std::string_view phrase,
                Problems& problems);

/// How many criteria or bids the form showed: its field "rows", 0 to 12.
std::size_t rows_of(const Typed& typed);
/// "c3_weight"
std::string row_field(char row_kind, std::size_t number, std::string_view name);

/// Each reads its step into the draft and hands back everything that is wrong, at its field; the draft is
/// whole only when nothing is. The audience is read by the act, which knows who asks.
Problems read_about(const Typed& typed, Tender& tender);
Problems read_criteria(const Typed& typed, Tender& tender);
Problems read_scoring(const Typed& typed, Tender& tender);
Problems read_market(const Typed& typed, Tender& tender);
Problems read_expected(const Typed& typed, Tender& tender);

/// What those fields hold for a draft as it stands; `rows` at least so many.
Typed about_of(const Tender& tender, html::Language language);
Typed criteria_of(const Tender& tender, html::Language language, std::size_t rows);
Typed scoring_of(const Tender& tender, html::Language language);
Typed market_of(const Tender& tender, html::Language language);
Typed expected_of(const Tender& tender, html::Language language, std::size_t rows);

}  // namespace kring::tender
