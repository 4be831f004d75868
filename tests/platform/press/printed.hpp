// SPDX-License-Identifier: EUPL-1.2
// The example as printed, once for all tests, and the second tools that judge it.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "app/embedded.hpp"
#include "platform/base/process.hpp"
#include "platform/press/archive.hpp"
#include "platform/press/press.hpp"
#include "tests/platform/press/example_publication.hpp"

namespace kring::press {

inline Publication styled_example() {
    Publication publication = example_publication();
    publication.css = app::embedded_press_file("press.css");
    return publication;
}

inline const std::string& printed(Format format) {
    static std::map<Format, std::string> kept;
    std::string& bytes = kept[format];
    if (bytes.empty()) bytes = print(styled_example(), format);
    return bytes;
}

/// What a tool says about the bytes, laid down for it as `name`; the tool must succeed.
inline std::string told_by(const std::vector<std::string>& argv, const std::string& bytes,
                           const std::string& name, int seconds = 120) {
    const ScratchFolder folder;
    write_file(folder.path() + "/" + name, bytes);
    const Finished finished = run_program(argv, folder.path(), seconds);
    EXPECT_EQ(finished.exit_code, 0) << argv[0] << ": " << finished.errors;
    return finished.output + finished.errors;
}

inline std::string told_of_pdf(std::vector<std::string> argv, const std::string& pdf) {
    argv.emplace_back("it.pdf");
    if (argv[0] == "pdftotext") argv.emplace_back("-");
    return told_by(argv, pdf, "it.pdf");
}

/// The text LibreOffice finds in a document.
inline std::string office_text(const std::string& bytes, const std::string& extension) {
    const ScratchFolder folder;
    write_file(folder.path() + "/it." + extension, bytes);
    const Finished finished =
        run_program({"soffice", "--headless", "-env:UserInstallation=file://" + folder.path() + "/profile",
                     "--convert-to", "txt:Text (encoded):UTF8", "it." + extension},
                    folder.path(), 180);
    EXPECT_EQ(finished.exit_code, 0) << finished.errors;
    return read_file(folder.path() + "/it.txt");
}

inline std::string all_members(const std::string& bytes) {
    std::string all;
    for (const ArchiveMember& each : read_archive(bytes)) all += each.name + "\n" + each.content + "\n";
    return all;
}

/// Each of `parts` stands in `text`, after the one before it.
inline ::testing::AssertionResult has_in_order(const std::string& text,
                                               const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const std::string& part : parts) {
        at = text.find(part, at);
        if (at == std::string::npos)
            return ::testing::AssertionFailure() << "\"" << part << "\" is not in its place";
        at += part.size();
    }
    return ::testing::AssertionSuccess();
}

inline std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

}  // namespace kring::press
