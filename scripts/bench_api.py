#!/usr/bin/env python3
"""Measures assessments of a single device over HTTP: wrk posts them to a running Kring over loopback, which has one core
to itself and so has wrk. Usage: bench_api.py [--seconds N] [--repeats N] [--write]. KRING_PROGRAM names the program.
--write puts the table in docs/performance.md."""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests/reliability"))
from running import Site  # noqa: E402

PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- api: written by ./bench --write -->", "<!-- /api -->"
REFERENCE = 1255  # BoaviztAPI 2.4.1, POST with three criteria, one worker; measured once, by docs/compared-with-boaviztapi.md
ROUTE = {"line": "laptops", "device": "laptop", "route": {"kind": "new", "life": 4}}
DOCUMENTS = {
    "one laptop, new every four years, exact": {
        "format": "kring.assess/1", "horizon": 4, "devices": [{"id": "laptop", "embodied": 241, "energy": 18.8}],
        "grids": [{"id": "nl", "factor": 0.2527}], "fleet": [{"id": "laptops", "seats": 1, "grid": "nl"}],
        "options": [{"id": "new", "parts": [ROUTE]}]},
    "one laptop as BoaviztAPI counts it": {
        "format": "kring.assess/1", "mode": "boaviztapi",
        "request": {"device": "laptop", "usage": {"usage_location": "NLD", "elec_factors": {"gwp": 0.45}}}},
}


def requests_per_second(port, document, connections, seconds):
    """(requests a second, median in ms) as wrk tells them; fails when an answer is not 200."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write('wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n'
                     f"wrk.body = [==[{json.dumps(document)}]==]\n")
        script.flush()
        told = subprocess.run(["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script.name,
                               f"http://127.0.0.1:{port}/api/v1/assess"], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in told:
        raise SystemExit(told)
    median = re.search(r"50%\s+([\d.]+)(us|ms|s)", told)
    scale = {"us": 0.001, "ms": 1, "s": 1000}[median[2]]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), float(median[1]) * scale


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options, _ = parser.parse_known_args()
    site = Site(settings=("--workers", "2", "--documents_per_second", "0"))
    site.start()
    os.sched_setaffinity(site.process.pid, {0})
    subprocess.run(["taskset", "-a", "-p", "-c", "0", str(site.process.pid)], check=True, capture_output=True)
    lines = [f"| over HTTP, one core | connections | requests/s | median | against {REFERENCE:,} of BoaviztAPI |", "|---|---|---|---|---|"]
    for what, document in DOCUMENTS.items():
        for connections in (1, 16):
            rate, median = max(requests_per_second(site.port, document, connections, options.seconds) for _ in range(options.repeats))
            lines.append(f"| {what} | {connections} | {rate:,.0f} | {median:.2f} ms | {rate / REFERENCE:.1f}× |")
    site.kill()
    print("\n".join(lines))
    if options.write:
        text = PAGE.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        after = rest.partition(END)[2] or "\n"
        PAGE.write_text(before.rstrip() + f"\n\n{BEGIN}\n\n" + "\n".join(lines) + f"\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
