#!/usr/bin/env python3
"""Turns templates, migrations, phrase catalogues and assets into constants of embedded.cpp.

Usage: embed.py SOURCE_DIR OUTPUT_DIR. Assets get a content hash in their address, so caches never lie.
"""
import hashlib
import pathlib
import subprocess
import sys

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
         ".png": "image/png", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8"}


def literal(data: bytes) -> str:
    """A C++ string_view literal; split because compilers limit the length of one."""
    pieces = []
    for start in range(0, len(data), 8000):
        piece = data[start:start + 8000]
        pieces.append('"' + "".join(
            chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in piece) + '"')
    return "std::string_view(" + ("\n".join(pieces) or '""') + f", {len(data)})"


def catalogue(source: pathlib.Path, output: pathlib.Path, language: str) -> bytes:
    compiled, joined = output / f"{language}.mo", output / f"{language}.po"
    rooms = sorted((source / "locale").glob(f"*.{language}.po"))  # one file a room
    subprocess.run(["msgcat", "--use-first", "-o", joined, *rooms], check=True)
    subprocess.run(["msgfmt", "--check", "-o", compiled, joined], check=True)
    return compiled.read_bytes()


def main() -> None:
    source, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    lines = ["// Written by scripts/embed.py; do not edit.", '#include "app/embedded.hpp"', "namespace kring::app {"]

    templates = sorted((source / "src").rglob("*.html"), key=lambda p: p.stem)
    stems = [p.stem for p in templates]
    twice = {s for s in stems if stems.count(s) > 1}
    if twice:
        sys.exit(f"embed.py: template names used twice: {sorted(twice)}")
    lines.append("std::vector<html::TemplateFile> embedded_templates() { return {")
    lines += [f'  {{"{p.stem}", {literal(p.read_bytes())}}},' for p in templates]
    lines.append("}; }")

    lines.append("std::vector<db::Migration> embedded_migrations() { return {")
    lines += [f'  {{"{p.name}", {literal(p.read_bytes())}}},' for p in sorted((source / "migrations").glob("*.sql"))]
    lines.append("}; }")

    for language in ("nl", "en"):
        lines.append(f"std::string_view embedded_catalogue_{language}() {{ return "
                     f"{literal(catalogue(source, output, language))}; }}")

    lines.append("const std::vector<Asset>& embedded_assets() { static const std::vector<Asset> all = {")
    folder = output / "assets"
    for path in sorted([p for p in (source / "assets").rglob("*") if p.is_file()] +
                       ([p for p in folder.rglob("*") if p.is_file()] if folder.is_dir() else [])):
        if path.suffix not in TYPES:
            continue
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:10]
        lines.append(f'  {{"{path.name}", "/static/{path.stem}.{digest}{path.suffix}", "{TYPES[path.suffix]}", '
                     f"{literal(data)}}},")
    lines.append("}; return all; }")

    lines.append("std::string_view embedded_press_file(std::string_view name) {")
    for path in sorted((source / "src/platform/press").glob("*.css")) + sorted((source / "src/platform/press").glob("*.lua")):
        lines.append(f'  if (name == "{path.name}") return {literal(path.read_bytes())};')
    lines.append('  throw std::runtime_error("no such press file: " + std::string(name));')
    lines.append("}")
    lines.append("}  // namespace kring::app")
    target = output / "embedded.cpp"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
