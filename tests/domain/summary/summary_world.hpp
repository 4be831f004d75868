// SPDX-License-Identifier: EUPL-1.2
// The small world with records to place, a working summary by eva, and a way to call this room's
// pages as somebody. The records:
//
//   id            kind      owner   audience    what
//   les-anna      lesson    anna    network     needs anna's consent
//   praktijk-sami case      sami    everyone    needs sami's consent
//   vraag-stil    question  –       everyone    anonymous, asked at ict-2
//   les-bron      lesson    –       everyone    from a public source, partly read
//   vraag-dicht   question  bram    purchasers  closed; its title is a secret
//   les-eva       lesson    eva     network     the editor's own
//   ict-2-lezing  session   femke   everyone    part of the programme
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/summary/acts.hpp"
#include "domain/summary/store.hpp"
#include "platform/html/template.hpp"
#include "platform/web/limits.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::summary {

inline constexpr std::string_view secret_title = "Hoeveel bieden wij voor tweehonderd laptops";

class SummaryWorld : public ::testing::TestWithParam<db::Engine> {
protected:
    SummaryWorld();

    template <class F>
    auto as(std::string_view person, F&& f) -> decltype(f(std::declval<const Act&>())) {
        return database.write([&](db::Connection& in) {
            const Act act{who(in, person), now, in, "web"};
            return f(act);
        });
    }

    /// "" for nobody, "operator" for the command line.
    static Actor who(db::Connection& in, std::string_view person);

    /// A statement of its own in the first chapter, with these records under it, placed by eva.
    std::string stated(std::string_view text, const std::vector<std::string>& records,
                       Naming naming = Naming::name);
    Result<Done> put(std::string_view statement, std::string_view record, Naming naming,
                     std::string_view editor = "eva");
    Result<Done> reword(std::string_view statement, std::string_view text, std::string_view editor = "eva");
    Result<Done> answer(std::string_view person, std::string_view record, bool is_agreed);
    Result<Version> freeze_as(std::string_view person, std::int64_t number, std::string_view reason = "");

    std::int64_t revision();
    Summary working();
    Agreement agreement(std::string_view statement, std::string_view record);
    Version version(std::int64_t number);

    /// Phrases of what stands in the way, for eva.
    std::vector<std::string> lacking();
    std::vector<std::string> letters();
    std::string first_text(std::string_view sql);

    /// Calls the page of a route. `pattern` is the Dutch one; `parts` and `form` as the router and the form
    /// reader would fill them.
    web::Response call(web::Method method, std::string_view pattern, const web::Fields& parts,
                       std::string_view person, html::Language language = html::Language::nl,
                       const web::Fields& fields = {});
    web::Response get(std::string_view pattern, const web::Fields& parts, std::string_view person = "",
                      html::Language language = html::Language::nl);
    web::Response post(std::string_view pattern, const web::Fields& parts, std::string_view person,
                       const web::Fields& form);

    Time now = fixtures::world_time;
    html::Phrases phrases;
    html::Templates templates;
    web::Limits limits;
    people::Stationery stationery;
    std::string summary_id;
    std::string chapter_id;

private:
    tests::FreshDatabase fresh_;

protected:
    db::Database database;
    desk::Site site;
};

template <class T>
std::vector<std::string> phrases_of(const Result<T>& result) {
    std::vector<std::string> found;
    if (result) return found;
    for (const Problem& problem : result.problems()) found.push_back(problem.phrase);
    return found;
}

using Words = std::vector<std::string>;

std::string header_of(const web::Response& response, std::string_view name);

}  // namespace kring::summary
