// SPDX-License-Identifier: EUPL-1.2
// What the pages of administration share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/people/people.hpp"
#include "domain/people/store.hpp"

namespace kring::app {

/// Frame of an administration page below "Beheer"; `crumbs` come between that and the title.
desk::Frame admin_frame(const desk::Visit& visit, std::string title, std::vector<desk::Crumb> crumbs = {});

html::View button_view(std::string action, std::string label, std::string about = "");

/// Choices for selects and radios; lists of things one may leave empty begin with an empty choice.
std::vector<desk::Option> organisation_options(const desk::Visit& visit,
                                               const std::vector<people::Organisation>& all);
std::vector<desk::Option> network_options(const desk::Visit& visit,
                                          const std::vector<people::NamedNetwork>& all);
std::vector<desk::Option> language_options(const desk::Visit& visit);
std::vector<desk::Option> side_options(const desk::Visit& visit);
std::vector<desk::Option> kind_options(const desk::Visit& visit);

/// Fields "network", "side", "facilitator", "editor", "expert".
struct PlaceTyped {
    std::string network;
    std::string side;
    bool is_facilitator = false;
    bool is_editor = false;
    bool is_expert = false;
};
PlaceTyped place_typed(const web::Request& request);
void add_place_fields(const desk::Visit& visit, desk::Form& form, const PlaceTyped& typed,
                      const std::vector<people::NamedNetwork>& networks, bool is_required);

/// The membership meant; adds a Problem when no side was chosen.
Membership membership_of(const PlaceTyped& typed, Problems& problems);

/// "Inkoper, begeleider".
std::string place_in_words(const desk::Visit& visit, const Membership& membership);
std::string network_in_words(const desk::Visit& visit, const std::vector<people::NamedNetwork>& all,
                             std::string_view id);

int status_with(const Problems& problems);

/// "pattern?name=value&…" of what is not empty.
std::string filtered(std::string address,
                     std::initializer_list<std::pair<std::string_view, std::string>> values);

/// Page number from the query "pagina", from 1.
int page_number(const desk::Visit& visit);

// Pages of admin_routes() in files of their own.
web::Response people_page(const desk::Visit& visit);
web::Response invite_page(const desk::Visit& visit);
web::Response invite(const desk::Visit& visit);
web::Response person_page(const desk::Visit& visit);
web::Response change_person(const desk::Visit& visit);
web::Response set_membership(const desk::Visit& visit);
web::Response end_membership(const desk::Visit& visit);
web::Response suspend(const desk::Visit& visit);
web::Response reactivate(const desk::Visit& visit);
web::Response invite_again(const desk::Visit& visit);
web::Response journal_page(const desk::Visit& visit);
web::Response outbox_page(const desk::Visit& visit);

}  // namespace kring::app
