"""The program as a user starts it, and what a run leaves behind."""

import email
import email.policy
import json
import subprocess
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """A run that has ended: what it printed, and its folder."""

    status: int
    stdout: str
    stderr: str
    folder: Path

    @cached_property
    def events(self) -> list[dict]:
        """The record, one event a line."""
        text = (self.folder / "events.jsonl").read_bytes().decode()
        return [json.loads(line) for line in text.splitlines()]

    @cached_property
    def summary(self) -> dict:
        """What summary.json says."""
        return json.loads((self.folder / "summary.json").read_bytes())

    def find(self, kind: str, host: str = "") -> list[dict]:
        """The events of a kind, on one host or on all."""
        return [e for e in self.events if e["kind"] == kind and host in ("", e["host"])]

    def outcomes(self) -> list[str]:
        """What became of each message for each of its recipients."""
        return [r["outcome"] for m in self.summary["messages"] for r in m["recipients"]]

    def capture(self, host: str) -> Path:
        """The pcap file of a host with one interface."""
        (path,) = (self.folder / "pcap").glob(f"{host}-to-*.pcap")
        return path

    def captures(self) -> list[Path]:
        """All pcap files, in order."""
        return sorted((self.folder / "pcap").glob("*.pcap"))

    def mail(self, mailbox: str) -> list[bytes]:
        """The messages that reached a mailbox, fetched or not, in order."""
        files = (self.folder / "mail" / mailbox).glob("*.eml")
        return [path.read_bytes() for path in sorted(files, key=lambda path: int(path.stem))]

    def letters(self, mailbox: str) -> list[EmailMessage]:
        """The same as Python's own e-mail package reads them."""
        policy = email.policy.default
        return [email.message_from_bytes(m, policy=policy) for m in self.mail(mailbox)]


class Lab:
    """Starts the program."""

    def __init__(self, program: Path):
        self._program = program

    def start(self, *arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess:
        """Starts it with these arguments, and waits for its end."""
        return subprocess.run(
            [self._program, *arguments],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line, for a test that starts it in its own way."""
        return [str(self._program), *map(str, arguments)]

    def run(self, scenario: str | Path, folder: Path, *arguments: str) -> Run:
        """Runs a scenario into a folder."""
        ended = self.start("run", scenario, "--out", folder, *arguments)
        return Run(ended.returncode, ended.stdout, ended.stderr, folder)


def body_of(content: bytes) -> bytes:
    """The octets behind the header of a message."""
    return content.split(b"\r\n\r\n", 1)[1]
