// SPDX-License-Identifier: EUPL-1.2
// The server as hostile, broken and slow clients meet it: each gets one exact answer, and an end.
#include <array>
#include <atomic>
#include <chrono>
#include <vector>

#include "tests/platform/web/raw_client.hpp"

namespace kring::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using std::string_literals::operator""s;

Response hello(const Request& request) { return page(request.path); }

const std::string form_type = "Content-Type: application/x-www-form-urlencoded\r\n";
const std::string post_head = "POST / HTTP/1.1\r\nHost: kring\r\n" + form_type;
const std::string after = "GET /smuggled HTTP/1.1\r\nHost: kring\r\n\r\n";

struct Attack {
    std::string bytes;
    int status;
};

std::string with_line(const std::string& line) {
    return "GET / HTTP/1.1\r\nHost: kring\r\n" + line + "\r\n\r\n";
}

std::string of_target(const std::string& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: kring\r\n\r\n";
}

std::string of_method(const std::string& method) { return method + " / HTTP/1.1\r\nHost: kring\r\n\r\n"; }

std::string chunked(const std::string& chunks) {
    return post_head + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
}

const std::vector<Attack> attacks{
    // Two ways to tell where the body ends.
    {post_head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + after, 400},
    {post_head + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + after, 400},
    {post_head + "Content-Length: 3\r\nContent-Length: 4\r\n\r\na=1" + after, 400},
    {post_head + "Content-Length: 3\r\nContent-Length: 3\r\n\r\na=1" + after, 400},
    {post_head + "Content-Length: 3, 3\r\n\r\na=1" + after, 400},
    {post_head + "Content-Length: +3\r\n\r\na=1" + after, 400},
    {post_head + "Content-Length: -3\r\n\r\na=1" + after, 400},
    {post_head + "Content-Length: 0x3\r\n\r\na=1" + after, 400},
    {post_head + "Content-Length: 99999999999999999999\r\n\r\na=1", 400},
    {post_head + "Content-Length:\r\n\r\na=1" + after, 400},
    {post_head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + after, 400},
    {post_head + "Transfer-Encoding: identity\r\n\r\n" + after, 501},
    {post_head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + after, 501},
    {post_head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + after, 501},
    {post_head + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + after, 400},
    {post_head +
         "Transfer-Encoding:\x0b"
         "chunked\r\n\r\n0\r\n\r\n" +
         after,
     400},
    {"POST / HTTP/1.0\r\n" + form_type + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + after, 400},
    {"GET / HTTP/1.1\r\nHost: kring\r\nContent-Length: 5\r\n\r\nGET /" + after, 400},
    {"GET / HTTP/1.1\r\nHost: kring\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + after, 400},
    {post_head + "\r\na=1" + after, 411},
    // Chunks.
    {chunked("zz\r\n"), 400},
    {chunked("-1\r\na"), 400},
    {chunked("0x1\r\na\r\n0\r\n\r\n"), 400},
    {chunked("1\r\nab\r\n0\r\n\r\n"), 400},
    {chunked("1\na\n0\n\n"), 400},
    {chunked("ffffffffffffffff\r\na"), 413},
    {chunked("fffffffffffffffff\r\na"), 400},
    {chunked("80001\r\n"), 413},
    {chunked("1;" + std::string(10'000, 'x')), 400},
    // Line ends and bytes that do not belong.
    {"GET / HTTP/1.1\nHost: kring\n\n", 400},
    {"GET / HTTP/1.1\r\nHost: kring\n\r\n", 400},
    {"GET / HTTP/1.1\rHost: kring\r\r", 400},
    {with_line("X: a\0b"s), 400},
    {with_line("X: a\x01"
               "b"),
     400},
    {with_line("X\0: a"s), 400},
    {"GET /\0 HTTP/1.1\r\nHost: kring\r\n\r\n"s, 400},
    {with_line("X: a\r\n folded"), 400},
    {with_line(" X: a"), 400},
    {with_line("X : a"), 400},
    {with_line(": a"), 400},
    {with_line("no colon"), 400},
    {with_line("X(: a"), 400},
    {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
    // Host.
    {"GET / HTTP/1.1\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\nHost: kring\r\nHost: kring\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\nHost: kring, evil\r\n\r\n", 400},
    {"GET / HTTP/1.1\r\nHost: kring/x\r\n\r\n", 400},
    // First lines and versions.
    {"GET /\r\n", 400},
    {"GET / \r\n\r\n", 400},
    {"GET  / HTTP/1.1\r\nHost: kring\r\n\r\n", 400},
    {"GET / HTTP/1.1 \r\nHost: kring\r\n\r\n", 400},
    {"GET / HTTP/1.1x\r\nHost: kring\r\n\r\n", 400},
    {"GET / HTTP/1.9\r\nHost: kring\r\n\r\n", 505},
    {"GET / HTTP/0.9\r\n\r\n", 505},
    {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
    // Methods.
    {of_method("OPTIONS"), 405},
    {"OPTIONS * HTTP/1.1\r\nHost: kring\r\n\r\n", 405},
    {of_method("TRACE"), 405},
    {of_method("PUT"), 405},
    {of_method("DELETE"), 405},
    {"CONNECT kring:443 HTTP/1.1\r\nHost: kring:443\r\n\r\n", 405},
    {of_method("get"), 501},
    {of_method("BREW"), 501},
    {of_method("G@T"), 400},
    // Targets.
    {of_target("http://kring/"), 400},
    {of_target("*"), 400},
    {of_target("kring"), 400},
    {of_target("//evil.example/"), 400},
    {of_target("/../etc/passwd"), 400},
    {of_target("/%2e%2e/etc/passwd"), 400},
    {of_target("/a/./b"), 400},
    {of_target("/a%2fb"), 400},
    {of_target("/a\\b"), 400},
    {of_target("/a%5Cb"), 400},
    {of_target("/a%00"), 400},
    {of_target("/a%0d%0aX:y"), 400},
    {of_target("/%ff"), 400},
    {of_target("/%c0%ae/"), 400},
    {of_target("/%zz"), 400},
    {of_target("/#a"), 400},
    {of_target("/\xC3\xA9"), 400},
    {of_target("/?a=%"), 400},
    {of_target("/?a=%ff"), 400},
    // Too much.
    {of_target("/" + std::string(8000, 'a')), 414},
    {"GET /" + std::string(30'000, 'a'), 414},
    {with_line("X: " + std::string(30'000, 'a')), 431},
    {post_head + "Content-Length: 600000\r\n\r\n" + std::string(600'000, 'a'), 413},
    {chunked("7ffff\r\n" + std::string(0x7ffff, 'a') + "\r\n2\r\naa\r\n0\r\n\r\n"), 413},
    // Forms.
    {"POST / HTTP/1.1\r\nHost: kring\r\nContent-Length: 2\r\n\r\n{}", 415},
    {"POST / HTTP/1.1\r\nHost: kring\r\nContent-Type: application/xml\r\nContent-Length: 2\r\n\r\n{}", 415},
    {"POST / HTTP/1.1\r\nHost: kring\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\na=1", 415},
    {post_head + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\na=1", 415},
    {post_head + "Content-Length: 3\r\n\r\na=%", 400},
    {post_head + "Content-Length: 5\r\n\r\na=%00", 400},
    {"POST / HTTP/1.1\r\nHost: kring\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\na=1",
     400},
    {"POST / HTTP/1.1\r\nHost: kring\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: "
     "3\r\n\r\n--B",
     400},
};

std::string named(const Attack& attack) { return attack.bytes.substr(0, 200); }

TEST(HostileServer, gives_each_attack_its_exact_answer_and_an_end) {
    LiveServer server({}, hello);
    ASSERT_GE(attacks.size(), 40u);
    for (const Attack& attack : attacks) {
        RawClient client(server.port());
        client.send(attack.bytes);
        const Reply reply = client.read();
        EXPECT_EQ(reply.status, attack.status) << named(attack);
        EXPECT_EQ(reply.body, "refused " + std::to_string(attack.status)) << named(attack);
        EXPECT_EQ(reply.header("Connection"), "close") << named(attack);
        EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff") << named(attack);
        EXPECT_EQ(reply.header("Allow"), attack.status == 405 ? "GET, HEAD, POST" : "") << named(attack);
        EXPECT_TRUE(client.is_closed()) << named(attack);
    }
    EXPECT_EQ(server.ask(of_target("/fine")).body, "/fine");
}

TEST(HostileServer, gives_the_same_answers_to_bytes_in_two_pieces) {
    LiveServer server({}, hello);
    for (const Attack& attack : attacks) {
        if (attack.bytes.size() > 2000) continue;
        for (const std::size_t cut : {std::size_t{1}, attack.bytes.size() / 2, attack.bytes.size() - 1}) {
            RawClient client(server.port());
            client.send(attack.bytes.substr(0, cut));
            client.send(attack.bytes.substr(cut));
            EXPECT_EQ(client.read().status, attack.status) << named(attack) << " cut at " << cut;
        }
    }
}

TEST(HostileServer, answers_what_stands_before_the_attack) {
    LiveServer server({}, hello);
    RawClient client(server.port());
    client.send(of_target("/first") + attacks[0].bytes);
    EXPECT_EQ(client.read().body, "/first");
    EXPECT_EQ(client.read().status, 400);
    EXPECT_TRUE(client.is_closed());
}

TEST(HostileServer, answers_400_when_a_request_stops_halfway) {
    LiveServer server({}, hello);
    for (const std::string& bytes : {"GET / HTT"s, "GET / HTTP/1.1\r\nHost: kring\r\n"s,
                                     post_head + "Content-Length: 10\r\n\r\na=1", chunked("5\r\na=")}) {
        RawClient client(server.port());
        client.send(bytes);
        client.finish_sending();
        EXPECT_EQ(client.read().status, 400) << bytes;
        EXPECT_TRUE(client.is_closed());
    }
}

TEST(HostileServer, passes_over_one_empty_line_between_requests) {
    LiveServer server({}, hello);
    RawClient client(server.port());
    client.send("\r\n" + of_target("/a") + "\r\n" + of_target("/b"));
    EXPECT_EQ(client.read().body, "/a");
    EXPECT_EQ(client.read().body, "/b");
}

ServerOptions hasty() {
    ServerOptions options;
    options.header_seconds = 1;
    options.body_seconds = 1;
    options.idle_seconds = 1;
    return options;
}

/// Sends `start`, then one byte now and then until the server has had enough.
Reply dripped(std::uint16_t port, const std::string& start) {
    RawClient client(port);
    client.send(start);
    std::atomic<bool> is_answered{false};
    std::thread dripping([&] {
        while (!is_answered && client.send("x")) std::this_thread::sleep_for(milliseconds(50));
    });
    const Reply reply = client.read();
    is_answered = true;
    dripping.join();
    return reply;
}

TEST(SlowClient, gets_408_for_a_head_that_takes_too_long) {
    LiveServer server(hasty(), hello);
    const auto start = steady_clock::now();
    EXPECT_EQ(dripped(server.port(), "GET / HTTP/1.1\r\nX: ").status, 408);
    EXPECT_GE(steady_clock::now() - start, milliseconds(900));
}

TEST(SlowClient, gets_408_for_a_body_that_takes_too_long) {
    LiveServer server(hasty(), hello);
    EXPECT_EQ(dripped(server.port(), post_head + "Content-Length: 5000\r\n\r\n").status, 408);
}

TEST(SlowClient, is_let_go_without_a_word_when_it_asked_nothing) {
    LiveServer server(hasty(), hello);
    RawClient silent(server.port());
    RawClient idle(server.port());
    idle.send(of_target("/a"));
    EXPECT_EQ(idle.read().body, "/a");
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(idle.is_closed());
}

TEST(SlowClient, gets_no_more_when_it_does_not_read) {
    ServerOptions options = hasty();
    options.write_seconds = 1;
    LiveServer server(options, [](const Request&) { return page(std::string(20'000'000, 'k')); });
    RawClient client(server.port());
    client.send(of_target("/long"));
    std::this_thread::sleep_for(milliseconds(2000));
    EXPECT_EQ(client.read().status, 0);
}

TEST(SlowClient, gets_all_of_it_when_it_reads_on) {
    ServerOptions options = hasty();
    options.write_seconds = 1;
    LiveServer server(options, [](const Request&) { return page(std::string(8'000'000, 'k')); });
    RawClient client(server.port(), 65536);
    client.send(of_target("/long"));
    const auto start = steady_clock::now();
    std::size_t received = 0;
    for (std::size_t count = client.drain(200'000); count > 0 && received < 8'000'000;
         count = client.drain(200'000)) {
        received += count;
        std::this_thread::sleep_for(milliseconds(15));
    }
    EXPECT_GT(received, 8'000'000u);
    EXPECT_GT(steady_clock::now() - start, milliseconds(1200));
}

TEST(SlowClient, does_not_hinder_others) {
    LiveServer server({}, hello);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 300; ++i) {
        slow.push_back(std::make_unique<RawClient>(server.port()));
        slow.back()->send(i % 2 == 0 ? "GET / HT" : post_head + "Content-Length: 100\r\n\r\na");
    }
    for (int i = 0; i < 20; ++i) {
        const auto start = steady_clock::now();
        EXPECT_EQ(server.ask(of_target("/fine")).body, "/fine");
        EXPECT_LT(steady_clock::now() - start, milliseconds(5000));  // the slow ones have 10 s and more
    }
}

TEST(Crowd, is_sent_away_past_its_number) {
    ServerOptions options;
    options.connections_per_prefix = 3;
    options.counts_loopback = true;
    LiveServer server(options, hello);
    std::array<std::unique_ptr<RawClient>, 3> clients;
    for (auto& client : clients) {
        client = std::make_unique<RawClient>(server.port());
        client->send(of_target("/a"));
        EXPECT_EQ(client->read().body, "/a");
    }
    RawClient fourth(server.port());
    const Reply reply = fourth.read();
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.header("Retry-After"), "5");
    EXPECT_TRUE(fourth.is_closed());

    clients[0].reset();
    Reply again;
    for (int i = 0; i < 1000 && again.status != 200; ++i) again = server.ask(of_target("/b"));
    EXPECT_EQ(again.body, "/b");
}

}  // namespace
}  // namespace kring::web
