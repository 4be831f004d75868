// SPDX-License-Identifier: EUPL-1.2
// What is odd in a file with factors: a code with its place and values, never a sentence. The sentences are
// the phrases of who shows them; docs/factor-data.md explains every code in English.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kring::reading {

inline constexpr std::size_t most_bytes = 32U << 20U;  ///< of a file
inline constexpr int most_rows = 100'000;
inline constexpr std::size_t most_field_bytes = 16'384;
inline constexpr std::size_t most_oddities = 20'000;

/// Every kind of oddity. In the comments: `value` is the text found, `other` what it was compared with or
/// what was made of it; both are "" where the comment names none.
enum class Code {
    // The whole file is refused.
    empty_file,         ///< no bytes, or only blanks
    too_large,          ///< value: bytes; other: most that are read
    binary_file,        ///< value: kind (zip, gzip, pdf, ole, image, unknown)
    utf16_file,         ///< two bytes a character
    nul_byte,           ///< line: of the first
    not_utf8,           ///< line: of the first byte that is no UTF-8, as in Latin-1
    control_character,  ///< line: of the first; value: its number
    html_instead,       ///< a web page, often one that says that nothing was found
    json_instead,       ///< JSON where a table was expected
    unknown_header,     ///< value: the first line, shortened
    missing_column,     ///< column: the name that is missing
    doubled_column,     ///< column: the name that stands twice
    only_header,        ///< a header and no row
    too_many_rows,      ///< value: most that are read
    unclosed_quote,     ///< line: where the quoted field begins
    not_data_literal,   ///< a module that is no plain data; line; value: what stands there
    too_deep,           ///< line: objects within objects beyond the limit
    no_data,            ///< a module without `data`
    // The row is refused.
    ragged_row,       ///< value: number of fields; other: number of columns
    mixed_separator,  ///< as ragged_row, but the other separator would give the right number; value: it
    truncated_row,    ///< the last row, without end of line and with too few fields
    stray_quote,      ///< column's number in value: a quote inside a field that is not quoted
    field_too_long,   ///< column; value: bytes; other: most
    repeated_header,  ///< the header once more
    missing_value,    ///< column: a cell that a row cannot do without
    unknown_class,    ///< value: a class that own figures cannot have
    unknown_figure,   ///< value: a figure that is not known
    wrong_unit,       ///< value: the unit found; other: the unit of that figure
    range_reversed,   ///< value: low; other: high
    outside_range,    ///< column; value: the value; other: "low..high"
    repeated_code,    ///< value: an area code (with year) that stood before; other: its line
    // The cell is refused: its value is unknown, the row stays.
    not_a_number,         ///< column, value
    thousands_separator,  ///< column, value: 1,234.5 or 1.234,5 could be read in two ways
    wrong_decimal_mark,   ///< column, value: a comma in a file with points, or the reverse
    not_finite,           ///< column, value: NaN, Infinity
    negative,             ///< column, value
    not_possible,         ///< column, value: above what such a figure can be; other: most
    share_above_one,      ///< column, value: a share of a whole; likely a typing error
    must_be_positive,     ///< column, value: zero where zero cannot be
    unreadable_date,      ///< column, value
    unreadable_text,      ///< column, value: an address or code that is not of its form
    weekly_tec,           ///< value: kWh that are a week's, as of printers; not used as a year's
    zero_is_unknown,      ///< column, value: 0 means "not given" here (screen, error ratio, CAF)
    // The value was put right; it is used.
    byte_order_mark,      ///< of UTF-8, skipped
    text_repaired,        ///< column; value: as found; other: as kept (decimal commas in names)
    text_in_doubt,        ///< column, value: a comma between digits that may belong there; kept
    blank_repaired,       ///< column; value: as found; other: as kept (no-break spaces, blanks at the ends)
    location_unified,     ///< column, value, other: one name for one region
    subcategory_unified,  ///< value, other: one spelling for one kind of device
    class_unknown,        ///< value: a subcategory that has no class of ours; the row is kept as `other`
    // Only noted: everything is used as it stands, with a warning.
    embodied_unknown,        ///< gwp_total or gwp_use_ratio is unknown, so what is embodied is too
    error_ratio_above_one,   ///< value
    shares_do_not_add_up,    ///< value: the sum of the shares given; other: "0.97..1.03"
    implied_factor_outside,  ///< value: kg/kWh that follow from total, use share, TEC and life; "0.1..0.9"
    extreme_total,           ///< value: kg, above 50 000
    repeated_product,        ///< value: maker and name; other: the line where they stood before
    shared_sheet,            ///< other: the line that was read from the same sheet
    field_of_other_meaning,  ///< column, value: pages a minute, sizes of disks; kept as text elsewhere
    unusual_character,       ///< column; value: a character beyond ASCII (curly quote, registered sign); kept
    year_unknown,            ///< factors without a year: the file does not tell it
    unknown_column,          ///< column: not known, not read
    too_many_oddities,       ///< value: how many are told; those after it are not, refusals still hold
};

/// What an oddity does, worst first.
enum class Severity { file_refused, row_refused, cell_refused, repaired, noted };

Severity severity(Code code);

/// The code's own name, "share_above_one": the end of a phrase's key, and what the command line prints.
std::string_view name(Code code);

/// Every code, in the order above.
const std::vector<Code>& all_codes();

struct Oddity {
    Code code = Code::empty_file;
    int line = 0;        ///< of the file, from 1; 0 when it is about the whole file
    std::string column;  ///< as the header names it; "" when about no column
    std::string value;   ///< at most 200 characters of what was found
    std::string other;
};

using Oddities = std::vector<Oddity>;

/// True when an oddity refuses the whole file.
bool is_refused(const Oddities& oddities);

}  // namespace kring::reading
