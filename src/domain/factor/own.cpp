// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/own.hpp"

#include <algorithm>
#include <array>

#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

constexpr double largest = 1e9;

struct Part {
    std::string_view name;
    std::string OwnDraft::* member;
    bool is_number = false;
};
constexpr std::array<Part, 13> parts = {{{"name", &OwnDraft::name},
                                         {"quantity", &OwnDraft::quantity},
                                         {"device_class", &OwnDraft::device_class},
                                         {"area", &OwnDraft::area},
                                         {"value", &OwnDraft::value, true},
                                         {"low", &OwnDraft::low, true},
                                         {"high", &OwnDraft::high, true},
                                         {"unit", &OwnDraft::unit},
                                         {"year", &OwnDraft::year},
                                         {"source", &OwnDraft::source},
                                         {"url", &OwnDraft::url},
                                         {"certainty", &OwnDraft::certainty},
                                         {"note", &OwnDraft::note}}};

Problem problem(std::string_view phrase, std::string_view field) {
    return {Trouble::invalid, "factor.problem." + std::string(phrase), std::string(field), {}};
}

bool is_web_address(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://")) && text.size() > 10 &&
           text.find_first_of(" \"<>\t\n") == std::string_view::npos;
}

// The field's number, when it is one that a figure can have.
std::optional<double> check_number(std::string_view text, std::string_view field, Problems& problems) {
    const auto number = typed_number(text);
    if (number && *number <= largest) return number;
    problems.push_back(problem("number", field));
    return std::nullopt;
}

void check_range(const OwnDraft& draft, Problems& problems) {
    const auto value = draft.value.empty() ? std::nullopt : check_number(draft.value, "value", problems);
    if (draft.value.empty()) problems.push_back(problem("value_missing", "value"));
    const auto low = draft.low.empty() ? value : check_number(draft.low, "low", problems);
    const auto high = draft.high.empty() ? value : check_number(draft.high, "high", problems);
    if (value && low && *low > *value) problems.push_back(problem("low_above", "low"));
    if (value && high && *high < *value) problems.push_back(problem("high_below", "high"));
    if (draft.quantity == "life" && value && *value == 0) problems.push_back(problem("life_zero", "value"));
}

void check_subject(const OwnDraft& draft, Problems& problems) {
    const auto quantity = quantity_of(draft.quantity);
    if (!quantity) {
        problems.push_back(problem("quantity", "quantity"));
        return;
    }
    if (is_of_device(*quantity) && !catalogue::device_class(draft.device_class))
        problems.push_back(problem("device_class", "device_class"));
    const bool is_area = draft.area.size() >= 2 && draft.area.size() <= 12 &&
                         std::all_of(draft.area.begin(), draft.area.end(),
                                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
    if (*quantity == Quantity::intensity && !is_area) problems.push_back(problem("area", "area"));
    if (*quantity == Quantity::other) desk::need_text(draft.unit, "unit", 40, problems);
}

}  // namespace

std::optional<double> typed_number(std::string_view text) {
    std::string plain(trim(text));
    std::replace(plain.begin(), plain.end(), ',', '.');
    const bool is_plain = plain.find_first_not_of("0123456789.") == std::string::npos;
    if (!is_plain || plain.size() > 30 || plain.starts_with('.')) return std::nullopt;
    return read_real(plain);
}

Problems problems_of(const OwnDraft& draft) {
    Problems problems;
    desk::need_text(draft.name, "name", own_text_max, problems);
    check_subject(draft, problems);
    check_range(draft, problems);
    std::int64_t year = 0;
    if (!read_number(draft.year, 1990, 2100, year)) problems.push_back(problem("year", "year"));
    desk::need_text(draft.source, "source", own_text_max, problems);
    if (!draft.url.empty() && (!is_web_address(draft.url) || draft.url.size() > own_text_max))
        problems.push_back(problem("url", "url"));
    if (!licence_of(draft.licence)) problems.push_back(problem("licence", "licence"));
    if (!certainty_of(draft.certainty)) problems.push_back(problem("certainty", "certainty"));
    desk::allow_text(draft.note, "note", own_note_max, problems);
    return problems;
}

Row row_of(const OwnDraft& draft, std::string_view entered_by) {
    const auto quantity = quantity_of(draft.quantity).value();
    Row row;
    row.name = draft.name;
    row.key = std::string(word(quantity));
    if (is_of_device(quantity)) row.device_class = draft.device_class;
    if (quantity == Quantity::intensity) row.area = draft.area;
    if (is_of_device(quantity)) {
        row.key += "-" + slug(draft.device_class);
    } else if (quantity == Quantity::intensity) {
        row.key += "-" + slug(draft.area) + "-" + slug(draft.year);
    } else {
        row.key += "-" + slug(draft.name);
    }
    for (const auto& [name, member, is_number] : parts) {
        const std::string& text = draft.*member;
        const bool is_elsewhere = (name == "device_class" && row.device_class.empty()) ||
                                  (name == "area" && row.area.empty()) ||
                                  (name == "unit" && quantity != Quantity::other);
        if (text.empty() || is_elsewhere) continue;
        row.cells.emplace_back(name, is_number ? number_text(typed_number(text).value()) : text);
    }
    if (!entered_by.empty()) row.cells.emplace_back("entered_by", entered_by);
    return row;
}

OwnDraft draft_of(const Row& row, Licence licence) {
    OwnDraft draft;
    for (const auto& [name, member, is_number] : parts) draft.*member = cell(row, name);
    draft.licence = word(licence);
    return draft;
}

OwnDraft draft_of(const catalogue::OwnFigure& read) {
    using catalogue::Figure;
    static constexpr std::array<std::pair<Figure, Quantity>, 7> quantities = {
        {{Figure::embodied, Quantity::embodied},
         {Figure::tec, Quantity::energy},
         {Figure::mass, Quantity::mass},
         {Figure::life, Quantity::life},
         {Figure::price, Quantity::price},
         {Figure::processing, Quantity::processing},
         {Figure::parts, Quantity::parts}}};
    OwnDraft draft;
    for (const auto& [figure, quantity] : quantities) {
        if (figure == read.figure) draft.quantity = word(quantity);
    }
    draft.device_class = catalogue::name(read.device);
    draft.name = draft.quantity + " " + draft.device_class;
    draft.value = number_text(read.value);
    if (read.low) draft.low = number_text(*read.low);
    if (read.high) draft.high = number_text(*read.high);
    draft.year = std::to_string(read.year);
    draft.source = shortened(read.source, own_text_max);
    draft.licence = licence_of(read.licence) ? read.licence : "own";
    draft.certainty = "unverified";
    return draft;
}

Set own_set(Licence licence) {
    Set set;
    set.id = "own";
    set.name = "Own figures";
    set.kind = Kind::own;
    set.source = "Typed in by the administrators of this site; each figure names its own source";
    set.licence = licence;
    if (licence == Licence::own) return set;
    set.name += " under " + std::string(word(licence));
    set.notice = "Contains figures made available under " + std::string(word(licence)) +
                 "; each figure names its source.";
    set.id = licence == Licence::odbl ? "own-odbl" : "own-cc-by-sa";
    return set;
}

}  // namespace kring::factor
