// SPDX-License-Identifier: EUPL-1.2
// The account of an award: what was asked, what was given, every step from a score to a place, in words. The
// reckoning is the engine's and exact; here it is only told.
#pragma once

#include <vector>

#include "domain/bid/bid.hpp"
#include "domain/bid/document.hpp"
#include "domain/tender/warnings.hpp"
#include "engine/award/award.hpp"
#include "platform/html/phrases.hpp"

namespace kring::bid {

struct Wording {
    const html::Phrases& phrases;
    html::Language language = html::Language::nl;

    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return phrases.say(key, language, values);
    }
};

struct Account {
    award::Award award;
    Document document;
    std::vector<tender::Warning> warnings;
};

/// Problems when something is missing or cannot be scored, each worded by its phrase.
Result<Account> account_of(const Wording& wording, const tender::Tender& tender,
                           const std::vector<Bid>& bids);

}  // namespace kring::bid
