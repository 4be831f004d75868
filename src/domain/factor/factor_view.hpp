// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: figures, oddities and sets in the reader's words.
#pragma once

#include <vector>

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/factor/own.hpp"
#include "domain/factor/store.hpp"

namespace kring::factor {

/// At most four digits that say something: "241", "18,8", "0,2527".
std::string number_in_words(const desk::Visit& visit, double number);
/// "241 kg CO2e", and with its range "241 kg CO2e (135 tot 386)".
std::string figure_in_words(const desk::Visit& visit, const Figure& figure);

std::string quantity_in_words(const desk::Visit& visit, Quantity quantity);
std::string class_in_words(const desk::Visit& visit, std::string_view device_class);
std::string licence_in_words(const desk::Visit& visit, Licence licence);
std::string certainty_in_words(const desk::Visit& visit, Certainty certainty);
/// A built-in set in the reader's language, others as their publishers call them.
std::string name_of(const desk::Visit& visit, const Set& set);
/// What a row is about: product, area, or the class of an archetype.
std::string subject_of(const desk::Visit& visit, const Set& set, const Row& row);
/// What a cell is called: its column, which is a name and no word.
std::string oddity_in_words(const desk::Visit& visit, const catalogue::Oddity& oddity);
/// "12 nov 2026"
std::string day_of(const desk::Visit& visit, Time time);

/// All that one has to know of a figure; the names of factor_figure.html.
html::View figure_view(const desk::Visit& visit, const Figure& figure);

/// A list in pages: which one is asked for, and the names of component_pagination.
struct Pages {
    int page = 1;
    int count = 1;
    static constexpr int size = 50;
    int first() const { return (page - 1) * size; }
};
Pages pages_of(const desk::Visit& visit, std::string_view name, int total);
void add_pages(html::View& view, const Pages& pages, std::string_view address, std::string_view name);

/// The set and the version that the address names; nothing when there is none.
using Place = Edition;
std::optional<Place> find_place(db::Connection& in, const desk::Visit& visit);

/// All figures of a row, built in or kept.
std::vector<Figure> figures_in(const Place& place, const Row& row);

}  // namespace kring::factor
