// SPDX-License-Identifier: EUPL-1.2
// Whose connection is it: the address behind trusted proxies, and how many connections come from
// one corner of the network (R32). Addresses are text; an IPv4 address inside IPv6 counts as IPv4.
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/web/request.hpp"

namespace kring::web {

/// The network an address belongs to, IPv4 /24 or IPv6 /48: "192.0.2.0/24", "2001:db8:1::/48".
/// "" when it is no address. Also the key for rate limits.
std::string network_of(std::string_view address);

bool is_loopback(std::string_view address);

/// The proxies whose word we take.
class Proxies {
public:
    /// Addresses, or networks as "10.0.0.0/8". Throws std::invalid_argument on anything else.
    explicit Proxies(const std::vector<std::string>& trusted);
    bool trust(std::string_view address) const;

    /// Fills `remote` and `is_secure`. Only when the peer is a trusted proxy its X-Forwarded-For
    /// and X-Forwarded-Proto count; of the hops the last that is no trusted proxy is the client.
    void read_origin(std::string_view peer, Request& request) const;

private:
    struct Network {
        std::array<unsigned char, 16> bytes;
        int bits;
    };
    std::vector<Network> networks_;
};

/// Counts open connections per network. Thread-safe.
class Crowd {
public:
    explicit Crowd(int most) : most_(most) {}
    bool enter(const std::string& network);  ///< false, and not counted, when it is full
    void leave(const std::string& network);

private:
    const int most_;
    std::mutex mutex_;
    std::unordered_map<std::string, int> inside_;
};

}  // namespace kring::web
