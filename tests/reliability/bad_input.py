#!/usr/bin/env python3
"""Bad input, kind by kind, each with its clear answer: requests, forms, Markdown, files, configuration, command line."""
import argparse
import re
import socket
import time
import urllib.parse

from running import Browser, Site, closing_line

RESULTS = []


def check(name, good, told=""):
    RESULTS.append(good)
    if not good:
        print(f"not ok {len(RESULTS)} {name}: {told}", flush=True)


def raw(site, data, seconds=3.0):
    """Status of the first answer to these bytes; 0 when the connection just closed."""
    with socket.create_connection(("127.0.0.1", site.port), seconds) as s:
        s.settimeout(seconds)
        try:
            s.sendall(data)
            answer = b""
            while b"\r\n" not in answer:
                piece = s.recv(4096)
                if not piece:
                    break
                answer += piece
        except OSError:
            return 0
    found = re.match(rb"HTTP/1\.[01] (\d+)", answer)
    return int(found.group(1)) if found else 0


def with_body(kind, body, host):
    return (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Type: " + kind + b"\r\nContent-Length: " +
            str(len(body)).encode() + b"\r\n\r\n" + body)


def requests(site):
    host = f"Host: localhost:{site.port}\r\n".encode()
    get = b"GET / HTTP/1.1\r\n"
    kinds = {
        "no host": (get + b"\r\n", 400),
        "two hosts": (get + host + host + b"\r\n", 400),
        "not http": (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
        "http 0.9": (b"GET /\r\n\r\n", 400),
        "http 3.0": (b"GET / HTTP/3.0\r\n" + host + b"\r\n", 505),
        "unknown method": (b"BREW / HTTP/1.1\r\n" + host + b"\r\n", 501),
        "delete": (b"DELETE /vragen HTTP/1.1\r\n" + host + b"\r\n", 405),
        "put": (b"PUT /vragen HTTP/1.1\r\n" + host + b"Content-Length: 0\r\n\r\n", 405),
        "trace": (b"TRACE / HTTP/1.1\r\n" + host + b"\r\n", 405),
        "post where only get is": (b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 0\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n", 405),
        "dot segments": (b"GET /../etc/passwd HTTP/1.1\r\n" + host + b"\r\n", 400),
        "encoded dot segments": (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + host + b"\r\n", 400),
        "backslash": (b"GET /vragen%5c..%5c HTTP/1.1\r\n" + host + b"\r\n", 400),
        "nul in path": (b"GET /vragen/%00 HTTP/1.1\r\n" + host + b"\r\n", 400),
        "broken escape in path": (b"GET /%zz HTTP/1.1\r\n" + host + b"\r\n", 400),
        "broken escape in query": (b"GET /zoeken?q=%zz HTTP/1.1\r\n" + host + b"\r\n", 400),
        "invalid utf-8 in path": (b"GET /%ff%fe HTTP/1.1\r\n" + host + b"\r\n", 400),
        "invalid utf-8 in query": (b"GET /zoeken?q=%ff HTTP/1.1\r\n" + host + b"\r\n", 400),
        "nul in query": (b"GET /zoeken?q=%00 HTTP/1.1\r\n" + host + b"\r\n", 400),
        "header of 20 kB": (get + host + b"X: " + b"a" * 20480 + b"\r\n\r\n", 431),
        "1,000 headers": (get + host + b"".join(b"X-%d: a\r\n" % i for i in range(1000)) + b"\r\n", (400, 431)),
        "address of 20 kB": (b"GET /" + b"a" * 20480 + b" HTTP/1.1\r\n" + host + b"\r\n", (414, 431)),
        "space before colon": (get + host + b"X : a\r\n\r\n", 400),
        "bare line feeds": (b"GET / HTTP/1.1\nHost: localhost\n\n", 400),
        "nul in header": (get + host + b"X: a\x00b\r\n\r\n", 400),
        "both lengths": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        "two lengths": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\naaaaa", 400),
        "negative length": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n", 400),
        "strange transfer encoding": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Transfer-Encoding: gzip\r\n\r\n", (400, 501)),
        "body over the limit": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999\r\n\r\n", 413),
        "json body": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", 415),
        "no body type": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Length: 2\r\n\r\n{}", 415),
        "broken multipart": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5\r\n\r\nhallo", 400),
        "a file in a form": (with_body(b"multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="f"; '
                                       b'filename="a.exe"\r\n\r\nMZ\r\n--x--\r\n', host), 400),
        "broken form": (b"POST /aanmelden HTTP/1.1\r\n" + host + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=%zz", 400),
    }
    for name, (data, wanted) in kinds.items():
        got = raw(site, data)
        check(f"request: {name}", got in (wanted if isinstance(wanted, tuple) else (wanted,)), f"{got}, wanted {wanted}")


def slow(site):
    begin = time.monotonic()
    with socket.create_connection(("127.0.0.1", site.port)) as s:
        s.settimeout(25)
        s.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        for _ in range(30):
            try:
                s.sendall(b"X: a\r\n")
            except OSError:
                break
            time.sleep(0.5)
            s.setblocking(False)
            try:
                if s.recv(4096) is not None:
                    break
            except BlockingIOError:
                pass
            s.setblocking(True)
    took = time.monotonic() - begin
    check("request: header dripping in", 8 <= took <= 14, f"{took:.1f} s")


def forms(site):
    anna = Browser(site).sign_in("anna@linderdam.example")
    good = {"title": "Een vraag?", "body": "Tekst", "network": "ict-2018", "workshop": "", "audience": "network", "audience_of": "",
            "language": "nl", "seen_similar": "yes"}

    def ask(name, changed, wanted, words):
        answer = anna.post("/vragen/nieuw", {**good, **changed})
        kept = all(value in answer.text or len(value) > 300 for value in [good["body"]] if "body" not in changed)
        check(f"form: {name}", answer.status == wanted and words in answer.text and kept, f"{answer.status}, no “{words}”")

    ask("no title", {"title": ""}, 400, "Vul een titel in.")
    ask("title of spaces", {"title": "   "}, 400, "Vul een titel in.")
    ask("title too long", {"title": "a" * 201}, 400, "telt 201 tekens")
    ask("control characters", {"body": "a\x07b"}, 400, "tekens in die we niet kunnen bewaren")
    ask("text too long", {"body": "é" * 20001}, 400, "20001")
    ask("unknown audience", {"audience": "wereld"}, 400, "Kies een van de mogelijkheden.")
    ask("workshop audience without workshop", {"audience": "workshop"}, 400, "Kies de bijeenkomst")
    ask("unknown language", {"language": "de"}, 400, "Kies een van de mogelijkheden.")
    ask("unknown network", {"network": "elders"}, 403, "geen lid van dit netwerk")
    ask("unknown workshop", {"workshop": "elders"}, 400, "hoort niet bij dit netwerk")
    case = {name: "Tekst" for name in ("context", "bought", "approach", "criteria_used", "again", "failed")}
    case |= {"title": "Een voorbeeld", "network": "ict-2018", "audience": "network", "language": "nl"}

    def bring(name, changed, words):
        answer = anna.post("/praktijk/nieuw", {**case, **changed})
        check(f"form: {name}", answer.status == 400 and words in answer.text, f"{answer.status}, no “{words}”")

    bring("case without what failed", {"failed": ""}, "Schrijf wat er misging.")
    bring("figure with letters", {"co2_low": "veel", "co2_high": "1"}, "Vul een heel getal in")
    bring("negative figure", {"co2_low": "-1", "co2_high": "1", "co2_source": "x"}, "Vul een heel getal in")
    bring("half a range", {"money_low": "1"}, "laagste én de hoogste")
    bring("range upside down", {"money_low": "2", "money_high": "1", "money_source": "x"}, "hoger dan de hoogste")
    bring("figure without source", {"money_low": "1", "money_high": "2"}, "waar dit cijfer vandaan komt")
    bring("source with javascript", {"source_title": "x", "source_url": "javascript:alert(1)"}, "begint met https://")
    bring("day that is not", {"source_read_on": "2026-02-30"}, "bestaande dag")
    stale = anna.request("POST", "/vragen/nieuw", {**good, "csrf": "verkeerd", "title": "Getypte titel"})
    check("form: stale token keeps the text", stale.status in (200, 403, 409) and "Getypte titel" in stale.text, str(stale.status))
    foreign = anna.request("POST", "/vragen/nieuw", {**good, "csrf": anna.csrf}, {"Origin": "https://evil.example"})
    check("form: foreign origin", foreign.status == 403, str(foreign.status))
    anna.cookies.clear()
    lost = anna.post("/vragen/nieuw", {**good, "title": "Getypt na het verlopen"})
    check("form: ended session keeps the text", "Getypt na het verlopen" in lost.text, str(lost.status))
    wrong = Browser(site)
    page = wrong.get("/aanmelden")
    wrong.csrf = re.search(r'name="csrf" value="([^"]+)"', page.text).group(1)
    answers = [wrong.post("/aanmelden", {"email": e, "password": "x" * 14}) for e in ("anna@linderdam.example", "niemand@nergens.example")]
    texts = [re.sub(r'value="[^"]*"', "", a.text) for a in answers]
    check("form: unknown and known account answer alike", answers[0].status == answers[1].status and texts[0] == texts[1], "")
    for bad in ("//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example"):
        page = Browser(site).get("/aanmelden?volgende=" + urllib.parse.quote(bad, safe=""))
        check(f"form: return address {bad}", "evil" not in page.text, "")


def hostile_markdown(site):
    anna = Browser(site).sign_in("anna@linderdam.example")
    texts = ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](data:text/html,x)", "<img src=x onerror=alert(1)>",
             "|" * 2000, "[" * 5000, "*a_ " * 5000, "> " * 3000 + "x", "&#0; &#x110000;", "\u202etxt.exe"]
    for text in texts:
        begin = time.monotonic()
        answer = anna.post("/vragen/vraag-contractmanager/antwoorden", {"body": text, "language": "nl", "preview": "yes"})
        safe = not re.search(r"<script>alert|<img[^>]*onerror|href=\"javascript:|src=\"data:text", answer.text)
        check(f"markdown: {text[:20]!r}", answer.status == 200 and safe and time.monotonic() - begin < 1, str(answer.status))


def command_line(site):
    def call(name, arguments, code, words, text=""):
        done = site.command(*arguments, check=False, text=text)
        check(f"command: {name}", done.returncode == code and words in done.stderr + done.stdout, f"{done.returncode}: {done.stderr[:200]}")

    call("unknown command", ["frobnicate"], 2, "unknown command")
    call("load without folder", ["load"], 2, "Usage: kring load DIR")
    call("load of nothing", ["load", "/bestaat/niet"], 1, "is not a folder")
    call("export into a full folder", ["export", str(site.folder)], 1, "is not empty")
    call("export as nobody", ["export", str(site.folder / "uit"), "--as", "niemand@nergens.example"], 1, "no active account")
    call("weak password", ["password", "anna@linderdam.example"], 1, "password", "kort\n")
    call("unknown person", ["password", "niemand@nergens.example"], 1, "does not exist", "Zeven-manden-vol-beeldschermen!\n")
    call("broken anchor", ["journal", "verify", "--anchor", "x"], 2, "Usage")
    call("wrong port", ["serve", "--port", "abc"], 2, "port must be a port")
    call("unknown setting in a file", ["serve", "--config", conf(site, "prot = 1\n")], 2, ':1: unknown setting "prot". Did you mean "port"?')
    call("database in a folder that is not", ["migrate", "--database", "/bestaat/niet/kring.db"], 1, "kring migrate:")


def conf(site, text):
    path = site.folder / "x.conf"
    path.write_text(text)
    return str(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", default="sqlite")
    options = parser.parse_args()
    site = Site(options.engine)
    try:
        site.load_example(("anna",))
        site.start()
        for part in (requests, forms, hostile_markdown, command_line, slow):
            part(site)
        check("still there afterwards", Browser(site).get("/").status == 200)
        log = (site.folder / "log").read_text(errors="replace")
        check("nothing broke inside", '"level":"error"' not in log, log[-500:])
    finally:
        site.close()
    print(f"{len(RESULTS)} kinds of bad input")
    closing_line(sum(RESULTS), len(RESULTS) - sum(RESULTS))


main()
