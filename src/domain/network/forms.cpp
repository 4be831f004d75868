// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/forms.hpp"

#include "domain/desk/addresses.hpp"
#include "domain/network/acts.hpp"
#include "domain/network/may.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"

namespace kring::network {

namespace {

using desk::Visit;

Problems forbidden() { return {Problem{Trouble::forbidden, "problem.forbidden", "", {}}}; }

std::string programme_address(const Visit& visit, std::string_view id) {
    return desk::address(visit, "/programmas/{id}", {id});
}

std::string network_address(const Visit& visit, std::string_view id) {
    return desk::address(visit, "/netwerken/{netwerk}", {id});
}

Programme typed_programme(const Visit& visit, std::string_view id) {
    return Programme{std::string(id),           typed_pair(visit, "name"),
                     typed(visit, "funder"),    typed(visit, "budget_line"),
                     typed(visit, "starts"),    typed(visit, "ends"),
                     typed_pair(visit, "goals")};
}

web::Response show_programme_form(const Visit& visit, const Programme& programme, const Problems& problems) {
    const bool is_new = programme.id.empty();
    desk::Form form(visit,
                    is_new ? desk::address(visit, "/programmas/nieuw")
                           : desk::address(visit, "/programmas/{id}/bewerken", {programme.id}),
                    is_new ? "network.programme.make" : "network.form.save");
    desk::Extra optional;
    optional.is_required = false;
    add_texts(form, visit, "name", "network.form.name", programme.name, true);
    form.text("funder", "network.programme.funder", programme.funder, optional);
    form.text("budget_line", "network.programme.budget_line", programme.budget_line, optional);
    add_days(form, programme.starts, programme.ends);
    add_areas(form, visit, "goals", "network.programme.goals", programme.goals, "network.form.markdown");
    form.problems(problems);

    desk::Frame frame;
    frame.title = visit.say(is_new ? "network.programme.new" : "network.programme.edit");
    frame.visible_for = desk::visible_to_administrators();
    frame.crumbs = {{visit.say("menu.networks"), desk::address(visit, "/netwerken")}};
    if (!is_new) {
        const std::string programme_name = in_language(programme.name, visit.language).text;
        frame.crumbs.push_back({programme_name, programme_address(visit, programme.id)});
    }
    frame.crumbs.push_back({frame.title, ""});
    return show_form(visit, std::move(frame), form, status_of_form(problems));
}

Network typed_network(const Visit& visit, std::string_view id) {
    return Network{std::string(id),
                   typed(visit, "programme"),
                   typed_pair(visit, "name"),
                   typed(visit, "audience") == "everyone",
                   typed_pair(visit, "about"),
                   typed_pair(visit, "house_rules")};
}

std::vector<desk::Option> programme_options(const Visit& visit, const std::vector<Programme>& programmes) {
    std::vector<desk::Option> options;
    for (const Programme& programme : programmes) {
        options.push_back({programme.id, in_language(programme.name, visit.language).text, ""});
    }
    return options;
}

void add_network_fields(desk::Form& form, const Visit& visit, const Network& network) {
    add_texts(form, visit, "name", "network.form.name", network.name, true);
    form.radios("audience", "network.form.audience", network.is_open ? "everyone" : "network",
                {{"everyone", visit.say("network.form.audience_everyone"), ""},
                 {"network", visit.say("network.form.audience_network"),
                  visit.say("network.form.audience_network_hint")}});
    add_areas(form, visit, "about", "network.form.about", network.about, "network.form.about_hint");
    add_areas(form, visit, "house_rules", "network.form.house_rules", network.house_rules,
              "network.form.house_rules_hint");
}

web::Response show_network_form(const Visit& visit, const Network& network,
                                const std::string& facilitator_email, const Problems& problems) {
    const bool is_new = network.id.empty();
    desk::Form form(visit,
                    is_new ? desk::address(visit, "/netwerken/nieuw")
                           : desk::address(visit, "/netwerken/{netwerk}/bewerken", {network.id}),
                    is_new ? "network.form.make" : "network.form.save");
    if (may_make_network(visit.who)) {
        const auto programmes = visit.read([](db::Connection& in) { return all_programmes(in); });
        form.select("programme", "network.form.programme", network.programme,
                    programme_options(visit, programmes));
    }
    add_network_fields(form, visit, network);
    if (is_new) {
        desk::Extra email;
        email.type = "email";
        email.autocomplete = "off";
        email.hint = visit.say("network.form.facilitator_hint");
        form.text("facilitator_email", "network.form.facilitator", facilitator_email, email);
    }
    form.problems(problems);

    desk::Frame frame;
    frame.title = visit.say(is_new ? "network.form.new" : "network.form.edit");
    if (is_new)
        frame.crumbs = {{visit.say("menu.networks"), desk::address(visit, "/netwerken")}};
    else
        frame.crumbs = crumbs_to(visit, network);
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = is_new ? desk::visible_to_administrators() : visible_to_facilitators(visit, network);
    return show_form(visit, std::move(frame), form, status_of_form(problems));
}

/// A form that cannot be filled in right again: the subject is gone, or the right to it.
bool is_beyond_the_form(const Problems& problems) {
    const Trouble first = problems.front().trouble;
    return first == Trouble::forbidden || first == Trouble::not_found;
}

}  // namespace

web::Response new_programme(const Visit& visit) {
    if (!may_make_programme(visit.who)) return desk::trouble(visit, forbidden());
    return show_programme_form(visit, {}, {});
}

web::Response post_new_programme(const Visit& visit) {
    const Programme wanted = typed_programme(visit, "");
    const auto made = visit.write([&](const Act& act) { return make_programme(act, wanted); });
    if (made) return desk::go(visit, programme_address(visit, made->id), "programme_made");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_programme_form(visit, wanted, made.problems());
}

web::Response edit_programme(const Visit& visit) {
    if (!may_make_programme(visit.who)) return desk::trouble(visit, forbidden());
    const auto programme =
        visit.read([&](db::Connection& in) { return find_programme(in, visit.request.part("id")); });
    return programme ? show_programme_form(visit, *programme, {}) : desk::not_found(visit);
}

web::Response post_programme(const Visit& visit) {
    const Programme wanted = typed_programme(visit, visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return change_programme(act, wanted); });
    if (done) return desk::go(visit, programme_address(visit, wanted.id), "programme_changed");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_programme_form(visit, wanted, done.problems());
}

web::Response new_network(const Visit& visit) {
    if (!may_make_network(visit.who)) return desk::trouble(visit, forbidden());
    Network network;
    network.programme = web::value_of(visit.request.query, "programma");
    return show_network_form(visit, network, "", {});
}

web::Response post_new_network(const Visit& visit) {
    const Network wanted = typed_network(visit, "");
    const std::string email = typed(visit, "facilitator_email");
    const auto made = visit.write([&](const Act& act) { return make_network(act, wanted, email); });
    if (made) return desk::go(visit, network_address(visit, made->id), "network_made");
    if (is_beyond_the_form(made.problems())) return desk::trouble(visit, made.problems());
    return show_network_form(visit, wanted, email, made.problems());
}

web::Response edit_network(const Visit& visit) {
    const auto network = visit.read(
        [&](db::Connection& in) { return find_visible(in, visit.who, visit.request.part("netwerk")); });
    if (!network) return desk::trouble(visit, network.problems());
    if (!may_edit_network(visit.who, network->id)) return desk::trouble(visit, forbidden());
    return show_network_form(visit, *network, "", {});
}

web::Response post_network(const Visit& visit) {
    const Network wanted = typed_network(visit, visit.request.part("netwerk"));
    const auto done = visit.write([&](const Act& act) { return change_network(act, wanted); });
    if (done) return desk::go(visit, network_address(visit, wanted.id), "network_changed");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_network_form(visit, wanted, "", done.problems());
}

}  // namespace kring::network
