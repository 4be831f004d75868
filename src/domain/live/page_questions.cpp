// SPDX-License-Identifier: EUPL-1.2
// Asking during a workshop, with or without a name; and what its facilitator does with a question.
#include "domain/chain/audience.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/forms.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/live_view.hpp"
#include "domain/live/may.hpp"
#include "domain/live/page_functions.hpp"
#include "domain/live/store.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::live {

namespace {

using desk::Visit;
using html::View;

// Fewer could have asked: then a guess is easily right.
constexpr std::int64_t fewest_to_hide_among = 5;

struct AskPage {
    Scene scene;
    std::int64_t present = 0;
};

Result<AskPage> read_ask_page(db::Connection& in, const Visit& visit) {
    TRY(scene, find_scene(in, visit));
    const std::int64_t present = count_present(in, scene.id());
    return AskPage{std::move(scene), present};
}

std::vector<desk::Option> audiences(const Visit& visit, const Scene& scene) {
    std::vector<desk::Option> options;
    for (const chain::Audience audience : chain::audiences_open_to(visit.who, scene.network.id)) {
        const bool fits = audience == chain::Audience::network || audience == chain::Audience::purchasers;
        const std::string name(chain::word(audience));
        if (fits) options.push_back({name, visit.say("live.audience." + name), ""});
    }
    return options;
}

std::string in_words(const Visit& visit, const AskPage& page) {
    return page.present < fewest_to_hide_among
               ? visit.say("live.ask.few", {{"count", std::to_string(page.present)}})
               : "";
}

web::Response show_ask_form(const Visit& visit, const AskPage& page, const Problems& problems) {
    desk::Form form(visit, live_address(visit, page.scene, "/vragen/nieuw"), "live.ask.submit");
    desk::Extra optional;
    optional.is_required = false;
    optional.rows = 3;
    desk::Extra anonymous;
    anonymous.hint = visit.say("live.ask.anonymous_hint");
    const std::string audience = network::typed(visit, "audience");
    form.text("title", "live.ask.question", network::typed(visit, "title"))
        .area("body", "live.ask.body", network::typed(visit, "body"), optional)
        .radios("audience", "contribution.field.audience", audience.empty() ? "network" : audience,
                audiences(visit, page.scene))
        .checkbox("anonymous", "live.ask.anonymous", visit.request.field("anonymous") == "yes", anonymous)
        .problems(problems);
    View view;
    view.set("form", form.view()).set("few", in_words(visit, page));
    desk::Frame frame = frame_of(visit, page.scene, visit.say("live.ask"), false);
    frame.has_errors = !problems.empty();
    return desk::show(visit, frame, "live_ask", std::move(view), network::status_of_form(problems));
}

web::Response show_asked(const Visit& visit, const Scene& scene, const std::string& key, Time moment) {
    View view;
    view.set("key", key)
        .set("clock", amsterdam_clock(moment))
        .set("live_href", live_address(visit, scene))
        .set("key_href", desk::address(visit, "/vragen/sleutel"));
    desk::Frame frame = frame_of(visit, scene, visit.say("live.asked"), false);
    frame.visible_for = desk::visible_to_you();
    return desk::show(visit, frame, "live_asked", std::move(view));
}

web::Fields fields_of(const Visit& visit, const Scene& scene) {
    web::Fields fields = {
        {"network", scene.network.id}, {"workshop", scene.id()}, {"language", std::string(visit.code())}};
    for (const std::string_view name : {"title", "body", "audience", "anonymous"})
        fields.emplace_back(name, network::typed(visit, name));
    return fields;
}

// Nothing is written, so that no table, file or journal can tell when it came.
web::Response hold(const Visit& visit, const AskPage& page, web::Fields fields) {
    const auto draft = contribution::read_question(fields);
    const auto checked = visit.read([&](db::Connection& in) {
        return contribution::check_anonymous(Act{visit.who, visit.when, in, "web"}, draft);
    });
    if (!checked) return show_ask_form(visit, page, checked.problems());
    const std::string key = new_token();
    fields.emplace_back("key_hash", sha256_hex(key));
    const Time moment = desk::shared_moment(visit.when);
    if (!visit.site.held->hold(std::move(fields), moment))
        return show_ask_form(visit, page, {{Trouble::too_many, "live.problem.too_many_held", "", {}}});
    return show_asked(visit, page.scene, key, moment);
}

}  // namespace

web::Response new_question(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_ask_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_ask_form(visit, *page, {});
}

web::Response post_question(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_ask_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    if (!page->scene.room.is_open)
        return show_ask_form(visit, *page, {{Trouble::conflict, "live.problem.not_open", "", {}}});
    web::Fields fields = fields_of(visit, page->scene);
    const auto draft = contribution::read_question(fields);
    if (draft.is_anonymous) return hold(visit, *page, std::move(fields));
    const auto asked = visit.write([&](const Act& act) { return contribution::ask(act, draft, 0); });
    if (!asked) return show_ask_form(visit, *page, asked.problems());
    return desk::go(visit, live_address(visit, page->scene), "question_asked");
}

web::Response post_turn(const Visit& visit) {
    const auto scene = visit.read([&](db::Connection& in) { return find_led_scene(in, visit); });
    if (!scene) return desk::trouble(visit, scene.problems());
    const auto turn = turn_of(network::typed(visit, "turn"));
    if (!turn || *turn == Turn::merged)
        return desk::trouble(visit, {{Trouble::invalid, "live.problem.unknown_choice", "", {}}});
    const auto done = visit.write(
        [&](const Act& act) { return set_turn(act, scene->id(), network::typed(visit, "question"), *turn); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, live_address(visit, *scene), "saved");
}

namespace {

struct TurnPage {
    Scene scene;
    Queued question;
    std::vector<Queued> others;  ///< that it can be put with
};

Result<TurnPage> read_turn_page(db::Connection& in, const Visit& visit, const std::string& id) {
    TRY(scene, find_led_scene(in, visit));
    std::optional<Queued> found;
    std::vector<Queued> others;
    for (Queued& one : queue(in, visit.who, scene.id(), visit.when)) {
        if (one.question.record.id == id)
            found = std::move(one);
        else
            others.push_back(std::move(one));
    }
    if (!found) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    const chain::Record& own = found->question.record;
    std::erase_if(others, [&](const Queued& one) {
        const chain::Record& other = one.question.record;
        return other.audience != own.audience || other.audience_of != own.audience_of;
    });
    return TurnPage{std::move(scene), std::move(*found), std::move(others)};
}

desk::Form turn_form(const Visit& visit, const TurnPage& page) {
    desk::Form form(visit, live_address(visit, page.scene, "/vragen/bewerken"), "live.turn.submit");
    const std::string turn = network::typed(visit, "turn");
    std::vector<desk::Option> turns;
    for (const Turn one : {Turn::now, Turn::answered, Turn::later, Turn::waiting, Turn::merged}) {
        if (one == Turn::merged && page.others.empty()) continue;
        turns.push_back({std::string(word(one)), visit.say("live.turn." + std::string(word(one))), ""});
    }
    desk::Extra optional;
    optional.is_required = false;
    desk::Extra words = optional;
    words.rows = 3;
    words.hint = visit.say("live.turn.words_hint");
    form.hidden("question", page.question.question.record.id)
        .radios("turn", "live.turn.what", turn.empty() ? "answered" : turn, turns)
        .area("words", "live.turn.words", network::typed(visit, "words"), words)
        .text("by", "live.turn.by", network::typed(visit, "by"), optional);
    if (!page.others.empty()) {
        std::vector<desk::Option> options = {{"", visit.say("live.turn.choose"), ""}};
        for (const Queued& one : page.others)
            options.push_back({one.question.record.id, one.question.record.title, ""});
        form.select("into", "live.turn.into", network::typed(visit, "into"), options, optional);
    }
    return form;
}

web::Response show_turn(const Visit& visit, const TurnPage& page, const Problems& problems) {
    desk::Form form = turn_form(visit, page);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, page.scene, page.question.question.record.title, false);
    frame.visible_for = workshop::visible_to_planners(visit, page.scene.network);
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

Result<Done> apply(const Act& act, const Visit& visit, const std::string& workshop,
                   const std::string& question) {
    const auto turn = turn_of(network::typed(visit, "turn"));
    if (!turn) return Problem{Trouble::invalid, "live.problem.unknown_choice", "turn", {}};
    if (*turn == Turn::answered) {
        return note_answer(act, workshop,
                           {question, network::typed(visit, "words"), network::typed(visit, "by"),
                            std::string(visit.code())});
    }
    if (*turn != Turn::merged) return set_turn(act, workshop, question, *turn);
    const std::string into = network::typed(visit, "into");
    if (into.empty()) return Problem{Trouble::invalid, "live.problem.choose_other", "into", {}};
    return merge(act, workshop, question, into);
}

}  // namespace

web::Response edit_turn(const Visit& visit) {
    const std::string id(web::value_of(visit.request.query, "vraag"));
    const auto page = visit.read([&](db::Connection& in) { return read_turn_page(in, visit, id); });
    if (!page) return desk::trouble(visit, page.problems());
    return show_turn(visit, *page, {});
}

web::Response post_edited_turn(const Visit& visit) {
    const std::string id = network::typed(visit, "question");
    const auto page = visit.read([&](db::Connection& in) { return read_turn_page(in, visit, id); });
    if (!page) return desk::trouble(visit, page.problems());
    const auto done = visit.write([&](const Act& act) { return apply(act, visit, page->scene.id(), id); });
    if (done) return desk::go(visit, live_address(visit, page->scene), "saved");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_turn(visit, *page, done.problems());
}

}  // namespace kring::live
