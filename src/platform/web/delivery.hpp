// SPDX-License-Identifier: EUPL-1.2
// From a page's Response to the bytes that leave: headers every answer carries, entity tag and
// 304, compression, length. Pure but for the memory of embedded assets and the Date.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/web/request.hpp"
#include "platform/web/response.hpp"

namespace kring::web {

/// What goes out, ready to write: the head, then the body.
struct Delivery {
    std::string head;
    std::string body;
    std::shared_ptr<const std::string> shared_body;  ///< instead of body
    int status = 0;
    bool closes = false;  ///< the connection ends after it

    std::string_view bytes() const { return shared_body ? *shared_body : std::string_view(body); }
};

/// Tag and compressed form of shared bodies, worked out once each. Thread-safe.
class SharedBodies {
public:
    struct Prepared {
        std::string tag;                                ///< 32 hexadecimal digits of SHA-256
        std::shared_ptr<const std::string> compressed;  ///< null until asked for, or when it is not smaller
    };
    /// Forgets a body when the last owner outside does.
    Prepared prepared(const std::shared_ptr<const std::string>& body, bool compress);

private:
    struct Entry {
        std::weak_ptr<const std::string> body;
        Prepared prepared;
        bool was_compressed = false;
    };
    std::mutex mutex_;
    std::unordered_map<const std::string*, Entry> entries_;
};

/// How this answer travels.
struct Passage {
    bool is_http_1_0 = false;
    bool keeps_alive = true;
};

/// Throws std::logic_error when a header holds a control character: nothing may be smuggled out.
Delivery deliver(const Request& request, Response response, const Passage& passage, SharedBodies& shared);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date(std::int64_t unix_seconds);

}  // namespace kring::web
