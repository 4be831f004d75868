// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/factor_view.hpp"

#include <algorithm>
#include <cmath>

#include "domain/desk/addresses.hpp"
#include "domain/factor/built_in.hpp"
#include "domain/factor/figures.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

using desk::Visit;
using html::View;

constexpr int digits = 4;

std::string worded_or(const Visit& visit, const std::string& key, std::string_view otherwise) {
    return visit.site.phrases.has(key, visit.language) ? visit.say(key) : std::string(otherwise);
}

std::string with_underscores(std::string_view text) {
    std::string made(text);
    std::replace(made.begin(), made.end(), '-', '_');
    return made;
}

}  // namespace

std::string number_in_words(const Visit& visit, double number) {
    if (number == 0) return "0";
    const int whole_digits = static_cast<int>(std::floor(std::log10(std::fabs(number)))) + 1;
    int decimals = std::clamp(digits - whole_digits, 0, 8);
    // No zeros at the end: 18,8 and not 18,80.
    while (decimals > 0) {
        const double scaled = number * std::pow(10.0, decimals - 1);
        if (std::fabs(scaled - std::round(scaled)) > 0.05) break;
        --decimals;
    }
    return visit.site.phrases.number(number, decimals, visit.language);
}

namespace {

std::string unit_in_words(const Visit& visit, const std::string& unit) {
    std::string key = "factor.unit.";
    for (const char letter : ascii_lower(unit)) key += letter == ' ' || letter == '/' ? '_' : letter;
    return visit.site.phrases.has(key, visit.language) ? visit.say(key) : unit;
}

}  // namespace

std::string figure_in_words(const Visit& visit, const Figure& figure) {
    const std::string value = number_in_words(visit, figure.value);
    const std::string unit = unit_in_words(visit, figure.unit);
    if (figure.low >= figure.high)
        return visit.say("factor.figure.value", {{"value", value}, {"unit", unit}});
    return visit.say("factor.figure.range", {{"value", value},
                                             {"unit", unit},
                                             {"low", number_in_words(visit, figure.low)},
                                             {"high", number_in_words(visit, figure.high)}});
}

std::string quantity_in_words(const Visit& visit, Quantity quantity) {
    return visit.say("factor.quantity." + with_underscores(word(quantity)));
}

std::string class_in_words(const Visit& visit, std::string_view device_class) {
    return worded_or(visit, "factor.class." + std::string(device_class), device_class);
}

std::string licence_in_words(const Visit& visit, Licence licence) {
    return visit.say("factor.licence." + with_underscores(ascii_lower(own_set(licence).id)));
}

std::string certainty_in_words(const Visit& visit, Certainty certainty) {
    return visit.say("factor.certainty." + std::string(word(certainty)));
}

std::string name_of(const Visit& visit, const Set& set) {
    return worded_or(visit, "factor.set." + with_underscores(set.id), set.name);
}

std::string subject_of(const Visit& visit, const Set& set, const Row& row) {
    if (set.kind == Kind::electricity) return row.name.empty() ? row.area : row.name + " (" + row.area + ")";
    if (set.id == "kring-facts") return worded_or(visit, "factor.fact." + row.name, row.name);
    if (!row.name.empty()) return row.maker.empty() ? row.name : row.maker + " " + row.name;
    return class_in_words(visit, row.device_class);
}

std::string oddity_in_words(const Visit& visit, const catalogue::Oddity& oddity) {
    return visit.say("factor.oddity." + std::string(catalogue::name(oddity.code)),
                     {{"line", std::to_string(oddity.line)},
                      {"column", oddity.column},
                      {"value", oddity.value},
                      {"other", oddity.other}});
}

std::string day_of(const Visit& visit, Time time) {
    return visit.site.phrases.short_date(amsterdam_day(time), visit.language);
}

View figure_view(const Visit& visit, const Figure& figure) {
    const Provenance& from = figure.from;
    View view;
    view.set("label", quantity_in_words(visit, figure.quantity))
        .set("value", figure_in_words(visit, figure))
        .set("year", from.year.empty() ? visit.say("factor.figure.no_year") : from.year)
        .set("source", from.source)
        .set("source_href", from.url)
        .set("licence", licence_in_words(visit, from.licence))
        .set("licence_href", address_of(from.licence))
        .set("certainty", certainty_in_words(visit, from.certainty))
        .set("is_unverified", from.certainty == Certainty::unverified)
        .set("derivation", from.derivation)
        .set("spread", figure.spread > 1 ? number_in_words(visit, figure.spread) : std::string())
        .set("rests_on", figure.count > 0
                             ? visit.say("factor.figure.rows", {{"number", std::to_string(figure.count)}})
                             : std::string())
        .set("id", figure.id);
    return view;
}

Pages pages_of(const Visit& visit, std::string_view name, int total) {
    Pages pages;
    pages.count = std::max(1, (total + Pages::size - 1) / Pages::size);
    std::int64_t number = 1;
    read_number(web::value_of(visit.request.query, name), 1, pages.count, number);
    pages.page = static_cast<int>(number);
    return pages;
}

void add_pages(View& view, const Pages& pages, std::string_view address, std::string_view name) {
    const auto href = [&](int page) {
        const char mark = address.find('?') == std::string_view::npos ? '?' : '&';
        return std::string(address) + mark + std::string(name) + "=" + std::to_string(page);
    };
    view.set("has_pages", pages.count > 1)
        .set("previous_href", pages.page > 1 ? href(pages.page - 1) : std::string())
        .set("next_href", pages.page < pages.count ? href(pages.page + 1) : std::string())
        .set("page_number", pages.page)
        .set("page_count", pages.count);
}

std::optional<Place> find_place(db::Connection& in, const Visit& visit) {
    std::int64_t number = 0;
    if (!read_number(visit.request.part("versie"), 1, 1'000'000, number)) return std::nullopt;
    auto set = find_set(in, visit.request.part("reeks"));
    if (!set) return std::nullopt;
    auto version = find_version(in, set->id, static_cast<int>(number));
    if (!version) return std::nullopt;
    return Place{std::move(*set), std::move(*version)};
}

std::vector<Figure> figures_in(const Place& place, const Row& row) {
    if (const BuiltIn* one = find_built_in(place.set.id, place.version.number))
        return figures_of(*one, row.key);
    return figures_of(place.set, place.version.number, row);
}

}  // namespace kring::factor
