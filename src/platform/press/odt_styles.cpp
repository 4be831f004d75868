// SPDX-License-Identifier: EUPL-1.2
// The styles, page and footer of an ODT, under the names pandoc gives its paragraphs (ODF 1.2 part 1,
// 16). Colours are those of press.css.
#include "platform/press/formats.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {
namespace {

struct Style {
    std::string_view name;  ///< as encoded in ODF: "_20_" is a space
    std::string_view parent;
    std::string_view layout;   ///< attributes of style:paragraph-properties
    std::string_view letters;  ///< attributes of style:text-properties
    int outline = 0;           ///< level of a heading
};

constexpr std::string_view bold = R"(fo:font-weight="bold")";

constexpr Style styles[] = {
    {"Standard", "", R"(fo:line-height="125%" fo:orphans="2" fo:widows="2")", ""},
    {"Text_20_body", "Standard", R"(fo:margin-top="0cm" fo:margin-bottom="0.28cm")", ""},
    {"First_20_paragraph", "Text_20_body", "", ""},
    {"Heading", "Standard", R"(fo:keep-with-next="always" fo:keep-together="always")", bold},
    {"Title", "Heading", R"(fo:margin-top="2.1cm" fo:margin-bottom="0.35cm" fo:line-height="110%")",
     R"(fo:font-size="28pt")"},
    {"Subtitle", "Standard", R"(fo:margin-bottom="0.64cm" fo:keep-with-next="always")",
     R"(fo:font-size="14pt" fo:color="#0a4649")"},
    {"Versie", "Standard",
     R"(fo:border-top="1.5pt solid #0e5a5e" fo:padding-top="0.25cm" fo:margin-bottom="1cm")",
     R"(fo:font-size="10pt" fo:color="#3d5374")"},
    {"Heading_20_1", "Heading",
     R"(fo:margin-top="1.05cm" fo:margin-bottom="0.42cm" fo:border-bottom="1.5pt solid #0e5a5e"
        fo:padding-bottom="0.15cm")",
     R"(fo:font-size="18pt")", 1},
    {"Heading_20_2", "Heading", R"(fo:margin-top="0.64cm" fo:margin-bottom="0.21cm")",
     R"(fo:font-size="13pt" fo:color="#0a4649")", 2},
    {"Heading_20_3", "Heading", R"(fo:margin-top="0.5cm" fo:margin-bottom="0.14cm")", "", 3},
    {"Heading_20_4", "Heading", R"(fo:margin-top="0.4cm" fo:margin-bottom="0.1cm")",
     R"(fo:font-style="italic")", 4},
    {"Heading_20_5", "Heading", R"(fo:margin-top="0.4cm" fo:margin-bottom="0.1cm")",
     R"(fo:font-style="italic")", 5},
    {"Quotations", "Text_20_body", R"(fo:border-left="2pt solid #86b9ba" fo:padding-left="0.3cm")",
     R"(fo:color="#223c61")"},
    {"Stelling", "Text_20_body",
     R"(fo:margin-top="0.35cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"
        fo:keep-together="always")",
     ""},
    {"Bron", "Text_20_body",
     R"(fo:margin-bottom="0.5cm" fo:margin-left="0.1cm" fo:border-left="1.5pt solid #86b9ba"
        fo:padding-left="0.25cm"
        fo:keep-together="always")",
     R"(fo:font-size="8.5pt" fo:color="#3d5374")"},
    {"Kort", "Text_20_body",
     R"(fo:margin-top="0.2cm" fo:margin-bottom="0.42cm" fo:background-color="#eef6f6" fo:padding="0.3cm"
        fo:border-left="4.5pt solid #0e5a5e" fo:keep-together="always")",
     ""},
    {"Plaat", "Text_20_body",
     R"(fo:margin-top="0.42cm" fo:margin-bottom="0.14cm" fo:keep-with-next="always")", ""},
    {"Bijschrift", "Text_20_body", R"(fo:margin-bottom="0.56cm")",
     R"(fo:font-size="9pt" fo:color="#3d5374")"},
    {"TableCaption", "Text_20_body",
     R"(fo:margin-top="0.5cm" fo:margin-bottom="0.18cm" fo:keep-with-next="always")", bold},
    {"Table_20_Contents", "Standard", "", R"(fo:font-size="9.5pt")"},
    {"Table_20_Heading", "Table_20_Contents", "", bold},
    {"Definition_20_Term", "Text_20_body", R"(fo:margin-bottom="0.04cm" fo:keep-with-next="always")", bold},
    {"Definition_20_Term_20_Tight", "Definition_20_Term", "", ""},
    {"Definition_20_Definition", "Text_20_body", "", ""},
    {"Definition_20_Definition_20_Tight", "Definition_20_Definition", "", ""},
    {"Preformatted_20_Text", "Standard", "", R"(style:font-name="Noto Sans Mono")"},
    {"Header", "Standard", "", R"(fo:font-size="8pt" fo:color="#3d5374")"},
    {"Footer", "Standard", R"(fo:text-align="end")",
     R"(fo:font-size="9pt" fo:font-weight="bold" fo:color="#0e5a5e")"},
};

constexpr std::string_view opening = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2">
<office:font-face-decls>
<style:font-face style:name="Noto Sans" svg:font-family="'Noto Sans'" style:font-family-generic="swiss"/>
<style:font-face style:name="Noto Sans Mono" svg:font-family="'Noto Sans Mono'" style:font-pitch="fixed"/>
</office:font-face-decls>
<office:styles>
)xml";

constexpr std::string_view closing = R"xml(
<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">
 <style:text-properties fo:color="#0e5a5e" style:text-underline-style="solid"/></style:style>
<style:style style:name="Visited_20_Internet_20_Link" style:display-name="Visited Internet Link"
 style:family="text" style:parent-style-name="Internet_20_link"/>
<style:style style:name="Definition" style:family="text">
 <style:text-properties fo:color="#0e5a5e" style:text-underline-style="solid"/></style:style>
<style:style style:name="Source_20_Text" style:family="text">
 <style:text-properties style:font-name="Noto Sans Mono"/></style:style>
<style:style style:name="Numbering_20_Symbols" style:display-name="Numbering Symbols" style:family="text"/>
<style:style style:name="Bullet_20_Symbols" style:display-name="Bullet Symbols" style:family="text"/>
<style:style style:name="Graphics" style:family="graphic">
 <style:graphic-properties text:anchor-type="paragraph" style:wrap="none"/></style:style>
<style:style style:name="Formula" style:family="graphic">
 <style:graphic-properties text:anchor-type="as-char" style:vertical-pos="middle"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 style:print-orientation="portrait" fo:margin-top="1.4cm" fo:margin-bottom="1.4cm" fo:margin-left="2.5cm"
 fo:margin-right="2.5cm"/>
<style:header-style>
 <style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style>
 <style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
)xml";

std::string style_of(const Style& each) {
    std::string display(each.name);
    for (std::size_t at = display.find("_20_"); at != std::string::npos; at = display.find("_20_")) {
        display.replace(at, 4, " ");
    }
    std::string text = "<style:style style:family=\"paragraph\" style:name=\"" + std::string(each.name) +
                       "\" style:display-name=\"" + display + "\"";
    if (!each.parent.empty()) text += " style:parent-style-name=\"" + std::string(each.parent) + "\"";
    if (each.outline > 0) {
        text += " style:next-style-name=\"Text_20_body\" style:default-outline-level=\"" +
                std::to_string(each.outline) + "\"";
    }
    text += "><style:paragraph-properties " + std::string(each.layout) + "/>";
    return text + "<style:text-properties " + std::string(each.letters) + "/></style:style>\n";
}

}  // namespace

std::string odt_styles(std::string_view language, std::string_view title) {
    std::string text(opening);
    text += R"(<style:default-style style:family="paragraph">)"
            R"(<style:paragraph-properties style:tab-stop-distance="1cm"/>)"
            R"(<style:text-properties style:font-name="Noto Sans" fo:font-size="10.5pt" fo:color="#001a40")"
            " fo:language=\"" +
            std::string(language.substr(0, 2)) + "\" fo:country=\"" + std::string(language.substr(3)) +
            "\"/></style:default-style>\n";
    for (const Style& each : styles) text += style_of(each);
    text += closing;
    return text + "<style:header><text:p text:style-name=\"Header\">" + escaped(title) +
           "</text:p></style:header>\n<style:footer><text:p text:style-name=\"Footer\">"
           "<text:page-number text:select-page=\"current\">1</text:page-number></text:p></style:footer>\n"
           "</style:master-page></office:master-styles></office:document-styles>\n";
}

}  // namespace kring::press
