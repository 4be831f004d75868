// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/addresses.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "platform/base/text.hpp"

namespace kring::desk {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Every fixed word in an address, Dutch and English; docs/glossary.md explains the nouns.
constexpr std::array address_words = {
    Pair{"netwerken", "networks"},
    Pair{"programmas", "programmes"},
    Pair{"reeksen", "series"},
    Pair{"bijeenkomsten", "workshops"},
    Pair{"onderdelen", "sessions"},
    Pair{"sprekers", "speakers"},
    Pair{"gastsprekers", "guest-speakers"},
    Pair{"spreker", "speaker"},
    Pair{"verhaal", "talk"},
    Pair{"foto", "photo"},
    Pair{"presentatie", "slides"},
    Pair{"bestand", "file"},
    Pair{"passages", "passages"},
    Pair{"overzicht", "overview"},
    Pair{"deelnemers", "participants"},
    Pair{"inschrijven", "register"},
    Pair{"inschrijvingen", "registrations"},
    Pair{"vandaag", "today"},
    Pair{"afzegging", "cancellation"},
    Pair{"overslaan", "passing-over"},
    Pair{"wensen", "needs"},
    Pair{"aanwezigheid", "attendance"},
    Pair{"gasten", "guests"},
    Pair{"scherm", "screen"},
    Pair{"papier", "paper"},
    Pair{"code", "code"},
    Pair{"i", "i"},
    Pair{"leden", "members"},
    Pair{"agenda", "calendar"},
    Pair{"vragen", "questions"},
    Pair{"antwoorden", "answers"},
    Pair{"praktijk", "practice"},
    Pair{"leerpunten", "lessons"},
    Pair{"publicaties", "publications"},
    Pair{"samenvattingen", "summaries"},
    Pair{"hoofdstukken", "chapters"},
    Pair{"stellingen", "statements"},
    Pair{"bronnen", "sources"},
    Pair{"versies", "versions"},
    Pair{"toestemming", "consent"},
    Pair{"koppelingen", "links"},
    Pair{"zoeken", "search"},
    Pair{"mijn", "my"},
    Pair{"concepten", "drafts"},
    Pair{"beveiliging", "security"},
    Pair{"gegevens", "details"},
    Pair{"sessies", "sign-ins"},
    Pair{"wachtwoord", "password"},
    Pair{"beheer", "admin"},
    Pair{"mensen", "people"},
    Pair{"organisaties", "organisations"},
    Pair{"lidmaatschappen", "memberships"},
    Pair{"logboek", "journal"},
    Pair{"post", "mail"},
    Pair{"uitschrijven", "unsubscribe"},
    Pair{"aanmelden", "sign-in"},
    Pair{"afmelden", "sign-out"},
    Pair{"link", "link"},
    Pair{"verder", "continue"},
    Pair{"uitnodiging", "invitation"},
    Pair{"nieuw", "new"},
    Pair{"bewerken", "edit"},
    Pair{"voorbeeld", "preview"},
    Pair{"sleutel", "key"},
    Pair{"stem", "vote"},
    Pair{"aanvaarding", "acceptance"},
    Pair{"controle", "check"},
    Pair{"veroudering", "outdating"},
    Pair{"intrekking", "withdrawal"},
    Pair{"afgelasting", "cancellation"},
    Pair{"herstel", "restoration"},
    Pair{"keten", "chain"},
    Pair{"opschorting", "suspension"},
    Pair{"volgorde", "order"},
    Pair{"verwijdering", "removal"},
    Pair{"hulp", "help"},
    Pair{"woordenlijst", "glossary"},
    Pair{"toegankelijkheid", "accessibility"},
    Pair{"privacy", "privacy"},
    Pair{"kwetsbaarheid-melden", "report-vulnerability"},
    Pair{"contact", "contact"},
    Pair{"status", "status"},
    Pair{"kopie", "copy"},
    Pair{"onderwerpen", "topics"},
    Pair{"ronde", "round"},
    Pair{"sluiting", "closing"},
    Pair{"bijeenkomst", "workshop"},
    Pair{"voorbereiding", "preparation"},
    Pair{"berichten", "messages"},
    Pair{"bespreken", "discuss"},
    Pair{"live", "live"},
    Pair{"scherm", "screen"},
    Pair{"regie", "direction"},
    Pair{"pitches", "pitches"},
    Pair{"tafels", "tables"},
    Pair{"zaal", "room"},
    Pair{"indeling", "plan"},
    Pair{"opzet", "setup"},
    Pair{"oogst", "harvest"},
    Pair{"notities", "notes"},
    Pair{"afspraken", "commitments"},
    Pair{"klaar", "done"},
    Pair{"vervallen", "dropping"},
    Pair{"heropening", "reopening"},
    Pair{"evaluatie", "evaluation"},
    Pair{"uitkomsten", "results"},
    Pair{"verzoek", "request"},
    Pair{"verslag", "report"},
    Pair{"verslagen", "reports"},
    Pair{"vaststelling", "fixing"},
    Pair{"kennismaken", "acquaintances"},
    Pair{"paren", "pairs"},
    Pair{"rekenhulp", "calculator"},
    Pair{"aanbestedingen", "tenders"},
    Pair{"inventaris", "inventory"},
    Pair{"vloot", "fleet"},
    Pair{"routes", "routes"},
    Pair{"aannames", "assumptions"},
    Pair{"berekening", "calculation"},
    Pair{"stop", "stop"},
    Pair{"getallen", "figures"},
    Pair{"beelden", "pictures"},
    Pair{"bestanden", "files"},
    Pair{"kengetallen", "factors"},
    Pair{"criteria", "criteria"},
    Pair{"formule", "formula"},
    Pair{"markt", "market"},
    Pair{"verwachting", "expectation"},
    Pair{"simulator", "simulator"},
    Pair{"gewicht", "weight"},
    Pair{"doorrekening", "calculation"},
    Pair{"biedingen", "bids"},
    Pair{"stop", "stop"},
    Pair{"offertes", "bids"},
    Pair{"beoordelaars", "assessors"},
    Pair{"beoordeling", "assessment"},
    Pair{"uitslag", "award"},
    Pair{"ondertekening", "signing"},
    Pair{"staten", "sheets"},
};

std::string_view english_word(std::string_view dutch) {
    for (const auto& [nl, en] : address_words) {
        if (nl == dutch) return en;
    }
    throw std::logic_error("address word without a translation: " + std::string(dutch));
}

bool is_part(std::string_view segment) { return !segment.empty() && segment.front() == '{'; }

// The name of a file stays as it is: "nieuws.atom".
bool is_file(std::string_view segment) { return segment.find('.') != std::string_view::npos; }

}  // namespace

bool has_english(std::string_view dutch_pattern) {
    constexpr std::array<std::string_view, 4> endings = {".atom", ".ics", ".csv", ".ods"};
    if (dutch_pattern.starts_with("/api/")) return false;
    return !is_file(dutch_pattern) ||
           std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return dutch_pattern.ends_with(ending); });
}

std::string english_pattern(std::string_view dutch_pattern) {
    std::string english = "/en";
    for (const std::string_view segment : split(dutch_pattern, '/')) {
        if (segment.empty()) continue;
        english += '/';
        english += is_part(segment) || is_file(segment) ? segment : english_word(segment);
    }
    return english;
}

std::string address(html::Language language, std::string_view dutch_pattern,
                    std::initializer_list<std::string_view> parts) {
    const std::string pattern =
        language == html::Language::en ? english_pattern(dutch_pattern) : std::string(dutch_pattern);
    std::string filled;
    auto next = parts.begin();
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            filled += pattern[at];
            continue;
        }
        KRING_ASSERT(next != parts.end());
        filled += url_encoded(*next++);
        at = pattern.find('}', at);
    }
    KRING_ASSERT(next == parts.end());
    return filled;
}

std::string address_of(html::Language language, const chain::Record& record) {
    switch (record.kind) {
        case chain::Kind::workshop:
            return address(language, "/bijeenkomsten/{id}", {record.id});
        case chain::Kind::session:
            return address(language, "/onderdelen/{id}", {record.id});
        case chain::Kind::question:
            return address(language, "/vragen/{id}", {record.id});
        case chain::Kind::answer:
            return address(language, "/vragen/{id}", {record.parent}) + "#" + record.id;
        case chain::Kind::case_:
            return address(language, "/praktijk/{id}", {record.id});
        case chain::Kind::lesson:
            return address(language, "/leerpunten/{id}", {record.id});
        case chain::Kind::summary:
            return address(language, "/samenvattingen/{id}", {record.id});
        case chain::Kind::version:
            return address(language, "/versies/{id}", {record.id});
        case chain::Kind::commitment:
            return address(language, "/afspraken/{id}", {record.id});
        case chain::Kind::report:
            return address(language, "/verslagen/{id}", {record.id});
        case chain::Kind::scenario:
            return address(language, "/rekenhulp/{id}", {record.id});
        case chain::Kind::tender:
            return address(language, "/aanbestedingen/{id}", {record.id});
    }
    return "/";
}

}  // namespace kring::desk
