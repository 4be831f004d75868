// SPDX-License-Identifier: EUPL-1.2
// One connection: read a head, read a body, have a worker answer, write, again. Coroutines live
// in this file only, and co_await stands only as a whole statement with named arguments: g++ 12
// destroys temporaries of richer expressions twice.
#include "platform/web/connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstring>
#include <memory>
#include <optional>

#include "platform/base/secret.hpp"
#include "platform/web/framing.hpp"
#include "platform/web/parser.hpp"

namespace kring::web {
namespace {

using boost::system::error_code;
using Coroutine = asio::awaitable<void, Executor>;
using std::chrono::seconds;

constexpr std::size_t idle_buffer_bytes = 4096;
constexpr std::size_t body_buffer_bytes = 65536;  // Beast's own 512 at a time costs 5 times the work
constexpr std::size_t slowest_body_per_second = 500;
constexpr std::size_t slowest_upload_per_second = 20'000;
constexpr seconds body_grace{5};
constexpr seconds linger_time{2};
constexpr std::size_t most_lingering_bytes = 4 * 1024 * 1024;

}  // namespace

class Connection {
public:
    Connection(Lane& lane, Station& station, Socket socket, std::string peer, std::string network);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Coroutine converse();
    void work();
    void check_time(Clock::time_point now);

private:
    Coroutine receive_head();
    Coroutine receive_body();
    Coroutine receive_some();
    Coroutine write_all(std::string_view first, std::string_view second);
    Coroutine linger();

    void begin();
    void read_head();
    bool read_body();
    bool may_send_files();
    void release_upload();
    void make_delivery();
    void finish();
    template <class Token>
    auto offload(Token& token);

    void wait_until(Clock::time_point time) {
        deadline_ = time;
        is_overdue_ = false;
    }
    std::string_view unread() const { return std::string_view(in_).substr(at_, used_ - at_); }

    Lane& lane_;
    Station& station_;
    Socket socket_;
    const std::string peer_;
    const std::string network_;

    std::string in_;  // bytes received: [at_, used_) is not read yet
    std::size_t at_ = 0;
    std::size_t used_ = 0;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool is_overdue_ = false;  // the sweep found the deadline passed, and cancelled
    bool is_idle_ = false;     // between requests
    bool is_gone_ = false;     // nothing more to read or write
    bool is_first_ = true;
    bool holds_upload_ = false;  // counted among the station's uploads

    HeadScan scan_;
    std::optional<Parser> parser_;
    Framing framing_;
    Request request_;
    int refused_ = 0;  // status of a refusal
    Clock::time_point began_;
    Delivery delivery_;
};

/// A request on its way to a worker, with the coroutine that waits for it.
template <class Handler>
class Errand final : public Job {
public:
    Errand(Connection& connection, Handler handler)
        : connection_(connection),
          handler_(std::move(handler)),
          guard_(asio::get_associated_executor(handler_)) {}

    void run() noexcept override {
        connection_.work();
        go_back();
    }
    void go_back() {
        const auto executor = guard_.get_executor();
        asio::post(executor, std::move(handler_));
    }

private:
    Connection& connection_;
    Handler handler_;
    asio::executor_work_guard<Executor> guard_;
};

Connection::Connection(Lane& lane, Station& station, Socket socket, std::string peer, std::string network)
    : lane_(lane),
      station_(station),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      network_(std::move(network)) {
    in_.resize(idle_buffer_bytes);
    lane_.open.insert(this);
    ++station_.open;
}

Connection::~Connection() {
    release_upload();
    lane_.open.erase(this);
    --station_.open;
    if (!network_.empty()) station_.crowd.leave(network_);
}

void Connection::check_time(Clock::time_point now) {
    error_code ignored;
    if (now > deadline_) is_overdue_ = true;
    // Whatever reads or writes now is told that it was cancelled, and draws its conclusions.
    if (is_overdue_ || (lane_.is_stopping && is_idle_)) socket_.cancel(ignored);
}

/// Moves to a worker and back (asio::post with a coroutine's token would not leave its executor).
/// When the queue is full the connection answers 503 by itself.
template <class Token>
auto Connection::offload(Token& token) {
    auto initiate = [](auto handler, Connection* self) {
        using Held = Errand<decltype(handler)>;
        std::unique_ptr<Job> errand = std::make_unique<Held>(*self, std::move(handler));
        if (self->station_.workers.hand(errand)) return;
        self->delivery_ = refusal(self->station_, 503, self->request_);
        static_cast<Held&>(*errand).go_back();
    };
    return asio::async_initiate<Token, void()>(initiate, token, this);
}

Coroutine Connection::converse() {
    while (!is_gone_) {
        begin();
        co_await receive_head();
        if (is_gone_) break;
        if (refused_ == 0) read_head();
        if (refused_ == 0 && framing_.has_body) co_await receive_body();
        if (is_gone_) break;

        deadline_ = Clock::time_point::max();
        asio::use_awaitable_t<Executor> token;
        co_await offload(token);
        co_await write_all(delivery_.head, delivery_.bytes());
        if (delivery_.closes && !is_gone_) co_await linger();
        finish();
    }
}

void Connection::begin() {
    scan_ = {};
    framing_ = {};
    request_ = {};
    refused_ = 0;
}

Coroutine Connection::receive_head() {
    const ServerOptions& options = station_.options;
    is_idle_ = used_ == 0;
    const bool waits_long = is_idle_ && !is_first_;
    wait_until(Clock::now() + seconds(waits_long ? options.idle_seconds : options.header_seconds));
    if (is_idle_ && lane_.is_stopping) is_gone_ = true;
    while (!is_gone_) {
        refused_ = scan_head(unread(), options.header_bytes_max, scan_);
        if (refused_ != 0 || scan_.end != 0) break;
        co_await receive_some();
        // Nobody asked anything yet: then there is nothing to answer either.
        if (is_overdue_ && used_ == 0) is_gone_ = true;
        if (is_overdue_) refused_ = 408;
        if (refused_ != 0) break;
        if (is_idle_ && used_ > 0 && !is_first_) wait_until(Clock::now() + seconds(options.header_seconds));
        is_idle_ = used_ == 0;
    }
    is_idle_ = false;
    is_first_ = false;
    began_ = Clock::now();
}

/// Appends what comes. At the end of the stream: 400 when it came halfway a request.
Coroutine Connection::receive_some() {
    if (used_ == in_.size()) in_.resize(in_.size() * 2);
    const auto room = asio::buffer(in_.data() + used_, in_.size() - used_);
    error_code error;
    asio::use_awaitable_t<Executor> awaiting;
    auto token = asio::redirect_error(awaiting, error);
    const std::size_t count = co_await socket_.async_read_some(room, token);
    used_ += count;
    if (!error) co_return;
    const bool is_half = error == asio::error::eof && (used_ > 0 || parser_);
    if (is_half) refused_ = 400;
    if (!is_half && !is_overdue_) is_gone_ = true;
}

void Connection::read_head() {
    std::size_t body_most = station_.options.body_bytes_max;
    parser_.emplace(body_most);
    const bool is_whole = parser_->read_head(unread().substr(scan_.begin, scan_.end - scan_.begin));
    at_ = scan_.end;
    request_.headers = std::move(parser_->fields());
    station_.proxies.read_origin(peer_, request_);
    const std::size_t longest = std::max(body_most, station_.options.upload_bytes_max);
    refused_ = is_whole ? check_head(parser_->head(), longest, request_, framing_) : 400;
    if (refused_ != 0 || !framing_.has_body) return;
    if (may_send_files()) body_most = longest;
    if (framing_.length > body_most) refused_ = 413;
    parser_->bound_body(body_most);
}

/// Whether it may send a long body, and whether there is room for one more.
bool Connection::may_send_files() {
    const ServerOptions& options = station_.options;
    request_.takes_files =
        request_.method == Method::post && options.takes_files && options.takes_files(request_);
    const bool is_long = framing_.is_chunked || framing_.length > options.body_bytes_max;
    if (!request_.takes_files || !is_long) return request_.takes_files;
    holds_upload_ = true;
    if (++station_.uploads > options.uploads_most) refused_ = 503;
    return true;
}

void Connection::release_upload() {
    if (holds_upload_) --station_.uploads;
    holds_upload_ = false;
}

Coroutine Connection::receive_body() {
    const auto start = Clock::now();
    const auto latest =
        start + seconds(holds_upload_ ? station_.options.upload_seconds : station_.options.body_seconds);
    const std::size_t slowest = holds_upload_ ? slowest_upload_per_second : slowest_body_per_second;
    std::size_t received = unread().size();
    if (framing_.expects_continue && received == 0) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        static constexpr std::string_view nothing;
        co_await write_all(go_on, nothing);
    }
    // Merely announcing a long body must not cost us its memory.
    if (framing_.length > in_.size()) in_.resize(std::min<std::size_t>(framing_.length, body_buffer_bytes));
    while (!is_gone_ && read_body()) {
        const auto earned = seconds(received / slowest) + body_grace;
        wait_until(std::min(latest, start + earned));
        const std::size_t before = used_;
        co_await receive_some();
        received += used_ - before;
        if (is_overdue_) refused_ = 408;
        if (refused_ != 0) break;
    }
}

/// Hands the bytes at hand to the parser; true while it wants more of them.
bool Connection::read_body() {
    std::size_t taken = 0;
    refused_ = parser_->read_body(unread(), taken);
    at_ += taken;
    if (refused_ != 0 || parser_->is_done()) return false;
    std::memmove(in_.data(), in_.data() + at_, used_ - at_);
    used_ -= at_;
    at_ = 0;
    // What the parser leaves is a chunk's head; one that long is no chunk's head.
    if (used_ > idle_buffer_bytes) refused_ = 400;
    return refused_ == 0;
}

/// On a worker thread, while the coroutine waits.
void Connection::work() {
    if (station_.drops_queued) return;
    try {
        make_delivery();
    } catch (...) {  // out of memory, even for a refusal
        delivery_ = {};
        delivery_.closes = true;
    }
}

void Connection::make_delivery() {
    request_.id = new_id({}).substr(10);
    if (request_.remote.empty()) request_.remote = peer_;
    if (refused_ == 0 && request_.method == Method::post && !read_form(parser_->body(), request_))
        refused_ = 400;
    Passage passage;
    passage.is_http_1_0 = parser_ && parser_->head().is_http_1_0;
    passage.keeps_alive = parser_ && parser_->keeps_alive();
    delivery_ = refused_ == 0 ? answered(station_, request_, passage) : refusal(station_, refused_, request_);
    if (!station_.options.log_requests) return;
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_);
    log_request(request_, delivery_.status, spent.count());
}

/// Each piece must find a reader in time: who reads on, however slowly, gets all of it.
Coroutine Connection::write_all(std::string_view first, std::string_view second) {
    error_code error;
    std::array<asio::const_buffer, 2> parts{asio::buffer(first), asio::buffer(second)};
    // Nearly always the kernel takes it all at once, which spares a turn through the event loop.
    std::size_t count = socket_.write_some(parts, error);
    if (error == asio::error::would_block) error = {};
    asio::use_awaitable_t<Executor> awaiting;
    auto token = asio::redirect_error(awaiting, error);
    while (!error && count < parts[0].size() + parts[1].size()) {
        const std::size_t of_first = std::min(count, parts[0].size());
        parts = {parts[0] + of_first, parts[1] + (count - of_first)};
        wait_until(Clock::now() + seconds(station_.options.write_seconds));
        count = co_await socket_.async_write_some(parts, token);
    }
    if (error) is_gone_ = true;
}

/// Closing with bytes unread resets the connection and may take our answer with it: so say that we
/// are done, and let the other side finish for a moment.
Coroutine Connection::linger() {
    error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    wait_until(Clock::now() + linger_time);
    std::size_t received = 0;
    while (!is_gone_ && !is_overdue_ && received < most_lingering_bytes) {
        at_ = used_ = 0;
        refused_ = 0;
        parser_.reset();
        co_await receive_some();
        received += used_;
    }
    is_gone_ = true;
}

/// Keeps only what belongs to the next request.
void Connection::finish() {
    parser_.reset();
    release_upload();
    delivery_ = {};
    used_ -= at_;
    std::memmove(in_.data(), in_.data() + at_, used_);
    at_ = 0;
    if (in_.size() > idle_buffer_bytes && used_ <= idle_buffer_bytes) {
        in_.resize(idle_buffer_bytes);
        in_.shrink_to_fit();
    }
}

void serve(Lane& lane, Station& station, Socket socket, std::string peer, std::string network) {
    auto connection =
        std::make_unique<Connection>(lane, station, std::move(socket), std::move(peer), std::move(network));
    auto talk = [](std::unique_ptr<Connection> held) -> Coroutine { co_await held->converse(); };
    asio::co_spawn(lane.io, talk(std::move(connection)), asio::detached);
}

void sweep(Lane& lane) {
    const auto now = Clock::now();
    for (Connection* connection : lane.open) connection->check_time(now);
    if (lane.is_stopping && (lane.open.empty() || now > lane.stops_at)) lane.io.stop();
}

}  // namespace kring::web
