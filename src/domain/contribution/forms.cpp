// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/forms.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/desk/drafts.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/text.hpp"

namespace kring::contribution {

namespace {

using desk::Extra;
using desk::Form;
using desk::Option;

std::string typed(const web::Fields& fields, std::string_view name) {
    return std::string(trim(with_lf(web::value_of(fields, name))));
}

Extra optional_field(std::string hint = "") {
    Extra extra;
    extra.is_required = false;
    extra.hint = std::move(hint);
    return extra;
}

Extra with_hint(const desk::Visit& visit, std::string_view key, int rows = 6) {
    Extra extra;
    extra.hint = visit.say(key);
    extra.rows = rows;
    return extra;
}

std::vector<Option> networks_open_to(const desk::Visit& visit) {
    std::vector<Option> options;
    visit.read([&](db::Connection& in) {
        for (const network::Network& one : network::all(in, visit.who)) {
            if (visit.who.is_member(one.id))
                options.push_back({one.id, network::name(one, visit.code()), ""});
        }
    });
    return options;
}

std::vector<Option> workshops_of(const desk::Visit& visit, std::string_view none_key) {
    std::vector<Option> options = {{"", visit.say(none_key), ""}};
    visit.read([&](db::Connection& in) {
        for (const Membership& membership : visit.who.memberships) {
            for (const auto& one :
                 workshop::workshops_of_network(in, visit.who, membership.network, visit.when)) {
                options.push_back({one.record.id, visit.is_english() ? one.title_en : one.record.title, ""});
            }
        }
    });
    return options;
}

std::vector<Option> audiences_of(const desk::Visit& visit, std::string_view network) {
    std::vector<Option> options;
    const std::string in_network = network.empty() && !visit.who.memberships.empty()
                                       ? visit.who.memberships[0].network
                                       : std::string(network);
    for (const chain::Audience audience : chain::audiences_open_to(visit.who, in_network)) {
        const std::string word(chain::word(audience));
        options.push_back({word, visit.say("audience." + word), visit.say("audience." + word + ".hint")});
    }
    return options;
}

Common read_common(const web::Fields& fields) {
    Common common;
    common.network = typed(fields, "network");
    common.title = typed(fields, "title");
    common.language = typed(fields, "language");
    common.audience = typed(fields, "audience");
    common.audience_of = typed(fields, "audience_of");
    common.source = {typed(fields, "source_title"), typed(fields, "source_url"),
                     typed(fields, "source_read_on"), ""};
    return common;
}

Common common_of(const chain::Record& record) {
    return Common{record.network,     record.title,
                  record.language,    std::string(chain::word(record.audience)),
                  record.audience_of, record.source};
}

// One network needs no choice; it goes along unseen.
void add_network(Form& form, const desk::Visit& visit, const Common& common) {
    const auto networks = networks_open_to(visit);
    if (networks.size() == 1)
        form.hidden("network", networks[0].value);
    else
        form.select("network", "contribution.field.network", common.network, networks);
}

void add_audience(Form& form, const desk::Visit& visit, const Common& common) {
    form.radios("audience", "contribution.field.audience", common.audience,
                audiences_of(visit, common.network));
    const bool may_address_workshop = !visit.who.workshops.empty() || !common.audience_of.empty();
    if (may_address_workshop) {
        form.select("audience_of", "contribution.field.audience_of", common.audience_of,
                    workshops_of(visit, "contribution.field.no_workshop"), optional_field());
    }
}

void add_language(Form& form, const desk::Visit& visit, const std::string& language) {
    form.radios("language", "contribution.field.language",
                language.empty() ? std::string(visit.code()) : language,
                {{"nl", visit.say("language.nl"), ""}, {"en", visit.say("language.en"), ""}});
}

void add_source(Form& form, const desk::Visit& visit, const chain::Source& source) {
    Extra day = optional_field();
    day.type = "date";
    form.text("source_title", "contribution.field.source_title", source.title,
              optional_field(visit.say("contribution.field.source_hint")));
    form.text("source_url", "contribution.field.source_url", source.url, optional_field());
    form.text("source_read_on", "contribution.field.source_read_on", source.read_on, day);
}

void add_range(Form& form, const desk::Visit& visit, const std::string& name, const Range& range) {
    Extra figure = optional_field();
    figure.autocomplete = "off";
    form.text(name + "_low", "contribution.field." + name + "_low", range.low, figure);
    form.text(name + "_high", "contribution.field." + name + "_high", range.high, figure);
    form.text(name + "_source", "contribution.field." + name + "_source", range.source,
              optional_field(visit.say("contribution.field.range_source_hint")));
}

Range read_range(const web::Fields& fields, const std::string& name) {
    return Range{typed(fields, name + "_low"), typed(fields, name + "_high"),
                 typed(fields, name + "_source")};
}

Range range_of(const CaseRange& range) {
    return Range{range.low ? std::to_string(*range.low) : "", range.high ? std::to_string(*range.high) : "",
                 range.source};
}

std::string draft_address(const desk::Visit& visit, std::string_view form) {
    return desk::address(visit, "/mijn/concepten/{formulier}", {form});
}

}  // namespace

QuestionDraft read_question(const web::Fields& fields) {
    return QuestionDraft{read_common(fields), typed(fields, "workshop"), typed(fields, "body"),
                         typed(fields, "anonymous") == "yes"};
}

AnswerDraft read_answer(const web::Fields& fields, std::string_view question) {
    const std::string language = typed(fields, "language");
    return AnswerDraft{std::string(question), language.empty() ? "nl" : language, typed(fields, "body")};
}

CaseDraft read_case(const web::Fields& fields) {
    CaseDraft draft;
    draft.common = read_common(fields);
    draft.organisation_name = typed(fields, "organisation_name");
    draft.year = typed(fields, "year");
    draft.context = typed(fields, "context");
    draft.bought = typed(fields, "bought");
    draft.approach = typed(fields, "approach");
    draft.criteria_used = typed(fields, "criteria_used");
    draft.result = typed(fields, "result");
    draft.failed = typed(fields, "failed");
    draft.again = typed(fields, "again");
    draft.documents = typed(fields, "documents");
    draft.co2 = read_range(fields, "co2");
    draft.material = read_range(fields, "material");
    draft.money = read_range(fields, "money");
    return draft;
}

LessonDraft read_lesson(const web::Fields& fields) {
    return LessonDraft{read_common(fields), typed(fields, "body"), web::all_of(fields, "from")};
}

QuestionDraft draft_of(const Question& question) {
    return QuestionDraft{common_of(question.record), question.workshop, question.body, question.is_anonymous};
}

AnswerDraft draft_of(const Answer& answer) {
    return AnswerDraft{answer.record.parent, answer.record.language, answer.body};
}

CaseDraft draft_of(const Case& one) {
    return CaseDraft{common_of(one.record),
                     one.organisation_name,
                     one.year,
                     one.context,
                     one.bought,
                     one.approach,
                     one.criteria_used,
                     one.result,
                     one.failed,
                     one.again,
                     one.documents,
                     range_of(one.co2),
                     range_of(one.material),
                     range_of(one.money)};
}

LessonDraft draft_of(const Lesson& lesson) { return LessonDraft{common_of(lesson.record), lesson.body, {}}; }

desk::Form question_form(const desk::Visit& visit, std::string action, const QuestionDraft& draft,
                         bool is_new) {
    Form form(visit, std::move(action), is_new ? "contribution.question.submit" : "contribution.save");
    form.text("title", "contribution.question.title", draft.common.title,
              with_hint(visit, "contribution.question.title_hint"));
    Extra body = optional_field(visit.say("contribution.markdown_hint"));
    form.area("body", "contribution.question.body", draft.body, body);
    if (is_new) {
        add_network(form, visit, draft.common);
        form.select("workshop", "contribution.question.workshop", draft.workshop,
                    workshops_of(visit, "contribution.question.for_network"), optional_field());
        form.checkbox("anonymous", "contribution.question.anonymous", draft.is_anonymous,
                      optional_field(visit.say("contribution.question.anonymous_hint")));
    }
    add_audience(form, visit, draft.common);
    add_language(form, visit, draft.common.language);
    form.button("preview", "yes", "contribution.preview");
    // No autosave here: a draft carries a name, and the question may have to carry none (R19).
    if (is_new) form.button("keep", "yes", "contribution.keep");
    return form;
}

desk::Form answer_form(const desk::Visit& visit, std::string action, const AnswerDraft& draft, bool is_new) {
    Form form(visit, std::move(action), is_new ? "contribution.answer.submit" : "contribution.save");
    form.area("body", "contribution.answer.body", draft.body,
              with_hint(visit, "contribution.markdown_hint", 8));
    add_language(form, visit, draft.language);
    form.button("preview", "yes", "contribution.preview");
    if (is_new) {
        form.button("keep", "yes", "contribution.keep");
        form.draft(draft_address(visit, "answer-" + draft.question));
    }
    return form;
}

desk::Form case_form(const desk::Visit& visit, std::string action, const CaseDraft& draft, bool is_new) {
    Form form(visit, std::move(action), is_new ? "contribution.case.submit" : "contribution.save");
    form.text("title", "contribution.case.title", draft.common.title,
              with_hint(visit, "contribution.case.title_hint"));
    if (is_new) add_network(form, visit, draft.common);
    form.text("organisation_name", "contribution.case.organisation_name", draft.organisation_name,
              optional_field());
    form.text("year", "contribution.case.year", draft.year, optional_field());
    form.area("context", "contribution.case.context", draft.context,
              with_hint(visit, "contribution.case.context_hint"));
    form.area("bought", "contribution.case.bought", draft.bought,
              with_hint(visit, "contribution.case.bought_hint", 4));
    form.area("approach", "contribution.case.approach", draft.approach,
              with_hint(visit, "contribution.case.approach_hint"));
    form.area("criteria_used", "contribution.case.criteria_used", draft.criteria_used,
              with_hint(visit, "contribution.case.criteria_hint"));
    form.heading("contribution.case.result_heading", visit.say("contribution.case.result_intro"));
    form.area("result", "contribution.case.result", draft.result, optional_field());
    add_range(form, visit, "co2", draft.co2);
    add_range(form, visit, "material", draft.material);
    add_range(form, visit, "money", draft.money);
    form.heading("contribution.case.learn_heading");
    form.area("failed", "contribution.case.failed", draft.failed,
              with_hint(visit, "contribution.case.failed_hint"));
    form.area("again", "contribution.case.again", draft.again,
              with_hint(visit, "contribution.case.again_hint"));
    form.area("documents", "contribution.case.documents", draft.documents,
              optional_field(visit.say("contribution.case.documents_hint")));
    add_source(form, visit, draft.common.source);
    add_audience(form, visit, draft.common);
    add_language(form, visit, draft.common.language);
    form.button("preview", "yes", "contribution.preview");
    if (is_new) {
        form.button("keep", "yes", "contribution.keep");
        form.draft(draft_address(visit, "case"));
    }
    return form;
}

desk::Form lesson_form(const desk::Visit& visit, std::string action, const LessonDraft& draft, bool is_new) {
    Form form(visit, std::move(action), is_new ? "contribution.lesson.submit" : "contribution.save");
    form.text("title", "contribution.lesson.title", draft.common.title,
              with_hint(visit, "contribution.lesson.title_hint"));
    form.area("body", "contribution.lesson.body", draft.body, with_hint(visit, "contribution.markdown_hint"));
    if (is_new) add_network(form, visit, draft.common);
    for (const std::string& from : draft.from) form.hidden("from", from);
    add_source(form, visit, draft.common.source);
    add_audience(form, visit, draft.common);
    add_language(form, visit, draft.common.language);
    form.button("preview", "yes", "contribution.preview");
    if (is_new) {
        form.button("keep", "yes", "contribution.keep");
        form.draft(draft_address(visit, "lesson"));
    }
    return form;
}

web::Response show_form(const desk::Visit& visit, const FormPage& page, const desk::Form& form) {
    desk::Frame frame;
    frame.title = visit.say(page.title_key);
    frame.section = page.section;
    frame.crumbs = page.crumbs;
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = desk::visible_to_you();
    frame.has_errors = form.has_problems();
    html::View view;
    view.set("form", form.view()).set("preview", page.preview).set("similar", page.similar);
    return desk::show(visit, frame, "contribution_form", std::move(view), page.status);
}

web::Fields kept_fields(const desk::Visit& visit, std::string_view form, std::string_view about) {
    const auto draft =
        visit.read([&](db::Connection& in) { return desk::find_draft(in, visit.who, form, about); });
    return draft ? draft->fields : visit.request.query;
}

std::optional<web::Response> keep_if_asked(const desk::Visit& visit, std::string_view form,
                                           std::string_view about, std::string_view title) {
    if (visit.request.field("keep").empty()) return std::nullopt;
    const auto kept = visit.write(
        [&](const Act& act) { return desk::keep_draft(act, form, about, title, visit.request.form); });
    if (!kept) return desk::trouble(visit, kept.problems());
    return desk::go(visit, desk::address(visit, "/mijn"), "draft_kept");
}

int status_of(const Problems& problems) {
    return problems.empty() ? 200 : desk::status_of(problems.front().trouble);
}

}  // namespace kring::contribution
