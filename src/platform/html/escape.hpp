// SPDX-License-Identifier: EUPL-1.2
// Where text meets markup: the escapers for each place of a page, and the allow-list of
// addresses. Private to platform/html; templates and Markdown share it, so there is one list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kring::html {

/// What an address is, as a browser would take it.
enum class Address { refused, web, mail, local, query, fragment };

/// web: http or https with a host. mail: mailto. local: "/x", never "//x" or "/\x". Anything with
/// a control character or a backslash is refused, since browsers drop or turn those. Expects the
/// text as the browser sees it: character references already resolved.
Address kind_of_address(std::string_view address);

/// "/static/kring.1a2b3c4d5e.js": a script out of our own binary. Only its assets live there.
bool is_own_script(std::string_view address);

/// How a value is written at its place in a template.
enum class Escaper : std::uint8_t {
    markup,         ///< between tags: text escaped, Html as it stands
    text,           ///< in a quoted attribute, <title> or <textarea>
    address,        ///< the whole value of an address attribute
    address_lead,   ///< the beginning of one, with more behind it
    address_asked,  ///< the beginning of one, with "?" or "#" behind it
    address_own,    ///< a whole local path and nothing else: <link href>
    script_own,     ///< is_own_script and nothing else: <script src>
    first_segment,  ///< right behind the first "/" of a path
    segment,        ///< further on in a path
    query,          ///< behind the "?" or "#"
    mailbox,        ///< behind "mailto:"
};

/// Escapes & < > " ' onto the end of `out`.
void write_escaped(std::string& out, std::string_view text);

/// Writes `text` so that it cannot leave the place the escaper stands for. An address that is
/// not on the list becomes "#".
void write_as(std::string& out, Escaper escaper, std::string_view text);

}  // namespace kring::html
