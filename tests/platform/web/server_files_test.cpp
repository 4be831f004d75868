// SPDX-License-Identifier: EUPL-1.2
// Long bodies with files in them: only where they are asked for, and only so many at a time.
#include "tests/platform/web/raw_client.hpp"

namespace kring::web {
namespace {

/// A form with a file of so many bytes, to a path.
std::string form_with_file(const std::string& path, std::size_t bytes) {
    const std::string body = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" +
                             std::string(bytes, 'x') + "\r\n--B--\r\n";
    return "POST " + path +
           " HTTP/1.1\r\nHost: kring\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(ServerFiles, come_in_only_where_they_are_asked_for) {
    ServerOptions options;
    options.upload_bytes_max = 3'000'000;
    options.takes_files = [](const Request& request) { return request.path == "/foto"; };
    LiveServer server(options, [](const Request& request) {
        std::size_t bytes = 0;
        for (const SentFile& file : request.files) bytes += file.bytes.size();
        return plain(200, std::to_string(bytes));
    });
    EXPECT_EQ(server.ask(form_with_file("/foto", 2'000'000)).body, "2000000");
    EXPECT_EQ(server.ask(form_with_file("/foto", 10)).body, "10");
    EXPECT_EQ(server.ask(form_with_file("/foto", 3'100'000)).status, 413);
    EXPECT_EQ(server.ask(form_with_file("/elders", 600'000)).status, 413);
    EXPECT_EQ(server.ask(form_with_file("/elders", 10)).status, 400);
}

TEST(ServerFiles, wait_outside_while_too_many_are_on_their_way) {
    ServerOptions options;
    options.uploads_most = 1;
    options.takes_files = [](const Request&) { return true; };
    LiveServer server(options, [](const Request&) { return plain(200, "ok"); });
    const std::string whole = form_with_file("/foto", 1'000'000);
    RawClient slow(server.port());
    slow.send(whole.substr(0, 700'000));
    EXPECT_EQ(server.ask(form_with_file("/foto", 10)).status, 200) << "a short one does not count";
    const auto status_of_another = [&](int unlike) {
        int status = unlike;
        for (int tries = 0; tries < 100 && status == unlike; ++tries)
            status = server.ask(form_with_file("/foto", 600'000)).status;
        return status;
    };
    EXPECT_EQ(status_of_another(200), 503);
    slow.send(whole.substr(700'000));
    EXPECT_EQ(slow.read().status, 200);
    EXPECT_EQ(status_of_another(503), 200) << "the place is free again";
}

}  // namespace
}  // namespace kring::web
