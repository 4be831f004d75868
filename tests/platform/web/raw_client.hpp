// SPDX-License-Identifier: EUPL-1.2
// A socket that says exactly what it is told to, and reads answers without mercy: what a browser
// would never send must be tried without a browser.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <thread>

#include "platform/web/server.hpp"

namespace kring::web {

struct Reply {
    int status = 0;  ///< 0: the connection ended instead
    std::string head;
    std::string body;

    std::string header(const std::string& name) const {
        const std::size_t at = head.find("\r\n" + name + ": ");
        if (at == std::string::npos) return "";
        const std::size_t begin = at + name.size() + 4;
        return head.substr(begin, head.find("\r\n", begin) - begin);
    }
};

class RawClient {
public:
    /// `receive_buffer` 0: as the system has it.
    explicit RawClient(std::uint16_t port, int receive_buffer = 0)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{20, 0};
        const int one = 1;
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (receive_buffer > 0)
            setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        is_connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool is_connected() const { return is_connected_; }
    int socket() const { return socket_; }

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void finish_sending() { ::shutdown(socket_, SHUT_WR); }

    /// Reads one answer by its Content-Length; `is_head`: the answer to a HEAD request.
    Reply read(bool is_head = false) {
        Reply reply;
        while (held_.find("\r\n\r\n") == std::string::npos) {
            if (!receive()) return reply;
        }
        const std::size_t end = held_.find("\r\n\r\n") + 4;
        reply.head = held_.substr(0, end);
        held_.erase(0, end);
        reply.status = std::stoi(reply.head.substr(9, 3));
        const std::string length = reply.header("Content-Length");
        const std::size_t size = is_head || length.empty() ? 0 : std::stoul(length);
        while (held_.size() < size) {
            if (!receive()) return {};
        }
        reply.body = held_.substr(0, size);
        held_.erase(0, size);
        return reply;
    }

    /// Reads at most so many bytes and forgets them; returns their number, 0 at the end.
    std::size_t drain(std::size_t most) {
        std::string bytes(most, '\0');
        const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        return count > 0 ? static_cast<std::size_t>(count) : 0;
    }

    /// True when the other side ends the connection without another byte.
    bool is_closed() { return held_.empty() && !receive() && !has_timed_out_; }

private:
    bool receive() {
        char bytes[4096];
        const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
        has_timed_out_ = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        if (count <= 0) return false;
        held_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    bool is_connected_ = false;
    bool has_timed_out_ = false;
    std::string held_;
};

/// A server on a free port, on its own thread, until it goes out of scope.
class LiveServer {
public:
    LiveServer(ServerOptions options, Answer answer)
        : server_(
              on_any_port(std::move(options)), std::move(answer),
              [](int status, const Request&) { return plain(status, "refused " + std::to_string(status)); }),
          thread_([this] { server_.run(); }) {}
    ~LiveServer() { stop(); }

    std::uint16_t port() const { return server_.port(); }
    void ask_to_stop() { server_.stop(); }
    void stop() {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }
    Reply ask(std::string_view bytes, bool is_head = false) {
        RawClient client(port());
        client.send(bytes);
        return client.read(is_head);
    }

private:
    static ServerOptions on_any_port(ServerOptions options) {
        options.port = 0;
        return options;
    }

    Server server_;
    std::thread thread_;
};

}  // namespace kring::web
