"""A scenario in real time, with ports of this machine that lead into it."""

import contextlib
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NETWORK = Path(__file__).parent / "network.yaml"


@dataclass(frozen=True)
class Served:
    """A scenario that runs, and where its servers are."""

    process: subprocess.Popen
    ports: dict[str, int]
    folder: Path


@contextlib.contextmanager
def serve(program: Path, folder: Path, *servers: str, network: Path = NETWORK) -> Iterator[Served]:
    """Serves these servers, such as "mail.b.net:25", until the block is left."""
    listen = [argument for server in servers for argument in ("--listen", f"0={server}")]
    process = subprocess.Popen(
        [program, "serve", network, *listen, "--out", folder],
        stdin=subprocess.DEVNULL,
        stdout=(folder.parent / "serve.txt").open("w"),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield Served(process, _read_ports(process, folder.parent / "serve.txt"), folder)
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
        assert process.returncode == 0, said


def _read_ports(process: subprocess.Popen, output: Path) -> dict[str, int]:
    """Waits until all ports are open."""
    while "Ctrl-C ends it" not in (text := output.read_text()):
        assert process.poll() is None, process.stderr.read()
    found = re.findall(r"^127\.0\.0\.1:(\d+) leads to (\S+) port (\d+)$", text, re.MULTILINE)
    return {f"{host}:{server}": int(port) for port, host, server in found}
