// SPDX-License-Identifier: EUPL-1.2
// Prints a finished publication: one clean, self-contained HTML document in, a tagged PDF
// (Chromium), ODT, DOCX and EPUB 3 (pandoc) out. Runs other programs; called by a job, never
// by a request.
#pragma once

#include <string>
#include <vector>

namespace kring::press {

enum class Format { pdf, odt, docx, epub };

struct Picture {
    std::string name;  ///< file name used in src=""
    std::string svg;
    std::string alt;
};

struct Publication {
    std::string title;
    std::string language;  ///< "nl" or "en"
    std::string publisher;
    std::string date;        ///< day of publication
    std::string identifier;  ///< permanent address
    std::string html;        ///< whole document; its only outside references are the pictures' names
    std::string css;         ///< print style
    std::vector<Picture> pictures;
};

/// The bytes of the document. Throws std::runtime_error naming the tool when it is missing or fails.
/// The same publication gives the same bytes (dates inside are those of `date`).
std::string print(const Publication& publication, Format format);

}  // namespace kring::press
