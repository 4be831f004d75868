// SPDX-License-Identifier: EUPL-1.2
// The life of a workshop, afterwards: its report, its place in the working summary, what people thought, and
// what they will do.
import { inflateRawSync } from 'node:zlib';
import { equal, excludes, includes, matches } from './journey.mjs';
import { linkTo } from './mailbox.mjs';
import { eventually } from './visitor.mjs';

const due = '2027-03-31';

/// The steps in their order: sentence to function, as takeWalks wants them.
export const after = {
    'the day after, the report is there in draft': readDraft,
    'Femke adds to it, and asks Anna to check the lessons': askForCheck,
    'Anna follows the mail, and agrees': agreeWithPart,
    'Femke fixes the report': fixReport,
    'Eva takes it into the working summary': takeIntoSummary,
    'who was there got the evaluation by mail, and nobody else': mailEvaluation,
    'Anna answers, and commits to something with a date': answerEvaluation,
    'a date in the past is refused, and every word is kept': keepWords,
    'Femke sees the count, and no scores below five': seeResults,
    'the answers in CSV and ODS: what begins with = arrives as text': readTables,
    'two weeks before its date Anna is reminded, and says what came of it': doneInTime,
    'it shows with the series': showWithSeries,
};

async function readDraft(journey) {
    const { say, texts } = journey;
    await journey.wakeAt('2027-01-15 10:00:00');
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('report.door.draft'));
    journey.report = femke.path();
    includes(await femke.words(), say('report.draft.explained'), 'it is a draft');
    const part = (name) => femke.words(`section:has(> h2:text-is("${say(`report.part.${name}`)}"))`);
    includes(await part('agenda'), say('workshop.template.talk'), 'the agenda');
    includes(await part('speakers'), texts.talk, 'the talk of the guest speaker');
    includes(await part('statements'), texts.statement, 'the statement');
    includes(await part('pitches'), 'Kringloop Devices BV', 'who pitched');
    includes(await part('present'), say('report.amount.present', { count: 3 }), 'how many came');
    includes(await part('answered'), texts.live_question, 'the question that was answered');
    includes(await part('unanswered'), texts.question, 'the one that was not');
    includes(await part('tables'), texts.lesson, 'the lesson of the plenary');
}

async function askForCheck(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.follow(say('report.edit'));
    await femke.type(say('report.form.introduction'), texts.introduction);
    await femke.press(say('network.form.save'));
    includes(await femke.words('.k-prose'), texts.introduction, 'what she added');
    await femke.follow(say('report.ask'));
    await femke.select(say('report.ask.part'), new RegExp(`^${say('report.part.tables')}$`));
    await femke.select(say('report.ask.person'), /^Anna de Wit/);
    await femke.press(say('report.ask.send'));
    includes(await femke.words('.k-flash'), say('flash.report_check_asked'), 'the mail goes');
    includes(await femke.words('table'), say('report.check.state.asked'), 'and the answer is awaited');
}

async function agreeWithPart(journey) {
    const { say, texts } = journey;
    const letter = await journey.mail('anna', say('report.letter.check.subject', { title: journey.title }));
    const anna = await journey.as('anna');
    await anna.visit(linkTo(letter, journey.report));
    includes(await anna.words(), texts.lesson, 'she reads the lessons');
    await anna.press(say('report.check.agree'));
    includes(await anna.words('.k-flash'), say('flash.report_checked'), 'her answer is kept');
}

async function fixReport(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.report);
    await femke.follow(say('report.ask'));
    includes(await femke.words('table'), say('report.check.state.agreed'), 'Anna agreed');
    await femke.visit(journey.report);
    await femke.follow(say('report.fix'));
    await femke.choose(say('report.fix.audience'), say('report.audience.network'));
    await femke.press(say('report.fix'));
    includes(await femke.words('.k-flash'), say('flash.report_fixed'), 'it is fixed');
    includes(await femke.words(), texts.introduction, 'with what she added');
    journey.fixed = femke.path();
}

async function takeIntoSummary(journey) {
    const { say, texts } = journey;
    const eva = await journey.as('eva');
    await eva.visit(journey.fixed);
    await eva.press(say('report.take'));
    includes(await eva.words('.k-flash'), say('flash.report_taken'), 'it is a chapter');
    includes(await eva.words('section'), texts.introduction, 'of the working summary, with the introduction');
    includes(await eva.words('.k-statement'), texts.lesson, 'and the lesson as a statement');
}

async function mailEvaluation(journey) {
    const { say } = journey;
    const subject = say('evaluation.letter.subject', { title: journey.title });
    const sent = () => journey.mails('', subject);
    await eventually(() => sent().length >= 3, 30_000);
    const readers = sent().map(({ to }) => to.replace(/@.*/, ''));
    equal(readers.sort().join(), 'anna,bram,sami', 'those who were there');
}

async function openEvaluation(journey) {
    const { say } = journey;
    const letter = await journey.mail('anna', say('evaluation.letter.subject', { title: journey.title }));
    const anna = await journey.as('anna');
    await anna.visit(linkTo(letter, journey.workshop));
    return anna;
}

async function answerEvaluation(journey) {
    const { say, texts } = journey;
    const anna = await openEvaluation(journey);
    await anna.type(say('evaluation.form.learned'), texts.learned);
    await anna.type(say('commitment.form.what'), texts.promise);
    await anna.type(say('commitment.form.due'), due);
    await anna.tick(say('evaluation.form.makes_commitment'));
    await anna.choose(say('evaluation.form.useful'), say('evaluation.score.4'));
    await anna.type(say('evaluation.form.better'), texts.formula);
    await anna.press(say('evaluation.form.send'));
    includes(await anna.words('.k-flash'), say('flash.evaluation_and_commitment'), 'both are kept');
}

async function keepWords(journey) {
    const { say, texts } = journey;
    const sami = await journey.as('sami');
    await sami.visit(journey.workshop);
    await sami.follow(say('evaluation.door.answer'));
    await sami.type(say('evaluation.form.learned'), texts.learned);
    await sami.type(say('commitment.form.what'), texts.promise);
    await sami.type(say('commitment.form.due'), '2027-01-01');
    await sami.tick(say('evaluation.form.makes_commitment'));
    await sami.press(say('evaluation.form.send'));
    includes(await sami.words(), say('commitment.problem.past'), 'the page says why');
    equal(await sami.value(say('evaluation.form.learned')), texts.learned, 'what was typed stays');
}

async function seeResults(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('evaluation.door.results'));
    includes(await femke.words(), say('evaluation.results.count', { count: 1 }), 'one answer');
    includes(await femke.words(), texts.learned, 'what was learned');
    excludes(await femke.words(), 'Anna', 'without a name');
    excludes(await femke.words('table'), '4,0', 'and no mean');
    excludes(await femke.words('table'), '4.0', 'in either way of writing');
}

async function readTables(journey) {
    const { texts } = journey;
    const femke = await journey.as('femke');
    const csv = await femke.download('CSV');
    includes(csv.type, 'text/csv', 'CSV: content type');
    const rows = csv.bytes.toString();
    includes(rows, texts.learned, 'CSV: the answer');
    excludes(rows, 'Anna', 'CSV: without a name');
    matches(rows, new RegExp(`'${texts.formula.replace(/[+?.]/g, '\\$&')}`), 'CSV: a formula is text');
    const ods = await femke.download('ODS');
    equal(ods.type, 'application/vnd.oasis.opendocument.spreadsheet', 'ODS: content type');
    const content = memberOf(ods.bytes, 'content.xml').toString();
    includes(content, texts.learned, 'ODS: the answer');
    includes(content, `>${texts.formula}<`, 'ODS: a formula is text');
    excludes(content, 'table:formula', 'ODS: nothing is a formula');
}

async function doneInTime(journey) {
    const { say, texts } = journey;
    await journey.wakeAt('2027-03-17 10:00:00');
    const subject = say('commitment.letter.early.subject', { what: texts.promise });
    const letter = await journey.mail('anna', subject);
    const anna = await journey.as('anna');
    await anna.visit(linkTo(letter, journey.walk.language === 'nl' ? '/afspraken/' : '/commitments/'));
    equal(await anna.words('h1'), texts.promise, 'what she would do');
    await anna.follow(say('commitment.done'));
    await anna.press(say('network.form.save'));
    includes(await anna.words(), say('problem.needed.result'), 'the result is asked');
    await anna.type(say('commitment.form.result'), texts.result);
    await anna.press(say('network.form.save'));
    includes(await anna.words('.k-flash'), say('flash.commitment_done'), 'it is done');
}

async function showWithSeries(journey) {
    const { say, texts } = journey;
    const bram = await journey.as('bram');
    await bram.visit(journey.series);
    await bram.follow(say('workshop.series.commitments'));
    const row = bram.page.locator('.k-record', { hasText: texts.promise });
    includes(await row.innerText(), texts.result, 'what came of it');
    includes(await row.innerText(), say('commitment.state.done'), 'it is done');
}

/// A file in a zip archive (APPNOTE 4.3.12), by its entry in the table at the end.
function memberOf(bytes, name) {
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 46)) {
        const length = bytes.readUInt16LE(at + 28);
        if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue;
        const begin = bytes.readUInt32LE(at + 42);
        const data = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
        const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20));
        return bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    }
    throw new Error(`no ${name} in the archive`);
}
