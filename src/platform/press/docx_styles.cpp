// SPDX-License-Identifier: EUPL-1.2
// The styles of a DOCX, under the names pandoc gives its paragraphs (ISO/IEC 29500-1, 17.7).
// Sizes are half points, distances twentieths of a point; colours those of press.css.
#include "platform/press/formats.hpp"

namespace kring::press {
namespace {

constexpr std::string_view name_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

struct Paragraph {
    std::string_view id;
    std::string_view name;
    std::string_view based_on;
    std::string_view layout;   ///< inside w:pPr
    std::string_view letters;  ///< inside w:rPr
};

constexpr Paragraph paragraphs[] = {
    {"BodyText", "Body Text", "Normal", "", ""},
    {"FirstParagraph", "First Paragraph", "BodyText", "", ""},
    {"Compact", "Compact", "BodyText",
     R"(<w:keepLines/><w:spacing w:before="40" w:after="40" w:line="264" w:lineRule="auto"/>)", ""},
    {"Title", "Title", "Normal",
     R"(<w:keepNext/><w:spacing w:before="1200" w:after="200" w:line="240" w:lineRule="auto"/>)",
     R"(<w:b/><w:sz w:val="56"/><w:szCs w:val="56"/>)"},
    {"Subtitle", "Subtitle", "Normal", R"(<w:keepNext/><w:spacing w:before="0" w:after="360"/>)",
     R"(<w:color w:val="0A4649"/><w:sz w:val="28"/><w:szCs w:val="28"/>)"},
    {"Versie", "Versie", "Normal",
     R"(<w:pBdr><w:top w:val="single" w:sz="12" w:space="8" w:color="0E5A5E"/></w:pBdr>
        <w:spacing w:before="0" w:after="600"/>)",
     R"(<w:color w:val="3D5374"/><w:sz w:val="20"/><w:szCs w:val="20"/>)"},
    {"Heading1", "heading 1", "Normal",
     R"(<w:keepNext/><w:keepLines/>
        <w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="0E5A5E"/></w:pBdr>
        <w:spacing w:before="600" w:after="240" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="0"/>)",
     R"(<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>)"},
    {"Heading2", "heading 2", "Normal",
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="1"/>)",
     R"(<w:b/><w:color w:val="0A4649"/><w:sz w:val="26"/><w:szCs w:val="26"/>)"},
    {"Heading3", "heading 3", "Normal",
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="2"/>)",
     "<w:b/>"},
    {"Heading4", "heading 4", "Normal", R"(<w:keepNext/><w:keepLines/><w:outlineLvl w:val="3"/>)", "<w:i/>"},
    {"Heading5", "heading 5", "Normal", R"(<w:keepNext/><w:keepLines/><w:outlineLvl w:val="4"/>)", "<w:i/>"},
    {"BlockText", "Block Text", "BodyText",
     R"(<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="86B9BA"/></w:pBdr>
        <w:ind w:left="284"/>)",
     R"(<w:color w:val="223C61"/>)"},
    {"Stelling", "Stelling", "BodyText",
     R"(<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/>)", ""},
    {"Bron", "Bron", "BodyText",
     R"(<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="86B9BA"/></w:pBdr>
        <w:spacing w:before="0" w:after="280" w:line="264" w:lineRule="auto"/><w:ind w:left="198"/>)",
     R"(<w:color w:val="3D5374"/><w:sz w:val="17"/><w:szCs w:val="17"/>)"},
    {"Kort", "Kort", "BodyText",
     R"(<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="36" w:space="10" w:color="0E5A5E"/></w:pBdr>
        <w:shd w:val="clear" w:color="auto" w:fill="EEF6F6"/>
        <w:spacing w:before="120" w:after="240"/><w:ind w:left="284"/>)",
     ""},
    {"Plaat", "Plaat", "BodyText", R"(<w:keepNext/><w:spacing w:before="240" w:after="80"/>)", ""},
    {"Bijschrift", "Bijschrift", "BodyText", R"(<w:spacing w:before="0" w:after="320"/>)",
     R"(<w:color w:val="3D5374"/><w:sz w:val="18"/><w:szCs w:val="18"/>)"},
    {"TableCaption", "Table Caption", "Normal", R"(<w:keepNext/><w:spacing w:before="280" w:after="100"/>)",
     "<w:b/>"},
    {"DefinitionTerm", "Definition Term", "Normal", R"(<w:keepNext/><w:spacing w:after="20"/>)", "<w:b/>"},
    {"Definition", "Definition", "Normal", "", ""},
    {"SourceCode", "Source Code", "Normal", "",
     R"(<w:rFonts w:ascii="Noto Sans Mono" w:hAnsi="Noto Sans Mono"/>)"},
    {"Footer", "footer", "Normal", R"(<w:spacing w:after="0"/><w:jc w:val="right"/>)",
     R"(<w:b/><w:color w:val="0E5A5E"/><w:sz w:val="18"/><w:szCs w:val="18"/>)"},
};

std::string style_of(const Paragraph& each) {
    return R"(<w:style w:type="paragraph" w:styleId=")" + std::string(each.id) + R"("><w:name w:val=")" +
           std::string(each.name) + R"("/><w:basedOn w:val=")" + std::string(each.based_on) +
           R"("/><w:next w:val="BodyText"/><w:qFormat/><w:pPr>)" + std::string(each.layout) +
           "</w:pPr><w:rPr>" + std::string(each.letters) + "</w:rPr></w:style>\n";
}

constexpr std::string_view other_styles = R"xml(
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
 <w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
 <w:rPr><w:color w:val="0E5A5E"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/>
 <w:rPr><w:rFonts w:ascii="Noto Sans Mono" w:hAnsi="Noto Sans Mono"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>
 <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
  <w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
 <w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
 <w:tblPr><w:tblBorders>
  <w:bottom w:val="single" w:sz="4" w:color="C0C7D2"/><w:insideH w:val="single" w:sz="4" w:color="C0C7D2"/>
 </w:tblBorders></w:tblPr>
 <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>
  <w:tcBorders><w:bottom w:val="single" w:sz="12" w:color="0E5A5E"/></w:tcBorders>
  <w:shd w:val="clear" w:color="auto" w:fill="EEF6F6"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
 <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
</w:styles>
)xml";

}  // namespace

std::string docx_styles(std::string_view language) {
    std::string styles =
        R"(<?xml version="1.0" encoding="UTF-8"?>)"
        "\n<w:styles xmlns:w=\"" +
        std::string(name_space) + "\">\n" +
        R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" )"
        R"(w:eastAsia="Noto Sans" w:cs="Noto Sans"/><w:color w:val="001A40"/><w:sz w:val="21"/>)"
        R"(<w:szCs w:val="21"/><w:lang w:val=")" +
        std::string(language) +
        R"("/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="300" )"
        R"(w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>)"
        R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>)"
        "<w:qFormat/></w:style>\n";
    for (const Paragraph& each : paragraphs) styles += style_of(each);
    return styles.append(other_styles);
}

std::string docx_footer() {
    return R"(<?xml version="1.0" encoding="UTF-8"?>)"
           "\n<w:ftr xmlns:w=\"" +
           std::string(name_space) +
           R"("><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>)"
           R"(<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>)"
           R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>)"
           R"(<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>)";
}

}  // namespace kring::press
