// SPDX-License-Identifier: EUPL-1.2
// From a frozen version to its files: one clean document per language, printed by a job, kept in
// the database, never made in a request.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/summary/summary.hpp"
#include "platform/press/press.hpp"

namespace kring::summary {

struct Unprinted {
    std::string version_id;
    std::string language;
    press::Format format;
};

/// Files that frozen versions still lack, oldest version first.
std::vector<Unprinted> unprinted(db::Connection& in);

/// The document of a version in a language, ready for the press but for its print style (`css`), which
/// the caller adds. Reads the database for the network's name and what everyone may read.
press::Publication publication(const desk::Site& site, const Version& version, std::string_view language);

/// Keeps the bytes; a file that is there already stays (its hash was published).
Result<Done> keep_file(const Act& act, const Unprinted& file, std::string_view bytes);

std::string_view extension(press::Format format);  ///< "pdf"
std::string_view media_type(press::Format format);
std::optional<press::Format> format_of(std::string_view extension);

}  // namespace kring::summary
