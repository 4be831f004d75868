// SPDX-License-Identifier: EUPL-1.2
// The walk along the reckoning in a real browser: from an inventory of 2,500 devices in a spreadsheet to a
// comparison that a network shares and a case cites; and from a draft tender to a weight chosen with the award
// simulator. Once in Dutch at the width of a phone, once in English with nothing but the keyboard and no script.
//   node tests/browser/reckoning_walk.mjs [WALK …]      names of walks: see `ways`; these two by default
import { equal, excludes, includes, matches, takeWalks } from './journey.mjs';
import { inventory, sheetType, textsOf } from './reckoning_walk_texts.mjs';

// "A first-time user needs at most 12 clicks for a first result."
const clicksMax = 12;

const steps = {
    'Anna finds the Rekenhulp and brings her list of 2,500 devices': bringInventory,
    'rows that could not be read are told by line and reason': readReasons,
    'the routes stand side by side, in at most 12 clicks since the start page': compareRoutes,
    'what each number rests on is one step away': openSources,
    'the same choices give the same outcome again': computeAgain,
    'she takes the table along': takeTable,
    'as a draft nobody else sees it': seeNothing,
    'she shares it with the network': share,
    'Bram reads it, and cannot change it': readByBram,
    'Anna cites it in a case': cite,
    'and from the case Sami finds the comparison': findFromCase,
    'a first picture of a tender takes at most 12 clicks': draftTender,
    'a weight that is no number is refused, and stays': refuseWeight,
    'Anna takes a weight from the picture': takeWeight,
    'and the draft says so': readDraft,
    'Sami sees nothing of it': seeNoTender,
};

// Counts what somebody does with a hand: following, pressing, choosing a file or an option.
function counted(visitor) {
    const counting = { clicks: 0 };
    for (const deed of ['menu', 'follow', 'press', 'upload', 'select', 'choose', 'tick']) {
        counting[deed] = (...rest) => {
            counting.clicks += 1;
            return visitor[deed](...rest);
        };
    }
    return counting;
}

async function bringInventory(journey) {
    const { say, texts } = journey;
    if (journey.walk.language === 'nl') journey.onPhones(['anna', 'bram', 'sami']);
    const anna = await journey.as('anna');
    journey.hand = counted(anna);
    await journey.hand.menu(say('menu.calculator'));
    await journey.hand.follow(say('scenario.start.upload'));
    await journey.hand.upload(say('scenario.inventory.file'), texts.file, sheetType, await inventory(texts));
    await journey.hand.press(say('scenario.inventory.send'));
}

async function readReasons(journey) {
    const { texts } = journey;
    const anna = await journey.as('anna');
    const remarks = await anna.words();
    for (const reason of texts.reasons) includes(remarks, reason, 'a row that was not read');
    includes(remarks, texts.counted, 'how many rows were');
    const counts = await anna.page.locator('main input[name^=count_]').evaluateAll((all) =>
        all.map((one) => one.value).filter((value) => value !== ''),
    );
    equal(counts.slice(0, 3).join(' '), '1000 1000 498', 'the devices, counted by kind');
}

async function compareRoutes(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    await journey.hand.press(say('scenario.form.compute'));
    includes(await anna.words('.k-error-summary'), say('scenario.problem.device'), 'no kind is guessed');
    await anna.type(`${say('scenario.form.fleet.amount')}, ${say('scenario.form.row', { number: 4 })}`, '');
    await journey.hand.press(say('scenario.form.compute'));
    includes(await anna.words(), say('outcome.conclusion'), 'the outcome in short');
    if (journey.hand.clicks > clicksMax) throw new Error(`it took ${journey.hand.clicks} clicks`);
    console.log(`# first result of the Rekenhulp: ${journey.hand.clicks} clicks`);
    journey.scenario = anna.path();
    const rows = await anna.page.locator('[aria-labelledby=side] tbody tr').count();
    if (rows < 8) throw new Error(`only ${rows} measures stand side by side`);
    equal(await anna.page.locator('[aria-labelledby=side] svg[role=img]').count() > 0, true, 'a picture');
    const title = await anna.page.locator('[aria-labelledby=side] svg title').first().textContent();
    matches(title.trim(), /.{10,}/, 'the picture has a name for who does not see it');
}

async function openSources(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    await anna.follow(say('outcome.figures.title'));
    const words = await anna.words();
    for (const part of ['ODbL', 'CC BY-SA 4.0', say('outcome.unverified')]) includes(words, part, 'sources');
    await anna.visit(journey.scenario);
}

async function computeAgain(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    await anna.press(say('outcome.compute'));
    includes(await anna.words(), say('outcome.check.same'), 'precisely the same');
}

async function takeTable(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    const file = await anna.download(say('outcome.file.csv'));
    matches(file.type, /^text\/csv/, 'content type');
    includes(file.bytes.toString('utf8'), 'ODbL', 'the notice goes along');
}

async function seeNothing(journey) {
    const bram = await journey.as('bram');
    await bram.visit(journey.scenario);
    includes(await bram.words('h1'), journey.say('trouble.404.title'), 'a draft is not there for others');
}

async function share(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.follow(say('outcome.share'));
    await anna.type(say('scenario.form.title'), texts.scenario);
    await anna.choose(say('scenario.form.audience'), say('audience.network'));
    await anna.press(say('network.form.save'));
    equal(await anna.words('h1'), texts.scenario, 'it has its title');
}

async function readByBram(journey) {
    const { say, texts } = journey;
    const bram = await journey.as('bram');
    await bram.menu(say('menu.calculator'));
    await bram.follow(texts.scenario);
    includes(await bram.words(), say('outcome.conclusion'), 'he reads the outcome');
    equal(await bram.has('link', say('outcome.edit')), 0, 'it is not his to change');
}

async function cite(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.menu(say('menu.my'));
    await anna.follow(say('my.case'));
    for (const [name, text] of Object.entries(texts.case)) await anna.type(say(`contribution.case.${name}`), text);
    await anna.choose(say('contribution.field.audience'), say('audience.network'));
    await anna.press(say('contribution.case.submit'));
    equal(await anna.words('h1'), texts.case.title, 'the case stands there');
    journey.case = anna.path();
    await anna.follow(say('html.chain.tie'));
    await anna.type(say('tie.search'), texts.scenario);
    await anna.press(say('search.submit'));
    await anna.press(new RegExp(`^${say('tie.submit')}\\W+${texts.scenario}`));
    includes(await anna.words('[aria-labelledby=tied]'), texts.scenario, 'the comparison is tied to it');
}

async function findFromCase(journey) {
    const { say, texts } = journey;
    const sami = await journey.as('sami');
    await sami.visit(journey.case);
    await sami.follow(texts.scenario, '.k-chain');
    equal(sami.path(), journey.scenario, 'the comparison');
    includes(await sami.words('.k-chain'), texts.case.title, 'and back to the case');
    equal(await sami.has('link', say('outcome.edit')), 0, 'nothing to change for him');
}

async function draftTender(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    const hand = counted(anna);
    await anna.visit();
    await hand.menu(say('menu.networks'));
    await hand.follow(texts.network);
    await hand.follow(say('tender.list'));
    await hand.follow(say('tender.make'));
    await anna.type(say('tender.form.title'), texts.tender);
    await hand.press(say('tender.form.make'));
    equal(await anna.words('h1'), say('tender.simulator'), 'the first picture');
    if (hand.clicks > clicksMax) throw new Error(`it took ${hand.clicks} clicks`);
    console.log(`# first picture of the award simulator: ${hand.clicks} clicks`);
    journey.simulator = anna.path();
    journey.tender = anna.path().replace(/\/simulator$/, '');
}

async function refuseWeight(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    await anna.type(say('tender.choose.label.weight'), 'veel');
    await anna.press(say('tender.choose.submit.weight'));
    includes(await anna.words('.k-error-summary'), say('tender.problem.number', { decimals: '' }).split(',')[0], 'why');
    equal(await anna.value(say('tender.choose.label.weight')), 'veel', 'what was typed stays');
}

async function takeWeight(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    await anna.visit(journey.simulator);
    const before = await anna.words('.nl-paragraph--lead');
    await anna.type(say('tender.choose.label.weight'), '45');
    await anna.press(say('tender.choose.submit.weight'));
    await anna.visit(journey.simulator);
    const after = await anna.words('.nl-paragraph--lead');
    includes(after, '45', 'the conclusion is about the weight that was chosen');
    if (before === after) throw new Error('the weight changed nothing');
}

async function readDraft(journey) {
    const anna = await journey.as('anna');
    await anna.visit(journey.tender);
    equal(await anna.words('h1'), journey.texts.tender, 'the draft');
    includes(await anna.words(), '45', 'with the weight that was chosen');
}

async function seeNoTender(journey) {
    const { say, texts } = journey;
    const sami = await journey.as('sami');
    await sami.visit(journey.tender);
    includes(await sami.words('h1'), say('trouble.404.title'), 'a draft of purchasers is not there for suppliers');
    await sami.visit(journey.simulator);
    includes(await sami.words('h1'), say('trouble.404.title'), 'nor what was computed of it');
    await sami.visit(journey.walk.language === 'en' ? '/en/tenders' : '/aanbestedingen');
    excludes(await sami.words(), texts.tender, 'nor in the list');
}

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : ['nl', 'en-by-keyboard-without-script'];
await takeWalks(names, steps, textsOf, { together: true });
