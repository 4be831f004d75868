// SPDX-License-Identifier: EUPL-1.2
// JSON Schema (2020-12, as OpenAPI 3.1 uses it) of the documents in docs/assess-format.md and
// award-format.md.
#include <initializer_list>

#include "app/api.hpp"
#include "domain/exchange/exchange.hpp"
#include "engine/impact/impact.hpp"
#include "platform/base/text.hpp"

namespace kring::app {

namespace {

using json::Array;
using json::Object;
using json::Value;

Value of_type(const char* type) { return Object{{"type", type}}; }
Value text() { return of_type("string"); }
Value truth() { return of_type("boolean"); }
Value number() { return of_type("number"); }
Value whole(std::int64_t least, std::int64_t most) {
    return Object{{"type", "integer"}, {"minimum", least}, {"maximum", most}};
}
Value within(double least, double most) {
    return Object{{"type", "number"}, {"minimum", least}, {"maximum", most}};
}
Value constant(std::string_view text) { return Object{{"const", text}}; }
Value one_of_texts(std::initializer_list<const char*> texts) {
    return Object{{"type", "string"}, {"enum", Array(texts.begin(), texts.end())}};
}
Value ref(std::string_view name) { return Object{{"$ref", "#/components/schemas/" + std::string(name)}}; }
Value list(Value items) { return Object{{"type", "array"}, {"items", std::move(items)}}; }
Value numbers(std::int64_t count) {
    return Object{{"type", "array"}, {"items", number()}, {"minItems", count}, {"maxItems", count}};
}
Value map_of(Value values) { return Object{{"type", "object"}, {"additionalProperties", std::move(values)}}; }
Value or_null(const char* type) { return Object{{"type", Array{type, "null"}}}; }

/// An object; names with "!" behind are needed. Closed: nothing else may stand in it.
Value object(std::initializer_list<std::pair<const char*, Value>> members, bool is_closed = true) {
    Object properties;
    Array needed;
    for (const auto& [given, schema] : members) {
        std::string name = given;
        if (name.ends_with('!')) {
            name.pop_back();
            needed.emplace_back(name);
        }
        properties.emplace_back(name, schema);
    }
    Object out{{"type", "object"}, {"properties", std::move(properties)}};
    if (!needed.empty()) out.emplace_back("required", std::move(needed));
    if (is_closed) out.emplace_back("additionalProperties", false);
    return out;
}

Value estimate() {
    const Value source = text();
    Array laws{number()};
    const auto add = [&](const char* name, Value schema) {
        laws.push_back(object({{(std::string(name) + "!").c_str(), std::move(schema)}, {"source", source}}));
    };
    add("value", number());
    add("uniform", numbers(2));
    add("triangular", numbers(3));
    add("pert", numbers(3));
    add("lognormal", object({{"median!", number()}, {"gsd!", number()}}));
    add("lognormal_mean", object({{"mean!", number()}, {"cv!", number()}}));
    add("normal", object({{"mean!", number()}, {"sd!", number()}}));
    add("empirical", list(numbers(2)));
    return Object{{"description", "A number, or a distribution, with the id of its source."},
                  {"oneOf", std::move(laws)}};
}

Value exact() {
    return Object{
        {"description", "An exact number: its decimal digits as they stand, or a fraction such as 2/3."},
        {"oneOf", Array{number(), Object{{"type", "string"}, {"pattern", "^-?[0-9.]+(/[0-9]+)?$"}}}}};
}

Value route() {
    const Value any = ref("Estimate");
    return object(
        {{"kind!", one_of_texts({"new", "extended", "refurbished", "remanufactured", "leased"})},
         {"life!", any},
         {"spare", any},
         {"parts", any},
         {"process", any},
         {"transport", any},
         {"first_life", any},
         {"remade", any},
         {"new_material", any},
         {"energy", any},
         {"take_back", object({{"reused!", any},
                               {"displaced!", any},
                               {"second_life!", any},
                               {"reference_life!", any},
                               {"process!", any}})},
         {"costs", object({{"price", any},
                           {"lease", any},
                           {"maintenance", any},
                           {"residual", any},
                           {"ageing", object({{"from_age!", whole(1, 100)}, {"maintenance!", any}})}})}});
}

Value outputs() {
    Array names;
    for (std::size_t i = 0; i < impact::output_count; ++i)
        names.emplace_back(impact::name_of(static_cast<impact::Output>(i)));
    return Object{{"type", "string"}, {"enum", std::move(names)}};
}

Value assess_request() {
    const Value any = ref("Estimate");
    const Value material = object({{"element!", text()}, {"content!", any}, {"recycled", any}});
    const Value part =
        object({{"line!", text()}, {"device!", text()}, {"share", within(0, 1)}, {"route!", ref("Route")}});
    return object(
        {{"format!", constant(exchange::assess_format)},
         {"mode", one_of_texts({"deterministic", "draws"})},
         {"draws", whole(0, 4'000'000)},
         {"seed", whole(0, 9'007'199'254'740'991)},
         {"horizon!", whole(1, impact::horizon_max)},
         {"start_year", whole(0, 2100)},
         {"sources",
          list(object({{"id!", text()},
                       {"source!", text()},
                       {"version", text()},
                       {"row", text()},
                       {"year", whole(0, 2200)},
                       {"licence", text()},
                       {"certainty", one_of_texts({"high", "medium", "low", "unverified", "chosen"})},
                       {"entered_by", text()}}))},
         {"devices!", list(object({{"id!", text()},
                                   {"embodied!", any},
                                   {"energy!", any},
                                   {"mass", any},
                                   {"method", text()},
                                   {"materials", list(material)}}))},
         {"grids!", list(object({{"id!", text()}, {"factor!", any}, {"decline", any}}))},
         {"uses", list(object({{"id!", text()}, {"intensity!", any}}))},
         {"fleet!",
          list(object({{"id!", text()}, {"seats!", number()}, {"grid!", text()}, {"use", text()}}))},
         {"options!", list(object({{"id!", text()}, {"parts!", list(part)}}))},
         {"economy", object({{"discount", any}, {"electricity", any}, {"shadow_price", any}})},
         {"burden", one_of_texts({"cut_off", "life_share", "drawn"})},
         {"life_share_chance", within(0, 1)},
         {"acquisition", one_of_texts({"annualised", "discrete"})},
         {"method_correlation", within(0, 1)},
         {"outputs", list(outputs())},
         {"materials", truth()},
         {"sensitivity", truth()},
         {"compared", outputs()}});
}

Value compatible_request() {
    const Value usage = object({{"usage_location", text()},
                                {"hours_life_time", number()},
                                {"use_time_ratio", number()},
                                {"avg_power", number()},
                                {"elec_factors", map_of(number())}});
    return object({{"format!", constant(exchange::assess_format)},
                   {"mode!", constant("boaviztapi")},
                   {"request!", object({{"device!", text()},
                                        {"archetype", text()},
                                        {"type", text()},
                                        {"usage", usage},
                                        {"duration", number()},
                                        {"criteria", list(text())}})},
                   {"factors", object({{"electricity!", map_of(map_of(number()))}})}});
}

Value figure() {
    return object({{"unit", text()},
                   {"formula", text()},
                   {"element", text()},
                   {"sources", list(of_type("integer"))},
                   {"central!", number()},
                   {"low!", or_null("number")},
                   {"high!", or_null("number")},
                   {"p5", number()},
                   {"p50", number()},
                   {"p95", number()},
                   {"mean", number()},
                   {"sd", number()},
                   {"standard_error", number()}});
}

Value assessment() {
    const Value sensitivity =
        object({{"drivers!",
                 list(object({{"input!", text()}, {"share!", number()}, {"source", of_type("integer")}}))},
                {"interactions!", number()}});
    const Value option = object({{"id!", text()},
                                 {"seats!", number()},
                                 {"outputs!", map_of(ref("Figure"))},
                                 {"materials", list(ref("Figure"))},
                                 {"sensitivity", sensitivity},
                                 {"sources!", list(of_type("integer"))}});
    const Value comparison = object({{"one!", text()},
                                     {"other!", text()},
                                     {"chance_less", within(0, 1)},
                                     {"chance_equal", within(0, 1)},
                                     {"difference!", ref("Figure")},
                                     {"sensitivity", sensitivity}});
    return object(
        {{"format!", constant(exchange::assessed_format)},
         {"mode!", text()},
         {"engine", text()},
         {"seed", of_type("integer")},
         {"draws", of_type("integer")},
         {"horizon", of_type("integer")},
         {"options", list(option)},
         {"comparisons", list(comparison)},
         {"findings",
          list(object({{"notice!", text()}, {"texts!", map_of(text())}, {"numbers!", map_of(number())}}))},
         {"sources", list(of_type("object"))},
         {"archetype", text()},
         {"hours_life_time", number()},
         {"duration", number()},
         {"impacts", list(of_type("object"))},
         {"warnings", list(text())}});
}

Value method() {
    return object(
        {{"formula!", one_of_texts({"F1", "F2", "F3a", "F3b", "F4", "F5", "F6a", "F6b", "F7", "F8"})},
         {"price_low", exact()},
         {"price_high", exact()},
         {"base", exact()},
         {"clipped", truth()},
         {"shadow_price", exact()}});
}

Value award_request() {
    const Value law = ref("Estimate");
    const Value criterion = object({{"id!", text()},
                                    {"kind!", one_of_texts({"price", "quality", "effect"})},
                                    {"weight", exact()},
                                    {"none", exact()},
                                    {"full", exact()},
                                    {"steps", list(number())},
                                    {"worth", exact()},
                                    {"unit", text()}});
    const Value market = object({{"bidders_least", whole(2, 12)},
                                 {"bidders_most", whole(2, 12)},
                                 {"price!", exact()},
                                 {"level_spread", within(0, 2)},
                                 {"price_spread", within(0, 2)},
                                 {"premium", within(-2, 2)},
                                 {"correlation", within(-1, 1)},
                                 {"qualities", map_of(object({{"share", law}, {"noise", within(0, 1)}}))},
                                 {"pioneer", object({{"green!", law}, {"premium", within(-2, 2)}})},
                                 {"kg_none", number()},
                                 {"kg_full", number()},
                                 {"kg_uncertainty", within(0, 2)}});
    return object({{"format!", constant(exchange::award_format)},
                   {"mode", constant("deterministic")},
                   {"criteria!", list(criterion)},
                   {"method!", ref("Method")},
                   {"rounding", object({{"points", whole(0, 6)}, {"total", whole(0, 6)}})},
                   {"ties", list(object({{"by!", one_of_texts({"price", "criterion", "lot"})},
                                         {"criterion", text()}}))},
                   {"green", text()},
                   {"bids", list(object({{"id!", text()}, {"price!", exact()}, {"given", map_of(exact())}}))},
                   {"lots", list(text())},
                   {"market", market},
                   {"uncertainty", object({{"price_spread", number()},
                                           {"noise", map_of(number())},
                                           {"kg_none", number()},
                                           {"kg_full", number()},
                                           {"kg_uncertainty", number()}})},
                   {"draws", whole(0, 2'000'000)},
                   {"seed", whole(0, 9'007'199'254'740'991)},
                   {"compare", list(ref("Method"))},
                   {"knob_most", number()}});
}

Value award_result() {
    const Value score =
        object({{"fraction!", or_null("string")}, {"decimal!", text()}, {"number!", number()}});
    const Value step = object({{"what!", text()},
                               {"criterion", text()},
                               {"expression!", text()},
                               {"exact!", score},
                               {"value!", score},
                               {"rounded!", truth()},
                               {"clipped!", truth()}});
    const Value weighing = object(
        {{"criterion!", text()}, {"nominal!", number()}, {"effective!", number()}, {"spread!", number()}});
    const Value notice = object(
        {{"warning!", text()}, {"values!", map_of(text())}, {"source", text()}, {"verified!", truth()}});
    const Value standing = object({{"bid!", text()},
                                   {"place!", of_type("integer")},
                                   {"price!", number()},
                                   {"total!", score},
                                   {"steps!", list(step)}});
    const Value tie = object({{"place!", of_type("integer")},
                              {"by!", text()},
                              {"criterion", text()},
                              {"bids!", list(text())},
                              {"left!", list(text())}});
    const Value award = object({{"standings!", list(standing)},
                                {"shared!", list(step)},
                                {"ties!", list(tie)},
                                {"winners!", list(text())},
                                {"weighings!", list(weighing)},
                                {"notices!", list(notice)}});
    return object({{"format!", constant(exchange::awarded_format)},
                   {"engine!", text()},
                   {"award", award},
                   {"study", ref("Study")}});
}

Value study() {
    const Value chance =
        object({{"share!", within(0, 1)}, {"standard_error!", number()}, {"count!", of_type("integer")}});
    const Value point = object({{"knob!", number()},
                                {"green!", chance},
                                {"decisive!", chance},
                                {"extra_euros!", number()},
                                {"kg_avoided!", number()},
                                {"euros_per_kg!", or_null("number")}});
    const Value compared = object({{"formula!", text()},
                                   {"green!", chance},
                                   {"decisive!", chance},
                                   {"tied!", chance},
                                   {"can_reverse!", truth()},
                                   {"reversals!", object({{"any!", chance}, {"by_bidder!", list(chance)}})}});
    const Value curve = object({{"knob!", list(number())},
                                {"green!", list(number())},
                                {"decides!", list(number())},
                                {"wins!", map_of(list(number()))}});
    return object({{"draws!", of_type("integer")},
                   {"seed!", of_type("integer")},
                   {"knob!", text()},
                   {"knob_most!", number()},
                   {"knob_own!", number()},
                   {"bidders!", list(text())},
                   {"exact_everywhere!", truth()},
                   {"curve!", curve},
                   {"grid!", list(point)},
                   {"own!", point},
                   {"euros_per_kg_error!", or_null("number")},
                   {"thresholds!", list(object({{"share!", number()}, {"knob!", or_null("number")}}))},
                   {"weighings!", list(of_type("object"))},
                   {"as_is!", compared},
                   {"others!", list(compared)},
                   {"notices!", list(of_type("object"))}});
}

Value problem() {
    const Value error = object({{"pointer!", text()}, {"code!", text()}, {"detail!", text()}});
    return object({{"type!", text()},
                   {"title!", text()},
                   {"status!", of_type("integer")},
                   {"detail", text()},
                   {"errors", list(error)}});
}

}  // namespace

Object api_schemas() {
    const Value either = Object{{"oneOf", Array{ref("FleetRequest"), ref("CompatibleRequest")}}};
    return {{"AssessRequest", either},
            {"FleetRequest", assess_request()},
            {"CompatibleRequest", compatible_request()},
            {"Estimate", estimate()},
            {"Route", route()},
            {"Figure", figure()},
            {"Assessment", assessment()},
            {"AwardRequest", award_request()},
            {"Method", method()},
            {"AwardResult", award_result()},
            {"Study", study()},
            {"OpenApi", of_type("object")},
            {"Problem", problem()}};
}

}  // namespace kring::app
