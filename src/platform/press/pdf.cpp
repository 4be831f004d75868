// SPDX-License-Identifier: EUPL-1.2
// Chromium prints twice, because only a print tells on which page a heading stands; qpdf then sets
// the dates, adds XMP and maps the PDF 2.0 tags Chromium uses onto those of PDF 1.7.
#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/base/text.hpp"
#include "platform/press/chromium.hpp"
#include "platform/press/formats.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {
namespace {

constexpr int most_prints = 4;

/// A string for `content:` in a style sheet, also safe inside <style>.
std::string css_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\n' || c == '\r')
            out += ' ';
        else if (c == '"' || c == '\\' || c == '<')
            out += c == '<' ? "\\3c " : std::string("\\") + c;
        else
            out += c;
    }
    return out + "\"";
}

std::string head_of(const Publication& publication) {
    if (publication.css.find("</") != std::string::npos)
        throw std::runtime_error("press: the style ends itself");
    return "<title>" + escaped(publication.title) + "</title>\n<style>" + publication.css +
           "\n@page { @top-left { content: " + css_string(publication.title) + "; } }\n" +
           "@page :first { @top-left { content: none; } }\n</style>\n";
}

/// pdfinfo's lines: `   3 [ XYZ    0  842 null      ] "c1"`.
PageNumbers page_numbers(std::string_view listing) {
    PageNumbers pages;
    for (const std::string_view line : split(listing, '\n')) {
        const std::size_t bracket = line.find('[');
        const std::size_t quote = line.find("] \"");
        std::int64_t page = 0;
        if (bracket == std::string_view::npos || quote == std::string_view::npos) continue;
        if (!read_number(trim(line.substr(0, bracket)), 1, 100000, page)) continue;
        const std::string_view name = line.substr(quote + 3);
        pages.emplace(name.substr(0, name.rfind('"')), static_cast<int>(page));
    }
    return pages;
}

/// Prints until the numbers in the contents are those of the print itself.
void print_with_numbers(const Publication& publication, const std::string& folder) {
    PageNumbers pages;
    for (int turn = 0; turn < most_prints; ++turn) {
        const Copy copy = copy_for(publication, Medium::paper, pages);
        stage_page(folder, "document", full_language(publication), head_of(publication), copy.body);
        print_page(folder, "document");
        if (!copy.wants_pages) return;
        PageNumbers found = page_numbers(run_tool(folder, {"pdfinfo", "-dests", "document.pdf"}));
        if (found == pages) return;
        pages = std::move(found);
    }
    throw std::runtime_error("press: the page numbers do not settle");
}

std::string xmp_of(const Publication& publication) {
    const std::string stamp = publication.date + "T00:00:00Z";
    const std::string language = full_language(publication);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
           "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(publication.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>" +
           language + "</rdf:li></rdf:Bag></dc:language>\n<dc:publisher><rdf:Bag><rdf:li>" +
           escaped(publication.publisher) + "</rdf:li></rdf:Bag></dc:publisher>\n<dc:date><rdf:Seq><rdf:li>" +
           publication.date + "</rdf:li></rdf:Seq></dc:date>\n<dc:identifier>" +
           escaped(publication.identifier) +
           "</dc:identifier>\n<xmp:CreatorTool>Kring</xmp:CreatorTool><xmp:CreateDate>" + stamp +
           "</xmp:CreateDate><xmp:ModifyDate>" + stamp +
           "</xmp:ModifyDate>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
           "<?xpacket end=\"r\"?>";
}

std::string json_of(const std::string& folder, const std::vector<std::string>& objects) {
    std::vector<std::string> argv = {"qpdf", "--json", "--json-key=qpdf"};
    for (const std::string& object : objects) argv.push_back("--json-object=" + object);
    argv.emplace_back("document.pdf");
    return run_tool(folder, argv);
}

/// The number of the object that `key` refers to: `"/Root": "433 0 R"` gives "433".
std::string reference(std::string_view json, std::string_view key) {
    const std::string opening = "\"" + std::string(key) + "\": \"";
    const std::size_t start = json.find(opening);
    if (start == std::string_view::npos)
        throw std::runtime_error("press: the PDF has no " + std::string(key));
    const std::string_view rest = json.substr(start + opening.size());
    return std::string(rest.substr(0, rest.find(' ')));
}

std::int64_t highest_object(std::string_view json) {
    constexpr std::string_view opening = "\"maxobjectid\": ";
    const std::size_t start = json.find(opening);
    const std::string_view rest = start == std::string_view::npos ? "" : json.substr(start + opening.size());
    std::int64_t number = 0;
    if (read_number(rest.substr(0, rest.find_first_not_of("0123456789")), 1, 1 << 30, number)) return number;
    throw std::runtime_error("press: qpdf does not tell how many objects there are");
}

std::string object_start(const std::string& object) { return "\"obj:" + object + " 0 R\": {"; }

std::string with_key(std::string json, const std::string& object, const std::string& entry) {
    const std::size_t start = json.find(object_start(object));
    const std::size_t value = json.find("\"value\": {", start == std::string::npos ? json.size() : start);
    if (value == std::string::npos) throw std::runtime_error("press: qpdf left out object " + object);
    return json.insert(value + std::string_view("\"value\": {").size(), entry + ",");
}

/// Gives an existing date in the Info dictionary another value.
std::string with_date(std::string json, std::string_view key, const std::string& date) {
    const std::string opening = "\"" + std::string(key) + "\": \"u:";
    const std::size_t start = json.find(opening);
    if (start == std::string::npos) throw std::runtime_error("press: the PDF has no " + std::string(key));
    const std::size_t value = start + opening.size();
    return json.replace(value, json.find('"', value) - value, date);
}

/// What qpdf is to change, in its own JSON (version 2): it takes back what it told, edited.
std::string edits(const Publication& publication, const std::string& folder) {
    const std::string trailer = json_of(folder, {"trailer"});
    const std::string info = reference(trailer, "/Info");
    const std::string root = reference(trailer, "/Root");
    const std::string added = std::to_string(highest_object(trailer) + 1);
    const std::string tree = reference(json_of(folder, {root}), "/StructTreeRoot");
    std::string json = json_of(folder, {info, root, tree});
    std::string digits = publication.date;
    std::erase(digits, '-');
    json = with_date(with_date(json, "/CreationDate", "D:" + digits + "000000Z"), "/ModDate",
                     "D:" + digits + "000000Z");
    json = with_key(json, root, "\"/Metadata\": \"" + added + " 0 R\"");
    json = with_key(json, tree, R"("/RoleMap": {"/Strong": "/Span", "/Em": "/Span", "/Aside": "/Sect"})");
    return json.insert(json.find(object_start(root)),
                       object_start(added) +
                           R"("stream": {"dict": {"/Type": "/Metadata", "/Subtype": "/XML"}, )" +
                           "\"datafile\": \"xmp.xml\"}},\n");
}

}  // namespace

std::string print_pdf(const Publication& publication, const std::string& folder) {
    print_with_numbers(publication, folder);
    write_file(folder + "/xmp.xml", xmp_of(publication));
    write_file(folder + "/edits.json", edits(publication, folder));
    run_tool(folder, {"qpdf", "document.pdf", "--update-from-json=edits.json", "--min-version=1.7",
                      "--deterministic-id", "--object-streams=generate", "printed.pdf"});
    return read_file(folder + "/printed.pdf");
}

}  // namespace kring::press
