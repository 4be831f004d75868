// SPDX-License-Identifier: EUPL-1.2
// Writing a message, looking over who gets it and who does not, and sending it.
#include <algorithm>
#include <set>

#include "domain/desk/addresses.hpp"
#include "domain/desk/form.hpp"
#include "domain/network/network_view.hpp"
#include "domain/people/people.hpp"
#include "domain/preparation/acts.hpp"
#include "domain/preparation/may.hpp"
#include "domain/preparation/page_functions.hpp"
#include "domain/preparation/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::preparation {

namespace {

using desk::Visit;
using html::List;
using html::View;

Message typed_message(const Visit& visit, const Subject& subject) {
    Message message;
    message.network = subject.network.id;
    message.series = subject.series.id;
    if (subject.workshop) message.workshop = subject.workshop->record.id;
    message.people = people_of(visit.request.field("people")).value_or(People::members);
    message.is_invitation = visit.request.field("invitation") == "yes";
    message.subject = network::typed_pair(visit, "subject");
    message.body = network::typed_pair(visit, "body");
    message.form_number = network::typed(visit, "number");
    return message;
}

// Its words in both languages; a workshop's own facts stand below every message.
Message invitation_to(const Visit& visit, const Subject& subject) {
    Message message;
    const auto say = [&](std::string_view key, html::Language language, const Bilingual& title) {
        return visit.site.phrases.say(key, language, {{"title", in_language(title, language).text}});
    };
    const Bilingual title = subject.workshop ? subject.workshop->title() : subject.series.name;
    const std::string_view heading = "preparation.invitation.subject";
    const std::string_view body =
        subject.workshop ? "preparation.invitation.workshop" : "preparation.invitation.series";
    message.is_invitation = true;
    message.people = People::unregistered;
    message.subject = {shortened(say(heading, html::Language::nl, title), subject_length_max),
                       shortened(say(heading, html::Language::en, title), subject_length_max)};
    message.body = {say(body, html::Language::nl, title), say(body, html::Language::en, title)};
    return message;
}

std::vector<desk::Option> people_options(const Visit& visit) {
    std::vector<desk::Option> options;
    for (const People people : groups) {
        const std::string value(word(people));
        options.push_back({value, visit.say("preparation.people." + value), ""});
    }
    return options;
}

void add_texts(desk::Form& form, const Visit& visit, const Message& message) {
    desk::Extra dutch;
    dutch.is_required = false;
    dutch.language = "nl";
    dutch.rows = 8;
    desk::Extra english = dutch;
    english.language = "en";
    form.heading("preparation.text.nl", visit.say("preparation.text.hint"))
        .text("subject_nl", "preparation.subject.nl", message.subject.nl, dutch)
        .area("body_nl", "preparation.body.nl", message.body.nl, dutch)
        .heading("preparation.text.en")
        .text("subject_en", "preparation.subject.en", message.subject.en, english)
        .area("body_en", "preparation.body.en", message.body.en, english);
}

void carry(desk::Form& form, const Message& message) {
    form.hidden("number", message.form_number).hidden("invitation", message.is_invitation ? "yes" : "");
}

web::Response show_form(const Visit& visit, const Subject& subject, const Message& message,
                        const Problems& problems) {
    desk::Form form(visit, messages_address(visit, subject), "preparation.look_over");
    form.hidden("step", "check");
    carry(form, message);
    form.select("people", "preparation.people", word(message.people), people_options(visit));
    add_texts(form, visit, message);
    form.problems(problems);
    desk::Frame frame =
        frame_of(visit, subject,
                 visit.say(message.is_invitation ? "preparation.new_invitation" : "preparation.new_message"));
    return network::show_form(visit, std::move(frame), form, network::status_of_form(problems));
}

// Looking over

List names_of(const std::vector<Reached>& all, LeftOut which) {
    List names;
    for (const Reached& one : all) {
        if (one.left_out == which) names.push_back(View().set("name", one.name));
    }
    return names;
}

List left_out_groups(const Visit& visit, const std::vector<Reached>& all) {
    List found;
    for (const LeftOut why : {LeftOut::rights, LeftOut::choice, LeftOut::invited, LeftOut::suspended}) {
        List names = names_of(all, why);
        if (names.empty()) continue;
        View group;
        group
            .set("why", visit.say("preparation.left_out." + std::string(word(why)),
                                  {{"count", std::to_string(names.size())}}))
            .set("names", std::move(names));
        found.push_back(std::move(group));
    }
    return found;
}

// Exactly what a reader of that language gets, but for their own address to stop mail with.
View mail_in(const Visit& visit, const Subject& subject, const Message& message, std::string_view language) {
    const letters::Letterhead head{
        visit.site.phrases, visit.site.name, visit.site.public_address, "", "", ""};
    people::Person reader;
    reader.language = language;
    mail::Message mail;
    mail.unsubscribe = visit.say("preparation.check.own_address");
    word_for(head, subject, message, reader, mail);
    View view;
    view.set("language", language)
        .set("heading", visit.say("preparation.check.mail_" + std::string(language)))
        .set("subject", mail.subject)
        .set("text", mail.text);
    return view;
}

List mails_of(const Visit& visit, const Subject& subject, const Message& message,
              const std::vector<Reached>& all) {
    std::set<std::string> read;
    for (const Reached& one : all) {
        if (one.left_out == LeftOut::none) read.insert(one.language);
    }
    List mails;
    for (const std::string& language : read) mails.push_back(mail_in(visit, subject, message, language));
    return mails;
}

List hidden_of(const Message& message, std::string_view step, std::string_view shown) {
    List hidden;
    const auto add = [&](std::string_view name, std::string_view value) {
        hidden.push_back(View().set("name", name).set("value", value));
    };
    add("step", step);
    add("shown", shown);
    add("number", message.form_number);
    add("invitation", message.is_invitation ? "yes" : "");
    add("people", word(message.people));
    add("subject_nl", message.subject.nl);
    add("subject_en", message.subject.en);
    add("body_nl", message.body.nl);
    add("body_en", message.body.en);
    return hidden;
}

web::Response show_check(const Visit& visit, const Subject& subject, const Message& message,
                         bool has_changed) {
    const auto all =
        visit.read([&](db::Connection& in) { return reach(in, subject, message.people, visit.when); });
    List names = names_of(all, LeftOut::none);
    const std::string count = std::to_string(names.size());
    const std::string shown = print_of(message, all);
    View view;
    view.set("notice", has_changed ? visit.say("preparation.problem.changed") : "")
        .set("about", subject_in_words(visit, subject))
        .set("about_href", subject_address(visit, subject))
        .set("people", visit.say("preparation.people." + std::string(word(message.people))))
        .set("who", visit.say("preparation.check.who", {{"count", count}}))
        .set("may_send", !names.empty())
        .set("names", std::move(names))
        .set("left_out", left_out_groups(visit, all))
        .set("mails", mails_of(visit, subject, message, all))
        .set("action", messages_address(visit, subject))
        .set("send_fields", hidden_of(message, "send", shown))
        .set("edit_fields", hidden_of(message, "edit", ""))
        .set("send", visit.say("preparation.send", {{"count", count}}))
        .set("csrf", masked(visit.csrf));
    desk::Frame frame = frame_of(visit, subject, visit.say("preparation.check"));
    return desk::show(visit, frame, "preparation_check", std::move(view), has_changed ? 409 : 200);
}

web::Response post_sending(const Visit& visit, const Subject& subject, const Message& message) {
    const std::string shown = network::typed(visit, "shown");
    const auto sent = visit.write([&](const Act& act) { return send(act, subject, message, shown); });
    if (sent) return desk::go(visit, desk::address(visit, "/berichten/{id}", {sent->id}), "message_sent");
    if (workshop::is_beyond_the_form(sent.problems())) return desk::trouble(visit, sent.problems());
    if (sent.problems().front().field == "shown") return show_check(visit, subject, message, true);
    return show_form(visit, subject, message, sent.problems());
}

}  // namespace

web::Response show_messages(const Visit& visit) {
    const auto subject = find_subject_to_prepare(visit);
    if (!subject) return desk::trouble(visit, subject.problems());
    const std::string new_href = messages_address(visit, *subject, "/nieuw");
    List rows;
    visit.read([&](db::Connection& in) {
        for (const Message& one : messages_about(in, *subject)) {
            const auto all = people_of_message(in, one.id);
            const auto count = names_of(all, LeftOut::none).size();
            View row;
            set_worded(row, "subject", one.subject, visit.language);
            row.set("href", desk::address(visit, "/berichten/{id}", {one.id}))
                .set("sent", visit.site.phrases.moment(one.sent_at, visit.language))
                .set("people", visit.say("preparation.people." + std::string(word(one.people))))
                .set("count", visit.say("preparation.sent_to", {{"count", std::to_string(count)}}));
            rows.push_back(std::move(row));
        }
    });
    View view;
    view.set("about", subject_in_words(visit, *subject))
        .set("about_href", subject_address(visit, *subject))
        .set("new_href", new_href)
        .set("invite_href", new_href + "?soort=uitnodiging")
        .set("rows", std::move(rows))
        .set("empty_text", visit.say("preparation.messages.none"))
        .set("empty_href", "")
        .set("empty_label", "");
    desk::Frame frame = frame_of(visit, *subject, visit.say("preparation.messages"));
    return desk::show(visit, frame, "preparation_messages", std::move(view));
}

web::Response new_message(const Visit& visit) {
    const auto subject = find_subject_to_prepare(visit);
    if (!subject) return desk::trouble(visit, subject.problems());
    const bool invites = web::value_of(visit.request.query, "soort") == "uitnodiging";
    return show_form(visit, *subject, invites ? invitation_to(visit, *subject) : Message{}, {});
}

web::Response post_message(const Visit& visit) {
    const auto subject = find_subject_to_prepare(visit);
    if (!subject) return desk::trouble(visit, subject.problems());
    Message message = typed_message(visit, *subject);
    // Given when it is first looked over, before it can be sent.
    if (message.form_number.empty()) message.form_number = new_id(visit.when);
    const std::string_view step = visit.request.field("step");
    if (step == "edit") return show_form(visit, *subject, message, {});
    Problems problems = problems_of(message);
    if (!people_of(visit.request.field("people")))
        problems.push_back({Trouble::invalid, "problem.choice", "people", {}});
    if (!problems.empty()) return show_form(visit, *subject, message, problems);
    return step == "send" ? post_sending(visit, *subject, message)
                          : show_check(visit, *subject, message, false);
}

web::Response show_message(const Visit& visit) {
    struct Found {
        Message message;
        Subject subject;
        std::vector<Reached> people;
        bool runs = false;
    };
    const auto found = visit.read([&](db::Connection& in) -> std::optional<Found> {
        const auto message = find(in, visit.request.part("id"));
        const auto subject = message ? subject_of(in, *message) : std::nullopt;
        if (!subject || !may_open(in, visit.who, *message, *subject, visit.when)) return std::nullopt;
        const bool runs = may_prepare(visit.who, subject->network.id);
        return Found{*message, *subject, people_of_message(in, message->id), runs};
    });
    if (!found) return desk::not_found(visit);
    List names = found->runs ? names_of(found->people, LeftOut::none) : List{};
    View view;
    set_prose(view, "body", found->message.body, visit.language, 2);
    view.set("about", subject_in_words(visit, found->subject))
        .set("about_href", subject_address(visit, found->subject))
        .set("sent", visit.site.phrases.moment(found->message.sent_at, visit.language))
        .set("who", visit.say("preparation.sent_to", {{"count", std::to_string(names.size())}}))
        .set("names", std::move(names))
        .set("left_out", found->runs ? left_out_groups(visit, found->people) : List{});
    desk::Frame frame =
        frame_of(visit, found->subject, in_language(found->message.subject, visit.language).text);
    if (!found->runs) frame.visible_for = desk::visible_to_you();
    return desk::show(visit, frame, "preparation_message", std::move(view));
}

}  // namespace kring::preparation
