#!/usr/bin/env python3
"""B9: registration for a workshop, and its waiting list, on a running Kring, on both databases.

Usage: registration.py [--rounds N] [--engine sqlite|postgres|both] [--crowd N] [--seconds S]

1. A thousand members register within ten seconds for 24 places, each over a connection of their own: exactly 24 are
   confirmed, the others wait in the order of arrival, nobody twice, each is answered within five seconds.
2. The same with kill -9 in the middle: whoever had no answer asks again; nothing that was answered is lost.
3. N rounds of random steps (registering, cancelling, accepting, more places and fewer, passing over, offers whose time
   is over), each round with kill -9 during a step. After each step what the database holds is compared with a model
   (registration_model.py): states, order, participants, one letter and one journal line for each thing that happened.
"""
import argparse
import asyncio
import collections
import random
import threading
import time
import urllib.parse

from registration_model import ACTIVE, Line
from registration_site import browser_of, csrf, faults_of_house, kill, letters_of, member, new_workshop, organisation, sql, standing, token, with_members
from running import Site, closing_line

PLACES = 24
PATIENCE = 5.0  # seconds within which each is answered
STEPS = 3       # in a round, besides the one that is killed
PLAYERS = 30    # in the rounds

# A crowd at the door

def request_of(workshop, person):
    body = urllib.parse.urlencode({"csrf": csrf(person), "pool": "room"}).encode()
    head = (f"POST /bijeenkomsten/{workshop}/inschrijven HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: kring={token(person)}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n")
    return head.encode() + body


async def arrive(site, workshop, person, wait, answers):
    """Asks after `wait` seconds; notes when it was sent and answered, and with which status (0: no answer)."""
    await asyncio.sleep(wait)
    sent, status = time.monotonic(), 0
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(request_of(workshop, person))
        line = await reader.readline()
        status = int(line.split()[1]) if line else 0
        answered = time.monotonic()
        writer.close()
    except OSError:
        answered = time.monotonic()
    answers[person] = (sent, answered, status)


async def storm(site, workshop, people, seconds, kill_after=None):
    answers = {}
    order = random.sample(people, len(people))
    asking = [arrive(site, workshop, person, i * seconds / len(order), answers) for i, person in enumerate(order)]

    async def die():
        await asyncio.sleep(kill_after)
        kill(site)

    await asyncio.gather(*asking, *([die()] if kill_after else []))
    return answers


def faults_of_crowd(site, workshop, title, people, answers):
    found = standing(site, workshop)
    faults = [] if sorted(found) == sorted(people) else [f"{len(found)} registered of {len(people)}"]
    if sql(site, f"select person_id from registrations where workshop_id = '{workshop}' group by person_id having count(*) > 1;"):
        faults.append("somebody stands twice")
    in_order = sorted(found, key=lambda person: found[person][2])
    if [found[p][2] for p in in_order] != list(range(1, len(found) + 1)):
        faults.append("numbers with gaps or doubles")
    wanted = ["confirmed"] * min(PLACES, len(found)) + ["waiting"] * (len(found) - PLACES)
    if [found[p][1] for p in in_order] != wanted:
        faults.append(f"not exactly the first {PLACES} are confirmed")
    # Whoever was answered before another asked came before that other.
    latest_sent = 0.0
    for person in in_order:
        sent, answered, _ = answers[person]
        if answered < latest_sent:
            faults.append(f"{person} stands behind somebody who asked after the answer")
            break
        latest_sent = max(latest_sent, sent)
    expected = collections.Counter({(person, found[person][1]): 1 for person in found})
    if letters_of(site, title) != expected:
        faults.append("not one letter to each")
    return faults + faults_of_house(site, workshop, found)


def a_crowd_arrives(site, people, seconds):
    workshop = new_workshop(site, 90, PLACES)
    answers = asyncio.run(storm(site, workshop, people, seconds))
    slowest = max(answered - sent for sent, answered, _ in answers.values())
    took = max(a for _, a, _ in answers.values()) - min(s for s, _, _ in answers.values())
    faults = [] if all(status == 303 for _, _, status in answers.values()) else ["not everybody was answered with a 303"]
    faults += [] if slowest < PATIENCE else [f"somebody waited {slowest:.1f} s"]
    faults += faults_of_crowd(site, workshop, "Storm 90", people, answers)
    return faults, f"{len(people)} registered in {took:.1f} s for {PLACES} places, the slowest answered in {slowest * 1000:.0f} ms"


def a_crowd_arrives_and_the_server_dies(site, people, seconds):
    workshop = new_workshop(site, 91, PLACES)
    answers = asyncio.run(storm(site, workshop, people, seconds / 4, kill_after=seconds / 8))
    told = {person for person, (_, _, status) in answers.items() if status == 303}
    site.start()
    before = standing(site, workshop)
    faults = [] if told <= set(before) else [f"{len(told - set(before))} answered but lost"]
    again = asyncio.run(storm(site, workshop, [p for p in people if p not in told], seconds / 4))
    for person, answer in again.items():  # asked twice: the order is that of the first time where that had been done
        answers[person] = (answers[person][0], answer[1], answer[2])
    faults += [] if all(status == 303 for _, _, status in answers.values()) else ["not everybody was answered in the end"]
    after = standing(site, workshop)
    faults += [] if all(after.get(person) == one for person, one in before.items()) else ["who had a place or a number lost it"]
    return faults + faults_of_crowd(site, workshop, "Storm 91", people, answers), \
        f"{len(told)} answered before the kill and all kept, {len(again)} asked again"


# Random steps

class Rounds:
    def __init__(self, site, number):
        self.site, self.title = site, f"Storm {number}"
        self.workshop = new_workshop(site, number, 5, 3, 4)
        self.model = Line(5, 3, 4)
        self.browsers = {member(n): browser_of(site, member(n)) for n in range(PLAYERS)}
        self.browsers["femke"] = browser_of(site, "femke")
        self.organisations = {member(n): organisation(n) for n in range(PLAYERS)}
        self.done = collections.Counter()
        for n in range(PLAYERS // 2):  # so that there is something to pass on
            self.model.register(member(n), organisation(n), "room")
            self.post(member(n), "inschrijven", {"pool": "room"})

    def post(self, who, path, fields):
        return self.browsers[who].post(f"/bijeenkomsten/{self.workshop}/{path}", fields).status

    def random_step(self):
        """A step as its name, what it asks of Kring, and what it does to the model: both give the status."""
        model, draw = self.model, random.random()
        anybody = member(random.randrange(PLAYERS))
        pool = random.choice(["room", "room", "online"])

        def some(state):
            return random.choice(model.those(state) or [anybody])

        if draw < 0.30:
            anybody = random.choice([p for p in self.organisations if model.state(p) not in ACTIVE] or [anybody])
            return "register", lambda: self.post(anybody, "inschrijven", {"pool": pool}), \
                lambda line: line.register(anybody, self.organisations[anybody], pool)
        if draw < 0.40:
            return "register another", lambda: self.post("femke", "inschrijvingen", {"person": anybody, "pool": pool}), \
                lambda line: line.register(anybody, self.organisations[anybody], pool, True)
        if draw < 0.60:
            person = some(random.choice(ACTIVE))
            return "cancel", lambda: self.post(person, "inschrijven/afzegging", {}), lambda line: line.cancel(person)
        if draw < 0.75:
            person = some("offered")
            return "accept", lambda: self.post(person, "inschrijven/aanvaarding", {}), lambda line: line.accept(person)
        if draw < 0.87:
            return self.random_passing(some("waiting"))
        return self.random_terms()

    def random_passing(self, person):
        number = self.model.people[person]["number"] if person in self.model.people else 999
        back = random.random() < 0.4
        path = f"inschrijvingen/{number}/" + ("herstel" if back else "overslaan")
        return "pass over", lambda: self.post("femke", path, {} if back else {"reason": "Anderen eerst."}), \
            lambda line: line.pass_over(person, back)

    def random_terms(self):
        room = min(9, max(1, self.model.places["room"] + random.choice([-1, 1, 1, 2])))
        online = min(5, max(1, self.model.places["online"] + random.choice([-1, 0, 1])))
        most, is_open = random.choice([0, 0, 3, 4, 5]), random.random() < 0.9
        fields = {"is_open": "yes" if is_open else "", "room_places": room, "online_places": online, "organisation_most": most or ""}
        return "change places", lambda: self.post("femke", "inschrijvingen/bewerken", fields), \
            lambda line: line.set(room, online, most, is_open)

    def differences(self, model):
        """What the database says otherwise than this model does."""
        found = standing(self.site, self.workshop)
        if found != model.table():
            return [f"{who}: {found.get(who)}, by the rules {model.table().get(who)}" for who in {**found, **model.table()}
                    if found.get(who) != model.table().get(who)]
        terms = sql(self.site, "select room_places, online_places, coalesce(organisation_most, 0), is_open from registration_terms "
                               f"where workshop_id = '{self.workshop}';")[0]
        faults = model.faults(found, self.organisations)
        if [int(value) for value in terms] != model.terms():
            faults.append(f"terms {terms}, by the rules {model.terms()}")
        if letters_of(self.site, self.title) != model.letters:
            faults.append("not one letter for each thing that happened")
        journal = int(sql(self.site, f"select count(*) from journal where object_id = '{self.workshop}' and word like 'registration.%' "
                                     "and word <> 'registration.terms_set';")[0][0])
        if journal != sum(model.letters.values()):
            faults.append(f"{journal} journal lines for {sum(model.letters.values())} things that happened")
        return faults + faults_of_house(self.site, self.workshop, found)

    def step(self):
        name, ask, play = self.random_step()
        after = self.model.copy()
        wanted, got = play(after), ask()
        faults = [] if got == wanted else [f"{name}: answered {got}, by the rules {wanted}"]
        if wanted == 303:
            self.model = after
        self.done[f"{name} {wanted}"] += 1
        return faults + [f"{name}: {fault}" for fault in self.differences(self.model)]

    def killed_step(self):
        """kill -9 while a step is under way: it was done wholly or not at all, and wholly when it was answered."""
        name, ask, play = self.random_step()
        after, answer = self.model.copy(), []
        wanted = play(after)

        def asking():
            try:
                answer.append(ask())
            except Exception:  # no answer
                pass

        thread = threading.Thread(target=asking)
        thread.start()
        time.sleep(random.uniform(0, 0.02))
        kill(self.site)
        thread.join()
        expired = self.let_an_offer_expire()
        self.site.start()
        for browser in self.browsers.values():
            browser.connection = None
        if answer and answer != [wanted]:
            return [f"{name} killed: answered {answer[0]}, by the rules {wanted}"]
        candidates = [after] if wanted == 303 else [self.model]
        if wanted == 303 and not answer:
            candidates.append(self.model)
        for candidate in candidates:
            if expired and candidate.state(expired) == "offered":
                candidate.time_is_over(expired)
        return self.choose(name, candidates, 6 if expired else 0)

    def choose(self, name, candidates, patience):
        """The model that the database agrees with, once a job has passed on what was over."""
        until = time.monotonic() + patience
        while True:
            told = []
            for candidate in candidates:
                told = self.differences(candidate)
                if not told:
                    self.done[f"{name} killed, {'done' if candidate is not self.model else 'not done'}"] += 1
                    self.model = candidate
                    return []
            if time.monotonic() > until:
                return [f"{name} killed: {fault}" for fault in told]
            time.sleep(0.2)

    def let_an_offer_expire(self):
        """Moves the deadline of somebody's offer to the past, while nothing runs."""
        offered = [row[0] for row in sql(self.site, f"select person_id from registrations where workshop_id = '{self.workshop}' "
                                                    "and state = 'offered' order by number;")]
        if not offered or random.random() < 0.4:
            return None
        person = random.choice(offered)
        sql(self.site, f"update registrations set offered_until = '2020-01-01T00:00:00.000Z' where workshop_id = '{self.workshop}' "
                       f"and person_id = '{person}';")
        self.done["offer expired"] += 1
        return person


def play(site, rounds):
    game, passed, failed = Rounds(site, 92), 0, 0
    for number in range(1, rounds + 1):
        faults = [fault for _ in range(STEPS) for fault in game.step()]
        faults += game.killed_step()
        passed, failed = passed + (not faults), failed + bool(faults)
        for fault in faults:
            print(f"{site.engine} round {number}: {fault}", flush=True)
        if faults:
            break  # the model no longer stands where the database stands
        if number % 10 == 0:
            print(f"{site.engine}: {number} rounds, {sum(game.model.letters.values())} letters", flush=True)
    print(f"{site.engine}: " + ", ".join(f"{what} {count}" for what, count in sorted(game.done.items())), flush=True)
    return passed, failed


def run(engine, options):
    site, passed, failed = Site(engine), 0, 0
    people = [member(n) for n in range(options.crowd)]
    try:
        site.load_example(())
        with_members(site, max(options.crowd, PLAYERS))
        site.start()
        for test in (a_crowd_arrives, a_crowd_arrives_and_the_server_dies):
            faults, told = test(site, people, options.seconds)
            print(f"{'not ok' if faults else 'ok'} {engine} {told}" + "".join(f"\n  {fault}" for fault in faults), flush=True)
            passed, failed = passed + (not faults), failed + bool(faults)
        good, bad = play(site, options.rounds)
        passed, failed = passed + good, failed + bad
    finally:
        site.close()
    return passed, failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--engine", default="both")
    parser.add_argument("--crowd", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=8.0, help="over which the crowd arrives")
    options = parser.parse_args()
    engines = ["sqlite", "postgres"] if options.engine == "both" else [options.engine]
    results = [run(engine, options) for engine in engines]
    closing_line(sum(r[0] for r in results), sum(r[1] for r in results))


main()
