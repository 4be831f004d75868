// SPDX-License-Identifier: EUPL-1.2
// The steps of a draft, each one form. What was typed wrongly stands there again, with what is wrong at its
// place; "another row" loses nothing either.
#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/tender/acts.hpp"
#include "domain/tender/may.hpp"
#include "domain/tender/page_functions.hpp"
#include "domain/tender/tender_view.hpp"

namespace kring::tender {

namespace {

using desk::Extra;
using desk::Form;
using desk::Option;
using desk::Visit;

Typed typed_here(const Visit& visit) { return {visit.request.form, visit.language}; }

Extra optional() {
    Extra extra;
    extra.is_required = false;
    return extra;
}

Extra with_hint(const Visit& visit, std::string_view hint) {
    Extra extra;
    extra.hint = visit.say(hint);
    return extra;
}

std::vector<Option> audience_options(const Visit& visit, std::string_view network) {
    std::vector<Option> options;
    for (const chain::Audience one : audiences_for(visit.who, network)) {
        const std::string word(chain::word(one));
        options.push_back({word, visit.say("tender.audience." + word), ""});
    }
    return options;
}

void about_fields(Form& form, const Visit& visit, const Typed& typed, std::string_view network) {
    form.text("title", "tender.form.title", typed.at("title"), with_hint(visit, "tender.form.title_hint"));
    Extra subject = optional();
    subject.hint = visit.say("tender.form.subject_hint");
    subject.rows = 4;
    form.area("subject", "tender.form.subject", typed.at("subject"), subject);
    Extra procedure = optional();
    procedure.hint = visit.say("tender.form.procedure_hint");
    procedure.rows = 3;
    form.area("procedure", "tender.form.procedure", typed.at("procedure"), procedure);
    const auto options = audience_options(visit, network);
    std::string audience = typed.at("audience");
    if (audience.empty() && !options.empty()) audience = options.front().value;
    form.radios("audience", "tender.form.audience", audience, options);
}

void criteria_fields(Form& form, const Visit& visit, const Typed& typed) {
    const std::vector<Option> types = {{"price", visit.say("tender.type.price"), ""},
                                       {"quality", visit.say("tender.type.quality"), ""},
                                       {"green", visit.say("tender.type.green"), ""},
                                       {"effect", visit.say("tender.type.effect"), ""}};
    form.hidden("rows", std::to_string(rows_of(typed)));
    for (std::size_t number = 1; number <= rows_of(typed); ++number) {
        const auto field = [&](std::string_view name) { return row_field('c', number, name); };
        const auto value = [&](std::string_view name) { return typed.at(field(name)); };
        form.heading("tender.form.criterion", "", {{"number", std::to_string(number)}});
        form.hidden(field("id"), value("id"));
        form.text(field("name"), "tender.criteria.name", value("name"), optional());
        const std::string type = value("type");
        form.select(field("type"), "tender.criteria.type", type.empty() ? "quality" : type, types);
        form.text(field("weight"), "tender.criteria.weight", value("weight"), optional());
        const std::string points = value("points");
        Extra full = optional();
        full.hint = visit.say("tender.form.points_hint");
        form.text(field("points"), "tender.form.points", points.empty() ? "100" : points, full);
        Extra guide = optional();
        guide.hint = visit.say("tender.form.guide_hint");
        guide.rows = 4;
        form.area(field("guide"), "tender.form.guide", value("guide"), guide);
    }
    if (rows_of(typed) < criteria_max) form.button("more", "yes", "tender.form.more_criteria");
}

void scoring_fields(Form& form, const Visit& visit, const Typed& typed) {
    std::vector<Option> options;
    for (const Formula one : formulas) {
        const std::string name(word(one));
        options.push_back(
            {name, visit.say("tender.formula." + name), visit.say("tender.formula_hint." + name)});
    }
    form.radios("formula", "tender.form.formula", typed.at("formula"), options);
    form.heading("tender.form.parameters", visit.say("tender.form.parameters_intro"));
    Extra bound = optional();
    bound.hint = visit.say("tender.form.bound_hint");
    form.text("price_low", "tender.form.price_low", typed.at("price_low"), bound);
    form.text("price_high", "tender.form.price_high", typed.at("price_high"), bound);
    form.text("log_base", "tender.form.log_base", typed.at("log_base"),
              with_hint(visit, "tender.form.log_base_hint"));
    form.text("quality_value", "tender.form.quality_value", typed.at("quality_value"),
              with_hint(visit, "tender.form.quality_value_hint"));
    form.text("co2_price", "tender.form.co2_price", typed.at("co2_price"),
              with_hint(visit, "tender.form.co2_price_hint"));
    form.text("discount", "tender.form.discount", typed.at("discount"),
              with_hint(visit, "tender.form.discount_hint"));
    form.heading("tender.form.after");
    std::vector<Option> decimals = {{"-1", visit.say("tender.form.decimals_none"), ""}};
    for (const char* const count : {"0", "1", "2", "3", "4"}) decimals.push_back({count, count, ""});
    form.select("decimals", "tender.form.decimals", typed.at("decimals"), decimals,
                with_hint(visit, "tender.form.decimals_hint"));
    std::vector<Option> ties;
    for (const std::string one : {"quality", "green", "price", "lot"})
        ties.push_back({one, visit.say("tender.ties." + one), ""});
    form.radios("ties", "tender.form.ties", typed.at("ties"), ties);
}

void market_fields(Form& form, const Visit& visit, const Typed& typed) {
    const auto field = [&](const std::string& name) {
        Extra extra;
        extra.hint = visit.say("tender.form." + name + "_hint");
        form.text(name, "tender.form." + name, typed.at(name), extra);
    };
    form.heading("tender.form.market_bids", visit.say("tender.form.market_intro"));
    for (const char* const name : {"bidders_from", "bidders_to", "price_level", "price_spread"}) field(name);
    form.heading("tender.form.market_green");
    for (const char* const name : {"green_mean", "green_spread", "green_premium", "correlation"}) field(name);
    form.heading("tender.form.market_quality");
    for (const char* const name : {"quality_mean", "quality_spread"}) field(name);
    form.heading("tender.form.market_effect");
    for (const char* const name : {"kg_least", "kg_most", "co2_price"}) field(name);
    form.heading("tender.form.market_run");
    for (const char* const name : {"draws", "seed"}) field(name);
}

void expected_fields(Form& form, const Visit& visit, const Typed& typed) {
    form.hidden("rows", std::to_string(rows_of(typed)));
    for (std::size_t number = 1; number <= rows_of(typed); ++number) {
        form.heading("tender.form.bid", number == 1 ? visit.say("tender.form.bid_intro") : "",
                     {{"number", std::to_string(number)}});
        for (const std::string name : {"name", "price", "green", "quality"}) {
            const std::string at = row_field('b', number, name);
            form.text(at, "tender.form.bid_" + name, typed.at(at), optional());
        }
    }
    if (rows_of(typed) < bids_max) form.button("more", "yes", "tender.form.more_bids");
}

// One step: where it is, what fills it, which act takes it.
struct Step {
    std::string_view rest;
    std::string_view title;
    void (*fields)(Form&, const Visit&, const Typed&);
    Typed (*filled)(const Tender&, html::Language);
    Result<Done> (*act)(const Act&, std::string_view, const Typed&);
    std::string_view next;  ///< where to go once it is kept
};

Typed filled_criteria(const Tender& tender, html::Language language) {
    return criteria_of(tender, language, tender.criteria.size());
}
Typed filled_expected(const Tender& tender, html::Language language) {
    return expected_of(tender, language, tender.expected.empty() ? 3 : tender.expected.size());
}

constexpr Step criteria_step = {"/criteria",     "tender.step.criteria", criteria_fields,
                                filled_criteria, set_criteria,           ""};
constexpr Step scoring_step = {"/formule", "tender.step.formula", scoring_fields,
                               scoring_of, set_scoring,           "/simulator"};
constexpr Step market_step = {"/markt",  "tender.step.market", market_fields,
                              market_of, set_market,           "/simulator"};
constexpr Step expected_step = {"/verwachting",  "tender.step.expected", expected_fields,
                                filled_expected, set_expected,           "/simulator"};

web::Response show_step(const Visit& visit, const Step& step, const Place& place, const Typed& typed,
                        const Problems& problems) {
    const std::string& id = place.tender.record.id;
    Form form(visit, tender_address(visit, id, step.rest), "network.form.save");
    step.fields(form, visit, typed);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, place, visit.say(step.title));
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

web::Response edit_step(const Visit& visit, const Step& step) {
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_change(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_step(visit, step, *place, step.filled(place->tender, visit.language), {});
}

web::Response post_step(const Visit& visit, const Step& step) {
    Typed typed = typed_here(visit);
    const std::string id(visit.request.part("id"));
    const bool wants_more = visit.request.field("more") == "yes";
    Problems problems;
    if (wants_more) {
        const std::size_t rows = std::min<std::size_t>(12, rows_of(typed) + 1);
        typed.fields.insert(typed.fields.begin(), {"rows", std::to_string(rows)});
    } else {
        const auto done = visit.write([&](const Act& act) { return step.act(act, id, typed); });
        if (done) return desk::go(visit, tender_address(visit, id, step.next), "tender_kept");
        problems = done.problems();
        if (is_beyond_the_form(problems)) return desk::trouble(visit, problems);
    }
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_change(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    return show_step(visit, step, *place, typed, problems);
}

web::Response show_new(const Visit& visit, const Typed& typed, const Problems& problems) {
    const auto network = visit.read([&](db::Connection& in) {
        return network::find_visible(in, visit.who, visit.request.part("netwerk"));
    });
    if (!network || !may_draft(visit.who, network->id)) return desk::not_found(visit);
    Form form(visit, desk::address(visit, "/netwerken/{netwerk}/aanbestedingen/nieuw", {network->id}),
              "tender.form.make");
    about_fields(form, visit, typed, network->id);
    form.problems(problems);
    desk::Frame frame;
    frame.title = visit.say("tender.make");
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, *network);
    frame.crumbs.push_back({visit.say("tender.list"),
                            desk::address(visit, "/netwerken/{netwerk}/aanbestedingen", {network->id})});
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

web::Response show_about(const Visit& visit, const Typed* typed, const Problems& problems) {
    const auto place = visit.read([&](db::Connection& in) { return find_place_to_change(in, visit); });
    if (!place) return desk::trouble(visit, place.problems());
    Form form(visit, tender_address(visit, place->tender.record.id, "/bewerken"), "network.form.save");
    about_fields(form, visit, typed ? *typed : about_of(place->tender, visit.language),
                 place->tender.record.network);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, *place, visit.say("tender.step.about"));
    frame.has_errors = !problems.empty();
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

}  // namespace

web::Response new_tender(const Visit& visit) { return show_new(visit, {{}, visit.language}, {}); }

web::Response post_new_tender(const Visit& visit) {
    const Typed typed = typed_here(visit);
    const auto id =
        visit.write([&](const Act& act) { return make(act, visit.request.part("netwerk"), typed); });
    if (id) return desk::go(visit, tender_address(visit, *id, "/simulator"), "tender_made");
    if (is_beyond_the_form(id.problems())) return desk::trouble(visit, id.problems());
    return show_new(visit, typed, id.problems());
}

web::Response edit_about(const Visit& visit) { return show_about(visit, nullptr, {}); }

web::Response post_about(const Visit& visit) {
    const Typed typed = typed_here(visit);
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return set_about(act, id, typed); });
    if (done) return desk::go(visit, tender_address(visit, id), "tender_kept");
    if (is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    return show_about(visit, &typed, done.problems());
}

web::Response edit_criteria(const Visit& visit) { return edit_step(visit, criteria_step); }
web::Response post_criteria(const Visit& visit) { return post_step(visit, criteria_step); }
web::Response edit_scoring(const Visit& visit) { return edit_step(visit, scoring_step); }
web::Response post_scoring(const Visit& visit) { return post_step(visit, scoring_step); }
web::Response edit_market(const Visit& visit) { return edit_step(visit, market_step); }
web::Response post_market(const Visit& visit) { return post_step(visit, market_step); }
web::Response edit_expected(const Visit& visit) { return edit_step(visit, expected_step); }
web::Response post_expected(const Visit& visit) { return post_step(visit, expected_step); }

}  // namespace kring::tender
