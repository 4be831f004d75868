// SPDX-License-Identifier: EUPL-1.2
// Drafts: what somebody was typing in a form, kept on the server for that person alone.
// An anonymous question is never kept as a draft (R19).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "platform/web/request.hpp"

namespace kring::desk {

struct Draft {
    std::string id;
    std::string form;   ///< "question", "case" …
    std::string about;  ///< the record it is about (an answer's question, an edited case), or ""
    std::string title;
    web::Fields fields;
    Time updated_at;
};

inline constexpr std::size_t drafts_per_person_max = 100;

/// Keeps the form's fields (without csrf), in place of an earlier draft of the same form and subject.
Result<Done> keep_draft(const Act& act, std::string_view form, std::string_view about, std::string_view title,
                        const web::Fields& fields);
std::optional<Draft> find_draft(db::Connection& in, const Actor& who, std::string_view form,
                                std::string_view about);
std::vector<Draft> drafts_of(db::Connection& in, const Actor& who);
void drop_draft(const Act& act, std::string_view form, std::string_view about);
Result<Done> drop_draft_by_id(const Act& act, std::string_view id);

}  // namespace kring::desk
