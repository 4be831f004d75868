// SPDX-License-Identifier: EUPL-1.2
// What the people in the walk type, in the language they type it in.

const both = {
    version: 'Circulair ICT inkopen: wat het leernetwerk van 2018 ons leert, versie 2',
    statement_nl: 'Wie vooraf vraagt hoe vaak de accu het nog doet, koopt minder verrassingen.',
    statement_en: 'Who asks beforehand how often the battery still holds, buys fewer surprises.',
};

const texts = {
    nl: {
        ...both,
        network: 'Leernetwerk ICT 2018',
        summary: 'Circulair ICT inkopen: wat het leernetwerk van 2018 ons leert',
        question: 'Wie betaalt de tweede accu van een leenlaptop?',
        question_body: 'Na twee jaar zijn de accu’s op. Onze beheerder wil ze niet zelf vervangen.',
        answer: 'Zet de accu als apart onderdeel in het contract, met een vaste prijs en een ondergrens.',
        case: {
            title: 'Achthonderd leenlaptops met een accu op afroep',
            context: 'De uitleen liep vast op lege accu’s. De school had geen budget voor nieuwe laptops.',
            bought: '800 gebruikte laptops met twee accu’s per laptop op afroep.',
            approach: 'Eerst een marktconsultatie met drie leveranciers, daarna een open procedure.',
            criteria_used: 'Accucapaciteit bij levering en na een jaar, als gunningscriterium.',
        },
        failed: 'We vroegen de meetmethode te laat, zodat de aanbiedingen niet te vergelijken waren.',
        again: 'De accu op afroep weer. De meetmethode voortaan in de aankondiging.',
        lesson: 'Schrijf de meetmethode voor de accu in de aankondiging',
        lesson_body: 'Een eis aan de accu werkt pas als iedereen weet hoe je hem meet.',
        reason: 'Er is een stelling over accu’s bij gekomen.',
    },
    en: {
        ...both,
        network: 'ICT learning network 2018',
        summary: 'Buying ICT in a circular way: what the 2018 learning network teaches us',
        question: 'Who pays for the second battery of a loan laptop?',
        question_body: 'After two years the batteries are worn out. Our IT people will not replace them.',
        answer: 'Put the battery in the contract as a part of its own, with a fixed price and a lower limit.',
        case: {
            title: 'Eight hundred loan laptops with a battery on call',
            context: 'Lending broke down over flat batteries. The school had no money for new laptops.',
            bought: '800 used laptops with two batteries per laptop on call.',
            approach: 'First a market consultation with three suppliers, then an open procedure.',
            criteria_used: 'Battery capacity at delivery and after a year, as an award criterion.',
        },
        failed: 'We gave the measuring method too late, so that the tenders could not be compared.',
        again: 'The battery on call again. The measuring method in the notice from now on.',
        lesson: 'Write the measuring method for the battery in the notice',
        lesson_body: 'A demand on the battery only works when everybody knows how to measure it.',
        reason: 'A statement on batteries has been added.',
    },
};

export function textsOf(language) {
    return texts[language];
}
