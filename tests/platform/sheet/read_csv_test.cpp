// SPDX-License-Identifier: EUPL-1.2
#include "platform/sheet/sheet.hpp"
#include "tests/platform/sheet/read_tables.hpp"

namespace kring::sheet {
namespace {

TEST(ReadCsv, separators_are_found_out_and_said) {
    const Grid expected = {{"Soort", "Merk", "Aantal"}, {"Laptop", "Dell, Inc", "10"}, {"Scherm", "HP", "4"}};
    for (const char separator : {';', '\t', '|'}) {
        std::string text = "Soort;Merk;Aantal\nLaptop;Dell, Inc;10\nScherm;HP;4\n";
        std::replace(text.begin(), text.end(), ';', separator);
        const ReadTable read = table_of(text);
        EXPECT_EQ(read.separator, separator);
        EXPECT_EQ(texts_of(read.table), expected);
        EXPECT_EQ(lines_of(read.table), (std::vector<std::size_t>{1, 2, 3}));
    }
    EXPECT_EQ(texts_of(table_of("Soort,Merk,Aantal\nLaptop,\"Dell, Inc\",10\nScherm,HP,4").table), expected);
}

TEST(ReadCsv, a_decimal_comma_is_no_separator) {
    const ReadTable read = table_of("Soort;kg\nLaptop;1,4\nScherm;5,2\nTablet;0,5\n");
    EXPECT_EQ(read.separator, ';');
    EXPECT_EQ(texts_of(read.table),
              (Grid{{"Soort", "kg"}, {"Laptop", "1,4"}, {"Scherm", "5,2"}, {"Tablet", "0,5"}}));
}

TEST(ReadCsv, quotes_hold_separators_line_ends_and_quotes) {
    const ReadTable read = table_of("a,b\r\n\"x, y\",\"two\r\nlines\"\r\n\"14\"\" wide\",14\" plain\r\n");
    EXPECT_EQ(texts_of(read.table),
              (Grid{{"a", "b"}, {"x, y", "two\r\nlines"}, {"14\" wide", "14\" plain"}}));
    EXPECT_EQ(lines_of(read.table), (std::vector<std::size_t>{1, 2, 4})) << "lines of the file, not records";
}

TEST(ReadCsv, the_encoding_is_found_out_and_said) {
    const Grid expected = {{"Soort", "Zo\u00ebven"}, {"Ger\u00e4t", "\u20ac 5"}};
    const std::string utf8 = "Soort;Zo\u00ebven\nGer\u00e4t;\u20ac 5\n";
    const ReadTable plain = table_of(utf8);
    EXPECT_EQ(plain.encoding, Encoding::utf8);
    EXPECT_EQ(texts_of(plain.table), expected);
    EXPECT_EQ(texts_of(table_of("\xEF\xBB\xBF" + utf8).table), expected);
    const ReadTable windows = table_of("Soort;Zo\xEBven\nGer\xE4t;\x80 5\n");
    EXPECT_EQ(windows.encoding, Encoding::windows_1252);
    EXPECT_EQ(texts_of(windows.table), expected);
    for (const char* codec : {"utf-16", "utf-16-le", "utf-16-be"}) {
        const ReadTable wide = table_of(
            made_by_python("open('out','wb').write('Soort;Zo\\u00ebven\\nGer\\u00e4t;\\u20ac 5\\n'.encode('" +
                           std::string(codec) + "'))"));
        EXPECT_EQ(wide.encoding, Encoding::utf16) << codec;
        EXPECT_EQ(texts_of(wide.table), expected) << codec;
    }
}

TEST(ReadCsv, Excels_own_first_line_is_obeyed_and_no_row) {
    const ReadTable read = table_of("sep=|\r\nSoort|Aantal;x\r\nLaptop|3;4\r\n");
    EXPECT_EQ(texts_of(read.table), (Grid{{"Soort", "Aantal;x"}, {"Laptop", "3;4"}}));
    EXPECT_EQ(lines_of(read.table), (std::vector<std::size_t>{2, 3}));
}

TEST(ReadCsv, empty_lines_and_cells_are_left_out_and_lines_keep_their_numbers) {
    const ReadTable read = table_of("a;b;c\n\n;;\nx;;\n;;z\n");
    EXPECT_EQ(texts_of(read.table), (Grid{{"a", "b", "c"}, {"x"}, {"", "", "z"}}));
    EXPECT_EQ(lines_of(read.table), (std::vector<std::size_t>{1, 4, 5}));
}

TEST(ReadCsv, old_line_ends_and_a_last_line_without_one) {
    EXPECT_EQ(texts_of(table_of("a;b\rc;d").table), (Grid{{"a", "b"}, {"c", "d"}}));
}

TEST(ReadCsv, reads_back_what_the_writer_of_this_room_and_Python_write) {
    const Sheet sheet{"Blad", {"Naam", "Aantal"}, {{std::string("a \"b\", c\nd"), std::int64_t{3}}}};
    EXPECT_EQ(texts_of(table_of(csv(sheet)).table), (Grid{{"Naam", "Aantal"}, {"a \"b\", c\nd", "3"}}));
    const std::string bytes = made_by_python(
        "import csv, random\nrandom.seed(5)\n"
        "with open('out', 'w', newline='') as f:\n"
        "    w = csv.writer(f, delimiter=';')\n"
        "    for i in range(500):\n"
        "        w.writerow([f'r{i}', ''.join(random.choice('ab\";,\\n ') for _ in range(8)) + 'x', "
        "'end'])\n");
    const std::string expected = made_by_python(
        "import random\nrandom.seed(5)\n"
        "with open('out', 'w', newline='') as f:\n"
        "    for i in range(500):\n"
        "        f.write((''.join(random.choice('ab\";,\\n ') for _ in range(8)) + 'x').strip() + '\\0')\n");
    std::string joined;
    const ReadTable read = table_of(bytes);
    for (const auto& row : texts_of(read.table)) joined += row.at(1) + '\0';
    EXPECT_EQ(read.table.rows.size(), 500u);
    EXPECT_EQ(joined, expected);
}

TEST(ReadCsv, what_could_be_read_in_two_ways_is_refused_with_its_place) {
    EXPECT_EQ(refusal_of("a;b\nx;\"y\nz;w\n"), "quote_open 2 B");
    EXPECT_EQ(refusal_of("a;b\nx;\"y\" z;w\n"), "quote_followed 2 B");
    EXPECT_EQ(refusal_of("a;b\nc;d\nx\x01;y\n"), "bad_characters 3");
    EXPECT_EQ(refusal_of("\u00e9\u00e9;b\nx;y\xEB\n"), "bad_characters 2") << "UTF-8 but for one byte";
    EXPECT_EQ(refusal_of("a;b\nx\x81;y\n"), "bad_characters 2") << "no character of Windows-1252";
    EXPECT_EQ(refusal_of(std::string("\xFF\xFE"
                                     "a\0;\0\n\0\0\xD8",
                                     10)),
              "bad_characters 2")
        << "half a pair";
}

TEST(ReadCsv, limits_are_named_with_their_line) {
    EXPECT_EQ(refusal_of(""), "empty_file");
    EXPECT_EQ(refusal_of(" \r\n\t\n"), "empty_file");
    EXPECT_EQ(refusal_of(";;;\n;;;\n"), "no_rows");
    std::string rows;
    for (std::size_t i = 0; i < rows_max; ++i) rows += "x;y\n";
    EXPECT_EQ(refusal_of(rows), "read");
    EXPECT_EQ(refusal_of(rows + "x;y\n"), "too_many_rows 20001");
    EXPECT_EQ(refusal_of("a;b\n" + std::string(columns_max, ';') + "x\n"), "too_many_columns 2");
    EXPECT_EQ(refusal_of("a;b\nx;" + std::string(cell_max + 1, 'y') + "\n"), "cell_too_long 2 B");
    EXPECT_EQ(refusal_of(std::string(read_bytes_max + 1, 'x')), "too_big");
    std::string much;
    while (much.size() < text_max / 2) much += std::string(32'000, 'x') + "\n";
    EXPECT_EQ(refusal_of(much), "read");
}

TEST(ReadCsv, other_documents_are_told_apart) {
    EXPECT_EQ(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "old_office");
    EXPECT_EQ(refusal_of("%PDF-1.7\n"), "other_document");
    EXPECT_EQ(refusal_of("<html><table><tr><td>Laptop</td></tr></table></html>"), "other_document");
    EXPECT_EQ(refusal_of("<?xml version=\"1.0\"?><Workbook/>"), "other_document");
    EXPECT_EQ(refusal_of("\x89PNG\r\n\x1a\n\0\0"), "unknown_format");
    EXPECT_EQ(refusal_of("PK\x05\x06"), "damaged");
}

}  // namespace
}  // namespace kring::sheet
