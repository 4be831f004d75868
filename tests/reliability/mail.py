#!/usr/bin/env python3
"""B13: mail, against a real SMTP server (aiosmtpd) and with kill -9. Usage: mail.py [--rounds N] [--engine sqlite|postgres|both].

down      with the mail server gone nothing is lost: all of it arrives, once, when it is back
kill      the server says 250 and the program is killed before, while or after it notes that: everything arrives,
          and of a kill at most the one message it fell upon arrives twice, with the same Message-ID
two       two programs on one database send nothing twice
receive   a message is offered by several mail servers at once, some of them killed: it is taken once
"""
import argparse
import asyncio
import email
import email.policy
import random
import re
import subprocess
import sys
import threading
import time

# The server is Debian's package, which another Python on the path may not see.
if not sys.executable.startswith("/usr/bin/"):
    raise SystemExit(subprocess.run(["/usr/bin/python3", "-B", *sys.argv], check=False).returncode)

from aiosmtpd.smtp import SMTP  # noqa: E402
from running import Browser, Site, clean_environment, closing_line, free_port, program  # noqa: E402

QUESTION = "vraag-markt-opleggen"
MEMBERS = ["anna", "bram", "sami", "noor", "femke", "eva"]


class Sink:
    """Keeps every message it said 250 to, in order of saying. `after_250` is called just after that word left."""

    def __init__(self):
        self.port, self.messages, self.after_250 = free_port(), [], None
        self.loop, self.server = asyncio.new_event_loop(), None
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(envelope.original_content)
        await server.push("250 kept")
        if self.after_250:
            self.after_250()
        return "250 kept again"  # the client has gone on, or is gone

    def open(self):
        async def start():
            return await self.loop.create_server(lambda: OnePush(self), "127.0.0.1", self.port)
        self.server = asyncio.run_coroutine_threadsafe(start(), self.loop).result(10)

    def close(self):
        if not self.server:
            return
        self.loop.call_soon_threadsafe(self.server.close)
        self.server = None

    def ids(self):
        return [message_id(m) for m in list(self.messages)]


class OnePush(SMTP):
    """The handler pushes the answer to DATA itself; what the library would push after it is dropped."""

    def __init__(self, handler):
        super().__init__(handler, enable_SMTPUTF8=False)

    async def push(self, status):
        if isinstance(status, str) and status == "250 kept again":
            return
        await super().push(status)


def message_id(message):
    return email.message_from_bytes(message, policy=email.policy.default)["Message-ID"]


def rows(site, sql):
    if site.engine == "sqlite":
        out = subprocess.run(["sqlite3", "-cmd", ".timeout 20000", "-separator", "\t", site.database, sql], capture_output=True, text=True, check=True)
    else:
        out = subprocess.run(["psql", "-h", str(site.postgres.folder), "-U", "kring", "-d", "kring", "-qAt", "-F", "\t", "-c", sql],
                             capture_output=True, text=True, check=True)
    return [line.split("\t") for line in out.stdout.splitlines()]


def count(site, sql):
    return int(rows(site, sql)[0][0])


def time_passes(site):
    """What waits is due, and claims of programs that are gone have run out."""
    rows(site, "update outbox set next_at = '2020-01-01T00:00:00.000Z', claimed_until = null where sent_at is null")


def waiting(site):
    return count(site, "select count(*) from outbox where sent_at is null and withheld_at is null")


def new_site(engine, sink):
    site = Site(engine, ["--smtp_url", f"smtp://127.0.0.1:{sink.port}", "--smtp_require_tls", "no", "--reply_address",
                         "antwoord@kring.example", "--mail_authserv", "mx.kring.example"])
    site.load_example(("anna", "bram"))
    network = rows(site, f"select network_id from records where id = '{QUESTION}'")[0][0]
    for person in MEMBERS:
        rows(site, f"insert into letter_choices (id, person_id, network_id, choice) values ('c-{person}', '{person}', '{network}', 'everything')")
    rows(site, "insert into digests (id, person_id, weekday, last_sequence) select 'd-' || id, id, 0, 0 from people")
    return site


def make_letters(site, answers):
    """As many answers by bram, and the letters about them, written while no program of ours sends any."""
    site.settings += ["--jobs", "no"]
    site.start()
    bram = Browser(site).sign_in("bram@ommer.example")
    for number in range(answers):
        answer = bram.post(f"/vragen/{QUESTION}/antwoorden", {"body": f"post {number} {random.random()}", "language": "nl"})
        if answer.status != 303:
            raise RuntimeError(f"no answer was taken: {answer.status}")
    site.stop()
    site.settings = site.settings[:-2]
    # More an hour than one person is sent is what this test wants.
    while count(site, "select max(sequence) from journal") > count(site, "select sequence from letter_marks"):
        site.command("jobs")
        rows(site, "update outbox set made_at = '2026-01-01T00:00:00.000Z'")
    time_passes(site)
    return waiting(site)


def down(engine):
    sink = Sink()
    site = new_site(engine, sink)
    try:
        total = make_letters(site, 4)
        for _ in range(3):
            site.command("jobs")
            time_passes(site)
        faults = [] if waiting(site) == total and not sink.messages else ["something left while nobody listened"]
        sink.open()
        site.command("jobs")
        ids = sink.ids()
        if waiting(site) or len(ids) != total or len(set(ids)) != total:
            faults.append(f"{total} written, {len(ids)} arrived, {len(set(ids))} different, {waiting(site)} wait")
        print(f"{engine} down: {total} messages waited through 4 tries and arrived once", flush=True)
        return faults
    finally:
        sink.close()
        site.close()


def kill(engine, rounds):
    sink = Sink()
    site = new_site(engine, sink)
    faults = []
    try:
        total = make_letters(site, 4 + rounds // 2)
        sink.open()
        kills, seen = 0, set()
        while waiting(site) and kills < rounds:
            before = len(sink.messages)
            process = subprocess.Popen([program(), *site.settings, "jobs"], cwd=site.folder, env=clean_environment(),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            left = [random.randint(1, 4)]
            # Now before the program read the 250, then while it notes it, then when it is at the next.
            delay = random.choice([0, random.uniform(0, 0.01), random.uniform(0, 0.05)])

            def strike(process=process, left=left, delay=delay):
                left[0] -= 1
                if left[0] == 0:
                    threading.Timer(delay, process.kill).start()
            sink.after_250 = strike
            process.wait(60)
            kills += 1 if process.returncode == -9 else 0
            sink.after_250 = None
            again = [one for one in sink.ids()[before:] if one in seen]
            if len(again) > 1:
                faults.append(f"one kill made {len(again)} messages go twice")
            seen.update(sink.ids())
            time_passes(site)
        while waiting(site):
            site.command("jobs")
            time_passes(site)
        ids = sink.ids()
        twice = [one for one in set(ids) if ids.count(one) > 1]
        if len(set(ids)) != total:
            faults.append(f"{total} written, {len(set(ids))} arrived")
        if len(ids) - total > kills:
            faults.append(f"{len(ids) - total} duplicates by {kills} kills")
        for one in twice:
            same = {without_date(m) for m in sink.messages if message_id(m) == one}
            if len(same) != 1:
                faults.append(f"{one} arrived twice, and not the same")
        if count(site, "select count(*) from outbox where sent_at is not null and body <> ''"):
            faults.append("words of sent mail were kept")
        print(f"{engine} kill: {total} messages, {kills} kills, {len(ids) - total} duplicates with the same Message-ID", flush=True)
        return faults
    finally:
        sink.close()
        site.close()


def without_date(message):
    return re.sub(rb"(?m)^Date: .*\r$", b"", message)


def two(engine):
    sink = Sink()
    site = new_site(engine, sink)
    try:
        total = make_letters(site, 25)
        sink.open()
        programs = [subprocess.Popen([program(), *site.settings, "jobs"], cwd=site.folder, env=clean_environment(),
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(3)]
        codes = [one.wait(120) for one in programs]
        ids = sink.ids()
        faults = [] if codes == [0, 0, 0] else [f"ended with {codes}"]
        if len(ids) != total or len(set(ids)) != total or waiting(site):
            faults.append(f"{total} written, {len(ids)} arrived, {len(set(ids))} different, {waiting(site)} wait")
        print(f"{engine} two: {total} messages by three programs at once", flush=True)
        return faults
    finally:
        sink.close()
        site.close()


def receive(engine):
    sink = Sink()
    site = new_site(engine, sink)
    faults = []
    try:
        make_letters(site, 1)
        sink.open()
        site.command("jobs")
        letter = next(m for m in sink.messages if b"<anna@linderdam.example>" in m)
        address = email.message_from_bytes(letter, policy=email.policy.default)["Reply-To"].addresses[0].addr_spec
        for number in range(6):
            message = (f"Return-Path: <anna@linderdam.example>\nDelivered-To: {address}\nAuthentication-Results: mx.kring.example; "
                       f"dmarc=pass header.from=linderdam.example\nFrom: anna@linderdam.example\nTo: {address}\nSubject: Re: x\n"
                       f"Message-ID: <{number}@linderdam.example>\n\nper post {number}\n")
            offered = [subprocess.Popen([program(), *site.settings, "receive"], cwd=site.folder, env=clean_environment(),
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(3)]
            for one in offered:
                one.stdin.write(message.encode())
                one.stdin.close()
            time.sleep(random.uniform(0, 0.15))
            offered[0].kill()
            codes = [one.wait(60) for one in offered]
            # A mail server offers again what was killed or failed for now.
            while any(code not in (0,) for code in codes):
                again = site.command("receive", text=message, check=False)
                codes = [again.returncode]
                if again.returncode not in (0, 75):
                    faults.append(f"ended with {again.returncode}: {again.stdout}")
                    break
            taken = count(site, f"select count(*) from answers where body = 'per post {number}'")
            if taken != 1:
                faults.append(f"message {number} was taken {taken} times")
        if site.command("journal", "verify", check=False).returncode != 0:
            faults.append("the journal is not whole")
        print(f"{engine} receive: 6 messages offered three times at once, 6 kills", flush=True)
        return faults
    finally:
        sink.close()
        site.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--engine", default="both")
    options = parser.parse_args()
    engines = ["sqlite", "postgres"] if options.engine == "both" else [options.engine]
    passed = failed = 0
    for engine in engines:
        for name, test in [("down", down), ("kill", lambda e: kill(e, options.rounds)), ("two", two), ("receive", receive)]:
            faults = test(engine)
            passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
            for fault in faults:
                print(f"{engine} {name}: {fault}", flush=True)
    closing_line(passed, failed)


main()
