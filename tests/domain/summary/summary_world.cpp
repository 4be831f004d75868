// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/summary/summary_world.hpp"

#include "app/embedded.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/summary/pages.hpp"

namespace kring::summary {

namespace {

std::string whole_address(html::Language language, std::string_view pattern) {
    return "https://kring.example" + desk::address(language, pattern);
}

void record(db::Connection& in, std::string_view id, std::string_view kind, std::string_view title,
            std::string_view audience, std::string_view owner) {
    in.execute(
        "insert into records (id, kind, network_id, title, language, audience, owner_id, state, created_at, "
        "updated_at) values ($1, $2, 'ict', $3, 'nl', $4, $5, 'open', $6, $6)",
        {id, kind, title, audience, db::text_or_null(std::string(owner)), fixtures::world_time - day_ms});
}

void fill(db::Connection& in) {
    fixtures::make_world(in);
    record(in, "les-anna", "lesson", "Vraag om een accu die je zelf vervangt", "network", "anna");
    record(in, "praktijk-sami", "case", "Tweehonderd laptops nog een keer", "everyone", "sami");
    record(in, "vraag-stil", "question", "Mag ik refurbished eisen?", "everyone", "");
    record(in, "les-bron", "lesson", "Eerst het doel, dan het criterium", "everyone", "");
    record(in, "vraag-dicht", "question", secret_title, "purchasers", "bram");
    record(in, "les-eva", "lesson", "Wat de redactie zag", "network", "eva");
    in.execute(
        "insert into lessons (id, body) values ('les-anna', 'x'), ('les-bron', 'x'), ('les-eva', 'x')");
    in.execute(
        "insert into cases (id, context, bought, approach, criteria_used, failed, again) "
        "values ('praktijk-sami', 'x', 'x', 'x', 'x', 'x', 'x')");
    in.execute(
        "insert into questions (id, workshop_id, is_anonymous) values ('vraag-stil', 'ict-2', 1), "
        "('vraag-dicht', null, 0)");
    in.execute(
        "update records set source_title = 'Handreiking', source_url = 'https://bron.example/h?a=1&b=2', "
        "certainty = 'partly' where id = 'les-bron'");
}

}  // namespace

SummaryWorld::SummaryWorld()
    : phrases(app::embedded_catalogue_nl(), app::embedded_catalogue_en()),
      templates(app::embedded_templates(), phrases),
      stationery{phrases, "Kring", whole_address},
      fresh_(GetParam(), app::embedded_migrations()),
      database(fresh_.address()),
      site{database,
           templates,
           phrases,
           limits,
           "Kring",
           "https://kring.example",
           "beheer@kring.example",
           10,
           [](std::string_view name) { return "/static/" + std::string(name); }} {
    const auto filled = database.write([](db::Connection& in) -> Result<Done> {
        fill(in);
        return Done{};
    });
    EXPECT_TRUE(filled);
    const auto made = as(
        "eva", [&](const Act& act) { return make(act, "ict", "nl", {"Wat wij leerden", "What we learnt"}); });
    summary_id = *made;
    const auto chapter = as("eva", [&](const Act& act) {
        return add_chapter(act, summary_id, 1, {"Langer gebruiken", "Using longer"}, {"Inleiding.", ""});
    });
    chapter_id = *chapter;
}

Actor SummaryWorld::who(db::Connection& in, std::string_view person) {
    Actor machine;
    machine.is_operator = true;
    if (person == "operator") return machine;
    return person.empty() ? Actor{} : fixtures::actor(in, person);
}

std::string SummaryWorld::stated(std::string_view text, const std::vector<std::string>& records,
                                 Naming naming) {
    const auto added = as("eva", [&](const Act& act) {
        return add_statement(act, chapter_id, revision_of(act.in, summary_id), {std::string(text), ""});
    });
    EXPECT_TRUE(added);
    for (const std::string& one : records) EXPECT_TRUE(put(*added, one, naming)) << one;
    return *added;
}

Result<Done> SummaryWorld::put(std::string_view statement, std::string_view record_id, Naming naming,
                               std::string_view editor) {
    return as(editor, [&](const Act& act) {
        return place(act, stationery, statement, revision_of(act.in, summary_id), record_id, naming);
    });
}

Result<Done> SummaryWorld::reword(std::string_view statement, std::string_view text,
                                  std::string_view editor) {
    return as(editor, [&](const Act& act) {
        return change_statement(act, stationery, statement, revision_of(act.in, summary_id),
                                {std::string(text), ""});
    });
}

Result<Done> SummaryWorld::answer(std::string_view person, std::string_view record_id, bool is_agreed) {
    return as(person, [&](const Act& act) -> Result<Done> {
        for (const ConsentRow& one : consents_waiting(act.in, act.who)) {
            if (one.record.id == record_id) return decide(act, one.id, is_agreed, "");
        }
        return Problem{Trouble::not_found, "nothing waits", "", {}};
    });
}

Result<Version> SummaryWorld::freeze_as(std::string_view person, std::int64_t number,
                                        std::string_view reason) {
    return as(person, [&](const Act& act) { return freeze(act, summary_id, number, reason); });
}

std::int64_t SummaryWorld::revision() {
    return database.read([&](db::Connection& in) { return revision_of(in, summary_id); });
}

Summary SummaryWorld::working() {
    return database.read([&](db::Connection& in) { return find_summary(in, summary_id).value(); });
}

Agreement SummaryWorld::agreement(std::string_view statement, std::string_view record_id) {
    for (const Chapter& chapter : working().chapters) {
        for (const Statement& one : chapter.statements) {
            if (one.id != statement) continue;
            for (const Placement& placed : one.placements) {
                if (placed.record.id == record_id) return placed.agreement;
            }
        }
    }
    throw std::logic_error("not placed");
}

Version SummaryWorld::version(std::int64_t number) {
    return database.read([&](db::Connection& in) { return find_version(in, summary_id, number).value(); });
}

std::vector<std::string> SummaryWorld::lacking() {
    std::vector<std::string> found;
    const Actor eva = database.read([&](db::Connection& in) { return who(in, "eva"); });
    for (const Problem& one : obstacles(eva, working())) found.push_back(one.phrase);
    return found;
}

std::vector<std::string> SummaryWorld::letters() {
    std::vector<std::string> found;
    database.read([&](db::Connection& in) {
        in.query("select person_id, subject, body from outbox order by made_at, id", {},
                 [&](const db::Row& row) {
                     found.push_back(row.text(0) + ": " + row.text(1) + "\n" + row.text(2));
                 });
    });
    return found;
}

std::string SummaryWorld::first_text(std::string_view sql) {
    return database.read([&](db::Connection& in) { return in.first_text(sql).value_or(""); });
}

web::Response SummaryWorld::call(web::Method method, std::string_view pattern, const web::Fields& parts,
                                 std::string_view person, html::Language language,
                                 const web::Fields& fields) {
    web::Request request;
    request.method = method;
    request.parts = parts;
    (method == web::Method::post ? request.form : request.query) = fields;
    desk::Visit visit{site, request, language, std::string(pattern), {}, "", "", now};
    visit.who = database.read([&](db::Connection& in) { return who(in, person); });
    if (!person.empty()) visit.csrf = "csrf-of-" + std::string(person);
    for (const desk::Route& route : routes()) {
        if (route.method != method || route.pattern != pattern) continue;
        if (method == web::Method::post) return route.page(visit);
        return database.read([&](db::Connection& in) {
            visit.in = &in;
            return route.page(visit);
        });
    }
    throw std::logic_error("no such route: " + std::string(pattern));
}

web::Response SummaryWorld::get(std::string_view pattern, const web::Fields& parts, std::string_view person,
                                html::Language language) {
    return call(web::Method::get, pattern, parts, person, language);
}

web::Response SummaryWorld::post(std::string_view pattern, const web::Fields& parts, std::string_view person,
                                 const web::Fields& form) {
    return call(web::Method::post, pattern, parts, person, html::Language::nl, form);
}

std::string header_of(const web::Response& response, std::string_view name) {
    for (const auto& [header, value] : response.headers) {
        if (header == name) return value;
    }
    return "";
}

}  // namespace kring::summary
