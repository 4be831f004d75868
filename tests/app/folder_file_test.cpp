// SPDX-License-Identifier: EUPL-1.2
#include "app/folder_file.hpp"

#include <gtest/gtest.h>

namespace kring::app {
namespace {

std::string first_fault(const std::string& bytes) {
    std::vector<FolderFault> faults;
    parse_folder_file(bytes, "vraag.md", faults);
    if (faults.empty()) return "";
    return faults[0].file + ":" + std::to_string(faults[0].line) + ": " + faults[0].what;
}

TEST(FolderFile, is_read_as_it_was_written) {
    const std::string bytes =
        "---\ntitle: Een: vraag\nlanguage: nl\n---\n<!-- field: body -->\nEerste regel\n\nDerde regel\n<!-- "
        "field: again -->\nKort\n";
    std::vector<FolderFault> faults;
    const FolderFile file = parse_folder_file(bytes, "vraag.md", faults);
    EXPECT_TRUE(faults.empty());
    ASSERT_EQ(file.header.size(), 2U);
    EXPECT_EQ(file.header[0].value, "Een: vraag");
    EXPECT_EQ(file.header[1].line, 3);
    ASSERT_EQ(file.texts.size(), 2U);
    EXPECT_EQ(file.texts[0].value, "Eerste regel\n\nDerde regel");
    EXPECT_EQ(write_folder_file(file), bytes);
}

TEST(FolderFile, keeps_a_line_of_text_that_looks_like_a_marker) {
    const FolderFile file{{{"title", "t", 0}},
                          {{"body", "a\n<!-- field: body -->\n\\<!-- field: x -->\nb", 0}}};
    std::vector<FolderFault> faults;
    const FolderFile again = parse_folder_file(write_folder_file(file), "x.md", faults);
    EXPECT_TRUE(faults.empty());
    ASSERT_EQ(again.texts.size(), 1U);
    EXPECT_EQ(again.texts[0].value, file.texts[0].value);
}

TEST(FolderFile, tells_the_line_of_each_fault) {
    EXPECT_EQ(first_fault(""), "vraag.md:1: the file must begin with a line \"---\"");
    EXPECT_EQ(first_fault("title: x\n"), "vraag.md:1: the file must begin with a line \"---\"");
    EXPECT_EQ(first_fault("---\ntitle: x\n"),
              "vraag.md:2: the header is not closed: add a line \"---\" after it");
    EXPECT_EQ(first_fault("---\ntitle x\n---\n"), "vraag.md:2: expected \"name: value\"");
    EXPECT_EQ(first_fault("---\nTitle: x\n---\n"), "vraag.md:2: expected \"name: value\"");
    EXPECT_EQ(first_fault("---\na: b\ntitle: \n---\n"),
              "vraag.md:3: a field without a value must be left out");
    EXPECT_EQ(first_fault("---\ntitle:  x\n---\n"), "vraag.md:2: the value begins or ends with a space");
    EXPECT_EQ(first_fault("---\ntitle: x\n---\ntekst\n"),
              "vraag.md:4: text stands outside a field: put a line \"<!-- field: NAME -->\" before it");
    EXPECT_EQ(first_fault("---\ntitle: x\n---\n<!-- field: A b -->\n"),
              "vraag.md:4: the field name may hold a-z 0-9 _ only");
}

TEST(FolderFile, refuses_what_is_not_clean_text) {
    const std::string wanted =
        "vraag.md:0: the file must be UTF-8 with LF line ends, without control characters";
    EXPECT_EQ(first_fault("---\r\ntitle: x\r\n---\r\n"), wanted);
    EXPECT_EQ(first_fault(std::string("---\ntitle: \0\n---\n", 16)), wanted);
    EXPECT_EQ(first_fault("---\ntitle: \xff\n---\n"), wanted);
    EXPECT_EQ(first_fault("---\ntitle: \x1b[31m\n---\n"), wanted);
    EXPECT_EQ(first_fault(std::string(folder_file_bytes_max + 1, 'a')),
              "vraag.md:0: the file is larger than 1 MiB");
}

}  // namespace
}  // namespace kring::app
