// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: the workshop they are about, what is on now, the queue, results, and
// the tag by which a browser asks whether anything changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/live/live.hpp"
#include "domain/network/network.hpp"
#include "domain/workshop/workshop.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::live {

/// The workshop a page is about.
struct Scene {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
    Room room;
    chain::VisibleFor visible_for;

    const std::string& id() const { return workshop.record.id; }
};

/// The workshop in the address; `not_found` unless the visitor may read it, `forbidden` unless they may
/// follow it, `conflict` when it is withdrawn.
Result<Scene> find_scene(db::Connection& in, const desk::Visit& visit);
/// The same, for who leads.
Result<Scene> find_led_scene(db::Connection& in, const desk::Visit& visit);

/// Page title, crumbs down to the live page (and this page, unless it is that).
desk::Frame frame_of(const desk::Visit& visit, const Scene& scene, std::string title, bool is_live_page);

std::string live_address(const desk::Visit& visit, const Scene& scene, std::string_view below = "");

/// For whom the same things are drawn: people's phones, or the screen that all see.
enum class Eyes { own, all };

/// Sets the names of live_now.html.
void set_now(html::View& view, db::Connection& in, const desk::Visit& visit, const Scene& scene, Eyes eyes,
             workshop::DoorSource doors);

/// What the visitor may read of the queue; on the screen only what all may see there.
std::vector<Queued> queue_for(db::Connection& in, const desk::Visit& visit, const Scene& scene, Eyes eyes);

/// Views of the names of live_question.html. `may_lead` adds what a facilitator can do.
html::List question_views(const desk::Visit& visit, const Scene& scene, const std::vector<Queued>& queue,
                          Eyes eyes);

/// Sets the names of live_result.html, whether or not it may be shown: ask may_see_result first.
html::View result_view(const desk::Visit& visit, const Statement& statement);

/// Views of live_result.html for all results that everybody may see.
html::List results_shown(db::Connection& in, const desk::Visit& visit, const Scene& scene);

/// The time each pitch got, as component_table.
html::View pitch_table(const desk::Visit& visit, const PitchRound& round, std::string_view table_id);

/// Changes when the page does, for this visitor. Cheap: made before the page is.
std::string tag_of(db::Connection& in, const desk::Visit& visit, const Scene& scene, Eyes eyes);

/// The browser has it already: 304 without a page. Nothing when it has not.
std::optional<web::Response> unchanged(const desk::Visit& visit, std::string_view tag);

}  // namespace kring::live
