// SPDX-License-Identifier: EUPL-1.2
// Tables made by odfpy, LibreOffice and this room's own writer, and ones written by hand to be bad.
#include "platform/sheet/sheet.hpp"
#include "platform/upload/archive.hpp"
#include "tests/platform/sheet/read_tables.hpp"

namespace kring::sheet {
namespace {

// One sheet with these rows, as OpenDocument.
std::string ods_with(const std::string& rows, const std::string& before = "") {
    const std::string content =
        "<?xml version=\"1.0\"?>" + before +
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
        " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
        "<table:table table:name=\"Blad\">" +
        rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
    return upload::pack({{"mimetype", std::string(ods_type), true}, {"content.xml", content, false}});
}

std::string text(const std::string& text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
}

TEST(ReadOds, reads_back_what_the_writer_of_this_room_writes) {
    const Sheet sheet{"Blad 1",
                      {"Naam", "Aantal", "Dag"},
                      {{std::string("two  spaces"), std::int64_t{-3}, Day{"2027-01-14"}},
                       {std::string("line one\nline two"), std::int64_t{0}, Day{}}}};
    const ReadTable read = table_of(ods(sheet, "2027-01-14"));
    EXPECT_EQ(read.format, Format::ods);
    EXPECT_EQ(read.table.sheet, "Blad 1");
    EXPECT_EQ(
        texts_of(read.table),
        (Grid{{"Naam", "Aantal", "Dag"}, {"two  spaces", "-3", "2027-01-14"}, {"line one\nline two", "0"}}));
}

TEST(ReadOds, reads_what_odfpy_writes) {
    const ReadTable read = table_of(made_by_python(
        "from odf.opendocument import OpenDocumentSpreadsheet\n"
        "from odf.table import Table, TableRow, TableCell, CoveredTableCell\n"
        "from odf.text import P\nfrom odf.office import Annotation\n"
        "doc = OpenDocumentSpreadsheet()\ntable = Table(name='Lijst')\n"
        "def row(*cells, **more):\n"
        "    r = TableRow(**more)\n"
        "    for c in cells: r.addElement(c)\n"
        "    table.addElement(r)\n"
        "def text(t, **more):\n"
        "    c = TableCell(valuetype='string', **more)\n    c.addElement(P(text=t))\n    return c\n"
        "noted = text('Laptop', numberrowsspanned=2)\n"
        "note = Annotation()\nnote.addElement(P(text='een opmerking'))\nnoted.addElement(note)\n"
        "row(text('Soort'), text('Aantal'), text('x', numbercolumnsrepeated=3))\n"
        "row(noted, TableCell(valuetype='float', value='12'), TableCell(valuetype='percentage', value='0.5'),"
        " TableCell(valuetype='boolean', booleanvalue='true'),"
        " TableCell(valuetype='date', datevalue='2021-03-04T10:00:00'))\n"
        "row(CoveredTableCell(), TableCell(valuetype='currency', value='3.50'))\n"
        "row(TableCell(numbercolumnsrepeated=1024), numberrowsrepeated=1048000)\n"
        "doc.spreadsheet.addElement(table)\ndoc.write('out')\n"));
    EXPECT_EQ(texts_of(read.table), (Grid{{"Soort", "Aantal", "x", "x", "x"},
                                          {"Laptop", "12", "0.5", "true", "2021-03-04"},
                                          {"Laptop", "3.5"}}));
    EXPECT_TRUE(read.table.rows[2].cells[0].is_merged);
}

TEST(ReadOds, rows_and_cells_that_repeat_count_as_often_as_they_stand_there) {
    const ReadTable read = table_of(ods_with(
        "<table:table-row table:number-rows-repeated=\"3\">" + text("x") +
        "</table:table-row>"
        "<table:table-row table:number-rows-repeated=\"100000\"><table:table-cell/></table:table-row>"
        "<table:table-row>" +
        text("y") + "</table:table-row>"));
    EXPECT_EQ(lines_of(read.table), (std::vector<std::size_t>{1, 2, 3, 100004}));
    EXPECT_EQ(refusal_of(ods_with("<table:table-row table:number-rows-repeated=\"1048576\">" + text("x") +
                                  "</table:table-row>")),
              "too_many_rows 20001");
    EXPECT_EQ(
        refusal_of(ods_with("<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" "
                            "office:value-type=\"float\" office:value=\"1\"/></table:table-row>")),
        "too_many_columns 1");
}

TEST(ReadOds, hidden_sheets_are_passed_over_and_formulas_that_fail_are_faults) {
    const std::string book = made_by_python(
        "import openpyxl\nbook = openpyxl.Workbook()\nsheet = book.active\n"
        "sheet.title = 'Verborgen'\nsheet['A1'] = 'geheim'\nsheet.sheet_state = 'hidden'\n"
        "list = book.create_sheet('Lijst')\nlist['A1'] = '=1/0'\nlist['B1'] = '=6*7'\nlist['C1'] = 'a  b'\n"
        "book.active = 1\nbook.save('out')\n");
    const ReadTable read = table_of(made_by_libreoffice(book, "xlsx", "ods"));
    EXPECT_EQ(read.table.sheet, "Lijst");
    EXPECT_EQ(texts_of(read.table), (Grid{{"#DIV/0!", "42", "a  b"}}));
    EXPECT_EQ(read.table.rows[0].cells[0].kind, cells::Kind::fault);
    ASSERT_EQ(read.sheets.size(), 2u);
    EXPECT_TRUE(read.sheets[0].is_hidden);
}

TEST(ReadOds, what_is_bad_is_refused_with_its_place) {
    const std::string bad =
        "<table:table-row>" + text("a") + "<table:table-cell office:value-type=\"float\" ";
    EXPECT_EQ(refusal_of(ods_with(bad + "office:value=\"12 stuks\"/></table:table-row>")), "bad_cell 1 B");
    EXPECT_EQ(refusal_of(ods_with(bad + "/></table:table-row>")), "bad_cell 1 B");
    EXPECT_EQ(refusal_of(ods_with("<table:table-row>" + text("&x;") + "</table:table-row>",
                                  "<!DOCTYPE d [<!ENTITY x \"xxxx\">]>")),
              "document_type");
    EXPECT_EQ(refusal_of(ods_with("<table:table-row>" + text("a") + "</table:table-row>", "<oops")),
              "damaged");
    EXPECT_EQ(refusal_of(ods_with("")), "no_rows");
    const std::string locked = upload::pack(
        {{"content.xml", "\x01\x02", false},
         {"META-INF/manifest.xml",
          "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry>"
          "<m:encryption-data/></m:file-entry></m:manifest>",
          false}});
    EXPECT_EQ(refusal_of(locked), "encrypted");
    EXPECT_EQ(refusal_of(made_by_libreoffice("hello", "txt", "odt")), "other_document");
}

}  // namespace
}  // namespace kring::sheet
