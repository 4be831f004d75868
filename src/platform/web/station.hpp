// SPDX-License-Identifier: EUPL-1.2
// Private to the server: what all its connections share, and how an answer comes about, whatever
// goes wrong on the way.
#pragma once

#include <atomic>

#include "platform/web/delivery.hpp"
#include "platform/web/remote.hpp"
#include "platform/web/server.hpp"
#include "platform/web/workers.hpp"

namespace kring::web {

struct Station {
    Station(ServerOptions chosen, Answer answers, Refuse refuses);

    const ServerOptions options;
    const Answer answer;
    const Refuse refuse;
    const Proxies proxies;
    Crowd crowd;
    SharedBodies shared;
    std::atomic<int> open{0};     ///< connections
    std::atomic<int> uploads{0};  ///< bodies longer than an ordinary form
    std::atomic<bool> is_stopping{false};
    std::atomic<bool> drops_queued{false};  ///< the grace time is over: what has not begun, will not
    Workers workers;                        ///< to be finished before any io_context goes
};

/// Has the app answer; a page that throws becomes a refusal with 500, and a line in the log.
Delivery answered(Station& station, const Request& request, Passage passage);

/// Has the app word a refusal, after which the connection ends; if that fails too, a bare line of text.
Delivery refusal(Station& station, int status, const Request& request);

/// The path with "***" in place of every part that may be a secret: all but short ones, and those made of
/// a-z, 0-9, "-" and ".", as ids and the words of our addresses are. Tokens hold other letters.
std::string path_for_log(std::string_view path);

/// One line: method, path for the log, status, time. Never a query, cookie, body or token.
void log_request(const Request& request, int status, std::int64_t ms);

}  // namespace kring::web
