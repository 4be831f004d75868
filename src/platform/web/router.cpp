// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/router.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace kring::web {
namespace {

bool is_part(std::string_view segment) { return !segment.empty() && segment[0] == '{'; }

std::logic_error fault(std::string_view pattern, std::string_view what) {
    return std::logic_error("route " + std::string(pattern) + ": " + std::string(what));
}

/// A pattern is written by us, so a slip in one must stop the start rather than hide a page.
void check_segment(std::string_view pattern, std::string_view segment,
                   const std::vector<std::string>& before) {
    const bool has_brace = segment.find_first_of("{}") != std::string_view::npos;
    if (!has_brace) return;
    if (segment.size() < 3 || segment.front() != '{' || segment.back() != '}')
        throw fault(pattern, "broken braces");
    if (segment.substr(1, segment.size() - 2).find_first_of("{}") != std::string_view::npos) {
        throw fault(pattern, "broken braces");
    }
    for (const std::string& other : before) {
        if (other == segment) throw fault(pattern, "names a part twice");
    }
}

std::vector<std::string> segments_of(std::string_view pattern) {
    if (pattern.empty() || pattern[0] != '/') throw fault(pattern, "does not begin with a slash");
    std::vector<std::string> segments;
    for (std::string_view segment : split(pattern.substr(1), '/')) {
        if (segment.empty() && pattern != "/") throw fault(pattern, "has an empty segment");
        check_segment(pattern, segment, segments);
        segments.emplace_back(segment);
    }
    return segments;
}

/// Where a fixed word and a part could both take a segment, the word wins; only two patterns with words
/// and parts in the same places can never be told apart.
bool have_the_same_shape(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (is_part(left[i]) != is_part(right[i])) return false;
        if (!is_part(left[i]) && left[i] != right[i]) return false;
    }
    return true;
}

/// Fixed words before parts, segment by segment: the order in which patterns are tried.
bool comes_first(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(),
        [](const std::string& a, const std::string& b) { return !is_part(a) && is_part(b); });
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
    if (pattern.size() != path.size()) return false;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (is_part(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
    }
    return true;
}

}  // namespace

void Router::add(Method method, std::string_view pattern, std::size_t route) {
    if (method == Method::head) throw fault(pattern, "HEAD is served by GET");
    std::vector<std::string> segments = segments_of(pattern);
    for (const Entry& entry : entries_) {
        if (entry.method != method || !have_the_same_shape(entry.segments, segments)) continue;
        throw fault(pattern, "takes the same path as /" + join(entry.segments, "/"));
    }
    const auto place = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return comes_first(segments, entry.segments);
    });
    entries_.insert(place, {method, std::move(segments), route});
}

bool Router::find(Method method, std::string_view path, Match& match, bool& path_known) const {
    path_known = false;
    if (path.empty() || path[0] != '/') return false;
    const Method wanted = method == Method::head ? Method::get : method;
    const std::vector<std::string_view> segments = split(path.substr(1), '/');
    for (const Entry& entry : entries_) {
        if (!fits(entry.segments, segments)) continue;
        path_known = true;
        if (entry.method != wanted) continue;
        match = {entry.route, {}};
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const std::string_view name = entry.segments[i];
            if (is_part(name)) match.parts.emplace_back(name.substr(1, name.size() - 2), segments[i]);
        }
        path_known = false;
        return true;
    }
    return false;
}

}  // namespace kring::web
