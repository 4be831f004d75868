// SPDX-License-Identifier: EUPL-1.2
// ODT and DOCX: pandoc lays out the content, then the styles, the page and what pandoc 2.17 leaves
// out (alternative texts in ODT, A4, a page number) are put into its archive.
#include <map>
#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/press/archive.hpp"
#include "platform/press/chromium.hpp"
#include "platform/press/formats.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {
namespace {

constexpr int dots_per_inch = 216;  // 2.25 dots per CSS pixel: sharp on paper

std::string page_of_picture(const Publication& publication, std::size_t number) {
    const Size size = size_of(publication.pictures[number].svg);
    const std::string box = std::to_string(size.width) + "px " + std::to_string(size.height) + "px";
    const std::string name = "picture" + std::to_string(number + 1);
    return "@page " + name + " { size: " + box + "; margin: 0; }\n#" + name + " { page: " + name +
           "; width: " + std::to_string(size.width) + "px; height: " + std::to_string(size.height) +
           "px; }\n";
}

/// All drawings become PNG in one run of Chromium: a page each, then a picture of each page.
void draw_pictures(const Publication& publication, const std::string& folder) {
    if (publication.pictures.empty()) return;
    std::string style =
        "<style>body { margin: 0; } img { display: block; break-after: page; overflow: hidden; }\n";
    std::string body;
    for (std::size_t i = 0; i < publication.pictures.size(); ++i) {
        style += page_of_picture(publication, i);
        body += "<img id=\"picture" + std::to_string(i + 1) + "\" src=\"" + staged_name(i, "svg") +
                "\" alt=\"\">";
    }
    stage_page(folder, "pictures", "nl", style + "</style>", body);
    print_page(folder, "pictures");
    for (std::size_t i = 1; i <= publication.pictures.size(); ++i) {
        run_tool(folder,
                 {"pdftoppm", "-png", "-singlefile", "-r", std::to_string(dots_per_inch), "-f",
                  std::to_string(i), "-l", std::to_string(i), "pictures.pdf", "picture" + std::to_string(i)});
    }
}

Archive office_archive(const Publication& publication, const Copy& copy, const std::string& folder,
                       const std::string& format) {
    draw_pictures(publication, folder);
    return read_archive(run_pandoc(publication, copy, folder, format));
}

/// Mends the content of an ODT by pandoc 2.17, tag by tag.
class OdtContent {
public:
    explicit OdtContent(const std::vector<std::string>& alts) : alts_(alts) {}

    std::string mended(std::string_view content) {
        const std::string body = rewritten(content, Markup::svg, [this](Tag& tag) { return written(tag); });
        if (frames_ != alts_.size()) throw std::runtime_error("press: pandoc lost a picture");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body;
    }

private:
    std::string written(Tag& tag) {
        if (tag.is_end) return (tag.name == "draw:frame" ? next_alt() : "") + to_text(tag);
        if (tag.name == "style:style") name_parent(tag);
        if (tag.name == "style:table-cell-properties") draw_lines(tag);
        if (tag.name == "style:table-properties") tag.set("table:align", "margins");
        return to_text(tag);
    }

    /// The n-th frame holds the n-th picture of the copy.
    std::string next_alt() {
        const std::string alt = frames_ < alts_.size() ? alts_[frames_] : "";
        ++frames_;
        return alt.empty() ? "" : "<svg:desc>" + alt + "</svg:desc>";
    }

    /// An automatic style may not be the parent of another (ODF 1.2 part 1, 16.2), yet pandoc does so
    /// for aligned cells; the grandparent is meant.
    void name_parent(Tag& tag) {
        style_ = tag.value("style:name");
        std::string parent(tag.value("style:parent-style-name"));
        if (const auto known = parents_.find(parent); known != parents_.end()) {
            parent = known->second;
            tag.set("style:parent-style-name", parent);
        }
        if (!parent.empty()) parents_[style_] = parent;
    }

    void draw_lines(Tag& tag) const {
        const bool is_heading = style_ == "TableHeaderRowCell";
        tag.attributes = {{"fo:padding", "0.15cm"},
                          {"fo:border-bottom", is_heading ? "1.5pt solid #0e5a5e" : "0.5pt solid #c0c7d2"}};
        if (is_heading) tag.set("fo:background-color", "#eef6f6");
    }

    const std::vector<std::string>& alts_;
    std::size_t frames_ = 0;
    std::string style_;
    std::map<std::string, std::string> parents_;
};

void replace_all(std::string& text, std::string_view old, std::string_view replacement) {
    for (std::size_t at = text.find(old); at != std::string::npos;
         at = text.find(old, at + replacement.size())) {
        text.replace(at, old.size(), replacement);
    }
}

}  // namespace

std::string print_odt(const Publication& publication, const std::string& folder) {
    const Copy copy = copy_for(publication, Medium::office);
    Archive archive = office_archive(publication, copy, folder, "odt");
    std::string& content = member(archive, "content.xml");
    content = OdtContent(copy.alts).mended(content);
    member(archive, "styles.xml") = odt_styles(full_language(publication), publication.title);
    return write_archive(archive, publication.date);
}

std::string print_docx(const Publication& publication, const std::string& folder) {
    const Copy copy = copy_for(publication, Medium::office);
    Archive archive = office_archive(publication, copy, folder, "docx");
    member(archive, "word/styles.xml") = docx_styles(full_language(publication));
    archive.push_back({"word/footer1.xml", docx_footer()});
    std::string& document = member(archive, "word/document.xml");
    document = replaced(document, "<w:sectPr />",
                        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"
                        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                        "<w:pgMar w:top=\"1361\" w:right=\"1417\" w:bottom=\"1361\" w:left=\"1417\" "
                        "w:header=\"709\" w:footer=\"680\" w:gutter=\"0\"/></w:sectPr>");
    replace_all(document, R"(<w:tblW w:type="auto" w:w="0" />)", R"(<w:tblW w:type="pct" w:w="5000"/>)");
    std::string& relations = member(archive, "word/_rels/document.xml.rels");
    relations =
        replaced(relations, "</Relationships>",
                 "<Relationship Id=\"rIdFooter\" Target=\"footer1.xml\" "
                 "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\"/>"
                 "</Relationships>");
    std::string& types = member(archive, "[Content_Types].xml");
    types = replaced(types, "</Types>",
                     "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-"
                     "officedocument.wordprocessingml.footer+xml\"/></Types>");
    return write_archive(archive, publication.date);
}

}  // namespace kring::press
