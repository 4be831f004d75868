// SPDX-License-Identifier: EUPL-1.2
// docs/award-format.md, "The answer".
#include <array>

#include "domain/exchange/questions.hpp"

namespace kring::exchange {

namespace {

using json::Array;
using json::Object;
using json::Value;

constexpr int decimals_told = 12;
constexpr std::array<std::string_view, 8> whats = {"lowest_price", "highest_price", "best_quality", "share",
                                                   "quality",      "points",        "amount",       "total"};
constexpr std::array<std::string_view, 3> tie_rules = {"price", "criterion", "lot"};
constexpr std::array<std::string_view, 4> knobs = {"weight", "worth", "shadow", "discount"};

double euros(award::Cents cents) { return static_cast<double>(cents) / 100; }

// Declared first, for lists of them.
Value written(const award::Step& step);
Value written(const award::Standing& standing);
Value written(const award::TieStep& tie);
Value written(const award::Weighing& one);
Value written(const award::Notice& notice);
Value written(const award::Chance& chance);
Value written(const award::Point& point);
Value written(const award::Threshold& one);
Value written(const award::Compared& one);

Value written(const award::Score& score) {
    Object out;
    out.emplace_back("fraction", score.is_fraction() ? Value(score.fraction().fraction()) : Value());
    out.emplace_back("decimal", score.decimal(decimals_told));
    out.emplace_back("number", score.approximate());
    return out;
}

Value written(const award::Step& step) {
    Object out{{"what", whats.at(static_cast<std::size_t>(step.what))}};
    if (!step.criterion.empty()) out.emplace_back("criterion", step.criterion);
    out.emplace_back("expression", step.expression);
    out.emplace_back("exact", written(step.exact));
    out.emplace_back("value", written(step.value));
    out.emplace_back("rounded", step.is_rounded);
    out.emplace_back("clipped", step.is_clipped);
    return out;
}

template <class Things>
Value each(const Things& things) {
    Array list;
    for (const auto& thing : things) list.push_back(written(thing));
    return list;
}

Value texts(const std::vector<std::string>& all) {
    Array list;
    for (const std::string& one : all) list.emplace_back(one);
    return list;
}

Value written(const award::Standing& standing) {
    return Object{{"bid", standing.bid},
                  {"place", standing.place},
                  {"price", euros(standing.price)},
                  {"total", written(standing.total)},
                  {"steps", each(standing.steps)}};
}

Value written(const award::TieStep& tie) {
    Object out{{"place", tie.place}, {"by", tie_rules.at(static_cast<std::size_t>(tie.rule.by))}};
    if (!tie.rule.criterion.empty()) out.emplace_back("criterion", tie.rule.criterion);
    out.emplace_back("bids", texts(tie.bids));
    out.emplace_back("left", texts(tie.left));
    return out;
}

Value written(const award::Weighing& one) {
    return Object{{"criterion", one.criterion},
                  {"nominal", one.nominal},
                  {"effective", one.effective},
                  {"spread", one.spread}};
}

Value written(const award::Notice& notice) {
    Object values;
    for (const auto& [name, text] : notice.values) values.emplace_back(name, text);
    Object out{{"warning", award::code_of(notice.warning)}, {"values", std::move(values)}};
    if (!notice.source.empty()) out.emplace_back("source", notice.source);
    out.emplace_back("verified", notice.is_verified);
    return out;
}

Value written(const award::Chance& chance) {
    return Object{{"share", chance.value()}, {"standard_error", chance.error()}, {"count", chance.count}};
}

Value optional(const std::optional<double>& number) { return number ? Value(*number) : Value(); }

Value written(const award::Point& point) {
    return Object{{"knob", point.knob},
                  {"green", written(point.green)},
                  {"decisive", written(point.decisive)},
                  {"extra_euros", point.extra_euros},
                  {"kg_avoided", point.kg_avoided},
                  {"euros_per_kg", optional(point.euros_per_kg)}};
}

Value written(const award::Threshold& one) {
    return Object{{"share", one.share}, {"knob", optional(one.knob)}};
}

Value written(const award::Compared& one) {
    Object reversals{{"any", written(one.reversals.any)}, {"by_bidder", each(one.reversals.by_bidder)}};
    return Object{{"formula", award::code_of(one.method.formula)},
                  {"green", written(one.green)},
                  {"decisive", written(one.decisive)},
                  {"tied", written(one.tied)},
                  {"can_reverse", one.can_reverse},
                  {"reversals", std::move(reversals)}};
}

/// At 0, 1/1000 … 1 of knob_most: columns of numbers, which are shorter than rows of objects.
Value curve_of(const award::Study& study) {
    std::vector<double> parts;
    for (int step = 0; step < award::grid_size; ++step)
        parts.push_back(static_cast<double>(step) / (award::grid_size - 1));
    const auto rows = study.curve.sample(parts);
    std::vector<Value> columns;
    for (const auto& row : rows) {
        Array column;
        for (const award::Chance& chance : row) column.emplace_back(chance.value());
        columns.emplace_back(std::move(column));
    }
    Array knob;
    for (const double part : parts) knob.emplace_back(part * study.knob_most);
    Object wins;
    for (std::size_t bidder = 0; bidder + 2 < columns.size(); ++bidder)
        wins.emplace_back(study.bidders.at(bidder), std::move(columns[bidder + 2]));
    return Object{{"knob", std::move(knob)},
                  {"green", std::move(columns[0])},
                  {"decides", std::move(columns[1])},
                  {"wins", std::move(wins)}};
}

Problems study_pointers(Problems problems, bool is_market) {
    for (Problem& problem : problems) {
        std::string& field = problem.field;
        for (const std::string_view outer : {"run.", "given.bids", "given.lots"}) {
            if (field.starts_with(outer)) field.erase(0, field.find('.') + 1);
        }
        const auto method = field.find("].method.");
        if (field.starts_with("compare[") && method != std::string::npos) field.erase(method + 1, 7);
        if (!is_market && field.starts_with("given.")) field.replace(0, 5, "uncertainty");
    }
    return with_pointers(std::move(problems));
}

}  // namespace

Value written(const award::Award& award) {
    return Object{{"standings", each(award.standings)}, {"shared", each(award.shared)},
                  {"ties", each(award.ties)},           {"winners", texts(award.winners)},
                  {"weighings", each(award.weighings)}, {"notices", each(award.notices)}};
}

Value written(const award::Study& study) {
    return Object{{"draws", study.draws},
                  {"seed", study.seed},
                  {"knob", knobs.at(static_cast<std::size_t>(study.knob))},
                  {"knob_most", study.knob_most},
                  {"knob_own", study.knob_own},
                  {"bidders", texts(study.bidders)},
                  {"exact_everywhere", study.is_exact_everywhere},
                  {"curve", curve_of(study)},
                  {"grid", each(study.grid)},
                  {"own", written(study.own)},
                  {"euros_per_kg_error", optional(study.euros_per_kg_error)},
                  {"thresholds", each(study.thresholds)},
                  {"weighings", each(study.weighings)},
                  {"as_is", written(study.as_is)},
                  {"others", each(study.others)},
                  {"notices", each(study.notices)}};
}

Result<json::Value> award(const json::Value& document, const Terms& terms) {
    Problems problems;
    Form form(document, "", problems);
    if (!form.is_object()) return problems;
    form.choice("format", {award_format}, 0, Need::needed);
    const TenderAsked asked = read_tender(form, terms);
    form.finish();
    const bool has_study = asked.run.draws > 0;
    if (asked.bids.empty() && !has_study) form.wrong("bids_or_draws", "bids");
    const std::size_t work = (asked.run.compare.size() + 1) * award::bidders_max;
    if (static_cast<std::size_t>(asked.run.draws) * work > terms.work_max) form.wrong("too_much", "draws");
    if (!problems.empty()) return problems;
    Object out{{"format", awarded_format}, {"engine", award::engine_version}};
    if (!asked.bids.empty()) {
        const auto award = award::score(asked.tender, asked.bids, asked.lots);
        if (!award) return with_pointers(award.problems());
        out.emplace_back("award", written(*award));
    }
    if (has_study) {
        const auto study = asked.market ? award::study(asked.tender, *asked.market, asked.run)
                                        : award::study(asked.tender, asked.given, asked.run);
        if (!study) return study_pointers(study.problems(), asked.market.has_value());
        out.emplace_back("study", written(*study));
    }
    return json::Value(std::move(out));
}

}  // namespace kring::exchange
