// SPDX-License-Identifier: EUPL-1.2
// The walk through the whole of Kring in a real browser: a question asked anonymously, answered and checked;
// a case; a lesson; its place in the summary, with consent; a frozen version, its files, and the chain both
// ways.
// In both languages, without script, and with nothing but the keyboard.
//   node tests/browser/walk.mjs [WALK …]      names of walks, all by default; see `ways`
import { equal, excludes, includes, matches, takeWalks, ways } from './journey.mjs';
import { eventually } from './visitor.mjs';
import { textsOf } from './walk_texts.mjs';

const printedMsMax = 180_000;
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const files = {
    pdf: { type: 'application/pdf', begins: '%PDF-' },
    odt: { type: 'application/vnd.oasis.opendocument.text', begins: 'PK\x03\x04' },
    docx: { type: documentType, begins: 'PK\x03\x04' },
    epub: { type: 'application/epub+zip', begins: 'PK\x03\x04' },
};

// The steps in their order; each gets what `Journey` holds and may throw. A step that fails ends its walk.
const steps = {
    'a wrong password is refused, and the address stays': refuseWrongPassword,
    'Anna asks a question anonymously, and nobody sees that it was her': askAnonymously,
    'Sami answers it, and Bram checks the answer': answerAndCheck,
    'Femke chooses the answer': chooseAnswer,
    'a case without what failed is refused, and every word is kept': refuseCase,
    'with what failed it stands there': bringCase,
    'Anna distils a lesson from the case and ties it to the question': distilLesson,
    'Eva writes a statement and places the lesson under it': placeLesson,
    'without consent nothing is frozen, and the reason is kept': refuseFreeze,
    'Anna reads how she is named, and agrees': agree,
    'Eva freezes version 2, with its reason': freeze,
    'everybody downloads it in five formats': download,
    'the feed names version 2': readFeed,
    'from the published statement to the question': followChainBack,
    'and forth again to the published version': followChainForth,
};

async function refuseWrongPassword({ open, say, walk }) {
    const stranger = await open();
    await stranger.signIn('anna', 'Dit is het wachtwoord niet.');
    includes(await stranger.words(), say('people.sign_in.wrong'), 'the page says what is wrong');
    equal(await stranger.value(say('sign_in.email')), 'anna@linderdam.example', 'the address is still there');
    equal(await stranger.value(say('sign_in.password')), '', 'the password is not');
    equal(await stranger.page.locator('.k-error-summary:focus').count(), 1, 'the focus is on what is wrong');
    equal(stranger.hasScript, walk.javascript, 'script runs only in the walks with script');
    await stranger.close();
}

async function askAnonymously(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.menu(say('menu.questions'));
    await anna.follow(say('contribution.questions.ask'));
    await anna.type(say('contribution.question.title'), texts.question);
    await anna.type(say('contribution.question.body'), texts.question_body);
    await anna.tick(say('contribution.question.anonymous'));
    await anna.choose(say('contribution.field.audience'), say('audience.everyone'));
    await anna.press(say('contribution.question.submit'));
    if (await anna.has('heading', say('contribution.similar.heading')))
        await anna.press(say('contribution.question.submit'));
    includes(await anna.words(), say('contribution.asked.anonymous'), 'nobody can see who asked');
    matches(await anna.words('.k-key'), /^\S{20,}$/, 'a key is shown to withdraw it with');
    await anna.follow(say('contribution.asked.see'));
    equal(await anna.words('h1'), texts.question, 'the question stands there');
    includes(await anna.words('article > .k-meta'), say('byline.anonymous'), 'as anonymous');
    excludes(await anna.words(), 'Anna', 'her name is nowhere, not even for herself');
    journey.question = anna.path();
}

async function answerAndCheck(journey) {
    const { say, texts } = journey;
    const sami = await journey.as('sami');
    await sami.menu(say('menu.questions'));
    await sami.follow(texts.question);
    await sami.type(say('contribution.answer.body'), texts.answer);
    await sami.press(say('contribution.answer.submit'));
    includes(await sami.words('.k-answer'), texts.answer, 'the answer stands there');
    includes(await sami.words('.k-answer'), 'Sami Aydin', 'with the name of who gave it');
    equal(await sami.has('button', say('contribution.check')), 0, 'nobody checks an answer of their own');
    const bram = await journey.as('bram');
    await bram.menu(say('menu.questions'));
    await bram.follow(texts.question);
    await bram.press(say('contribution.check'));
    const badge = say('contribution.badge.checked', { name: 'Bram Hoekstra', day: '' });
    includes(await bram.words('.k-answer'), badge, 'the answer says who checked it');
}

async function chooseAnswer(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.menu(say('menu.questions'));
    await femke.follow(texts.question);
    await femke.press(say('contribution.accept'));
    includes(await femke.words('.k-answer--accepted'), texts.answer, 'the answer is marked as chosen');
}

async function refuseCase(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.menu(say('menu.my'));
    await anna.follow(say('my.case'));
    for (const [name, text] of Object.entries(texts.case))
        await anna.type(say(`contribution.case.${name}`), text);
    await anna.type(say('contribution.case.again'), texts.again);
    await anna.choose(say('contribution.field.audience'), say('audience.everyone'));
    await anna.press(say('contribution.case.submit'));
    matches(anna.path(), /\/(praktijk\/nieuw|practice\/new)$/, 'it is not placed');
    includes(await anna.words('.k-error-summary'), say('problem.needed.failed'), 'the page asks what failed');
    for (const [name, text] of Object.entries({ ...texts.case, again: texts.again }))
        equal(await anna.value(say(`contribution.case.${name}`)), text, `what was typed stays: ${name}`);
}

async function bringCase(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.type(say('contribution.case.failed'), texts.failed);
    await anna.press(say('contribution.case.submit'));
    equal(await anna.words('h1'), texts.case.title, 'the case stands there');
    includes(await anna.words(), texts.failed, 'with what failed');
    includes(await anna.words(), 'Anna de Wit', 'and who brought it in');
}

async function distilLesson(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.follow(say('contribution.distil'));
    includes(await anna.words(), texts.case.title, 'the form says what the lesson comes from');
    await anna.type(say('contribution.lesson.title'), texts.lesson);
    await anna.type(say('contribution.lesson.body'), texts.lesson_body);
    await anna.choose(say('contribution.field.audience'), say('audience.everyone'));
    await anna.press(say('contribution.lesson.submit'));
    includes(await anna.words('.k-chain'), texts.case.title, 'the chain leads to the case');
    await anna.follow(say('html.chain.tie'));
    await anna.type(say('tie.search'), texts.question);
    await anna.press(say('search.submit'));
    await anna.press(new RegExp(`^${say('tie.submit')}\\W+${texts.question.slice(0, -1)}`));
    includes(await anna.words('[aria-labelledby=tied]'), texts.question, 'the question is tied to it');
}

async function placeLesson(journey) {
    const { say, texts } = journey;
    const eva = await journey.as('eva');
    await eva.menu(say('menu.networks'));
    await eva.follow(texts.network);
    await eva.follow(say('workshop.network.working_summary'));
    journey.summary = eva.path();
    await eva.follow(say('summary.statement.new', { place: 1 }));
    await eva.type(say('summary.field.text_nl'), texts.statement_nl);
    await eva.type(say('summary.field.text_en'), texts.statement_en);
    await eva.press(say('summary.statement.submit'));
    await eva.type(say('summary.sources.search'), texts.lesson);
    await eva.press(say('summary.sources.search_button'));
    // Each record found has the same question about names; the lesson stands first, for it is named whole.
    await eva.select(say('summary.naming'), new RegExp(`^${say('summary.naming.name')}`));
    await eva.press(`${say('summary.sources.place')} ${texts.lesson}`);
    includes(await eva.words('.k-flash'), say('flash.summary_placed'), 'it is placed, and consent is asked');
    await eva.follow(say('summary.back'));
    const obstacle = say('summary.obstacle.asked', { place: '1.8', source: 1 });
    includes(await eva.words('[aria-labelledby=obstacles]'), obstacle, 'consent is still to do');
}

async function refuseFreeze(journey) {
    const { say, texts } = journey;
    const eva = await journey.as('eva');
    await eva.follow(say('summary.freeze.title', { number: 2 }));
    await eva.type(say('summary.freeze.reason'), texts.reason);
    await eva.press(say('summary.freeze.submit'));
    includes(await eva.words(), say('summary.freeze.obstacles'), 'something is in the way');
    equal(await eva.value(say('summary.freeze.reason')), texts.reason, 'the reason stays');
}

async function agree(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.menu(say('menu.my'));
    await anna.follow(new RegExp(texts.lesson));
    const [statement, other] = [texts.statement_nl, texts.statement_en];
    includes(await anna.words(), statement, 'she reads the statement in Dutch');
    includes(await anna.words(), other, 'and in English');
    includes(await anna.words('.k-colophon'), 'Anna de Wit', 'and how she is named');
    await anna.press(say('summary.consent.submit'));
    includes(await anna.words(), say('problem.choice'), 'no choice is no consent');
    await anna.choose(say('summary.consent.question'), say('summary.consent.agree'));
    await anna.press(say('summary.consent.submit'));
    includes(await anna.words(), say('summary.consent.state.agreed'), 'her choice is kept');
}

async function freeze(journey) {
    const { say, texts } = journey;
    const eva = await journey.as('eva');
    await eva.follow(say('summary.back'));
    includes(await eva.words('[aria-labelledby=obstacles]'), say('summary.obstacles.none'), 'all is ready');
    await eva.follow(say('summary.freeze.title', { number: 2 }));
    await eva.type(say('summary.freeze.reason'), texts.reason);
    await eva.press(say('summary.freeze.submit'));
    matches(eva.path(), /\/(publicaties|publications)\/[^/]+\/2$/, 'version 2 has its address');
    includes(await eva.words(), texts.reason, 'and says why it is there');
    journey.version = eva.path();
}

async function download(journey) {
    const { say } = journey;
    const nobody = await journey.nobody();
    await nobody.visit();
    await nobody.menu(say('menu.publications'));
    await nobody.follow(journey.texts.summary);
    includes(await nobody.words(), journey.texts.reason, 'the newest version is the one that opens');
    const page = await fetch(journey.site.address + journey.version);
    equal(page.headers.get('content-type'), 'text/html; charset=utf-8', 'HTML: content type');
    includes((await page.text()).slice(0, 20), '<!DOCTYPE html>', 'HTML: begins as it should');
    const waiting = say('summary.downloads.waiting');
    const isPrinted = await eventually(async () => {
        await nobody.page.reload();
        return !(await nobody.words('[aria-labelledby=downloads]')).includes(waiting);
    }, printedMsMax);
    equal(isPrinted, true, 'all files are made');
    const group = `[aria-labelledby=downloads] ul:nth-of-type(${journey.walk.language === 'nl' ? 1 : 2})`;
    for (const [ending, { type, begins }] of Object.entries(files)) {
        const file = await nobody.download(say(`summary.format.${ending}`), group);
        equal(file.type, type, `${ending}: content type`);
        equal(file.bytes.subarray(0, begins.length).toString('latin1'), begins, `${ending}: first bytes`);
        const word = say('summary.version.file_word');
        matches(file.name, new RegExp(`-${word}-2\\.${ending}$`), `${ending}: a name that says what it is`);
        if (ending === 'epub') includes(file.bytes.toString('latin1', 0, 80), type, 'epub: says what it is');
    }
}

async function readFeed(journey) {
    const feed = journey.walk.language === 'en' ? '/en/publicaties.atom' : '/publicaties.atom';
    const answer = await fetch(journey.site.address + feed);
    const text = await answer.text();
    equal(answer.headers.get('content-type'), 'application/atom+xml; charset=utf-8', 'content type');
    includes(text, `${journey.site.address}${journey.version}`, 'it leads to version 2');
    includes(text, journey.texts.reason, 'with its reason');
}

async function followChainBack(journey) {
    const { texts } = journey;
    const nobody = await journey.nobody();
    await nobody.visit(journey.version);
    const statement = journey.walk.language === 'en' ? texts.statement_en : texts.statement_nl;
    includes(await nobody.words('#c1-s8'), statement, 'the statement is published');
    includes(await nobody.words('#c1-s8'), 'Anna de Wit', 'and names Anna, as she agreed');
    await nobody.follow(texts.lesson);
    equal(await nobody.words('h1'), texts.lesson, 'the lesson');
    await nobody.follow(texts.question);
    equal(await nobody.words('h1'), texts.question, 'the question');
    equal(nobody.path(), journey.question, 'at the address where it was asked');
    includes(await nobody.words('.k-answer--accepted'), texts.answer, 'with its answer');
}

async function followChainForth(journey) {
    const { texts, site, version } = journey;
    const nobody = await journey.nobody();
    await nobody.follow(texts.lesson);
    await nobody.follow(texts.version, '.k-chain');
    equal(await nobody.words('h1'), texts.summary, 'the publication');
    equal(nobody.page.url(), site.address + version, 'version 2 of it');
}

const asked = process.argv.slice(2);
await takeWalks(asked.length > 0 ? asked : Object.keys(ways), steps, textsOf);
