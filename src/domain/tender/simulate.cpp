// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/simulate.hpp"

#include <algorithm>
#include <charconv>

#include "domain/tender/rules.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "platform/html/memo.hpp"

namespace kring::tender {

namespace {

std::string_view word(award::Knob knob) {
    switch (knob) {
        case award::Knob::weight:
            return "weight";
        case award::Knob::worth:
            return "worth";
        case award::Knob::shadow:
            return "shadow";
        case award::Knob::discount:
            return "discount";
    }
    return "weight";
}

ShownPoint shown(const award::Point& point) {
    ShownPoint one;
    one.knob = point.knob;
    one.green = point.green.value();
    one.green_error = point.green.error();
    one.decisive = point.decisive.value();
    one.extra_euros = point.extra_euros;
    one.kg_avoided = point.kg_avoided;
    one.euros_per_kg = point.euros_per_kg;
    return one;
}

ShownFormula shown(const award::Compared& compared) {
    ShownFormula one;
    one.method = tender::word(formula_of_engine(compared.method.formula));
    if (compared.method.formula == award::Formula::logarithm) one.base = compared.method.base.approximate();
    if (compared.method.formula == award::Formula::shadow)
        one.price_per_kg = compared.method.shadow_price.approximate();
    one.green = compared.green.value();
    one.decisive = compared.decisive.value();
    one.tied = compared.tied.value();
    one.reversals = compared.reversals.any.value();
    one.can_reverse = compared.can_reverse;
    return one;
}

std::optional<double> threshold(const award::Study& study, double share) {
    for (const award::Threshold& one : study.thresholds) {
        if (one.share == share) return one.knob;
    }
    return std::nullopt;
}

Answer answer_of(const award::Study& study) {
    Answer answer;
    answer.draws = study.draws;
    answer.seed = static_cast<std::int64_t>(study.seed);
    answer.knob = word(study.knob);
    answer.knob_most = study.knob_most;
    answer.knob_own = study.knob_own;
    for (std::size_t at = 0; at < study.grid.size(); at += 10) answer.points.push_back(shown(study.grid[at]));
    answer.own = shown(study.own);
    answer.at_50 = threshold(study, 0.50);
    answer.at_80 = threshold(study, 0.80);
    answer.at_95 = threshold(study, 0.95);
    for (const award::Weighing& one : study.weighings)
        answer.weights.push_back({one.criterion, one.nominal, one.effective});
    answer.formulas.push_back(shown(study.as_is));
    for (const award::Compared& one : study.others) answer.formulas.push_back(shown(one));
    for (const award::Notice& one : study.notices)
        answer.notices.push_back(
            {std::string(code_of(one.warning)), one.values, one.source, one.is_verified});
    return answer;
}

// A number with all its digits, so that reading it back gives the same bits.
std::string digits(double number) {
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
}

class Writer {
public:
    void put(std::string_view text) { text_ += std::to_string(text.size()) + ":" + std::string(text); }
    void put(double number) { put(std::string_view(digits(number))); }
    void put(std::int64_t number) { put(std::string_view(std::to_string(number))); }
    void put(std::size_t number) { put(static_cast<std::int64_t>(number)); }
    void put(bool truth) { put(std::string_view(truth ? "1" : "0")); }
    void put(const std::optional<double>& number) { put(std::string_view(number ? digits(*number) : "")); }
    void put(const ShownPoint& p) {
        for (const double number : {p.knob, p.green, p.green_error, p.decisive, p.extra_euros, p.kg_avoided})
            put(number);
        put(p.euros_per_kg);
    }
    std::string text() { return std::move(text_); }

private:
    std::string text_;
};

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    bool is_whole() const { return is_whole_ && rest_.empty(); }

    std::string text() {
        const auto colon = rest_.find(':');
        std::int64_t size = 0;
        if (colon == std::string_view::npos ||
            !read_number(rest_.substr(0, colon), 0, static_cast<std::int64_t>(rest_.size()), size) ||
            colon + 1 + static_cast<std::size_t>(size) > rest_.size()) {
            is_whole_ = false;
            rest_ = {};
            return "";
        }
        const std::string_view found = rest_.substr(colon + 1, static_cast<std::size_t>(size));
        rest_.remove_prefix(colon + 1 + static_cast<std::size_t>(size));
        return std::string(found);
    }
    double number() {
        const std::string found = text();
        double number = 0;
        const auto read = std::from_chars(found.data(), found.data() + found.size(), number);
        if (read.ptr != found.data() + found.size()) is_whole_ = false;
        return number;
    }
    std::int64_t integer() {
        std::int64_t number = 0;
        if (!read_number(text(), 0, amount_max, number)) is_whole_ = false;
        return number;
    }
    std::size_t count() {
        return is_whole_ ? static_cast<std::size_t>(std::min<std::int64_t>(integer(), 1'000)) : 0;
    }
    bool truth() { return text() == "1"; }
    std::optional<double> number_or_none() {
        if (rest_.starts_with("0:")) {
            rest_.remove_prefix(2);
            return std::nullopt;
        }
        return number();
    }
    ShownPoint point() {
        ShownPoint p;
        for (double* const to :
             {&p.knob, &p.green, &p.green_error, &p.decisive, &p.extra_euros, &p.kg_avoided})
            *to = number();
        p.euros_per_kg = number_or_none();
        return p;
    }

private:
    std::string_view rest_;
    bool is_whole_ = true;
};

constexpr std::string_view layout = "answer 1";

}  // namespace

std::string_view engine_version() { return award::engine_version; }

std::string key_of(const Tender& tender) {
    return sha256_hex(std::string(layout) + "|" + std::string(engine_version()) + "|" + tender.record.id +
                      "|" + content_of(tender));
}

Result<Answer> simulate(const Tender& tender, unsigned threads, const chance::Progress& progress) {
    const award::Tender rules = simulated_rules(tender);
    const PriceRange range = expected_prices(tender);
    award::Run run;
    run.draws = tender.market.draws;
    run.seed = static_cast<std::uint64_t>(tender.market.seed);
    run.threads = threads;
    run.progress = progress;
    for (award::Method method : award::usual_methods(rules, range.low, range.high)) {
        const bool is_logarithm = method.formula == award::Formula::logarithm;
        const bool is_own =
            method.formula == rules.method.formula && (!is_logarithm || method.base == rules.method.base);
        if (is_own) continue;
        if (method.formula == award::Formula::shadow) method.shadow_price = rules.method.shadow_price;
        run.compare.push_back(method);
    }
    if (tender.expected.size() >= 2) {
        TRY(study, award::study(rules, expected_of_engine(tender), run));
        return answer_of(study);
    }
    TRY(study, award::study(rules, market_of_engine(tender), run));
    return answer_of(study);
}

Result<Answer> simulate_once(const Tender& tender) {
    static html::Memo kept;
    const std::string text = kept.get(key_of(tender), 0, [&](std::string_view, int) {
        const auto answer = simulate(tender);
        return answer ? written(*answer) : std::string();
    });
    if (auto answer = read_answer(text)) return std::move(*answer);
    return simulate(tender);  // what is wrong is told anew
}

std::string written(const Answer& answer) {
    Writer out;
    out.put(layout);
    out.put(answer.draws);
    out.put(answer.seed);
    out.put(std::string_view(answer.knob));
    out.put(answer.knob_most);
    out.put(answer.knob_own);
    out.put(answer.points.size());
    for (const ShownPoint& point : answer.points) out.put(point);
    out.put(answer.own);
    for (const auto& number : {answer.at_50, answer.at_80, answer.at_95}) out.put(number);
    out.put(answer.weights.size());
    for (const ShownWeight& one : answer.weights) {
        out.put(std::string_view(one.criterion));
        out.put(one.nominal);
        out.put(one.effective);
    }
    out.put(answer.formulas.size());
    for (const ShownFormula& one : answer.formulas) {
        out.put(std::string_view(one.method));
        for (const double number :
             {one.base, one.price_per_kg, one.green, one.decisive, one.tied, one.reversals})
            out.put(number);
        out.put(one.can_reverse);
    }
    out.put(answer.notices.size());
    for (const ShownNotice& one : answer.notices) {
        out.put(std::string_view(one.code));
        out.put(std::string_view(one.source));
        out.put(one.is_verified);
        out.put(one.values.size());
        for (const auto& [name, value] : one.values) {
            out.put(std::string_view(name));
            out.put(std::string_view(value));
        }
    }
    return out.text();
}

std::optional<Answer> read_answer(std::string_view text) {
    Reader in(text);
    if (in.text() != layout) return std::nullopt;
    Answer answer;
    answer.draws = in.integer();
    answer.seed = in.integer();
    answer.knob = in.text();
    answer.knob_most = in.number();
    answer.knob_own = in.number();
    for (std::size_t left = in.count(); left > 0; --left) answer.points.push_back(in.point());
    answer.own = in.point();
    for (auto* const to : {&answer.at_50, &answer.at_80, &answer.at_95}) *to = in.number_or_none();
    for (std::size_t left = in.count(); left > 0; --left) {
        std::string criterion = in.text();
        const double nominal = in.number();
        answer.weights.push_back({std::move(criterion), nominal, in.number()});
    }
    for (std::size_t left = in.count(); left > 0; --left) {
        ShownFormula one;
        one.method = in.text();
        for (double* const to :
             {&one.base, &one.price_per_kg, &one.green, &one.decisive, &one.tied, &one.reversals})
            *to = in.number();
        one.can_reverse = in.truth();
        answer.formulas.push_back(std::move(one));
    }
    for (std::size_t left = in.count(); left > 0; --left) {
        ShownNotice one;
        one.code = in.text();
        one.source = in.text();
        one.is_verified = in.truth();
        for (std::size_t values = in.count(); values > 0; --values) {
            std::string name = in.text();
            one.values.emplace_back(std::move(name), in.text());
        }
        answer.notices.push_back(std::move(one));
    }
    if (!in.is_whole()) return std::nullopt;
    return answer;
}

}  // namespace kring::tender
