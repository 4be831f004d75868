// SPDX-License-Identifier: EUPL-1.2
// The cleaned copy of a publication for one medium: known elements and attributes only, pictures by
// staged name, every other reference to a file or a site's picture removed (R25).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/press/press.hpp"

namespace kring::press {

/// Paper: HTML for Chromium. Office, reader: HTML as pandoc 2.17 keeps most of it.
enum class Medium { paper, office, reader };

using PageNumbers = std::map<std::string, int, std::less<>>;  ///< id of a heading → page, from 1

struct Copy {
    std::string body;               ///< what goes between <body> and </body>
    std::vector<std::string> alts;  ///< alternative texts as shown, entities and all, in order
    bool wants_pages = false;       ///< has a table of contents waiting for page numbers
};

Copy copy_for(const Publication& publication, Medium medium, const PageNumbers& pages = {});

/// The file name a picture is staged under: "picture1.svg".
std::string staged_name(std::size_t picture, std::string_view extension);

/// "nl-NL" or "en-GB".
std::string full_language(const Publication& publication);

/// Width and height of a drawing in CSS pixels; 640 by 400 when it does not tell.
struct Size {
    int width = 640;
    int height = 400;
};
Size size_of(std::string_view svg);

}  // namespace kring::press
