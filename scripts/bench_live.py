"""A room full of phones: each polls the live page every five seconds while answers come in. Open loop: every poll has
its moment, fixed beforehand, and its latency counts from that moment, so that a slow server cannot make itself look
fast. Used by bench.py; not a program."""
import asyncio
import pathlib
import re
import resource
import time
import urllib.parse

EVERY = 5.0  # seconds between two polls of one phone
ANSWERS_PER_SECOND = 10
PATIENCE = 10.0  # seconds until a poll counts as an error


class Tally:
    def __init__(self):
        self.latencies, self.bytes = [], 0
        self.rejected = self.errors = 0
        self.posted = self.refused_posts = 0


async def answer_of(reader):
    """Status and body of one HTTP/1.1 answer with a Content-Length."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    length = re.search(r"(?i)\r\ncontent-length: *(\d+)", head)
    body = await reader.readexactly(int(length[1])) if length else b""
    return status, body, "connection: close" in head.lower()


class Phone:
    """One connection, opened anew when the server has closed it."""

    def __init__(self, port):
        self.port, self.reader, self.writer = port, None, None

    async def ask(self, request):
        for attempt in (1, 2):
            is_fresh = self.writer is None
            try:
                if is_fresh:
                    self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
                self.writer.write(request)
                status, body, closes = await answer_of(self.reader)
                if closes:
                    self.close()
                return status, body
            except (OSError, EOFError, asyncio.IncompleteReadError):
                self.close()
                # A connection that had been idle may be gone; a new one that fails is an error.
                if is_fresh or attempt == 2:
                    raise
        return None

    def close(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None


async def poll(phone, request, moment, tally):
    try:
        status, body = await asyncio.wait_for(phone.ask(request), PATIENCE)
    except (OSError, EOFError, asyncio.TimeoutError, asyncio.IncompleteReadError):
        phone.close()
        tally.errors += 1
        return
    if status == 200:
        tally.latencies.append((time.monotonic() - moment) * 1000)
        tally.bytes += len(body)
    elif status in (429, 503):
        tally.rejected += 1
    else:
        tally.errors += 1


async def live_of_phone(number, phones, port, request, begun, seconds, tally):
    phone = Phone(port)
    moment = begun + EVERY * number / phones
    while moment < begun + seconds:
        await asyncio.sleep(max(0.0, moment - time.monotonic()))
        await poll(phone, request, moment, tally)
        moment += EVERY
    phone.close()


async def posting(port, requests, begun, tally):
    phone = Phone(port)
    for number, request in enumerate(requests):
        await asyncio.sleep(max(0.0, begun + number / ANSWERS_PER_SECOND - time.monotonic()))
        try:
            status, _ = await asyncio.wait_for(phone.ask(request), PATIENCE)
            tally.posted += status == 303
            tally.refused_posts += status != 303
        except (OSError, EOFError, asyncio.TimeoutError, asyncio.IncompleteReadError):
            phone.close()
            tally.refused_posts += 1
    phone.close()


def memory_mb(process):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{process}/status").read_text())[1]) / 1024


async def watching(process, until, seen):
    while time.monotonic() < until:
        seen.append(memory_mb(process))
        await asyncio.sleep(0.5)


def request_of(method, path, cookie="", body=""):
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Encoding: gzip"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    if method == "POST":
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
                  "Sec-Fetch-Site: same-origin"]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


async def run(site, browser, path, phones, seconds):
    tally, seen = Tally(), []
    cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    look = request_of("GET", path, cookie)
    bodies = [urllib.parse.urlencode({"csrf": browser.csrf, "language": "nl", "body": f"antwoord uit de zaal {number}"})
              for number in range(int(seconds * ANSWERS_PER_SECOND))]
    posts = [request_of("POST", "/vragen/meting-5/antwoorden", cookie, body) for body in bodies]
    begun = time.monotonic() + 1
    tasks = [live_of_phone(number, phones, site.port, look, begun, seconds, tally) for number in range(phones)]
    await asyncio.gather(*tasks, posting(site.port, posts, begun, tally),
                         watching(site.process.pid, begun + seconds, seen))
    return tally, seen


def percentile(ordered, share):
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def measure_live(site, browser, path, phones, seconds):
    """Lines of a Markdown page. The site runs; the browser is signed in: all phones are that person's."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, phones * 2 + 200)), hard))
    tally, seen = asyncio.run(run(site, browser, path, phones, seconds))
    ordered = sorted(tally.latencies)
    asked = len(ordered) + tally.rejected + tally.errors
    return ["", f"{phones:,} phones, each on a connection of its own, poll the live page (`{path}`) every {EVERY:.0f} s for "
            f"{seconds} s, while {ANSWERS_PER_SECOND} answers a second come in; latency from the moment a poll was due.", "",
            "| | |", "|---|---|",
            f"| polls | {asked:,}, {asked / seconds:,.0f} a second |",
            f"| p50, p95, p99, longest | {percentile(ordered, .5):.1f}, {percentile(ordered, .95):.1f}, "
            f"{percentile(ordered, .99):.1f}, {ordered[-1] if ordered else float('nan'):.1f} ms |",
            f"| errors | {tally.errors} |", f"| rejected (429, 503) | {tally.rejected} |",
            f"| answers taken, not taken | {tally.posted}, {tally.refused_posts} |",
            f"| memory, highest seen | {max(seen):.0f} MB |"]
