// SPDX-License-Identifier: EUPL-1.2
// The desk a page function works at: one visitor, one request, the house around them. Every route
// of the house is a desk::Route, and none can be written without a Rule.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/held.hpp"
#include "domain/journal/journal.hpp"
#include "platform/db/db.hpp"
#include "platform/html/phrases.hpp"
#include "platform/html/template.hpp"
#include "platform/web/limits.hpp"
#include "platform/web/request.hpp"
#include "platform/web/response.hpp"

namespace kring::desk {

/// What pages need of the installation; made once at start.
struct Site {
    db::Database& database;
    const html::Templates& templates;
    const html::Phrases& phrases;
    web::Limits& limits;
    std::string name;            ///< as shown in the header: "Kring"
    std::string public_address;  ///< "https://kring.example", without "/" at the end
    std::string contact_email;
    int anonymous_delay_minutes =
        10;  ///< a random wait up to this long before an anonymous question shows (R19)
    std::function<std::string(std::string_view)> asset;  ///< "kring.css" → its hashed address
    std::string virus_scanner = {};                      ///< address of clamd, "" for none
    std::shared_ptr<HeldForms> held = std::make_shared<HeldForms>();
};

/// Who may come to a route at all; the page function asks the finer rule of its room.
enum class Rule { everyone, signed_in, administrator };

struct Visit {
    Site& site;
    const web::Request& request;
    html::Language language = html::Language::nl;
    std::string pattern;  ///< Dutch pattern of the route, for the language switch
    Actor who;
    std::string session_id;  ///< "" when not signed in
    std::string csrf;  ///< for this session's forms; for a visitor who is not signed in, of a cookie made on
                       ///< sign-in pages
    Time when;
    db::Connection* in = nullptr;  ///< the snapshot of a GET; absent in a POST

    /// Reads in the GET's snapshot, or in one of its own.
    template <class F>
    auto read(F&& f) const -> decltype(f(std::declval<db::Connection&>())) {
        if (in) return f(*in);
        return site.database.read(std::forward<F>(f));
    }
    /// `f(const Act&)` returns a Result; done and durable when this returns.
    template <class F>
    auto write(F&& f) const -> decltype(f(std::declval<const Act&>())) {
        return site.database.write([&](db::Connection& connection) {
            const Act act{who, when, connection, "web"};
            return f(act);
        });
    }

    std::string say(std::string_view key, const html::PhraseValues& values = {}) const {
        return site.phrases.say(key, language, values);
    }
    std::string_view code() const { return html::code(language); }
    bool is_english() const { return language == html::Language::en; }
};

using Page = web::Response (*)(const Visit&);

/// Whose forms a POST takes: those of our own pages (R10), or anybody's, where a secret in the address
/// is all that is asked and all that it can do is what its owner wants: to stop mail (RFC 8058). Only the
/// last takes files.
enum class Forms { ours, anybodys, ours_with_files };

/// What a route of the API takes and gives, for its OpenAPI description. Such a route is asked by programs:
/// it answers in JSON, knows no session, and changes nothing.
struct Api {
    std::string_view id;       ///< operationId: "assess"
    std::string_view summary;  ///< one line, English
    std::string_view takes;    ///< name of the request's schema; "" for a GET
    std::string_view gives;    ///< name of the answer's schema
};

/// One line of the route table. The pattern is the Dutch one; the English one below /en/ follows
/// from the words in addresses.cpp.
struct Route {
    Route(web::Method route_method, std::string_view route_pattern, Page route_page, Rule route_rule,
          Forms route_forms = Forms::ours)
        : method(route_method),
          pattern(route_pattern),
          page(route_page),
          rule(route_rule),
          forms(route_forms) {}
    /// Of the API; `route_api` outlives the route.
    Route(web::Method route_method, std::string_view route_pattern, Page route_page, Rule route_rule,
          const Api& route_api)
        : Route(route_method, route_pattern, route_page, route_rule) {
        api = &route_api;
    }
    web::Method method;
    std::string_view pattern;
    Page page;
    Rule rule;
    Forms forms;
    const Api* api = nullptr;  ///< nothing: a page
};

}  // namespace kring::desk
