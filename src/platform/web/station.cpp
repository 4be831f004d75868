// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/station.hpp"

#include <algorithm>
#include <array>

#include "platform/base/log.hpp"
#include "platform/base/text.hpp"

namespace kring::web {

Station::Station(ServerOptions chosen, Answer answers, Refuse refuses)
    : options(std::move(chosen)),
      answer(std::move(answers)),
      refuse(std::move(refuses)),
      proxies(options.trusted_proxies),
      crowd(options.connections_per_prefix),
      workers(options.workers, static_cast<std::size_t>(options.queue_most)) {}

Delivery answered(Station& station, const Request& request, Passage passage) {
    try {
        Response response = station.answer(request);
        if (station.is_stopping) passage.keeps_alive = false;
        return deliver(request, std::move(response), passage, station.shared);
    } catch (const std::exception& fault) {
        log_line("error", "broken", {{"request", request.id}, {"what", fault.what()}});
    } catch (...) {
        log_line("error", "broken", {{"request", request.id}, {"what", "unknown"}});
    }
    return refusal(station, 500, request);
}

Delivery refusal(Station& station, int status, const Request& request) {
    Passage passage;
    passage.keeps_alive = false;
    try {
        Response response = station.refuse(status, request);
        const auto is_told = [&](std::string_view name) {
            return std::any_of(response.headers.begin(), response.headers.end(),
                               [&](const auto& header) { return header.first == name; });
        };
        if (status == 405 && !is_told("Allow")) response.with("Allow", "GET, HEAD, POST");
        if (status == 503 && !is_told("Retry-After")) response.with("Retry-After", "5");
        return deliver(request, std::move(response), passage, station.shared);
    } catch (const std::exception& fault) {
        log_line("error", "broken_refusal", {{"request", request.id}, {"what", fault.what()}});
    }
    return deliver(request, plain(status, std::to_string(status)), passage, station.shared);
}

std::string path_for_log(std::string_view path) {
    constexpr std::size_t harmless_length = 8;  // too little of a token of 43 letters to find the rest by
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    std::string shown;
    for (const std::string_view part : split(path.substr(std::min<std::size_t>(path.size(), 1)), '/')) {
        const bool is_harmless =
            part.size() <= harmless_length || std::all_of(part.begin(), part.end(), is_plain);
        shown += '/';
        shown += is_harmless ? part : std::string_view("***");
    }
    return shown;
}

void log_request(const Request& request, int status, std::int64_t ms) {
    static constexpr std::array<std::string_view, 3> methods{"GET", "HEAD", "POST"};
    log_line("info", "request",
             {{"method", methods[static_cast<std::size_t>(request.method)]},
              {"path", path_for_log(request.path)},
              {"status", std::to_string(status)},
              {"ms", std::to_string(ms)}});
}

}  // namespace kring::web
