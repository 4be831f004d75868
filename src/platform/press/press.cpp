// SPDX-License-Identifier: EUPL-1.2
#include "platform/press/press.hpp"

#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/base/time.hpp"
#include "platform/press/formats.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {

void stage_pictures(const Publication& publication, const std::string& folder) {
    for (std::size_t i = 0; i < publication.pictures.size(); ++i) {
        write_file(folder + "/" + staged_name(i, "svg"), clean_svg(publication.pictures[i].svg));
    }
}

std::string replaced(std::string text, std::string_view old, std::string_view replacement) {
    const std::size_t at = text.find(old);
    if (at == std::string::npos) throw std::runtime_error("press: pandoc wrote no " + std::string(old));
    return text.replace(at, old.size(), replacement);
}

std::string print(const Publication& publication, Format format) {
    if (!is_day(publication.date)) throw std::runtime_error("press: no such day: " + publication.date);
    const ScratchFolder folder;
    stage_pictures(publication, folder.path());
    switch (format) {
        case Format::pdf:
            return print_pdf(publication, folder.path());
        case Format::odt:
            return print_odt(publication, folder.path());
        case Format::docx:
            return print_docx(publication, folder.path());
        case Format::epub:
            return print_epub(publication, folder.path());
    }
    throw std::logic_error("press: no such format");
}

}  // namespace kring::press
