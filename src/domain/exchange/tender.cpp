// SPDX-License-Identifier: EUPL-1.2
// docs/award-format.md, "The request".
#include <algorithm>
#include <cmath>

#include "domain/exchange/questions.hpp"
#include "platform/base/text.hpp"

namespace kring::exchange {

namespace {

using award::Exact;

constexpr std::int64_t seed_most = 9'007'199'254'740'991;
constexpr int decimals_most = 18;

/// The exact number that JSON's digits say, an exponent taken in; nothing when they are too many.
std::optional<Exact> exact_of(std::string text) {
    const auto mark = text.find_first_of("eE");
    if (mark == std::string::npos) return Exact::parse(text);
    std::int64_t power = 0;
    std::string_view written = std::string_view(text).substr(mark + 1);
    if (written.starts_with('+')) written.remove_prefix(1);
    if (!read_number(written, -decimals_most, decimals_most, power)) return std::nullopt;
    const auto number = Exact::parse(text.substr(0, mark));
    if (!number) return std::nullopt;
    Exact scale(1);
    for (std::int64_t i = 0; i < std::abs(power); ++i) scale = scale * Exact(10);
    return power < 0 ? *number / scale : *number * scale;
}

class Reader {
public:
    Reader(Form& form, const Terms& terms) : form_(form), terms_(terms) {}

    TenderAsked read() {
        read_criteria();
        if (const json::Value* method = form_.take("method", Need::needed)) {
            Form inner(*method, form_.at("method"), form_.problems());
            asked_.tender.method = read_method(inner);
            inner.finish();
        }
        read_rounding();
        read_ties();
        asked_.tender.green = form_.text("green");
        read_bids();
        read_market();
        read_uncertainty();
        read_run();
        return std::move(asked_);
    }

private:
    /// Calls `read(id, Form&)` for each member of an object.
    template <class Read>
    void each_member(Form& in, std::string_view name, const Read& read) {
        const json::Value* value = in.take(name);
        if (!value) return;
        Form inner(*value, in.at(name), in.problems());
        if (!inner.is_object()) return;
        for (const auto& [id, member] : *value->object()) {
            inner.take(id);
            read(id, member, inner);
        }
    }

    std::optional<Exact> exact_in(Form& form, std::string_view name, Need need = Need::optional) {
        const json::Value* value = form.take(name, need);
        if (!value) return std::nullopt;
        std::optional<Exact> found;
        if (value->number()) found = exact_of(value->number()->text);
        if (value->text()) found = Exact::parse(*value->text());
        if (!found) form.wrong("exact", name);
        return found;
    }

    award::Cents euros_in(Form& form, std::string_view name, Need need = Need::optional) {
        const auto exact = exact_in(form, name, need);
        if (!exact) return 0;
        const Exact cents = *exact * Exact(100);
        const double count = cents.approximate();
        if (cents != cents.rounded(0) || std::fabs(count) > 1e15) {
            form.wrong("cents", name);
            return 0;
        }
        return static_cast<award::Cents>(std::llround(count));
    }

    void read_criteria() {
        each(form_, "criteria", Need::needed, [this](Form& item) {
            award::Criterion one;
            one.id = item.text("id", Need::needed);
            one.kind = static_cast<award::Kind>(
                item.choice("kind", {"price", "quality", "effect"}, 1, Need::needed));
            if (const auto weight = exact_in(item, "weight")) one.weight = *weight;
            if (const auto none = exact_in(item, "none")) one.none = *none;
            if (const auto full = exact_in(item, "full")) one.full = *full;
            if (const auto worth = exact_in(item, "worth")) one.worth = *worth;
            const json::Array& steps = item.list("steps");
            for (std::size_t at = 0; at < steps.size(); ++at) {
                const auto step = steps[at].number() ? exact_of(steps[at].number()->text) : std::nullopt;
                if (step) one.steps.push_back(*step);
                if (!step) item.wrong("exact", "steps");
            }
            one.unit = item.text("unit");
            asked_.tender.criteria.push_back(std::move(one));
        });
    }

    award::Method read_method(Form& form) {
        award::Method method;
        const std::string code = form.text("formula", Need::needed);
        const auto formula = award::formula_of(code);
        if (!formula && !code.empty()) form.wrong("no_such", "formula", {{"name", code}});
        method.formula = formula.value_or(award::Formula::lowest);
        method.price_low = euros_in(form, "price_low");
        method.price_high = euros_in(form, "price_high");
        if (const auto base = exact_in(form, "base")) method.base = *base;
        method.clipped = form.truth("clipped", true);
        if (const auto price = exact_in(form, "shadow_price")) method.shadow_price = *price;
        return method;
    }

    void read_rounding() {
        const json::Value* value = form_.take("rounding");
        if (!value) return;
        Form inner(*value, form_.at("rounding"), form_.problems());
        if (inner.take("points"))
            asked_.tender.rounding.points = static_cast<int>(inner.whole("points", 0, 6, 0));
        if (inner.take("total"))
            asked_.tender.rounding.total = static_cast<int>(inner.whole("total", 0, 6, 0));
        inner.finish();
    }

    void read_ties() {
        each(form_, "ties", Need::optional, [this](Form& item) {
            award::TieRule rule;
            rule.by = static_cast<award::TieRule::By>(
                item.choice("by", {"price", "criterion", "lot"}, 0, Need::needed));
            rule.criterion = item.text("criterion");
            asked_.tender.ties.push_back(std::move(rule));
        });
    }

    void read_bids() {
        each(form_, "bids", Need::optional, [this](Form& item) {
            award::Bid bid;
            bid.id = item.text("id", Need::needed);
            bid.price = euros_in(item, "price", Need::needed);
            each_member(item, "given", [&](const std::string& id, const json::Value&, Form& given) {
                if (const auto mark = exact_in(given, id)) bid.given.emplace(id, *mark);
            });
            asked_.bids.push_back(std::move(bid));
        });
        for (const json::Value& one : form_.list("lots")) {
            if (one.text()) asked_.lots.push_back(*one.text());
            if (!one.text()) form_.wrong("text", "lots");
        }
    }

    void read_market() {
        const json::Value* value = form_.take("market");
        if (!value) return;
        Form inner(*value, form_.at("market"), form_.problems());
        award::Market market;
        market.bidders_least = static_cast<int>(inner.whole("bidders_least", 2, award::bidders_max, 3));
        market.bidders_most = static_cast<int>(inner.whole("bidders_most", 2, award::bidders_max, 5));
        market.price = euros_in(inner, "price", Need::needed);
        market.level_spread = inner.number("level_spread", 0);
        market.price_spread = inner.number("price_spread", 0.1);
        market.premium = inner.number("premium", 0);
        market.correlation = inner.number("correlation", 0);
        market.kg_none = inner.number("kg_none", 0);
        market.kg_full = inner.number("kg_full", 0);
        market.kg_uncertainty = inner.number("kg_uncertainty", 0);
        each_member(inner, "qualities", [&](const std::string& id, const json::Value& member, Form& in) {
            Form quality(member, in.at(id), in.problems());
            award::Quality one;
            if (auto share = law_in(quality, "share")) one.share = std::move(*share);
            one.noise = quality.number("noise", 0);
            quality.finish();
            market.qualities.emplace(id, std::move(one));
        });
        if (const json::Value* pioneer = inner.take("pioneer")) {
            Form form(*pioneer, inner.at("pioneer"), inner.problems());
            auto green = law_in(form, "green", Need::needed);
            market.pioneer = award::Pioneer{green ? std::move(*green) : chance::Distribution::fixed(1),
                                            form.number("premium", 0)};
            form.finish();
        }
        inner.finish();
        asked_.market = std::move(market);
    }

    static std::optional<chance::Distribution> law_in(Form& form, std::string_view name,
                                                      Need need = Need::optional) {
        const json::Value* value = form.take(name, need);
        if (!value) return std::nullopt;
        return read_law(*value, form.at(name), form.problems(), nullptr);
    }

    void read_uncertainty() {
        asked_.given.bids = asked_.bids;
        asked_.given.lots = asked_.lots;
        const json::Value* value = form_.take("uncertainty");
        if (!value) return;
        Form inner(*value, form_.at("uncertainty"), form_.problems());
        asked_.given.price_spread = inner.number("price_spread", 0);
        each_member(inner, "noise", [this](const std::string& id, const json::Value&, Form& in) {
            asked_.given.noise[id] = in.number(id, 0);
        });
        asked_.given.kg_none = inner.number("kg_none", 0);
        asked_.given.kg_full = inner.number("kg_full", 0);
        asked_.given.kg_uncertainty = inner.number("kg_uncertainty", 0);
        inner.finish();
    }

    void read_run() {
        const auto most = std::min(static_cast<std::int64_t>(terms_.draws_max), award::draws_max);
        const std::string mode = form_.text("mode");
        if (!mode.empty() && mode != "deterministic")
            form_.wrong("choice", "mode", {{"choices", "deterministic"}});
        asked_.run.draws = form_.whole("draws", 0, most, 0);
        if (!mode.empty() && asked_.run.draws > 0) form_.wrong("no_draws", "draws");
        asked_.run.seed = static_cast<std::uint64_t>(form_.whole("seed", 0, seed_most, 1));
        asked_.run.threads = terms_.threads;
        asked_.run.progress = terms_.progress;
        asked_.run.knob_most = form_.number("knob_most", 0);
        each(form_, "compare", Need::optional,
             [this](Form& item) { asked_.run.compare.push_back(read_method(item)); });
    }

    Form& form_;
    const Terms& terms_;
    TenderAsked asked_;
};

}  // namespace

TenderAsked read_tender(Form& form, const Terms& terms) { return Reader(form, terms).read(); }

}  // namespace kring::exchange
