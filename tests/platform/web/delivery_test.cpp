// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/delivery.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <stdexcept>

#include "platform/base/secret.hpp"
#include "platform/web/gzip.hpp"

namespace kring::web {
namespace {

/// Unpacks with zlib's own reader, which checks the CRC.
std::string unzipped(std::string_view packed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string text(1'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int result = inflate(&stream, Z_FINISH);
    text.resize(result == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return text;
}

std::string header(const Delivery& delivery, const std::string& name) {
    const std::size_t at = delivery.head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + name.size() + 4;
    return delivery.head.substr(begin, delivery.head.find("\r\n", begin) - begin);
}

class DeliveryTest : public testing::Test {
protected:
    DeliveryTest() { request.headers = {{"accept-encoding", "gzip, deflate, br"}}; }

    Response public_page(std::string html) {
        Response response = page(std::move(html));
        response.is_personal = false;
        return response;
    }
    Delivery delivered(const Response& response) { return deliver(request, response, passage, shared); }

    const std::string long_text = std::string(5000, 'k');
    Request request;
    Passage passage;
    SharedBodies shared;
};

TEST_F(DeliveryTest, writes_a_head_and_a_body) {
    const Delivery delivery = delivered(page("hoi"));
    EXPECT_EQ(delivery.head.substr(0, 17), "HTTP/1.1 200 OK\r\n");
    EXPECT_EQ(delivery.head.substr(delivery.head.size() - 4), "\r\n\r\n");
    EXPECT_EQ(header(delivery, "Content-Length"), "3");
    EXPECT_EQ(header(delivery, "Cache-Control"), "no-store");
    EXPECT_EQ(header(delivery, "Connection"), "");
    EXPECT_EQ(header(delivery, "Date").size(), 29u);
    EXPECT_EQ(delivery.bytes(), "hoi");
}

TEST_F(DeliveryTest, says_how_the_connection_goes_on) {
    passage.keeps_alive = false;
    EXPECT_EQ(header(delivered(page("")), "Connection"), "close");
    EXPECT_TRUE(delivered(page("")).closes);
    passage = {true, true};
    EXPECT_EQ(header(delivered(page("")), "Connection"), "keep-alive");
}

TEST_F(DeliveryTest, gives_head_the_same_headers_and_no_body) {
    const Delivery got = delivered(public_page(long_text));
    request.method = Method::head;
    const Delivery head = delivered(public_page(long_text));
    EXPECT_EQ(head.head, got.head);
    EXPECT_EQ(head.bytes(), "");
    EXPECT_GT(got.bytes().size(), 0u);
}

TEST_F(DeliveryTest, compresses_long_public_text) {
    const Delivery delivery = delivered(public_page(long_text));
    EXPECT_EQ(header(delivery, "Content-Encoding"), "gzip");
    EXPECT_EQ(header(delivery, "Vary"), "Accept-Encoding");
    EXPECT_EQ(unzipped(delivery.bytes()), long_text);
    EXPECT_EQ(header(delivery, "Content-Length"), std::to_string(delivery.bytes().size()));
}

TEST_F(DeliveryTest, never_compresses_what_may_hold_a_secret) {
    EXPECT_EQ(delivered(page(long_text)).bytes(), long_text);
    const Delivery with_cookie = delivered(public_page(long_text).with("Set-Cookie", "kring=x"));
    EXPECT_EQ(with_cookie.bytes(), long_text);
    EXPECT_EQ(header(with_cookie, "Cache-Control"), "no-store");
    EXPECT_EQ(header(with_cookie, "ETag"), "");
}

TEST_F(DeliveryTest, leaves_alone_what_gains_nothing) {
    EXPECT_EQ(header(delivered(public_page(std::string(860, 'k'))), "Content-Encoding"), "");
    Response picture = bytes(long_text, "image/png");
    picture.is_personal = false;
    EXPECT_EQ(header(delivered(picture), "Content-Encoding"), "");
    request.headers.clear();
    const Delivery plain_one = delivered(public_page(long_text));
    EXPECT_EQ(header(plain_one, "Content-Encoding"), "");
    EXPECT_EQ(header(plain_one, "Vary"), "Accept-Encoding");
}

TEST_F(DeliveryTest, compresses_a_personal_page_only_without_secret_and_query) {
    Response own = page(long_text);
    EXPECT_EQ(header(delivered(own), "Content-Encoding"), "");
    own.holds_secret = false;
    EXPECT_EQ(header(delivered(own), "Content-Encoding"), "gzip");
    request.query = {{"q", "levensduur"}};
    EXPECT_EQ(header(delivered(own), "Content-Encoding"), "");
}

TEST_F(DeliveryTest, tags_public_pages_by_content_and_form) {
    const std::string packed = header(delivered(public_page(long_text)), "ETag");
    request.headers.clear();
    const std::string plain = header(delivered(public_page(long_text)), "ETag");
    EXPECT_EQ(packed, plain.substr(0, plain.size() - 1) + "-gzip\"");
    EXPECT_EQ(header(delivered(public_page(long_text)), "ETag"), plain);
    EXPECT_NE(header(delivered(public_page(long_text + "x")), "ETag"), plain);
    EXPECT_EQ(header(delivered(page(long_text)), "ETag"), "");
    request.method = Method::post;
    EXPECT_EQ(header(delivered(public_page(long_text)), "ETag"), "");
}

TEST_F(DeliveryTest, answers_304_to_who_has_it_already) {
    const std::string tag = header(delivered(public_page(long_text)), "ETag");
    for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
        request.headers = {{"accept-encoding", "gzip"}, {"if-none-match", known}};
        const Delivery delivery = delivered(public_page(long_text));
        EXPECT_EQ(delivery.status, 304) << known;
        EXPECT_EQ(delivery.head.substr(0, 27), "HTTP/1.1 304 Not Modified\r\n");
        EXPECT_EQ(header(delivery, "ETag"), tag);
        EXPECT_EQ(header(delivery, "Vary"), "Accept-Encoding");
        EXPECT_EQ(header(delivery, "Content-Length"), "");
        EXPECT_EQ(delivery.bytes(), "");
    }
    request.headers = {{"accept-encoding", "gzip"}, {"if-none-match", "\"x\""}};
    EXPECT_EQ(delivered(public_page(long_text)).status, 200);
    request.headers = {{"if-none-match", tag}};
    EXPECT_EQ(delivered(public_page(long_text)).status, 200);
}

TEST_F(DeliveryTest, packs_a_shared_body_once) {
    Response asset;
    asset.with("Content-Type", "text/css; charset=utf-8");
    asset.shared_body = std::make_shared<const std::string>(long_text);
    const Delivery first = delivered(asset);
    const Delivery second = delivered(asset);
    EXPECT_EQ(unzipped(first.bytes()), long_text);
    EXPECT_EQ(first.bytes().data(), second.bytes().data());
    request.headers.clear();
    EXPECT_EQ(delivered(asset).bytes().data(), asset.shared_body->data());
}

TEST_F(DeliveryTest, does_not_mistake_one_shared_body_for_another) {
    for (int i = 0; i < 1100; ++i) {
        Response asset;
        asset.with("Content-Type", "text/css");
        asset.is_personal = false;
        const std::string text = std::string(900, 'a') + std::to_string(i);
        asset.shared_body = std::make_shared<const std::string>(text);
        ASSERT_EQ(unzipped(delivered(asset).bytes()), text);
    }
}

TEST_F(DeliveryTest, lets_no_header_be_split) {
    EXPECT_THROW(delivered(see_other("/a\r\nSet-Cookie: x=y")), std::logic_error);
    EXPECT_THROW(delivered(page("").with("X", std::string("a\0b", 3))), std::logic_error);
}

TEST_F(DeliveryTest, gives_no_length_where_there_can_be_no_body) {
    EXPECT_EQ(header(delivered(plain(204, "")), "Content-Length"), "");
    EXPECT_EQ(header(delivered(see_other("/")), "Content-Length"), "0");
}

TEST(Gzip, is_asked_for_by_name) {
    for (const char* text :
         {"gzip", "GZIP", "br, gzip", "gzip;q=0.5", "deflate, gzip;q=1.0, *;q=0.5", "gzip ; q=0.001"}) {
        EXPECT_TRUE(accepts_gzip(text)) << text;
    }
    for (const char* text : {"", "br", "gzip;q=0", "gzip;q=0.000", "*", "identity", "x-gzipped", "gzip;x"}) {
        EXPECT_FALSE(accepts_gzip(text)) << text;
    }
}

TEST(Gzip, gives_equal_bytes_for_equal_bytes) {
    EXPECT_EQ(gzip("Kring", 9), gzip("Kring", 9));
    EXPECT_EQ(unzipped(gzip("", 6)), "");
    EXPECT_EQ(unzipped(gzip("Kring", 6)), "Kring");
}

TEST(HttpDate, is_as_rfc_9110_writes_it) {
    EXPECT_EQ(http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(1'709'164'800), "Thu, 29 Feb 2024 00:00:00 GMT");
}

}  // namespace
}  // namespace kring::web
