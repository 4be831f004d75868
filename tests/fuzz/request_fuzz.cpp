// SPDX-License-Identifier: EUPL-1.2
// Feeds arbitrary bytes to everything that reads a request, and holds it to what it promises.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/base/text.hpp"
#include "platform/web/framing.hpp"
#include "platform/web/parser.hpp"
#include "platform/web/percent.hpp"
#include "platform/web/request.hpp"

namespace {

using namespace kring;
using namespace kring::web;

void must(bool claim) {
    if (!claim) std::abort();
}

void check_fields(const std::optional<Fields>& fields, std::size_t most, std::size_t most_bytes) {
    if (!fields) return;
    must(fields->size() <= most);
    std::size_t bytes = 0;
    for (const auto& [name, value] : *fields) {
        must(is_utf8_without_nul(name) && is_utf8_without_nul(value));
        bytes += name.size() + value.size();
    }
    must(bytes <= most_bytes);
}

void check_urlencoded(std::string_view text) {
    const auto fields = parse_urlencoded(text, 20);
    check_fields(fields, 20, text.size());
    if (!fields) return;
    std::string again;
    for (const auto& [name, value] : *fields) again += url_encoded(name) + "=" + url_encoded(value) + "&";
    must(parse_urlencoded(again, 20) == fields);
}

void check_multipart(std::string_view text) {
    check_fields(parse_multipart(text, "multipart/form-data; boundary=B", 20), 20, text.size());
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view body = text.substr(std::min(end + 1, text.size()));
    check_fields(parse_multipart(body, text.substr(0, end), 20), 20, body.size());
}

void check_cookies(std::string_view text) {
    for (const auto& [name, value] : parse_cookies(text)) {
        must(!name.empty() && name.find_first_of("=; \r\n") == std::string::npos);
        must(value.find_first_of(";\r\n") == std::string::npos);
    }
}

void check_local_path(std::string_view text) {
    if (!is_local_path(text)) return;
    must(text[0] == '/' && (text.size() == 1 || (text[1] != '/' && text[1] != '\\')));
    for (char c : text) must(c > ' ' && c < '\x7f' && c != '\\');
    // Where we send people back to, we must be willing to receive them.
    Request request;
    const std::string_view target = text.substr(0, text.find('#'));
    if (target.find('?') == std::string_view::npos) must(read_target(target, request));
}

void check_head_and_body(std::string_view text) {
    HeadScan at_once;
    const int status = scan_head(text, 4096, at_once);
    HeadScan piecemeal;
    int slow_status = 0;
    for (std::size_t size = 0; size <= text.size() && slow_status == 0; ++size) {
        slow_status = scan_head(text.substr(0, size), 4096, piecemeal);
    }
    must(status == slow_status && at_once.end == piecemeal.end);
    if (status != 0 || at_once.end == 0) return;

    Parser parser(1000);
    if (!parser.read_head(text.substr(at_once.begin, at_once.end - at_once.begin))) return;
    Request request;
    request.headers = std::move(parser.fields());
    Framing framing;
    if (check_head(parser.head(), 1000, request, framing) != 0) return;
    must(request.path[0] == '/' && request.path.find("//") == std::string::npos);
    must(request.path.find('\\') == std::string::npos && is_utf8_without_nul(request.path));
    must(framing.has_body == !parser.is_done());
    std::size_t taken = 0;
    if (framing.has_body && parser.read_body(text.substr(at_once.end), taken) == 0) {
        must(taken <= text.size() - at_once.end);
        must(parser.body().size() <= 1000);
        if (parser.is_done() && !framing.is_chunked) must(taken == framing.length);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_urlencoded(text);
    check_multipart(text);
    check_cookies(text);
    check_local_path(text);
    check_head_and_body(text);
    return 0;
}
