// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp, and what they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/people/letters.hpp"
#include "domain/summary/store.hpp"
#include "domain/summary/version_view.hpp"

namespace kring::summary {

// Published versions
web::Response list_publications(const desk::Visit& visit);
web::Response show_newest(const desk::Visit& visit);
web::Response show_version(const desk::Visit& visit);
web::Response go_to_version(const desk::Visit& visit);
web::Response show_file(const desk::Visit& visit);
web::Response show_feed(const desk::Visit& visit);

// The working summary
web::Response show_summary(const desk::Visit& visit);
web::Response new_summary(const desk::Visit& visit);
web::Response post_new_summary(const desk::Visit& visit);
web::Response edit_summary(const desk::Visit& visit);
web::Response post_summary(const desk::Visit& visit);
web::Response new_chapter(const desk::Visit& visit);
web::Response post_new_chapter(const desk::Visit& visit);
web::Response edit_chapter(const desk::Visit& visit);
web::Response post_chapter(const desk::Visit& visit);
web::Response post_chapter_order(const desk::Visit& visit);
web::Response post_chapter_removal(const desk::Visit& visit);
web::Response new_statement(const desk::Visit& visit);
web::Response post_new_statement(const desk::Visit& visit);
web::Response edit_statement(const desk::Visit& visit);
web::Response post_statement(const desk::Visit& visit);
web::Response post_statement_order(const desk::Visit& visit);
web::Response post_statement_removal(const desk::Visit& visit);

// Sources and consent
web::Response show_sources(const desk::Visit& visit);
web::Response post_source(const desk::Visit& visit);
web::Response post_source_removal(const desk::Visit& visit);
web::Response post_question_to_owner(const desk::Visit& visit);
web::Response show_consent(const desk::Visit& visit);
web::Response post_consent(const desk::Visit& visit);

// Freezing
web::Response preview_freeze(const desk::Visit& visit);
web::Response post_freeze(const desk::Visit& visit);

// What they share

/// A working summary its reader may edit, with its network.
struct Editing {
    Summary summary;
    network::Network network;
};

/// The summary, when the visitor may edit it; "" as id finds nothing.
std::optional<Editing> find_editing(db::Connection& in, const desk::Visit& visit, std::string_view summary);

/// The same by the chapter or the statement that the address names.
std::optional<Editing> find_editing_of_chapter(db::Connection& in, const desk::Visit& visit);
std::optional<Editing> find_editing_of_statement(db::Connection& in, const desk::Visit& visit);

/// Title, crumbs and visibility of a page about a working summary. `is_itself`: that page alone.
desk::Frame frame_of(const desk::Visit& visit, const Editing& editing, std::string title,
                     bool is_itself = false);

/// The working summary's title in the reader's language.
std::string title_of(const Summary& summary, html::Language language);

std::string summary_address(const desk::Visit& visit, std::string_view id);

/// The hidden field `revision`; 0, which no summary has, when it is missing.
std::int64_t typed_revision(const desk::Visit& visit);

/// Letters in each reader's language, with whole addresses.
people::Stationery stationery_of(const desk::Visit& visit);

bool is_clash(const Problems& problems);

/// For the buttons: back to the summary with what was done, or with the word that somebody was first.
web::Response after(const desk::Visit& visit, const Result<Done>& done, const std::string& back,
                    std::string_view message);

html::View badge(std::string label, std::string_view tone);
html::View agreement_badge(const desk::Visit& visit, Agreement agreement);

/// How somebody may be named, as choices; the hint says what would stand there.
std::vector<desk::Option> naming_options(const desk::Visit& visit, const chain::Record& record);

/// What stands in the way, in words, each with a link to its place in the summary.
html::List obstacle_views(const desk::Visit& visit, const Editing& editing);

/// The place of a chapter ("2") or a statement ("2.3") in the summary, "" when it is not there.
std::string place_of(const Summary& summary, std::string_view id);

}  // namespace kring::summary
