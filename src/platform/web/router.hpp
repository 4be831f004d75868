// SPDX-License-Identifier: EUPL-1.2
// The route table: a route is one line, and none can be written without saying who may come.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/web/request.hpp"

namespace kring::web {

struct Match {
    std::size_t route = 0;  ///< index given to add()
    Fields parts;
};

/// Finds a route by method and path. Patterns: "/vragen/{id}/stem"; a part in braces takes one
/// non-empty segment, and a fixed word in the same place ("/vragen/nieuw") goes before it.
class Router {
public:
    /// Throws std::logic_error when two patterns of one method could not be told apart.
    void add(Method method, std::string_view pattern, std::size_t route);

    /// HEAD is served by GET routes. `path_known` becomes true when only the method differs (405).
    bool find(Method method, std::string_view path, Match& match, bool& path_known) const;

private:
    struct Entry {
        Method method;
        std::vector<std::string> segments;
        std::size_t route;
    };
    std::vector<Entry> entries_;
};

}  // namespace kring::web
