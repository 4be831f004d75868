// SPDX-License-Identifier: EUPL-1.2
// The page around a page: title, menu, crumbs, "Zichtbaar voor", language switch; and the one
// place where problems become a status and a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/audience.hpp"
#include "domain/desk/visit.hpp"
#include "platform/base/result.hpp"
#include "platform/html/view.hpp"

namespace kring::desk {

struct Crumb {
    std::string label;
    std::string href;  ///< "" for the page itself
};

struct Frame {
    std::string title;              ///< text of <title> and, by the template, of the h1
    std::string section;            ///< menu item that is current: "netwerken", "vragen", …
    std::vector<Crumb> crumbs;      ///< home is added in front
    chain::VisibleFor visible_for;  ///< who sees this page
    bool has_errors = false;        ///< puts "Fout:" in front of the title
    std::string description;
    std::vector<std::pair<std::string, std::string>> head_links;  ///< Atom feed: (title, href)
    bool refreshes = false;  ///< a browser without script asks again every 15 seconds
};

/// Ready-made visibility lines.
chain::VisibleFor visible_to_everyone();
chain::VisibleFor visible_to_you();
chain::VisibleFor visible_to_administrators();

/// Renders `template_name` with `view` inside the layout. Adds to the view: csrf, and
/// every name of the layout. Public pages for readers who are not signed in are cacheable.
web::Response show(const Visit& visit, const Frame& frame, std::string_view template_name, html::View view,
                   int status = 200);

/// 303 to an address; `message` is a phrase "flash.…" without the "flash." shown there once.
web::Response go(const Visit& visit, std::string_view path, std::string_view message = "");

/// The calm page for problems that no form can show: 400, 403, 404, 409 or 429 by the first one's
/// trouble. A closed record and an absent one give the same page (R14).
web::Response trouble(const Visit& visit, const Problems& problems);
web::Response not_found(const Visit& visit);

int status_of(Trouble trouble);

/// Views that many pages share: a record as a row in a list (component_record_row), the chain
/// around a record (component_chain), its source line (component_source_line; show it when
/// record.source.title is not empty), who brought it in ("Anoniem", "Anna, gemeente Linderdam"),
/// and that with the day.
html::View record_row(const Visit& visit, const chain::Record& record);
html::List record_rows(const Visit& visit, const std::vector<chain::Record>& records);
html::View chain_view(const Visit& visit, const chain::Record& record);
html::View source_view(const Visit& visit, const chain::Record& record);
std::string by(const Visit& visit, const chain::Record& record);
std::string byline(const Visit& visit, const chain::Record& record);

}  // namespace kring::desk
