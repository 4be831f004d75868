// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/remote.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace kring::web {
namespace {

using Address = std::array<unsigned char, 16>;  // IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2)

constexpr Address mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};

bool is_ipv4(const Address& address) {
    return std::equal(address.begin(), address.begin() + 12, mapped_prefix.begin());
}

std::optional<Address> read_address(std::string_view text) {
    const std::string copy(text);  // inet_pton wants its text ended by NUL
    Address address = mapped_prefix;
    if (copy.find('\0') != std::string::npos) return std::nullopt;
    if (inet_pton(AF_INET, copy.c_str(), address.data() + 12) == 1) return address;
    if (inet_pton(AF_INET6, copy.c_str(), address.data()) == 1) return address;
    return std::nullopt;
}

std::string to_text(const Address& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool is_short = is_ipv4(address);
    const unsigned char* bytes = address.data() + (is_short ? 12 : 0);
    inet_ntop(is_short ? AF_INET : AF_INET6, bytes, text.data(), text.size());
    return text.data();
}

Address masked(Address address, int bits) {
    for (int i = 0; i < 16; ++i) {
        const int kept = std::clamp(bits - i * 8, 0, 8);
        auto& byte = address[static_cast<std::size_t>(i)];
        byte = static_cast<unsigned char>(byte & (0xff << (8 - kept)));
    }
    return address;
}

/// A hop in X-Forwarded-For: an address, which some proxies write with a port or in brackets.
std::optional<Address> read_hop(std::string_view text) {
    if (!text.empty() && text[0] == '[') return read_address(text.substr(1, text.find(']') - 1));
    if (std::count(text.begin(), text.end(), ':') == 1) text = text.substr(0, text.find(':'));
    return read_address(text);
}

std::vector<std::string_view> list_of(const Fields& headers, std::string_view name) {
    std::vector<std::string_view> items;
    for (const auto& [key, value] : headers) {
        if (key != name) continue;
        for (std::string_view item : split(value, ',')) items.push_back(trim(item));
    }
    return items;
}

}  // namespace

std::string network_of(std::string_view text) {
    const auto address = read_address(text);
    if (!address) return "";
    return is_ipv4(*address) ? to_text(masked(*address, 96 + 24)) + "/24"
                             : to_text(masked(*address, 48)) + "/48";
}

bool is_loopback(std::string_view text) {
    const auto address = read_address(text);
    if (!address) return false;
    Address six{};
    six[15] = 1;
    return is_ipv4(*address) ? (*address)[12] == 127 : *address == six;
}

Proxies::Proxies(const std::vector<std::string>& trusted) {
    for (const std::string& text : trusted) {
        const std::size_t slash = std::min(text.find('/'), text.size());
        const auto address = read_address(text.substr(0, slash));
        if (!address) throw std::invalid_argument("trusted proxy " + text + " is not an address");
        const int shift = is_ipv4(*address) ? 96 : 0;
        std::int64_t bits = 128 - shift;
        if (slash < text.size() && !read_number(text.substr(slash + 1), 0, 128 - shift, bits)) {
            throw std::invalid_argument("trusted proxy " + text + " is not a network");
        }
        const int whole_bits = static_cast<int>(bits) + shift;
        networks_.push_back({masked(*address, whole_bits), whole_bits});
    }
}

bool Proxies::trust(std::string_view text) const {
    if (networks_.empty()) return false;
    const auto address = read_address(text);
    return address && std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
               return masked(*address, network.bits) == network.bytes;
           });
}

void Proxies::read_origin(std::string_view peer, Request& request) const {
    request.remote = peer;
    request.is_secure = false;
    if (!trust(peer)) return;
    const auto schemes = list_of(request.headers, "x-forwarded-proto");
    request.is_secure = !schemes.empty() && ascii_lower(schemes.back()) == "https";

    const auto hops = list_of(request.headers, "x-forwarded-for");
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const auto address = read_hop(*hop);
        if (!address) return;  // what stands before an unreadable hop may be anybody's invention
        request.remote = to_text(*address);
        if (!trust(request.remote)) return;
    }
}

bool Crowd::enter(const std::string& network) {
    const std::lock_guard lock(mutex_);
    int& count = inside_[network];
    if (count >= most_) return false;
    ++count;
    return true;
}

void Crowd::leave(const std::string& network) {
    const std::lock_guard lock(mutex_);
    const auto found = inside_.find(network);
    if (found != inside_.end() && --found->second == 0) inside_.erase(found);
}

}  // namespace kring::web
