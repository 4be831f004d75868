// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/simulator_view.hpp"

#include <algorithm>
#include <cmath>

#include "domain/desk/table.hpp"
#include "domain/tender/picture.hpp"
#include "domain/tender/rules.hpp"
#include "domain/tender/tender_view.hpp"

namespace kring::tender {

namespace {

using desk::Visit;
using html::List;
using html::View;

std::string number(const Visit& visit, double value, int decimals) {
    return visit.site.phrases.number(value, decimals, visit.language);
}

// "93 of 100 cases": whole, but what is not quite nothing or all is never said to be.
std::string of_hundred(const Visit& visit, double share) {
    const double hundred = share * 100;
    const bool is_between = hundred > 0 && hundred < 100;
    if (is_between && (hundred < 1 || hundred > 99)) return number(visit, hundred, 1);
    return number(visit, std::round(hundred), 0);
}

std::string percent(const Visit& visit, double share, int decimals = 1) {
    return number(visit, share * 100, decimals) + " %";
}

std::string euros_per_kg(const Visit& visit, double value) { return "€ " + number(visit, value, 2); }

// What the own value does, in one sentence: often nothing.
std::string conclusion(const Visit& visit, const Answer& answer) {
    const double decisive = answer.own.decisive;
    const std::string key = decisive <= 0 ? "nothing" : decisive < 0.5 ? "seldom" : "often";
    return visit.say("tender.answer." + key, {{"own", knob_in_words(visit, answer, answer.knob_own)},
                                              {"same", of_hundred(visit, 1 - decisive)},
                                              {"other", of_hundred(visit, decisive)},
                                              {"green", of_hundred(visit, answer.own.green)}});
}

std::string cost(const Visit& visit, const Tender& tender, const Answer& answer) {
    const double price = static_cast<double>(tender.scoring.co2_price) / 1'000;
    const html::PhraseValues values = {
        {"cost", answer.own.euros_per_kg ? euros_per_kg(visit, *answer.own.euros_per_kg) : ""},
        {"price", "€ " + amount_in_words(tender.scoring.co2_price, 3, 2, visit.language)}};
    if (answer.own.decisive <= 0) return visit.say("tender.cost.none");
    if (!answer.own.euros_per_kg) return visit.say("tender.cost.no_kg");
    if (*answer.own.euros_per_kg <= 0) return visit.say("tender.cost.gain", values);
    return visit.say(*answer.own.euros_per_kg <= price ? "tender.cost.below" : "tender.cost.above", values);
}

std::string threshold(const Visit& visit, const Answer& answer, const std::optional<double>& at) {
    return at ? knob_in_words(visit, answer, *at) : visit.say("tender.threshold.never");
}

View thresholds_table(const Visit& visit, const Answer& answer) {
    desk::Table table("threshold-table", visit.say("tender.threshold.caption"));
    table.column(visit.say("tender.threshold.chance")).column(visit.say("tender.axis." + answer.knob), true);
    table.row().cell("50 %").cell(threshold(visit, answer, answer.at_50));
    table.row().cell("80 %").cell(threshold(visit, answer, answer.at_80));
    table.row().cell("95 %").cell(threshold(visit, answer, answer.at_95));
    return table.view();
}

View curve_table(const Visit& visit, const Answer& answer) {
    desk::Table table("curve-table", visit.say("tender.curve.caption"));
    table.column(visit.say("tender.axis." + answer.knob), true)
        .column(visit.say("tender.curve.green"), true)
        .column(visit.say("tender.curve.error"), true)
        .column(visit.say("tender.curve.decisive"), true)
        .column(visit.say("tender.curve.cost"), true);
    for (std::size_t at = 0; at < answer.points.size(); at += 5) {
        const ShownPoint& point = answer.points[at];
        table.row()
            .cell(knob_in_words(visit, answer, point.knob))
            .cell(percent(visit, point.green))
            .cell("± " + percent(visit, 1.96 * point.green_error))
            .cell(percent(visit, point.decisive))
            .cell(point.euros_per_kg ? euros_per_kg(visit, *point.euros_per_kg) : "–");
    }
    return table.view();
}

View weights_table(const Visit& visit, const Answer& answer) {
    desk::Table table("weights-table", visit.say("tender.weights.caption"));
    table.column(visit.say("tender.criteria.name"))
        .column(visit.say("tender.weights.nominal"), true)
        .column(visit.say("tender.weights.effective"), true);
    for (const ShownWeight& one : answer.weights) {
        table.row()
            .cell(visit.say("tender.simulated." + one.criterion))
            .cell(percent(visit, one.nominal))
            .cell(percent(visit, one.effective));
    }
    return table.view();
}

std::string formula_name(const Visit& visit, const ShownFormula& one) {
    const std::string name = visit.say("tender.formula." + one.method);
    if (one.base > 0) return name + " (A = " + number(visit, one.base, 1) + ")";
    if (one.price_per_kg > 0)
        return name + " (" +
               visit.say("tender.knob.shadow", {{"value", number(visit, one.price_per_kg, 2)}}) + ")";
    return name;
}

View formulas_table(const Visit& visit, const Answer& answer) {
    desk::Table table("formulas-table", visit.say("tender.formulas.caption"));
    table.column(visit.say("tender.formulas.formula"))
        .column(visit.say("tender.formulas.green"), true)
        .column(visit.say("tender.formulas.decisive"), true)
        .column(visit.say("tender.formulas.tied"), true)
        .column(visit.say("tender.formulas.reversals"), true);
    bool is_own = true;
    for (const ShownFormula& one : answer.formulas) {
        const std::string name = formula_name(visit, one);
        table.row()
            .cell(is_own ? visit.say("tender.formulas.own", {{"formula", name}}) : name)
            .cell(percent(visit, one.green))
            .cell(percent(visit, one.decisive))
            .cell(percent(visit, one.tied))
            .cell(one.can_reverse ? percent(visit, one.reversals) : visit.say("tender.formulas.never"));
        is_own = false;
    }
    return table.view();
}

// Where the axes have their marks: each a place and its words.
List ticks(const Visit& visit, const Answer& answer, bool is_x) {
    List marks;
    for (int step = 0; step <= 4; ++step) {
        const double part = step / 4.0;
        View mark;
        mark.set("at", is_x ? x_at(part) : y_at(part))
            .set("label", is_x ? knob_in_words(visit, answer, part * answer.knob_most)
                               : number(visit, part * 100, 0) + " %");
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::string reversal_line(const Visit& visit, const Answer& answer) {
    if (answer.formulas.empty()) return "";
    const ShownFormula& own = answer.formulas.front();
    if (!own.can_reverse) return visit.say("tender.reversal.never");
    std::string without;
    for (const ShownFormula& one : answer.formulas) {
        if (one.can_reverse) continue;
        without += (without.empty() ? "" : "; ") + visit.say("tender.formula." + one.method);
    }
    return visit.say("tender.reversal.share",
                     {{"count", of_hundred(visit, own.reversals)}, {"formulas", without}});
}

}  // namespace

Names simulated_names(const Visit& visit) {
    Names names;
    for (const std::string_view id : {price_id, quality_id, green_id})
        names.emplace_back(std::string(id), visit.say("tender.simulated." + std::string(id)));
    return names;
}

std::string knob_in_words(const Visit& visit, const Answer& answer, double value) {
    if (answer.knob == "shadow") return visit.say("tender.knob.shadow", {{"value", number(visit, value, 2)}});
    if (answer.knob == "worth") return "€ " + number(visit, value, 0);
    const double hundred = value * 100;
    const bool is_whole = std::abs(hundred - std::round(hundred)) < 1e-9;
    return number(visit, hundred, is_whole ? 0 : 1) + " %";
}

std::string own_in_field(const Visit& visit, const Tender& tender, const Answer& answer) {
    if (answer.knob == "shadow") return amount_in_field(tender.scoring.co2_price, 3, visit.language);
    if (answer.knob == "discount") return amount_in_field(tender.scoring.discount, 3, visit.language);
    return amount_in_field(share(green_weight(tender), weight_total(tender)), 3, visit.language);
}

void set_answer(View& view, const Visit& visit, const Tender& tender, const Answer& answer) {
    const Picture picture = picture_of(answer);
    view.set("conclusion", conclusion(visit, answer))
        .set("cost", cost(visit, tender, answer))
        .set("reversal", reversal_line(visit, answer))
        .set("band", picture.band)
        .set("green_path", picture.green)
        .set("decisive_path", picture.decisive)
        .set("own_x", picture.own)
        .set("own_label",
             visit.say("tender.curve.own", {{"own", knob_in_words(visit, answer, answer.knob_own)}}))
        .set("x_ticks", ticks(visit, answer, true))
        .set("y_ticks", ticks(visit, answer, false))
        .set("axis", visit.say("tender.axis." + answer.knob))
        .set("thresholds", thresholds_table(visit, answer))
        .set("curve", curve_table(visit, answer))
        .set("has_weights", !answer.weights.empty())
        .set("weights", weights_table(visit, answer))
        .set("formulas", formulas_table(visit, answer))
        .set("draws", number(visit, static_cast<double>(answer.draws), 0))
        .set("seed", std::to_string(answer.seed))
        .set("engine", std::string(engine_version()))
        .set("key", key_of(tender));
}

}  // namespace kring::tender
