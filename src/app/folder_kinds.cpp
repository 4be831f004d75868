// SPDX-License-Identifier: EUPL-1.2
#include "app/folder_kinds.hpp"

namespace kring::app {

namespace {

using F = FieldKind;
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::string_view of_network = "{network:network_id}";
constexpr std::string_view own_or_facilitated = "(t.person_id = {me} or {facilitated:network_id})";

// clang-format off: a table reads by its rows
// Who there are, and what they belong to.
std::vector<FolderKind> people_kinds() {
    return {
        {"organisations", "organisations", "", "an organisation of purchasers, suppliers or knowledge",
         {{"name", "name", F::line, required, "", "name"},
          {"kind", "kind", F::choice, required, "purchaser supplier knowledge", "side of the market"},
          {"created_at", "created_at", F::moment, optional, "", "when it was entered"}}, "1 = 0"},
        {"people", "people", "", "a person with an account",
         {{"email", "email", F::email, required, "",
          "mail address; withheld in an export for somebody else"},
          {"name", "name", F::line, required, "", "name"},
          {"organisation", "organisation_id", F::reference, optional, "organisations", "organisation"},
          {"job", "job", F::line, optional, "", "what the person does there"},
          {"language", "language", F::choice, required, "nl en", "language of mails"},
          {"state", "state", F::choice, required, "invited active suspended",
           "whether the person may sign in"},
          {"administrator", "is_administrator", F::yes_no, required, "", "administers the installation"},
          {"created_at", "created_at", F::moment, optional, "", "when the account was made"}},
           "t.id = {me}"},
        {"programmes", "programmes", "", "what a funder pays for",
         {{"name_nl", "name_nl", F::line, required, "", "name"},
          {"name_en", "name_en", F::line, required, "", "name in English"},
          {"funder", "funder", F::line, optional, "", "who pays"},
          {"budget_line", "budget_line", F::line, optional, "", "from which budget"},
          {"starts", "starts", F::day, optional, "", "first day"},
          {"ends", "ends", F::day, optional, "", "last day"},
          {"goals_nl", "goals_nl", F::text, optional, "", "goals"},
          {"goals_en", "goals_en", F::text, optional, "", "goals in English"}},
         "exists (select 1 from networks n where n.programme_id = t.id and {network:n.id})"},
        {"networks", "networks", "", "a learning network",
         {{"programme", "programme_id", F::reference, required, "programmes", "programme"},
          {"name_nl", "name_nl", F::line, required, "", "name"},
          {"name_en", "name_en", F::line, required, "", "name in English"},
          {"audience", "audience", F::choice, required, "everyone network", "who sees its own page"},
          {"about_nl", "about_nl", F::text, required, "", "what it is about"},
          {"about_en", "about_en", F::text, optional, "", "the same in English"},
          {"house_rules_nl", "house_rules_nl", F::text, optional, "", "house rules"},
          {"house_rules_en", "house_rules_en", F::text, optional, "", "house rules in English"}},
           "{network:id}"},
        {"memberships", "memberships", "", "who belongs to a network, and with which roles",
         {{"network", "network_id", F::reference, required, "networks", "network"},
          {"person", "person_id", F::reference, required, "people", "member"},
          {"side", "side", F::choice, required, "purchaser supplier adviser",
           "side of the market in this network"},
          {"facilitator", "is_facilitator", F::yes_no, optional, "", "runs the workshops"},
          {"editor", "is_editor", F::yes_no, optional, "", "makes the summary"},
          {"expert", "is_expert", F::yes_no, optional, "", "checks answers"},
          {"joined_at", "joined_at", F::moment, optional, "", "since when"}}, own_or_facilitated},
    };
}

// What happens in a network.
std::vector<FolderKind> workshop_kinds() {
    return {
        {"series", "series", "", "a series of workshops",
         {{"network", "network_id", F::reference, required, "networks", "network"},
          {"number", "number", F::number, required, "", "number within the network"},
          {"name_nl", "name_nl", F::line, required, "", "name"},
          {"name_en", "name_en", F::line, required, "", "name in English"},
          {"starts", "starts", F::day, optional, "", "first day"},
          {"ends", "ends", F::day, optional, "", "last day"},
          {"about_nl", "about_nl", F::text, optional, "", "what it is about"},
          {"about_en", "about_en", F::text, optional, "", "the same in English"}}, of_network},
        {"workshops", "workshops", "workshop", "one workshop of a series",
         {{"series", "series_id", F::reference, required, "series", "series"},
          {"number", "number", F::number, required, "", "number within the series"},
          {"title_en", "title_en", F::line, required, "", "title in English"},
          {"day", "day", F::day, optional, "", "day"},
          {"starts", "starts", F::clock, optional, "", "begins at"},
          {"ends", "ends", F::clock, optional, "", "ends at"},
          {"day_note_nl", "day_note_nl", F::line, optional, "", "what is known or not known of the date"},
          {"day_note_en", "day_note_en", F::line, optional, "", "the same in English"},
          {"place", "place", F::line, optional, "", "place"},
          {"place_note_nl", "place_note_nl", F::line, optional, "",
           "what is known or not known of the place"},
          {"place_note_en", "place_note_en", F::line, optional, "", "the same in English"},
          {"about_nl", "about_nl", F::text, optional, "", "what it is about"},
          {"about_en", "about_en", F::text, optional, "", "the same in English"},
          {"takes_registrations", "takes_registrations", F::yes_no, optional, "",
           "who takes part follows from registrations"},
          {"sequence", "sequence", F::number, optional, "", "how often calendars had to change"},
          {"cancelled_at", "cancelled_at", F::moment, optional, "", "when it was cancelled"},
          {"cancelled_why_nl", "cancelled_why_nl", F::line, optional, "", "why it was cancelled"},
          {"cancelled_why_en", "cancelled_why_en", F::line, optional, "", "the same in English"}}, ""},
        {"participants", "participants", "", "who takes part in a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"person", "person_id", F::reference, required, "people", "participant"}},
         "t.person_id = {me} and {record:workshop_id}"},
        {"sessions", "sessions", "session", "a part of a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"position", "position", F::number, required, "", "place on the agenda"},
          {"form", "form", F::choice, required,
           "opening talk discussion pitch_round tables market_dialogue closing", "what kind of session"},
          {"title_en", "title_en", F::line, required, "", "title in English"},
          {"starts", "starts", F::clock, optional, "", "begins at"},
          {"minutes", "minutes", F::number, optional, "", "length in minutes"},
          {"room", "room", F::line, optional, "", "room"},
          {"about_nl", "about_nl", F::text, optional, "", "what it is about"},
          {"about_en", "about_en", F::text, optional, "", "the same in English"}}, ""},
        {"speakers", "speakers", "", "who speaks in a session",
         {{"session", "session_id", F::reference, required, "sessions", "session"},
          {"position", "position", F::number, required, "", "order"},
          {"name", "name", F::line, optional, "", "name"},
          {"organisation_name", "organisation_name", F::line, optional, "", "organisation"},
          {"role_nl", "role_nl", F::line, optional, "", "role"},
          {"role_en", "role_en", F::line, optional, "", "role in English"}}, "{record:session_id}"},
    };
}

// Who asked for a place in a workshop. What they need on the day is never exported: it is deleted soon.
std::vector<FolderKind> registration_kinds() {
    return {
        {"registration-terms", "registration_terms", "", "how one registers for a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"open", "is_open", F::yes_no, required, "", "members may register"},
          {"room_places", "room_places", F::number, required, "", "places in the room"},
          {"online_places", "online_places", F::number, required, "", "places online"},
          {"organisation_most", "organisation_most", F::number, optional, "",
           "most places of one organisation, in the room and online each"},
          {"last_number", "last_number", F::number, required, "", "last number of arrival given out"}},
         "{record:workshop_id}", "workshop_id"},
        {"registrations", "registrations", "", "a registration for a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"person", "person_id", F::reference, required, "people", "who registered"},
          {"organisation", "organisation_id", F::reference, optional, "organisations",
           "organisation at that moment"},
          {"pool", "pool", F::choice, required, "room online", "in the room or online"},
          {"state", "state", F::choice, required, "confirmed waiting offered expired cancelled",
           "how it stands"},
          {"number", "number", F::number, required, "", "order of arrival"},
          {"passed_over", "is_passed_over", F::yes_no, optional, "", "comes after who is not"},
          {"offered_until", "offered_until", F::moment, optional, "", "until when a place is offered"},
          {"changed_at", "changed_at", F::moment, optional, "", "since when it stands so"},
          {"reminded", "reminded", F::line, optional, "", "last reminder posted: week or day"},
          {"told_cancelled", "is_told_cancelled", F::yes_no, optional, "",
           "told by letter that the workshop is cancelled"},
          {"reason", "reason", F::text, optional, "", "why passed over"}},
         "t.person_id = {me} and {record:workshop_id}"},
        {"attendances", "attendances", "", "somebody who was at a workshop",
         {{"workshop", "workshop_id", F::reference, required, "workshops", "workshop"},
          {"person", "person_id", F::reference, optional, "people", "who was there; not given for a guest"},
          {"organisation", "organisation_id", F::reference, optional, "organisations",
           "organisation at that moment"},
          {"guest_name", "guest_name", F::line, optional, "", "name of a guest without account"},
          {"guest_organisation", "guest_organisation", F::line, optional, "", "their organisation"},
          {"pool", "pool", F::choice, required, "room online", "in the room or online"},
          {"how", "how", F::choice, required, "ticked scanned self", "how it was noted"},
          {"walk_in", "is_walk_in", F::yes_no, optional, "", "came without a place"},
          {"came_at", "came_at", F::moment, required, "", "when it was noted that they came"},
          {"left_at", "left_at", F::clock, optional, "", "left early at"}},
         "t.person_id = {me} and {record:workshop_id}"},
    };
}

// What participants bring.
std::vector<FolderKind> contribution_kinds() {
    return {
        {"questions", "questions", "question", "a question",
         {{"workshop", "workshop_id", F::reference, optional, "workshops",
          "the workshop it was brought in for"},
          {"anonymous", "is_anonymous", F::yes_no, required, "",
           "asked without a name; then there is no owner"},
          {"accepted_answer", "accepted_answer_id", F::reference, optional, "answers",
           "the answer that was accepted"},
          {"body", "body", F::text, optional, "", "explanation, Markdown"}}, ""},
        {"answers", "answers", "answer", "an answer to a question",
         {{"question", "question_id", F::reference, required, "questions", "question"},
          {"checked_by", "checked_by", F::reference, optional, "people", "expert who checked it"},
          {"checked_on", "checked_on", F::day, optional, "", "day of the check"},
          {"outdated_by", "outdated_by", F::reference, optional, "people", "who marked it outdated"},
          {"outdated_on", "outdated_on", F::day, optional, "", "outdated since"},
          {"body", "body", F::text, required, "", "text, Markdown"},
          {"outdated_why", "outdated_why", F::text, optional, "", "why it is outdated"}}, ""},
        {"lessons", "lessons", "lesson", "a lesson, distilled from questions, cases and sessions",
         {{"body", "body", F::text, required, "", "text, Markdown"}}, ""},
        {"votes", "votes", "", "a vote for a question",
         {{"question", "question_id", F::reference, required, "questions", "question"},
          {"person", "person_id", F::reference, required, "people", "who voted"}},
         "t.person_id = {me} and {record:question_id}", "question_id person_id"},
    };
}

// The good example, by its template.
std::vector<FolderKind> case_kinds() {
    return {
        {"cases", "cases", "case", "a good example by the fixed template",
         {{"organisation_name", "organisation_name", F::line, optional, "", "whose example"},
          {"year", "year", F::line, optional, "", "year or years"},
          {"co2_low_kg", "co2_low_kg", F::number, optional, "", "CO2e avoided, low end, kg"},
          {"co2_high_kg", "co2_high_kg", F::number, optional, "", "CO2e avoided, high end, kg"},
          {"co2_source", "co2_source", F::line, optional, "", "source and method"},
          {"material_low_kg", "material_low_kg", F::number, optional, "", "material avoided, low end, kg"},
          {"material_high_kg", "material_high_kg", F::number, optional, "",
           "material avoided, high end, kg"},
          {"material_source", "material_source", F::line, optional, "", "source and method"},
          {"money_low_eur", "money_low_eur", F::number, optional, "", "money saved, low end, euro"},
          {"money_high_eur", "money_high_eur", F::number, optional, "", "money saved, high end, euro"},
          {"money_source", "money_source", F::line, optional, "", "source and method"},
          {"context", "context", F::text, required, "", "context"},
          {"bought", "bought", F::text, required, "", "what was bought, and how much"},
          {"approach", "approach", F::text, required, "", "approach"},
          {"criteria_used", "criteria_used", F::text, required, "", "criteria used"},
          {"result", "result", F::text, optional, "", "result"},
          {"failed", "failed", F::text, required, "", "what failed"},
          {"again", "again", F::text, required, "", "what we would do again, or not"},
          {"documents", "documents", F::text, optional, "", "documents"}}, ""},
    };
}

// The working summary and who agreed to what.
std::vector<FolderKind> summary_kinds() {
    return {
        {"summaries", "summaries", "summary", "the working summary of a network",
         {{"languages", "languages", F::languages, required, "", "in which it is published"},
          {"title_nl", "title_nl", F::line, optional, "", "title"},
          {"title_en", "title_en", F::line, optional, "", "title in English"},
          {"preface_nl", "preface_nl", F::text, optional, "", "preface"},
          {"preface_en", "preface_en", F::text, optional, "", "preface in English"}}, ""},
        {"chapters", "chapters", "", "a chapter of the working summary",
         {{"summary", "summary_id", F::reference, required, "summaries", "summary"},
          {"position", "position", F::number, required, "", "order"},
          {"title_nl", "title_nl", F::line, optional, "", "title"},
          {"title_en", "title_en", F::line, optional, "", "title in English"},
          {"intro_nl", "intro_nl", F::text, optional, "", "the editor's text"},
          {"intro_en", "intro_en", F::text, optional, "", "the same in English"}}, "{record:summary_id}"},
        {"statements", "statements", "", "a statement, with the records it rests on",
         {{"chapter", "chapter_id", F::reference, required, "chapters", "chapter"},
          {"position", "position", F::number, required, "", "order"},
          {"text_nl", "text_nl", F::text, optional, "", "text, Markdown"},
          {"text_en", "text_en", F::text, optional, "", "the same in English"}},
         "exists (select 1 from chapters c where c.id = t.chapter_id and {record:c.summary_id})"},
        {"consents", "consents", "", "consent of a person quoted, for exactly one text",
         {{"statement", "statement_id", F::reference, required, "statements", "statement"},
          {"record", "record_id", F::line, required, "", "the record quoted"},
          {"person", "person_id", F::reference, required, "people", "who was asked"},
          {"naming", "naming", F::choice, required, "name organisation role none",
           "how the person would be named"},
          {"text_hash", "text_hash", F::line, required, "", "SHA-256 of the text agreed to"},
          {"asked_at", "asked_at", F::moment, required, "", "when asked"},
          {"decision", "decision", F::choice, required, "asked agreed refused", "answer"},
          {"decided_at", "decided_at", F::moment, optional, "", "when answered"},
          {"remark", "remark", F::text, optional, "", "remark"}},
         "t.person_id = {me} and exists (select 1 from statements s join chapters c on c.id = s.chapter_id "
         "where s.id = t.statement_id and {record:c.summary_id})"},
    };
}

// What was frozen.
std::vector<FolderKind> version_kinds() {
    return {
        {"versions", "versions", "version", "a frozen, published version",
         {{"summary", "summary_id", F::line, required, "", "summary"},
          {"number", "number", F::number, required, "", "number"},
          {"languages", "languages", F::languages, required, "", "languages"},
          {"reason", "reason", F::line, optional, "", "why this version was made"},
          {"frozen_at", "frozen_at", F::moment, required, "", "when frozen"},
          {"frozen_by", "frozen_by", F::reference, optional, "people", "by whom"},
          {"title_nl", "title_nl", F::line, optional, "", "title"},
          {"title_en", "title_en", F::line, optional, "", "title in English"},
          {"hash", "hash", F::line, required, "", "SHA-256 of all that was frozen"},
          {"preface_nl", "preface_nl", F::text, optional, "", "preface"},
          {"preface_en", "preface_en", F::text, optional, "", "preface in English"}}, ""},
        {"version-chapters", "version_chapters", "", "a chapter as frozen",
         {{"version", "version_id", F::reference, required, "versions", "version"},
          {"position", "position", F::number, required, "", "order"},
          {"title_nl", "title_nl", F::line, optional, "", "title"},
          {"title_en", "title_en", F::line, optional, "", "title in English"},
          {"intro_nl", "intro_nl", F::text, optional, "", "the editor's text"},
          {"intro_en", "intro_en", F::text, optional, "", "the same in English"}},
         "{record:version_id}", "version_id position"},
        {"version-statements", "version_statements", "", "a statement as frozen",
         {{"version", "version_id", F::reference, required, "versions", "version"},
          {"chapter", "chapter", F::number, required, "", "chapter"},
          {"position", "position", F::number, required, "", "order"},
          {"text_nl", "text_nl", F::text, optional, "", "text"},
          {"text_en", "text_en", F::text, optional, "", "text in English"}},
         "{record:version_id}", "version_id chapter position"},
    };
}

// Where frozen statements came from.
std::vector<FolderKind> source_kinds() {
    return {
        {"version-sources", "version_sources", "",
         "where a frozen statement came from, as shown to everyone",
         {{"version", "version_id", F::reference, required, "versions", "version"},
          {"chapter", "chapter", F::number, required, "", "chapter"},
          {"statement", "statement", F::number, required, "", "statement"},
          {"position", "position", F::number, required, "", "order"},
          {"record", "record_id", F::line, required, "", "record"},
          {"kind", "kind", F::line, required, "", "kind of record"},
          {"title", "title", F::line, optional, "", "its title, when everyone may read it"},
          {"title_language", "title_language", F::line, optional, "", "language of that title"},
          {"named_as", "named_as", F::line, optional, "", "as agreed"},
          {"workshop", "workshop_id", F::line, optional, "", "workshop it came from"},
          {"workshop_nl", "workshop_nl", F::line, optional, "", "title of that workshop"},
          {"workshop_en", "workshop_en", F::line, optional, "", "title in English"},
          {"source_title", "source_title", F::line, optional, "", "public source"},
          {"source_url", "source_url", F::line, optional, "", "its address"},
          {"certainty", "certainty", F::line, optional, "", "how far it was checked"}},
         "{record:version_id}", "version_id chapter statement position"},
    };
}

// clang-format on

}  // namespace

const std::vector<FolderField>& record_fields() {
    // clang-format off: a table reads by its rows
    static const std::vector<FolderField> fields = {
        {"network", "network_id", F::reference, required, "networks", "the learning network it belongs to"},
        {"title", "title", F::line, required, "", "at most 200 characters"},
        {"language", "language", F::choice, required, "nl en", "language of title and text"},
        {"audience", "audience", F::choice, required,
         "everyone network purchasers workshop organisation persons", "who may read it"},
        {"audience_of", "audience_of", F::line, optional, "",
         "the workshop or organisation that is the audience"},
        {"owner", "owner_id", F::reference, optional, "people", "who brought it in"},
        {"state", "state", F::choice, required, "open withdrawn", "withdrawn: taken back by its owner"},
        {"created_at", "created_at", F::moment, optional, "", "when it was brought in"},
        {"updated_at", "updated_at", F::moment, optional, "", "when it was last changed"},
        {"withdrawn_at", "withdrawn_at", F::moment, optional, "", "when it was taken back"},
        {"source_title", "source_title", F::line, optional, "", "the public source it was taken from"},
        {"source_url", "source_url", F::line, optional, "", "address of that source"},
        {"source_read_on", "source_read_on", F::day, optional, "", "the day the source was read"},
        {"certainty", "certainty", F::choice, optional, "read partly unverified",
         "how far the source was checked"},
    };
    // clang-format on
    return fields;
}

const std::vector<FolderKind>& folder_kinds() {
    static const std::vector<FolderKind> kinds = [] {
        std::vector<FolderKind> all;
        for (const auto& group : {
                 people_kinds(),             //
                 workshop_kinds(),           //
                 registration_kinds(),       //
                 planning_kinds(),           //
                 contribution_kinds(),       //
                 case_kinds(),               //
                 folder_kinds_afterwards(),  //
                 summary_kinds(),            //
                 version_kinds(),            //
                 source_kinds(),             //
                 guest_kinds(),              //
                 live_kinds(),               //
                 breakout_kinds(),           //
                 acquaintance_kinds(),       //
                 factor_kinds(),             //
                 tender_kinds(),             //
                 scenario_kinds(),           //
             }) {
            all.insert(all.end(), group.begin(), group.end());
        }
        return all;
    }();
    return kinds;
}

const FolderKind* folder_kind(std::string_view folder) {
    for (const FolderKind& kind : folder_kinds()) {
        if (kind.folder == folder) return &kind;
    }
    return nullptr;
}

}  // namespace kring::app
