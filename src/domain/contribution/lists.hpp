// SPDX-License-Identifier: EUPL-1.2
// What the list and detail pages of this room share: filters from the address, paging, badges.
#pragma once

#include <optional>
#include <string_view>

#include "domain/contribution/store.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"

namespace kring::contribution {

/// ?netwerk= &bijeenkomst= &stand= &volgorde= &pagina=
Filter read_filter(const desk::Visit& visit);

/// total_text, filters, paging and the empty state, worded by phrases "PREFIX.total", "PREFIX.empty" …
void set_list(const desk::Visit& visit, html::View& view, std::string_view pattern, const Filter& filter,
              std::int64_t total, const std::string& prefix);

html::View badge(std::string label, std::string_view tone);
html::View state_badge(const desk::Visit& visit, const Question& question);

/// The question of this address, when the visitor may read it.
std::optional<Question> readable_question(db::Connection& in, const desk::Visit& visit);

/// The record of this address, when it is of this kind and the visitor may read it.
std::optional<chain::Record> readable_record(db::Connection& in, const desk::Visit& visit, chain::Kind kind);

/// The names of record_head.html.
html::View record_head(const desk::Visit& visit, const chain::Record& record, std::string_view edit_pattern);

Problem problem_not_a_member();

}  // namespace kring::contribution
