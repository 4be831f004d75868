// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/form.hpp"

#include <algorithm>
#include <array>

#include "domain/desk/once.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::desk {

namespace {

using html::List;
using html::View;

constexpr std::array<std::string_view, 8> field_kinds = {"is_file",   "is_text",     "is_area", "is_select",
                                                         "is_radios", "is_checkbox", "is_date", "is_heading"};

std::string id_of(std::string_view name) { return "f-" + std::string(name); }

List options_of(std::string_view name, std::string_view value, const std::vector<Option>& options) {
    List list;
    for (const Option& option : options) {
        View view;
        view.set("value", option.value)
            .set("label", option.label)
            .set("hint", option.hint)
            .set("id", id_of(name) + "-" + option.value)
            .set("selected", option.value == value);
        list.push_back(std::move(view));
    }
    return list;
}

}  // namespace

Form::Form(const Visit& visit, std::string action, std::string_view submit)
    : visit_(visit), action_(std::move(action)), submit_(submit) {}

View& Form::add(std::string_view kind, std::string_view name, std::string_view label, const Extra& extra) {
    View field;
    for (const std::string_view one : field_kinds) field.set(one, one == kind);
    field.set("id", id_of(name))
        .set("name", name)
        .set("label", visit_.say(label, extra.label_values))
        .set("hint", extra.hint)
        .set("required", extra.is_required)
        .set("autocomplete", extra.autocomplete)
        .set("type", extra.type.empty() ? std::string("text") : extra.type)
        .set("rows", extra.rows)
        .set("language", extra.language);
    fields_.push_back(std::move(field));
    return fields_.back();
}

Form& Form::text(std::string_view name, std::string_view label, std::string_view value, const Extra& extra) {
    const bool is_date = extra.type == "date";
    add(is_date ? "is_date" : "is_text", name, label, extra)
        .set("value", value)
        .set("checked", false)
        .set("options", List{});
    return *this;
}

Form& Form::area(std::string_view name, std::string_view label, std::string_view value, const Extra& extra) {
    add("is_area", name, label, extra).set("value", value).set("checked", false).set("options", List{});
    return *this;
}

Form& Form::select(std::string_view name, std::string_view label, std::string_view value,
                   const std::vector<Option>& options, const Extra& extra) {
    add("is_select", name, label, extra)
        .set("value", value)
        .set("checked", false)
        .set("options", options_of(name, value, options));
    return *this;
}

Form& Form::radios(std::string_view name, std::string_view label, std::string_view value,
                   const std::vector<Option>& options, const Extra& extra) {
    add("is_radios", name, label, extra)
        .set("value", value)
        .set("checked", false)
        .set("options", options_of(name, value, options));
    return *this;
}

Form& Form::checkbox(std::string_view name, std::string_view label, bool is_checked, Extra extra) {
    extra.is_required = false;
    add("is_checkbox", name, label, extra)
        .set("value", "yes")
        .set("checked", is_checked)
        .set("options", List{});
    return *this;
}

Form& Form::file(std::string_view name, std::string_view label, const Extra& extra) {
    has_files_ = true;
    add("is_file", name, label, extra).set("value", "").set("checked", false).set("options", List{});
    return *this;
}

Form& Form::hidden(std::string_view name, std::string_view value) {
    View field;
    field.set("name", name).set("value", value);
    hidden_.push_back(std::move(field));
    return *this;
}

Form& Form::heading(std::string_view key, std::string_view intro, const html::PhraseValues& values) {
    Extra extra;
    extra.hint = intro;
    extra.label_values = values;
    add("is_heading", "", key, extra).set("value", "").set("checked", false).set("options", List{});
    return *this;
}

Form& Form::button(std::string_view name, std::string_view value, std::string_view label) {
    View view;
    view.set("name", name).set("value", value).set("label", visit_.say(label));
    buttons_.push_back(std::move(view));
    return *this;
}

Form& Form::draft(std::string_view address) {
    draft_ = address;
    return *this;
}

Form& Form::once() {
    is_once_ = true;
    return *this;
}

Form& Form::problems(const Problems& problems) {
    problems_ = problems;
    return *this;
}

Form& Form::refusal(std::string_view heading) {
    refusal_ = heading;
    return *this;
}

View Form::view() const {
    List errors;
    List fields;
    for (const View& field : fields_) {
        View copy = field;
        const auto& name = std::get<std::string>(*field.find("name"));
        const auto wrong = std::find_if(problems_.begin(), problems_.end(),
                                        [&](const Problem& p) { return p.field == name; });
        copy.set("error", name.empty() || wrong == problems_.end() ? std::string() : worded(visit_, *wrong));
        fields.push_back(std::move(copy));
    }
    const auto has_field = [&](const std::string& name) {
        return std::any_of(fields_.begin(), fields_.end(), [&](const View& field) {
            return std::get<std::string>(*field.find("name")) == name;
        });
    };
    for (const Problem& problem : problems_) {
        View error;
        const bool is_tied = !problem.field.empty() && has_field(problem.field);
        error.set("href", is_tied ? "#" + id_of(problem.field) : std::string())
            .set("text", worded(visit_, problem));
        errors.push_back(std::move(error));
    }
    View view;
    view.set("action", action_)
        .set("csrf", masked(visit_.csrf))
        .set("heading", visit_.say(refusal_))
        .set("errors", std::move(errors))
        .set("hidden", hidden_)
        .set("fields", std::move(fields))
        .set("submit", visit_.say(submit_))
        .set("buttons", buttons_)
        .set("has_files", has_files_)
        .set("draft", draft_)
        .set("once", is_once_ ? sender_mark(visit_) : "")
        .set("once_script", is_once_ ? visit_.site.asset("sending.js") : "");
    return view;
}

std::string worded(const Visit& visit, const Problem& problem) {
    return visit.say(problem.phrase, problem.values);
}

bool need_text(std::string_view value, std::string_view field, std::size_t most, Problems& problems) {
    if (trim(value).empty()) {
        problems.push_back(
            {Trouble::invalid, "problem.needed." + std::string(field), std::string(field), {}});
        return false;
    }
    return allow_text(value, field, most, problems);
}

bool allow_text(std::string_view value, std::string_view field, std::size_t most, Problems& problems) {
    if (!is_clean_text(value)) {
        problems.push_back({Trouble::invalid, "problem.unclean", std::string(field), {}});
        return false;
    }
    if (length(value) > most) {
        problems.push_back({Trouble::invalid,
                            "problem.too_long",
                            std::string(field),
                            {{"most", std::to_string(most)}, {"length", std::to_string(length(value))}}});
        return false;
    }
    return true;
}

}  // namespace kring::desk
