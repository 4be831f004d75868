// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/forms.hpp"

#include <algorithm>
#include <array>
#include <exception>

#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/scenario/compute.hpp"
#include "domain/scenario/may.hpp"
#include "domain/scenario/reckon.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/log.hpp"
#include "platform/base/text.hpp"

namespace kring::scenario {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::size_t rows_most = fleet_most + 20;

View option_view(std::string value, std::string label, std::string_view chosen) {
    View view;
    view.set("selected", value == chosen).set("value", std::move(value)).set("label", std::move(label));
    return view;
}

List device_options(const Visit& visit, const std::vector<std::string>& known, std::string_view chosen,
                    std::string_view none) {
    List options = {option_view("", visit.say(none), chosen)};
    for (const std::string& device : known)
        options.push_back(option_view(device, visit.say("scenario.device." + device), chosen));
    return options;
}

List way_options(const Visit& visit, std::string_view chosen) {
    List options = {option_view("", visit.say("scenario.form.no_route"), chosen)};
    for (const Way way : ways)
        options.push_back(
            option_view(std::string(word(way)), visit.say("scenario.way." + std::string(word(way))), chosen));
    return options;
}

std::string problem_of(const Visit& visit, const Problems& problems, const std::string& field) {
    for (const Problem& problem : problems) {
        if (problem.field == field) return desk::worded(visit, problem);
    }
    return "";
}

// Rows have ids of their own; the fields of desk::Form have "f-" in front.
List errors_of(const Visit& visit, const Problems& problems) {
    List errors;
    for (const Problem& problem : problems) {
        const auto end = problem.field.rfind('_');
        std::int64_t number = 0;
        const bool is_row =
            end != std::string::npos && read_number(problem.field.substr(end + 1), 1, 1000, number);
        View error;
        error.set("href", problem.field.empty() ? "" : (is_row ? "#" : "#f-") + problem.field)
            .set("text", desk::worded(visit, problem));
        errors.push_back(std::move(error));
    }
    return errors;
}

struct Columns {
    std::string_view choice;
    std::string_view amount;
};

View row_view(const Visit& visit, const Columns& columns, std::size_t number, const TypedRow& row,
              const Problems& problems) {
    const std::string n = std::to_string(number);
    const std::string choice = std::string(columns.choice) + "_" + n;
    const std::string amount = std::string(columns.amount) + "_" + n;
    std::string error = problem_of(visit, problems, choice);
    const bool is_choice_wrong = !error.empty();
    if (error.empty()) error = problem_of(visit, problems, amount);
    if (error.empty()) error = problem_of(visit, problems, "instead_" + n);
    View view;
    view.set("number", n)
        .set("choice_name", choice)
        .set("amount_name", amount)
        .set("amount", row.amount)
        .set("error", error)
        .set("error_id", "error_" + n)
        .set("is_choice_wrong", is_choice_wrong)
        .set("is_amount_wrong", !error.empty() && !is_choice_wrong)
        .set("remark", row.remark)
        .set("has_instead", false);
    return view;
}

View rows_view(const Visit& visit, std::string_view kind, List rows) {
    const std::string key = "scenario.form." + std::string(kind);
    View view;
    view.set("caption", visit.say(key + ".caption"))
        .set("choice_label", visit.say(key + ".choice"))
        .set("amount_label", visit.say(key + ".amount"))
        .set("rows", std::move(rows))
        .set("has_instead", kind == "routes")
        .set("instead_label", visit.say("scenario.form.routes.instead"));
    return view;
}

}  // namespace

std::vector<TypedRow> typed_rows(const Visit& visit, std::string_view choice, std::string_view amount) {
    std::vector<TypedRow> rows;
    for (std::size_t at = 1; at <= rows_most; ++at) {
        const std::string n = "_" + std::to_string(at);
        TypedRow row;
        row.choice = trim(visit.request.field(std::string(choice) + n));
        row.amount = trim(visit.request.field(std::string(amount) + n));
        row.instead = trim(visit.request.field("instead" + n));
        const bool is_empty = row.amount.empty() || (choice == "way" && row.choice.empty());
        if (!is_empty) rows.push_back(std::move(row));
    }
    return rows;
}

void read_fleet(const std::vector<TypedRow>& rows, Inputs& inputs) {
    inputs.fleet.clear();
    for (const TypedRow& row : rows) {
        const auto count = read_amount(row.amount);
        const bool is_whole = count && *count >= 0 && *count <= 1e9 &&
                              *count == static_cast<double>(static_cast<std::int64_t>(*count));
        inputs.fleet.push_back({row.choice, is_whole ? static_cast<std::int64_t>(*count) : -1});
    }
}

void read_routes(const std::vector<TypedRow>& rows, Inputs& inputs) {
    inputs.routes.clear();
    for (const TypedRow& row : rows) {
        const auto way = way_of(row.choice);
        if (!way) continue;
        inputs.routes.push_back({*way, read_amount(row.amount).value_or(-1), row.instead});
    }
}

std::vector<TypedRow> rows_of(const std::vector<Devices>& fleet) {
    std::vector<TypedRow> rows;
    for (const Devices& one : fleet) rows.push_back({one.device, std::to_string(one.count)});
    return rows;
}

std::vector<TypedRow> rows_of(const std::vector<Route>& routes) {
    std::vector<TypedRow> rows;
    for (const Route& one : routes)
        rows.push_back({std::string(word(one.way)), amount_text(one.years), one.instead});
    return rows;
}

View fleet_rows(const Visit& visit, const std::vector<std::string>& known, std::vector<TypedRow> rows,
                std::size_t empty, const Problems& problems) {
    rows.resize(std::min(rows.size() + empty, rows_most));
    List views;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        View view = row_view(visit, {"device", "count"}, at + 1, rows[at], problems);
        view.set("options", device_options(visit, known, rows[at].choice, "scenario.form.no_device"));
        views.push_back(std::move(view));
    }
    return rows_view(visit, "fleet", std::move(views));
}

View route_rows(const Visit& visit, const std::vector<std::string>& known, std::vector<TypedRow> rows,
                std::size_t empty, const Problems& problems) {
    rows.resize(std::min(rows.size() + empty, std::max(rows.size(), routes_most)));
    std::vector<std::string> others;
    for (const std::string device : {"laptop", "thin_client", "tablet"}) {
        if (std::find(known.begin(), known.end(), device) != known.end()) others.push_back(device);
    }
    List views;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        View view = row_view(visit, {"way", "years"}, at + 1, rows[at], problems);
        view.set("options", way_options(visit, rows[at].choice))
            .set("has_instead", true)
            .set("instead_name", "instead_" + std::to_string(at + 1))
            .set("instead_options",
                 device_options(visit, others, rows[at].instead, "scenario.form.same_device"));
        views.push_back(std::move(view));
    }
    return rows_view(visit, "routes", std::move(views));
}

std::string shown(const Visit& visit, double amount) {
    std::string text = amount_text(amount);
    if (!visit.is_english()) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

List steps_view(const Visit& visit, std::string_view id, Step current) {
    constexpr std::array<std::string_view, 4> names = {"fleet", "routes", "assumptions", "result"};
    constexpr std::array<std::string_view, 4> rests = {"/vloot", "/routes", "/aannames", ""};
    List steps;
    for (std::size_t at = 0; at < names.size(); ++at) {
        const bool is_current = at == static_cast<std::size_t>(current);
        View step;
        step.set("href", id.empty() || is_current ? "" : address_of(visit, id, rests[at]))
            .set("label", visit.say("scenario.step." + std::string(names[at])))
            .set("note", "")
            .set("done", false)
            .set("current", is_current);
        steps.push_back(std::move(step));
    }
    return steps;
}

web::Response show_page(const Visit& visit, const FormPage& page, const desk::Form& form) {
    desk::Frame frame;
    frame.title = page.title;
    frame.section = "rekenhulp";
    frame.crumbs = page.crumbs;
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = form.has_problems();
    View inside = form.view();
    if (!page.problems.empty()) inside.set("errors", errors_of(visit, page.problems));
    inside.set("has_rows", !page.rows.slots().empty()).set("table", page.rows);
    View view;
    view.set("lead", page.lead)
        .set("steps", page.steps)
        .set("form", std::move(inside))
        .set("has_remarks", !page.remarks.slots().empty())
        .set("remarks", page.remarks)
        .set("has_beside", !page.beside.slots().empty())
        .set("beside", page.beside);
    return desk::show(visit, frame, "scenario_form", std::move(view), page.status);
}

std::vector<desk::Crumb> crumbs_to(const Visit& visit, const Scenario* scenario, std::string here) {
    std::vector<desk::Crumb> crumbs = {{visit.say("scenario.title"), desk::address(visit, "/rekenhulp")}};
    if (scenario) crumbs.push_back({scenario->record.title, address_of(visit, scenario->record.id)});
    if (!here.empty()) crumbs.push_back({std::move(here), ""});
    return crumbs;
}

Result<Scenario> find_to_choose(db::Connection& in, const Visit& visit) {
    TRY(one, find_visible(in, visit.who, visit.request.part("id"), visit.when));
    if (!may_change(visit.who, one.record))
        return Problem{Trouble::forbidden, "scenario.problem.not_yours", "", {}};
    if (one.is_shared()) return Problem{Trouble::conflict, "scenario.problem.shared", "", {}};
    return std::move(one);
}

std::string address_of(const Visit& visit, std::string_view id, std::string_view rest) {
    return desk::address(visit, "/rekenhulp/{id}" + std::string(rest), {id});
}

void compute_if_quick(const Visit& visit, std::string_view id) {
    const auto one = visit.site.database.read([&](db::Connection& in) { return find(in, id); });
    if (one && !one->outcome) compute_again_if_quick(visit, id);
}

void compute_again_if_quick(const Visit& visit, std::string_view id) {
    const auto one = visit.site.database.read([&](db::Connection& in) { return find(in, id); });
    if (!one || work_of(one->inputs) > quick_work) return;
    try {
        compute(visit.site.database, one->run_key, [when = visit.when] { return when; });
    } catch (const std::exception& error) {
        // The scenario itself is kept, and a job takes up what was left.
        log_line("error", "scenario", {{"run", one->run_key}, {"what", error.what()}});
    }
}

}  // namespace kring::scenario
