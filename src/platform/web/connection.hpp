// SPDX-License-Identifier: EUPL-1.2
// Private to the server, and the one header that names Boost.Asio: only server.cpp and connection.cpp
// may include it. A lane is an io thread with the connections it serves; no connection ever
// changes lanes, so nothing here needs a lock.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string>
#include <unordered_set>

#include "platform/web/station.hpp"

namespace kring::web {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;

class Connection;

/// One io thread. The set outlives the io_context, whose end destroys the connections.
struct Lane {
    std::unordered_set<Connection*> open;
    asio::io_context io{1};
    Timer sweep{io};
    bool is_stopping = false;
    Clock::time_point stops_at;
};

/// Serves the connection on its lane's thread until it ends. Runs on that thread.
/// `network` "" when it is not counted in the crowd.
void serve(Lane& lane, Station& station, Socket socket, std::string peer, std::string network);

/// Ends what is overdue; while stopping also what is idle, and the lane itself once it is empty.
void sweep(Lane& lane);

}  // namespace kring::web
