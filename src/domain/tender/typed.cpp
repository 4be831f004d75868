// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/typed.hpp"

#include <algorithm>

#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::tender {

namespace {

void fault(Problems& problems, std::string_view phrase, std::string_view field,
           std::vector<std::pair<std::string, std::string>> values = {}) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(field), std::move(values)});
}

// A decimal within bounds (both scaled alike); says which bounds when it is not.
struct Bounds {
    int places = 3;
    std::int64_t low = 0;
    std::int64_t high = amount_max;
};

void read_into(const Typed& typed, std::string_view field, const Bounds& bounds, std::int64_t& to,
               Problems& problems) {
    const auto amount = read_amount(typed.at(field), bounds.places, typed.language);
    if (!amount)
        return fault(problems, "tender.problem.number", field, {{"decimals", std::to_string(bounds.places)}});
    if (*amount < bounds.low || *amount > bounds.high) {
        return fault(problems, "tender.problem.range", field,
                     {{"low", amount_in_words(bounds.low, bounds.places, 0, typed.language)},
                      {"high", amount_in_words(bounds.high, bounds.places, 0, typed.language)}});
    }
    to = *amount;
}

void read_cents_or_none(const Typed& typed, std::string_view field, std::optional<Cents>& to,
                        Problems& problems) {
    to.reset();
    if (typed.at(field).empty()) return;
    Cents cents = 0;
    const auto before = problems.size();
    read_into(typed, field, {2, 1, price_max}, cents, problems);
    if (problems.size() == before) to = cents;
}

constexpr std::int64_t percent = 1'000;

// Sustainability is a type of its own in the form: a purchaser thinks of it so.
std::string type_in_form(const Criterion& one) {
    if (one.type == CriterionType::quality && one.is_green) return "green";
    return std::string(word(one.type));
}

void read_type(const Typed& typed, const std::string& field, Criterion& one, Problems& problems) {
    const std::string type = typed.at(field);
    const auto known = criterion_type_of(type);
    one.is_green = type == "green" || type == "effect";
    one.type = type == "green" ? CriterionType::quality : known.value_or(CriterionType::quality);
    if (type != "green" && !known) fault(problems, "problem.choice", field);
}

Criterion read_criterion(const Typed& typed, std::size_t number, Problems& problems) {
    const auto field = [&](std::string_view name) { return row_field('c', number, name); };
    Criterion one;
    one.id = typed.at(field("id"));
    one.name = typed.at(field("name"));
    need_words(one.name, field("name"), name_length_max, "tender.problem.name", problems);
    read_type(typed, field("type"), one, problems);
    read_into(typed, field("weight"), {3, 0, 10'000 * percent}, one.weight, problems);
    if (one.type == CriterionType::quality)
        read_into(typed, field("points"), {3, 1, 10'000 * percent}, one.points, problems);
    one.guide = typed.at(field("guide"));
    if (!desk::allow_text(one.guide, field("guide"), guide_length_max, problems)) return one;
    const auto levels = levels_of(one.guide, typed.language, field("guide"), problems);
    const bool is_beyond = one.type == CriterionType::quality &&
                           std::any_of(levels.begin(), levels.end(),
                                       [&](const Level& level) { return level.points > one.points; });
    if (is_beyond) fault(problems, "tender.problem.guide_beyond", field("guide"));
    return one;
}

bool is_left_empty(const Typed& typed, char kind, std::size_t number,
                   std::initializer_list<std::string_view> names) {
    return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
        return typed.at(row_field(kind, number, name)).empty();
    });
}

}  // namespace

std::string Typed::at(std::string_view name) const { return with_lf(trim(web::value_of(fields, name))); }

void need_words(std::string_view value, std::string_view field, std::size_t most, std::string_view phrase,
                Problems& problems) {
    if (value.empty())
        fault(problems, phrase, field);
    else
        desk::allow_text(value, field, most, problems);
}

std::size_t rows_of(const Typed& typed) {
    std::int64_t rows = 0;
    read_number(typed.at("rows"), 0, 12, rows);
    return static_cast<std::size_t>(rows);
}

std::string row_field(char row_kind, std::size_t number, std::string_view name) {
    return row_kind + std::to_string(number) + "_" + std::string(name);
}

Problems read_about(const Typed& typed, Tender& tender) {
    Problems problems;
    tender.record.title = typed.at("title");
    need_words(tender.record.title, "title", title_length_max, "tender.problem.title", problems);
    tender.subject = typed.at("subject");
    desk::allow_text(tender.subject, "subject", text_length_max, problems);
    tender.procedure = typed.at("procedure");
    desk::allow_text(tender.procedure, "procedure", text_length_max, problems);
    return problems;
}

Problems read_criteria(const Typed& typed, Tender& tender) {
    Problems problems;
    tender.criteria.clear();
    for (std::size_t number = 1; number <= rows_of(typed); ++number) {
        if (is_left_empty(typed, 'c', number, {"name", "weight", "guide"})) continue;
        tender.criteria.push_back(read_criterion(typed, number, problems));
    }
    const auto prices = std::count_if(tender.criteria.begin(), tender.criteria.end(),
                                      [](const Criterion& one) { return one.type == CriterionType::price; });
    if (prices != 1) fault(problems, "tender.problem.one_price", "");
    if (problems.empty() && weight_total(tender) == 0) fault(problems, "tender.problem.no_weight", "");
    return problems;
}

Problems read_scoring(const Typed& typed, Tender& tender) {
    Problems problems;
    Scoring& s = tender.scoring;
    const auto formula = formula_of(typed.at("formula"));
    if (formula)
        s.formula = *formula;
    else
        fault(problems, "problem.choice", "formula");
    read_cents_or_none(typed, "price_low", s.price_low, problems);
    read_cents_or_none(typed, "price_high", s.price_high, problems);
    const bool needs_bounds = s.formula == Formula::f2;
    if (needs_bounds && typed.at("price_low").empty()) fault(problems, "tender.problem.bound", "price_low");
    if (needs_bounds && typed.at("price_high").empty()) fault(problems, "tender.problem.bound", "price_high");
    if (s.price_low && s.price_high && *s.price_low >= *s.price_high)
        fault(problems, "tender.problem.bounds_order", "price_high");
    read_into(typed, "log_base", {3, 1'001, 100'000}, s.log_base, problems);
    read_into(typed, "quality_value", {2, 0, price_max}, s.quality_value, problems);
    read_into(typed, "co2_price", {3, 0, 100'000}, s.co2_price, problems);
    read_into(typed, "discount", {3, 0, 100 * percent}, s.discount, problems);
    std::int64_t decimals = -1;
    if (!read_number(typed.at("decimals"), -1, 4, decimals)) fault(problems, "problem.choice", "decimals");
    s.decimals = static_cast<int>(decimals);
    const auto ties = ties_of(typed.at("ties"));
    if (ties)
        s.ties = *ties;
    else
        fault(problems, "problem.choice", "ties");
    return problems;
}

Problems read_market(const Typed& typed, Tender& tender) {
    Problems problems;
    Market& m = tender.market;
    std::int64_t from = 0;
    std::int64_t to = 0;
    read_into(typed, "bidders_from", {0, 2, 12}, from, problems);
    read_into(typed, "bidders_to", {0, 2, 12}, to, problems);
    if (problems.empty() && from > to) fault(problems, "tender.problem.bidders_order", "bidders_to");
    m.bidders_from = static_cast<int>(from);
    m.bidders_to = static_cast<int>(to);
    read_into(typed, "price_level", {2, 100, price_max}, m.price_level, problems);
    read_into(typed, "price_spread", {3, 0, 100 * percent}, m.price_spread, problems);
    read_into(typed, "green_mean", {3, 0, 100 * percent}, m.green_mean, problems);
    read_into(typed, "green_spread", {3, 0, 50 * percent}, m.green_spread, problems);
    read_into(typed, "quality_mean", {3, 0, 100 * percent}, m.quality_mean, problems);
    read_into(typed, "quality_spread", {3, 0, 50 * percent}, m.quality_spread, problems);
    read_into(typed, "green_premium", {3, -50 * percent, 200 * percent}, m.green_premium, problems);
    read_into(typed, "correlation", {3, -1'000, 1'000}, m.correlation, problems);
    read_into(typed, "kg_least", {0, 0, kg_max}, m.kg_least, problems);
    read_into(typed, "kg_most", {0, 0, kg_max}, m.kg_most, problems);
    if (problems.empty() && m.kg_least >= m.kg_most) fault(problems, "tender.problem.kg_order", "kg_most");
    read_into(typed, "co2_price", {3, 0, 100'000}, tender.scoring.co2_price, problems);
    read_into(typed, "draws", {0, 1'000, draws_max}, m.draws, problems);
    read_into(typed, "seed", {0, 0, 1'000'000'000}, m.seed, problems);
    m.is_own = true;
    return problems;
}

Problems read_expected(const Typed& typed, Tender& tender) {
    Problems problems;
    tender.expected.clear();
    for (std::size_t number = 1; number <= rows_of(typed); ++number) {
        if (is_left_empty(typed, 'b', number, {"name", "price", "green", "quality"})) continue;
        const auto field = [&](std::string_view name) { return row_field('b', number, name); };
        ExpectedBid bid;
        bid.name = typed.at(field("name"));
        need_words(bid.name, field("name"), name_length_max, "tender.problem.name", problems);
        read_into(typed, field("price"), {2, 1, price_max}, bid.price, problems);
        read_into(typed, field("green"), {3, 0, 100 * percent}, bid.green, problems);
        read_into(typed, field("quality"), {3, 0, 100 * percent}, bid.quality, problems);
        tender.expected.push_back(std::move(bid));
    }
    if (tender.expected.size() == 1) fault(problems, "tender.problem.two_bids", "");
    return problems;
}

Typed about_of(const Tender& tender, html::Language language) {
    Typed typed{{}, language};
    typed.set("title", tender.record.title);
    typed.set("subject", tender.subject);
    typed.set("procedure", tender.procedure);
    typed.set("audience", std::string(chain::word(tender.record.audience)));
    return typed;
}

Typed criteria_of(const Tender& tender, html::Language language, std::size_t rows) {
    Typed typed{{}, language};
    typed.set("rows", std::to_string(std::min(criteria_max, std::max(rows, tender.criteria.size()))));
    std::size_t number = 0;
    for (const Criterion& one : tender.criteria) {
        ++number;
        const auto set = [&](std::string_view name, std::string value) {
            typed.set(row_field('c', number, name), std::move(value));
        };
        set("id", one.id);
        set("name", one.name);
        set("type", type_in_form(one));
        set("weight", amount_in_field(one.weight, 3, language));
        set("points", amount_in_field(one.points, 3, language));
        set("guide", one.guide);
    }
    return typed;
}

Typed scoring_of(const Tender& tender, html::Language language) {
    const Scoring& s = tender.scoring;
    Typed typed{{}, language};
    const auto cents = [&](const std::optional<Cents>& amount) {
        return amount ? amount_in_field(*amount, 2, language) : std::string();
    };
    typed.set("formula", std::string(word(s.formula)));
    typed.set("price_low", cents(s.price_low));
    typed.set("price_high", cents(s.price_high));
    typed.set("log_base", amount_in_field(s.log_base, 3, language));
    typed.set("quality_value", amount_in_field(s.quality_value, 2, language));
    typed.set("co2_price", amount_in_field(s.co2_price, 3, language));
    typed.set("discount", amount_in_field(s.discount, 3, language));
    typed.set("decimals", std::to_string(s.decimals));
    typed.set("ties", std::string(word(s.ties)));
    return typed;
}

Typed market_of(const Tender& tender, html::Language language) {
    const Market& m = tender.market;
    Typed typed{{}, language};
    const auto set = [&](std::string name, std::int64_t amount, int places) {
        typed.set(std::move(name), amount_in_field(amount, places, language));
    };
    set("bidders_from", m.bidders_from, 0);
    set("bidders_to", m.bidders_to, 0);
    set("price_level", m.price_level, 2);
    set("price_spread", m.price_spread, 3);
    set("green_mean", m.green_mean, 3);
    set("green_spread", m.green_spread, 3);
    set("quality_mean", m.quality_mean, 3);
    set("quality_spread", m.quality_spread, 3);
    set("green_premium", m.green_premium, 3);
    set("correlation", m.correlation, 3);
    set("kg_least", m.kg_least, 0);
    set("kg_most", m.kg_most, 0);
    set("co2_price", tender.scoring.co2_price, 3);
    set("draws", m.draws, 0);
    set("seed", m.seed, 0);
    return typed;
}

Typed expected_of(const Tender& tender, html::Language language, std::size_t rows) {
    Typed typed{{}, language};
    typed.set("rows", std::to_string(std::min(bids_max, std::max(rows, tender.expected.size()))));
    std::size_t number = 0;
    for (const ExpectedBid& bid : tender.expected) {
        ++number;
        typed.set(row_field('b', number, "name"), bid.name);
        typed.set(row_field('b', number, "price"), amount_in_field(bid.price, 2, language));
        typed.set(row_field('b', number, "green"), amount_in_field(bid.green, 3, language));
        typed.set(row_field('b', number, "quality"), amount_in_field(bid.quality, 3, language));
    }
    return typed;
}

}  // namespace kring::tender
