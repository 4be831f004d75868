// SPDX-License-Identifier: EUPL-1.2
// Published versions as an Atom feed (RFC 4287): one entry a version, newest first, with ids that
// never change. Pure.
#pragma once

#include <string>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/summary/store.hpp"

namespace kring::summary {

/// `files`: of all those versions. Equal input gives equal bytes.
std::string atom_feed(const desk::Site& site, html::Language language, const std::vector<Version>& versions,
                      const std::vector<VersionFile>& files);

}  // namespace kring::summary
