// SPDX-License-Identifier: EUPL-1.2
// What the template engine knows of HTML's element and attribute names. Private to platform/html.
#pragma once

#include <string_view>

namespace kring::html {

/// <title>, <textarea>: text in which only character references count.
bool holds_own_text(std::string_view element);
/// <script>, <style>, <iframe>: text that nothing can be escaped in.
bool holds_raw_text(std::string_view element);
/// Elements that browsers treat by rules of their own and no page of ours needs.
bool is_refused_element(std::string_view element);
/// Elements that run or fetch what their attributes say: no values in any of them.
bool takes_no_values(std::string_view element);

/// on*, style, srcdoc: never, not even without a value (the content-security policy stops them).
bool is_refused_attribute(std::string_view attribute);
/// One address, and nothing beside it.
bool is_address(std::string_view attribute);
/// On the list of attributes whose value is inert text.
bool is_plain(std::string_view element, std::string_view attribute);

}  // namespace kring::html
