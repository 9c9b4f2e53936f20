"""What `check` passes, the other commands do not refuse; what it refuses, they refuse alike.

Scenario files are changed by chance: lines go, come twice, change places; words become other words,
numbers other numbers. POSTROAD_MUTANTS says how many are made; CONTRIBUTING.md tells when to make ten
thousand.
"""

import json
import os
import random
import re
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lab import Lab
from scenario_text import LIBRARY

COUNT = int(os.environ.get("POSTROAD_MUTANTS", "300"))
CHANGES = 2  # at most, in one file
PATIENCE = 120  # seconds of real time for one run

ODD_WORDS = [
    *("0", "1", "-1", "65536", "1e9", "0s", "1ns", "400 days", "100%", "0kB", "true", "~", "''", "[]", "{}"),
    *("a", "A.NET", "mail.a.net", "r1.net", "xn--mnchen-3ya.de", "m\u00fcnchen.de", "_tcp.a.net", "."),
    *("alice@a.net", "BOB@B.net", "nobody@x.net", "'\"odd user\"@b.net'", "bob@[10.0.0.1]", "10.0.0.1"),
    *("mua", "msa", "mta", "mda", "pop3", "dns", "resolver", "router", "client", "[mta, mda]"),
    *("'@ MX'", "'@ MX 10 mail.b.net.'", "'www IN A 192.0.2.1'", "'* MX 5 mx'", "in-addr.arpa", "net"),
]
WORD = re.compile(r"[\w.@%*-]+")


def kind_of(word: str) -> str:
    """Words of a kind can stand in for each other: addresses, names, numbers, others."""
    if word[0].isdigit():
        return "number"
    return "address" if "@" in word else "name" if "." in word else "word"


def swap_words(chance: random.Random, lines: list[str]) -> None:
    """One word becomes another of its kind, of the file; now and then an odd one."""
    words = WORD.findall("\n".join(lines))
    at = chance.randrange(len(lines))
    found = list(WORD.finditer(lines[at]))
    if found:
        word = chance.choice(found)
        alike = [other for other in words if kind_of(other) == kind_of(word[0])]
        other = chance.choice(ODD_WORDS if chance.random() < 0.2 else alike)
        lines[at] = lines[at][: word.start()] + other + lines[at][word.end() :]


def drop_line(chance: random.Random, lines: list[str]) -> None:
    del lines[chance.randrange(len(lines))]


def repeat_line(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])


def move_line(chance: random.Random, lines: list[str]) -> None:
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines)), line)


def change_case(chance: random.Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    head, colon, tail = lines[at].partition(":")
    lines[at] = head + colon + tail.swapcase()


def mutant(number: int) -> str:
    """The same number gives the same file."""
    chance = random.Random(number)
    source = chance.choice(sorted(LIBRARY.glob("*/*.yaml")))
    lines = source.read_text(encoding="utf-8").splitlines()
    for _ in range(chance.randint(1, CHANGES)):
        change = chance.choice([*4 * [swap_words], drop_line, repeat_line, move_line, change_case])
        change(chance, lines)
    return "\n".join(lines) + "\n"


def start(lab: Lab, *arguments) -> subprocess.CompletedProcess:
    return subprocess.run(
        lab.command(*arguments),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
    )


def fault_of(lab: Lab, number: int, folder: Path) -> str:
    """In what the commands disagree about a file; empty when they agree."""
    path = folder / f"m{number}.yaml"
    path.write_text(mutant(number), encoding="utf-8")
    try:
        checked = start(lab, "check", path)
        ran = start(lab, "run", path, "--quiet", "--out", folder / f"out{number}")
    except subprocess.TimeoutExpired as error:
        return f"{path}: {error}"
    if checked.returncode == 0:
        if ran.returncode not in (0, 1):
            return f"{path}: run: {ran.returncode}: {ran.stderr}"
        return fault_of_others(lab, path, folder / f"out{number}")
    if checked.returncode != 2:
        return f"{path}: check: {checked.returncode}: {checked.stderr}"
    told = [line for line in checked.stderr.splitlines() if ": warning: " not in line]
    return "" if ran.returncode == 2 and ran.stderr.splitlines() == told else f"{path}: {ran.stderr}"


def asker_of(folder: Path) -> str:
    """A host that has asked for a name in a run, and so can do it by `dig`."""
    for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["kind"] == "dns-query-sent":
            return event["host"]
    return ""


def fault_of_others(lab: Lab, path: Path, ran: Path) -> str:
    """In what `dig` and `serve` disagree about a file that runs."""
    host = asker_of(ran)
    if not host:
        return ""
    asked = start(lab, "dig", path, "--at", host, "net", "SOA")
    if asked.returncode not in (0, 1):
        return f"{path}: dig: {asked.returncode}: {asked.stderr}"
    serving = subprocess.Popen(
        lab.command("serve", path, "--listen", f"0={host}:25", "--out", f"{ran}-served"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    with serving:
        told = []
        for line in serving.stdout:
            told.append(line)
            if line == "Ctrl-C ends it\n":
                serving.send_signal(signal.SIGINT)
        status = serving.wait(PATIENCE)
    return "" if status == 0 else f"{path}: serve: {status}: {''.join(told)}"


@pytest.fixture(scope="module")
def faults(lab, tmp_path_factory) -> list[str]:
    folder = tmp_path_factory.mktemp("mutants")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda number: fault_of(lab, number, folder), range(COUNT))
    return [fault for fault in found if fault]


def test_all_commands_take_a_file_or_refuse_it_alike(faults):
    assert not faults, "\n".join(faults)
