#!/usr/bin/env python3
"""Measures a running Kring over loopback: how fast and how large its pages are, how much memory it takes and how soon
it is there; and a room full of phones on the live page. Usage: bench.py [--seconds N] [--engine sqlite|postgres] [--live PATH]
[--phones N] [--live-seconds N] [--only-live] [--write]. KRING_PROGRAM names the program."""
import argparse
import os
import pathlib
import platform
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/reliability"))
from bench_live import measure_live  # noqa: E402
from running import EXAMPLE, PASSWORD, Browser, Site  # noqa: E402

QUESTIONS, POSTS = 200, 20
QUEUE = 30  # questions of the workshop that is live
WORKSHOP = "ict-2018-bijeenkomst-4"
CONNECTIONS = [1, 8, 64]
POSTING = """
local count = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Cookie"] = "{cookie}"
request = function()
  count = count + 1
  return wrk.format(nil, nil, nil, "csrf={csrf}&language=nl&body=antwoord+{run}+" .. count)
end
"""


def example_sentences():
    """Real Dutch, as the example network has it: words come as often as people use them."""
    sentences = []
    for kind in ("questions", "answers", "cases", "lessons"):
        for file in sorted((EXAMPLE / kind).glob("*.md")):
            body = re.sub(r"<!--.*?-->|[*_|#>]|\[([^\]]*)\]\([^)]*\)", r"\1", file.read_text(encoding="utf-8").split("---\n", 2)[2])
            sentences += [" ".join(one.split()) for one in re.split(r"(?<=[.?!])\s", body) if 4 <= len(one.split()) <= 25]
    return sentences


SENTENCES = example_sentences()


def text_of(number, words):
    """Sentences of about so many words; the same for the same number, always."""
    chosen = random.Random(number)
    text = ""
    while len(text.split()) < words:
        text += ("" if not text else " ") + chosen.choice(SENTENCES)
    return text if words > 10 else text[:190]


def record(path, header, body):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name}: {value}\n" for name, value in header.items())
    path.write_text(f"---\n{lines}---\n<!-- field: body -->\n{body}\n", encoding="utf-8")


def make_folder(folder):
    """The example with many questions, each with so many posts; one workshop is live; nothing is frozen."""
    shutil.copytree(EXAMPLE, folder)
    manifest = folder / "kring.md"
    manifest.write_text(re.sub(r"^freeze:.*\n", "", manifest.read_text(), flags=re.M))
    common = {"network": "ict-2018", "language": "nl", "audience": "everyone", "owner": "anna", "state": "open"}
    for question in range(QUESTIONS):
        at = f"2019-01-{question % 28 + 1:02}T{question % 24:02}:00:00.000Z"
        record(folder / f"questions/meting-{question}.md",
               {**common, "title": text_of(question, 6), "created_at": at, "anonymous": "no",
                **({"link": f"asked_at {WORKSHOP}"} if question < QUEUE else {})}, text_of(question, 60))
        for answer in range(POSTS - 1):
            record(folder / f"answers/meting-{question}-{answer}.md",
                   {**common, "title": text_of(answer, 4), "created_at": at, "link": f"answers meting-{question}",
                    "question": f"meting-{question}"}, text_of(1000 + question * 100 + answer, 60))
    (folder / "live-rooms").mkdir()
    (folder / f"live-rooms/{WORKSHOP}.md").write_text(f"---\nworkshop: {WORKSHOP}\nopen: yes\nshowing: queue\nversion: 1\n---\n")


def memory_mb(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process}/status").read_text())[1]) / 1024


def ms(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def load(site, path, connections, seconds, script=None):
    """Number of requests, requests per second, p50 and p99 in ms of so many connections; refuses when anything but
    success came back."""
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *(["-s", script] if script else []),
                           f"http://127.0.0.1:{site.port}{path}"], capture_output=True, text=True, check=True).stdout
    faults = re.findall(r"Non-2xx or 3xx responses: \d+|Socket errors: .*", done)
    if faults:
        raise SystemExit(f"bench: {path} with {connections} connections: {'; '.join(faults)}")
    found = {name: re.search(pattern, done)[1] for name, pattern in
             (("count", r"(\d+) requests in"), ("rate", r"Requests/sec:\s+([\d.]+)"), ("p50", r"\n +50%\s+(\S+)"), ("p99", r"\n +99%\s+(\S+)"))}
    return int(found["count"]), float(found["rate"]), ms(found["p50"]), ms(found["p99"])


def answers(site):
    """How many answers the database holds; SQLite only."""
    with sqlite3.connect(f"file:{site.database}?mode=ro", uri=True) as database:
        return database.execute("select count(*) from answers").fetchone()[0]


def posting(site, run):
    """The file of a wrk script that posts answers as somebody who is signed in."""
    browser = Browser(site).sign_in("anna@linderdam.example")
    cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    file = site.folder / "post.lua"
    file.write_text(POSTING.format(cookie=cookie, csrf=browser.csrf, run=run))
    return str(file)


def cold_starts(site, times=5):
    """Median ms from starting the program to its first page."""
    taken = []
    for _ in range(times):
        begun = time.monotonic()
        site.start()
        assert Browser(site).get("/").status == 200
        taken.append((time.monotonic() - begun) * 1000)
        site.stop()
    return sorted(taken)[times // 2]


def measure(site, seconds):
    """Lines of a Markdown page."""
    pages = {"question, 20 posts": "/vragen/meting-7", "list of questions": "/vragen", "search": "/zoeken?q=laptop+garantie"}
    cold = cold_starts(site)
    site.start()
    process = site.process.pid
    visitor = Browser(site)
    sizes = {}
    for name, path in pages.items():
        answer = visitor.request("GET", path, headers={"Accept-Encoding": "gzip"})
        assert answer.status == 200, f"{path}: {answer.status}"
        plain = len(Browser(site).get(path).text.encode())
        sizes[name] = f"{plain / 1000:.1f} kB, gzip {int(answer.headers.get('Content-Length', 0)) / 1000:.1f} kB"
    idle = memory_mb(process)
    lines = ["| page | size | connections | requests/s | p50 ms | p99 ms |", "|---|---|---|---|---|---|"]
    highest = idle
    for name, path in [*pages.items(), ("posting an answer", "/vragen/meting-3/antwoorden")]:
        for connections in CONNECTIONS:
            script = posting(site, connections) if name.startswith("posting") else None
            before = answers(site) if script and site.engine == "sqlite" else 0
            count, rate, p50, p99 = load(site, path, connections, seconds, script)
            if before and answers(site) - before < count:
                raise SystemExit(f"bench: {count} answers were posted, {answers(site) - before} are there")
            highest = max(highest, memory_mb(process))
            lines.append(f"| {name} | {sizes.get(name, '')} | {connections} | {rate:,.0f} | {p50:.2f} | {p99:.2f} |")
            print("      " + lines[-1], flush=True)
    lines += ["", "| | |", "|---|---|", f"| from start to first page | {cold:.0f} ms |", f"| memory, idle | {idle:.0f} MB |",
              f"| memory, highest seen under load | {highest:.0f} MB |"]
    site.stop()
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--live", default=f"/bijeenkomsten/{WORKSHOP}/live", help="the page that phones poll")
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--live-seconds", type=int, default=30)
    parser.add_argument("--only-live", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    site = Site(options.engine, settings=["--jobs", "no"])
    try:
        make_folder(site.folder / "bench")
        begun = time.monotonic()
        site.command("load", str(site.folder / "bench"))
        loaded = time.monotonic() - begun
        site.command("password", "anna@linderdam.example", text=PASSWORD + "\n")
        lines = [] if options.only_live else measure(site, options.seconds)
        if not options.only_live:
            lines.append(f"| loading the folder, {QUESTIONS * POSTS} posts | {loaded:.1f} s |")
        site.start()
        lines += measure_live(site, Browser(site).sign_in("anna@linderdam.example"), options.live, options.phones,
                              options.live_seconds)
        site.stop()
    finally:
        site.close()
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    page = ("# Performance\n\n<!-- Written by `./bench --write`. -->\n\n"
            f"{QUESTIONS} questions with {POSTS} posts each, on {options.engine}; wrk over loopback on the same machine, "
            f"{options.seconds} s for each line.\n{os.cpu_count()} cores ({cpu[1] if cpu else platform.processor()}), "
            f"{time.strftime('%Y-%m-%d')}. Pages are made anew for each request; limits are off.\n\n" + "\n".join(lines) + "\n")
    print("\n" + page)
    if options.write and not options.only_live:
        path = ROOT / "docs/performance.md"
        engines = re.search(r"<!-- engines:.*<!-- /engines -->\n", path.read_text(encoding="utf-8"), re.DOTALL)
        path.write_text(page + ("\n" + engines[0] if engines else ""), encoding="utf-8")


main()
