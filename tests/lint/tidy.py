"""Runs clang-tidy over the sources of a compile database, several at once.

A source that passed is not looked at again while it, the project's headers that it includes, its
command line and the configuration stay as they were: the cache holds a mark for each such state.
The cache is the user's own (~/.cache/postroad/tidy), and serves all checkouts.

usage: tidy.py --database BUILD/compile_commands.json [--cache DIR] [--clang-tidy PROGRAM]
               [--jobs N] [FILE...]
"""

import argparse
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layers import USERS, is_engine
from source_tree import files, includes

ROOT = Path(__file__).parents[2]

# The static analyzer takes half of the time. It is worth it where a peer's bytes are read; beyond
# the engines it cannot follow the reference counts of ns-3, nor the macros of GoogleTest.
NO_ANALYZER = "--checks=-clang-analyzer-*"

# Options of GCC that clang does not know, and those that bring GCC's precompiled header.
DROPPED = {"-Winvalid-pch", "-Werror", "-fmax-errors=1"}
# What stands before the compiler, as ccache may, is not for clang.
COMPILER = re.compile(r"\+\+(-\d+)?$")
DIAGNOSTIC = re.compile(r"^(?P<path>/[^:]+):(?P<place>\d+:\d+): (error|warning): ", re.MULTILINE)


@dataclass(frozen=True)
class Unit:
    """A source of the project, given from its top, and how it is compiled."""

    path: Path
    directory: str
    command: tuple[str, ...]


def read_units(database: Path, root: Path) -> list[Unit]:
    """The project's own sources in a compile database, with commands that clang takes."""
    units = {}
    for entry in json.loads(database.read_text()):
        file = Path(entry["directory"], entry["file"])
        if file.is_relative_to(root) and not file.is_relative_to(database.parent):
            path = file.relative_to(root)
            command = command_for_clang(shlex.split(entry["command"]))
            units[path] = Unit(path, entry["directory"], command)
    return [units[path] for path in sorted(units)]


def command_for_clang(command: list[str]) -> tuple[str, ...]:
    """A command line of GCC without what clang would stumble on."""
    kept = []
    compiler = next(n for n, word in enumerate(command) if COMPILER.search(word))
    words = iter(command[compiler:])
    for word in words:
        if word == "-include":
            header = next(words)
            if not header.endswith("cmake_pch.hxx"):
                kept += [word, header]
        elif word not in DROPPED:
            kept.append(word)
    return tuple(kept)


@cache
def own_headers(file: Path, root: Path) -> frozenset[Path]:
    """The project's headers that a file includes, those that they include, and so on."""
    found = set()
    for include in includes(file):
        for header in _places(include.path, root):
            if header.exists():
                found |= {header} | own_headers(header, root)
    return frozenset(found)


def _places(target: str, root: Path) -> list[Path]:
    """Where an included header of the project may be."""
    if target.startswith("postroad/"):
        return [root / "model" / target.removeprefix("postroad/")]
    return [root / top / target for top in sorted(USERS)]


def state_of(unit: Unit, root: Path, build: Path, tool: str) -> str:
    """A name for all that the outcome depends on, wherever the checkout and its build are."""
    command = "\0".join(unit.command).replace(str(build), "BUILD").replace(str(root), "ROOT")
    digest = hashlib.sha256((tool + command).encode())
    for file in [root / unit.path, *sorted(own_headers(root / unit.path, root))]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def describe_tool(clang_tidy: str, root: Path) -> str:
    """The version of clang-tidy, its configuration, and this script, as one text."""
    version = subprocess.run([clang_tidy, "--version"], capture_output=True, text=True, check=True)
    configuration = [root / path for path in files(root) if path.name == ".clang-tidy"]
    return version.stdout + "".join(f.read_text() for f in [*configuration, Path(__file__)])


def check(unit: Unit, root: Path, clang_tidy: str) -> tuple[bool, str]:
    """Whether clang-tidy passes a source, and what it printed."""
    command = [clang_tidy, "--quiet", *([] if is_engine(unit.path) else [NO_ANALYZER])]
    result = subprocess.run(
        [*command, str(root / unit.path), "--", *unit.command[1:]],
        cwd=unit.directory,
        capture_output=True,
        text=True,
    )
    return result.returncode == 0, result.stdout


def findings(output: str, build: Path) -> dict[str, str]:
    """What clang-tidy printed, cut into findings by place: a header's come with each source."""
    starts = [match.start() for match in DIAGNOSTIC.finditer(output)] + [len(output)]
    texts = [output[start:end] for start, end in zip(starts, starts[1:])]
    own = f"{build}/include/postroad/"
    return {text.split("\n")[0]: text.replace(own, "model/") for text in texts}


def default_cache() -> Path:
    """The folder of the marks in the user's cache."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "postroad" / "tidy"


def tidy(units: list[Unit], root: Path, build: Path, options: argparse.Namespace) -> bool:
    """Looks at those units that have no mark, prints what there is to mend, marks the others."""
    tool = describe_tool(options.clang_tidy, root)
    marks = {unit: options.cache / state_of(unit, root, build, tool) for unit in units}
    pending = [unit for unit in units if not marks[unit].exists()]
    shown = {}
    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = pool.map(lambda unit: check(unit, root, options.clang_tidy), pending)
        for unit, (passed, output) in zip(pending, outcomes):
            if passed:
                marks[unit].touch()
                continue
            failed += 1
            found = findings(output, build)
            print("".join(text for place, text in found.items() if place not in shown), end="", flush=True)
            shown |= found
    print(f"{len(units)} sources, {len(pending)} looked at, {failed} with findings")
    return failed == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=default_cache())
    parser.add_argument("--clang-tidy", default="clang-tidy")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()

    root, database = options.root.resolve(), options.database.resolve()
    options.cache.mkdir(parents=True, exist_ok=True)
    units = read_units(database, root)
    if options.files:
        wanted = {file.resolve().relative_to(root) for file in options.files}
        units = [unit for unit in units if unit.path in wanted]
    return 0 if tidy(units, root, database.parent, options) else 1


if __name__ == "__main__":
    sys.exit(main())
