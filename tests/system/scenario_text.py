"""Scenario files for the tests: the network of the first letter, with other events."""

from pathlib import Path

LIBRARY = Path(__file__).parents[2] / "scenarios"
FIRST_LETTER = LIBRARY / "first-letter" / "first-letter.yaml"

# The line between Alice's side and Bob's side.
CROSSING = "r1.net--r2.net"

# What Alice writes, unless a test wants something else.
BODY = "Hello Bob\nThis is a small message containing 4 lines of text.\nBest regards,\nAlice\n"

DELIVERED = "outcome: {message: letter1, to: bob@b.net, is: delivered}"
QUEUED = "outcome: {message: letter1, to: bob@b.net, is: queued}"


def send(body: str = BODY, **more: str) -> str:
    """Alice writes to Bob."""
    lines = ["send:", "id: letter1", "from: alice@a.net", "to: bob@b.net"]
    lines += [f"{key}: {value}" for key, value in more.items()]
    if "size" not in more:
        lines += ["body: |", *("  " + line for line in body.splitlines())]
    return "\n      ".join(lines)


FETCH = "fetch: {user: bob@b.net}"


def fail(kind: str, name: str) -> str:
    """A link or a host goes down."""
    return f"fail: {{{kind}: {name}}}"


def restore(kind: str, name: str) -> str:
    """A link or a host comes back."""
    return f"restore: {{{kind}: {name}}}"


def crossing(folder: Path, events: dict[str, str], expect: str = DELIVERED) -> Path:
    """The network of the first letter for up to a day, with events by their times."""
    network = FIRST_LETTER.read_text().split("\nevents:\n")[0]
    network = network.replace("duration: 10m", "duration: 1 day")
    planned = "".join(f"  - at: {at}\n    {event}\n" for at, event in events.items())
    path = folder / "crossing.yaml"
    path.write_text(f"{network}\nevents:\n{planned}\nexpect:\n  - {expect}\n", encoding="utf-8")
    return path
