// SPDX-License-Identifier: EUPL-1.2
// What a text became, kept for when the same text is asked for again: a page with twenty answers parses
// twenty texts that hardly ever change. Holds nothing that cannot be made anew.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace kring::html {

/// A fixed number of places, chosen by the text's hash; a newer text takes the place of an older one.
/// Thread-safe.
class Memo {
public:
    /// Longer texts are not kept, so that a full memo stays below some 10 MB.
    static constexpr std::size_t longest_bytes = 4096;

    /// `make(text, variant)`, or what that gave before.
    template <class Make>
    std::string get(std::string_view text, int variant, Make&& make) {
        if (text.size() > longest_bytes) return make(text, variant);
        if (const auto kept = find(text, variant)) return kept->result;
        return keep(text, variant, make(text, variant));
    }

private:
    struct Entry {
        std::string text;
        int variant;
        std::string result;
    };
    struct Place {
        std::mutex mutex;
        std::shared_ptr<const Entry> entry;
    };

    Place& place_of(std::string_view text, int variant);
    std::shared_ptr<const Entry> find(std::string_view text, int variant);
    std::string keep(std::string_view text, int variant, std::string result);

    std::array<Place, 1024> places_;
};

}  // namespace kring::html
