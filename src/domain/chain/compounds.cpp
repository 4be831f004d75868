// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/compounds.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_set>

#include "domain/chain/words.hpp"
#include "platform/base/text.hpp"

namespace kring::chain {
namespace {

constexpr std::size_t compound_letters_min = 7;
constexpr std::size_t known_part_min = 3;
constexpr std::size_t unknown_part_min = 4;

// Words that begin or end compounds; singular where stemming makes the plural the same.
constexpr std::string_view listed =
    "aanbesteding aanbod aandeel aankoop aannemer aanpak aanpassing aanschaf aantal aanvraag accu "
    "achterstand "
    "advies adviseur afdeling afname afspraak afstand afval afvoer agenda akkoord ambitie ambtenaar analyse "
    "apparaat "
    "apparatuur arbeid artikel audit auto "
    "baan balans bank batterij basis bedrijf begeleider begeleiding bedrag begroting beheer beheerder "
    "behoefte belang belasting beleid "
    "beeld benadering beoordeling bepaling berekening bericht beroep bescherming besluit bespreking "
    "besparing bestand "
    "bestek bestelling bestuur betaling bewijs bibliotheek bijdrage bijeenkomst blad bod boek bond bouw "
    "brief bron "
    "bureau budget burger "
    "capaciteit categorie centrum certificaat cijfer circulariteit code collega commissie computer "
    "conferentie "
    "congres consultatie contact contract controle controleren coordinator cost criteria criterium cyclus "
    "dag data datum deel deelnemer dekking deskundige dialoog dienst dienstverlening directeur doel document "
    "dossier "
    "doelstelling doorlooptijd draagvlak drager duur duurzaam duurzaamheid "
    "economie effect einde eis eigenaar element emissie energie enveloppe ervaring evaluatie "
    "fabrikant factor factuur fase fonds formulier formule functie "
    "gebied gebouw gebrek gebruik gebruiker gegeven geld gemeente gemiddelde gesprek gevolg gewicht "
    "gezondheid "
    "goed goedkoop grens groei groep grond grondstof gunning "
    "haalbaarheid handel handleiding handreiking hardware hergebruik herstel hoofd houder hout hulp "
    "hulpmiddel "
    "impact indicator industrie informatie infrastructuur ingang initiatief inkomen inkoop inkoper innovatie "
    "inrichting "
    "inschrijver inschrijving instelling instrument integratie interesse internet inzameling inzet "
    "jaar jurist "
    "kaart kabel kader kamer kans kantoor kapitaal kenmerk kennis keten keuring keurmerk keuze klant klasse "
    "klimaat "
    "koers kopie kosten kracht kunststof kwaliteit kwestie "
    "laag lader lamp land lange laptop last lasten leer leerling leider leiding leven levens levensduur "
    "levering "
    "leverancier lezer licentie lid lijn lijst locatie logistiek loket loon looptijd "
    "maand maat maatregel maatschappij maatschappelijk macht maker manager management markt massa materiaal "
    "materieel medewerker "
    "meerwaarde melding merk methode meting methodiek meubel meubilair middag middel milieu minister "
    "ministerie "
    "minimum mobiliteit model module moment monitor "
    "naam natuur nederland nederlands netwerk niveau norm nota notitie nummer "
    "object offerte onderdeel onderhoud onderneming onderwerp onderwijs onderzoek ontwerp ontwikkeling "
    "oordeel "
    "opbrengst opdracht opdrachtgever opdrachtnemer opleiding oplossing opleveren oplevering opslag "
    "opstelling optie "
    "organisatie overdracht overheid overeenkomst overleg overzicht "
    "paneel papier partij partner paspoort pakket perceel periode persoon pilot plaats plan planning plastic "
    "plek "
    "platform ploeg positie post praktijk premie prestatie prijs principe privacy probleem procedure proces "
    "product "
    "productie programma programmatuur project proef protocol provincie publicatie punt "
    "raad raamwerk raming rapport rapportage recht rechter rechten reeks regel regeling regio register "
    "registratie "
    "reis rekening reken reparatie reserve resultaat richting richtlijn ring risico ronde route ruimte "
    "samenleving schaal schade scherm school schuld sector selectie server service sessie situatie sleutel "
    "sluiting "
    "smartphone software soort specificatie spreker staat stad staal standaard stap start station status "
    "stelsel "
    "steun stof stoel stoffen storing straat strategie stroom structuur studie stuk subsidie systeem "
    "taak tafel tarief team techniek technologie telefoon termijn test tekst thema tijd titel toegang "
    "toekomst "
    "toelichting toepassing toestel toets toetsing toezicht tool traject transport "
    "uitkomst uitstoot uitgave uitvoering uitvraag universiteit uur "
    "vak veiligheid veld verantwoording verbetering verbinding verbruik vereiste vereniging vergoeding "
    "verkeer "
    "vergadering vergelijking verhouding verkoop verkoper verlenging vermindering verpakking verplichting "
    "verslag "
    "versie vervanging vervoer verwachting verwerking verwijdering verzameling verzekering verzoek "
    "vervuiling "
    "video vlak voedsel voertuig voetafdruk voordeel voorbeeld voorkeur voorraad voorstel voorwaarde "
    "voorziening "
    "vorm vraag vrijheid vergunning "
    "waarde waarborg water waterschap website weg weging welzijn wens wereld werk werker werking werkplek "
    "werkgroep "
    "wet wetgeving wijk wijze wijziging winkel winst woning woord "
    "zaak zekerheid zorg";

// What stands before a verb makes another verb, not a compound: "samenwerking" is no "werking".
constexpr std::array<std::string_view, 16> verb_prefixes = {
    "achter", "bege",  "daar",  "door",  "hier",   "inge", "over",  "onder",
    "rond",   "samen", "tegen", "terug", "tussen", "voor", "voort", "weer"};

// What these begin makes another word of the one before it, not a compound.
constexpr std::array<std::string_view, 14> suffixes = {"achtig", "atie", "baar",  "elijk", "ement",
                                                       "heid",   "ig",   "isch",  "iteit", "lijk",
                                                       "loos",   "rijk", "schap", "zaam"};

struct List {
    std::unordered_set<std::string_view> words;
    std::deque<std::string> kept;  // what the views below look at
    std::unordered_set<std::string_view> stems;
    std::unordered_set<std::string_view>
        endings;  // stems as they end a longer word, where Snowball cuts more
    std::size_t longest_word = 0;
    std::size_t longest_ending = 0;
};

List read_list() {
    constexpr std::string_view carrier = "onderhouds";
    List list;
    for (const auto entry : words(listed)) {
        list.words.insert(entry);
        list.stems.insert(list.kept.emplace_back(stem(entry, "nl")));
        auto ending = stem(std::string(carrier) + std::string(entry), "nl").substr(carrier.size());
        list.longest_word = std::max(list.longest_word, entry.size());
        list.longest_ending = std::max(list.longest_ending, ending.size());
        list.endings.insert(list.kept.emplace_back(std::move(ending)));
    }
    return list;
}

const List& list() {
    static const List read = read_list();
    return read;
}

bool has_vowel(std::string_view text) { return text.find_first_of("aeiouy") != std::string_view::npos; }

// A listed word, perhaps with a joining s, e or en behind it; without that join. "" when not known.
std::string_view known_front(std::string_view front) {
    for (const std::string_view join : {"", "s", "e", "en"}) {
        if (!front.ends_with(join)) continue;
        const auto bare = front.substr(0, front.size() - join.size());
        if (bare.size() >= known_part_min && list().words.contains(bare)) return bare;
    }
    return {};
}

bool may_be_front(std::string_view front) {
    if (front.size() < unknown_part_min || !has_vowel(front)) return false;
    return std::find(verb_prefixes.begin(), verb_prefixes.end(), front) == verb_prefixes.end();
}

void add_parts(std::string_view front, std::string_view rest, std::vector<std::string>& parts) {
    const auto known = known_front(front);
    parts.emplace_back(known.empty() ? front : known);
    parts.emplace_back(rest);
    auto deeper = parts_of(front, stem(front, "nl"));
    std::move(deeper.begin(), deeper.end(), std::back_inserter(parts));
}

// The longest listed word at the end. A shorter one inside it is no part: "bijvoorbeeld" is no "beeld".
bool split_before_known(std::string_view word, std::string_view stemmed, std::vector<std::string>& parts) {
    const auto longest = std::min(list().longest_ending, stemmed.size() - known_part_min);
    for (auto size = longest; size >= known_part_min; --size) {
        const auto at = stemmed.size() - size;
        const auto rest = word.substr(at);
        if (!list().endings.contains(stemmed.substr(at))) continue;
        if (!list().stems.contains(stem(rest, "nl"))) continue;
        const auto front = word.substr(0, at);
        if (known_front(front).empty() && !may_be_front(front)) return false;
        add_parts(front, rest, parts);
        return true;
    }
    return false;
}

bool is_ending(std::string_view text) {
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](std::string_view it) { return text.starts_with(it); });
}

// A listed word in front, perhaps with a joining s, and something unknown behind it; the longest first.
bool split_after_known(std::string_view word, std::vector<std::string>& parts) {
    if (word.size() < 2 * unknown_part_min + 1) return false;
    auto size = std::min(list().longest_word, word.size() - unknown_part_min - 1);
    for (; size >= unknown_part_min; --size) {
        if (!list().words.contains(word.substr(0, size))) continue;
        auto rest = word.substr(size);
        if (is_ending(rest) || !has_vowel(rest)) return false;
        add_parts(word.substr(0, size), rest, parts);
        if (rest[0] == 's') parts.emplace_back(rest.substr(1));
        return true;
    }
    return false;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view word, std::string_view stemmed) {
    std::vector<std::string> parts;
    if (word.size() < compound_letters_min || stemmed.size() < 2 * known_part_min) return parts;
    if (!std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return parts;
    if (list().words.contains(word) || list().stems.contains(stemmed)) return parts;
    if (!split_before_known(word, stemmed, parts)) split_after_known(word, parts);
    return parts;
}

}  // namespace kring::chain
