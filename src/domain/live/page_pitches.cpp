// SPDX-License-Identifier: EUPL-1.2
// Pitches: drawing the order, and the clock.
#include "domain/desk/addresses.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/live_view.hpp"
#include "domain/live/page_functions.hpp"
#include "domain/live/store.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::live {

namespace {

using desk::Visit;

struct Typed {
    std::string names;
    std::string seconds = "60";
};

web::Response show_draw_form(const Visit& visit, const Scene& scene, const Typed& typed,
                             const Problems& problems) {
    desk::Form form(visit, live_address(visit, scene, "/pitches/nieuw"), "live.draw.submit");
    desk::Extra names;
    names.hint = visit.say("live.draw.names_hint");
    names.rows = 10;
    desk::Extra seconds = network::number_field(typed.seconds);
    seconds.is_required = true;
    seconds.hint = visit.say("live.draw.seconds_hint");
    form.area("names", "live.draw.names", typed.names, names)
        .text("seconds", "live.draw.seconds", typed.seconds, seconds)
        .problems(problems);
    desk::Frame frame = frame_of(visit, scene, visit.say("live.draw"), false);
    frame.visible_for = workshop::visible_to_planners(visit, scene.network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

Result<Done> drive(const Act& act, std::string_view workshop, std::string_view wanted) {
    if (wanted == "start") return start_pitch(act, workshop);
    if (wanted == "stop") return stop_pitch(act, workshop);
    if (wanted == "next") return next_pitch(act, workshop);
    return Problem{Trouble::invalid, "live.problem.unknown_choice", "", {}};
}

std::string direction_address(const Visit& visit) {
    return desk::address(visit, "/bijeenkomsten/{id}/live/regie", {visit.request.part("id")});
}

}  // namespace

web::Response new_draw(const Visit& visit) {
    return visit.read([&](db::Connection& in) {
        const auto scene = find_led_scene(in, visit);
        if (!scene) return desk::trouble(visit, scene.problems());
        return show_draw_form(visit, *scene, {join(suppliers(in, scene->id(), scene->network.id), "\n")}, {});
    });
}

web::Response post_draw(const Visit& visit) {
    const Typed typed{network::typed(visit, "names"), network::typed(visit, "seconds")};
    std::int64_t seconds = 0;
    read_number(typed.seconds, 1, 100000, seconds);
    // The seed is drawn after the names are final, so that nobody can fit the names to it.
    const auto drawn = visit.write([&](const Act& act) {
        return draw(act, visit.request.part("id"), names_in(typed.names), seconds, new_token());
    });
    if (drawn) return desk::go(visit, direction_address(visit), "saved");
    if (workshop::is_beyond_the_form(drawn.problems())) return desk::trouble(visit, drawn.problems());
    const auto scene = visit.read([&](db::Connection& in) { return find_led_scene(in, visit); });
    if (!scene) return desk::trouble(visit, scene.problems());
    return show_draw_form(visit, *scene, typed, drawn.problems());
}

web::Response post_pitch(const Visit& visit) {
    const auto done = visit.write(
        [&](const Act& act) { return drive(act, visit.request.part("id"), network::typed(visit, "do")); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, direction_address(visit), "saved");
}

}  // namespace kring::live
