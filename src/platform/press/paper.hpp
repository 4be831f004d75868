// SPDX-License-Identifier: EUPL-1.2
// Prints one finished page of our own making, such as a list or a sheet of badges, to a tagged PDF with
// its own style. Runs Chromium; called by a job, never by a request.
#pragma once

#include <string>

namespace kring::press {

struct Paper {
    std::string title;
    std::string language;  ///< "nl" or "en"
    std::string css;
    std::string html;  ///< what goes between <body> and </body>; everything in it is escaped already
};

/// The bytes of the PDF. Throws std::runtime_error naming the tool when it is missing or fails.
std::string print_paper(const Paper& paper);

}  // namespace kring::press
