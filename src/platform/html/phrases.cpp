// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/phrases.hpp"

#include <charconv>
#include <functional>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "platform/html/catalogue.hpp"

namespace kring::html {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// A phrase cut at its placeholders: `before` is literal, then the value of `name` ("" at the end).
struct Piece {
    std::string before;
    std::string name;
};
using Form = std::vector<Piece>;

/// One form, or two: for exactly one, and for every other number.
using Phrase = std::vector<Form>;

bool is_name(std::string_view text) {
    return !text.empty() &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

Form cut(std::string_view key, std::string_view text) {
    Form form;
    while (true) {
        const auto open = text.find_first_of("{}");
        if (open == std::string_view::npos) break;
        const auto close = text.find('}', open);
        const auto name = text.substr(open + 1, close - open - 1);
        if (text[open] == '}' || close == std::string_view::npos || !is_name(name)) {
            throw std::runtime_error("phrase \"" + std::string(key) + "\" has a broken placeholder");
        }
        form.push_back({std::string(text.substr(0, open)), std::string(name)});
        text.remove_prefix(close + 1);
    }
    form.push_back({std::string(text), ""});
    return form;
}

const std::string* value_of(const PhraseValues& values, std::string_view name) {
    for (const auto& [held, value] : values) {
        if (held == name) return &value;
    }
    return nullptr;
}

[[noreturn]] void fail(std::string_view key, Language language, const std::string& why) {
    throw std::runtime_error("phrase \"" + std::string(key) + "\" (" + std::string(code(language)) + ") " +
                             why);
}

}  // namespace

struct Phrases::Catalogues {
    using Catalogue = std::unordered_map<std::string, Phrase, TextHash, std::equal_to<>>;
    Catalogue of[2];

    const Catalogue& in(Language language) const { return of[language == Language::nl ? 0 : 1]; }
};

namespace {

std::unordered_map<std::string, Phrase, TextHash, std::equal_to<>> catalogue_of(std::string_view mo) {
    std::unordered_map<std::string, Phrase, TextHash, std::equal_to<>> catalogue;
    for (const CatalogueEntry& entry : read_catalogue(mo)) {
        Phrase phrase;
        for (const std::string& form : entry.forms) phrase.push_back(cut(entry.key, form));
        catalogue.emplace(entry.key, std::move(phrase));
    }
    return catalogue;
}

const Form& form_for(std::string_view key, Language language, const Phrase& phrase,
                     const PhraseValues& values) {
    if (phrase.size() == 1) return phrase[0];
    const std::string* count = value_of(values, "count");
    if (!count) fail(key, language, "needs a value named count");
    long long number = 0;
    const auto [end, error] = std::from_chars(count->data(), count->data() + count->size(), number);
    if (error != std::errc{} || end != count->data() + count->size()) {
        fail(key, language, "needs a whole number as count");
    }
    return phrase[number == 1 ? 0 : 1];
}

}  // namespace

std::string_view code(Language language) { return language == Language::nl ? "nl" : "en"; }

Phrases::Phrases(std::string_view nl_mo, std::string_view en_mo)
    : catalogues_(std::make_unique<Catalogues>()) {
    catalogues_->of[0] = catalogue_of(nl_mo);
    catalogues_->of[1] = catalogue_of(en_mo);
}

Phrases::~Phrases() = default;

bool Phrases::has(std::string_view key, Language language) const {
    return catalogues_->in(language).contains(key);
}

std::vector<std::string> Phrases::keys() const {
    std::set<std::string> all;
    for (const auto& catalogue : catalogues_->of) {
        for (const auto& [key, phrase] : catalogue) all.insert(key);
    }
    return {all.begin(), all.end()};
}

std::string Phrases::say(std::string_view key, Language language, const PhraseValues& values) const {
    const auto& catalogue = catalogues_->in(language);
    const auto held = catalogue.find(key);
    if (held == catalogue.end()) fail(key, language, "is not in the catalogue");
    const Form& form = form_for(key, language, held->second, values);
    std::string said = form[0].before;
    for (std::size_t i = 0; i + 1 < form.size(); ++i) {
        const std::string* value = value_of(values, form[i].name);
        if (!value) fail(key, language, "needs a value named " + form[i].name);
        said += *value;
        said += form[i + 1].before;
    }
    return said;
}

}  // namespace kring::html
