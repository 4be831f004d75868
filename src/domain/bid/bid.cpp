// SPDX-License-Identifier: EUPL-1.2
#include "domain/bid/bid.hpp"

#include "platform/base/secret.hpp"

namespace kring::bid {

std::string hash_of(const Sheet& sheet) {
    std::string text;
    for (const std::string& part :
         {sheet.content, std::to_string(sheet.number), sheet.tender, sheet.language, sheet.signed_by,
          sheet.signer_name, to_text(sheet.signed_at), sheet.reason, sheet.previous_hash})
        text += std::to_string(part.size()) + ":" + part;
    return sha256_hex(text);
}

bool is_whole(const Sheet& sheet) { return hash_of(sheet) == sheet.hash; }

Counting counting(const Bid& bid, std::string_view criterion) {
    Counting found;
    for (const Score& score : bid.scores) {
        if (score.criterion != criterion) continue;
        if (score.assessor.empty()) return {score.points, 1, true};
        found.sum += score.points;
        ++found.count;
    }
    return found;
}

Problems problems_of(const tender::Tender& tender, const std::vector<Bid>& bids) {
    Problems problems;
    if (bids.size() < 2) problems.push_back({Trouble::invalid, "bid.problem.two", "", {}});
    for (const Bid& bid : bids) {
        for (const tender::Criterion& one : tender.criteria) {
            if (one.type == tender::CriterionType::price || counting(bid, one.id).count > 0) continue;
            problems.push_back(
                {Trouble::invalid, "bid.problem.no_score", "", {{"bid", bid.name}, {"criterion", one.name}}});
        }
    }
    return problems;
}

}  // namespace kring::bid
