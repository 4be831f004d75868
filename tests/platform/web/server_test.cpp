// SPDX-License-Identifier: EUPL-1.2
// The server as honest clients meet it: keep-alive, pipelining, forms, many at once, stopping.
#include <atomic>
#include <chrono>
#include <future>
#include <vector>

#include "tests/platform/web/raw_client.hpp"

namespace kring::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// Says back what it was asked, so that a mix-up between requests shows.
Response echo(const Request& request) {
    if (request.path == "/throw") throw std::runtime_error("the disk is gone");
    if (request.path == "/split") return see_other("/a\r\nSet-Cookie: planted=1");
    if (request.path == "/long") return page(std::string(3'000'000, 'k'));
    if (request.path == "/public") {
        Response response = page(std::string(2000, 'k'));
        response.is_personal = false;
        return response;
    }
    std::string text = request.method == Method::post   ? "POST "
                       : request.method == Method::head ? "HEAD "
                                                        : "GET ";
    text += request.path;
    for (const auto& [name, value] : request.query) text += " ?" + name + "=" + value;
    for (const auto& [name, value] : request.form) text += " " + name + "=" + value;
    for (const auto& [name, value] : request.cookies) text += " c:" + name + "=" + value;
    return page(text).with("X-Remote", request.remote + (request.is_secure ? " secure" : ""));
}

std::string get(const std::string& target, const std::string& more = "") {
    return "GET " + target + " HTTP/1.1\r\nHost: kring\r\n" + more + "\r\n";
}

std::string post(const std::string& body) {
    return "POST /p HTTP/1.1\r\nHost: kring\r\nContent-Type: "
           "application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(Server, answers_a_page_with_every_header) {
    LiveServer server({}, echo);
    const Reply reply = server.ask(get("/vragen/7?q=a+b", "Cookie: kring=x\r\n"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /vragen/7 ?q=a b c:kring=x");
    EXPECT_EQ(reply.header("Content-Security-Policy").substr(0, 19), "default-src 'none';");
    EXPECT_EQ(reply.header("X-Remote"), "127.0.0.1");
    EXPECT_EQ(reply.header("Date").size(), 29u);
    EXPECT_EQ(reply.header("Connection"), "");
}

TEST(Server, keeps_the_connection_for_the_next_request) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    for (int i = 0; i < 100; ++i) {
        client.send(i % 2 == 0 ? get("/" + std::to_string(i)) : post("n=" + std::to_string(i)));
        const std::string number = std::to_string(i);
        EXPECT_EQ(client.read().body, i % 2 == 0 ? "GET /" + number : "POST /p n=" + number);
    }
}

TEST(Server, answers_pipelined_requests_in_order) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    std::string bytes;
    for (int i = 0; i < 50; ++i) bytes += get("/" + std::to_string(i)) + post("a=" + std::to_string(i));
    client.send(bytes);
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(client.read().body, "GET /" + std::to_string(i));
        EXPECT_EQ(client.read().body, "POST /p a=" + std::to_string(i));
    }
}

TEST(Server, reads_requests_that_come_a_byte_at_a_time) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    const std::string chunked =
        "POST /p HTTP/1.1\r\nHost: kring\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n4;x=y\r\n&b=2\r\n0\r\nX-Forwarded-For: "
        "6.6.6.6\r\n\r\n";
    for (char c : chunked + post("c=3") + get("/d")) client.send(std::string(1, c));
    EXPECT_EQ(client.read().body, "POST /p a=1 b=2");
    EXPECT_EQ(client.read().body, "POST /p c=3");
    EXPECT_EQ(client.read().body, "GET /d");
}

TEST(Server, reads_a_form_as_large_as_allowed_and_no_larger) {
    ServerOptions options;
    options.body_bytes_max = 300'000;
    LiveServer server(options, echo);
    const std::string most = "a=" + std::string(299'998, 'k');
    EXPECT_EQ(server.ask(post(most)).body, "POST /p " + most);
    EXPECT_EQ(server.ask(post(most + "k")).status, 413);
}

TEST(Server, reads_a_multipart_form) {
    LiveServer server({}, echo);
    const std::string body = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--\r\n";
    EXPECT_EQ(server
                  .ask("POST /p HTTP/1.1\r\nHost: kring\r\nContent-Type: multipart/form-data; boundary=B\r\n"
                       "Content-Length: " +
                       std::to_string(body.size()) + "\r\n\r\n" + body)
                  .body,
              "POST /p a=1");
}

TEST(Server, sends_a_long_page_whole) {
    LiveServer server({}, echo);
    EXPECT_EQ(server.ask(get("/long")).body, std::string(3'000'000, 'k'));
}

TEST(Server, answers_head_as_get_without_the_body) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    client.send("HEAD /long HTTP/1.1\r\nHost: kring\r\n\r\n" + get("/next"));
    const Reply head = client.read(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "3000000");
    EXPECT_EQ(client.read().body, "GET /next");
}

TEST(Server, answers_304_and_goes_on) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    client.send(get("/public"));
    const std::string tag = client.read().header("ETag");
    ASSERT_GT(tag.size(), 2U);
    client.send(get("/public", "If-None-Match: " + tag + "\r\n") + get("/next"));
    EXPECT_EQ(client.read().status, 304);
    EXPECT_EQ(client.read().body, "GET /next");
}

TEST(Server, speaks_http_1_0) {
    LiveServer server({}, echo);
    RawClient once(server.port());
    once.send("GET /a HTTP/1.0\r\n\r\n");
    const Reply reply = once.read();
    EXPECT_EQ(reply.body, "GET /a");
    EXPECT_EQ(reply.header("Connection"), "close");
    EXPECT_TRUE(once.is_closed());

    RawClient kept(server.port());
    kept.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.read().header("Connection"), "keep-alive");
    kept.send("GET /b HTTP/1.0\r\n\r\n");
    EXPECT_EQ(kept.read().body, "GET /b");
    EXPECT_TRUE(kept.is_closed());
}

TEST(Server, closes_when_asked) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    client.send(get("/a", "Connection: close\r\n"));
    EXPECT_EQ(client.read().header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, answers_who_has_finished_sending) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    client.send(get("/a"));
    client.finish_sending();
    EXPECT_EQ(client.read().body, "GET /a");
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, tells_a_careful_client_to_go_on) {
    LiveServer server({}, echo);
    RawClient client(server.port());
    client.send(
        "POST /p HTTP/1.1\r\nHost: kring\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    client.send("a=1");
    EXPECT_EQ(client.read().body, "POST /p a=1");

    RawClient greedy(server.port());
    greedy.send(
        "POST /p HTTP/1.1\r\nHost: kring\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
    EXPECT_EQ(greedy.read().status, 413);
}

TEST(Server, answers_500_when_a_page_breaks) {
    LiveServer server({}, echo);
    for (const char* target : {"/throw", "/split"}) {
        const Reply reply = server.ask(get(target));
        EXPECT_EQ(reply.status, 500);
        EXPECT_EQ(reply.body, "refused 500");
        EXPECT_EQ(reply.head.find("planted"), std::string::npos);
    }
}

TEST(Server, believes_its_trusted_proxy) {
    ServerOptions options;
    options.trusted_proxies = {"127.0.0.1"};
    LiveServer server(options, echo);
    const Reply reply =
        server.ask(get("/", "X-Forwarded-For: 6.6.6.6, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n"));
    EXPECT_EQ(reply.header("X-Remote"), "192.0.2.7 secure");
    EXPECT_EQ(reply.header("Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
}

TEST(Server, serves_64_at_once_without_mixing_them_up) {
    LiveServer server({}, echo);
    std::atomic<int> right{0};
    std::vector<std::thread> clients;
    for (int c = 0; c < 64; ++c) {
        clients.emplace_back([&, c] {
            RawClient client(server.port());
            for (int i = 0; i < 50; ++i) {
                const std::string mark = std::to_string(c) + "x" + std::to_string(i);
                client.send(i % 3 == 0 ? post("m=" + mark) : get("/" + mark));
                right += client.read().body == (i % 3 == 0 ? "POST /p m=" : "GET /") + mark ? 1 : 0;
            }
        });
    }
    for (std::thread& client : clients) client.join();
    EXPECT_EQ(right, 64 * 50);
}

TEST(Server, reads_on_while_workers_wait) {
    std::promise<void> go;
    std::shared_future<void> signal = go.get_future().share();
    ServerOptions options;
    options.workers = 3;
    LiveServer server(options, [&](const Request& request) {
        if (request.path == "/wait") signal.wait();
        return page("done");
    });
    RawClient first(server.port());
    RawClient second(server.port());
    first.send(get("/wait"));
    second.send(get("/wait"));
    EXPECT_EQ(server.ask(get("/quick")).body, "done");
    go.set_value();
    EXPECT_EQ(first.read().body, "done");
    EXPECT_EQ(second.read().body, "done");
}

TEST(Server, answers_503_when_too_many_wait) {
    std::promise<void> go;
    std::shared_future<void> signal = go.get_future().share();
    std::promise<void> begun;
    ServerOptions options;
    options.workers = 1;
    options.queue_most = 1;
    LiveServer server(options, [&](const Request& request) {
        if (request.path == "/first") begun.set_value();
        signal.wait();
        return page("done");
    });
    RawClient first(server.port());
    first.send(get("/first"));
    begun.get_future().wait();
    RawClient second(server.port());
    RawClient third(server.port());
    second.send(get("/second"));
    third.send(get("/third"));
    // Of the two, one takes the only place in the queue and the other is sent away, whichever came first.
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(second.socket(), &readable);
    FD_SET(third.socket(), &readable);
    select(std::max(second.socket(), third.socket()) + 1, &readable, nullptr, nullptr, nullptr);
    RawClient& refused = FD_ISSET(third.socket(), &readable) ? third : second;
    const Reply reply = refused.read();
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.header("Retry-After"), "5");
    go.set_value();
    EXPECT_EQ(first.read().body, "done");
    EXPECT_EQ((&refused == &third ? second : third).read().body, "done");
}

TEST(Server, stops_after_the_requests_in_flight) {
    std::atomic<int> inside{0};
    std::promise<void> go;
    std::shared_future<void> signal = go.get_future().share();
    LiveServer server({}, [&](const Request&) {
        ++inside;
        signal.wait();
        return page("done");
    });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 16; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(get("/"));
    }
    RawClient idle(server.port());
    while (inside < 8) std::this_thread::yield();
    server.ask_to_stop();
    EXPECT_TRUE(idle.is_closed());
    go.set_value();
    for (auto& client : clients) {
        const Reply reply = client->read();
        // Those that waited unread in the kernel when it stopped were never in flight.
        EXPECT_TRUE(reply.status == 0 || reply.header("Connection") == "close");
        client.reset();
    }
    server.stop();
    EXPECT_GE(inside, 8);
    EXPECT_FALSE(RawClient(server.port()).is_connected());
}

TEST(Server, stops_at_once_when_nobody_is_there) {
    const auto start = steady_clock::now();
    LiveServer server({}, echo);
    RawClient idle(server.port());
    EXPECT_EQ(server.ask(get("/")).status, 200);
    server.stop();
    EXPECT_LT(steady_clock::now() - start, milliseconds(3000));
}

TEST(Server, stops_even_before_it_runs) {
    ServerOptions options;
    options.port = 0;
    Server server(options, echo, [](int status, const Request&) { return plain(status, ""); });
    server.stop();
    server.run();
}

TEST(Server, can_be_stopped_at_any_moment_under_load) {
    for (int round = 0; round < 3; ++round) {
        LiveServer server({}, echo);
        std::atomic<bool> is_over{false};
        std::vector<std::thread> clients;
        for (int c = 0; c < 8; ++c) {
            clients.emplace_back([&] {
                while (!is_over) {
                    RawClient client(server.port());
                    client.send(get("/a") + get("/b") + post("c=1"));
                    const Reply reply = client.read();
                    EXPECT_TRUE(reply.status == 0 || reply.status == 200);
                }
            });
        }
        std::this_thread::sleep_for(milliseconds(30 + round * 7));
        server.stop();
        is_over = true;
        for (std::thread& client : clients) client.join();
    }
}

TEST(Server, refuses_an_address_it_cannot_have) {
    LiveServer first({}, echo);
    ServerOptions options;
    options.port = first.port();
    EXPECT_THROW(Server(options, echo, nullptr), std::exception);
    options.address = "nergens";
    EXPECT_THROW(Server(options, echo, nullptr), std::exception);
}

}  // namespace
}  // namespace kring::web
