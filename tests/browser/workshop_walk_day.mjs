// SPDX-License-Identifier: EUPL-1.2
// The day of a workshop: who is there, paper, questions asked live, a statement and pitches.
import { setTimeout as sleep } from 'node:timers/promises';
import { equal, excludes, includes, matches } from './journey.mjs';
import { eventually } from './visitor.mjs';

const printedMsMax = 180_000;
const appearedMsMax = 240_000;
const pitchMs = 2000;
const phoneWidth = 390;
const deskWidth = 1280;

/// The steps in their order: sentence to function, as takeWalks wants them.
export const day = {
    'on the day Vandaag shows the doors of the workshop': openToday,
    'Femke ticks Anna on a phone': tickAnna,
    'Sami checks in himself with the code on the screen': checkIn,
    'Bram comes without having registered': walkIn,
    'Femke goes live, and Sami asks a question without his name': askLive,
    'the list on paper and the badges are printed': print,
    'the list for a spreadsheet tells who came': readAttendance,
    'a statement: Anna and Sami choose, and below five no division is kept': chooseOnStatement,
    'a pitch round is drawn, started, and its time kept': pitch,
    'the question without a name appears, and nobody sees whose it is': seeLiveQuestion,
    'the queue stands by votes, and Femke says which is now, and what the answer was': leadQueue,
};

async function openToday(journey) {
    const { say, texts } = journey;
    await journey.wakeAt('2027-01-14 12:45:00');
    const anna = await journey.as('anna');
    await anna.menu(say('menu.my'));
    await anna.follow(say('today.title'));
    includes(await anna.words(), journey.title, 'the workshop of today');
    includes(await anna.words(), texts.place, 'and where it is');
    for (const door of ['attendance.check_in', 'live.door.page'])
        equal(await anna.has('link', say(door)), 1, `a door: ${say(door)}`);
    await anna.follow(say('live.door.page'));
    includes(await anna.words(), say('live.not_open'), 'it is not live yet');
    journey.live = anna.path();
}

async function tickAnna(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.resize(phoneWidth);
    await femke.menu(say('menu.my'));
    await femke.follow(say('today.title'));
    await femke.follow(say('attendance.list'));
    journey.attendance = femke.path();
    includes(await femke.words(), say('attendance.counts', { came: 0, expected: 2 }), 'nobody is there yet');
    await femke.push(`${say('attendance.tick')}: Anna de Wit`);
    equal(await femke.sees(say('attendance.counts', { came: 1, expected: 2 })), true, 'Anna is');
    await femke.resize(deskWidth);
}

async function checkIn(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.attendance);
    await femke.follow(say('attendance.room_code'));
    const code = await femke.words('figure strong');
    matches(code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/, 'a code to type');
    equal(await femke.has('img', say('attendance.qr')), 1, 'and the same to scan');
    const sami = await journey.as('sami');
    await sami.menu(say('menu.my'));
    await sami.follow(say('today.title'));
    await sami.follow(say('attendance.check_in'));
    await sami.type(say('attendance.check_in.code'), 'AAAAA-AAAAA');
    await sami.press(say('attendance.check_in.submit'));
    includes(await sami.words(), say('attendance.problem.code'), 'another code does not work');
    await sami.type(say('attendance.check_in.code'), code);
    await sami.press(say('attendance.check_in.submit'));
    includes(await sami.words('.k-flash'), say('flash.attendance_checked_in'), 'he is welcome');
    excludes(sami.page.url(), code, 'and the code is not in the address');
}

async function walkIn(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.attendance);
    await femke.select(say('attendance.walk_in.person'), /^Bram Hoekstra/);
    await femke.press(say('attendance.walk_in.submit'));
    includes(await femke.words(), say('attendance.counts.unexpected', { count: 1 }), 'he is on the list');
    includes(await femke.words('[aria-labelledby=unexpected]'), 'Bram Hoekstra', 'as who also came');
}

async function askLive(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('live.door.direction'));
    journey.direction = femke.path();
    await femke.press(say('live.do.open_room'));
    const sami = await journey.as('sami');
    await sami.visit(journey.live);
    await sami.follow(say('live.ask'));
    await sami.type(say('live.ask.question'), texts.live_question);
    await sami.tick(say('live.ask.anonymous'));
    await sami.press(say('live.ask.submit'));
    equal(await sami.words('h1'), say('live.asked'), 'the question waits');
    const [before, after] = say('live.asked.when').split('{clock}');
    const [, clock] = (await sami.words('.nl-paragraph--lead')).split(before);
    matches(clock ?? '', /^1[2-7][.:]\d\d/, 'the page says until when');
    includes(clock, after, 'in a whole sentence');
    matches(await sami.words('.k-key'), /^\S{20,}$/, 'a key is shown to withdraw it with');
    await sami.follow(say('live.asked.back'));
    excludes(await sami.words(), texts.live_question, 'it is not there yet');
}

async function print(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.attendance);
    await femke.follow(say('attendance.paper'));
    journey.paper = femke.path();
    for (const sheet of ['list', 'badges']) {
        const label = say(`attendance.paper.${sheet}`);
        await femke.visit(journey.paper);
        await femke.press(`${say('attendance.paper.make')}: ${label}`);
        const fetch = `${say('attendance.paper.fetch')}: ${label}`;
        const isPrinted = await eventually(async () => {
            await femke.visit(journey.paper);
            return femke.has('link', fetch);
        }, printedMsMax);
        equal(isPrinted > 0, true, `${label}: printed`);
        const file = await femke.download(fetch);
        equal(file.type, 'application/pdf', `${label}: content type`);
        equal(file.bytes.subarray(0, 5).toString(), '%PDF-', `${label}: first bytes`);
    }
}

async function readAttendance(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    const file = await femke.download('CSV');
    includes(file.type, 'text/csv', 'content type');
    const rows = file.bytes.toString().split(/\r?\n/);
    const anna = rows.find((row) => row.includes('Anna de Wit')) ?? '';
    includes(anna, say('attendance.how.ticked'), 'Anna was ticked');
    const sami = rows.find((row) => row.includes('Sami Aydin')) ?? '';
    includes(sami, say('attendance.how.self'), 'Sami checked in himself');
}

/// The live page, standing still, so that the keyboard is not carried off.
const stand = (member, journey) => member.visit(`${journey.live}?stil=ja`);

async function direct(journey, label) {
    const femke = await journey.as('femke');
    await femke.visit(journey.direction);
    await femke.press(label);
    return femke;
}

async function chooseOnStatement(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.direction);
    await femke.follow(say('live.statement.new'));
    const other = journey.walk.language === 'nl' ? 'en' : 'nl';
    await femke.type(say(`live.statement.text.${journey.walk.language}`), texts.statement);
    await femke.type(say(`live.statement.text.${other}`), texts.statement_other);
    await femke.press(say('live.statement.submit'));
    await direct(journey, `${say('live.do.open')}: ${texts.statement}`);
    for (const [person, choice] of [['anna', 'agree'], ['sami', 'disagree']]) {
        const member = await journey.as(person);
        await stand(member, journey);
        includes(await member.words('.k-now'), texts.statement, 'the statement is on top');
        await member.press(say(`live.choice.${choice}`));
        const chosen = say('live.you_chose', { choice: say(`live.choice.${choice}`) });
        includes(await member.words('.k-now'), chosen, 'the choice is kept');
    }
    await direct(journey, `${say('live.do.close')}: ${texts.statement}`);
    await direct(journey, `${say('live.do.show')}: ${texts.statement}`);
    const anna = await journey.as('anna');
    await stand(anna, journey);
    includes(await anna.words('.k-now'), say('live.turnout', { voted: 2, could: 3 }), 'how many chose');
    includes(await anna.words('.k-now'), say('live.result.too_few'), 'too few to show how');
}

async function pitch(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.direction);
    await femke.follow(say('live.draw'));
    const proposed = await femke.value(say('live.draw.names'));
    includes(proposed, 'Tweede Leven', 'the supplier who is there is filled in');
    await femke.type(say('live.draw.names'), 'Tweede Leven ICT BV\nKringloop Devices BV');
    await femke.press(say('live.draw.submit'));
    const order = await femke.words('[aria-labelledby=pitch]');
    includes(order, say('live.pitches.seed'), 'the seed of the draw is there');
    await direct(journey, say('live.do.start'));
    const anna = await journey.as('anna');
    await stand(anna, journey);
    matches(await anna.words('.k-now .k-clock'), /^(1:00|0:5\d)/, 'a clock of a minute runs down');
    const first = await anna.words('.k-now .k-now__text');
    await sleep(pitchMs);
    await direct(journey, say('live.do.next'));
    await direct(journey, say('live.do.start'));
    await stand(anna, journey);
    equal(first !== (await anna.words('.k-now .k-now__text')), true, 'then the other has a turn');
    await direct(journey, say('live.do.next'));
    await femke.visit(journey.direction);
    const table = await femke.words('[aria-labelledby=pitch] table');
    equal(table.split(say('live.pitch.done')).length - 1, 2, 'both are done');
    matches(table, /0:0[1-9]/, 'and the time each had is kept');
}

async function seeLiveQuestion(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    const isThere = await eventually(async () => {
        await stand(anna, journey);
        return (await anna.words('[aria-labelledby=queue]')).includes(texts.live_question);
    }, appearedMsMax);
    equal(isThere, true, 'the question appeared');
    const rows = anna.page.locator('.k-question', { hasText: texts.live_question });
    excludes(await rows.innerText(), 'Sami', 'without a name');
    await anna.press(`${say('live.vote')}: ${texts.live_question}`);
    await stand(anna, journey);
    const bram = await journey.as('bram');
    await stand(bram, journey);
    await bram.press(`${say('live.vote')}: ${texts.live_question}`);
}

async function leadQueue(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await direct(journey, say('live.showing.queue'));
    await stand(femke, journey);
    const queue = await femke.words('[aria-labelledby=queue]');
    const isFirst = queue.indexOf(texts.live_question) < queue.indexOf(texts.question);
    equal(isFirst, true, 'two votes go before one');
    await femke.press(`${say('live.turn.now')}: ${texts.live_question}`);
    const anna = await journey.as('anna');
    await stand(anna, journey);
    includes(await anna.words('.k-now'), texts.live_question, 'everybody sees which is being discussed');
    await stand(femke, journey);
    await femke.follow(`${say('live.turn.more')}: ${texts.live_question}`);
    await femke.choose(say('live.turn.what'), say('live.turn.answered'));
    await femke.type(say('live.turn.words'), texts.live_answer);
    await femke.press(say('live.turn.submit'));
    await stand(anna, journey);
    includes(await anna.words('[aria-labelledby=done]'), texts.live_question, 'it is answered');
}
