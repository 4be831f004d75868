// SPDX-License-Identifier: EUPL-1.2
// Everything the interface says, by key, in Dutch and English (gettext catalogues), and how
// each language writes dates and numbers. Loaded once; safe to use from every thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/time.hpp"

namespace kring::html {

enum class Language { nl, en };
inline constexpr Language languages[] = {Language::nl, Language::en};
std::string_view code(Language language);  ///< "nl" or "en"

using PhraseValues = std::vector<std::pair<std::string, std::string>>;

class Phrases {
public:
    /// From compiled catalogues (.mo bytes) per language. Throws std::runtime_error on a broken one.
    Phrases(std::string_view nl_mo, std::string_view en_mo);
    ~Phrases();

    bool has(std::string_view key, Language language) const;
    std::vector<std::string> keys() const;

    /// The phrase with {name} replaced. With a value named "count" the plural form is chosen by
    /// it. Throws std::runtime_error on an unknown key or a value the phrase names but was not given.
    std::string say(std::string_view key, Language language, const PhraseValues& values = {}) const;

    std::string long_date(std::string_view day, Language language) const;   ///< "woensdag 28 november 2018"
    std::string short_date(std::string_view day, Language language) const;  ///< "28 nov 2018"
    /// "28 november 2018, 13.00 uur", in Europe/Amsterdam.
    std::string moment(Time time, Language language) const;
    std::string number(double value, int decimals, Language language) const;  ///< "1.234,5" / "1,234.5"
    std::string file_size(std::int64_t bytes, Language language) const;       ///< "210 kB"

private:
    struct Catalogues;
    std::unique_ptr<Catalogues> catalogues_;
};

}  // namespace kring::html
