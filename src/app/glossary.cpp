// SPDX-License-Identifier: EUPL-1.2
#include "app/glossary.hpp"

#include <iterator>

namespace kring::app {

namespace {

constexpr Term terms[] = {
    // the network
    {"programme_funded", "programme"},
    {"network", "network"},
    {"house_rules", "house_rules"},
    {"series", "series"},
    {"workshop", "workshop"},
    {"session", "session"},
    {"agenda", "calendar"},
    {"deadline", "deadline"},
    {"cancel", "cancel_workshop"},
    {"member", "membership"},
    {"participant", "participant"},
    {"registration", "registration"},
    {"waiting_list", "waiting"},
    {"offer", "offered"},
    {"speaker", "speaker"},
    {"topic", "topic"},
    {"message", "message"},
    {"facilitator", "is_facilitator"},
    {"editor", "is_editor"},
    {"expert", "is_expert"},
    {"administrator", "is_administrator"},
    {"purchaser", "purchaser"},
    {"supplier", "supplier"},
    {"adviser", "adviser"},
    // what people bring
    {"record", "record"},
    {"chain", "chain"},
    {"link", "link"},
    {"source", "source"},
    {"visible_for", "audience"},
    {"question", "question"},
    {"anonymous", "is_anonymous"},
    {"vote", "vote"},
    {"answer", "answer"},
    {"accepted_answer", "accepted_answer"},
    {"checked_answer", "checked_on"},
    {"outdated_answer", "outdated_on"},
    {"case", "case"},
    {"lesson", "lesson"},
    {"draft", "draft"},
    {"withdraw", "withdraw"},
    {"restore", "restore"},
    {"weekly_overview", "digest"},
    {"reply_by_mail", "reply"},
    {"commitment", "commitment"},
    {"evaluation", "evaluation"},
    {"report", "report"},
    {"scenario", "scenario"},
    {"draft_tender", "tender"},
    {"award_simulator", ""},
    {"award_sheet", ""},
    // the result
    {"summary", "summary"},
    {"chapter", "chapter"},
    {"statement", "statement"},
    {"consent", "consent"},
    {"version", "version"},
    {"publication", "publication"},
    {"journal", "journal"},
    // buying
    {"contracting_authority", ""},
    {"procurement", ""},
    {"procurement_documents", ""},
    {"bid", ""},
    {"market_consultation", ""},
    {"market_dialogue", "market_dialogue"},
    {"clarification_note", ""},
    {"technical_specification", ""},
    {"minimum_requirement", ""},
    {"selection_criterion", ""},
    {"award_criterion", ""},
    {"performance_condition", ""},
    {"means_of_proof", ""},
    {"label", ""},
    {"price_quality", ""},
    {"life_cycle_costs", ""},
    {"lifetime_extension", ""},
    {"confidential", ""},
    {"equal_treatment", ""},
};

}  // namespace

const std::vector<Term>& glossary() {
    static const std::vector<Term> all(std::begin(terms), std::end(terms));
    return all;
}

}  // namespace kring::app
