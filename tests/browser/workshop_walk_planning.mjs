// SPDX-License-Identifier: EUPL-1.2
// The life of a workshop, weeks before: a series after a template, and topics that its members choose.
import { equal, excludes, includes, matches } from './journey.mjs';

/// The steps in their order: sentence to function, as takeWalks wants them.
export const planning = {
    'everybody chooses the language of their mail': chooseLanguages,
    'Femke sets up a series of four after the template, from 14 January 2027': setUpSeries,
    'the first workshop has its day, times, place and agenda': readFirst,
    'Femke asks for topics, with two votes each': askForTopics,
    'Anna and Sami propose topics': proposeTopics,
    'Anna votes twice, and a third vote is refused': voteTwice,
    'Sami and Bram vote': othersVote,
    'nobody sees the count before the end': countsAreHidden,
    'Femke closes the vote: the outcome, and how many could vote': closeVote,
    'Femke ties the chosen topic to the first workshop': tieTopic,
};

// Participants have a phone, but in the walk with the keyboard.
async function chooseLanguages(journey) {
    const { say, walk } = journey;
    await journey.wakeAt('2026-11-30 09:00:00');
    if (!walk.keyboard) journey.onPhones(['', 'anna', 'bram', 'sami']);
    for (const person of ['anna', 'bram', 'sami', 'femke', 'eva']) {
        const member = await journey.as(person);
        await member.menu(say('menu.my'));
        await member.follow(say('my.details'));
        await member.choose(say('account.details.language'), say(`people.language.${walk.language}`));
        await member.press(say('account.details.submit'));
        includes(await member.words('.k-flash'), say('flash.details_changed'), 'it is kept');
    }
}

async function setUpSeries(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.menu(say('menu.networks'));
    await femke.follow(texts.network);
    await femke.follow(say('workshop.outline'));
    await femke.type(say('workshop.outline.first'), '2027-01-14');
    await femke.press(say('workshop.outline.go_on'));
    await femke.type(say('network.form.name.nl'), texts.series_nl);
    await femke.type(say('network.form.name.en'), texts.series_en);
    equal(await femke.value(say('workshop.form_page.day')), '2027-01-14', 'the first day is filled in');
    await femke.type(say('workshop.form_page.starts'), '13:00');
    await femke.type(say('workshop.form_page.ends'), '16:30');
    await femke.type(say('workshop.form_page.place'), texts.place);
    await femke.press(say('workshop.outline.make'));
    equal(await femke.words('h1'), texts.series, 'the series has its page');
    const rows = await femke.page.locator('[aria-labelledby=workshops] time').evaluateAll((times) =>
        times.map((time) => time.dateTime),
    );
    const days = ['2027-01-14', '2027-02-25', '2027-04-08', '2027-05-20'];
    equal(rows.join(' '), days.join(' '), 'four workshops, six weeks apart');
    journey.series = femke.path();
}

async function readFirst(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.series);
    await femke.follow(say('workshop.template.title_1'));
    journey.workshop = femke.path();
    journey.title = say('workshop.template.title_1');
    includes(await femke.words('h1'), journey.title, 'the title of the template');
    const facts = await femke.words('.k-key');
    includes(facts, texts.day, 'its day');
    matches(facts, /13[.:]00\D+16[.:]30/, 'its times');
    includes(facts, texts.place, 'its place');
    for (const session of ['opening', 'questions', 'talk', 'tables', 'plenary', 'evaluation'])
        includes(await femke.words('.k-programme'), say(`workshop.template.${session}`), 'its agenda');
}

async function askForTopics(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.series);
    await femke.follow(say('workshop.series.topics'));
    await femke.follow(say('topic.round.new'));
    await femke.type(say('topic.round.votes_each'), '2');
    await femke.type(say('topic.round.day'), '2026-12-18');
    await femke.type(say('topic.round.clock'), '17:00');
    await femke.press(say('topic.round.open'));
    includes(await femke.words('.k-flash'), say('flash.topics_round_kept'), 'the vote is open');
    journey.topics = femke.path();
}

async function propose(person, journey, title, because) {
    const { say } = journey;
    const member = await journey.as(person);
    await member.visit(journey.topics);
    await member.follow(say('topic.new'));
    await member.type(say('topic.name'), title);
    await member.press(say('topic.propose'));
    includes(await member.words(), say('problem.needed.because'), 'a reason is needed');
    equal(await member.value(say('topic.name')), title, 'the title stays');
    await member.type(say('topic.why'), because);
    await member.press(say('topic.propose'));
    includes(await member.words('.k-flash'), say('flash.topic_proposed'), 'the topic is there');
}

async function proposeTopics(journey) {
    const { texts } = journey;
    await propose('anna', journey, texts.topic, texts.because);
    await propose('sami', journey, texts.other_topic, texts.other_because);
    await propose('sami', journey, texts.third_topic, texts.third_because);
}

const vote = (member, say, title) => member.press(`${say('topic.vote.give')}: ${title}`);

async function voteTwice(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.visit(journey.topics);
    includes(await anna.words(), say('topic.left', { count: 2 }), 'she has two votes');
    await vote(anna, say, texts.topic);
    includes(await anna.words('.k-flash'), say('flash.topic_voted'), 'her vote counts');
    const earlier = await anna.another();
    await vote(anna, say, texts.other_topic);
    includes(await anna.words(), say('topic.left', { count: 0 }), 'both are given');
    const third = `${say('topic.vote.give')}: ${texts.third_topic}`;
    equal(await anna.has('button', third), 0, 'no third is offered');
    await vote(earlier, say, texts.third_topic);
    const reason = say('topic.problem.no_votes_left');
    includes(await earlier.words(), reason, 'from a window that was open before it is refused');
    await earlier.page.close();
}

async function othersVote(journey) {
    const { say, texts } = journey;
    const sami = await journey.as('sami');
    await sami.visit(journey.topics);
    await vote(sami, say, texts.topic);
    includes(await sami.words(), say('topic.left', { count: 1 }), 'one left');
    const bram = await journey.as('bram');
    await bram.visit(journey.topics);
    await vote(bram, say, texts.topic);
}

async function countsAreHidden(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.topics);
    for (const count of [1, 2, 3])
        excludes(await femke.words('#topics ~ ul'), say('topic.votes', { count }), 'no count yet');
}

async function closeVote(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.press(say('topic.close'));
    includes(await femke.words('.k-flash'), say('flash.topics_closed'), 'the vote is closed');
    const list = await femke.words('[aria-labelledby=topics]');
    includes(list, say('topic.votes', { count: 3 }), 'the winner has three votes');
    equal(list.indexOf(texts.topic) < list.indexOf(texts.other_topic), true, 'and stands first');
    const facts = await femke.words('.k-facts');
    includes(facts, `${say('topic.fact.could')} 6`, 'six members could vote');
    includes(facts, `${say('topic.fact.did')} 3`, 'three did');
    matches(await femke.words('[aria-labelledby=secret] code'), /^[0-9a-f]{64}$/, 'the outcome is sealed');
}

async function tieTopic(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.select(say('topic.workshop', { title: texts.topic }), new RegExp(journey.title.slice(0, 20)));
    await femke.press(say('topic.workshop.keep'));
    includes(await femke.words('.k-flash'), say('flash.topic_given'), 'it is tied');
    await femke.follow(new RegExp(journey.title.slice(0, 20)));
    equal(femke.path(), journey.workshop, 'to the first workshop');
    const door = say('topic.door.chosen', { title: texts.topic });
    includes(await femke.words('aside'), door, 'whose page says so');
}
