// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/letters.hpp"

namespace kring::people {

html::Language language_of(std::string_view code) {
    return code == "en" ? html::Language::en : html::Language::nl;
}

void post_letter(const Act& act, const Stationery& stationery, const Person& person, std::string_view kind,
                 html::PhraseValues values) {
    const html::Language language = language_of(person.language);
    const std::string key = "people.letter." + std::string(kind);
    values.emplace_back("name", person.name);
    values.emplace_back("site", stationery.site_name);
    journal::Letter letter;
    letter.person = person.id;
    letter.to_name = person.name;
    letter.to_email = person.email;
    letter.language = person.language;
    letter.subject = stationery.phrases.say(key + ".subject", language, values);
    letter.body = stationery.phrases.say(key + ".body", language, values);
    journal::post(act, letter);
}

}  // namespace kring::people
