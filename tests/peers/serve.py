"""A scenario in real time, with ports of this machine that lead into it."""

import contextlib
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

NETWORK = Path(__file__).parent / "network.yaml"

READY = "Ctrl-C ends it"
PORT = re.compile(r"^127\.0\.0\.\d+:(\d+)(/udp)? leads to (\S+) port (\d+)$", re.MULTILINE)


@dataclass(frozen=True)
class Served:
    """A scenario that runs, and where its servers are."""

    process: subprocess.Popen
    ports: dict[str, int]
    folder: Path
    output: Path

    def said(self) -> str:
        """What the program has printed so far."""
        return self.output.read_text()

    def mail(self, mailbox: str) -> list[bytes]:
        """The messages in a mailbox, once the scenario has ended."""
        folder = self.folder / "mail" / mailbox
        return [path.read_bytes() for path in sorted(folder.glob("*.eml"))]


@contextlib.contextmanager
def serve(
    program: Path,
    folder: Path,
    *servers: str,
    network: Path = NETWORK,
    address: str = "127.0.0.1",
    arguments: Sequence[str] = (),
) -> Iterator[Served]:
    """Serves at free ports, until the block is left, servers such as "mail.b.net:25" or
    "ns.b.net:53/udp"."""
    listen = [f"--listen={_forward(server, address)}" for server in servers]
    folder.mkdir()
    output = folder / "terminal.txt"
    with output.open("w") as terminal:
        process = subprocess.Popen(
            [program, "serve", network, *listen, *arguments, "--out", folder / "run"],
            stdin=subprocess.DEVNULL,
            stdout=terminal,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Served(process, _read_ports(process, output), folder / "run", output)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0, output.read_text()


def _forward(server: str, address: str) -> str:
    host, _, port = server.rpartition(":")
    number, _, transport = port.partition("/")
    return f"{address}:0{'/udp' if transport else ''}={host}:{number}"


def _read_ports(process: subprocess.Popen, output: Path) -> dict[str, int]:
    """Waits until all ports are open."""
    while READY not in (text := output.read_text()):
        assert process.poll() is None, text
        time.sleep(0.02)
    return {f"{host}:{number}{udp}": int(port) for port, udp, host, number in PORT.findall(text)}
