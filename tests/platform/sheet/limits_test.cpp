// SPDX-License-Identifier: EUPL-1.2
// Files made to take time or memory: each is read or refused in a moment.
#include <atomic>
#include <thread>

#include "platform/sheet/sheet.hpp"
#include "platform/sheet/turns.hpp"
#include "platform/upload/archive.hpp"
#include "tests/platform/sheet/read_tables.hpp"

namespace kring::sheet {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

// A workbook of these parts; every sheet is the one part. Packed, such parts would be refused as bombs.
std::string xlsx_of(const std::string& sheets, const std::string& rows, const std::string& strings,
                    bool is_stored = true) {
    const std::string main = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/xl/workbook.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"a\" Type=\"" +
        kinds + "/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"" + kinds +
        "/sharedStrings\" Target=\"t.xml\"/></Relationships>";
    return upload::pack(
        {{"[Content_Types].xml", types, true},
         {"xl/workbook.xml",
          "<workbook xmlns=" + main + " xmlns:r=\"" + kinds + "\"><sheets>" + sheets + "</sheets></workbook>",
          true},
         {"xl/_rels/workbook.xml.rels", relations, true},
         {"xl/s.xml", "<worksheet xmlns=" + main + "><sheetData>" + rows + "</sheetData></worksheet>", true},
         {"xl/t.xml", "<sst xmlns=" + main + ">" + strings + "</sst>", is_stored}});
}

const std::string one_sheet = "<sheet name=\"Blad\" r:id=\"a\"/>";

std::string first_string(const std::string& strings) {
    return xlsx_of(one_sheet, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings);
}

std::string ods_of(const std::string& tables) {
    const std::string names = "urn:oasis:names:tc:opendocument:xmlns:";
    return upload::pack({{"mimetype", std::string(ods_type), true},
                         {"content.xml",
                          "<o:document-content xmlns:o=\"" + names + "office:1.0\" xmlns:t=\"" + names +
                              "table:1.0\" xmlns:x=\"" + names + "text:1.0\"><o:body><o:spreadsheet>" +
                              tables + "</o:spreadsheet></o:body></o:document-content>",
                          true}});
}

std::string ods_cell(const std::string& text) {
    return ods_of("<t:table t:name=\"Blad\"><t:table-row><t:table-cell o:value-type=\"string\"><x:p>" + text +
                  "</x:p></t:table-cell></t:table-row></t:table>");
}

const std::string wide_space = "\xC2\xA0";

TEST(SheetLimits, a_cell_is_refused_by_what_stands_there_before_it_is_tidied) {
    const std::string most = repeated(wide_space, cell_max / 2) + "x";
    ASSERT_EQ(most.size(), cell_max);
    const std::string spaces = repeated(wide_space, 1'000'000);
    EXPECT_EQ(texts_of(table_of("a;" + most + "\n").table), (Grid{{"a", "x"}}));
    EXPECT_EQ(refusal_of("a;" + most + " \n"), "cell_too_long 1 B");
    EXPECT_EQ(refusal_of("a;b\n" + spaces + ";x\n"), "cell_too_long 2 A");
    EXPECT_EQ(refusal_of("a;b\n\"" + spaces + "\";x\n"), "cell_too_long 2 A");
    EXPECT_EQ(refusal_of("a;b\n\"" + spaces + ";x\n"), "quote_open 2 A");
    EXPECT_EQ(texts_of(table_of(ods_cell(most)).table), (Grid{{"x"}}));
    EXPECT_EQ(refusal_of(ods_cell(spaces)), "cell_too_long 1 A");
    EXPECT_EQ(refusal_of(ods_cell(repeated("<x:s x:c=\"100\"/>", 400))), "cell_too_long 1 A");
    EXPECT_EQ(texts_of(table_of(first_string("<si><t>" + most + "</t></si>")).table), (Grid{{"x"}}));
    EXPECT_EQ(refusal_of(first_string("<si><t>" + spaces + "</t></si>")), "cell_too_long 1 A");
    for (const char* tag : {"v", "f"}) {
        const std::string cell = std::string("<") + tag + ">" + spaces + "</" + tag + ">";
        EXPECT_EQ(
            refusal_of(xlsx_of(one_sheet, "<row r=\"3\"><c r=\"B3\" t=\"str\">" + cell + "</c></row>", "")),
            "cell_too_long 3 B")
            << tag;
    }
    EXPECT_EQ(refusal_of(xlsx_of(
                  one_sheet,
                  "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + spaces + "</t></is></c></row>", "")),
              "cell_too_long 1 A");
}

TEST(SheetLimits, spaces_between_words_stay_one_for_one) {
    EXPECT_EQ(texts_of(table_of("a;" + wide_space + "b" + wide_space + wide_space + "c \xC2\xA3" +
                                wide_space + "\n")
                           .table),
              (Grid{{"a", "b  c \xC2\xA3"}}));
}

TEST(SheetLimits, what_shared_strings_escape_is_read_once) {
    const auto shown = [](const std::string& text) {
        return texts_of(table_of(first_string("<si><t>" + text + "</t></si>")).table);
    };
    EXPECT_EQ(shown("a_x000D__x000d_b_x000A_c_x0009_d"), (Grid{{"ab c d"}}));
    EXPECT_EQ(shown("_x005F_x000D_ _x0041_ _x00 _x000D"), (Grid{{"_x000D_ _x0041_ _x00 _x000D"}}));
    EXPECT_EQ(shown("__x005F__x00_x000D_1"), (Grid{{"___x001"}}));
}

TEST(SheetLimits, shared_strings_have_a_most_in_number_and_in_bytes) {
    EXPECT_EQ(refusal_of(first_string(repeated("<si/>", strings_max) + "<si/>")), "too_much_text 1");
    const std::string long_one = "<si><t>" + std::string(cell_max, 'x') + "</t></si>";
    std::string noise;  // else it would pack so well that it is refused as a bomb
    std::uint64_t state = 1;
    for (int i = 0; i < 1'000'000; ++i) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        noise += static_cast<char>('A' + state / (std::uint64_t{1} << 60));
    }
    const std::string begin = "<!--" + noise + "-->";
    const std::string row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>";
    const std::size_t most = text_max / cell_max;
    EXPECT_EQ(refusal_of(xlsx_of(one_sheet, row, begin + repeated(long_one, most), false)), "read");
    EXPECT_EQ(refusal_of(xlsx_of(one_sheet, row, begin + repeated(long_one, most + 2), false)),
              "too_much_text 1");
}

TEST(SheetLimits, sheets_have_a_most_and_an_empty_part_is_looked_at_once) {
    const std::string row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    EXPECT_EQ(refusal_of(xlsx_of(repeated(one_sheet, sheets_max), row, "")), "read");
    EXPECT_EQ(refusal_of(xlsx_of(repeated(one_sheet, sheets_max + 1), row, "")), "bomb");
    const std::string empty_rows = repeated("<row/>", 200'000);
    EXPECT_EQ(refusal_of(xlsx_of(repeated(one_sheet, sheets_max), empty_rows, "")), "no_rows");
    EXPECT_EQ(refusal_of(ods_of(repeated("<t:table/>", sheets_max))), "no_rows");
    EXPECT_EQ(refusal_of(ods_of(repeated("<t:table/>", sheets_max + 1))), "bomb");
}

TEST(SheetLimits, two_at_once_and_the_others_wait) {
    Turns turns(2);
    std::atomic<int> now = 0;
    std::atomic<int> most = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            for (int time = 0; time < 20; ++time) {
                const Turns::Turn turn(turns);
                const int here = ++now;
                for (int seen = most; here > seen && !most.compare_exchange_weak(seen, here);) continue;
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                --now;
            }
            const auto read = read_table("a;b\n1;2\n");
            const auto* table = std::get_if<ReadTable>(&read);
            wrong += table && texts_of(table->table) == Grid{{"a", "b"}, {"1", "2"}} ? 0 : 1;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(most, 2);
    EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace kring::sheet
