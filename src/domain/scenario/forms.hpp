// SPDX-License-Identifier: EUPL-1.2
// The forms of a scenario: rows of a fleet and of routes between what was typed and Inputs, and what all its
// pages share. What cannot be read stays as it was typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/scenario/scenario.hpp"

namespace kring::scenario {

/// One row as it was typed: a choice and a number, for routes also what comes in the place of desktops.
struct TypedRow {
    std::string choice;
    std::string amount;
    std::string instead = {};
    std::string remark = {};  ///< shown with the row, not sent back
};

/// The rows CHOICE_1 AMOUNT_1 …, those without a number left out: so that they count as Inputs do.
std::vector<TypedRow> typed_rows(const desk::Visit& visit, std::string_view choice, std::string_view amount);

/// Fills the fleet, or the routes. A number that cannot be read becomes one that problems_of finds.
void read_fleet(const std::vector<TypedRow>& rows, Inputs& inputs);
void read_routes(const std::vector<TypedRow>& rows, Inputs& inputs);
std::vector<TypedRow> rows_of(const std::vector<Devices>& fleet);
std::vector<TypedRow> rows_of(const std::vector<Route>& routes);

/// The part "rows" of scenario_form: as many rows as were typed, and `empty` more.
html::View fleet_rows(const desk::Visit& visit, const std::vector<std::string>& known,
                      std::vector<TypedRow> rows, std::size_t empty, const Problems& problems);
html::View route_rows(const desk::Visit& visit, const std::vector<std::string>& known,
                      std::vector<TypedRow> rows, std::size_t empty, const Problems& problems);

/// A number as its reader writes it: "1,5" or "1.5".
std::string shown(const desk::Visit& visit, double amount);

enum class Step { fleet, routes, assumptions, result };
/// The steps above a form; `id` "" before there is a scenario.
html::List steps_view(const desk::Visit& visit, std::string_view id, Step current);

/// A page that is one of the steps: title, steps, form with rows (or without: an empty view).
struct FormPage {
    std::string title;
    std::string lead;
    html::List steps;
    html::View rows;     ///< of fleet_rows or route_rows
    html::View remarks;  ///< what could not be read of a list; may be empty
    html::View beside;   ///< a table under the form; may be empty
    std::vector<desk::Crumb> crumbs;
    Problems problems;  ///< of rows, for the summary on top; those of other fields are the form's own
    int status = 200;
};
web::Response show_page(const desk::Visit& visit, const FormPage& page, const desk::Form& form);

std::vector<desk::Crumb> crumbs_to(const desk::Visit& visit, const Scenario* scenario, std::string here);

/// A scenario that the visitor may read, with the right to change its choices; problems otherwise.
Result<Scenario> find_to_choose(db::Connection& in, const desk::Visit& visit);

/// Where a scenario stands; "" of what `pattern` adds behind its address.
std::string address_of(const desk::Visit& visit, std::string_view id, std::string_view rest = "");

/// Computes it here and now when that is quick: one without an outcome, or one that is asked for once more.
void compute_if_quick(const desk::Visit& visit, std::string_view id);
void compute_again_if_quick(const desk::Visit& visit, std::string_view id);

}  // namespace kring::scenario
