// SPDX-License-Identifier: EUPL-1.2
// A summary of eight pages with everything a publication may hold: cover, contents, statements with
// their sources, tables, pictures, lists and a colophon. The names in it are invented.
#pragma once

#include <string>

#include "platform/press/press.hpp"

namespace kring::press {

/// Two charts as the summary draws them: bars of cost, and a line of years in use.
inline std::string example_bars() {
    return R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 250"
font-family="Noto Sans, Liberation Sans, sans-serif" font-size="14" fill="#001a40">
<title>Kosten per laptop per jaar</title>
<g stroke="#c0c7d2"><path d="M150 20V200M270 20V200M390 20V200M510 20V200M630 20V200"/></g>
<g fill="#0e5a5e"><rect x="150" y="32" width="348" height="30"/><rect x="150" y="88" width="264"
height="30"/><rect x="150" y="144" width="216" height="30"/></g>
<g text-anchor="end"><text x="140" y="52">4 jaar</text><text x="140" y="108">6 jaar</text><text x="140"
y="164">7 jaar</text></g>
<g font-weight="700"><text x="506" y="52">€ 290</text><text x="422" y="108">€ 220</text><text x="374"
y="164">€ 180</text></g>
<g text-anchor="middle" fill="#3d5374"><text x="150" y="222">0</text><text x="270" y="222">100</text><text
x="390" y="222">200</text><text x="510" y="222">300</text><text x="620" y="222">400</text></g>
<text x="390" y="246" text-anchor="middle" fill="#3d5374">euro per laptop per jaar</text>
</svg>)svg";
}

inline std::string example_line() {
    return R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="640" height="230" viewBox="0 0 640 230"
font-family="Noto Sans, Liberation Sans, sans-serif" font-size="14" fill="#001a40">
<defs><linearGradient id="onder" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#bcdada"/><stop
offset="1" stop-color="#eef6f6"/></linearGradient></defs>
<path d="M60 170L200 150L340 110L480 72L600 40V190H60Z" fill="url(#onder)"/>
<path d="M60 170L200 150L340 110L480 72L600 40" fill="none" stroke="#0e5a5e" stroke-width="4"
stroke-linejoin="round"/>
<path d="M60 20V190H610" fill="none" stroke="#586c88"/>
<g text-anchor="middle" fill="#3d5374"><text x="60" y="214">2022</text><text x="200" y="214">2023</text>
<text x="340" y="214">2024</text><text x="480" y="214">2025</text><text x="600" y="214">2026</text></g>
<g text-anchor="middle" font-weight="700"><text x="76" y="156">4,1</text><text x="590" y="28">6,4
jaar</text></g>
</svg>)svg";
}

inline std::string example_head() {
    return R"html(<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Langer doen met laptops</title></head><body>
<header class="k-omslag">
<h1>Langer doen met laptops</h1>
<p class="k-ondertitel">Wat inkopers en leveranciers samen leerden over levensduur, reparatie en
hergebruik</p>
<p class="k-versie">Versie 3, vastgesteld op 23 november 2026. Leernetwerk Duurzame ICT.</p>
</header>
<nav class="k-inhoud" aria-labelledby="inhoud">
<h2 id="inhoud">Inhoud</h2>
<ol>
<li><a href="#c1">Het kort <span class="k-blz" data-for="c1"></span></a></li>
<li><a href="#c2">Vragen om een langere levensduur <span class="k-blz" data-for="c2"></span></a>
<ol><li><a href="#c21">Wat je als eis kunt stellen <span class="k-blz" data-for="c21"></span></a></li>
<li><a href="#c22">Wat je beter kunt gunnen <span class="k-blz" data-for="c22"></span></a></li></ol></li>
<li><a href="#c3">Reparatie en onderdelen <span class="k-blz" data-for="c3"></span></a></li>
<li><a href="#c4">Gebruikte laptops kopen <span class="k-blz" data-for="c4"></span></a></li>
<li><a href="#c5">Afspraken en wat ze opleveren <span class="k-blz" data-for="c5"></span></a></li>
<li><a href="#c6">Colofon <span class="k-blz" data-for="c6"></span></a></li>
</ol>
</nav>
<main>
<section class="k-hoofdstuk" aria-labelledby="c1"><h2 id="c1">Het kort</h2>
<div class="k-kort"><p>Een laptop die zeven jaar meegaat, kost per jaar minder en spaart grondstoffen. De
markt kan het leveren. Je moet er wel om vragen, en controleren of je het krijgt.</p></div>
<p>Deze samenvatting brengt bij elkaar wat 24 inkopers en 11 leveranciers in vijf bijeenkomsten met elkaar
deelden. Iedere uitspraak heeft een bron. Wie zijn woorden hier terugziet, heeft daar ja op gezegd.</p>
<h3>De vijf leerpunten</h3>
<ol>
<li>Vraag om <strong>zeven jaar</strong> beveiligingsupdates. Drie van de vijf leveranciers kunnen dat nu
al.</li>
<li>Maak van batterij, geheugen en toetsenbord <em>vervangbare</em> onderdelen, en noem ze in de eis.</li>
<li>Geef punten voor een langere garantie, niet voor een belofte zonder bewijs.</li>
<li>Koop een deel gebruikt. Begin met tien procent.</li>
<li>Spreek af wie het effect meet, en wanneer.</li>
</ol>
<figure class="k-plaat"><img src="kosten.svg"
alt="Staafdiagram: per laptop per jaar 290 euro bij 4 jaar gebruik, 220 bij 6 jaar, 180 bij 7 jaar.">
<figcaption>Figuur 1. Kosten per laptop per jaar bij vier, zes en zeven jaar gebruik. Bron: scenario 12,
versie 4.</figcaption></figure>
</section>
)html";
}

inline std::string example_lifetime() {
    return R"html(<section class="k-hoofdstuk" aria-labelledby="c2"><h2 id="c2">Vragen om een langere
levensduur</h2>
<p>De meeste bestekken vragen niets over levensduur. Dan levert de markt wat het goedkoopst is op de dag
van de koop. Dat is bijna nooit het goedkoopst over de hele looptijd.</p>
<h3 id="c21">Wat je als eis kunt stellen</h3>
<div class="k-stelling"><p>We vroegen om zeven jaar updates en kregen vier geldige inschrijvingen. Vooraf
dachten we dat er niemand zou overblijven. Wat hielp: we hadden de eis een half jaar eerder in een
marktconsultatie voorgelegd.</p></div>
<p class="k-bron">Gemeente Linderdam, inkoper. Bijeenkomst 2, 12 november 2026. <a
href="https://kring.example/nl/verhaal/7">Praktijkverhaal 7</a></p>
<div class="k-stelling"><p>Een eis zonder bewijsmiddel is een wens. Vraag om een verklaring van de
fabrikant, op naam van het model, met een einddatum.</p>
<p>Vraag daarnaast wat er gebeurt als de fabrikant zich niet aan die datum houdt.</p></div>
<p class="k-bron">Hogeschool Vechtstreek, contractmanager. Bijeenkomst 3, 14 januari 2027.</p>
<table class="utrecht-table"><caption>Tabel 1. Eisen die in de praktijk zijn gesteld</caption>
<thead><tr><th scope="col">Onderwerp</th><th scope="col">Eis</th><th scope="col">Bewijs</th><th scope="col"
class="utrecht-table__header-cell--numeric-data">Inschrijvers</th></tr></thead>
<tbody>
<tr><th scope="row">Updates</th><td>Minstens 7 jaar na levering</td><td>Verklaring van de fabrikant per
model</td><td class="utrecht-table__cell--numeric-data">4</td></tr>
<tr><th scope="row">Batterij</th><td>Te vervangen zonder lijm, in 10 minuten</td><td>Reparatiehandleiding,
openbaar</td><td class="utrecht-table__cell--numeric-data">5</td></tr>
<tr><th scope="row">Geheugen</th><td>Uit te breiden tot 32 GB</td><td>Specificatieblad</td><td
class="utrecht-table__cell--numeric-data">3</td></tr>
<tr><th scope="row">Onderdelen</th><td>Te koop tot 7 jaar na levering</td><td>Prijslijst met
einddatum</td><td class="utrecht-table__cell--numeric-data">4</td></tr>
<tr><th scope="row">Behuizing</th><td>Minstens 30 % gerecycled kunststof</td><td>Keurmerk of
gelijkwaardig</td><td class="utrecht-table__cell--numeric-data">6</td></tr>
</tbody></table>
<h3 id="c22">Wat je beter kunt gunnen</h3>
<p>Niet alles hoeft een eis te zijn. Wat de een al kan en de ander nog niet, past beter bij de gunning. Zo
beloon je wie verder is, zonder de rest uit te sluiten.</p>
<div class="k-stelling"><p>Geef per extra jaar garantie een vast aantal punten. Dan kan iedereen uitrekenen
wat een jaar waard is, en hoef je niet te beoordelen hoe mooi een tekst is.</p></div>
<p class="k-bron">Waterschap Ommer, adviseur duurzaamheid. Bijeenkomst 3, 14 januari 2027.</p>
<div class="k-stelling"><p>Wij bieden zeven jaar garantie aan. Bijna niemand vraagt erom. Als het vijf
punten van de honderd waard is, rekenen we het niet eens door.</p></div>
<p class="k-bron">Leverancier, naam bekend bij het netwerk. Ronde tafel, 3 december 2026.</p>
<blockquote><p>“Een weging van vijf procent is een signaal aan niemand.”</p></blockquote>
<figure class="k-plaat"><img src="jaren.svg"
alt="Lijndiagram: het gemiddelde aantal jaren in gebruik stijgt van 4,1 in 2022 naar 6,4 in 2026.">
<figcaption>Figuur 2. Gemiddeld aantal jaren dat een laptop in gebruik is, bij de deelnemers van het
netwerk.</figcaption></figure>
</section>
)html";
}

inline std::string example_repair() {
    return R"html(<section class="k-hoofdstuk" aria-labelledby="c3"><h2 id="c3">Reparatie en onderdelen</h2>
<p>Een laptop gaat meestal stuk aan één onderdeel. De vraag is of je dat onderdeel kunt krijgen, wat het
kost en wie het erin zet.</p>
<div class="k-stelling"><p>Onze eigen beheerders vervangen nu batterijen en toetsenborden. Dat kost een
kwartier per laptop. Vroeger ging het apparaat drie weken weg.</p></div>
<p class="k-bron">Provincie Hoogveen, hoofd werkplek. Bijeenkomst 4, 11 februari 2027.</p>
<h3>Waar het misging</h3>
<div class="k-stelling"><p>In het contract stond dat onderdelen “beschikbaar” zouden zijn. Dat waren ze
ook, voor € 340 per toetsenbord. Leg dus een prijs vast, of een maximum als deel van de aanschafprijs.</p>
</div>
<p class="k-bron">Gemeente Oosterwolde aan Zee, contractmanager. Praktijkverhaal 11, de les staat in
paragraaf 4.</p>
<div class="k-stelling"><p>De garantie verviel zodra iemand van ons de schroeven losdraaide. We hebben het
pas gemerkt bij de eerste claim.</p></div>
<p class="k-bron">Gemeente Linderdam, beheerder. Bijeenkomst 4, 11 februari 2027.</p>
<h3>Vragen om aan leveranciers te stellen</h3>
<ul>
<li>Welke onderdelen zijn te vervangen zonder speciaal gereedschap?</li>
<li>Hoe lang zijn ze te koop, en tegen welke prijs?</li>
<li>Blijft de garantie gelden als wij zelf repareren?
<ul><li>Zo ja: onder welke voorwaarden?</li><li>Zo nee: binnen hoeveel dagen repareren jullie zelf?</li>
</ul></li>
<li>Staat de handleiding openbaar op internet?</li>
</ul>
<table class="utrecht-table"><caption>Tabel 2. Wat een reparatie kost</caption>
<thead><tr><th scope="col">Onderdeel</th><th scope="col"
class="utrecht-table__header-cell--numeric-data">Prijs</th><th scope="col"
class="utrecht-table__header-cell--numeric-data">Minuten</th><th scope="col">Wie doet het</th></tr></thead>
<tbody>
<tr><th scope="row">Batterij</th><td class="utrecht-table__cell--numeric-data">€ 74</td><td
class="utrecht-table__cell--numeric-data">10</td><td>Eigen beheer</td></tr>
<tr><th scope="row">Toetsenbord</th><td class="utrecht-table__cell--numeric-data">€ 58</td><td
class="utrecht-table__cell--numeric-data">15</td><td>Eigen beheer</td></tr>
<tr><th scope="row">Scherm</th><td class="utrecht-table__cell--numeric-data">€ 121</td><td
class="utrecht-table__cell--numeric-data">40</td><td>Leverancier</td></tr>
<tr><th scope="row">Moederbord</th><td class="utrecht-table__cell--numeric-data">€ 310</td><td
class="utrecht-table__cell--numeric-data">90</td><td>Leverancier</td></tr>
</tbody></table>
</section>
<section class="k-hoofdstuk" aria-labelledby="c4"><h2 id="c4">Gebruikte laptops kopen</h2>
<p>Een gebruikte laptop is niet voor iedereen goed genoeg, maar voor velen wel. De grootste winst zit in
het werk achter de balie, in scholen en bij tijdelijke krachten.</p>
<div class="k-stelling"><p>We kochten 400 opgeknapte laptops met drie jaar garantie. De uitval in het
eerste jaar was 2,1 procent. Bij nieuwe apparaten was dat 1,8 procent.</p></div>
<p class="k-bron">Hogeschool Vechtstreek, inkoper. Bijeenkomst 5, 11 maart 2027. Cijfers uit eigen beheer,
2025.</p>
<div class="k-stelling"><p>Beschrijf wat “opgeknapt” betekent: getest, schoongemaakt, batterij boven 80
procent, krassen tot klasse B. Anders krijg je van alles door elkaar.</p></div>
<p class="k-bron">Leverancier, naam bekend bij het netwerk. Bijeenkomst 5, 11 maart 2027.</p>
<h3>Drie misverstanden</h3>
<dl>
<dt>“Gebruikt mag niet van de aanbestedingsregels.”</dt><dd>Het mag wel. Je beschrijft wat het apparaat
moet kunnen, niet hoe oud het is.</dd>
<dt>“Er is geen garantie op.”</dt><dd>Alle vier de leveranciers in het netwerk geven minstens twee
jaar.</dd>
<dt>“De gegevens van een ander staan er nog op.”</dt><dd>Vraag om een certificaat van wissen per
apparaat.</dd>
</dl>
</section>
)html";
}

inline std::string example_tail() {
    return R"html(<section class="k-hoofdstuk" aria-labelledby="c5"><h2 id="c5">Afspraken en wat ze
opleveren</h2>
<p>Aan het eind van de reeks maakten de deelnemers elf afspraken. Van vier is het effect al gemeten.</p>
<table class="utrecht-table"><caption>Tabel 3. Afspraken met een gemeten effect</caption>
<thead><tr><th scope="col">Afspraak</th><th scope="col">Wie</th><th scope="col">Beloofd</th><th
scope="col">Gemeten</th></tr></thead>
<tbody>
<tr><th scope="row">Levensduur naar zes jaar</th><td>Gemeente Linderdam</td><td>40 ton CO₂ minder in
2027</td><td>Nog niet; meting in maart 2028</td></tr>
<tr><th scope="row">Tien procent gebruikt</th><td>Hogeschool Vechtstreek</td><td>400 apparaten</td><td>412
apparaten, eind 2026</td></tr>
<tr><th scope="row">Zelf repareren</th><td>Provincie Hoogveen</td><td>Uitval onder drie dagen</td>
<td>Gemiddeld 1,2 dagen</td></tr>
<tr><th scope="row">Onderdelen in het contract</th><td>Waterschap Ommer</td><td>Maximumprijs voor zes
onderdelen</td><td>Vastgelegd voor vijf</td></tr>
</tbody></table>
<div class="k-stelling"><p>Het effect is zo goed als de meting. Schrijf bij iedere belofte op wie meet,
waarmee, en wanneer. Anders vergeet iedereen het, ook wij.</p></div>
<p class="k-bron">Waterschap Ommer, adviseur duurzaamheid. Slotbijeenkomst, 8 april 2027.</p>
<h3>Wat we nog niet weten</h3>
<p>Wat zeven jaar gebruik doet met de tevredenheid van medewerkers, is nergens gemeten. Ook weten we niet
hoe vaak een vervangbare batterij echt vervangen wordt. Het netwerk zoekt drie organisaties die dat willen
bijhouden.</p>
</section>
<section class="k-colofon" aria-labelledby="c6"><h2 id="c6">Colofon</h2>
<dl>
<dt>Uitgave</dt><dd>Leernetwerk Duurzame ICT</dd>
<dt>Versie</dt><dd>3, 23 november 2026. Volgt op versie 2 van 1 juli 2026.</dd>
<dt>Adres</dt><dd><a
href="https://kring.example/nl/samenvatting/laptops/3">kring.example/nl/samenvatting/laptops/3</a></dd>
<dt>Licentie</dt><dd>Je mag deze tekst delen en bewerken als je de bron noemt (CC BY 4.0).</dd>
</dl>
<p>Iedereen die hier wordt aangehaald, gaf daar toestemming voor. Wie die toestemming intrekt, ziet zijn
bijdrage niet terug in de volgende versie.</p>
</section>
</main></body></html>
)html";
}

/// The whole summary; the caller adds the print style.
inline Publication example_publication() {
    Publication publication;
    publication.title = "Langer doen met laptops";
    publication.language = "nl";
    publication.publisher = "Leernetwerk Duurzame ICT";
    publication.date = "2026-11-23";
    publication.identifier = "https://kring.example/nl/samenvatting/laptops/3";
    publication.html = example_head() + example_lifetime() + example_repair() + example_tail();
    publication.pictures = {{"kosten.svg", example_bars(), "Kosten per laptop per jaar"},
                            {"jaren.svg", example_line(), "Gemiddeld aantal jaren in gebruik"}};
    return publication;
}

}  // namespace kring::press
