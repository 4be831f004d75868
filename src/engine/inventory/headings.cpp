// SPDX-License-Identifier: EUPL-1.2
// What columns, totals and states are called; all folded.
#include <algorithm>
#include <array>

#include "engine/inventory/words.hpp"
#include "platform/base/text.hpp"

namespace kring::inventory {

namespace {

struct Headings {
    Meaning meaning;
    std::string_view words;  // with ";" between
};

using enum Meaning;

constexpr Headings headings[] = {
    {kind,
     "soort;soort apparaat;type apparaat;apparaattype;apparaatsoort;categorie;subcategorie;"
     "productgroep;apparaat;apparaten;middel;hardwaretype;type hardware;hardware;producttype;"
     "type asset;type middel;klasse;category;device type;asset type;device;devices;kind;"
     "product type;equipment type;equipment;device class;form factor;chassis;class;"
     "asset category;gerat;geratetyp;gerate typ;geratetype;gerateart;art;kategorie;appareil;"
     "type d appareil;type de materiel;materiel;type d equipement;equipement"},
    {maker,
     "merk;fabrikant;maker;producent;brand;make;manufacturer;vendor;hersteller;marke;"
     "fabricant;marque;constructeur;oem"},
    {model,
     "model;modelnaam;modelnummer;typeaanduiding;type model;merk en model;merk model;"
     "merk en type;merk type;omschrijving;artikelomschrijving;artikel;product;productnaam;"
     "beschrijving;model name;model number;product name;description;item;make and model;"
     "make model;modell;modellname;bezeichnung;beschreibung;produkt;modele;designation;"
     "produit;reference"},
    {quantity,
     "aantal;aantallen;aantal stuks;stuks;hoeveelheid;totaal aantal;aantal apparaten;"
     "in gebruik aantal;quantity;qty;number;number of devices;count;units;no of units;"
     "no of devices;pcs;pieces;amount;anzahl;menge;stuck;stuckzahl;nombre;quantite;qte;nb;"
     "nombre d appareils;nombre d unites"},
    {year,
     "jaar;aanschafjaar;jaar van aanschaf;aanschafdatum;aankoopjaar;aankoopdatum;inkoopdatum;"
     "inkoopjaar;bouwjaar;leverdatum;datum aanschaf;datum aankoop;factuurdatum;ingebruikname;"
     "in gebruik sinds;jaar aanschaf;year;purchase year;year of purchase;purchase date;"
     "date of purchase;purchased;acquisition date;acquisition year;delivery date;install date;"
     "in service since;bought;kaufdatum;kaufjahr;anschaffungsjahr;anschaffungsdatum;baujahr;"
     "jahr;lieferdatum;annee;date d achat;annee d achat;date d acquisition;mise en service"},
    {weight, "gewicht;massa;weight;mass;poids;masse;gewicht per stuk;unit weight"},
    {screen,
     "scherm;schermmaat;schermgrootte;schermdiagonaal;beeldschermgrootte;diagonaal;inch;"
     "screen;screen size;display size;diagonal;bildschirm;bildschirmgrosse;"
     "bildschirmdiagonale;zoll;ecran;taille ecran;taille d ecran;taille de l ecran;pouces"},
    {serial,
     "serienummer;serienr;serial;serial number;serial no;serialnumber;sn;s n;service tag;"
     "servicetag;imei;asset tag;assettag;assetnummer;asset number;asset id;inventarisnummer;"
     "inventory number;seriennummer;inventarnummer;numero de serie;n de serie;no de serie"},
    {status,
     "status;staat;toestand;fase;state;lifecycle;lifecycle status;asset status;zustand;etat;"
     "statut"}};

// Units behind a heading: "Gewicht (kg)", "Scherm in inch".
constexpr std::array<std::string_view, 22> units = {
    "kg",    "g",   "gr",  "gram", "lb",     "lbs",  "inch",   "inches", "in",       "cm", "st",
    "stuks", "pcs", "per", "stuk", "device", "zoll", "pouces", "kilo",   "apparaat", "de", "ict"};

constexpr std::array<std::string_view, 16> totals = {
    "totaal",      "totalen",     "eindtotaal",    "subtotaal", "total", "totals",
    "grand total", "subtotal",    "sub total",     "som",       "sum",   "summe",
    "gesamt",      "gesamtsumme", "zwischensumme", "sous total"};

constexpr std::string_view gone[] = {"verkocht",
                                     "afgevoerd",
                                     "gestolen",
                                     "vermist",
                                     "verloren",
                                     "kwijt",
                                     "verschrot",
                                     "gesloopt",
                                     "vernietigd",
                                     "ingeleverd",
                                     "retour",
                                     "geretourneerd",
                                     "teruggestuurd",
                                     "buiten gebruik",
                                     "uit gebruik",
                                     "uitgefaseerd",
                                     "afgeschreven en afgevoerd",
                                     "gedoneerd",
                                     "gerecycled",
                                     "retired",
                                     "disposed",
                                     "disposed of",
                                     "sold",
                                     "stolen",
                                     "lost",
                                     "missing",
                                     "scrapped",
                                     "returned",
                                     "recycled",
                                     "donated",
                                     "end of life",
                                     "written off",
                                     "decommissioned",
                                     "out of service",
                                     "verkauft",
                                     "entsorgt",
                                     "gestohlen",
                                     "verschrottet",
                                     "ausgemustert",
                                     "ausser betrieb",
                                     "zuruckgegeben",
                                     "vendu",
                                     "vole",
                                     "perdu",
                                     "mis au rebut",
                                     "reforme",
                                     "hors service",
                                     "rendu",
                                     "recycle"};

constexpr std::array<std::string_view, 17> nothing = {
    "",     "na",  "n a", "nvt",       "n v t", "onbekend", "unknown", "geen", "none",
    "null", "nil", "x",   "unbekannt", "keine", "inconnu",  "aucun",   "tbd"};

std::string without_units(std::string text) {
    for (auto space = text.rfind(' '); space != std::string::npos; space = text.rfind(' ')) {
        const std::string last = text.substr(space + 1);
        if (std::find(units.begin(), units.end(), last) == units.end()) break;
        text.erase(space);
    }
    return text;
}

std::string without_brackets(std::string_view text) {
    std::string out;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) out += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return out;
}

std::vector<std::string_view> words_for(Meaning meaning) {
    for (const Headings& one : headings) {
        if (one.meaning == meaning) return split(one.words, ';');
    }
    return {};
}

}  // namespace

int heading_fit(std::string_view heading, Meaning meaning) {
    const std::string exact = without_units(folded(without_brackets(heading)));
    if (exact.empty() || exact.size() > 60) return 0;
    int best = 0;
    const std::string whole = folded(heading);
    for (const std::string_view word : words_for(meaning)) {
        if (word == exact || word == whole) return 2;
        if (word.size() >= 4 && holds_words(exact, word)) best = 1;
    }
    return best;
}

bool is_either_kind_or_model(std::string_view heading) {
    const std::string text = folded(without_brackets(heading));
    return text == "type" || text == "typ" || text == "types" || text == "naam" || text == "name" ||
           text == "asset" || text == "asset name" || text == "nom";
}

bool says_total(std::string_view text) {
    const std::string whole = folded(text);
    return std::any_of(totals.begin(), totals.end(), [&](std::string_view word) {
        return whole == word || whole.starts_with(std::string(word) + " ");
    });
}

bool says_gone(std::string_view text) {
    const std::string whole = folded(text);
    if (holds_words(whole, "niet") || holds_words(whole, "not") || holds_words(whole, "nicht")) return false;
    return std::any_of(std::begin(gone), std::end(gone),
                       [&](std::string_view word) { return holds_words(whole, word); });
}

bool says_nothing(std::string_view text) {
    const std::string whole = folded(text);
    return std::find(nothing.begin(), nothing.end(), whole) != nothing.end();
}

}  // namespace kring::inventory
