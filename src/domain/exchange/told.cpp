// SPDX-License-Identifier: EUPL-1.2
#include "domain/exchange/told.hpp"

#include <algorithm>
#include <cstdio>

#include "platform/base/text.hpp"

namespace kring::exchange {

namespace {

using json::Value;

std::string text_of(const Value* value) { return value && value->text() ? *value->text() : ""; }

std::string number_of(const Value* value) {
    if (!value || !value->number()) return "-";
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.6g", value->number()->value);
    return buffer;
}

const json::Array& items_of(const Value& value, std::string_view name) {
    static const json::Array none;
    const Value* list = value.find(name);
    return list && list->array() ? *list->array() : none;
}

const json::Object& members_of(const Value& value, std::string_view name) {
    static const json::Object none;
    const Value* object = value.find(name);
    return object && object->object() ? *object->object() : none;
}

/// Columns as wide as their widest cell.
class Table {
public:
    explicit Table(std::vector<std::string> head) { rows_.push_back(std::move(head)); }
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    std::string text() const {
        std::vector<std::size_t> widths(rows_.front().size(), 0);
        for (const auto& row : rows_) {
            for (std::size_t at = 0; at < row.size(); ++at)
                widths[at] = std::max(widths[at], length(row[at]));
        }
        std::string out;
        for (const auto& row : rows_) {
            std::string line;
            for (std::size_t at = 0; at < row.size(); ++at) {
                line += row[at];
                line.append(widths[at] - length(row[at]) + 2, ' ');
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out += line + "\n";
        }
        return out + "\n";
    }

private:
    std::vector<std::vector<std::string>> rows_;
};

std::vector<std::string> figure_cells(const Value& figure, bool has_draws) {
    std::vector<std::string> cells{number_of(figure.find("central"))};
    for (const char* name : {"p5", "p50", "p95"}) {
        if (has_draws) cells.push_back(number_of(figure.find(name)));
    }
    return cells;
}

std::string assessment_table(const Value& answer) {
    const bool has_draws = text_of(answer.find("mode")) == "draws";
    std::vector<std::string> head{"option", "output", "unit", "central"};
    if (has_draws) head.insert(head.end(), {"P5", "P50", "P95"});
    Table table(head);
    for (const Value& option : items_of(answer, "options")) {
        for (const auto& [name, figure] : members_of(option, "outputs")) {
            std::vector<std::string> row{text_of(option.find("id")), name, text_of(figure.find("unit"))};
            for (std::string& cell : figure_cells(figure, has_draws)) row.push_back(std::move(cell));
            table.add(std::move(row));
        }
    }
    std::string out = table.text();
    if (items_of(answer, "comparisons").empty()) return out;
    Table pairs({"compared", "difference", "chance that the first is less"});
    for (const Value& one : items_of(answer, "comparisons")) {
        const Value* difference = one.find("difference");
        pairs.add({text_of(one.find("one")) + " - " + text_of(one.find("other")),
                   number_of(difference ? difference->find("central") : nullptr),
                   number_of(one.find("chance_less"))});
    }
    out += pairs.text();
    for (const Value& one : items_of(answer, "findings")) {
        out += "note: " + text_of(one.find("notice"));
        for (const auto& [name, value] : members_of(one, "texts")) out += " " + name + "=" + text_of(&value);
        out += "\n";
    }
    return out;
}

std::string compatible_table(const Value& answer) {
    Table table({"criterion", "unit", "embedded", "use", "embedded as shown there", "use as shown there"});
    const auto value_of = [](const Value& impact, const char* part, const char* way) {
        const Value* found = impact.find(part);
        const Value* interval = found ? found->find(way) : nullptr;
        return number_of(interval ? interval->find("value") : nullptr);
    };
    for (const Value& impact : items_of(answer, "impacts")) {
        table.add({text_of(impact.find("criterion")), text_of(impact.find("unit")),
                   value_of(impact, "embedded", "unrounded"), value_of(impact, "use", "unrounded"),
                   value_of(impact, "embedded", "rounded"), value_of(impact, "use", "rounded")});
    }
    std::string out = table.text();
    for (const Value& warning : items_of(answer, "warnings")) out += "note: " + text_of(&warning) + "\n";
    return out;
}

std::string award_table(const Value& award) {
    Table table({"place", "bid", "price", "score"});
    for (const Value& one : items_of(award, "standings")) {
        const Value* total = one.find("total");
        table.add({number_of(one.find("place")), text_of(one.find("bid")), number_of(one.find("price")),
                   text_of(total ? total->find("decimal") : nullptr)});
    }
    std::string out = table.text();
    for (const Value& one : items_of(award, "notices")) {
        out += "note: " + text_of(one.find("warning"));
        for (const auto& [name, value] : members_of(one, "values")) out += " " + name + "=" + text_of(&value);
        out += "\n";
    }
    return out;
}

std::string share_of(const Value* chance) { return number_of(chance ? chance->find("share") : nullptr); }

std::string study_table(const Value& study) {
    Table table({text_of(study.find("knob")), "greenest wins", "weight decides", "EUR per kg avoided"});
    const auto add = [&](const Value& point) {
        table.add({number_of(point.find("knob")), share_of(point.find("green")),
                   share_of(point.find("decisive")), number_of(point.find("euros_per_kg"))});
    };
    const json::Array& grid = items_of(study, "grid");
    for (std::size_t at = 0; at < grid.size(); at += 100) add(grid[at]);
    std::string out = table.text();
    if (const Value* own = study.find("own")) {
        out += "own " + text_of(study.find("knob")) + " " + number_of(own->find("knob")) +
               ": greenest wins " + share_of(own->find("green")) + ", decides " +
               share_of(own->find("decisive")) + "\n";
    }
    for (const Value& one : items_of(study, "thresholds")) {
        out += "greenest wins above " + number_of(one.find("share")) + " from " +
               number_of(one.find("knob")) + "\n";
    }
    return out;
}

}  // namespace

std::string as_table(const Value& answer) {
    if (text_of(answer.find("mode")) == "boaviztapi") return compatible_table(answer);
    if (text_of(answer.find("format")) == assessed_format) return assessment_table(answer);
    std::string out;
    if (const Value* award = answer.find("award")) out += award_table(*award);
    if (const Value* study = answer.find("study")) out += (out.empty() ? "" : "\n") + study_table(*study);
    return out;
}

Value problem_document(int status, const std::string& title, const Problems& problems, const Say& say) {
    json::Array errors;
    for (const Problem& problem : problems) {
        errors.push_back(
            json::Object{{"pointer", problem.field}, {"code", problem.phrase}, {"detail", say(problem)}});
    }
    json::Object document{{"type", "about:blank"}, {"title", title}, {"status", status}};
    if (problems.size() == 1) document.emplace_back("detail", say(problems.front()));
    if (!errors.empty()) document.emplace_back("errors", std::move(errors));
    return document;
}

}  // namespace kring::exchange
