// SPDX-License-Identifier: EUPL-1.2
// The day of a workshop, at the tables: a seating plan, lessons noted by each table, and one lesson made of
// them.
import { equal, includes } from './journey.mjs';

/// The steps in their order: sentence to function, as takeWalks wants them.
export const tables = {
    'Femke sets up two tables for two rounds, each with a host': setUpTables,
    'the plan is published, and the first round begins': publish,
    'Anna sees her table, and notes a lesson': noteAsHost,
    'Sami notes another at his table': noteAtOtherTable,
    'the next round begins': nextRound,
    'the plenary makes one lesson of two notes, with thanks to both tables': merge,
    'the rounds end, and so does live': endDay,
};

async function setUpTables(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('breakout.tables'));
    journey.plan = femke.path();
    await femke.follow(say('breakout.plan.first'));
    await femke.type(say('breakout.setup.tables'), '2');
    await femke.type(say('breakout.setup.rounds'), '2');
    await femke.choose(say('breakout.setup.mix'), say('breakout.mix.any'));
    await femke.press(say('network.form.save'));
    includes(await femke.words('.k-flash'), say('flash.breakout_set_up'), 'the tables are there');
    for (const [table, host] of [[1, 'Anna de Wit'], [2, 'Sami Aydin']]) {
        await femke.follow(say('breakout.table', { table }));
        await femke.select(say('breakout.table.host'), new RegExp(`^${host}`));
        await femke.press(say('network.form.save'));
    }
    includes(await femke.words(), say('breakout.state.proposed'), 'the plan is a proposal');
    includes(await femke.words(), say('breakout.plan.all_kept'), 'that keeps to everything');
}

async function publish(journey) {
    const { say } = journey;
    const anna = await journey.as('anna');
    await anna.visit(journey.workshop);
    equal(await anna.has('link', say('breakout.door.own')), 0, 'before that Anna has no door to it');
    const femke = await journey.as('femke');
    await femke.press(say('breakout.step.publish'));
    includes(await femke.words(), say('breakout.state.published'), 'now everybody knows it');
    await femke.press(say('breakout.step.begin'));
    await femke.visit(journey.direction);
    await femke.press(say('live.showing.tables'));
}

/// Somebody comes from the live page to what their table notes in the round of now.
async function noteAtTable(person, journey, lesson) {
    const { say } = journey;
    const member = await journey.as(person);
    await member.visit(`${journey.live}?stil=ja`);
    includes(await member.words('.k-now'), say('live.now.tables_text'), 'live says where to go');
    await member.follow(say('breakout.door.own'), '.k-now');
    includes(await member.words(), say('breakout.own.you_host'), 'hosts a table');
    includes(await member.words(), say('breakout.own.now'), 'in the round of now');
    await member.follow(new RegExp(`^${say('breakout.own.notes')}`));
    await member.type(say('breakout.note.body'), lesson);
    await member.push(say('breakout.note.submit'));
    equal(await member.sees(lesson, '[aria-labelledby=noted]'), true, 'what was noted stands there');
    return member;
}

async function noteAsHost(journey) {
    const anna = await noteAtTable('anna', journey, journey.texts.note_one);
    includes(await anna.words('h1'), journey.say('breakout.notes', { table: 1, round: 1 }), 'of table 1');
}

async function noteAtOtherTable(journey) {
    const sami = await noteAtTable('sami', journey, journey.texts.note_two);
    includes(await sami.words('h1'), journey.say('breakout.notes', { table: 2, round: 1 }), 'of table 2');
}

async function nextRound(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.plan);
    await femke.press(say('breakout.step.begin'));
    const [standing] = say('breakout.standing.round', { round: 2, rounds: 2 }).split('{until}');
    includes(await femke.words(), standing, 'now the second');
}

async function merge(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.follow(say('breakout.plenary'));
    await femke.tick(new RegExp(texts.note_one));
    await femke.tick(new RegExp(texts.note_two));
    await femke.type(say('breakout.plenary.title'), texts.lesson);
    await femke.type(say('breakout.plenary.body'), texts.lesson_body);
    await femke.choose(say('breakout.plenary.audience'), say('breakout.plenary.for_network'));
    await femke.press(say('breakout.plenary.submit'));
    const merged = await femke.words('[aria-labelledby=merged]');
    includes(merged, texts.lesson, 'the lesson is there');
    for (const table of [1, 2])
        includes(merged, say('breakout.credit', { table, round: 1 }), `with thanks to table ${table}`);
}

async function endDay(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.plan);
    await femke.press(say('breakout.step.end'));
    includes(await femke.words(), say('breakout.standing.over'), 'all rounds are over');
    await femke.visit(journey.direction);
    await femke.press(say('live.do.close_room'));
    equal(await femke.has('button', say('live.do.open_room')), 1, 'it is not live any more');
}
