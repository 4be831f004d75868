// SPDX-License-Identifier: EUPL-1.2
#include "app/api.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

#include "app/door.hpp"
#include "domain/exchange/told.hpp"
#include "platform/base/text.hpp"
#include "platform/web/remote.hpp"

namespace kring::app {

namespace {

constexpr std::size_t draws_max = 100'000;
constexpr std::size_t work_max = 20'000'000;  // parts × draws: a second or two of one core
constexpr std::size_t kept_max = 4'000'000;   // numbers of 8 bytes
constexpr std::int64_t patience_ms = 3'000;
constexpr double drawn_per_second = 0.5;  // documents with draws, by network
constexpr double drawn_burst = 3;
constexpr int drawn_at_once = 2;
constexpr json::Limits limits{512 * 1024, 32, 50'000};

std::atomic<int> drawn_now{0};

// The language that the reader prefers among ours; English when none is told.
html::Language preferred(std::string_view accepted) {
    for (const std::string_view part : split(accepted, ',')) {
        const std::string tag = ascii_lower(trim(part.substr(0, part.find(';'))));
        if (tag == "nl" || tag.starts_with("nl-")) return html::Language::nl;
        if (tag == "en" || tag.starts_with("en-")) return html::Language::en;
    }
    return html::Language::en;
}

web::Response in_json(int status, const json::Value& value, std::string_view type) {
    web::Response response;
    response.status = status;
    response.body = json::write(value);
    response.with("Content-Type", std::string(type)).with("API-Version", std::string(api_version));
    response.holds_secret = false;
    return response;
}

int status_of(const Problems& problems) {
    const auto has = [&](std::string_view stem) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const Problem& one) { return one.phrase.starts_with(stem); });
    };
    if (has("exchange.problem.json_")) return 400;
    const bool is_stopped = !problems.empty() && problems.front().trouble == Trouble::conflict;
    return is_stopped ? 503 : 422;
}

using Answering = Result<json::Value> (*)(const json::Value&, const exchange::Terms&);

bool has_draws(const json::Value& document) {
    const json::Value* draws = document.find("draws");
    return draws && draws->number() && draws->number()->value > 0;
}

web::Response answer(const desk::Visit& visit, Answering answering) {
    const auto read = json::read(visit.request.body, limits);
    if (const json::Fault* fault = std::get_if<json::Fault>(&read))
        return api_trouble(visit, 400, {exchange::problem_of(*fault)});
    const json::Value& document = std::get<json::Value>(read);
    const bool is_drawn = has_draws(document);
    std::optional<DrawingPlace> place;
    if (is_drawn) place.emplace();
    if (place && !place->is_free()) return api_trouble(visit, 503);
    const std::string who = web::network_of(visit.request.remote);
    const bool is_too_often =
        is_drawn && !visit.site.limits.allow("api draws " + who, drawn_per_second, drawn_burst, visit.when);
    if (is_too_often) return api_trouble(visit, 429);
    const Time begun = now();
    exchange::Terms terms;
    terms.draws_max = draws_max;
    terms.work_max = work_max;
    terms.kept_max = kept_max;
    terms.progress = [begun](std::size_t, std::size_t) { return now().ms - begun.ms < patience_ms; };
    const auto answered = answering(document, terms);
    if (!answered) return api_trouble(visit, status_of(answered.problems()), answered.problems());
    return in_json(200, *answered, "application/json");
}

web::Response post_assess(const desk::Visit& visit) { return answer(visit, exchange::assess); }
web::Response post_award(const desk::Visit& visit) { return answer(visit, exchange::award); }

web::Response show_openapi(const desk::Visit& visit) {
    web::Response response =
        in_json(200, openapi_document(api_routes(), visit.site.public_address), "application/json");
    response.with("Access-Control-Allow-Origin", "*");  // a description of what anybody may ask
    response.is_personal = false;
    return response;
}

constexpr desk::Api assess_api{"assess",
                               "Assess what a fleet of ICT equipment emits, uses and costs, by route.",
                               "AssessRequest", "Assessment"};
constexpr desk::Api award_api{"award",
                              "Score the bids of a tender exactly, or try out its rules on expected bids.",
                              "AwardRequest", "AwardResult"};
constexpr desk::Api openapi_api{"openapi", "This description.", "", "OpenApi"};

bool accepts_json(std::string_view accepted) {
    if (trim(accepted).empty()) return true;
    for (const std::string_view part : split(accepted, ',')) {
        const std::string type = ascii_lower(trim(part.substr(0, part.find(';'))));
        if (type == "*/*" || type == "application/*" || type == "application/json" ||
            type == "application/problem+json")
            return true;
    }
    return false;
}

}  // namespace

DrawingPlace::DrawingPlace() : is_free_(drawn_now.fetch_add(1) < drawn_at_once) {
    if (!is_free_) drawn_now.fetch_sub(1);
}

DrawingPlace::~DrawingPlace() {
    if (is_free_) drawn_now.fetch_sub(1);
}

std::vector<desk::Route> api_routes() {
    using desk::Rule;
    using web::Method;
    return {
        {Method::get, "/api/v1/openapi.json", show_openapi, Rule::everyone, openapi_api},
        {Method::post, "/api/v1/assess", post_assess, Rule::everyone, assess_api},
        {Method::post, "/api/v1/award", post_award, Rule::everyone, award_api},
    };
}

bool is_of_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

int unfit_for_api(const web::Request& request) {
    if (request.method == web::Method::post && !request.is_json) return 415;
    return accepts_json(request.header("accept")) ? 0 : 406;
}

web::Response api_trouble(const desk::Visit& visit, int status, const Problems& problems) {
    const html::Language language = preferred(visit.request.header("accept-language"));
    const std::string key = "api.status." + std::to_string(status);
    const bool is_known = visit.site.phrases.has(key, language);
    const std::string title = visit.site.phrases.say(is_known ? key : "api.status.400", language);
    const exchange::Say say = [&](const Problem& problem) {
        return visit.site.phrases.say(problem.phrase, language, problem.values);
    };
    web::Response response =
        in_json(status, exchange::problem_document(status, title, problems, say), "application/problem+json");
    response.with("Content-Language", std::string(html::code(language)));
    if (status == 429 || status == 503) response.with("Retry-After", "2");
    return response;
}

}  // namespace kring::app
