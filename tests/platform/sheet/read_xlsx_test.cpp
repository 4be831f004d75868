// SPDX-License-Identifier: EUPL-1.2
// Workbooks made by openpyxl and LibreOffice, and ones taken apart and made bad.
#include "platform/upload/archive.hpp"
#include "tests/platform/sheet/read_tables.hpp"

namespace kring::sheet {
namespace {

std::string workbook(const std::string& body) {
    return made_by_python(
        "import openpyxl, datetime\n"
        "from openpyxl.styles import Font\n"
        "book = openpyxl.Workbook()\nsheet = book.active\n" +
        body + "\nbook.save('out')\n");
}

// The same container with one part changed.
std::string changed(const std::string& bytes, const std::string& part, const std::string& from,
                    const std::string& to) {
    std::vector<upload::Entry> entries;
    EXPECT_FALSE(upload::check_directory(bytes, entries));
    auto parts = upload::unpack(bytes, entries);
    bool is_changed = false;
    for (upload::Part& one : *parts) {
        const auto at = one.bytes.find(from);
        if (one.name != part || at == std::string::npos) continue;
        one.bytes.replace(at, from.size(), to);
        is_changed = true;
    }
    EXPECT_TRUE(is_changed) << part << " does not hold " << from;
    return upload::pack(*parts);
}

constexpr const char* first_sheet = "xl/worksheets/sheet1.xml";

TEST(ReadXlsx, every_type_of_cell_reads_as_a_person_sees_it) {
    const ReadTable read = table_of(workbook(
        "sheet.title = 'Apparaten'\n"
        "sheet.append(['Soort', 'Aantal', 'kg', 'Gekocht', 'Actief'])\n"
        "sheet.append(['Laptop \\u20ac <&>', 12, 1.4, datetime.date(2021, 3, 4), True])\n"
        "sheet.append(['  Scherm\\u00a0', -3, 5.25e-3, datetime.datetime(2019, 12, 31, 23, 5), False])\n"
        "sheet['A4'] = 1e20\nsheet['B4'] = 44000\nsheet['B4'].number_format = '[Red]0.00 \"dy\"'\n"
        "sheet['C4'] = 0.5\nsheet['C4'].number_format = 'h:mm'\n"
        "sheet['D4'] = 44000\nsheet['D4'].number_format = 'mmm-yy'\n"
        "sheet['E4'] = '#N/A'\n"));
    EXPECT_EQ(read.table.sheet, "Apparaten");
    EXPECT_EQ(texts_of(read.table), (Grid{{"Soort", "Aantal", "kg", "Gekocht", "Actief"},
                                          {"Laptop \u20ac <&>", "12", "1.4", "2021-03-04", "true"},
                                          {"Scherm", "-3", "0.00525", "2019-12-31", "false"},
                                          {"1e+20", "44000", "0.5", "2020-06-18", "#N/A"}}));
    const auto& cells = read.table.rows[1].cells;
    EXPECT_EQ(cells[0].kind, cells::Kind::text);
    EXPECT_EQ(cells[1].kind, cells::Kind::number);
    EXPECT_EQ(cells[2].number, 1.4);
    EXPECT_EQ(cells[3].kind, cells::Kind::day);
    EXPECT_EQ(cells[4].kind, cells::Kind::truth);
    EXPECT_EQ(read.table.rows[3].cells[4].kind, cells::Kind::fault);
}

TEST(ReadXlsx, both_systems_of_day_numbers) {
    const std::string days =
        "sheet.append([1, 59, 61, 44000])\nfor c in sheet[1]: c.number_format = 'dd-mm-yyyy'\n";
    EXPECT_EQ(texts_of(table_of(workbook(days)).table),
              (Grid{{"1900-01-01", "1900-02-28", "1900-03-01", "2020-06-18"}}));
    EXPECT_EQ(texts_of(table_of(changed(workbook(days), "xl/workbook.xml", "<workbookPr",
                                        "<workbookPr date1904=\"1\""))
                           .table),
              (Grid{{"1904-01-02", "1904-02-29", "1904-03-02", "2024-06-19"}}));
}

TEST(ReadXlsx, empty_rows_and_cells_keep_their_places) {
    const ReadTable read = table_of(workbook("sheet['B2'] = 'x'\nsheet['D2'] = 'y'\nsheet['A900'] = 'z'\n"));
    EXPECT_EQ(texts_of(read.table), (Grid{{"", "x", "", "y"}, {"z"}}));
    EXPECT_EQ(lines_of(read.table), (std::vector<std::size_t>{2, 900}));
}

TEST(ReadXlsx, the_first_sheet_that_is_seen_and_holds_something_or_the_one_named) {
    const std::string bytes = workbook(
        "sheet.title = 'Verborgen'\nsheet['A1'] = 'geheim'\nsheet.sheet_state = 'hidden'\n"
        "book.create_sheet('Leeg')\n"
        "third = book.create_sheet('Lijst')\nthird['A1'] = 'hier'\nbook.active = 2\n");
    const ReadTable read = table_of(bytes);
    EXPECT_EQ(read.table.sheet, "Lijst");
    ASSERT_EQ(read.sheets.size(), 3u);
    EXPECT_TRUE(read.sheets[0].is_hidden);
    EXPECT_FALSE(read.sheets[1].is_hidden);
    EXPECT_EQ(texts_of(table_of(bytes, {"Verborgen", {}}).table), (Grid{{"geheim"}}));
    EXPECT_EQ(refusal_of(bytes, {"Leeg", {}}), "no_rows");
    EXPECT_EQ(refusal_of(bytes, {"Elders", {}}), "no_such_sheet");
}

TEST(ReadXlsx, merged_areas_repeat_downwards_and_say_so) {
    const ReadTable read =
        table_of(workbook("sheet.append(['Soort', 'Model', 'Aantal'])\nsheet.append(['Laptop', 'A', 3])\n"
                          "sheet.append([None, 'B', 4])\nsheet.append([None, 'C', 5])\n"
                          "sheet.merge_cells('A2:A4')\nsheet.row_dimensions[3].hidden = True\n"));
    EXPECT_EQ(
        texts_of(read.table),
        (Grid{
            {"Soort", "Model", "Aantal"}, {"Laptop", "A", "3"}, {"Laptop", "B", "4"}, {"Laptop", "C", "5"}}));
    EXPECT_FALSE(read.table.rows[1].cells[0].is_merged);
    EXPECT_TRUE(read.table.rows[3].cells[0].is_merged);
    EXPECT_EQ(read.merged_cells, 2u);
    EXPECT_EQ(read.hidden_rows, 1u);
}

TEST(ReadXlsx, formulas_count_by_their_stored_value_and_are_never_calculated) {
    const std::string bytes = workbook("sheet['A1'] = 2\nsheet['B1'] = '=A1*21'\nsheet['C1'] = '=1/0'\n");
    const auto without = table_of(bytes).table.rows.at(0).cells;
    EXPECT_EQ(without[1].kind, cells::Kind::fault);
    EXPECT_EQ(without[1].text, "=A1*21") << "openpyxl stores no values";
    const auto with = table_of(made_by_libreoffice(bytes, "xlsx", "xlsx")).table.rows.at(0).cells;
    EXPECT_EQ(with[1].kind, cells::Kind::number);
    EXPECT_EQ(with[1].text, "42");
    EXPECT_EQ(with[2].kind, cells::Kind::fault);
    EXPECT_EQ(with[2].text, "#DIV/0!");
}

TEST(ReadXlsx, two_thousand_rows_read_equal_cell_by_cell_from_every_maker) {
    const std::string body =
        "import random\nrandom.seed(4)\n"
        "sheet.append(['Soort', 'Aantal', 'Gewicht', 'Datum'])\n"
        "for i in range(2000):\n"
        "    sheet.append([random.choice(['Laptop', 'Monitor \"24\"', 'Tablet; 10', 'Zo\\u00eb & co']), "
        "random.randint(0, 9999), random.randint(1, 10**6) / 1000, "
        "datetime.date(2015, 1, 1) + datetime.timedelta(days=random.randint(0, 4000))])\n";
    const std::string bytes = workbook(body);
    const Grid grid = texts_of(table_of(bytes).table);
    ASSERT_EQ(grid.size(), 2001u);
    EXPECT_EQ(texts_of(table_of(made_by_libreoffice(bytes, "xlsx", "xlsx")).table), grid);
    EXPECT_EQ(texts_of(table_of(made_by_libreoffice(bytes, "xlsx", "ods")).table), grid);
    const std::string listed = made_by_python(
        "import openpyxl, datetime\nbook = openpyxl.Workbook()\nsheet = book.active\n" + body +
        "def shown(v):\n"
        "    return v.isoformat() if isinstance(v, datetime.date) else repr(v).removesuffix('.0') if "
        "isinstance(v, float) else str(v)\n"
        "open('out', 'w').write(''.join(shown(c) + '\\t' for row in sheet.iter_rows(values_only=True) for c "
        "in row))\n");
    std::string joined;
    for (const auto& row : grid) {
        for (const std::string& cell : row) joined += cell + "\t";
    }
    EXPECT_EQ(joined, listed);
}

TEST(ReadXlsx, what_is_bad_is_refused_with_its_place) {
    const std::string bytes = workbook("sheet.append(['a', 2])\nsheet.append(['b', 3])\n");
    const std::string two = "<c r=\"B2\" t=\"n\"><v>3</v></c>";
    EXPECT_EQ(refusal_of(changed(bytes, first_sheet, "<v>3</v>", "<v>3 stuks</v>")), "bad_cell 2 B");
    EXPECT_EQ(refusal_of(changed(made_by_libreoffice(bytes, "xlsx", "xlsx"), first_sheet, "t=\"s\"><v>1</v>",
                                 "t=\"s\"><v>77</v>")),
              "bad_cell 2 A");
    EXPECT_EQ(refusal_of(changed(bytes, first_sheet, two, two + two)), "damaged 2 B") << "one place twice";
    EXPECT_EQ(refusal_of(changed(bytes, first_sheet, "<row r=\"2\"", "<row r=\"1\"")), "damaged 1");
    EXPECT_EQ(refusal_of(changed(bytes, first_sheet, "</sheetData>", "")), "damaged");
    EXPECT_EQ(refusal_of(changed(bytes, first_sheet, "<worksheet",
                                 "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet")),
              "document_type");
    EXPECT_EQ(refusal_of(changed(bytes, "[Content_Types].xml", "spreadsheetml.sheet.main",
                                 "ms-excel.sheet.macroEnabled.main")),
              "macros");
    EXPECT_EQ(refusal_of(bytes.substr(0, bytes.size() / 2)), "damaged");
    EXPECT_EQ(refusal_of(workbook("")), "no_rows");
    EXPECT_EQ(refusal_of(workbook("sheet.cell(2, 300, 'x')\nsheet['A1'] = 'y'\n")), "too_many_columns 2");
}

TEST(ReadXlsx, other_documents_and_bombs_are_told_apart) {
    EXPECT_EQ(refusal_of(made_by_libreoffice("hello", "txt", "docx")), "other_document");
    const auto zip_with = [](const std::string& program) {
        return made_by_python("import zipfile\nz = zipfile.ZipFile('out', 'w', zipfile.ZIP_DEFLATED)\n" +
                              program);
    };
    EXPECT_EQ(refusal_of(zip_with("z.writestr('content.xml', ' ' * 90000000)\nz.close()")), "bomb");
    EXPECT_EQ(refusal_of(zip_with("z.writestr('../a', 'x')\nz.close()")), "unsafe_path");
    EXPECT_EQ(refusal_of(zip_with("z.writestr('readme.txt', 'x')\nz.close()")), "unknown_format");
}

}  // namespace
}  // namespace kring::sheet
