// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/server.hpp"

#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <thread>

#include "platform/base/log.hpp"
#include "platform/web/connection.hpp"

namespace kring::web {
namespace {

using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;

constexpr std::chrono::seconds grace_time{10};
constexpr std::chrono::milliseconds sweep_interval{200};
constexpr std::chrono::milliseconds sweep_interval_at_end{20};
constexpr std::chrono::milliseconds back_off{10};
constexpr int unsent_bytes_most = 65536;
constexpr rlim_t files_kept_free = 128;  // for the database, exports and mail

/// Asks for all the files the system grants; returns how many connections that leaves room for.
int room_for_connections(int wanted) {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    getrlimit(RLIMIT_NOFILE, &files);
    const rlim_t room =
        files.rlim_cur > 2 * files_kept_free ? files.rlim_cur - files_kept_free : files_kept_free;
    return room < static_cast<rlim_t>(wanted) ? static_cast<int>(room) : wanted;
}

std::string address_of(const Socket& socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return "";
    const auto address = endpoint.address();
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address.to_string();
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
}

/// An io thread must outlive whatever one connection does to it.
void run_lane(Lane& lane) {
    while (true) {
        try {
            lane.io.run();
            return;
        } catch (const std::exception& fault) {
            log_line("error", "broken_lane", {{"what", fault.what()}});
        }
    }
}

void keep_sweeping(Lane& lane) {
    lane.sweep.expires_after(lane.is_stopping ? sweep_interval_at_end : sweep_interval);
    lane.sweep.async_wait([&lane](error_code error) {
        if (error) return;
        sweep(lane);
        keep_sweeping(lane);
    });
}

std::vector<std::unique_ptr<Lane>> make_lanes(int count) {
    std::vector<std::unique_ptr<Lane>> lanes;
    for (int i = 0; i < std::max(1, count); ++i) lanes.push_back(std::make_unique<Lane>());
    return lanes;
}

}  // namespace

struct Server::Inside {
    Inside(ServerOptions options, Answer answer, Refuse refuse);
    void listen();
    void accept_next();
    void take_in(Lane& lane, Socket socket);
    void begin_stop(Lane& lane);

    Station station;
    const int most_open;
    std::vector<std::unique_ptr<Lane>> lanes;
    Acceptor acceptor;
    Timer pause;
    std::size_t next_lane = 0;
    std::uint16_t port = 0;
};

Server::Inside::Inside(ServerOptions options, Answer answer, Refuse refuse)
    : station(std::move(options), std::move(answer), std::move(refuse)),
      most_open(room_for_connections(station.options.connections_most)),
      lanes(make_lanes(station.options.io_threads)),
      acceptor(lanes[0]->io),
      pause(lanes[0]->io) {}

void Server::Inside::listen() {
    const auto address = asio::ip::make_address(station.options.address);
    const asio::ip::tcp::endpoint endpoint(address, station.options.port);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    if (address.is_v6()) acceptor.set_option(asio::ip::v6_only(false));
    acceptor.bind(endpoint);
    acceptor.listen(asio::socket_base::max_listen_connections);
    port = acceptor.local_endpoint().port();
}

void Server::Inside::accept_next() {
    if (!acceptor.is_open()) return;
    Lane& lane = *lanes[next_lane++ % lanes.size()];
    const auto later = [this] {
        // Out of files or of room: without a pause the same failure would come round at once, for ever.
        pause.expires_after(back_off);
        pause.async_wait([this](error_code error) {
            if (!error) accept_next();
        });
    };
    if (station.open >= most_open) return later();
    acceptor.async_accept(lane.io, [this, &lane, later](error_code error, Socket socket) {
        if (error == asio::error::operation_aborted) return;
        if (error) return later();
        take_in(lane, std::move(socket));
        accept_next();
    });
}

void Server::Inside::take_in(Lane& lane, Socket socket) {
    error_code ignored;
    std::string peer = address_of(socket);
    if (peer.empty()) return;
    socket.non_blocking(true, ignored);
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    // Keeps megabytes out of the kernel's buffers, where we could not tell a slow reader from a dead one.
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent_bytes_most,
               sizeof unsent_bytes_most);
    const bool is_counted =
        !station.proxies.trust(peer) && (station.options.counts_loopback || !is_loopback(peer));
    std::string network = is_counted ? network_of(peer) : "";
    if (is_counted && !station.crowd.enter(network)) {
        Request request;
        request.remote = peer;
        const Delivery delivery = refusal(station, 503, request);
        socket.write_some(asio::buffer(delivery.head + delivery.body), ignored);
        socket.shutdown(Socket::shutdown_send, ignored);
        return;
    }
    asio::post(lane.io, [this, &lane, socket = std::move(socket), peer = std::move(peer),
                         network = std::move(network)]() mutable {
        serve(lane, station, std::move(socket), std::move(peer), std::move(network));
    });
}

void Server::Inside::begin_stop(Lane& lane) {
    error_code ignored;
    if (&lane == lanes[0].get()) {
        acceptor.close(ignored);
        pause.cancel();
    }
    lane.is_stopping = true;
    lane.stops_at = Clock::now() + grace_time;
    sweep(lane);
    keep_sweeping(lane);  // afresh: the time set before was that of a calm day
}

Server::Server(ServerOptions options, Answer answer, Refuse refuse)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(answer), std::move(refuse))) {
    inside_->listen();
}

Server::~Server() {
    inside_->station.drops_queued = true;
    inside_->station.workers.finish();
}

std::uint16_t Server::port() const { return inside_->port; }

void Server::run() {
    auto& lanes = inside_->lanes;
    for (auto& lane : lanes) keep_sweeping(*lane);
    inside_->accept_next();
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < lanes.size(); ++i) threads.emplace_back(run_lane, std::ref(*lanes[i]));
    run_lane(*lanes[0]);
    for (std::thread& thread : threads) thread.join();
    // Workers hand their answers to the lanes: they end first, or they would hand them to nobody.
    inside_->station.drops_queued = true;
    inside_->station.workers.finish();
}

void Server::stop() {
    inside_->station.is_stopping = true;
    for (auto& lane : inside_->lanes) {
        asio::post(lane->io, [this, &each = *lane] { inside_->begin_stop(each); });
    }
}

}  // namespace kring::web
