// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/page_functions.hpp"
#include "domain/letters/store.hpp"
#include "domain/network/store.hpp"
#include "platform/base/text.hpp"

namespace kring::letters {

namespace {

using desk::Visit;
using html::View;

std::string field_of(std::string_view network) { return "network-" + std::string(network); }

/// What stands in the form: as it is kept, or as it was typed.
struct Typed {
    std::vector<std::pair<network::Network, std::string>> networks;  ///< with the word of the choice
    std::string weekday;
    std::vector<HeldReply> held;
};

Typed kept(db::Connection& in, const Actor& who) {
    Typed typed;
    for (const network::Network& one : network::all(in, who)) {
        if (who.is_member(one.id))
            typed.networks.emplace_back(one, word(choice_of_person(in, who.person, one.id)));
    }
    typed.weekday = std::to_string(weekday_of_person(in, who.person));
    typed.held = held_replies_of(in, who.person);
    return typed;
}

std::vector<desk::Option> choice_options(const Visit& visit, bool is_open) {
    std::vector<desk::Option> options;
    for (const Choice choice : {Choice::everything, Choice::mine, Choice::nothing}) {
        const std::string key = "letters.choice." + std::string(word(choice));
        const bool has_text = is_open || choice == Choice::nothing;
        options.push_back({std::string(word(choice)), visit.say(key),
                           visit.say(has_text ? key + ".hint" : key + ".closed_hint")});
    }
    return options;
}

std::vector<desk::Option> weekday_options(const Visit& visit) {
    std::vector<desk::Option> options;
    for (int day = 1; day <= 7; ++day) {
        const std::string number = std::to_string(day);
        options.push_back({number, visit.say("letters.weekday." + number), ""});
    }
    options.push_back({"0", visit.say("letters.weekday.0"), ""});
    return options;
}

html::List held_rows(const Visit& visit, const std::vector<HeldReply>& held) {
    html::List rows;
    for (const HeldReply& reply : held) {
        View row;
        row.set("href", desk::address(visit, "/mijn/post/antwoorden/{id}", {reply.id}))
            .set("label", visit.site.phrases.moment(reply.received_at, visit.language));
        rows.push_back(std::move(row));
    }
    return rows;
}

web::Response show(const Visit& visit, const Typed& typed, const Problems& problems) {
    desk::Form form(visit, desk::address(visit, "/mijn/post"), "letters.submit");
    for (const auto& [network, choice] : typed.networks) {
        desk::Extra extra;
        extra.label_values = {{"network", network::name(network, visit.code())}};
        form.radios(field_of(network.id), "letters.choice", choice, choice_options(visit, network.is_open),
                    extra);
    }
    desk::Extra extra;
    extra.hint = visit.say("letters.weekday.hint");
    form.select("weekday", "letters.weekday", typed.weekday, weekday_options(visit), extra)
        .problems(problems);
    desk::Frame frame;
    frame.title = visit.say("letters.title");
    frame.crumbs = {{visit.say("menu.my"), desk::address(visit, "/mijn")}, {frame.title, ""}};
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    View view;
    view.set("form", form.view())
        .set("is_member", !typed.networks.empty())
        .set("held", held_rows(visit, typed.held));
    const int status = problems.empty() ? 200 : desk::status_of(problems.front().trouble);
    return desk::show(visit, frame, "letter_choices", std::move(view), status);
}

}  // namespace

web::Response show_choices(const Visit& visit) {
    return show(visit, visit.read([&](db::Connection& in) { return kept(in, visit.who); }), {});
}

web::Response post_choices(const Visit& visit) {
    Typed typed = visit.read([&](db::Connection& in) { return kept(in, visit.who); });
    typed.weekday = visit.request.field("weekday");
    Choices choices;
    Problems problems;
    for (auto& [network, given] : typed.networks) {
        given = visit.request.field(field_of(network.id));
        const auto choice = choice_of(given);
        if (choice)
            choices.networks.emplace_back(network.id, *choice);
        else
            problems.push_back({Trouble::invalid, "letters.choice.missing", field_of(network.id), {}});
    }
    std::int64_t weekday = never;
    if (read_number(typed.weekday, never, 7, weekday))
        choices.weekday = static_cast<int>(weekday);
    else
        problems.push_back({Trouble::invalid, "letters.weekday.unknown", "weekday", {}});
    if (!problems.empty()) return show(visit, typed, problems);
    const auto done = visit.write([&](const Act& act) { return choose(act, choices); });
    if (!done) return show(visit, typed, done.problems());
    return desk::go(visit, desk::address(visit, "/mijn/post"), "letters_chosen");
}

}  // namespace kring::letters
