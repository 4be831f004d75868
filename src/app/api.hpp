// SPDX-License-Identifier: EUPL-1.2
// The API: what programs may ask over HTTP. It follows the API Design Rules of the Dutch government: version
// in the path and in a header, no slash at the end, problems by RFC 9457, its own OpenAPI 3.1 description.
// Its routes know no session and change nothing; that is why they ask for no form token.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "platform/json/json.hpp"

namespace kring::app {

inline constexpr std::string_view api_version = "1.0.0";

/// One of the few places to compute a document with draws, in the whole process; given back in the end.
/// Thread-safe.
class DrawingPlace {
public:
    DrawingPlace();
    ~DrawingPlace();
    DrawingPlace(const DrawingPlace&) = delete;
    DrawingPlace& operator=(const DrawingPlace&) = delete;

    bool is_free() const { return is_free_; }  ///< whether one was, and is now taken

private:
    bool is_free_;
};

std::vector<desk::Route> api_routes();

/// Whether an address is one of the API's, known or not.
bool is_of_api(std::string_view path);

/// Nothing when the route may be asked this way; else why not (406, 415).
int unfit_for_api(const web::Request& request);

/// A refusal with application/problem+json in the reader's language; 429 and 503 say when to come back.
web::Response api_trouble(const desk::Visit& visit, int status, const Problems& problems = {});

/// The OpenAPI 3.1 description of these routes; `address` is the public address of the site.
json::Value openapi_document(const std::vector<desk::Route>& routes, std::string_view address);

/// Schemas by name, for it and for tests.
json::Object api_schemas();

}  // namespace kring::app
