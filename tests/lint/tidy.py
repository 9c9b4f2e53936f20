"""Runs clang-tidy over the sources of a compile database, several at once.

Most of its time goes into the headers: it takes some sources that are compiled alike as one, which
includes them all. Where it does not like the whole, its parts are looked at, down to each source by
itself: that alone tells what there is to mend, as sources may also clash that are right.

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
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layers import USERS, is_engine
from source_tree import files, includes

ROOT = Path(__file__).parents[2]

# The static analyzer takes half of the time. It is worth it where a peer's bytes are read; beyond
# the engines it cannot follow the reference counts of ns-3, nor the macros of GoogleTest.
NO_ANALYZER = "-clang-analyzer-*"

# Does not like sources that are included.
NOT_IN_BATCHES = "-bugprone-suspicious-include"

# So many sources are taken as one. More would clash more often, and need much memory.
BATCH = 10

# Options of GCC that clang does not know, and those that bring GCC's precompiled header.
DROPPED = {"-Winvalid-pch", "-Werror", "-fmax-errors=1"}
# What stands before the compiler, as ccache may, is not for clang.
COMPILER = re.compile(r"\+\+(-\d+)?$")
# A function, a type, or a constant, at the beginning of its line.
DEFINITION = re.compile(
    r"^(?:(\w*[a-z]\w*)\(|(?:struct|class|enum|enum class|using) (\w+)"
    r"|(?:constexpr|const|static|inline)\b[^=({;\n]*?\b(\w+)(?: =|[{(;[]))",
    re.MULTILINE,
)
DIAGNOSTIC = re.compile(r"^(?P<path>/[^:]+):(?P<place>\d+:\d+): (error|warning): ", re.MULTILINE)


@dataclass(frozen=True)
class Unit:
    """A source of the project, given from its top, and how it is compiled."""

    path: Path
    directory: str
    command: tuple[str, ...]

    def options(self) -> tuple[str, ...]:
        """The command but for the compiler, the source and the output."""
        words = list(self.command[1:])
        for word in ("-c", "-o"):
            if word in words:
                at = words.index(word)
                del words[at : at + 2]
        return tuple(words)


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


def names_of(source: Path) -> set[str]:
    """What a source defines for itself or for others: two sources of one name may clash."""
    text = source.read_text(encoding="utf-8", errors="replace")
    return {name for match in DEFINITION.finditer(text) for name in match.groups() if name}


def batches(units: list[Unit], root: Path) -> list[list[Unit]]:
    """The sources, those together that are compiled alike and have no name in common."""
    alike = defaultdict(list)
    for unit in units:
        names = names_of(root / unit.path)
        room = alike[unit.options(), unit.path.parts[0], is_engine(unit.path)]
        for batch, taken in room:
            if len(batch) < BATCH and not taken & names:
                batch.append(unit)
                taken |= names
                break
        else:
            room.append(([unit], names))
    return [batch for room in alike.values() for batch, _ in room]


def text_of_batch(units: list[Unit], root: Path) -> str:
    """One source that includes others. The name that ns-3's log has in each is made another."""
    return "".join(
        f'#define g_log g_log_{n}\n#include "{root / unit.path}"\n#undef g_log\n'
        for n, unit in enumerate(units)
    )


def check(units: list[Unit], root: Path, build: Path, clang_tidy: str) -> list[tuple[Unit, str]]:
    """The sources that clang-tidy does not pass, each with what it printed."""
    if len(units) == 1:
        passed, output = run(units[0], root / units[0].path, clang_tidy, "")
        return [] if passed else [(units[0], output)]
    # Below the root, where clang-tidy finds the configuration.
    with tempfile.NamedTemporaryFile("w", dir=build, prefix="tidy-", suffix=".cc") as whole:
        whole.write(text_of_batch(units, root))
        whole.flush()
        if run(units[0], Path(whole.name), clang_tidy, NOT_IN_BATCHES)[0]:
            return []
    middle = len(units) // 2
    parts = units[:middle], units[middle:]
    return [failed for part in parts for failed in check(part, root, build, clang_tidy)]


def run(unit: Unit, source: Path, clang_tidy: str, without: str) -> tuple[bool, str]:
    """Whether clang-tidy passes a source that is compiled as a unit is, and what it printed."""
    without += "" if is_engine(unit.path) else f",{NO_ANALYZER}"
    result = subprocess.run(
        [clang_tidy, "--quiet", f"--checks={without}", str(source), "--", *unit.options()],
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
    failures = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        work = batches(pending, root)
        outcomes = pool.map(lambda batch: check(batch, root, build, options.clang_tidy), work)
        for number, (batch, failed) in enumerate(zip(work, outcomes), start=1):
            for unit in batch:
                if unit not in [each for each, _ in failed]:
                    marks[unit].touch()
            for _, output in failed:
                found = findings(output, build)
                print("".join(text for place, text in found.items() if place not in shown), end="")
                shown |= found
            failures += len(failed)
            if sys.stderr.isatty():
                print(f"\r{100 * number // len(work):3} %\r", end="", file=sys.stderr, flush=True)
    print(f"{len(units)} sources, {len(pending)} looked at, {failures} with findings")
    return failures == 0


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
