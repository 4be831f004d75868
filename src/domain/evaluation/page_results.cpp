// SPDX-License-Identifier: EUPL-1.2
// What facilitators see: asking the participants, counts and texts, and the answers as a file.
#include "domain/desk/addresses.hpp"
#include "domain/desk/table.hpp"
#include "domain/evaluation/acts.hpp"
#include "domain/evaluation/evaluation_view.hpp"
#include "domain/evaluation/page_functions.hpp"
#include "domain/evaluation/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::evaluation {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct ResultsPage {
    Place place;
    std::vector<Answer> answers;
};

Result<ResultsPage> read_results(db::Connection& in, const Visit& visit) {
    TRY(place, find_place_to_see(in, visit));
    auto answers = answers_of(in, place.workshop.record.id);
    return ResultsPage{std::move(place), std::move(answers)};
}

// How often each score was given; the number of answers is their sum.
struct Division {
    std::array<std::int64_t, score_max> counts = {};
    std::int64_t count = 0;
    std::int64_t sum = 0;
};

Division division_of(const std::vector<Answer>& answers, std::size_t question) {
    Division division;
    for (const Answer& answer : answers) {
        if (!answer.scores[question]) continue;
        const std::int64_t score = *answer.scores[question];
        ++division.counts[static_cast<std::size_t>(score - 1)];
        ++division.count;
        division.sum += score;
    }
    return division;
}

// One decimal, rounded half up, in the way of the language; nothing of a few people.
std::string mean_in_words(const Visit& visit, const Division& division) {
    if (division.count < division_least) return "–";
    const std::int64_t tenths = (division.sum * 20 + division.count) / (2 * division.count);
    return std::to_string(tenths / 10) + (visit.is_english() ? "." : ",") + std::to_string(tenths % 10);
}

View scores_table(const Visit& visit, const std::vector<Answer>& answers) {
    desk::Table table("scores", visit.say("evaluation.results.scores"));
    table.column(visit.say("evaluation.results.question"))
        .column(visit.say("evaluation.results.mean"), true)
        .column("n", true);
    for (std::int64_t score = 1; score <= score_max; ++score) table.column(std::to_string(score), true);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const Division division = division_of(answers, i);
        table.row()
            .cell(visit.say("evaluation.form." + std::string(questions[i])))
            .cell(mean_in_words(visit, division))
            .cell(std::to_string(division.count));
        for (const std::int64_t count : division.counts)
            table.cell(division.count >= division_least ? std::to_string(count) : "–");
    }
    return table.view();
}

List texts(const std::vector<Answer>& answers, std::string Answer::* which) {
    List list;
    for (const Answer& answer : answers) {
        if ((answer.*which).empty()) continue;
        View view;
        view.set("text", answer.*which).set("by", answer.named_as);
        list.push_back(std::move(view));
    }
    return list;
}

View texts_section(const Visit& visit, std::string_view id, const std::vector<Answer>& answers,
                   std::string Answer::* which) {
    View view;
    view.set("id", id)
        .set("heading", visit.say("evaluation.results." + std::string(id)))
        .set("texts", texts(answers, which));
    return view;
}

web::Response file(const Visit& visit, std::string_view type, std::string_view ending,
                   std::string (*written)(const sheet::Sheet&, const std::string&)) {
    const auto page = visit.read([&](db::Connection& in) { return read_results(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return web::bytes(written(sheet_of(page->place, page->answers), amsterdam_day(visit.when)), type,
                      "evaluatie-" + page->place.workshop.record.id + "." + std::string(ending));
}

}  // namespace

web::Response show_results(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_results(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    const Place& place = page->place;
    desk::Frame frame = frame_of(visit, place, visit.say("evaluation.results"));
    frame.visible_for = workshop::visible_to_planners(visit, place.network);
    const bool may_ask =
        !place.asked && !place.workshop.is_cancelled() && is_over(place.workshop, visit.when);
    const auto moment = [&](Time time) { return visit.site.phrases.moment(time, visit.language); };
    const auto count = std::to_string(page->answers.size());
    View view;
    view.set("is_asked", place.asked.has_value())
        .set("asked", place.asked
                          ? visit.say("evaluation.results.asked", {{"when", moment(place.asked->asked_at)},
                                                                   {"until", moment(place.asked->closes_at)}})
                          : visit.say("evaluation.results.not_asked"))
        .set("ask_href", may_ask ? address_of(visit, place, "/bijeenkomsten/{id}/evaluatie/verzoek") : "")
        .set("count", visit.say("evaluation.results.count", {{"count", count}}))
        .set("has_answers", !page->answers.empty())
        .set("scores", scores_table(visit, page->answers))
        .set("sections", List{texts_section(visit, "learned", page->answers, &Answer::learned),
                              texts_section(visit, "intends", page->answers, &Answer::intends),
                              texts_section(visit, "better", page->answers, &Answer::better)})
        .set("csv_href", address_of(visit, place, "/bijeenkomsten/{id}/evaluatie/antwoorden.csv"))
        .set("ods_href", address_of(visit, place, "/bijeenkomsten/{id}/evaluatie/antwoorden.ods"));
    return desk::show(visit, frame, "evaluation_results", std::move(view));
}

web::Response show_asking(const Visit& visit) {
    std::vector<people::Person> people;
    const auto place = visit.read([&](db::Connection& in) -> Result<Place> {
        TRY(found, find_place_to_see(in, visit));
        if (found.asked) return Problem{Trouble::conflict, "evaluation.problem.asked", "", {}};
        if (found.workshop.is_cancelled() || !is_over(found.workshop, visit.when))
            return Problem{Trouble::conflict, "evaluation.problem.not_over", "", {}};
        people = recipients(in, found.workshop, visit.when);
        return std::move(found);
    });
    if (!place) return desk::trouble(visit, place.problems());
    List names;
    for (const people::Person& person : people) {
        View view;
        view.set("text", person.organisation_name.empty() ? person.name
                                                          : person.name + ", " + person.organisation_name);
        names.push_back(std::move(view));
    }
    desk::Frame frame = frame_of(visit, *place, visit.say("evaluation.ask"));
    frame.visible_for = workshop::visible_to_planners(visit, place->network);
    View view;
    view.set("lead", visit.say("evaluation.ask.lead", {{"count", std::to_string(people.size())}}))
        .set("names", std::move(names))
        .set("subject", visit.say("evaluation.letter.subject",
                                  {{"title", in_language(place->workshop.title(), visit.language).text}}))
        .set("action", address_of(visit, *place, "/bijeenkomsten/{id}/evaluatie/verzoek"));
    return desk::show(visit, frame, "evaluation_ask", std::move(view));
}

web::Response post_asking(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const auto done = visit.write([&](const Act& act) { return ask(act, visit.site, id); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, desk::address(visit, "/bijeenkomsten/{id}/evaluatie/uitkomsten", {id}),
                    "evaluation_asked");
}

web::Response show_csv(const Visit& visit) {
    return file(visit, sheet::csv_type, "csv",
                [](const sheet::Sheet& sheet, const std::string&) { return sheet::csv(sheet); });
}

web::Response show_ods(const Visit& visit) {
    return file(visit, sheet::ods_type, "ods",
                [](const sheet::Sheet& sheet, const std::string& day) { return sheet::ods(sheet, day); });
}

}  // namespace kring::evaluation
