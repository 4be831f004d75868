// SPDX-License-Identifier: EUPL-1.2
// What a purchaser should look at before publishing, each with who says so. It warns and never forbids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/tender/simulate.hpp"
#include "domain/tender/tender.hpp"
#include "platform/html/phrases.hpp"

namespace kring::tender {

struct Warning {
    std::string phrase;
    std::vector<std::pair<std::string, std::string>> values;
    std::string
        source;  ///< a phrase "tender.source.…" that names the source and how it was read; "" for none
};

/// What the draft itself shows, whatever the bids.
std::vector<Warning> warnings_of(const Tender& tender, bool has_bids, html::Language language);

/// A number as the engine writes it ("0.181818") in the reader's language; other text as it is.
std::string engine_number(std::string_view text, html::Language language);

/// The ids in a notice's value ("a, b") replaced by names.
using Names = std::vector<std::pair<std::string, std::string>>;
std::vector<Warning> notices_in_words(const std::vector<ShownNotice>& notices, const Names& names,
                                      html::Language language);

}  // namespace kring::tender
