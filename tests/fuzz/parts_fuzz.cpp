// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the sheet of a workbook and as the content of an OpenDocument: the fuzzer's bytes are packed
// into containers that are sound, so that it gets past the zip.
#include <cstdint>
#include <cstdlib>

#include "platform/sheet/read.hpp"
#include "platform/upload/archive.hpp"

using namespace kring;

namespace {

constexpr std::string_view types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
    "PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
    "sheet.main+xml\"/></Types>";
constexpr std::string_view book =
    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    "xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
constexpr std::string_view relations =
    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"r2\" "
    "Type=\"x/sharedStrings\" Target=\"t.xml\"/><Relationship Id=\"r3\" Type=\"x/styles\" "
    "Target=\"y.xml\"/></Relationships>";
constexpr std::string_view strings =
    "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>Laptop</t></si></sst>";
constexpr std::string_view styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf "
    "numFmtId=\"14\"/><xf numFmtId=\"0\"/></cellXfs></styleSheet>";

void look(const std::string& container) {
    const auto read = sheet::read_table(container);
    const auto* found = std::get_if<sheet::ReadTable>(&read);
    if (found && found->table.rows.size() > sheet::rows_max) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    look(upload::pack({{"[Content_Types].xml", std::string(types), true},
                       {"xl/workbook.xml", std::string(book), true},
                       {"xl/_rels/workbook.xml.rels", std::string(relations), true},
                       {"xl/s.xml", bytes, true},
                       {"xl/t.xml", std::string(strings), true},
                       {"xl/y.xml", std::string(styles), true}}));
    look(upload::pack({{"content.xml", bytes, true}}));
    return 0;
}
