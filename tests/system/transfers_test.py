"""A campaign: letters of all sizes over links that lose, delay, reorder and flap.

Each transfer is a run of its own, so that a crash or a hang is told with the numbers that lead to
it. POSTROAD_TRANSFERS says how many there are; CONTRIBUTING.md tells when to run the thousand.
"""

import os
import random
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from lab import Lab, body_of

COUNT = int(os.environ.get("POSTROAD_TRANSFERS", "24"))

# Of one run, in seconds of real time: the longest takes some ten.
PATIENCE = 300

DAYS = 6


@dataclass(frozen=True)
class Transfer:
    """What happens to one letter on its way from a relay to the exchanger."""

    number: int
    size: int  # octets
    loss: float  # per cent, in each direction
    delay: int  # milliseconds, one way
    detour: int  # milliseconds more by the other way
    flaps: tuple[tuple[float, float], ...]  # seconds: when the link goes down, and up again

    @staticmethod
    def by_chance(number: int) -> "Transfer":
        """The same number gives the same transfer."""
        chance = random.Random(number)
        flaps = []
        now = 1.0
        if number % 2:
            for _ in range(chance.randrange(1, 40)):
                down = now + chance.expovariate(1 / 2)
                now = down + chance.expovariate(1 / 1)
                flaps.append((down, now))
        return Transfer(
            number=number,
            size=round(10 ** chance.uniform(3, 7)),
            loss=round(10 ** chance.uniform(-1, 1.477), 3),
            delay=round(10 ** chance.uniform(0, 2.477)),
            detour=chance.choice([1, 10, 80]),
            flaps=tuple(flaps),
        )

    def scenario(self) -> str:
        """Two ways lead from the relay to the exchanger; the packets take the quicker."""
        flaps = [
            f"  - {{at: {at:.6f}s, {what}: {{link: r1.net--r2.net}}}}"
            for ends in self.flaps
            for at, what in zip(ends, ("fail", "restore"))
        ]
        lossy = f"loss: {self.loss}%"
        return "\n".join(
            [
                f"title: Transfer {self.number}",
                f"duration: {DAYS} days",
                "dns: single",
                f"run: {self.number + 1}",
                "hosts:",
                "  pc.a.net: {roles: mua, mua: {user: alice@a.net}}",
                "  mail.a.net: {roles: [msa, mta, mda]}",
                "  mail.b.net: {roles: [mta, mda]}",
                "  ns.net: {roles: dns}",
                "  r1.net: {roles: router}",
                "  r2.net: {roles: router}",
                "  r3.net: {roles: router}",
                "domains:",
                "  a.net: {users: alice, mx: mail.a.net}",
                "  b.net: {users: bob, mx: mail.b.net}",
                "links:",
                "  - {between: [pc.a.net, r1.net]}",
                "  - {between: [mail.a.net, r1.net]}",
                "  - {between: [ns.net, r1.net]}",
                "  - {between: [r2.net, mail.b.net]}",
                f"  - {{between: [r1.net, r2.net], delay: {self.delay}ms, {lossy}}}",
                f"  - {{between: [r1.net, r3.net], delay: {self.delay}ms, {lossy}}}",
                f"  - {{between: [r3.net, r2.net], delay: {self.detour}ms}}",
                "events:",
                f"  - {{at: 1s, send: {{from: alice@a.net, to: bob@b.net, size: {self.size}B}}}}",
                *flaps,
                "expect:",
                "  - outcome: {is: delivered}\n",
            ]
        )


def fault_of(lab: Lab, transfer: Transfer, folder: Path) -> str:
    """What went wrong with a transfer; empty when all is well."""
    path = folder / f"t{transfer.number}.yaml"
    path.write_text(transfer.scenario())
    out = folder / f"out{transfer.number}"
    try:
        ended = subprocess.run(
            lab.command("run", path, "--out", out, "--quiet"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"still running after {PATIENCE} s"
    if ended.returncode not in (0, 1):
        return f"exit status {ended.returncode}: {ended.stderr}"
    fault = outcome_fault(transfer, out, ended.stdout)
    if not fault:
        shutil.rmtree(out)  # a thousand of them would fill a disk
    return fault


def outcome_fault(transfer: Transfer, out: Path, told: str) -> str:
    """What became of the letter, where it is neither whole in its mailbox nor accounted for."""
    letters = sorted((out / "mail" / "bob@b.net").glob("*.eml"))
    whole = filler(transfer.size)
    if any(body_of(letter.read_bytes()) != whole for letter in letters):
        return "the letter is not what was sent"
    if "delivered to bob@b.net" in told:
        return "" if letters else "delivered, and no letter there"
    return "" if re.search("bounced|queued", told) else f"outcome: {told}"


def filler(size: int) -> bytes:
    """What a `send` with a size writes: lines of 70 octets that begin with their place."""
    lines = []
    place = 0
    while place < size:
        length = min(70, size - place)
        length -= size - place - length == 1
        lines.append(f"{place} ".encode().ljust(length - 2, b"x")[: length - 2] + b"\r\n")
        place += length
    return b"".join(lines)


@pytest.fixture(scope="module")
def faults(lab, tmp_path_factory) -> dict[Transfer, str]:
    """Each transfer at which something went wrong."""
    folder = tmp_path_factory.mktemp("transfers")
    transfers = [Transfer.by_chance(number) for number in range(COUNT)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda each: fault_of(lab, each, folder), transfers)
    return {transfer: fault for transfer, fault in zip(transfers, found) if fault}


def test_every_letter_arrives_whole_or_is_accounted_for(faults):
    assert not faults, "\n".join(f"{transfer}: {fault}" for transfer, fault in faults.items())
