// SPDX-License-Identifier: EUPL-1.2
// The life of a workshop, weeks before: a guest speaker without an account, the invitation, registrations with
// a waiting list, and the questions people bring.
import { deflateSync } from 'node:zlib';
import { equal, excludes, includes, matches } from './journey.mjs';
import { linkTo } from './mailbox.mjs';
import { phrasesOf } from './phrases.mjs';
import { eventually } from './visitor.mjs';

/// The steps in their order: sentence to function, as takeWalks wants them.
export const preparing = {
    'Femke opens registration, with two places in the room': openRegistration,
    'Femke asks a guest speaker for the talk': inviteSpeaker,
    'the guest follows the link in the mail, without an account': enterPortal,
    'the guest tells about the talk': tellOfTalk,
    'HTML named .png is refused with the reason, and what was typed is kept': refuseFalsePhoto,
    'the guest sends a photo with words for who cannot see it': sendPhoto,
    'the guest sends slides': sendSlides,
    'the guest chooses how to be named, and what may be done': consent,
    'Femke sees that everything of the guest is in': seeAllIn,
    'Femke sends the invitation after a page that says who gets it': sendInvitation,
    'the mails that left are those on that page': countMails,
    'Anna registers in two actions from the mail': registerFromMail,
    'the mail to Anna says what was agreed, and where to cancel': readConfirmation,
    'Bram registers, and Sami comes on the waiting list, first': fillUp,
    'Bram cancels by the link in his mail': cancelByLink,
    'Sami is offered the place, and takes it': acceptOffer,
    'Femke sees the numbers': seeNumbers,
    'Anna brings in a question, and Sami wants to discuss it': bringQuestion,
};

async function openRegistration(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('workshop.registrations'));
    await femke.follow(say('registration.list.first'));
    await femke.type(say('registration.terms.room_places'), '2');
    await femke.press(say('network.form.save'));
    includes(await femke.words('.k-flash'), say('flash.terms_set'), 'registration is open');
}

async function inviteSpeaker(journey) {
    const { say, texts, walk } = journey;
    const { name, email } = texts.guest;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('speaker.guests.title'));
    journey.guests = femke.path();
    await femke.select(say('kind.session'), say('workshop.template.talk'));
    await femke.type(say('speaker.field.guest'), name);
    await femke.type(say('speaker.field.email'), email);
    await femke.choose(say('speaker.field.language'), say(`language.${walk.language}`));
    await femke.press(say('speaker.invite.submit'));
    includes(await femke.words('.k-flash'), say('flash.guest_invited'), 'the invitation leaves');
    includes(await femke.words(), say('speaker.missing.slides'), 'and nothing is in');
}

async function enterPortal(journey) {
    const { say, texts } = journey;
    const letter = await journey.mail(texts.guest.email, say('speaker.letter.subject', { site: 'Kring' }));
    const guest = await journey.nobody();
    await guest.visit(linkTo(letter, '?t='));
    includes(await guest.words('h1'), say('speaker.link.title', { name: texts.guest.name }), 'a welcome');
    await guest.press(say('speaker.link.submit'));
    equal(await guest.words('h1'), say('speaker.portal.title', { name: texts.guest.name }), 'an own page');
    equal(guest.page.url().includes('?'), false, 'with nothing secret in its address');
    journey.portal = guest.path();
}

async function tellOfTalk(journey) {
    const { say, texts } = journey;
    const guest = await journey.nobody();
    await guest.follow(say('speaker.task.talk'));
    await guest.type(say('speaker.field.talk_title'), texts.talk);
    await guest.type(say('speaker.field.talk_about'), texts.talk_about);
    await guest.type(say('speaker.field.biography'), texts.biography);
    await guest.press(say('speaker.save'));
    includes(await guest.words('.k-flash'), say('flash.guest_saved'), 'it is kept');
}

async function refuseFalsePhoto(journey) {
    const { say, texts } = journey;
    const guest = await journey.nobody();
    await guest.follow(say('speaker.task.photo'));
    const page = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
    await guest.upload(say('speaker.photo.field'), 'foto.png', 'image/png', page);
    await guest.type(say('speaker.field.photo_alt'), texts.alt);
    await guest.press(say('speaker.send'));
    includes(await guest.words(), say('upload.problem.other_kind'), 'the page says why');
    equal(await guest.value(say('speaker.field.photo_alt')), texts.alt, 'what was typed stays');
}

async function sendPhoto(journey) {
    const { say } = journey;
    const guest = await journey.nobody();
    await guest.upload(say('speaker.photo.field'), 'foto.png', 'image/png', picture());
    await guest.press(say('speaker.send'));
    includes(await guest.words('h1'), say('speaker.photo.received'), 'the photo is in');
    await guest.follow(say('speaker.received.back'));
}

async function sendSlides(journey) {
    const { say } = journey;
    const guest = await journey.nobody();
    await guest.follow(say('speaker.task.slides'));
    await guest.upload(say('speaker.slides.field'), 'verhaal.pdf', 'application/pdf', slides());
    await guest.press(say('speaker.send'));
    includes(await guest.words('h1'), say('speaker.slides.received'), 'the slides are in');
    await guest.follow(say('speaker.received.back'));
}

async function consent(journey) {
    const { say, texts } = journey;
    const guest = await journey.nobody();
    await guest.follow(say('speaker.task.consent'));
    await guest.type(say('speaker.field.job'), texts.guest_job);
    await guest.type(say('speaker.field.organisation'), texts.guest.organisation);
    await guest.choose(say('speaker.field.naming'), say('speaker.naming.name'));
    await guest.tick(say('speaker.field.may_name'));
    await guest.tick(say('speaker.field.may_quote'));
    await guest.tick(say('speaker.field.may_publish'));
    await guest.press(say('speaker.save'));
    const as = `${texts.guest.name}, ${texts.guest_job}, ${texts.guest.organisation}`;
    const agreed = await guest.words('[aria-labelledby=agreed]');
    includes(agreed, say('speaker.agreed.named', { as }), 'the page says how the guest is named');
    includes(agreed, say('speaker.agreed.quote'), 'and that quoting is allowed');
    excludes(await guest.words('[aria-labelledby=tasks]'), say('speaker.task.open'), 'nothing is left to do');
}

async function seeAllIn(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.guests);
    includes(await femke.words(), say('speaker.guests.complete'), 'everything is in');
    includes(await femke.words(), texts.talk, 'with the title of the talk');
    const file = await femke.download(/\.pdf/);
    equal(file.bytes.subarray(0, 5).toString(), '%PDF-', 'the slides are a PDF');
    await femke.visit(journey.workshop);
    await femke.follow(say('speaker.talks.title'));
    includes(await femke.words(), texts.talk_about, 'members read what the talk is about');
    includes(await femke.words(), texts.guest.name, 'and who gives it');
    equal(await femke.page.getByRole('img', { name: texts.alt }).count(), 1, 'with the photo and its words');
}

async function sendInvitation(journey) {
    const { say } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('preparation.messages'));
    await femke.follow(say('preparation.new_invitation'));
    await femke.press(say('preparation.look_over'));
    equal(await femke.words('#who'), say('preparation.check.who', { count: 6 }), 'how many get it');
    journey.invited = await femke.page.locator('[aria-labelledby=who] li').allInnerTexts();
    equal(journey.invited.length, 6, 'and who');
    equal(journey.mails('', journey.title).length, 0, 'nothing has left yet');
    await femke.press(say('preparation.send', { count: 6 }));
    includes(await femke.words('.k-flash'), say('flash.message_sent'), 'it leaves');
}

async function countMails(journey) {
    // Noor reads Dutch in every walk.
    const titles = ['nl', 'en'].map((language) => phrasesOf(language)('workshop.template.title_1'));
    const invitations = () =>
        journey.mails().filter(({ subject }) => titles.some((title) => subject.endsWith(title)));
    await eventually(() => invitations().length >= journey.invited.length, 30_000);
    const names = invitations().map(({ headers }) => nameOf(headers.get('to')));
    equal(names.sort().join(), [...journey.invited].sort().join(), 'the same people, each once');
    const letter = await journey.mail('anna', journey.title);
    includes(letter.text, journey.site.address + journey.workshop, 'with the address of the workshop');
    matches(letter.headers.get('list-unsubscribe') ?? '', /^<http.*>/, 'it can be stopped in one click');
}

const nameOf = (to) => to.replace(/\s*<.*$/, '').replace(/^"|"$/g, '');

async function registerFromMail(journey) {
    const { say, texts } = journey;
    const letter = await journey.mail('anna', journey.title);
    const anna = await journey.as('anna');
    await anna.visit(linkTo(letter, journey.workshop));
    await anna.follow(say('registration.go'));
    await anna.type(say('registration.needs.diet'), texts.diet);
    await anna.press(say('registration.register'));
    equal(await anna.words('h1'), say('registration.own.confirmed'), 'a page confirms it');
    journey.place = anna.path();
    const file = await anna.download(say('workshop.show.calendar'));
    includes(file.type, 'text/calendar', 'a file for the calendar');
    includes(file.bytes.toString(), 'DTSTART;TZID=Europe/Amsterdam:20270114T130000', 'with day and time');
}

/// The newest letter of that kind about the registration of somebody.
const letterOf = (journey, person, kind) =>
    journey.mail(person, journey.say(`registration.letter.${kind}.subject`, { title: journey.title }));

async function readConfirmation(journey) {
    const { say, texts } = journey;
    const letter = await letterOf(journey, 'anna', 'confirmed');
    includes(letter.text, texts.day, 'the day');
    includes(letter.text, texts.place, 'the place');
    equal(linkTo(letter, journey.workshop), journey.place, 'the address to cancel at');
    const file = letter.parts.find(({ type }) => type === 'text/calendar');
    includes(file?.text ?? '', 'DTSTART;TZID=Europe/Amsterdam:20270114T130000', 'a file for the calendar comes along');
}

async function register(person, journey) {
    const { say } = journey;
    const member = await journey.as(person);
    await member.visit(journey.workshop);
    await member.follow(say('registration.go'));
    await member.press(say('registration.register'));
    return member;
}

async function fillUp(journey) {
    const { say } = journey;
    const bram = await register('bram', journey);
    equal(await bram.words('h1'), say('registration.own.confirmed'), 'Bram has the second place');
    const sami = await register('sami', journey);
    equal(await sami.words('h1'), say('registration.own.waiting'), 'Sami waits');
    const where = { position: 1, pool: say('registration.pool.room') };
    includes(await sami.words(), say('registration.own.waiting.text', where), 'as the first');
    await letterOf(journey, 'sami', 'waiting');
}

async function cancelByLink(journey) {
    const { say } = journey;
    const letter = await letterOf(journey, 'bram', 'confirmed');
    const bram = await journey.as('bram');
    await bram.visit(linkTo(letter, journey.place));
    await bram.press(say('registration.cancel'));
    includes(await bram.words(), say('registration.own.cancelled.text'), 'he is not registered any more');
}

async function acceptOffer(journey) {
    const { say } = journey;
    const letter = await letterOf(journey, 'sami', 'offered');
    const sami = await journey.as('sami');
    await sami.visit(linkTo(letter, journey.place));
    equal(await sami.words('h1'), say('registration.own.offered'), 'there is a place');
    await sami.press(say('registration.accept'));
    equal(await sami.words('h1'), say('registration.own.confirmed'), 'it is taken');
}

async function seeNumbers(journey) {
    const { say, texts } = journey;
    const femke = await journey.as('femke');
    await femke.visit(journey.workshop);
    await femke.follow(say('preparation.overview'));
    const facts = await femke.words('[aria-labelledby=glance]');
    includes(facts, `${say('preparation.fact.taking_part')} 2`, 'two come');
    includes(facts, `${say('preparation.fact.waiting')} 0`, 'nobody waits');
    includes(facts, `${say('preparation.fact.diet')} 1`, 'one has a dietary need');
    includes(await femke.words(), say('preparation.task.invitation.done'), 'the invitation was sent');
    await femke.visit(journey.workshop);
    await femke.follow(say('workshop.registrations'));
    includes(await femke.words(), texts.diet, 'what Anna needs');
}

async function bringQuestion(journey) {
    const { say, texts } = journey;
    const anna = await journey.as('anna');
    await anna.visit(journey.workshop);
    await anna.follow(say('workshop.show.ask'));
    await anna.type(say('contribution.question.title'), texts.question);
    await anna.type(say('contribution.question.body'), texts.question_body);
    await anna.press(say('contribution.question.submit'));
    if (await anna.has('heading', say('contribution.similar.heading')))
        await anna.press(say('contribution.question.submit'));
    const sami = await journey.as('sami');
    await sami.visit(journey.place);
    await sami.follow(say('registration.own.discuss'));
    await sami.tick(texts.question);
    await sami.press(say('network.form.save'));
    includes(await sami.words('.k-flash'), say('flash.discuss_kept'), 'his choice is kept');
    await sami.follow(say('preparation.discuss'));
    includes(await sami.words(), say('preparation.discuss.votes', { count: 1 }), 'and counts');
}

/// A PNG of 8 by 8 grey pixels (RFC 2083).
function picture() {
    const side = 8;
    const rows = Buffer.alloc(side * (side + 1), 0x80);
    for (let row = 0; row < side; row += 1) rows[row * (side + 1)] = 0;
    const head = Buffer.alloc(13);
    head.writeUInt32BE(side, 0);
    head.writeUInt32BE(side, 4);
    head[8] = 8;
    const signature = Buffer.from('89504e470d0a1a0a', 'hex');
    return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
}

function chunk(kind, data = Buffer.alloc(0)) {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(checksum(named));
    return Buffer.concat([length, named, sum]);
}

// CRC-32 of ISO 3309, as PNG wants it.
function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
}

/// A PDF of one empty page (ISO 32000-1), with its table of addresses.
function slides() {
    const objects = [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 180] >>',
    ];
    let text = '%PDF-1.4\n';
    const places = objects.map((object, index) => {
        const place = text.length;
        text += `${index + 1} 0 obj\n${object}\nendobj\n`;
        return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const begun = text.length;
    const table = `xref\n0 4\n0000000000 65535 f \n${places.join('')}`;
    return Buffer.from(`${text}${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${begun}\n%%EOF\n`);
}
