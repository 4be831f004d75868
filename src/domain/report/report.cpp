// SPDX-License-Identifier: EUPL-1.2
#include "domain/report/report.hpp"

#include <array>

#include "domain/desk/form.hpp"

namespace kring::report {

namespace {

constexpr std::array<std::string_view, 11> part_words = {"agenda",  "speakers", "present",    "statements",
                                                         "pitches", "answered", "later",      "unanswered",
                                                         "tables",  "lessons",  "commitments"};

}  // namespace

std::string_view word(PartKind kind) { return part_words[static_cast<std::size_t>(kind)]; }

std::optional<PartKind> part_of(std::string_view text) {
    for (const PartKind kind : part_kinds) {
        if (word(kind) == text) return kind;
    }
    return std::nullopt;
}

Problems problems_of(const Draft& draft) {
    Problems problems;
    desk::allow_text(draft.introduction, "introduction", introduction_length_max, problems);
    for (const Part& part : draft.parts)
        desk::allow_text(part.remark, "remark_" + std::string(word(part.kind)), remark_length_max, problems);
    return problems;
}

bool may_be_for(chain::Audience audience) {
    using chain::Audience;
    return audience == Audience::workshop || audience == Audience::network || audience == Audience::everyone;
}

std::string text_of(const Part& part) {
    std::string text = std::string(word(part.kind)) + "\n";
    if (part.amount) text += std::to_string(*part.amount) + "\n";
    for (const Item& item : part.items) text += item.text + " | " + item.detail + "\n";
    return text + "\n" + part.remark;
}

}  // namespace kring::report
