// SPDX-License-Identifier: EUPL-1.2
// The form of a session, new and known, with its speakers in rows of four fields.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using html::List;
using html::View;

constexpr std::size_t fields_per_speaker = 4;
constexpr std::size_t rows_open_at_least = 2;

/// Where a session stands, for its form.
struct Place {
    network::Network network;
    Series series;
    Workshop workshop;
};

Result<Place> find_place(db::Connection& in, const Visit& visit, std::string_view workshop_id) {
    TRY(record, chain::find_readable(in, visit.who, workshop_id, visit.when));
    const auto workshop = find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_plan(visit.who, record.network)) return forbidden();
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    return Place{network::find(in, record.network).value(), find_series(in, workshop->series).value(),
                 *workshop};
}

Result<Session> find_to_edit(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    auto session = find_session(in, record.id);
    if (!session) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (record.is_withdrawn) return Problem{Trouble::conflict, "workshop.problem.withdrawn", "", {}};
    return std::move(*session);
}

std::string row_name(std::size_t row) { return "speaker_" + std::to_string(row + 1); }

Session typed_session(const Visit& visit) {
    Session session;
    session.record.title = network::typed(visit, "title_nl");
    session.title_en = network::typed(visit, "title_en");
    session.form = form_of(visit.request.field("form")).value_or(Form::talk);
    session.position = typed_number(visit, "position");
    session.starts = network::typed(visit, "starts");
    if (!network::typed(visit, "minutes").empty()) session.minutes = typed_number(visit, "minutes");
    session.room = network::typed(visit, "room");
    session.about = network::typed_pair(visit, "about");
    for (std::size_t row = 0; row < speakers_max; ++row) {
        const std::string name = row_name(row);
        session.speakers.push_back({"", network::typed(visit, name + "_name"),
                                    network::typed(visit, name + "_organisation"),
                                    network::typed_pair(visit, name + "_role")});
    }
    return session;
}

void add_own_fields(desk::Form& form, const Visit& visit, const Session& session) {
    std::vector<desk::Option> options;
    for (const Form one : forms) {
        options.push_back({std::string(word(one)), visit.say("workshop.form." + std::string(word(one))), ""});
    }
    desk::Extra optional;
    optional.is_required = false;
    const bool was_typed = visit.request.method == web::Method::post;
    const std::string minutes_kept = session.minutes ? std::to_string(*session.minutes) : "";
    const std::string minutes = was_typed ? std::string(visit.request.field("minutes")) : minutes_kept;
    const std::string position = number_shown(visit, "position", session.position);
    desk::Extra position_field = network::number_field(position);
    position_field.is_required = true;
    network::add_texts(form, visit, "title", "workshop.form_page.title", session.title(), true);
    form.select("form", "workshop.session.form", word(session.form), options);
    form.text("position", "workshop.session.position", position, position_field);
    form.text("starts", "workshop.session.starts", session.starts, network::clock_field(session.starts));
    form.text("minutes", "workshop.session.minutes", minutes, network::number_field(minutes));
    form.text("room", "workshop.session.room", session.room, optional);
    network::add_areas(form, visit, "about", "workshop.session.about", session.about,
                       "network.form.markdown");
}

void add_speaker_fields(desk::Form& form, const Session& session) {
    desk::Extra optional;
    optional.is_required = false;
    optional.autocomplete = "off";
    desk::Extra dutch = optional;
    dutch.language = "nl";
    desk::Extra english = optional;
    english.language = "en";
    for (std::size_t row = 0; row < speakers_max; ++row) {
        const Speaker speaker = row < session.speakers.size() ? session.speakers[row] : Speaker{};
        const std::string name = row_name(row);
        form.text(name + "_name", "workshop.speaker.name", speaker.name, optional);
        form.text(name + "_organisation", "workshop.speaker.organisation", speaker.organisation, optional);
        form.text(name + "_role_nl", "workshop.speaker.role.nl", speaker.role.nl, dutch);
        form.text(name + "_role_en", "workshop.speaker.role.en", speaker.role.en, english);
    }
}

std::size_t rows_to_open(const Session& session) {
    std::size_t filled = 0;
    for (std::size_t row = 0; row < session.speakers.size(); ++row) {
        if (!session.speakers[row].empty()) filled = row + 1;
    }
    const std::size_t wanted = session.form == Form::pitch_round ? speakers_max : filled + 1;
    return std::min(speakers_max, std::max(rows_open_at_least, wanted));
}

// The form's last fields are those of the speakers: they are taken out and gathered into rows, so that
// forty-eight fields read as twelve people, and the empty ones can stay folded.
View with_speaker_rows(const Visit& visit, const desk::Form& form, const Session& session) {
    View view = form.view();
    const List fields = std::get<List>(*view.find("fields"));
    const std::size_t own = fields.size() - speakers_max * fields_per_speaker;
    const std::size_t open_rows = rows_to_open(session);
    List open;
    List folded;
    for (std::size_t row = 0; row < speakers_max; ++row) {
        const auto first = fields.begin() + static_cast<std::ptrdiff_t>(own + row * fields_per_speaker);
        View group;
        group.set("legend", visit.say("workshop.speaker.legend", {{"number", std::to_string(row + 1)}}))
            .set("cells", List(first, first + fields_per_speaker));
        (row < open_rows ? open : folded).push_back(std::move(group));
    }
    view.set("fields", List(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(own)))
        .set("open_speakers", std::move(open))
        .set("folded_speakers", std::move(folded));
    return view;
}

web::Response show_session_form(const Visit& visit, const Place& place, const Session& session,
                                const Problems& problems) {
    const std::string& id = session.record.id;
    const bool is_new = id.empty();
    desk::Form form(
        visit,
        is_new ? desk::address(visit, "/bijeenkomsten/{id}/onderdelen/nieuw", {place.workshop.record.id})
               : desk::address(visit, "/onderdelen/{id}/bewerken", {id}),
        is_new ? "workshop.session.make" : "network.form.save");
    add_own_fields(form, visit, session);
    add_speaker_fields(form, session);
    form.problems(problems);
    desk::Frame frame;
    frame.title = visit.say(is_new ? "workshop.session.new" : "workshop.session.edit");
    frame.section = "netwerken";
    frame.has_errors = form.has_problems();
    frame.crumbs = crumbs_to(visit, place.network, place.series);
    frame.crumbs.push_back(crumb_of(visit, place.workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, place.network);
    View view;
    view.set("form", with_speaker_rows(visit, form, session));
    return desk::show(visit, frame, "workshop_session_form", std::move(view),
                      network::status_of_form(problems));
}

}  // namespace

web::Response new_session(const Visit& visit) {
    const std::string_view id = visit.request.part("id");
    const auto place = visit.read([&](db::Connection& in) { return find_place(in, visit, id); });
    if (!place) return desk::trouble(visit, place.problems());
    Session session;
    session.position = visit.read([&](db::Connection& in) { return next_position(in, id); });
    return show_session_form(visit, *place, session, {});
}

web::Response post_new_session(const Visit& visit) {
    Session wanted = typed_session(visit);
    wanted.record.parent = visit.request.part("id");
    const auto made = visit.write([&](const Act& act) { return plan_session(act, wanted); });
    if (made) return desk::go(visit, workshop_address(visit, wanted.record.parent), "session_planned");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit, wanted.record.parent); });
    return show_session_form(visit, *place, wanted, made.problems());
}

web::Response edit_session(const Visit& visit) {
    const auto session = visit.read([&](db::Connection& in) { return find_to_edit(in, visit); });
    if (!session) return desk::trouble(visit, session.problems());
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit, session->workshop()); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_session_form(visit, *place, *session, {});
}

web::Response post_session(const Visit& visit) {
    Session wanted = typed_session(visit);
    wanted.record.id = visit.request.part("id");
    const auto done = visit.write([&](const Act& act) { return change_session(act, wanted); });
    if (done) return desk::go(visit, session_address(visit, wanted.record.id), "session_changed");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto known = visit.read([&](db::Connection& in) { return find_session(in, wanted.record.id); });
    const auto place =
        visit.read([&](db::Connection& in) { return find_place(in, visit, known->workshop()); });
    return show_session_form(visit, *place, wanted, done.problems());
}

}  // namespace kring::workshop
