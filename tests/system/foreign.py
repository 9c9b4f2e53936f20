"""The foreign peer: what tshark, which shares no code with Postroad, sees in a pcap file."""

import functools
import subprocess
from pathlib import Path

CHECKSUMS = [f"-o{p}.check_checksum:TRUE" for p in ("ip", "tcp", "udp")]

# The severity of a warning in expert information, as tshark numbers it; errors are above.
WARNING = 0x600000

# What a checksum status says.
GOOD = "1"

CLIENT, SERVER = "C", "S"


@functools.cache
def tshark(pcap: Path, *arguments: str) -> str:
    """What tshark prints for a file that it reads to its end."""
    command = ["tshark", "-n", "-r", str(pcap), *CHECKSUMS, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read_frames(pcap: Path, *fields: str, only: str = "frame") -> list[dict[str, list[str]]]:
    """The fields of each frame that a display filter lets through; a field may come repeatedly."""
    wanted = [argument for field in fields for argument in ("-e", field)]
    form = ["-T", "fields", "-E", "separator=/t", "-E", "aggregator=;"]
    lines = tshark(pcap, "-Y", only, *form, *wanted).splitlines()
    return [
        {field: text.split(";") if text else [] for field, text in zip(fields, line.split("\t"))}
        for line in lines
    ]


def follow(pcap: Path, client: str, server: str) -> list[tuple[str, bytes]]:
    """A TCP stream between two ends ("10.0.0.1:49153"): who sent, and the octets."""
    text = tshark(pcap, "-q", "-z", f"follow,tcp,raw,{client},{server}")
    head, _, rest = text.partition("Node 1: ")
    first = head.rpartition("Node 0: ")[2].strip()
    assert first in (client, server), f"{pcap.name} holds no stream of {client} and {server}"
    turns = []
    for line in rest.splitlines()[1:]:
        if line.startswith("==="):
            break
        is_client = line.startswith("\t") == (first == server)
        turns.append((CLIENT if is_client else SERVER, bytes.fromhex(line.strip())))
    return turns


def octets(turns: list[tuple[str, bytes]], side: str) -> bytes:
    """All that one side of a stream sent."""
    return b"".join(octets for speaker, octets in turns if speaker == side)


def dialogue(turns: list[tuple[str, bytes]]) -> list[str]:
    """A stream as lines in the form of the RFCs, each where it ends."""
    unfinished = {CLIENT: b"", SERVER: b""}
    lines = []
    for speaker, more in turns:
        *whole, unfinished[speaker] = (unfinished[speaker] + more).split(b"\r\n")
        lines += [f"{speaker}: {line.decode()}" for line in whole]
    assert not any(unfinished.values()), f"a stream ends in the middle of a line: {unfinished}"
    return lines
