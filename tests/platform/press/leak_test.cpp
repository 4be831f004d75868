// SPDX-License-Identifier: EUPL-1.2
// No document may carry anything of the machine it was printed on (R25): a text that points at files
// and sites is printed in every format, and the results are searched for what those files hold.
#include <gtest/gtest.h>

#include "tests/platform/press/printed.hpp"

namespace kring::press {
namespace {

const std::string secret = "GEHEIM4711";

std::string drawing_of(const std::string& text) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 60\"><text x=\"10\" y=\"40\">" +
           text + "</text></svg>";
}

Publication spy(const std::string& path) {
    Publication publication = styled_example();
    const std::string file = "file://" + path;
    publication.html = "<html><head><link rel=stylesheet href='" + file +
                       "'><base href='file:///'></head><body>"
                       "<h1>Onschuldig</h1><p>Begin.</p><img src='" +
                       file + "' alt='a'><img src=\"" + path + "\" alt='b'><IMG SRC=" + file +
                       " alt=c><img src='../../../../../../../../.." + path + "' alt='d'><img src='" + file +
                       "'/><iframe src='" + file + "'></iframe><object data='" + file +
                       "'></object><embed src='" + file + "'><video src='" + file + "' poster='" + file +
                       "'></video><svg><image href='" + file + "'/></svg><p style=\"background:url('" + file +
                       "')\">Stijl.</p><style>body{background:url('" + file +
                       "')}</style><input type=image src='" + file + "'><table background='" + file +
                       "'><tr><td>x</td></tr></table><a href='" + file +
                       "'>koppeling</a><a href='jav&#97;script:alert(1)'>script</a><script>document.title='" +
                       secret + "'</script><img src='http://127.0.0.1:9/a.png'><img srcset='" + file +
                       "' src='spion.svg'>"
                       "<p>Einde.</p></body></html>";
    publication.pictures = {
        {"spion.svg",
         "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 60\"><style>@import url('" + file +
             "');</style><image href='" + file + "' width='300' height='60'/><use href='" + file +
             "#a'/><script>1</script><rect width='20' height='20' onclick='1' style=\"fill:url('" + file +
             "')\"/></svg>",
         "spion"}};
    return publication;
}

/// All that can be read in a document, packed or not.
std::string opened(Format format, const std::string& bytes) {
    if (format != Format::pdf) return all_members(bytes);
    const ScratchFolder folder;
    write_file(folder.path() + "/it.pdf", bytes);
    EXPECT_EQ(run_program({"qpdf", "--qdf", "it.pdf", "open.pdf"}, folder.path(), 60).exit_code, 0);
    return read_file(folder.path() + "/open.pdf") + told_of_pdf({"pdftotext"}, bytes);
}

TEST(Leak, no_format_carries_a_file_of_the_machine) {
    const ScratchFolder folder;
    const std::string path = folder.path() + "/secret.svg";
    write_file(path, drawing_of(secret));
    for (const std::string& target : {path, std::string("/etc/passwd")}) {
        for (const Format format : {Format::pdf, Format::odt, Format::docx, Format::epub}) {
            const std::string text = opened(format, print(spy(target), format));
            EXPECT_EQ(text.find(secret), std::string::npos) << target << static_cast<int>(format);
            EXPECT_EQ(text.find("root:x:0:0"), std::string::npos) << target << static_cast<int>(format);
            EXPECT_EQ(text.find("file:"), std::string::npos) << target << static_cast<int>(format);
            EXPECT_EQ(text.find("alert(1)"), std::string::npos) << target << static_cast<int>(format);
            EXPECT_NE(text.find("Einde."), std::string::npos) << "the innocent text stays";
        }
    }
}

TEST(Leak, no_format_names_the_machine_or_its_folders) {
    for (const Format format : {Format::pdf, Format::odt, Format::docx, Format::epub}) {
        const std::string text = opened(format, printed(format));
        for (const char* trace : {"/tmp/", "/home/", "Mozilla", "Chrome", "Linux"}) {
            EXPECT_EQ(text.find(trace), std::string::npos) << trace << static_cast<int>(format);
        }
    }
}

}  // namespace
}  // namespace kring::press
