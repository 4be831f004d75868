#!/usr/bin/env python3
"""Many at once: two editors freeze together, 200 members vote together. On both databases."""
import argparse
import re
import threading

from running import PASSWORD, Browser, Site, closing_line

VOTERS = 200
QUESTION = "vraag-contractmanager"


def member_file(number):
    return f"---\nemail: lid{number}@gemeente.example\nname: Lid {number}\nlanguage: nl\nstate: active\nadministrator: no\n---\n"


def membership_file(number):
    return f"---\nnetwork: ict-2018\nperson: lid-{number}\nside: purchaser\n---\n"


def with_members(site, count):
    """Loads `count` more members; one password hash is copied to all, because hashing 200 takes long."""
    folder = site.folder / "leden"
    for name in ("people", "memberships"):
        (folder / name).mkdir(parents=True)
    (folder / "kring.md").write_text("---\nformat: kring-folder 1\ntitle: Leden\n---\n")
    for number in range(count):
        (folder / f"people/lid-{number}.md").write_text(member_file(number))
        (folder / f"memberships/ict-2018-lid-{number}.md").write_text(membership_file(number))
    site.command("load", str(folder))


def at_once(jobs):
    """Runs all jobs from one starting shot; returns their results in order."""
    results, gate = [None] * len(jobs), threading.Barrier(len(jobs))

    def run(index):
        gate.wait()
        results[index] = jobs[index]()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def freeze_twice(site):
    eva, femke = Browser(site).sign_in("eva@vergezicht.example"), Browser(site).sign_in("femke@vergezicht.example")
    path = "/samenvattingen/ict-2018-samenvatting/versies/nieuw"
    pages = [b.get(path).text for b in (eva, femke)]
    fields = []
    for page in pages:
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        form.pop("csrf", None)
        fields.append({**form, "reason": ""})
    answers = at_once([lambda: eva.post(path, fields[0]), lambda: femke.post(path, fields[1])])
    statuses = sorted(a.status for a in answers)
    versions = Browser(site).get("/publicaties/ict-2018-samenvatting/2").status
    first = Browser(site).get("/publicaties/ict-2018-samenvatting/1").status
    return statuses == [303, 409] and first == 200 and versions == 404, f"freeze: {statuses}, version 1 {first}, version 2 {versions}"


def vote_together(site):
    voters = []
    for number in range(VOTERS):
        voters.append(Browser(site))
    # Signing in is an Argon2 hash each: a few at a time, as real people would.
    for start in range(0, VOTERS, 4):
        at_once([lambda n=n: voters[n].sign_in(f"lid{n}@gemeente.example") for n in range(start, min(start + 4, VOTERS))])
    # The first of them have been idle for longer than the server keeps a connection.
    for voter in voters:
        voter.connection.close()
        voter.connection = None
    answers = at_once([lambda v=v: v.post(f"/vragen/{QUESTION}/stem", {}) for v in voters])
    good = sum(a.status == 303 for a in answers)
    again = at_once([lambda v=v: v.post(f"/vragen/{QUESTION}/stem", {}) for v in voters[:20]])
    page = Browser(site).get(f"/vragen/{QUESTION}").text
    shown = re.search(r"(\d+) stemmen", page)
    count = int(shown.group(1)) if shown else -1
    return good == VOTERS and count == VOTERS and all(a.status == 303 for a in again), f"votes: {good} accepted, page shows {count}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default="both")
    options = parser.parse_args()
    passed = failed = 0
    for engine in ["sqlite", "postgres"] if options.engine == "both" else [options.engine]:
        site = Site(engine)
        try:
            site.load_example(("eva", "femke"))
            with_members(site, VOTERS)
            for number in range(VOTERS):
                if number == 0:
                    site.command("password", "lid0@gemeente.example", text=PASSWORD + "\n")
            copy_password(site)
            site.start()
            for test in (freeze_twice, vote_together):
                good, told = test(site)
                print(f"{'ok' if good else 'not ok'} {engine} {told}", flush=True)
                passed, failed = passed + good, failed + (not good)
        finally:
            site.close()
    closing_line(passed, failed)


def copy_password(site):
    import subprocess
    sql = ("update people set password_hash = (select password_hash from people where id = 'lid-0') where id like 'lid-%'")
    if site.engine == "sqlite":
        subprocess.run(["sqlite3", site.database, sql], check=True)
    else:
        subprocess.run(["psql", "-q", "-h", str(site.postgres.folder), "-U", "kring", "-d", "kring", "-c", sql], check=True)


main()
