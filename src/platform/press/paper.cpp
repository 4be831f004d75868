// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/paper.hpp"

#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/press/chromium.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {

std::string print_paper(const Paper& paper) {
    if (paper.css.find("</") != std::string::npos) throw std::runtime_error("press: the style ends itself");
    const ScratchFolder folder;
    const std::string head =
        "<title>" + escaped(paper.title) + "</title>\n<style>" + paper.css + "</style>\n";
    stage_page(folder.path(), "paper", paper.language == "en" ? "en-GB" : "nl-NL", head, paper.html);
    print_page(folder.path(), "paper");
    return read_file(folder.path() + "/paper.pdf");
}

}  // namespace kring::press
