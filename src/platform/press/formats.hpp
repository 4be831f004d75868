// SPDX-License-Identifier: EUPL-1.2
// The makers behind print(), one for each kind of document. Each works in an empty folder of its own.
#pragma once

#include <string>
#include <string_view>

#include "platform/press/copy.hpp"
#include "platform/press/press.hpp"

namespace kring::press {

/// Tagged PDF 1.7 with bookmarks, XMP and right page numbers in the table of contents.
std::string print_pdf(const Publication& publication, const std::string& folder);

/// ODF 1.2 text or Office Open XML; pictures as PNG, which every word processor shows.
std::string print_odt(const Publication& publication, const std::string& folder);
std::string print_docx(const Publication& publication, const std::string& folder);

/// EPUB 3 with accessibility metadata.
std::string print_epub(const Publication& publication, const std::string& folder);

/// Lays `copy` in `folder` and has pandoc turn it into `format`; hands back the bytes.
std::string run_pandoc(const Publication& publication, const Copy& copy, const std::string& folder,
                       const std::string& format);

/// Lays every picture in `folder` under its staged name, cleaned.
void stage_pictures(const Publication& publication, const std::string& folder);

/// The styles a word processor gets instead of pandoc's; `language` is "nl-NL", `title` the running head.
std::string docx_styles(std::string_view language);
std::string docx_footer();
std::string odt_styles(std::string_view language, std::string_view title);

/// `text` with the first `old` replaced; throws std::runtime_error when it is not there.
std::string replaced(std::string text, std::string_view old, std::string_view replacement);

}  // namespace kring::press
