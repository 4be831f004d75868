// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cstdio>

#include "engine/award/study.hpp"
#include "tests/bench/rows.hpp"

namespace kring::bench {

namespace {

using namespace award;

/// The tenders of numpy_award.py: price 40, green 25, service 20, delivery 15 by F1; five bidders, of whom
/// the first is 8 % dearer and green from 0.7 up; ln of prices spreads by 0.10.
struct Tenders {
    Tender tender;
    Market market;
    Run run;
};

Tenders tenders_of(const Load& load) {
    Tenders all;
    all.tender.criteria = {{"price", Kind::price, 40, 0, 1, {}, 0},
                           {"green", Kind::quality, 25, 0, 100, {}, 0},
                           {"service", Kind::quality, 20, 0, 100, {}, 0},
                           {"delivery", Kind::quality, 15, 0, 100, {}, 0}};
    all.tender.green = "green";
    all.tender.ties = {{TieRule::By::price}, {TieRule::By::lot}};
    all.market.bidders_least = all.market.bidders_most = 5;
    all.market.price = 100'000'00;
    for (const char* const id : {"green", "service", "delivery"}) all.market.qualities[id] = {};
    all.market.pioneer = Pioneer{chance::Distribution::uniform(0.7, 1), chance::logarithm(1.08)};
    all.market.kg_none = 1000;
    all.market.kg_full = 500;
    all.run.draws = static_cast<std::int64_t>(load.size);
    all.run.threads = load.threads;
    return all;
}

std::string told(const Problems& problems) { return problems[0].phrase + " " + problems[0].field; }

}  // namespace

std::string award_tally(const Load& load) {
    const Tenders all = tenders_of(load);
    const Result<std::vector<std::int64_t>> wins = tally(all.tender, all.market, all.run);
    if (!wins) return told(wins.problems());
    std::string text = "won";
    for (const std::int64_t one : *wins) {
        std::array<char, 16> share{};
        std::snprintf(share.data(), share.size(), " %.4f",
                      static_cast<double>(one) / static_cast<double>(load.size));
        text += share.data();
    }
    return text;
}

std::string award_study(const Load& load) {
    const Tenders all = tenders_of(load);
    const Result<Study> found = study(all.tender, all.market, all.run);
    if (!found) return told(found.problems());
    std::array<char, 120> text{};
    std::snprintf(text.data(), text.size(), "green wins %.4f at weight 0.25, more than half from %.4f",
                  found->own.green.value(), found->thresholds[0].knob.value_or(-1));
    return text.data();
}

}  // namespace kring::bench
