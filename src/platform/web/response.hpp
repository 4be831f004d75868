// SPDX-License-Identifier: EUPL-1.2
// One answer, and the headers every answer carries (R11, R12).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kring::web {

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  ///< instead of body: embedded assets, never copied
    bool is_personal = true;                         ///< no-store
    bool holds_secret =
        true;  ///< a personal page that holds a token or echoes the address is never compressed (BREACH)

    Response& with(std::string name, std::string value) {
        headers.emplace_back(std::move(name), std::move(value));
        return *this;
    }
};

Response page(std::string html, int status = 200);
Response see_other(std::string_view path);  ///< 303
Response bytes(std::string body, std::string_view content_type, std::string_view download_name = "");
Response plain(int status, std::string_view text);

/// Adds CSP, nosniff, frame, referrer, COOP, CORP and cache headers; HSTS when the request was secure.
void add_security_headers(Response& response, bool is_secure);

}  // namespace kring::web
