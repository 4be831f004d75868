// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/lookup.hpp"

#include <algorithm>

#include "domain/factor/built_in.hpp"
#include "domain/factor/figures.hpp"
#include "domain/factor/store.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

// Those of the versions that there are, in order of set.
std::vector<Edition> chosen(db::Connection& in, const Versions& versions, std::optional<Kind> kind = {}) {
    std::vector<Edition> found = editions(in, versions);
    if (kind) std::erase_if(found, [&](const Edition& one) { return one.set.kind != *kind; });
    return found;
}

std::vector<Figure> all_figures(const Edition& from, const Row& row) {
    if (const BuiltIn* one = find_built_in(from.set.id, from.version.number))
        return figures_of(*one, row.key);
    return figures_of(from.set, from.version.number, row);
}

void put(DeviceFigures& into, Figure figure) {
    switch (figure.quantity) {
        case Quantity::embodied:
            into.embodied = std::move(figure);
            return;
        case Quantity::energy:
            into.energy = std::move(figure);
            return;
        case Quantity::mass:
            into.mass = std::move(figure);
            return;
        case Quantity::life:
            into.life = std::move(figure);
            return;
        default:
            into.others.push_back(std::move(figure));
    }
}

std::string row_name(const Edition& from, const Row& row) {
    return from.set.id + "@" + std::to_string(from.version.number) + "/" + row.key;
}

DeviceFigures device_of(const Edition& from, const Row& row) {
    DeviceFigures device;
    device.device_class = row.device_class;
    device.maker = row.maker;
    device.name = row.name;
    device.row = row_name(from, row);
    for (Figure& figure : all_figures(from, row)) put(device, std::move(figure));
    return device;
}

// "NL" and "NLD" are one area, for the countries that the calculation is mostly about.
std::vector<std::string> codes_of(std::string_view area) {
    static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"AT", "AUT"}, {"BE", "BEL"}, {"BG", "BGR"}, {"CH", "CHE"}, {"CY", "CYP"}, {"CZ", "CZE"},
        {"DE", "DEU"}, {"DK", "DNK"}, {"EE", "EST"}, {"ES", "ESP"}, {"FI", "FIN"}, {"FR", "FRA"},
        {"GB", "GBR"}, {"GR", "GRC"}, {"HR", "HRV"}, {"HU", "HUN"}, {"IE", "IRL"}, {"IS", "ISL"},
        {"IT", "ITA"}, {"LT", "LTU"}, {"LU", "LUX"}, {"LV", "LVA"}, {"MT", "MLT"}, {"NL", "NLD"},
        {"NO", "NOR"}, {"PL", "POL"}, {"PT", "PRT"}, {"RO", "ROU"}, {"SE", "SWE"}, {"SI", "SVN"},
        {"SK", "SVK"}, {"US", "USA"}, {"CN", "CHN"}, {"IN", "IND"}, {"JP", "JPN"}};
    std::vector<std::string> codes;
    if (!area.empty()) codes.emplace_back(area);
    for (const auto& [two, three] : pairs) {
        if (area == two) codes.emplace_back(three);
        if (area == three) codes.emplace_back(two);
    }
    return codes;
}

// How far a source is down the list for one year: own figures, Ember's, built-in ones, others.
int rank_of(const GridFigure& one) {
    if (one.figure.from.set.starts_with("own")) return 0;
    if (one.method == "generation_average") return one.figure.from.set == "kring-grid" ? 2 : 1;
    return one.method == "operating_margin" ? 4 : 3;
}

std::vector<Figure> figures_where(db::Connection& in, const Versions& versions, Kind kind,
                                  bool (*is_wanted)(const Figure&)) {
    std::vector<Figure> found;
    for (const Edition& one : chosen(in, versions, kind)) {
        for (const Row& row : rows(in, one.version)) {
            for (Figure& figure : all_figures(one, row)) {
                if (is_wanted(figure)) found.push_back(std::move(figure));
            }
        }
    }
    return found;
}

}  // namespace

Versions current(db::Connection& in) {
    Versions found;
    for (const Edition& one : newest_editions(in)) found.emplace(one.set.id, one.version.number);
    return found;
}

std::vector<DeviceFigures> device_classes(db::Connection& in, const Versions& versions) {
    std::vector<DeviceFigures> found;
    for (const Edition& one : chosen(in, versions, Kind::footprints)) {
        if (!one.set.is_built_in) continue;
        for (const Row& row : rows(in, one.version)) found.push_back(device_of(one, row));
    }
    // An own figure comes before the archetype's.
    for (Figure& figure : own_figures(in, versions)) {
        if (!is_of_device(figure.quantity)) continue;
        const auto place = std::find_if(found.begin(), found.end(), [&](const DeviceFigures& device) {
            return device.device_class == figure.subject;
        });
        if (place != found.end()) {
            put(*place, std::move(figure));
            continue;
        }
        found.emplace_back();
        found.back().device_class = figure.subject;
        put(found.back(), std::move(figure));
    }
    return found;
}

std::optional<DeviceFigures> device_class(db::Connection& in, const Versions& versions,
                                          std::string_view name) {
    for (DeviceFigures& one : device_classes(in, versions)) {
        if (one.device_class == name) return std::move(one);
    }
    return std::nullopt;
}

std::vector<DeviceFigures> find_devices(db::Connection& in, const Versions& versions,
                                        std::string_view of_class, std::string_view wanted, int most) {
    std::vector<DeviceFigures> found;
    for (const Edition& one : chosen(in, versions, Kind::footprints)) {
        if (one.set.is_built_in) continue;
        const Filter filter{
            std::string(wanted), std::string(of_class), 0, most - static_cast<int>(found.size()), {}};
        if (filter.most <= 0) break;
        for (const Row& row : rows(in, one.version, filter)) found.push_back(device_of(one, row));
    }
    return found;
}

std::optional<DeviceFigures> device(db::Connection& in, std::string_view name) {
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto versions = read_versions(name.substr(0, slash));
    if (!versions) return std::nullopt;
    for (const Edition& one : chosen(in, *versions)) {
        if (const auto row = find_row(in, one.version, name.substr(slash + 1))) return device_of(one, *row);
    }
    return std::nullopt;
}

std::vector<GridFigure> grid(db::Connection& in, const Versions& versions, std::string_view area) {
    std::vector<GridFigure> found;
    Filter asked;
    asked.areas = codes_of(area);
    for (const Edition& one : chosen(in, versions)) {
        if (one.set.kind == Kind::footprints) continue;
        for (const Row& row : rows(in, one.version, asked)) {
            if (row.area.empty()) continue;
            for (Figure& figure : all_figures(one, row)) {
                GridFigure made{row.area, row.name, std::string(cell(row, "method")), std::move(figure)};
                found.push_back(std::move(made));
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const GridFigure& a, const GridFigure& b) {
        if (a.area != b.area) return a.area < b.area;
        if (a.figure.from.year != b.figure.from.year) return a.figure.from.year > b.figure.from.year;
        return a.figure.id < b.figure.id;
    });
    return found;
}

GridFigure default_grid(db::Connection& in, const Versions& versions) {
    const std::vector<GridFigure> all = grid(in, versions, "NLD");
    const auto first = std::min_element(all.begin(), all.end(), [](const GridFigure& a, const GridFigure& b) {
        return rank_of(a) < rank_of(b);
    });
    KRING_ASSERT(first != all.end() || versions.count("kring-grid") == 0);
    GridFigure chosen_one = first == all.end() ? grid(in, {{"kring-grid", 1}}, "NLD").front() : *first;
    if (rank_of(chosen_one) != 1) return chosen_one;
    // Ember publishes no range: that of recent years and other methods is taken.
    const GridFigure built = grid(in, {{"kring-grid", 1}}, "NLD").front();
    set_bounds(chosen_one.figure, built.figure.low, built.figure.high);
    chosen_one.figure.from.derivation = built.figure.from.derivation;
    if (chosen_one.figure.from.year.empty() && chosen_one.figure.value == built.figure.value)
        chosen_one.figure.from.year = built.figure.from.year;
    return chosen_one;
}

std::vector<Figure> carbon_prices(db::Connection& in, const Versions& versions) {
    const std::vector<Figure> all = figures_where(
        in, versions, Kind::own, [](const Figure& one) { return one.quantity == Quantity::carbon_price; });
    std::vector<Figure> found;
    for (const bool is_own : {true, false}) {
        for (const Figure& one : all) {
            if (one.from.set.starts_with("own") == is_own) found.push_back(one);
        }
    }
    return found;
}

std::vector<Figure> own_figures(db::Connection& in, const Versions& versions) {
    return figures_where(in, versions, Kind::own,
                         [](const Figure& figure) { return figure.from.set.starts_with("own"); });
}

std::vector<Figure> facts(db::Connection& in, const Versions& versions) {
    return figures_where(in, versions, Kind::own,
                         [](const Figure& figure) { return figure.from.set == "kring-facts"; });
}

std::optional<Figure> figure(db::Connection& in, std::string_view id) {
    const auto name = read_figure_id(id);
    if (!name) return std::nullopt;
    for (const Edition& one : chosen(in, {{name->set, name->version}})) {
        const auto row = find_row(in, one.version, name->row);
        if (!row) return std::nullopt;
        for (Figure& found : all_figures(one, *row)) {
            if (found.quantity == name->quantity) return std::move(found);
        }
    }
    return std::nullopt;
}

std::vector<Notice> notices(db::Connection& in, const std::vector<Provenance>& used) {
    Versions versions;
    for (const Provenance& one : used) versions.emplace(one.set, one.version);
    std::vector<Notice> found;
    for (const Edition& one : chosen(in, versions)) {
        if (one.set.notice.empty()) continue;
        found.push_back({one.set.id, one.set.name, one.version.number, one.set.licence, one.set.notice});
    }
    return found;
}

}  // namespace kring::factor
