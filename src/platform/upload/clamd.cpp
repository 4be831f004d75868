// SPDX-License-Identifier: EUPL-1.2
// The protocol of clamd: "zINSTREAM\0", pieces with their size before them, an empty one, and an answer.
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "platform/upload/parsers.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr int seconds_max = 60;
constexpr std::size_t piece_bytes = 256 * 1024;

class Line {
public:
    explicit Line(const std::string& address)
        : socket_(address.starts_with("/") ? local(address) : remote(address)) {}
    ~Line() {
        if (socket_ >= 0) ::close(socket_);
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool is_open() const { return socket_ >= 0; }

    bool say(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    std::string hear() const {
        std::string answer;
        std::array<char, 1024> buffer{};
        ssize_t count = 0;
        while (answer.size() < 4096 && (count = ::recv(socket_, buffer.data(), buffer.size(), 0)) > 0) {
            answer.append(buffer.data(), static_cast<std::size_t>(count));
        }
        return count < 0 ? "" : answer;
    }

private:
    static int with_patience(int socket) {
        const timeval wait{seconds_max, 0};
        if (socket < 0) return socket;
        ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        return socket;
    }

    static int connected(int socket, const sockaddr* address, socklen_t size) {
        if (with_patience(socket) < 0) return -1;
        if (::connect(socket, address, size) == 0) return socket;
        ::close(socket);
        return -1;
    }

    static int local(const std::string& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.size() >= sizeof address.sun_path) return -1;
        std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
        return connected(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0),
                         reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }

    static int remote(const std::string& place) {
        const auto colon = place.rfind(':');
        if (colon == std::string::npos) return -1;
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        const std::string host = place.substr(0, colon);
        if (::getaddrinfo(host.c_str(), place.c_str() + colon + 1, &wanted, &found) != 0) return -1;
        int socket = -1;
        for (const addrinfo* one = found; one && socket < 0; one = one->ai_next) {
            socket = connected(::socket(one->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0), one->ai_addr,
                               one->ai_addrlen);
        }
        ::freeaddrinfo(found);
        return socket;
    }

    int socket_;
};

std::string size_before(std::size_t size) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((size >> shift) & 0xFF);
    return bytes;
}

bool send_stream(const Line& line, std::string_view bytes) {
    if (!line.say(std::string_view("zINSTREAM\0", 10))) return false;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, piece_bytes);
        if (!line.say(size_before(piece.size())) || !line.say(piece)) return false;
        bytes.remove_prefix(piece.size());
    }
    return line.say(size_before(0));
}

}  // namespace

Result<Done> scan(const Scanner& scanner, std::string_view bytes) {
    if (scanner.address.empty()) return Done{};
    const Line line(scanner.address);
    if (!line.is_open() || !send_stream(line, bytes)) return refusal("not_scanned");
    const std::string answer = line.hear();
    const std::string_view said = std::string_view(answer).substr(0, answer.find('\0'));
    if (said == "stream: OK") return Done{};
    if (said.ends_with(" FOUND")) return refusal("virus");
    return refusal("not_scanned");
}

}  // namespace kring::upload
