// SPDX-License-Identifier: EUPL-1.2
// Statements: preparing, opening and closing them, and choosing.
#include "domain/desk/addresses.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/live_view.hpp"
#include "domain/live/page_functions.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::live {

namespace {

using desk::Visit;

std::string direction_address(const Visit& visit) {
    return desk::address(visit, "/bijeenkomsten/{id}/live/regie", {visit.request.part("id")});
}

std::int64_t number_in_address(const Visit& visit) {
    std::int64_t number = 0;
    read_number(visit.request.part("nummer"), 1, 1000000, number);
    return number;
}

web::Response show_statement_form(const Visit& visit, const Problems& problems) {
    const auto scene = visit.read([&](db::Connection& in) { return find_led_scene(in, visit); });
    if (!scene) return desk::trouble(visit, scene.problems());
    desk::Form form(visit, live_address(visit, *scene, "/stellingen/nieuw"), "live.statement.submit");
    network::add_texts(form, visit, "text", "live.statement.text", network::typed_pair(visit, "text"), false);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, *scene, visit.say("live.statement.new"), false);
    frame.visible_for = workshop::visible_to_planners(visit, scene->network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

Result<Done> manage(const Act& act, std::string_view workshop, std::int64_t number, std::string_view wanted) {
    if (wanted == "open") return open_statement(act, workshop, number);
    if (wanted == "close") return close_statement(act, workshop, number);
    if (wanted == "show" || wanted == "hide") return show_result(act, workshop, number, wanted == "show");
    if (wanted == "remove") return remove(act, workshop, number);
    if (wanted != "repeat") return Problem{Trouble::invalid, "live.problem.unknown_choice", "", {}};
    TRY_DONE(repeat(act, workshop, number));
    return Done{};
}

}  // namespace

web::Response new_statement(const Visit& visit) { return show_statement_form(visit, {}); }

web::Response post_new_statement(const Visit& visit) {
    const auto made = visit.write([&](const Act& act) {
        return prepare(act, visit.request.part("id"), network::typed_pair(visit, "text"));
    });
    if (made) return desk::go(visit, direction_address(visit), "saved");
    if (workshop::is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_statement_form(visit, made.problems());
}

web::Response post_statement(const Visit& visit) {
    const auto done = visit.write([&](const Act& act) {
        return manage(act, visit.request.part("id"), number_in_address(visit), network::typed(visit, "do"));
    });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, direction_address(visit), "saved");
}

web::Response post_choice(const Visit& visit) {
    const auto choice = choice_of(network::typed(visit, "choice"));
    if (!choice) return desk::trouble(visit, {{Trouble::invalid, "live.problem.unknown_choice", "", {}}});
    const auto done = visit.write([&](const Act& act) {
        return choose(act, visit.request.part("id"), number_in_address(visit), *choice);
    });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/live", {visit.request.part("id")}),
                    "chose");
}

}  // namespace kring::live
