"""A running Kring for the reliability tests: its own folder, its own database, real HTTP."""
import html
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data/example/leernetwerk-ict-2018"
PASSWORD = "Zeven-manden-vol-beeldschermen!"
PG_BIN = pathlib.Path("/usr/lib/postgresql/15/bin")


def program():
    """The program under test: KRING_PROGRAM, or the newest build."""
    named = os.environ.get("KRING_PROGRAM")
    built = [ROOT / f"build/{preset}/kring" for preset in ("release", "dev", "asan")]
    found = [p for p in built if p.exists()]
    if not named and not found:
        raise SystemExit("no build of kring found; run ./run or ./test first")
    return pathlib.Path(named) if named else max(found, key=lambda p: p.stat().st_mtime)


def clean_environment():
    """Without KRING_PROGRAM and the like: Kring refuses settings that it does not know."""
    return {name: value for name, value in os.environ.items() if not name.startswith("KRING_") or name == "KRING_CHROMIUM"}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Postgres:
    """A private PostgreSQL 15 on a socket in its own folder; everything durable, as in production."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kring-pg-"))
        self.as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self.as_user:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", self.folder / "data", "-U", "kring", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()
        self._run("createdb", "-h", self.folder, "-U", "kring", "kring")

    def _run(self, tool, *arguments):
        subprocess.run([*self.as_user, PG_BIN / tool, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def start(self):
        # After a kill the last children may still hold the shared memory for a moment.
        for attempt in range(20):
            try:
                return self._start()
            except subprocess.CalledProcessError:
                if attempt == 19:
                    raise
                time.sleep(0.5)
        return None

    def _start(self):
        self._run("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o",
                  f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'", "start")

    def kill(self):
        """kill -9 of the postmaster and all its children."""
        first = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        children = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True).stdout.split()
        for pid in [first, *map(int, children)]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.2)

    def address(self):
        return f"postgresql://kring@{urllib.parse.quote(str(self.folder), safe='')}/kring"

    def close(self):
        try:
            self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        except subprocess.CalledProcessError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)


class Site:
    def __init__(self, engine="sqlite", settings=()):
        self.engine = engine
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kring-site-"))
        self.postgres = Postgres() if engine == "postgres" else None
        self.database = self.postgres.address() if self.postgres else str(self.folder / "kring.db")
        self.port = free_port()
        self.settings = ["--database", self.database, "--mail_sink", str(self.folder / "mail"), "--requests_per_second", "0",
                         "--posts_per_minute", "0", "--anonymous_delay_minutes", "0", *settings]
        self.process = None

    def command(self, *arguments, text="", check=True):
        done = subprocess.run([program(), *self.settings, *arguments], input=text, text=True, cwd=self.folder,
                              capture_output=True, env=clean_environment())
        if check and done.returncode != 0:
            raise RuntimeError(f"kring {arguments[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done

    def load_example(self, people=("anna", "bram", "sami", "noor", "femke", "eva", "beheer")):
        folder = self.folder / "example"
        shutil.copytree(EXAMPLE, folder)
        manifest = folder / "kring.md"
        manifest.write_text("".join(l for l in manifest.read_text().splitlines(True) if not l.startswith("freeze:")))
        self.command("load", str(folder))
        for person in people:
            email = re.search(r"^email: (.*)$", (folder / f"people/{person}.md").read_text(), re.M).group(1)
            self.command("password", email, text=PASSWORD + "\n")

    def start(self):
        self.log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen([program(), "serve", "--port", str(self.port), *self.settings], cwd=self.folder,
                                        stdout=self.log, stderr=self.log, env=clean_environment())
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.01)
        raise RuntimeError("Kring did not start:\n" + (self.folder / "log").read_text(errors="replace")[-2000:])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)

    def close(self):
        self.stop()
        if self.postgres:
            self.postgres.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Browser:
    """One visitor with cookies, over one kept connection; no redirects followed."""

    def __init__(self, site):
        self.site, self.cookies, self.connection = site, {}, None
        self.csrf = ""

    def request(self, method, path, fields=None, headers=None):
        body = urllib.parse.urlencode(fields, doseq=True) if fields is not None else None
        send = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}
        if body is not None:
            send["Content-Type"] = "application/x-www-form-urlencoded"
        send.update(headers or {})
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            self.connection.request(method, path, body, send)
            answer = self.connection.getresponse()
            text = answer.read()
        except Exception:
            self.connection.close()
            self.connection = None
            raise
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        answer.text = text.decode("utf-8", "replace")
        return answer

    def get(self, path):
        return self.request("GET", path)

    def post(self, path, fields):
        return self.request("POST", path, {"csrf": self.csrf, **fields})

    def sign_in(self, email):
        page = self.get("/aanmelden")
        self.csrf = csrf_of(page.text)
        answer = self.post("/aanmelden", {"email": email, "password": PASSWORD})
        if answer.status != 303:
            raise RuntimeError(f"{email} cannot sign in: {answer.status}\n{answer.text[:3000]}")
        self.csrf = csrf_of(self.get("/mijn").text)
        return self


def csrf_of(page):
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    return html.unescape(found.group(1)) if found else ""


def closing_line(passed, failed):
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(1 if failed else 0)


def dumps(value):
    return json.dumps(value, sort_keys=True)
