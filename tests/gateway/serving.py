"""A scenario that `serve` runs in real time."""

import contextlib
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30


@dataclass
class Serving:
    """The program, the ports that it has opened, and the folder that it leaves."""

    process: subprocess.Popen
    output: Path
    folder: Path

    @property
    def said(self) -> str:
        """What it has printed so far."""
        return self.output.read_text()

    def port(self, server: str) -> int:
        """The port of this machine that leads to a server such as "mail.b.net port 25"."""
        (port,) = re.findall(rf"^127\.0\.0\.1:(\d+)\S* leads to {server}$", self.said, re.MULTILINE)
        return int(port)

    def wait_for(self, words: str) -> None:
        """Waits until it has printed these words."""
        end = time.monotonic() + PATIENCE
        while words not in self.said:
            assert self.process.poll() is None and time.monotonic() < end, self.said
            time.sleep(0.01)

    def stop(self, number: int = signal.SIGINT) -> int:
        """Sends it a signal. Returns its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


@contextlib.contextmanager
def serve(program: str, folder: Path, scenario: Path, *arguments: str) -> Iterator[Serving]:
    """Serves a scenario until the block is left."""
    output = folder / "serve.txt"
    with output.open("w") as out:
        process = subprocess.Popen(
            [program, "serve", scenario, "--out", folder / "out", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    serving = Serving(process, output, folder / "out")
    try:
        serving.wait_for("Ctrl-C ends it")
        yield serving
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
