#!/usr/bin/env python3
"""B1: kill -9 at random moments under writing load; no acknowledged write may be lost.

Usage: kill9.py [--rounds N] [--engine sqlite|postgres|both]. Writers post answers and note each one that was
acknowledged (a 303) in a list of their own, with fsync, before they go on. After every kill the program is
started again and each noted answer must be there, once and word for word; the database, the counts, the
links and the journal's chain must be whole. On PostgreSQL every other round kills the database as well.
"""
import argparse
import os
import random
import subprocess
import threading
import time

from running import Browser, Site, closing_line

WRITERS = ["anna@linderdam.example", "bram@ommer.example", "sami@tweedeleven.example", "femke@vergezicht.example"]
QUESTION = "vraag-markt-opleggen"


def writer(site, browser, number, round_number, noted, stop):
    count = 0
    while not stop.is_set():
        body = f"antwoord {round_number}-{number}-{count} {random.random()}"
        try:
            answer = browser.post(f"/vragen/{QUESTION}/antwoorden", {"body": body, "language": "nl"})
        except OSError:
            return
        except Exception:
            return
        if answer.status == 500 and site.engine == "postgres":
            return  # the database was killed first; nothing was confirmed
        if answer.status != 303:
            raise RuntimeError(f"unexpected answer {answer.status}: {answer.text[:500]}")
        identifier = answer.headers["Location"].split("#")[1]
        with noted["lock"]:
            noted["file"].write(f"{identifier}\t{body}\n")
            noted["file"].flush()
            os.fsync(noted["file"].fileno())
            noted["all"][identifier] = body
        count += 1


def rows(site, sql):
    if site.engine == "sqlite":
        out = subprocess.run(["sqlite3", "-readonly", "-separator", "\t", site.database, sql], capture_output=True, text=True, check=True)
    else:
        out = subprocess.run(["psql", "-h", str(site.postgres.folder), "-U", "kring", "-d", "kring", "-At", "-F", "\t", "-c", sql],
                             capture_output=True, text=True, check=True)
    return [line.split("\t") for line in out.stdout.splitlines()]


def faults_after(site, noted):
    faults = []
    there = {row[0]: row[1] for row in rows(site, "select id, body from answers where body like 'antwoord %'")}
    for identifier, body in noted["all"].items():
        if there.get(identifier) != body:
            faults.append(f"lost or changed: {identifier}")
    bodies = [body for body in there.values() if body.startswith("antwoord ")]
    if len(set(bodies)) != len(bodies):
        faults.append("an answer stands twice")
    if site.engine == "sqlite":
        if rows(site, "pragma integrity_check") != [["ok"]]:
            faults.append("integrity_check")
        if rows(site, "pragma foreign_key_check"):
            faults.append("foreign_key_check")
    if rows(site, f"select 1 from questions where id = '{QUESTION}' and answer_count <> "
                  f"(select count(*) from answers where question_id = '{QUESTION}')"):
        faults.append("answer_count")
    if rows(site, "select a.id from answers a left join links l on l.from_id = a.id and l.relation = 'answers' where l.from_id is null"):
        faults.append("an answer without its link")
    if rows(site, "select a.id from answers a where a.body like 'antwoord %' and "
                  "(select count(*) from journal j where j.object_id = a.id and j.word = 'answer.given') <> 1"):
        faults.append("an answer without its journal line")
    verdict = site.command("journal", "verify", check=False)
    if verdict.returncode != 0:
        faults.append("journal: " + verdict.stderr.strip())
    return faults


def run(engine, rounds):
    site = Site(engine)
    noted = {"all": {}, "lock": threading.Lock(), "file": open(site.folder / "noted", "w", encoding="utf-8")}
    passed = failed = 0
    try:
        site.load_example(("anna", "bram", "sami", "femke"))
        site.start()
        browsers = [Browser(site).sign_in(email) for email in WRITERS]
        for number in range(1, rounds + 1):
            stop = threading.Event()
            threads = [threading.Thread(target=writer, args=(site, b, i, number, noted, stop)) for i, b in enumerate(browsers)]
            for thread in threads:
                thread.start()
            time.sleep(random.uniform(0.05, 1.0))
            if engine == "postgres" and number % 2 == 0:
                site.postgres.kill()
            site.kill()
            stop.set()
            for thread in threads:
                thread.join()
            if engine == "postgres" and number % 2 == 0:
                site.postgres.start()
            site.start()
            for browser in browsers:
                browser.connection = None
            faults = faults_after(site, noted)
            passed, failed = (passed, failed + 1) if faults else (passed + 1, failed)
            for fault in faults:
                print(f"{engine} round {number}: {fault}", flush=True)
            if number % 10 == 0:
                print(f"{engine}: {number} kills, {len(noted['all'])} acknowledged answers, {failed} rounds with a fault", flush=True)
    finally:
        site.close()
    return passed, failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--engine", default="both")
    options = parser.parse_args()
    engines = ["sqlite", "postgres"] if options.engine == "both" else [options.engine]
    results = [run(engine, options.rounds) for engine in engines]
    closing_line(sum(r[0] for r in results), sum(r[1] for r in results))


main()
