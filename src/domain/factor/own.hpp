// SPDX-License-Identifier: EUPL-1.2
// A figure of one's own: typed in by an administrator, with where it comes from. It stands in the set of own
// figures that has its licence, and comes before imported and built-in figures about the same thing.
#pragma once

#include "domain/factor/row.hpp"

namespace kring::factor {

inline constexpr std::size_t own_text_max = 300;
inline constexpr std::size_t own_note_max = 2'000;

/// What was typed. Numbers with a decimal comma or point.
struct OwnDraft {
    std::string name;
    std::string quantity;
    std::string device_class;  ///< for a quantity of a device
    std::string area;          ///< for an intensity: "NLD"
    std::string value;
    std::string low;  ///< may be empty, as may `high`
    std::string high;
    std::string unit;  ///< for `other`
    std::string year;
    std::string source;
    std::string url;
    std::string licence = "own";
    std::string certainty = "medium";
    std::string note;
};

/// Everything wrong with what was typed, at its field.
Problems problems_of(const OwnDraft& draft);

/// The row that a draft without problems makes. `entered_by`: id of a person, "" for the command line.
Row row_of(const OwnDraft& draft, std::string_view entered_by);
/// What would have to be typed for this row of a set with that licence.
OwnDraft draft_of(const Row& row, Licence licence);

/// A figure read from a file of own figures.
OwnDraft draft_of(const catalogue::OwnFigure& read);

/// "own", "own-odbl", "own-cc-by-sa": the set of own figures with a licence.
Set own_set(Licence licence);

/// A number as somebody types it: digits with at most one comma or point; nothing else.
std::optional<double> typed_number(std::string_view text);

}  // namespace kring::factor
