// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "platform/web/request.hpp"

namespace kring::web {
namespace {

using std::string_literals::operator""s;

const std::optional<Fields> nothing;

std::optional<Fields> fields(Fields wanted) { return wanted; }

/// A body whose boundary is "B", written with | for CRLF.
std::optional<Fields> read(std::string_view drawn, std::string_view boundary = "B", std::size_t most = 500) {
    std::string body;
    for (char c : drawn) {
        if (c == '|')
            body += "\r\n";
        else
            body += c;
    }
    return parse_multipart(body, "multipart/form-data; boundary=" + std::string(boundary), most);
}

constexpr std::string_view part_a = "--B|Content-Disposition: form-data; name=\"a\"||";

std::string with_a(std::string_view rest) { return std::string(part_a) + std::string(rest); }

TEST(Multipart, reads_what_a_browser_sends) {
    const std::string body =
        "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
        "Content-Disposition: form-data; name=\"titel\"\r\n\r\n"
        "Een vraag\r\n"
        "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n"
        "Content-Disposition: form-data; name=\"tekst\"\r\n\r\n"
        "regel 1\r\nregel 2 \xE2\x82\xAC\r\n"
        "------WebKitFormBoundary7MA4YWxkTrZu0gW--\r\n";
    EXPECT_EQ(parse_multipart(body, "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW"),
              fields({{"titel", "Een vraag"}, {"tekst", "regel 1\r\nregel 2 €"}}));
}

TEST(Multipart, reads_empty_values_and_the_empty_form) {
    EXPECT_EQ(read(with_a("|--B--")), fields({{"a", ""}}));
    EXPECT_EQ(read(with_a("|--B--|")), fields({{"a", ""}}));
    EXPECT_EQ(read("--B--|"), fields({}));
}

TEST(Multipart, keeps_what_only_looks_like_an_end) {
    EXPECT_EQ(read(with_a("|--C|--B--")), fields({{"a", "\r\n--C"}}));
    EXPECT_EQ(read(with_a("--B|--B--")), fields({{"a", "--B"}}));
    EXPECT_EQ(read(with_a("\r\r\n|--B--")), fields({{"a", "\r\r\n"}}));
    EXPECT_EQ(read(with_a("\n--B|--B--")), fields({{"a", "\n--B"}}));
    EXPECT_EQ(read(with_a("|-|--B--")), fields({{"a", "\r\n-"}}));
    EXPECT_EQ(read(with_a("||--B--")), fields({{"a", "\r\n"}}));
}

TEST(Multipart, reads_a_boundary_of_one_awkward_byte) {
    const std::string head = "|Content-Disposition: form-data; name=a||";
    EXPECT_EQ(read("---" + head + "x|-----", "-"), fields({{"a", "x"}}));
    EXPECT_EQ(read("---" + head + "--|-----|", "-"), fields({{"a", "--"}}));
    EXPECT_EQ(read("--'" + head + "'|--'--", "'"), fields({{"a", "'"}}));
    EXPECT_EQ(read("--x" + head + "x|--x--", "\"x\""), fields({{"a", "x"}}));
    EXPECT_EQ(read("--x" + head + "x|--xx|--x--", "x"), nothing);
}

TEST(Multipart, is_nothing_when_cut_anywhere) {
    const std::string whole =
        "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nwaarde\r\n"
        "--B\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n\r\n--B--";
    const std::string type = "multipart/form-data; boundary=B";
    ASSERT_EQ(parse_multipart(whole, type), fields({{"a", "waarde"}, {"b", ""}}));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_EQ(parse_multipart(whole.substr(0, size), type), nothing) << size;
    }
}

TEST(Multipart, survives_any_one_byte_changed) {
    const std::string whole = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nwaarde\r\n--B--\r\n";
    const std::string type = "multipart/form-data; boundary=B";
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (char c : "\r\n-B\";:=\0\xff "s) {
            std::string body = whole;
            body[at] = c;
            const auto read = parse_multipart(body, type);
            EXPECT_TRUE(!read || read->size() <= 1);
        }
    }
}

TEST(Multipart, undoes_what_browsers_encode_in_names) {
    EXPECT_EQ(read("--B|Content-Disposition: form-data; name=\"a%22b%0D%0Ac%41\\\"||x|--B--"),
              fields({{"a\"b\r\nc%41\\", "x"}}));
}

TEST(Multipart, reads_headers_in_any_case) {
    EXPECT_EQ(
        read("--B|content-DISPOSITION:FORM-DATA ; NAME=\"a\"|CONTENT-type:text/plain;charset=UTF-8||x|--B--"),
        fields({{"a", "x"}}));
}

TEST(Multipart, refuses_files) {
    EXPECT_EQ(read("--B|Content-Disposition: form-data; name=\"a\"; filename=\"x.txt\"||x|--B--"), nothing);
    EXPECT_EQ(read("--B|Content-Disposition: form-data; name=\"a\"; filename=\"\"||x|--B--"), nothing);
    EXPECT_EQ(read("--B|Content-Disposition: form-data; filename*=UTF-8''x; name=\"a\"||x|--B--"), nothing);
    EXPECT_EQ(read("--B|Content-Disposition: form-data; name=\"a\"|Content-Type: image/png||x|--B--"),
              nothing);
}

TEST(Multipart, takes_files_only_for_who_asks_for_them) {
    const std::string body =
        "--B\r\nContent-Disposition: form-data; name=\"alt\"\r\n\r\nEen portret\r\n"
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b.png\"\r\n"
        "Content-Type: image/png\r\n\r\n\x89PNG\r\n\0\xff\r\n-\r\n--B--\r\n"s;
    const std::string type = "multipart/form-data; boundary=B";
    EXPECT_EQ(parse_multipart(body, type), nothing);
    std::vector<SentFile> files;
    EXPECT_EQ(parse_multipart(body, type, 500, &files), fields({{"alt", "Een portret"}}));
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].field, "file");
    EXPECT_EQ(files[0].name, "a\"b.png");
    EXPECT_EQ(files[0].bytes, "\x89PNG\r\n\0\xff\r\n-"s);
    EXPECT_EQ(parse_multipart(body, type, 1, &files), nothing) << "files count as fields";
}

TEST(Multipart, takes_the_empty_file_that_a_browser_sends_when_none_is_chosen) {
    const std::string body =
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n"
        "Content-Type: application/octet-stream\r\n\r\n\r\n--B--\r\n";
    std::vector<SentFile> files;
    EXPECT_EQ(parse_multipart(body, "multipart/form-data; boundary=B", 500, &files), fields({}));
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].name + files[0].bytes, "");
}

TEST(Multipart, refuses_what_is_not_well_formed) {
    for (const char* body :
         {"",
          "--",
          "--B",
          "--B|",
          "x--B--",
          "|--B--",
          "--C--",
          "--B--x",
          "--B--||",
          "--B --",
          "--B||x|--B--",
          "--B|Content-Disposition: form-data||x|--B--",
          "--B|Content-Disposition: form-data; name||x|--B--",
          "--B|Content-Disposition: attachment; name=\"a\"||x|--B--",
          "--B|Content-Disposition: form-data; name=\"a||x|--B--",
          "--B|Content-Disposition: form-data; name=\"a\" x||x|--B--",
          "--B|Content-Disposition: form-data; name=\"a\"; name=\"b\"||x|--B--",
          "--B|Content-Disposition: form-data; name=\"a\"|Content-Disposition: form-data; "
          "name=\"b\"||x|--B--",
          "--B|Content-Disposition form-data; name=\"a\"||x|--B--",
          "--B|Content-Transfer-Encoding: base64|Content-Disposition: form-data; name=\"a\"||x|--B--",
          "--B| folded|Content-Disposition: form-data; name=\"a\"||x|--B--",
          "--B|Content-Disposition: form-data; name=\"a\"|--B--"}) {
        EXPECT_EQ(read(body), nothing) << body;
    }
    EXPECT_EQ(read(with_a("x|--Bx|--B--")), nothing);
    EXPECT_EQ(read(with_a("x|--B-|")), nothing);
    EXPECT_EQ(read(with_a("x\n--B--")), nothing);
}

TEST(Multipart, refuses_nul_and_invalid_utf8) {
    const std::string type = "multipart/form-data; boundary=B";
    const std::string head = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
    for (const std::string& value : {"\0"s, "a\0b"s, "\xff"s, "\xC3"s, "\xC0\x80"s}) {
        EXPECT_EQ(parse_multipart(head + value + "\r\n--B--", type), nothing);
    }
    EXPECT_EQ(parse_multipart("--B\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\nx\r\n--B--", type),
              nothing);
}

TEST(Multipart, refuses_more_parts_than_asked) {
    const std::string two = with_a("1|") + with_a("2|--B--");
    EXPECT_EQ(read(two, "B", 2), fields({{"a", "1"}, {"a", "2"}}));
    EXPECT_EQ(read(two, "B", 1), nothing);
}

TEST(Multipart, refuses_a_type_without_one_good_boundary) {
    const std::string body = "--B--";
    for (const std::string& type :
         {""s, "multipart/form-data"s, "multipart/form-data;"s, "multipart/form-data; boundary"s,
          "multipart/form-data; boundary="s, "multipart/form-data; boundary=\""s,
          "multipart/form-data; boundary=\"\""s, "multipart/form-data; boundary=B; boundary=B"s,
          "multipart/mixed; boundary=B"s, "multipart/form-data; boundary=\"B \""s,
          "multipart/form-data; boundary=" + std::string(71, 'B'), "multipart/form-data; boundary=\"B\r\n\""s,
          "multipart/form-data; boundary=\xC3\xA9"s}) {
        EXPECT_EQ(parse_multipart(body, type), nothing) << type;
    }
    EXPECT_EQ(parse_multipart(body, "Multipart/Form-Data; charset=utf-8; Boundary=\"B\""), fields({}));
}

TEST(Multipart, takes_time_in_proportion_to_its_length) {
    const std::string head = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
    for (const char* unit : {"\r\n--", "\r", "\r\n--\r\n", "-", "\r\n--B\r\n", "%22"}) {
        std::string body = head;
        while (body.size() < 1'000'000) body += unit;
        const auto start = std::chrono::steady_clock::now();
        parse_multipart(body, "multipart/form-data; boundary=B");
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << unit;
    }
}

}  // namespace
}  // namespace kring::web
