// SPDX-License-Identifier: EUPL-1.2
// The report of a workshop: in draft from the records themselves as soon as the workshop has been, shown to
// each reader as far as they may read; then fixed, as a record with its own audience, word for word. A
// correction is a new number. The rules that hold whoever asks stand here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "platform/base/result.hpp"

namespace kring::report {

/// The parts, in the order of the report.
enum class PartKind {
    agenda,
    speakers,
    present,
    statements,
    pitches,
    answered,
    later,
    unanswered,
    tables,
    lessons,
    commitments
};
inline constexpr PartKind part_kinds[] = {PartKind::agenda,     PartKind::speakers,   PartKind::present,
                                          PartKind::statements, PartKind::pitches,    PartKind::answered,
                                          PartKind::later,      PartKind::unanswered, PartKind::tables,
                                          PartKind::lessons,    PartKind::commitments};
std::string_view word(PartKind kind);
std::optional<PartKind> part_of(std::string_view word);

/// One line of a part.
struct Item {
    std::string text;
    std::string detail;    ///< such as who spoke, or a result in words; may be ""
    std::string language;  ///< of the text
    std::string record;    ///< id of the record it tells of, or of the guest speaker; "" for neither
};

struct Part {
    PartKind kind = PartKind::agenda;
    std::optional<std::int64_t> amount;  ///< of a part that counts, instead of naming
    std::vector<Item> items;
    std::string remark;  ///< of the facilitators, Markdown
    bool is_left_out = false;

    bool empty() const { return !amount && items.empty() && remark.empty(); }
};

/// What facilitators add to the draft.
struct Draft {
    std::string workshop;
    std::int64_t revision = 0;  ///< 0: nobody changed it yet
    std::string introduction;   ///< Markdown
    std::vector<Part> parts;    ///< kind, remark and is_left_out alone
};

/// As fixed.
struct Report {
    chain::Record record;
    std::string workshop;
    std::int64_t number = 1;
    Time fixed_at;
    std::string introduction;
    std::vector<Part> parts;
};

inline constexpr std::size_t introduction_length_max = 20'000;
inline constexpr std::size_t remark_length_max = 4'000;

/// Everything wrong with what facilitators typed; a remark's field is remark_PART.
Problems problems_of(const Draft& draft);

/// The audiences a report may be fixed for.
bool may_be_for(chain::Audience audience);

/// Lines and remark of a part as one text, to be agreed to.
std::string text_of(const Part& part);

}  // namespace kring::report
