// SPDX-License-Identifier: EUPL-1.2
// Takes one HTTP/1.x request apart (Boost.Beast's parser inside): the head at once, the body as it
// comes. framing.hpp decides beforehand and afterwards what of it we believe.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "platform/web/framing.hpp"
#include "platform/web/request.hpp"

namespace kring::web {

class Parser {
public:
    /// Refuses bodies of more than `body_most` bytes.
    explicit Parser(std::size_t body_most);
    ~Parser();

    /// Another bound, for a body of which nothing was read yet.
    void bound_body(std::size_t body_most);

    /// `bytes` is one whole head, with the empty line that ends it. False when it is broken.
    bool read_head(std::string_view bytes);

    /// Reads on in the body; `taken` tells how many bytes it needs no more. Returns 0, 400 or 413.
    /// Fields behind a chunked body are dropped: they could contradict those that were checked.
    int read_body(std::string_view bytes, std::size_t& taken);

    bool is_done() const;
    bool keeps_alive() const;  ///< by version and Connection header; not after a broken head
    const Head& head() const;
    Fields& fields();  ///< header fields in order, names in lower case
    const std::string& body() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kring::web
