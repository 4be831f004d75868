// SPDX-License-Identifier: EUPL-1.2
// The HTTP/1.1 server (Boost.Asio in server.cpp and connection.cpp, Boost.Beast in parser.cpp): two
// io threads that read and write, a pool of workers that answer. It refuses what is malformed, too
// big or too slow (R27, R32).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/web/request.hpp"
#include "platform/web/response.hpp"

namespace kring::web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free port
    int io_threads = 2;
    int workers = 8;
    std::size_t header_bytes_max = 16 * 1024;
    std::size_t body_bytes_max = 512 * 1024;
    /// Where longer bodies are taken: whether this request, of which the head is known, may send files.
    /// Runs on an io thread, so it must be quick.
    std::function<bool(const Request&)> takes_files;
    std::size_t upload_bytes_max = 27 * 1024 * 1024;
    int uploads_most = 4;      ///< long bodies on their way at a time; past it 503
    int upload_seconds = 300;  ///< and at least 20 kB a second
    int header_seconds = 10;
    int body_seconds = 30;
    int idle_seconds = 15;
    int write_seconds = 20;                    ///< without a reader taking anything
    int connections_per_prefix = 200;          ///< per IPv4 /24 or IPv6 /48; loopback and proxies excepted
    bool counts_loopback = false;              ///< hold loopback to connections_per_prefix as well
    int connections_most = 10000;              ///< in all; lower when the system allows fewer open files
    int queue_most = 2000;                     ///< requests waiting for a worker; past it 503
    bool log_requests = false;                 ///< one log line a request: method, path, status, ms
    std::vector<std::string> trusted_proxies;  ///< addresses or networks whose X-Forwarded-* are believed
};

/// Answers one request; runs on a worker thread, may throw (the server then answers `broken`).
using Answer = std::function<Response(const Request&)>;
/// Words a refusal made before any page function ran: 400 405 408 411 413 414 415 431 500 501 503 505.
/// Also runs on a worker thread, except for 503.
using Refuse = std::function<Response(int status, const Request& as_far_as_known)>;

class Server {
public:
    /// Listens at once; whoever connects before run() waits. Throws when it cannot have the address.
    /// Starts the workers, which inherit the caller's signal mask: block signals before, not after.
    Server(ServerOptions options, Answer answer, Refuse refuse);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    std::uint16_t port() const;
    /// Returns after stop(): requests in flight get at most 10 s, then only the page functions that
    /// already run are waited for. Once only.
    void run();
    void stop();  ///< safe from a signal-handling thread

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kring::web
