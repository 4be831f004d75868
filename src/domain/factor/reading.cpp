// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/reading.hpp"

#include <algorithm>
#include <map>

#include "domain/factor/own.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

Problem problem(std::string phrase, const File& file,
                std::vector<std::pair<std::string, std::string>> values = {}) {
    values.emplace_back("file", shortened(file.name, 100));
    return {Trouble::invalid, std::move(phrase), "file", std::move(values)};
}

Problems refusals(const File& file, const catalogue::Oddities& oddities) {
    Problems problems;
    for (const catalogue::Oddity& one : oddities) {
        if (catalogue::severity(one.code) != catalogue::Severity::file_refused) continue;
        problems.push_back(problem("factor.oddity." + std::string(catalogue::name(one.code)), file,
                                   {{"line", std::to_string(one.line)},
                                    {"column", one.column},
                                    {"value", one.value},
                                    {"other", one.other}}));
    }
    return problems;
}

// Rows of several files for one set, the last of a key wins; then in order of key.
class Gathered {
public:
    void add(const Set& set, std::vector<Row> rows, bool keeps_others) {
        Reading& reading = readings_[set.id];
        reading.set = set;
        reading.keeps_others = keeps_others;
        for (Row& row : rows) {
            const std::string key = row.key;
            rows_[set.id].insert_or_assign(key, std::move(row));
        }
    }
    void add_oddities(const std::string& set, const File& file, const catalogue::Oddities& oddities,
                      int rejected) {
        Reading& reading = readings_.at(set);
        reading.oddities.insert(reading.oddities.end(), oddities.begin(), oddities.end());
        reading.rejected += rejected;
        const std::string name = shortened(file.name, 200);
        reading.file_name += (reading.file_name.empty() ? "" : ", ") + name;
        hashes_[set].push_back(sha256_hex(file.bytes));
    }
    std::vector<Reading> all() {
        std::vector<Reading> made;
        for (auto& [id, reading] : readings_) {
            for (auto& [key, row] : rows_[id]) reading.rows.push_back(std::move(row));
            const auto& hashes = hashes_[id];
            reading.hash = hashes.size() == 1 ? hashes.front() : sha256_hex(join(hashes, "\n"));
            made.push_back(std::move(reading));
        }
        return made;
    }

private:
    std::map<std::string, Reading> readings_;
    std::map<std::string, std::map<std::string, Row>> rows_;
    std::map<std::string, std::vector<std::string>> hashes_;
};

enum class Form { footprints, grid, own };

bool ends_in(std::string_view name, std::string_view ending) { return ascii_lower(name).ends_with(ending); }

// What a file is shows from its name's ending and its first line; the engine judges the rest.
Form form_of(const File& file) {
    if (ends_in(file.name, ".js") || ends_in(file.name, ".mjs") || ends_in(file.name, ".cjs"))
        return Form::grid;
    const std::string first =
        ascii_lower(file.bytes.substr(0, std::min<std::size_t>(file.bytes.find('\n'), 2000)));
    if (first.find("gco2e_per_kwh") != std::string::npos || first.find("const data") != std::string::npos)
        return Form::grid;
    const bool is_own = first.find("figure") != std::string::npos && first.find("class") != std::string::npos;
    return is_own ? Form::own : Form::footprints;
}

Set set_of(catalogue::GridFile file) {
    using catalogue::GridFile;
    switch (file) {
        case GridFile::electricity_maps_csv:
        case GridFile::yearly_module:
            return electricity_maps_set();
        case GridFile::marginal_module:
            return marginal_set();
        case GridFile::ember_csv:
        case GridFile::average_module:
            break;
    }
    return ember_set();
}

Problems add_footprints(const File& file, Gathered& to) {
    const catalogue::PcfFile read = catalogue::read_boavizta(file.bytes);
    if (Problems refused = refusals(file, read.oddities); !refused.empty()) return refused;
    if (read.rows.empty()) return {problem("factor.problem.no_rows", file)};
    to.add(boavizta_set(), rows_of(read.rows), false);
    to.add_oddities(boavizta_set().id, file, read.oddities, read.rows_refused);
    return {};
}

Problems add_grid(const File& file, Gathered& to) {
    const catalogue::GridFactors read = catalogue::read_grid(file.bytes, file.name);
    if (Problems refused = refusals(file, read.oddities); !refused.empty()) return refused;
    if (read.rows.empty() || !read.file) return {problem("factor.problem.no_rows", file)};
    const Set set = set_of(*read.file);
    to.add(set, rows_of(read.rows), set.id == electricity_maps_set().id);
    to.add_oddities(set.id, file, read.oddities, read.rows_refused);
    return {};
}

Problems add_own(const File& file, Gathered& to) {
    const catalogue::OwnFigures read = catalogue::read_own_figures(file.bytes);
    if (Problems refused = refusals(file, read.oddities); !refused.empty()) return refused;
    if (read.rows.empty()) return {problem("factor.problem.no_rows", file)};
    std::map<Licence, std::vector<Row>> by_licence;
    for (const catalogue::OwnFigure& one : read.rows) {
        const OwnDraft draft = draft_of(one);
        if (!problems_of(draft).empty())
            return {problem("factor.problem.own_row", file, {{"line", std::to_string(one.line)}})};
        by_licence[licence_of(draft.licence).value()].push_back(row_of(draft, ""));
        by_licence[licence_of(draft.licence).value()].back().line = one.line;
    }
    bool is_first = true;
    for (auto& [licence, rows] : by_licence) {
        const Set set = own_set(licence);
        to.add(set, std::move(rows), true);
        // What was odd is told once, with the first set.
        to.add_oddities(set.id, file, is_first ? read.oddities : catalogue::Oddities{},
                        is_first ? read.rows_refused : 0);
        is_first = false;
    }
    return {};
}

Problems add_file(const File& file, Gathered& to) {
    switch (form_of(file)) {
        case Form::grid:
            return add_grid(file, to);
        case Form::own:
            return add_own(file, to);
        case Form::footprints:
            break;
    }
    return add_footprints(file, to);
}

}  // namespace

Set boavizta_set() {
    return {"boavizta",
            "Boavizta environmental-footprint-data",
            Kind::footprints,
            "Boavizta",
            "https://github.com/Boavizta/environmental-footprint-data",
            Licence::odbl,
            std::string(catalogue::boavizta_notice()),
            false};
}

Set ember_set() {
    return {"ember",
            "Ember, yearly average by country",
            Kind::electricity,
            "Ember, via CO2.js",
            "https://www.npmjs.com/package/@tgwf/co2",
            Licence::cc_by_sa,
            std::string(catalogue::ember_notice()),
            false};
}

Set electricity_maps_set() {
    return {"electricity-maps",
            "Electricity Maps, yearly by zone",
            Kind::electricity,
            "Electricity Maps, via CO2.js",
            "https://www.npmjs.com/package/@tgwf/co2",
            Licence::odbl,
            std::string(catalogue::electricity_maps_notice()),
            false};
}

Set marginal_set() {
    return {"unfccc-marginal",
            "UNFCCC operating margin, 2021",
            Kind::electricity,
            "UNFCCC, via CO2.js",
            "https://www.npmjs.com/package/@tgwf/co2",
            Licence::cc_by_sa,
            std::string(catalogue::marginal_notice()),
            false};
}

Result<std::vector<Reading>> read_files(const std::vector<File>& files, std::string_view set) {
    Gathered gathered;
    Problems problems;
    for (const File& file : files) {
        for (Problem& one : add_file(file, gathered)) problems.push_back(std::move(one));
    }
    if (!problems.empty()) return problems;
    std::vector<Reading> readings = gathered.all();
    if (set.empty() || readings.empty()) return readings;
    if (readings.size() > 1) return problem("factor.problem.several_sets", files.front());
    if (!is_id(set)) return problem("factor.problem.set_id", files.front());
    Reading& only = readings.front();
    if (only.set.id != set) only.set.name += " (" + std::string(set) + ")";
    only.set.id = set;
    return readings;
}

}  // namespace kring::factor
