// SPDX-License-Identifier: EUPL-1.2
// What people hand in by mistake: each kind of bad file has a code and a place of its own, and what can be
// read beside it is read.
#include <gtest/gtest.h>

#include "tests/engine/catalogue/tables.hpp"

namespace kring::catalogue {
namespace {

using namespace std::string_literals;
using Told = std::vector<std::string>;

struct Expectation {
    std::string bytes;
    Told told;
    int line;  ///< of the first oddity
    std::size_t rows;
};

void expect(const Expectation& wanted) {
    const PcfFile read = read_boavizta(wanted.bytes);
    EXPECT_EQ(codes(read.oddities), wanted.told) << wanted.bytes.substr(0, 80);
    if (!read.oddities.empty()) EXPECT_EQ(read.oddities.front().line, wanted.line);
    EXPECT_EQ(read.rows.size(), wanted.rows);
}

/// The cell alone is refused; the row stays.
void expect_cell(const CellsOf& cells, const Told& told) { expect({file({cells}), told, 2, 1}); }

const std::string good = file({{}});

TEST(BadFile, that_is_empty) {
    for (const char* bytes : {"", "\n\n", "  \r\n\t", "\xEF\xBB\xBF"}) {
        const PcfFile read = read_boavizta(bytes);
        EXPECT_EQ(codes(read.oddities).back(), "empty_file");
        EXPECT_TRUE(is_refused(read.oddities));
    }
}

TEST(BadFile, that_holds_only_a_header) { expect({header(',') + "\n", {"only_header"}, 0, 0}); }

TEST(BadFile, that_is_too_large) {
    std::string bytes = good;
    bytes.resize(most_bytes + 1, 'x');
    expect({bytes, {"too_large"}, 0, 0});
}

TEST(BadFile, that_is_a_spreadsheet_or_another_binary_file) {
    const std::vector<std::pair<std::string, std::string>> kinds = {{"PK\x03\x04"s + good, "zip"},
                                                                    {"\x1F\x8B\x08\0"s, "gzip"},
                                                                    {"%PDF-1.7\n", "pdf"},
                                                                    {"\xD0\xCF\x11\xE0\xA1\xB1"s, "ole"},
                                                                    {"\x89PNG\r\n"s, "image"},
                                                                    {"\xFF\xD8\xFF\xE0"s, "image"},
                                                                    {"\x7F"
                                                                     "ELF"s,
                                                                     "unknown"}};
    for (const auto& [bytes, kind] : kinds) {
        const PcfFile read = read_boavizta(bytes);
        EXPECT_EQ(codes(read.oddities), Told{"binary_file"});
        EXPECT_EQ(read.oddities.at(0).value, kind);
    }
}

TEST(BadFile, that_is_utf_16_with_a_mark_or_without) {
    std::string wide;
    for (const char byte : good) wide += {byte, '\0'};
    expect({wide, {"utf16_file"}, 0, 0});
    expect({"\xFF\xFE" + wide, {"utf16_file"}, 0, 0});
    std::string big = "\xFE\xFF"s;
    for (const char byte : good) big += {'\0', byte};
    expect({big, {"utf16_file"}, 0, 0});
}

TEST(BadFile, that_is_latin_1) {
    expect({good + row({{"name", "Alcantara\xAE"}}) + "\n", {"not_utf8"}, 3, 0});
}

TEST(BadFile, that_holds_a_nul_byte_or_another_control) {
    expect({good + "a\0b"s, {"nul_byte"}, 3, 0});
    expect({good + "a\x1B[2J", {"control_character"}, 3, 0});
}

TEST(BadFile, with_a_byte_order_mark_is_read_and_told) {
    expect({"\xEF\xBB\xBF" + good, {"byte_order_mark"}, 0, 1});
}

TEST(BadFile, that_is_a_web_page_or_json) {
    expect({"<!DOCTYPE html><html><body>404: Not Found</body></html>", {"html_instead"}, 0, 0});
    expect({"\n  <html>", {"html_instead"}, 0, 0});
    expect({"[{\"manufacturer\": \"x\"}]", {"json_instead"}, 0, 0});
}

TEST(BadFile, that_is_another_table) {
    expect({"name,amount\nx,1\n", {"unknown_header"}, 1, 0});
    expect({"404: Not Found", {"unknown_header"}, 1, 0});
}

TEST(BadFile, without_a_column) {
    std::string bytes = good;
    bytes.replace(bytes.find("gwp_total"), 9, "gwp_sum__");
    expect({bytes, {"missing_column:gwp_total", "unknown_column:gwp_sum__"}, 1, 0});
}

TEST(BadFile, with_a_column_twice) {
    std::string bytes = good;
    bytes.replace(bytes.find("comment"), 7, "weight");
    expect({bytes, {"doubled_column:weight"}, 1, 0});
}

TEST(BadFile, with_a_column_more_is_read) {
    const std::string bytes = header(',') + ",colour\n" + row({}) + ",red\n";
    expect({bytes, {"unknown_column:colour"}, 1, 1});
}

TEST(BadFile, with_the_header_once_more) {
    expect({good + header(',') + "\n" + row({{"name", "B"}, {"sources", "s"}}) + "\n",
            {"repeated_header"},
            3,
            2});
}

TEST(BadFile, with_a_row_too_long_or_short) {
    const PcfFile read = read_boavizta(good + row({}) + ",x\n" + "a,b\n");
    EXPECT_EQ(codes(read.oddities), (Told{"ragged_row", "ragged_row"}));
    EXPECT_EQ(read.oddities.at(0).line, 3);
    EXPECT_EQ(read.oddities.at(0).value, "33");
    EXPECT_EQ(read.oddities.at(0).other, "32");
    EXPECT_EQ(read.rows_refused, 2);
    EXPECT_EQ(read.rows.size(), 1U);
}

TEST(BadFile, that_was_cut_off) {
    const std::string bytes = good + row({});
    expect({bytes.substr(0, bytes.size() - 40), {"truncated_row"}, 3, 1});
}

TEST(BadFile, with_two_separators) {
    const PcfFile read = read_boavizta(good + row({}, ';') + "\n");
    EXPECT_EQ(codes(read.oddities), Told{"mixed_separator"});
    EXPECT_EQ(read.oddities.at(0).value, ";");
}

TEST(BadFile, with_a_quote_never_closed) {
    expect({good + row({{"name", "\"Book"}}) + "\n" + row({}) + "\n", {"unclosed_quote"}, 3, 0});
}

TEST(BadFile, with_a_quote_in_the_middle_of_a_field) {
    expect({file({{{"name", "Screen 24\" wide"}}}), {"stray_quote"}, 2, 0});
    expect({file({{{"name", "\"Screen\" wide"}}}), {"stray_quote"}, 2, 0});
}

TEST(BadFile, no_quoted_fields_are_none_of_them) {
    const PcfFile read = read_boavizta(file({{{"name", "\"Screen 24\"\", black\nand wide\""}}}));
    EXPECT_EQ(codes(read.oddities), Told{"blank_repaired:name"});
    EXPECT_EQ(read.rows.at(0).product, "Screen 24\", black and wide");
}

TEST(BadFile, with_a_huge_field) {
    const PcfFile read = read_boavizta(file({{{"comment", std::string(most_field_bytes + 1, 'x')}}, {}}));
    EXPECT_EQ(codes(read.oddities), Told{"field_too_long:comment"});
    EXPECT_EQ(read.oddities.at(0).value, "16385");
    EXPECT_EQ(read.rows.size(), 1U);
}

TEST(BadFile, with_too_many_rows) {
    std::string bytes = header(',') + "\n";
    for (int count = 0; count <= most_rows; ++count) bytes += "a\n";
    const PcfFile read = read_boavizta(bytes);
    EXPECT_EQ(only(read.oddities, Code::too_many_rows).value, "100000");
    EXPECT_EQ(only(read.oddities, Code::too_many_oddities).value, "20000");
    EXPECT_LE(read.oddities.size(), most_oddities + 2);
    EXPECT_TRUE(read.rows.empty());
}

TEST(BadFile, with_rows_that_lack_what_a_row_must_have) {
    expect({file({{{"manufacturer", ""}}}), {"missing_value:manufacturer"}, 2, 0});
    expect({file({{{"name", " "}}}), {"blank_repaired:name", "missing_value:name"}, 2, 0});
    expect({file({{{"subcategory", ""}}}), {"missing_value:subcategory"}, 2, 0});
}

TEST(BadFile, with_other_ends_of_line_is_read) {
    for (const std::string end : {"\n", "\r\n", "\r"})
        expect({header(',') + end + row({}) + end + end, {}, 0, 1});
    expect({header(',') + "\n" + row({}), {}, 0, 1});
}

TEST(BadNumber, is_unknown_and_told_by_its_kind) {
    expect_cell({{"weight", "about 2"}}, {"not_a_number:weight"});
    expect_cell({{"weight", "2 kg"}}, {"not_a_number:weight"});
    expect_cell({{"weight", "0x10"}}, {"not_a_number:weight"});
    expect_cell({{"weight", "1e"}}, {"not_a_number:weight"});
    expect_cell({{"weight", std::string(60, '1')}}, {"not_a_number:weight"});
    expect_cell({{"weight", "\"1,234.5\""}}, {"thousands_separator:weight"});
    expect_cell({{"weight", "\"1,234\""}}, {"thousands_separator:weight"});
    expect_cell({{"weight", "1.234.567"}}, {"thousands_separator:weight"});
    expect_cell({{"weight", "\"1,5\""}}, {"wrong_decimal_mark:weight"});
    for (const char* word : {"NaN", "Infinity", "-inf", "1e999"})
        expect_cell({{"weight", word}}, {"not_finite:weight"});
    expect_cell({{"weight", "-1"}}, {"negative:weight"});
    expect_cell({{"weight", "0"}}, {"must_be_positive:weight"});
    expect_cell({{"gwp_total", "1e9"}}, {"not_possible:gwp_total", "embodied_unknown"});
    expect_cell({{"lifetime", "1000000000"}}, {"not_possible:lifetime"});
    expect_cell({{"gwp_transport_ratio", "1.2"}}, {"share_above_one:gwp_transport_ratio"});
    expect_cell({{"number_cpu", "1.5"}}, {"not_a_number:number_cpu"});
    expect_cell({{"sources_hash", "xyz"}}, {"unreadable_text:sources_hash"});
}

TEST(BadNumber, of_the_other_language_is_not_guessed_at) {
    const PcfFile read =
        read_boavizta(french_file({{{"weight", "1.5"}}, {{"weight", "1.234,5"}, {"name", "B"}}}));
    EXPECT_EQ(codes(read.oddities),
              (Told{"wrong_decimal_mark:weight", "thousands_separator:weight", "shared_sheet:sources"}));
    EXPECT_FALSE(read.rows.at(0).weight_kg || read.rows.at(1).weight_kg);
}

TEST(Number, is_read_in_every_plain_form) {
    const auto weight = [](const char* text) {
        return read_boavizta(file({{{"weight", text}}})).rows.at(0).weight_kg;
    };
    EXPECT_EQ(weight("1.5"), 1.5);
    EXPECT_EQ(weight(" 1.5 "), 1.5);
    EXPECT_EQ(weight("+1.5"), 1.5);
    EXPECT_EQ(weight(".5"), 0.5);
    EXPECT_EQ(weight("15e-1"), 1.5);
    EXPECT_EQ(weight("0.9229999999999999"), 0.9229999999999999);
}

TEST(Oddity, has_a_name_and_a_weight_for_every_code) {
    EXPECT_EQ(all_codes().size(), static_cast<std::size_t>(Code::too_many_oddities) + 1);
    EXPECT_EQ(name(Code::share_above_one), "share_above_one");
    EXPECT_EQ(severity(Code::nul_byte), Severity::file_refused);
    EXPECT_EQ(severity(Code::ragged_row), Severity::row_refused);
    EXPECT_EQ(severity(Code::negative), Severity::cell_refused);
    EXPECT_EQ(severity(Code::text_repaired), Severity::repaired);
    EXPECT_EQ(severity(Code::extreme_total), Severity::noted);
}

TEST(Oddity, shows_no_more_than_the_beginning_of_a_long_text) {
    const Oddity odd = only(read_boavizta(std::string(5000, 'x') + "\n1\n").oddities, Code::unknown_header);
    EXPECT_EQ(odd.value, std::string(200, 'x') + "…");
}

// ---------------------------------------------------------------- figures of one's own

const std::string own_header = "class,figure,unit,value,low,high,source,year,licence\n";

TEST(OwnFigures, are_read_with_their_range_and_source) {
    const OwnFigures read = read_own_figures(own_header +
                                             "laptop,embodied,kg CO2e,210,180,260,Supplier X sheet,2024,own\n"
                                             "monitor,price,EUR,149.5,,,Framework agreement,2025,\n");
    EXPECT_EQ(codes(read.oddities), Told{});
    ASSERT_EQ(read.rows.size(), 2U);
    const OwnFigure& one = read.rows[0];
    EXPECT_EQ(one.device, DeviceClass::laptop);
    EXPECT_EQ(one.figure, Figure::embodied);
    EXPECT_EQ(one.value, 210);
    EXPECT_EQ(one.low, 180.0);
    EXPECT_EQ(one.high, 260.0);
    EXPECT_EQ(one.source, "Supplier X sheet");
    EXPECT_EQ(one.year, 2024);
    EXPECT_FALSE(read.rows[1].low);
}

TEST(OwnFigures, are_read_with_semicolons_and_decimal_commas_and_columns_in_any_order) {
    const OwnFigures read =
        read_own_figures("year;source;value;unit;figure;class\r\n2024;meting;18,5;kWh/yr;tec;laptop\r\n");
    EXPECT_EQ(codes(read.oddities), Told{});
    EXPECT_EQ(read.rows.at(0).value, 18.5);
}

TEST(OwnFigures, are_refused_row_by_row_with_the_reason) {
    const std::vector<std::pair<std::string, Told>> rows = {
        {"toaster,embodied,kg CO2e,1,,,s,2024,", {"unknown_class:class"}},
        {"laptop,colour,kg CO2e,1,,,s,2024,", {"unknown_figure:figure"}},
        {"laptop,embodied,g,1,,,s,2024,", {"wrong_unit:unit"}},
        {"laptop,embodied,kg CO2e,,,,s,2024,", {"missing_value:value"}},
        {"laptop,embodied,kg CO2e,much,,,s,2024,", {"not_a_number:value"}},
        {"laptop,embodied,kg CO2e,-1,,,s,2024,", {"negative:value"}},
        {"laptop,life,yr,0,,,s,2024,", {"must_be_positive:value"}},
        {"laptop,life,yr,51,,,s,2024,", {"not_possible:value"}},
        {"laptop,embodied,kg CO2e,5,9,3,s,2024,", {"range_reversed:low"}},
        {"laptop,embodied,kg CO2e,5,6,9,s,2024,", {"outside_range:value"}},
        {"laptop,embodied,kg CO2e,5,x,9,s,2024,", {"not_a_number:low"}},
        {"laptop,embodied,kg CO2e,5,,,,2024,", {"missing_value:source"}},
        {"laptop,embodied,kg CO2e,5,,,s,,", {"missing_value:year"}},
        {"laptop,embodied,kg CO2e,5,,,s,soon,", {"unreadable_date:year"}}};
    for (const auto& [text, told] : rows) {
        const OwnFigures read = read_own_figures(own_header + text + "\nlaptop,mass,kg,1.5,,,s,2024,\n");
        EXPECT_EQ(codes(read.oddities), told) << text;
        EXPECT_EQ(read.rows.size(), 1U) << text;
        EXPECT_EQ(read.rows_refused, 1) << text;
        EXPECT_EQ(read.oddities.at(0).line, 2);
    }
    EXPECT_EQ(codes(read_own_figures("class,figure\na,b\n").oddities),
              (Told{"missing_column:unit", "missing_column:value", "missing_column:source",
                    "missing_column:year"}));
}

}  // namespace
}  // namespace kring::catalogue
