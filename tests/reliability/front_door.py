#!/usr/bin/env python3
"""The front door, as a newcomer finds it: ./run in a copy of this folder, with the build that is there. Every address
it prints answers, everyone it names can sign in, and starting it again keeps what was written."""
import http.client
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse

from running import ROOT, closing_line, csrf_of, free_port

NEEDED = ["run", "scripts", "data", "src", "package-lock.json", "CMakeLists.txt", "CMakePresets.json"]


def request(address, method="GET", fields=None, cookie=""):
    """(status, headers, text) of one request; follows nothing."""
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    body = urllib.parse.urlencode(fields) if fields else None
    headers = {"Cookie": cookie} | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})
    connection.request(method, parts.path, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.headers, content


def cookies_of(headers, before=""):
    kept = dict(pair.split("=", 1) for pair in before.split("; ") if pair)
    kept |= dict(line.split(";")[0].split("=", 1) for line in headers.get_all("Set-Cookie") or [])
    return "; ".join(f"{name}={value}" for name, value in kept.items())


def can_sign_in(site, email, password):
    _, headers, page = request(f"{site}/aanmelden")
    cookie = cookies_of(headers)
    fields = {"csrf": csrf_of(page.decode()), "email": email, "password": password}
    return request(f"{site}/aanmelden", "POST", fields, cookie)[0] == 303


class Run:
    """One ./run in the folder; its output so far in `text`."""

    def __init__(self, folder, *arguments):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
        self.begun = time.monotonic()
        self.process = subprocess.Popen(["./run", *arguments], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        self.text = ""

    def until(self, words):
        for line in self.process.stdout:
            self.text += line
            if words in line:
                return self
        raise RuntimeError(f"./run ended before it said {words!r}:\n{self.text}")

    def stop(self):
        """Ctrl-C, which reaches every process of the group; returns the seconds it took."""
        begun = time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        self.text += self.process.stdout.read()
        self.process.wait(30)
        return time.monotonic() - begun


def checks(folder):
    """(what is checked, whether it holds)."""
    port = free_port()
    site = f"http://127.0.0.1:{port}"
    first = Run(folder, "--port", str(port)).until("Stop with Ctrl-C")
    password = re.search(r"password:  (.*)", first.text)[1]
    emails = re.findall(r"\S+@\S+", first.text)
    yield "it names seven people", len(emails) == 7
    for email in emails:
        yield f"{email} can sign in", can_sign_in(site, email, password)
    yield "a wrong password is refused", not can_sign_in(site, emails[0], password + "x")
    addresses = re.findall(re.escape(site) + r"(/[^\s)]+)", first.text)
    yield "it names the sign-in pages, the published summary, its PDF and the working summary", len(addresses) == 5
    for address in addresses:
        status, headers, content = request(site + address)
        for_members = address.startswith("/samenvattingen/")
        yield f"{address} answers" + (" by asking who comes" if for_members else ""), status == (303 if for_members else 200)
        if address.endswith(".pdf"):
            yield "the PDF is one", content.startswith(b"%PDF-") and headers["Content-Type"] == "application/pdf"
    second = Run(folder)
    output = second.process.communicate(timeout=60)[0]
    yield "a second ./run says where the first one is", second.process.returncode == 0 and site in output
    yield "Ctrl-C stops it within 5 s", first.stop() < 5
    yield "and it says that everything is kept", "kept in kring.db" in first.text
    before = (folder / "kring.db").stat().st_size
    again = Run(folder, "--port", str(port)).until("Stop with Ctrl-C")
    yield "it starts again within 10 s", time.monotonic() - again.begun < 10
    yield "and keeps the database", "stays as it is" in again.text and (folder / "kring.db").stat().st_size >= before
    yield "and the people can still sign in", can_sign_in(site, emails[0], password)
    again.stop()


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kring-run-"))
    passed = failed = 0
    try:
        for name in NEEDED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, folder / name)
        for name in ("build", "node_modules"):
            (folder / name).symlink_to(ROOT / name)
        for what, holds in checks(folder):
            print(f"{'ok' if holds else 'not ok'} - {what}", flush=True)
            passed, failed = passed + bool(holds), failed + (not holds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    closing_line(passed, failed)


main()
