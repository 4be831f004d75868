"""A Kring with many members and a workshop that they can register for; and what its database says of it."""
import collections
import datetime
import hashlib
import re
import subprocess
import time

from running import Browser

KINDS = {"Je bent ingeschreven": "confirmed", "Je staat op de wachtlijst": "waiting", "Er is een plaats voor je": "offered",
         "Het aanbod is verlopen": "expired", "Afgezegd": "cancelled", "Anderen gaan voor": "passed_over",
         "Je staat weer op volgorde": "put_back"}


def sql(site, statement):
    if site.engine == "sqlite":
        command = ["sqlite3", "-cmd", ".timeout 10000", "-separator", "\t", site.database]
    else:
        command = ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(site.postgres.folder), "-U", "kring", "-d", "kring", "-At", "-F", "\t"]
    done = subprocess.run(command, input=statement, capture_output=True, text=True, check=True)
    return [line.split("\t") for line in done.stdout.splitlines()]


def kill(site):
    """kill -9, and the end of what PostgreSQL was still doing for the one that died: a COMMIT that had reached it is
    carried out after all."""
    site.kill()
    others = "select count(*) from pg_stat_activity where datname = 'kring' and pid <> pg_backend_pid();"
    while site.engine == "postgres" and sql(site, others) != [["0"]]:
        time.sleep(0.02)


def member(number):
    return f"lid-{number:04}"


def organisation(number):
    return ("", "gemeente-a", "gemeente-b")[number % 3]


def token(person):
    return f"session-of-{person}"


def with_members(site, count):
    """Loads the members, and opens a session for each past the form: a thousand password hashes take a minute."""
    folder = site.folder / "leden"
    for name in ("organisations", "people", "memberships"):
        (folder / name).mkdir(parents=True)
    (folder / "kring.md").write_text("---\nformat: kring-folder 1\ntitle: Leden\n---\n")
    for name in ("gemeente-a", "gemeente-b"):
        (folder / f"organisations/{name}.md").write_text(f"---\nname: {name}\nkind: purchaser\n---\n")
    for number in range(count):
        place = f"organisation: {organisation(number)}\n" if organisation(number) else ""
        (folder / f"people/{member(number)}.md").write_text(
            f"---\nemail: {member(number)}@gemeente.example\nname: Lid {number}\n{place}language: nl\nstate: active\nadministrator: no\n---\n")
        (folder / f"memberships/ict-2018-{member(number)}.md").write_text(
            f"---\nnetwork: ict-2018\nperson: {member(number)}\nside: purchaser\n---\n")
    site.command("load", str(folder))
    rows = []
    for person in ["femke", *map(member, range(count))]:
        digest = hashlib.sha256(token(person).encode()).hexdigest()
        rows.append(f"('{digest}', 's-{person}', '{person}', '{csrf(person)}', 'test', '{moment()}', '{moment()}', '{moment(hours=11)}')")
    sql(site, "insert into login_sessions (token_hash, id, person_id, csrf, device, created_at, seen_at, expires_at) values "
              + ",\n".join(rows) + ";")


def csrf(person):
    return f"csrf-of-{person}".ljust(43, "0")


def moment(**later):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(**later)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def browser_of(site, person):
    browser = Browser(site)
    browser.cookies, browser.csrf = {"kring": token(person)}, csrf(person)
    return browser


def new_workshop(site, number, room, online=0, most=""):
    """Plans a workshop a month from now and opens its registration; returns its id."""
    femke = browser_of(site, "femke")
    day = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
    planned = femke.post("/bijeenkomsten/nieuw", {"reeks": "ict-2018-reeks", "title_nl": f"Storm {number}", "title_en": f"Storm {number}",
                                                  "number": str(number), "audience": "network", "day": day, "starts": "13:00"})
    if planned.status != 303:
        raise RuntimeError(f"cannot plan a workshop: {planned.status}\n{planned.text[:3000]}")
    workshop = re.match(r"/bijeenkomsten/([^?]+)", planned.headers["Location"]).group(1)
    opened = femke.post(f"/bijeenkomsten/{workshop}/inschrijvingen/bewerken",
                        {"is_open": "yes", "room_places": str(room), "online_places": str(online), "organisation_most": str(most)})
    if opened.status != 303:
        raise RuntimeError(f"cannot open registration: {opened.status}\n{opened.text[:3000]}")
    return workshop


def standing(site, workshop):
    rows = sql(site, f"select person_id, pool, state, number, is_passed_over from registrations where workshop_id = '{workshop}';")
    return {person: (pool, state, int(number), passed == "1") for person, pool, state, number, passed in rows}


def letters_of(site, title):
    found = collections.Counter()
    for person, subject in sql(site, f"select person_id, subject from outbox where subject like '%: {title}';"):
        found[person, KINDS[subject.split(":")[0]]] += 1
    return found


def faults_of_house(site, workshop, found):
    """What holds at any moment: participants, the journal and the database itself."""
    faults = []
    taking_part = {row[0] for row in sql(site, f"select person_id from participants where workshop_id = '{workshop}';")}
    if taking_part != {person for person, one in found.items() if one[1] == "confirmed"}:
        faults.append("participants are not who has a place")
    if site.engine == "sqlite" and (sql(site, "pragma integrity_check;") != [["ok"]] or sql(site, "pragma foreign_key_check;")):
        faults.append("the database is not whole")
    verdict = site.command("journal", "verify", check=False)
    return faults + (["journal: " + verdict.stderr.strip()] if verdict.returncode else [])
