// SPDX-License-Identifier: EUPL-1.2
// Documents to what the engines are asked. Private to domain/exchange.
#pragma once

#include "domain/exchange/exchange.hpp"
#include "domain/exchange/form.hpp"
#include "engine/award/study.hpp"
#include "engine/impact/impact.hpp"

namespace kring::exchange {

/// Of modes "deterministic" and "draws"; `form` is the document. Empty sides of it when there are problems.
impact::Question read_question(Form& form, const Terms& terms);

struct TenderAsked {
    award::Tender tender;
    std::vector<award::Bid> bids;
    award::Lots lots;
    std::optional<award::Market> market;
    award::Given given;  ///< the bids with what is uncertain of them
    award::Run run;      ///< no study when its draws are 0
};
TenderAsked read_tender(Form& form, const Terms& terms);

/// The names in documents of the routes' kinds, in the engine's order.
const std::vector<std::string_view>& route_names();
const std::vector<std::string_view>& burden_names();
const std::vector<std::string_view>& certainty_names();

/// The answer of mode "boaviztapi".
Result<json::Value> assess_compatibly(Form& form, const Terms& terms);

json::Value written(const impact::Assessment& assessment);
json::Value written(const award::Award& award);
json::Value written(const award::Study& study);

/// The engines' problems with pointers into the document.
Problems with_pointers(Problems problems);

}  // namespace kring::exchange
