"""The waiting list as its rules say in words, for registration.py to compare a running Kring with. Knows nothing of
how Kring does it: no database, no clock; whoever drives it says when an offer is over."""
import collections
import copy

HOLDING = ("confirmed", "offered")
ACTIVE = ("confirmed", "offered", "waiting")


class Line:
    """Who has a place in one workshop, who is offered one, and who waits for one."""

    def __init__(self, room, online, most=0):
        self.places = {"room": room, "online": online}
        self.most = most  # of one organisation in each pool; 0 for no maximum
        self.is_open = True
        self.arrived = 0
        self.people = {}
        self.letters = collections.Counter()  # (person, kind): one for everything that happens to somebody

    def copy(self):
        return copy.deepcopy(self)

    # What can be asked. Each gives the status Kring must answer with.

    def register(self, person, organisation, pool, by_facilitator=False):
        if not self.is_open and not by_facilitator:
            return 409
        if self.state(person) in ACTIVE:
            return 303
        if self.places[pool] == 0:
            return 400
        self.arrived += 1
        one = {"pool": pool, "organisation": organisation, "number": self.arrived, "passed": False, "state": ""}
        self.people[person] = one
        self._become(person, "confirmed" if self._has_place_for(one) else "waiting")
        return 303

    def cancel(self, person):
        if person not in self.people:
            return 404
        if self.state(person) in ACTIVE:
            self._become(person, "cancelled")
            self._pass_on()
        return 303

    def accept(self, person):
        if person not in self.people:
            return 404
        if self.state(person) == "confirmed":
            return 303
        if self.state(person) != "offered":
            return 409
        self._become(person, "confirmed")
        return 303

    def pass_over(self, person, back=False):
        if person not in self.people:
            return 404
        one = self.people[person]
        if one["state"] != "waiting":
            return 409
        if not back or one["passed"]:
            one["passed"] = not back
            self.letters[person, "put_back" if back else "passed_over"] += 1
        return 303

    def set(self, room, online, most, is_open):
        for pool, wanted in (("room", room), ("online", online)):
            held = [one for one in self.people.values() if one["pool"] == pool and one["state"] in HOLDING]
            by = collections.Counter(one["organisation"] for one in held if one["organisation"])
            if len(held) > wanted or (most and any(count > most for count in by.values())):
                return 409
        self.places, self.most, self.is_open = {"room": room, "online": online}, most, is_open
        self._pass_on()
        return 303

    def time_is_over(self, person):
        self._become(person, "expired")
        self._pass_on()

    # What follows.

    def state(self, person):
        return self.people[person]["state"] if person in self.people else ""

    def those(self, state):
        return sorted(person for person in self.people if self.state(person) == state)

    def _become(self, person, state):
        self.people[person].update(state=state, passed=False)
        self.letters[person, state] += 1

    def _has_place_for(self, wanting):
        held = [one for one in self.people.values() if one["pool"] == wanting["pool"] and one["state"] in HOLDING]
        own = [one for one in held if one["organisation"] == wanting["organisation"]]
        if self.most and wanting["organisation"] and len(own) >= self.most:
            return False
        return len(held) < self.places[wanting["pool"]]

    def _pass_on(self):
        waiting = [p for p in self.people if self.state(p) == "waiting"]
        for person in sorted(waiting, key=lambda p: (self.people[p]["passed"], self.people[p]["number"])):
            if self._has_place_for(self.people[person]):
                self._become(person, "offered")

    def terms(self):
        return [self.places["room"], self.places["online"], self.most, int(self.is_open)]

    def table(self):
        """What the database must say of everybody."""
        return {person: (one["pool"], one["state"], one["number"], one["passed"]) for person, one in self.people.items()}

    def faults(self, table, organisations):
        """What may never be so, whatever was done: looked for in what the database says."""
        faults, held, held_by = [], collections.Counter(), collections.Counter()
        for person, (pool, state, _, _) in table.items():
            if state in HOLDING:
                held[pool] += 1
                if organisations[person]:
                    held_by[pool, organisations[person]] += 1
        faults += [f"{count} hold a place in {pool} of {self.places[pool]}" for pool, count in held.items() if count > self.places[pool]]
        faults += [f"{who} holds {count} of at most {self.most}" for who, count in held_by.items() if self.most and count > self.most]
        numbers = [number for _, _, number, _ in table.values()]
        return faults + (["a number twice"] if len(set(numbers)) < len(numbers) else [])
