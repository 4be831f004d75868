// SPDX-License-Identifier: EUPL-1.2
// EPUB 3 by pandoc, with our own page template and style; the accessibility metadata that pandoc 2.17
// does not know (EPUB Accessibility 1.1, 2.2) is put into the package afterwards.
#include "platform/base/process.hpp"
#include "platform/press/archive.hpp"
#include "platform/press/formats.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {
namespace {

/// pandoc's template language; the cover, the contents and each chapter pass through it.
constexpr std::string_view page = R"html(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="$lang$" xml:lang="$lang$">
<head>
<meta charset="utf-8" />
<title>$pagetitle$</title>
$for(css)$
<link rel="stylesheet" type="text/css" href="$css$" />
$endfor$
</head>
<body$if(body-type)$ epub:type="$body-type$"$endif$>
$if(titlepage)$
<section epub:type="titlepage" class="k-omslag">
$for(title)$
$if(title.type)$
<h1>$title.text$</h1>
$else$
<h1>$title$</h1>
$endif$
$endfor$
$if(subtitle)$
<p class="k-ondertitel">$subtitle$</p>
$endif$
$if(versie)$
<p class="k-versie">$versie$</p>
$endif$
</section>
$else$
$body$
$endif$
</body>
</html>
)html";

constexpr std::string_view style = R"css(
body { margin: 5%; line-height: 1.5; }
h1, h2, h3 { line-height: 1.25; page-break-after: avoid; }
h1 { font-size: 1.6em; border-bottom: 2px solid #0e5a5e; padding-bottom: 0.3em; }
h2 { font-size: 1.25em; color: #0a4649; }
a { color: #0e5a5e; }
.k-omslag { margin-top: 20%; border-left: 0.6em solid #0e5a5e; padding-left: 1.2em; }
.k-omslag h1 { font-size: 2.2em; border: 0; }
.k-ondertitel { font-size: 1.2em; color: #0a4649; }
.k-versie { margin-top: 3em; color: #3d5374; }
.k-stelling { margin-top: 1.2em; page-break-after: avoid; }
.k-bron { border-left: 3px solid #86b9ba; padding-left: 0.8em; font-size: 0.85em; color: #3d5374; }
.k-kort { background: #eef6f6; border-left: 0.4em solid #0e5a5e; padding: 0.6em 1em; }
blockquote { margin: 1em 0; border-left: 3px solid #86b9ba; padding-left: 1em; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; margin: 1.2em 0; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.4em; }
th, td { text-align: left; vertical-align: top; padding: 0.4em 0.5em; border-bottom: 1px solid #c0c7d2; }
thead th { background: #eef6f6; border-bottom: 2px solid #0e5a5e; }
figure { margin: 1.5em 0; page-break-inside: avoid; }
figure p { margin: 0; }
img { max-width: 100%; height: auto; }
figcaption { font-size: 0.9em; color: #3d5374; }
dt { font-weight: bold; }
dd { margin-left: 0; }
)css";

std::string property(std::string_view name, std::string_view value) {
    return "    <meta property=\"schema:" + std::string(name) + "\">" + escaped(value) + "</meta>\n";
}

std::string accessibility(const Publication& publication, bool has_pictures) {
    const bool is_english = publication.language == "en";
    std::string meta = property("accessMode", "textual");
    if (has_pictures) meta += property("accessMode", "visual");
    meta += property("accessModeSufficient", "textual");
    for (const std::string_view feature : {"structuralNavigation", "tableOfContents", "readingOrder"}) {
        meta += property("accessibilityFeature", feature);
    }
    if (has_pictures) meta += property("accessibilityFeature", "alternativeText");
    meta += property("accessibilityHazard", "none");
    return meta +
           property("accessibilitySummary",
                    is_english
                        ? "All text can be read aloud and enlarged. Headings, lists and tables are "
                          "marked up. Every picture with a meaning has an alternative text."
                        : "Alle tekst kun je laten voorlezen en vergroten. Koppen, lijsten en tabellen "
                          "zijn als zodanig opgemaakt. Elk beeld met betekenis heeft een tekst.");
}

}  // namespace

std::string print_epub(const Publication& publication, const std::string& folder) {
    const Copy copy = copy_for(publication, Medium::reader);
    write_file(folder + "/epub.css", style);
    write_file(folder + "/epub.html", page);
    Archive archive = read_archive(run_pandoc(publication, copy, folder, "epub3"));
    std::string& package = member(archive, "EPUB/content.opf");
    package =
        replaced(package, "  </metadata>", accessibility(publication, !copy.alts.empty()) + "  </metadata>");
    if (publication.language != "en") {
        std::string& contents = member(archive, "EPUB/nav.xhtml");
        contents = replaced(contents, ">Title Page<", ">Titelpagina<");
    }
    return write_archive(archive, publication.date);
}

}  // namespace kring::press
