// SPDX-License-Identifier: EUPL-1.2
// The letters of this room: worded in the reader's language, laid in the outbox by the act's own
// transaction.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "domain/journal/journal.hpp"
#include "domain/people/people.hpp"
#include "platform/html/phrases.hpp"

namespace kring::people {

/// What a letter needs of the installation.
struct Stationery {
    const html::Phrases& phrases;
    std::string site_name;
    /// A Dutch pattern ("/aanmelden/link") in the language, as a full address: "https://…/en/sign-in/link".
    std::function<std::string(html::Language, std::string_view)> address;
};

html::Language language_of(std::string_view code);

/// Posts "people.letter.KIND.subject" and ".body" to the person; the phrases may name name, site and
/// the values given.
void post_letter(const Act& act, const Stationery& stationery, const Person& person, std::string_view kind,
                 html::PhraseValues values = {});

}  // namespace kring::people
