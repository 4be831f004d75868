// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/account.hpp"

#include <algorithm>

#include "domain/tender/rules.hpp"
#include "platform/base/text.hpp"

namespace kring::bid {

namespace {

using tender::Criterion;
using tender::CriterionType;
using tender::Tender;

constexpr int shown_decimals = 6;

// The words for one account: names by id, numbers as the reader writes them.
class Teller {
public:
    Teller(const Wording& wording, const Tender& tender, const std::vector<Bid>& bids)
        : wording_(wording), tender_(tender), bids_(bids) {
        for (const Criterion& one : tender.criteria) names_.emplace_back(one.id, one.name);
        for (const Bid& bid : bids) names_.emplace_back(bid.id, bid.name);
    }

    const tender::Names& names() const { return names_; }

    Document document(const award::Award& award) const {
        Document document;
        document.title = say("bid.account.title", {{"tender", tender_.record.title}});
        document.sections = {rules(), criteria(), scores(), standings(award)};
        if (!award.shared.empty())
            document.sections.push_back(steps(say("bid.account.shared"), award.shared));
        for (const award::Standing& one : award.standings)
            document.sections.push_back(steps(say("bid.account.steps", {{"bid", name(one.bid)}}), one.steps));
        if (!award.ties.empty()) document.sections.push_back(ties(award));
        if (Section reasons = this->reasons(); !reasons.rows.empty()) document.sections.push_back(reasons);
        return document;
    }

private:
    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return wording_.say(key, values);
    }
    std::string name(std::string_view id) const {
        const auto found =
            std::find_if(names_.begin(), names_.end(), [&](const auto& one) { return one.first == id; });
        return found == names_.end() ? std::string(id) : found->second;
    }
    std::string number(std::string_view text) const {
        std::string shown(text);
        if (wording_.language == html::Language::nl) std::replace(shown.begin(), shown.end(), '.', ',');
        return shown;
    }
    std::string milli(Milli amount) const { return tender::amount_in_words(amount, 3, 0, wording_.language); }
    std::string decimal(const award::Score& score) const { return number(score.decimal(shown_decimals)); }

    Section rules() const {
        const tender::Scoring& s = tender_.scoring;
        Section section;
        section.heading = say("bid.account.rules");
        section.head = {say("bid.account.what"), say("bid.account.value")};
        const auto add = [&](std::string_view label, std::string value) {
            section.rows.push_back({say(label), std::move(value)});
        };
        add("tender.form.formula", say("tender.formula." + std::string(tender::word(s.formula))));
        if (s.formula == tender::Formula::f2) {
            add("tender.form.price_low", tender::euros(s.price_low.value_or(0), wording_.language));
            add("tender.form.price_high", tender::euros(s.price_high.value_or(0), wording_.language));
        }
        if (s.formula == tender::Formula::f4) add("tender.form.log_base", milli(s.log_base));
        if (s.formula == tender::Formula::f5)
            add("tender.form.quality_value", tender::euros(s.quality_value, wording_.language));
        if (s.formula == tender::Formula::f7) add("tender.form.co2_price", milli(s.co2_price));
        if (s.formula == tender::Formula::f8) add("tender.form.discount", milli(s.discount));
        add("tender.form.decimals",
            s.decimals < 0 ? say("tender.form.decimals_none") : std::to_string(s.decimals));
        add("tender.form.ties", say("tender.ties." + std::string(tender::word(s.ties))));
        return section;
    }

    Section criteria() const {
        Section section;
        section.heading = say("tender.criteria.caption");
        section.head = {say("tender.criteria.name"), say("tender.criteria.weight"), say("bid.account.scale")};
        for (const Criterion& one : tender_.criteria) {
            std::string scale = "–";
            if (one.type == CriterionType::quality) scale = "0 – " + milli(one.points);
            if (one.type == CriterionType::effect)
                scale = std::to_string(tender_.market.kg_most) + " – " +
                        std::to_string(tender_.market.kg_least) + " kg CO2e";
            section.rows.push_back({one.name, milli(one.weight), scale});
        }
        return section;
    }

    std::string score_in_words(const Bid& bid, const Criterion& one) const {
        const Counting counts = counting(bid, one.id);
        if (counts.count == 0) return "–";
        if (counts.is_agreed) return milli(counts.sum);
        const award::Exact mean(counts.sum, counts.count * 1'000);
        return say("bid.account.mean", {{"value", number(mean.shortest(shown_decimals))},
                                        {"count", std::to_string(counts.count)}});
    }

    Section scores() const {
        Section section;
        section.heading = say("bid.account.given");
        section.head = {say("bid.form.name"), say("bid.account.price")};
        for (const Criterion& one : tender_.criteria) {
            if (one.type != CriterionType::price) section.head.push_back(one.name);
        }
        for (const Bid& bid : bids_) {
            std::vector<std::string> row = {bid.name, tender::euros(bid.price, wording_.language)};
            for (const Criterion& one : tender_.criteria) {
                if (one.type != CriterionType::price) row.push_back(score_in_words(bid, one));
            }
            section.rows.push_back(std::move(row));
        }
        return section;
    }

    Section standings(const award::Award& award) const {
        Section section;
        section.heading = say("bid.account.standings");
        std::vector<std::string> winners;
        for (const std::string& id : award.winners) winners.push_back(name(id));
        std::sort(winners.begin(), winners.end());  // by name: what nothing parted has no order
        section.texts.push_back(winners.size() == 1
                                    ? say("bid.account.winner", {{"bid", winners.front()}})
                                    : say("bid.account.shared_first", {{"bids", join(winners, ", ")}}));
        const bool is_money = award::is_money(tender::engine_formula(tender_.scoring.formula));
        section.head = {say("bid.account.place"), say("bid.form.name"), say("bid.account.price"),
                        say(is_money ? "bid.account.total_euros" : "bid.account.total")};
        for (const award::Standing& one : award.standings)
            section.rows.push_back({std::to_string(one.place), name(one.bid),
                                    tender::euros(one.price, wording_.language), decimal(one.total)});
        return section;
    }

    static std::string_view word(award::What what) {
        switch (what) {
            case award::What::lowest_price:
                return "lowest_price";
            case award::What::highest_price:
                return "highest_price";
            case award::What::best_quality:
                return "best_quality";
            case award::What::share:
                return "share";
            case award::What::quality:
                return "quality";
            case award::What::points:
                return "points";
            case award::What::amount:
                return "amount";
            case award::What::total:
                return "total";
        }
        return "total";
    }

    Section steps(std::string heading, const std::vector<award::Step>& all) const {
        Section section;
        section.heading = std::move(heading);
        section.head = {say("bid.account.step"), say("bid.account.reckoning"), say("bid.account.exact"),
                        say("bid.account.counts")};
        for (const award::Step& step : all) {
            std::string what = say("bid.step." + std::string(word(step.what)));
            if (!step.criterion.empty()) what += ": " + name(step.criterion);
            std::string counts = decimal(step.value);
            if (step.is_rounded) counts += " " + say("bid.account.rounded");
            if (step.is_clipped) counts += " " + say("bid.account.clipped");
            section.rows.push_back({what, number(step.expression), decimal(step.exact), counts});
        }
        return section;
    }

    std::string rule_in_words(const award::TieRule& rule) const {
        using By = award::TieRule::By;
        if (rule.by == By::price) return say("bid.tie.price");
        if (rule.by == By::lot) return say("bid.tie.lot");
        return say("bid.tie.criterion", {{"criterion", name(rule.criterion)}});
    }

    std::string named(const std::vector<std::string>& ids) const {
        std::vector<std::string> words;
        for (const std::string& id : ids) words.push_back(name(id));
        return join(words, ", ");
    }

    Section ties(const award::Award& award) const {
        Section section;
        section.heading = say("bid.account.ties");
        section.head = {say("bid.account.place"), say("bid.account.tied"), say("bid.account.rule"),
                        say("bid.account.left")};
        for (const award::TieStep& tie : award.ties)
            section.rows.push_back(
                {std::to_string(tie.place), named(tie.bids), rule_in_words(tie.rule), named(tie.left)});
        return section;
    }

    // Each assessor's own score and why: what the decision to award is founded on.
    Section reasons() const {
        Section section;
        section.heading = say("bid.account.reasons");
        section.head = {say("bid.form.name"), say("tender.criteria.name"), say("bid.account.by"),
                        say("bid.account.points"), say("bid.account.reason")};
        for (const Bid& bid : bids_) {
            for (const Score& score : bid.scores)
                section.rows.push_back(
                    {bid.name, name(score.criterion),
                     score.assessor.empty() ? say("bid.account.agreed") : score.assessor_name,
                     milli(score.points), score.reason});
        }
        return section;
    }

    const Wording& wording_;
    const Tender& tender_;
    const std::vector<Bid>& bids_;
    tender::Names names_;
};

award::Bid engine_bid(const Tender& tender, const Bid& bid) {
    award::Bid one;
    one.id = bid.id;
    one.price = bid.price;
    for (const Criterion& criterion : tender.criteria) {
        if (criterion.type == CriterionType::price) continue;
        const Counting counts = counting(bid, criterion.id);
        one.given[criterion.id] = award::Exact(counts.sum, counts.count * 1'000);
    }
    return one;
}

award::Lots lots_of(const std::vector<Bid>& bids) {
    std::vector<const Bid*> drawn;
    for (const Bid& bid : bids) {
        if (bid.lot > 0) drawn.push_back(&bid);
    }
    std::sort(drawn.begin(), drawn.end(), [](const Bid* a, const Bid* b) { return a->lot < b->lot; });
    award::Lots lots;
    for (const Bid* bid : drawn) lots.push_back(bid->id);
    return lots;
}

}  // namespace

Result<Account> account_of(const Wording& wording, const Tender& tender, const std::vector<Bid>& bids) {
    if (Problems problems = problems_of(tender, bids); !problems.empty()) return problems;
    std::vector<award::Bid> given;
    for (const Bid& bid : bids) given.push_back(engine_bid(tender, bid));
    TRY(award, award::score(tender::full_rules(tender), given, lots_of(bids)));
    const Teller teller(wording, tender, bids);
    std::vector<tender::ShownNotice> notices;
    for (const award::Notice& one : award.notices)
        notices.push_back({std::string(code_of(one.warning)), one.values, one.source, one.is_verified});
    Account account{award, teller.document(award),
                    tender::notices_in_words(notices, teller.names(), wording.language)};
    Section warned;
    warned.heading = wording.say("tender.warnings");
    for (const tender::Warning& one : account.warnings)
        warned.texts.push_back(wording.say(one.phrase, one.values) +
                               (one.source.empty() ? "" : " " + wording.say(one.source)));
    if (!warned.texts.empty()) account.document.sections.push_back(std::move(warned));
    return account;
}

}  // namespace kring::bid
