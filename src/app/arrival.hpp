// SPDX-License-Identifier: EUPL-1.2
// What every way of coming in shares: the browser at the door, what it is handed, and the text it
// was sending when its session turned out to have ended.
#pragma once

#include <string>
#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/people/letters.hpp"
#include "domain/people/sign_in.hpp"
#include "platform/base/result.hpp"

namespace kring::app {

people::Stationery stationery_of(const desk::Visit& visit);
people::Visitor visitor_of(const desk::Visit& visit);

/// Where somebody goes on to: the form's "volgende" when it is a path of ours, otherwise the start page.
std::string next_address(const desk::Visit& visit, std::string_view wanted);

/// Answers a browser that has just come in: with its cookies, to where it was going, or to the page that
/// gives back what it was sending.
web::Response let_in(const desk::Visit& visit, const people::Welcome& welcome);

/// Fields of a form that was interrupted, as the sign-in form carries them along: names with "_f:" in
/// front, and the address it was going to.
struct Carried {
    std::string to;  ///< "" when nothing is carried
    web::Fields fields;
};
Carried carried_of(const web::Fields& form);

/// What was posted to the address of this visit, without passwords and the old token.
Carried carried_from_post(const desk::Visit& visit);

/// A page with what was typed and a button that sends it to where it was going.
web::Response show_carried(const desk::Visit& visit, const Carried& carried, std::string_view lead,
                           int status);

struct FormPage {
    std::string title;
    std::string lead;    ///< may be empty
    std::string notice;  ///< a boxed remark above the form; may be empty
    std::string after;   ///< a sentence below the form; may be empty
    html::View form;
};

/// A page that is one form. `problems` decide the status; the form shows them itself.
web::Response show_form(const desk::Visit& visit, const FormPage& page, const Problems& problems);

// Pages of sign_in_routes() in files of their own.
web::Response show_invitation(const desk::Visit& visit);
web::Response accept(const desk::Visit& visit);

/// The sign-in form. `email` is what stands in its field.
web::Response show_sign_in(const desk::Visit& visit, std::string_view email, std::string_view next,
                           const Carried& carried, const Problems& problems, int status);

}  // namespace kring::app
