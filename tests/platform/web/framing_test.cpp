// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/framing.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kring::web {
namespace {

using std::string_literals::operator""s;

constexpr std::size_t most = 16 * 1024;

/// Feeds the bytes one at a time, as the slowest client would; 0 when the head came out whole.
int scanned(const std::string& bytes, HeadScan& scan) {
    for (std::size_t size = 1; size <= bytes.size(); ++size) {
        const int status = scan_head(std::string_view(bytes).substr(0, size), most, scan);
        if (status != 0) return status;
    }
    return scan.end == 0 ? -1 : 0;
}

int scanned(const std::string& bytes) {
    HeadScan scan;
    const int slowly = scanned(bytes, scan);
    HeadScan at_once;
    const int quickly = scan_head(bytes, most, at_once);
    EXPECT_TRUE(slowly == quickly || (slowly == -1 && quickly == 0)) << slowly << " and " << quickly;
    EXPECT_EQ(scan.end, at_once.end);
    return slowly;
}

TEST(HeadScan, finds_the_end_of_the_head) {
    HeadScan scan;
    EXPECT_EQ(scanned("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest", scan), 0);
    EXPECT_EQ(scan.begin, 0u);
    EXPECT_EQ(scan.end, 27u);
}

TEST(HeadScan, passes_over_one_empty_line) {
    HeadScan scan;
    EXPECT_EQ(scanned("\r\nGET / HTTP/1.1\r\n\r\n", scan), 0);
    EXPECT_EQ(scan.begin, 2u);
    EXPECT_EQ(scan.end, 20u);
    EXPECT_EQ(scanned("\r\n\r\nGET / HTTP/1.1\r\n\r\n"), 400);
}

TEST(HeadScan, waits_for_the_rest) {
    for (const char* text :
         {"G", "GET / HTTP/1.1", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "\r"}) {
        EXPECT_EQ(scanned(text), -1) << text;
    }
}

TEST(HeadScan, refuses_bare_line_ends_and_controls) {
    for (const std::string& text :
         {"GET / HTTP/1.1\n"s, "GET / HTTP/1.1\r\nHost: a\n\n"s, "GET / HTTP/1.1\rHost: a"s, "\n"s, "\rG"s,
          "GET / HTTP/1.1\r\nHost: a\0b\r\n"s, "GET / HTTP/1.1\r\nA: \x01\r\n"s, "GET / HTTP/1.1\r\nA: \x7f"s,
          "GET /\0 HTTP/1.1\r\n"s, "\x16\x03\x01\x02"s, "GET / HTTP/1.1\r\nA: b\r\r\n"s}) {
        EXPECT_EQ(scanned(text), 400) << text;
    }
}

TEST(HeadScan, refuses_folded_lines) {
    EXPECT_EQ(scanned("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n"), 400);
    EXPECT_EQ(scanned("GET / HTTP/1.1\r\n\tA: b\r\n\r\n"), 400);
}

TEST(HeadScan, refuses_a_misshapen_first_line) {
    for (const char* line :
         {"GET /", "GET", " GET / HTTP/1.1", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", "GET / a HTTP/1.1",
          "GET / http/1.1", "GET / HTTP/1", "GET / HTTP/11", "GET / HTTP/1.10", "GET\t/ HTTP/1.1"}) {
        EXPECT_EQ(scanned(std::string(line) + "\r\n"), 400) << line;
    }
    for (const char* line :
         {"GET / HTTP/2.0", "PRI * HTTP/2.0", "GET / HTTP/0.9", "GET / HTTP/1.2", "GET / HTTP/x.y"}) {
        EXPECT_EQ(scanned(std::string(line) + "\r\n"), 505) << line;
    }
}

TEST(HeadScan, knows_when_it_is_too_much) {
    EXPECT_EQ(scanned("GET /" + std::string(8000, 'a') + " HTTP/1.1\r\n"), 414);
    EXPECT_EQ(scanned(std::string(20'000, 'a')), 414);
    EXPECT_EQ(scanned("GET / HTTP/1.1\r\nA: " + std::string(20'000, 'a')), 431);
}

struct Checked {
    int status = 0;
    Request request;
    Framing framing;
};

Checked checked(const std::string& method, const std::string& target, Fields headers,
                bool is_http_1_0 = false) {
    Checked result;
    result.request.headers = std::move(headers);
    result.status = check_head({method, target, is_http_1_0}, 1000, result.request, result.framing);
    return result;
}

int status_of_post(Fields headers) {
    headers.emplace_back("host", "a");
    return checked("POST", "/", std::move(headers)).status;
}

TEST(Head, fills_the_request) {
    const Checked get =
        checked("GET", "/vragen/caf%C3%A9?q=a+b&q=c", {{"host", "a"}, {"cookie", "x=1"}, {"cookie", "y=2"}});
    EXPECT_EQ(get.status, 0);
    EXPECT_EQ(get.request.path, "/vragen/café");
    EXPECT_EQ(get.request.target, "/vragen/caf%C3%A9?q=a+b&q=c");
    EXPECT_EQ(get.request.query, (Fields{{"q", "a b"}, {"q", "c"}}));
    EXPECT_EQ(get.request.cookies, (Fields{{"x", "1"}, {"y", "2"}}));
    EXPECT_FALSE(get.framing.has_body);
}

TEST(Head, knows_three_methods) {
    const Fields host{{"host", "a"}};
    EXPECT_EQ(checked("HEAD", "/", host).request.method, Method::head);
    for (const char* method : {"OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"}) {
        EXPECT_EQ(checked(method, "/", host).status, 405) << method;
    }
    for (const char* method : {"get", "BREW", "GETT", ""})
        EXPECT_EQ(checked(method, "/", host).status, 501) << method;
}

TEST(Head, wants_one_host) {
    EXPECT_EQ(checked("GET", "/", {}).status, 400);
    EXPECT_EQ(checked("GET", "/", {{"host", "a"}, {"host", "a"}}).status, 400);
    for (const char* host : {"", "a,b", "a@b", "a/b", "a b", "a?b", "a#b", "\xC3\xA9"}) {
        EXPECT_EQ(checked("GET", "/", {{"host", host}}).status, 400) << host;
    }
    for (const char* host : {"kring.example", "127.0.0.1:8080", "[::1]:8080"}) {
        EXPECT_EQ(checked("GET", "/", {{"host", host}}).status, 0) << host;
    }
    EXPECT_EQ(checked("GET", "/", {}, true).status, 0);
}

TEST(Head, tells_one_length_or_none) {
    const auto form = [](const char* name, const char* value) {
        return Fields{{"content-type", "application/x-www-form-urlencoded"}, {name, value}};
    };
    EXPECT_EQ(status_of_post(form("content-length", "1000")), 0);
    EXPECT_EQ(status_of_post(form("content-length", "1001")), 413);
    EXPECT_EQ(status_of_post(form("transfer-encoding", "chunked")), 0);
    EXPECT_EQ(status_of_post(form("transfer-encoding", "Chunked")), 0);
    for (const char* length : {"", "-1", "+1", "1,1", "0x1", "1 1", " ", "99999999999999999999999", "1e3"}) {
        EXPECT_EQ(status_of_post(form("content-length", length)), 400) << length;
    }
    for (const char* coding :
         {"", "gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked", "chunked;q=1"}) {
        EXPECT_EQ(status_of_post(form("transfer-encoding", coding)), 501) << coding;
    }
    EXPECT_EQ(status_of_post({{"content-length", "1"}, {"transfer-encoding", "chunked"}}), 400);
    EXPECT_EQ(status_of_post({{"content-length", "1"}, {"content-length", "1"}}), 400);
    EXPECT_EQ(status_of_post({{"transfer-encoding", "chunked"}, {"transfer-encoding", "chunked"}}), 400);
    EXPECT_EQ(status_of_post({{"content-type", "application/x-www-form-urlencoded"}}), 411);
    EXPECT_EQ(checked("POST", "/", {{"host", "a"}, {"transfer-encoding", "chunked"}}, true).status, 400);
}

TEST(Head, takes_forms_and_JSON_only) {
    const auto typed = [](const char* type) {
        return Fields{{"content-length", "9"}, {"content-type", type}};
    };
    EXPECT_EQ(status_of_post(typed("application/x-www-form-urlencoded; charset=UTF-8")), 0);
    EXPECT_EQ(status_of_post(typed("Multipart/Form-Data; boundary=x")), 0);
    EXPECT_EQ(status_of_post(typed("application/json; charset=utf-8")), 0);
    for (const char* type : {"", "text/plain", "application/xml", "application/jsonx", "multipart/mixed",
                             "application/x-www-form-urlencodedx"}) {
        EXPECT_EQ(status_of_post(typed(type)), 415) << type;
    }
    EXPECT_EQ(status_of_post({{"content-length", "0"}}), 0);
    EXPECT_EQ(status_of_post({{"content-length", "0"}, {"content-type", "text/xml"}}), 415);
    Fields packed = typed("application/x-www-form-urlencoded");
    packed.emplace_back("content-encoding", "gzip");
    EXPECT_EQ(status_of_post(packed), 415);
}

TEST(Head, lets_only_a_post_have_a_body) {
    EXPECT_EQ(checked("GET", "/", {{"host", "a"}, {"content-length", "0"}}).status, 0);
    EXPECT_EQ(checked("GET", "/", {{"host", "a"}, {"content-length", "1"}}).status, 400);
    EXPECT_EQ(checked("HEAD", "/", {{"host", "a"}, {"transfer-encoding", "chunked"}}).status, 400);
}

TEST(Head, has_so_many_fields) {
    Fields headers{{"host", "a"}};
    for (int i = 0; i < 99; ++i) headers.emplace_back("x", "y");
    EXPECT_EQ(checked("GET", "/", headers).status, 0);
    headers.emplace_back("x", "y");
    EXPECT_EQ(checked("GET", "/", headers).status, 431);
}

TEST(Target, is_a_sound_path_with_a_query) {
    Request request;
    for (const char* target : {"/", "/a", "/a/", "/a.b", "/.well-known/x", "/a/...", "/%7Euser", "/a%20b",
                               "/?", "/?a=//..", "/%25", "/a:b@c", "/a?b?c"}) {
        EXPECT_TRUE(read_target(target, request)) << target;
    }
}

TEST(Target, is_nothing_else) {
    Request request;
    for (const char* target :
         {"",      "a",         "*",     "http://a/", "//",      "//a",     "/a//b", "/.",    "/..",
          "/a/..", "/a/./b",    "/../a", "/%2e%2e/a", "/%2e",    "/a%2fb",  "/%2F",  "/a\\b", "/a%5cb",
          "/%00",  "/%0a",      "/%7f",  "/\x7f",     "/%ff",    "/%c0%af", "/%",    "/%4",   "/%zz",
          "/a#b",  "/\xC3\xA9", "/?a=%", "/?a=%ff",   "/?a=%00", "host:443"}) {
        EXPECT_FALSE(read_target(target, request)) << target;
    }
}

}  // namespace
}  // namespace kring::web
