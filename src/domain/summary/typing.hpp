// SPDX-License-Identifier: EUPL-1.2
// The forms in which editors write: fields in the summary's languages, the revision they were based
// on, and, when another editor was first, what stands there now beside what was typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/summary/page_functions.hpp"

namespace kring::summary {

/// A text in two languages: the fields `stem`_nl and `stem`_en.
struct Field {
    std::string stem;
    std::string label;  ///< phrase "summary.field.LABEL_nl" and "…_en"
    Bilingual typed;
    Bilingual now;  ///< as kept; for a clash
    bool is_area = false;
    std::string hint;  ///< phrase key, or ""
};

struct Typing {
    std::string title;
    std::string action;
    std::string submit;     ///< phrase key
    std::string languages;  ///< which fields are shown
    std::vector<Field> fields;
    bool chooses_languages = false;
    std::string typed_languages;
};

/// What was typed in `stem`_nl and `stem`_en; a field that was not shown keeps what it held.
Bilingual typed_pair(const desk::Visit& visit, std::string_view stem, const Bilingual& kept);

/// The page with the form; with problems, or what another editor made of it in the meantime.
web::Response show_typing(const desk::Visit& visit, const desk::Frame& frame, const Typing& typing,
                          std::int64_t revision, const Problems& problems);

}  // namespace kring::summary
