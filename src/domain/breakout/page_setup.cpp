// SPDX-License-Identifier: EUPL-1.2
// Setting up: how many tables and rounds, what must hold, who does not sit; and one table's host and
// questions.
#include <algorithm>

#include "domain/breakout/acts.hpp"
#include "domain/breakout/breakout_view.hpp"
#include "domain/breakout/page_functions.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;

constexpr std::string_view apart_prefix = "apart.";
constexpr std::string_view away_prefix = "away.";
constexpr std::string_view question_prefix = "question.";

/// The form as it stands, typed or kept.
struct Typed {
    std::string tables = "4";
    std::string rounds = "3";
    std::string minutes = "20";
    std::string chairs;
    std::string mix = "even";
    std::vector<Apart> apart;  ///< those that are ticked
    std::vector<std::string> away;
    std::string one;  ///< of a pair to add
    std::string other;
    std::int64_t version = 0;
};

Typed kept(const Place& place) {
    Typed typed;
    if (!place.breakout) return typed;
    const Breakout& breakout = *place.breakout;
    typed.tables = std::to_string(breakout.tables.size());
    typed.rounds = std::to_string(breakout.rounds);
    typed.minutes = std::to_string(breakout.minutes);
    typed.chairs = breakout.chairs > 0 ? std::to_string(breakout.chairs) : "";
    typed.mix = word(breakout.mix);
    typed.apart = breakout.apart;
    typed.away = breakout.away;
    typed.version = breakout.version;
    return typed;
}

std::vector<std::string> ticked(const Visit& visit, std::string_view prefix) {
    std::vector<std::string> found;
    for (const auto& [name, value] : visit.request.form) {
        if (name.starts_with(prefix) && value == "yes") found.push_back(name.substr(prefix.size()));
    }
    return found;
}

Typed typed(const Visit& visit) {
    Typed given;
    given.tables = network::typed(visit, "tables");
    given.rounds = network::typed(visit, "rounds");
    given.minutes = network::typed(visit, "minutes");
    given.chairs = network::typed(visit, "chairs");
    given.mix = network::typed(visit, "mix");
    given.one = network::typed(visit, "apart_one");
    given.other = network::typed(visit, "apart_other");
    given.version = number_of(visit.request.field("version"));
    given.away = ticked(visit, away_prefix);
    for (const std::string& pair : ticked(visit, apart_prefix)) {
        const std::size_t dot = pair.find('.');
        if (dot == std::string::npos) continue;
        if (auto one = pair_of(pair.substr(0, dot), pair.substr(dot + 1))) given.apart.push_back(*one);
    }
    return given;
}

// A number that is none becomes one that problems_of refuses.
std::int64_t whole(std::string_view text, std::int64_t when_empty) {
    if (text.empty()) return when_empty;
    std::int64_t number = -1;
    read_number(text, 0, 1000000, number);
    return number;
}

Wishes setup_of(const Typed& given) {
    Wishes setup{whole(given.tables, -1),
                 whole(given.rounds, -1),
                 whole(given.minutes, -1),
                 whole(given.chairs, 0),
                 given.mix,
                 given.apart,
                 given.away};
    if (auto pair = pair_of(given.one, given.other)) setup.apart.push_back(*pair);
    return setup;
}

/// Id and name of the organisations of those who may sit, by name.
std::vector<desk::Option> organisations(const Place& place) {
    std::vector<desk::Option> found;
    for (const auto& [id, sitter] : place.people) {
        const bool is_known = std::any_of(found.begin(), found.end(), [&](const desk::Option& one) {
            return one.value == sitter.organisation;
        });
        if (!sitter.organisation.empty() && !is_known)
            found.push_back({sitter.organisation, sitter.organisation_name, ""});
    }
    std::sort(found.begin(), found.end(),
              [](const desk::Option& one, const desk::Option& other) { return one.label < other.label; });
    return found;
}

void add_number(desk::Form& form, const Visit& visit, const std::string& name, const std::string& value) {
    desk::Extra extra = network::number_field(value);
    extra.is_required = name != "chairs";
    if (name == "chairs") extra.hint = visit.say("breakout.setup.chairs_hint");
    form.text(name, "breakout.setup." + name, value, extra);
}

void add_apart(desk::Form& form, const Visit& visit, const Place& place, const Typed& given) {
    const std::vector<desk::Option> known = organisations(place);
    form.heading("breakout.setup.apart", visit.say("breakout.setup.apart_hint"));
    const auto name_of = [&](const std::string& id) {
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const desk::Option& one) { return one.value == id; });
        return found == known.end() ? id : found->label;
    };
    for (const Apart& pair : given.apart) {
        desk::Extra extra;
        extra.label_values = {{"one", name_of(pair.one)}, {"other", name_of(pair.other)}};
        form.checkbox(std::string(apart_prefix) + pair.one + "." + pair.other, "breakout.setup.pair", true,
                      extra);
    }
    std::vector<desk::Option> options = {{"", visit.say("breakout.setup.choose"), ""}};
    options.insert(options.end(), known.begin(), known.end());
    desk::Extra extra;
    extra.is_required = false;
    form.select("apart_one", "breakout.setup.apart_one", given.one, options, extra);
    form.select("apart_other", "breakout.setup.apart_other", given.other, options, extra);
}

void add_away(desk::Form& form, const Visit& visit, const Place& place, const Typed& given) {
    form.heading("breakout.setup.away", visit.say("breakout.setup.away_hint"));
    std::vector<const Sitter*> by_name;
    for (const auto& [id, sitter] : place.people) {
        if (sitter.is_here) by_name.push_back(&sitter);
    }
    std::sort(by_name.begin(), by_name.end(),
              [](const Sitter* one, const Sitter* other) { return one->name < other->name; });
    for (const Sitter* sitter : by_name) {
        desk::Extra extra;
        extra.label_values = {{"name", sitter->name}};
        extra.hint = sitter->organisation_name;
        const bool is_away =
            std::find(given.away.begin(), given.away.end(), sitter->person) != given.away.end();
        form.checkbox(std::string(away_prefix) + sitter->person, "breakout.setup.person", is_away, extra);
    }
}

web::Response show_setup(const Visit& visit, const Place& place, const Typed& given,
                         const Problems& problems) {
    desk::Form form(visit, address_of(visit, place, "/opzet"), "network.form.save");
    for (const auto& [name, value] :
         std::vector<std::pair<std::string, std::string>>{{"tables", given.tables},
                                                          {"rounds", given.rounds},
                                                          {"minutes", given.minutes},
                                                          {"chairs", given.chairs}}) {
        add_number(form, visit, name, value);
    }
    std::vector<desk::Option> options;
    for (const Mix mix : mixes) {
        const std::string name(word(mix));
        options.push_back({name, visit.say("breakout.mix." + name), ""});
    }
    form.radios("mix", "breakout.setup.mix", given.mix, options);
    add_apart(form, visit, place, given);
    add_away(form, visit, place, given);
    // Whoever sees that somebody else was first, and sends it again, does so knowingly.
    const std::int64_t version = place.breakout ? place.breakout->version : 0;
    form.hidden("version", std::to_string(version)).problems(problems);
    desk::Frame frame = frame_of(visit, place, visit.say("breakout.setup"));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

// Of a form that comes back when somebody else was first, what was typed is shown, not lost.
bool is_for_the_form(const Problems& problems) {
    return problems.front().trouble == Trouble::invalid || problems.front().trouble == Trouble::conflict;
}

}  // namespace

web::Response edit_setup(const Visit& visit) {
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_run(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_setup(visit, *place, kept(*place), {});
}

web::Response post_setup(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const Typed given = typed(visit);
    const auto done =
        visit.write([&](const Act& act) { return set_up(act, id, given.version, setup_of(given)); });
    if (done) {
        return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/tafels/indeling", {id}),
                        "breakout_set_up");
    }
    if (!is_for_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_run(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_setup(visit, *place, given, done.problems());
}

namespace {

struct TablePage {
    Place place;
    Table table;
};

Result<TablePage> find_table_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place_to_run(in, visit));
    const Table* table =
        place.breakout ? place.breakout->table_numbered(number_of(visit.request.part("tafel"))) : nullptr;
    if (!table) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return TablePage{place, *table};
}

web::Response show_table(const Visit& visit, const TablePage& page, const Table& given,
                         const Problems& problems) {
    const std::string number = std::to_string(page.table.number);
    desk::Form form(visit, table_address(visit, page.place, page.table.number), "network.form.save");
    std::vector<desk::Option> hosts = {{"", visit.say("breakout.table.no_host"), ""}};
    for (const auto& [id, sitter] : page.place.people) {
        const std::string organisation =
            sitter.organisation_name.empty() ? "" : ", " + sitter.organisation_name;
        hosts.push_back({id, sitter.name + organisation, ""});
    }
    desk::Extra extra;
    extra.is_required = false;
    extra.hint = visit.say("breakout.table.host_hint");
    form.select("host", "breakout.table.host", given.host, hosts, extra);
    form.heading("breakout.table.questions",
                 visit.say(page.place.questions.empty() ? "breakout.table.no_questions"
                                                        : "breakout.table.questions_hint"));
    for (const chain::Record& question : page.place.questions) {
        const bool lies_here =
            std::find(given.questions.begin(), given.questions.end(), question.id) != given.questions.end();
        desk::Extra one;
        one.label_values = {{"title", question.title}};
        form.checkbox(std::string(question_prefix) + question.id, "breakout.table.question", lies_here, one);
    }
    form.hidden("version", std::to_string(page.place.breakout->version)).problems(problems);
    desk::Frame frame = frame_of(visit, page.place, visit.say("breakout.table", {{"table", number}}));
    frame.visible_for = workshop::visible_to_planners(visit, page.place.network);
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response edit_table(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return find_table_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_table(visit, *page, page->table, {});
}

web::Response post_table(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    Table wanted;
    wanted.number = number_of(visit.request.part("tafel"));
    wanted.host = network::typed(visit, "host");
    wanted.questions = ticked(visit, question_prefix);
    const std::int64_t version = number_of(visit.request.field("version"));
    const auto done = visit.write([&](const Act& act) { return set_table(act, id, version, wanted); });
    if (done) {
        return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/tafels/indeling", {id}),
                        "breakout_set_up");
    }
    if (!is_for_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto page = visit.read([&](db::Connection& in) { return find_table_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_table(visit, *page, wanted, done.problems());
}

}  // namespace kring::breakout
