// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/award/tenders.hpp"

#include <stdexcept>

namespace kring::award::made {

Tender sixty_forty(Formula formula) {
    Tender tender;
    tender.criteria.push_back({"price", Kind::price, 40, 0, 1, {}, 0});
    tender.criteria.push_back({"quality", Kind::quality, 60, 0, 1, {}, 0});
    tender.method.formula = formula;
    tender.method.price_low = 80'000'00;
    tender.method.price_high = 140'000'00;
    tender.ties = {{TieRule::By::price}, {TieRule::By::lot}};
    tender.green = "quality";
    return tender;
}

Bid bid(const std::string& id, Cents euros, const std::string& quality) {
    return {id, euros * 100, {{"quality", number(quality)}}};
}

std::vector<Bid> three_bids() {
    return {bid("A", 100'000, "0.60"), bid("B", 110'000, "0.80"), bid("C", 125'000, "0.95")};
}

Tender with_kg(const std::string& shadow_price, const std::string& none) {
    Tender tender = sixty_forty(Formula::shadow);
    tender.criteria[1] = {"kg", Kind::effect, 60, number(none), 0, {}, 0, "kg CO2e"};
    tender.method.shadow_price = number(shadow_price);
    tender.green = "kg";
    return tender;
}

const Standing& standing(const Award& award, const std::string& id) {
    for (const Standing& one : award.standings) {
        if (one.bid == id) return one;
    }
    throw std::out_of_range("no bid " + id);
}

}  // namespace kring::award::made
