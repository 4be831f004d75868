// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/remote.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace kring::web {
namespace {

TEST(Network, is_24_bits_of_ipv4_and_48_of_ipv6) {
    EXPECT_EQ(network_of("192.0.2.77"), "192.0.2.0/24");
    EXPECT_EQ(network_of("255.255.255.255"), "255.255.255.0/24");
    EXPECT_EQ(network_of("2001:db8:1:ffff::1"), "2001:db8:1::/48");
    EXPECT_EQ(network_of("::ffff:192.0.2.77"), "192.0.2.0/24");
    EXPECT_EQ(network_of("::1"), "::/48");
}

TEST(Network, of_what_is_no_address_is_empty) {
    for (const char* text :
         {"", "localhost", "192.0.2", "192.0.2.256", "1.2.3.4:80", "2001:db8::g", "0x7f.1"}) {
        EXPECT_EQ(network_of(text), "") << text;
    }
}

TEST(Loopback, is_127_and_one) {
    for (const char* text : {"127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_loopback(text)) << text;
    for (const char* text : {"128.0.0.1", "::2", "::", "", "10.0.0.1"})
        EXPECT_FALSE(is_loopback(text)) << text;
}

std::string client(const Proxies& proxies, std::string_view peer, const Fields& headers) {
    Request request;
    request.headers = headers;
    proxies.read_origin(peer, request);
    return request.remote + (request.is_secure ? " secure" : "");
}

TEST(Proxies, are_not_believed_unless_trusted) {
    const Proxies nobody({});
    EXPECT_EQ(client(nobody, "10.0.0.1", {{"x-forwarded-for", "1.2.3.4"}, {"x-forwarded-proto", "https"}}),
              "10.0.0.1");
    const Proxies one({"10.0.0.2"});
    EXPECT_EQ(client(one, "10.0.0.1", {{"x-forwarded-for", "1.2.3.4"}, {"x-forwarded-proto", "https"}}),
              "10.0.0.1");
}

TEST(Proxies, name_the_last_hop_that_is_none_of_them) {
    const Proxies proxies({"127.0.0.1", "10.0.0.0/8", "2001:db8::/32"});
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "1.2.3.4"}}), "1.2.3.4");
    EXPECT_EQ(client(proxies, "10.255.0.1", {{"x-forwarded-for", "6.6.6.6, 1.2.3.4, 10.1.1.1"}}), "1.2.3.4");
    EXPECT_EQ(
        client(proxies, "2001:db8::1", {{"x-forwarded-for", "6.6.6.6"}, {"x-forwarded-for", "1.2.3.4"}}),
        "1.2.3.4");
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "10.1.1.1"}}), "10.1.1.1");
    EXPECT_EQ(client(proxies, "127.0.0.1", {}), "127.0.0.1");
    EXPECT_EQ(client(proxies, "::ffff:127.0.0.1", {{"x-forwarded-for", "1.2.3.4"}}), "1.2.3.4");
}

TEST(Proxies, write_hops_in_several_ways) {
    const Proxies proxies({"127.0.0.1"});
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "1.2.3.4:5678"}}), "1.2.3.4");
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "[2001:DB8::9]:443"}}), "2001:db8::9");
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "2001:db8:0:0::9"}}), "2001:db8::9");
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "::ffff:1.2.3.4"}}), "1.2.3.4");
}

TEST(Proxies, do_not_lead_past_an_unreadable_hop) {
    const Proxies proxies({"127.0.0.1", "10.0.0.1"});
    for (const char* hops :
         {"1.2.3.4, unknown", "1.2.3.4,", "1.2.3.4, [", "1.2.3.4, <script>", "1.2.3.4, 1:2:3"}) {
        EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", hops}}), "127.0.0.1") << hops;
    }
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-for", "1.2.3.4, x, 10.0.0.1"}}), "10.0.0.1");
}

TEST(Proxies, tell_whether_it_came_over_https) {
    const Proxies proxies({"127.0.0.1"});
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-proto", "HTTPS"}}), "127.0.0.1 secure");
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-proto", "https, http"}}), "127.0.0.1");
    EXPECT_EQ(client(proxies, "127.0.0.1", {{"x-forwarded-proto", "https"}, {"x-forwarded-proto", "http"}}),
              "127.0.0.1");
}

TEST(Proxies, must_be_addresses) {
    for (const char* text :
         {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "2001:db8::/129", "/8"}) {
        EXPECT_THROW(Proxies({text}), std::invalid_argument) << text;
    }
}

TEST(Crowd, lets_in_so_many_a_network) {
    Crowd crowd(2);
    EXPECT_TRUE(crowd.enter("a"));
    EXPECT_TRUE(crowd.enter("a"));
    EXPECT_FALSE(crowd.enter("a"));
    EXPECT_TRUE(crowd.enter("b"));
    crowd.leave("a");
    EXPECT_TRUE(crowd.enter("a"));
    EXPECT_FALSE(crowd.enter("a"));
}

}  // namespace
}  // namespace kring::web
