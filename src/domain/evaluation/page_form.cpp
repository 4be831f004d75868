// SPDX-License-Identifier: EUPL-1.2
// What a participant fills in, with who reads what.
#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/evaluation/acts.hpp"
#include "domain/evaluation/evaluation_view.hpp"
#include "domain/evaluation/may.hpp"
#include "domain/evaluation/page_functions.hpp"
#include "domain/evaluation/store.hpp"
#include "domain/network/network_view.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::evaluation {

namespace {

using desk::Visit;

struct FormPage {
    Place place;
    std::optional<Answer> earlier;
};

Result<FormPage> read_form_page(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    if (!may_answer(visit.who, place.workshop.record))
        return Problem{Trouble::forbidden, "evaluation.problem.not_there", "", {}};
    if (!place.asked || !is_open(*place.asked, visit.when))
        return Problem{Trouble::conflict, "evaluation.problem.not_open", "", {}};
    auto earlier = find_answer(in, *place.asked, visit.who.person);
    return FormPage{std::move(place), std::move(earlier)};
}

Draft draft_of(const std::optional<Answer>& earlier) {
    Draft draft;
    if (!earlier) return draft;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (earlier->scores[i]) draft.scores[i] = std::to_string(*earlier->scores[i]);
    }
    draft.learned = earlier->learned;
    draft.commitment.what = earlier->intends;
    draft.commitment.due_on = earlier->intends_by;
    draft.better = earlier->better;
    draft.keeps_name = !earlier->named_as.empty();
    return draft;
}

Draft typed_draft(const Visit& visit) {
    Draft draft;
    for (std::size_t i = 0; i < questions.size(); ++i) draft.scores[i] = network::typed(visit, questions[i]);
    draft.learned = network::typed(visit, "learned");
    draft.commitment.what = network::typed(visit, "what");
    draft.commitment.due_on = network::typed(visit, "due_on");
    draft.commitment.language = visit.code();
    draft.makes_commitment = visit.request.field("makes_commitment") == "yes";
    draft.better = network::typed(visit, "better");
    draft.keeps_name = visit.request.field("keeps_name") == "yes";
    return draft;
}

std::vector<desk::Option> scores(const Visit& visit) {
    std::vector<desk::Option> options;
    for (std::int64_t score = 1; score <= score_max; ++score) {
        const std::string number = std::to_string(score);
        options.push_back({number, visit.say("evaluation.score." + number), ""});
    }
    return options;
}

void add_texts(desk::Form& form, const Visit& visit, const Draft& draft) {
    desk::Extra extra;
    extra.is_required = false;
    extra.rows = 3;
    form.area("learned", "evaluation.form.learned", draft.learned, extra);
    desk::Extra what;
    what.is_required = false;
    what.hint = visit.say("commitment.form.what_hint");
    form.text("what", "commitment.form.what", draft.commitment.what, what);
    form.text("due_on", "commitment.form.due", draft.commitment.due_on,
              network::day_field(draft.commitment.due_on));
    desk::Extra makes;
    makes.hint = visit.say("evaluation.form.makes_commitment_hint");
    form.checkbox("makes_commitment", "evaluation.form.makes_commitment", draft.makes_commitment, makes);
}

web::Response show(const Visit& visit, const FormPage& page, const Draft& draft, const Problems& problems) {
    desk::Form form(visit, address_of(visit, page.place, "/bijeenkomsten/{id}/evaluatie"),
                    page.earlier ? "evaluation.form.change" : "evaluation.form.send");
    add_texts(form, visit, draft);
    desk::Extra extra;
    extra.is_required = false;
    for (std::size_t i = 0; i < questions.size(); ++i)
        form.radios(questions[i], "evaluation.form." + std::string(questions[i]), draft.scores[i],
                    scores(visit), extra);
    extra.rows = 3;
    form.area("better", "evaluation.form.better", draft.better, extra);
    desk::Extra name;
    name.hint = visit.say("evaluation.form.keeps_name_hint");
    form.checkbox("keeps_name", "evaluation.form.keeps_name", draft.keeps_name, name);
    form.problems(problems);
    desk::Frame frame = frame_of(visit, page.place, visit.say("evaluation.form"));
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = !problems.empty();
    html::View view;
    set_worded(view, "workshop", page.place.workshop.title(), visit.language);
    const std::string day =
        visit.site.phrases.long_date(amsterdam_day(page.place.asked->closes_at), visit.language);
    view.set("form", form.view())
        .set("has_answered", page.earlier.has_value())
        .set("who_reads", visit.say("evaluation.form.who_reads"))
        .set("whose", visit.say("evaluation.form.whose", {{"day", day}}));
    return desk::show(visit, frame, "evaluation_form", std::move(view), network::status_of_form(problems));
}

}  // namespace

web::Response show_form(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_form_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, draft_of(page->earlier), {});
}

web::Response post_form(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const Draft draft = typed_draft(visit);
    const auto done = visit.write([&](const Act& act) { return answer(act, id, draft); });
    if (done)
        return desk::go(visit, workshop::workshop_address(visit, id),
                        draft.makes_commitment ? "evaluation_and_commitment" : "evaluation_answered");
    if (workshop::is_beyond_the_form(done.problems())) return desk::trouble(visit, done.problems());
    const auto page = visit.read([&](db::Connection& in) { return read_form_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    return show(visit, *page, draft, done.problems());
}

}  // namespace kring::evaluation
