// SPDX-License-Identifier: EUPL-1.2
#include "domain/summary/typing.hpp"

#include "platform/base/text.hpp"

namespace kring::summary {

namespace {

using html::List;
using html::View;

std::string typed_or(const desk::Visit& visit, const std::string& name, const std::string& kept) {
    if (!web::has(visit.request.form, name)) return kept;
    return std::string(trim(with_lf(visit.request.field(name))));
}

void add_field(desk::Form& form, const desk::Visit& visit, const Field& field, std::string_view language) {
    const std::string ending = "_" + std::string(language);
    desk::Extra extra;
    extra.is_required = !field.is_area;
    extra.rows = 8;
    if (language != visit.code()) extra.language = language;
    if (!field.hint.empty()) extra.hint = visit.say(field.hint);
    const std::string& value = language == "en" ? field.typed.en : field.typed.nl;
    if (field.is_area) {
        form.area(field.stem + ending, "summary.field." + field.label + ending, value, extra);
    } else {
        form.text(field.stem + ending, "summary.field." + field.label + ending, value, extra);
    }
}

// Only the fields in which the two editors differ.
List now_views(const desk::Visit& visit, const Typing& typing) {
    List views;
    const auto add = [&](const Field& field, std::string_view language, const std::string& typed,
                         const std::string& now) {
        if (typed == now || !has_language(typing.languages, language)) return;
        View view;
        view.set("label", visit.say("summary.field." + field.label + "_" + std::string(language)))
            .set("text", now)
            .set("text_language", language);
        views.push_back(std::move(view));
    };
    for (const Field& field : typing.fields) {
        add(field, "nl", field.typed.nl, field.now.nl);
        add(field, "en", field.typed.en, field.now.en);
    }
    return views;
}

void add_languages(desk::Form& form, const desk::Visit& visit, const Typing& typing) {
    if (!typing.chooses_languages) return;
    form.select("languages", "summary.field.languages", typing.typed_languages,
                {{"nl", visit.say("summary.languages.nl"), ""},
                 {"en", visit.say("summary.languages.en"), ""},
                 {"nl en", visit.say("summary.languages.both"), ""}});
}

}  // namespace

Bilingual typed_pair(const desk::Visit& visit, std::string_view stem, const Bilingual& kept) {
    return {typed_or(visit, std::string(stem) + "_nl", kept.nl),
            typed_or(visit, std::string(stem) + "_en", kept.en)};
}

web::Response show_typing(const desk::Visit& visit, const desk::Frame& frame, const Typing& typing,
                          std::int64_t revision, const Problems& problems) {
    const bool clashed = is_clash(problems);
    desk::Form form(visit, typing.action, typing.submit);
    form.hidden("revision", std::to_string(revision));
    add_languages(form, visit, typing);
    for (const Field& field : typing.fields) {
        if (has_language(typing.languages, "nl")) add_field(form, visit, field, "nl");
        if (has_language(typing.languages, "en")) add_field(form, visit, field, "en");
    }
    form.problems(problems);
    desk::Frame shown = frame;
    shown.title = typing.title;
    shown.has_errors = !problems.empty();
    View view;
    view.set("form", form.view())
        .set("clashed", clashed)
        .set("revision_text", visit.say("summary.clash.revision", {{"revision", std::to_string(revision)}}))
        .set("now", clashed ? now_views(visit, typing) : List{});
    const int status = problems.empty() ? 200 : desk::status_of(problems.front().trouble);
    return desk::show(visit, shown, "summary_form", std::move(view), status);
}

}  // namespace kring::summary
