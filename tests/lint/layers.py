"""The rooms of model/ and the one direction of its includes.

A room includes itself and the rooms of the levels below its own, never one of its own level, but
for those that stand beside each other in a house of several rooms: there the order of the table
counts. The rooms of levels 0 to 3 are the engines: they know no simulator, and their headers no
library but the standard one.
"""

from collections import defaultdict
from pathlib import Path

from source_tree import Finding, Include, cpp_files, includes

LEVELS = [
    ["wire", "text"],
    ["event", "script", "sasl", "tls", "mail"],
    ["mime", "dns/codec", "dns/data", "dns/record", "dns/zone", "dns/resolver", "dns/dig", "smtp/grammar",
     "smtp/server", "smtp/client", "store"],
    ["pop3", "imap", "http", "route", "policy", "dsn", "verdict"],
    ["net", "topology"],
    ["app/agent", "app/dns", "app/mail", "gateway"],
    ["helper", "trace"],
    ["spec/value", "spec/check", "spec/read"],
    ["scenario", "view"],
    ["tool"],
]
ENGINE_LEVELS = 4

# Rooms that see others of their own level, beside those of their own house.
NEIGHBOURS = {"text": {"wire"}}

# Rooms that see less than all below them.
NARROWED = {"gateway": {"wire", "text", "event", "net"}}

# Level 8: may include all of model/, and their own headers by the path from their top.
USERS = {"bindings", "examples", "benchmarks", "tests"}

# What belongs to the side of ns-3.
NOT_IN_ENGINES = ("ns3/", "boost/graph/", "yaml-cpp/", "pybind11/")


def room_of(path: Path) -> str | None:
    """The room of a file that is given from the top of model/; None for one at the top."""
    return "/".join(path.parts[:-1]) or None


def level_of(room: str | None) -> int | None:
    """The level of a room of model/, None for one that has none."""
    return next((n for n, rooms in enumerate(LEVELS) if room in rooms), None)


def allowed_for(room: str) -> set[str]:
    """The other rooms of model/ that a room may include."""
    level = level_of(room)
    below = set().union(*LEVELS[:level]) | NEIGHBOURS.get(room, set())
    if "/" in room:
        house = room.split("/")[0] + "/"
        earlier = LEVELS[level][: LEVELS[level].index(room)]
        below |= {other for other in earlier if other.startswith(house)}
    return below & NARROWED.get(room, below)


def is_engine(path: Path) -> bool:
    """Whether a file, given from the top of the tree, belongs to the engines."""
    level = level_of(room_of(path.relative_to("model"))) if path.parts[0] == "model" else None
    return level is not None and level < ENGINE_LEVELS


def check_layers(root: Path) -> list[Finding]:
    """All includes of the tree that go against the direction."""
    found = []
    for path in cpp_files(root):
        top = path.parts[0]
        room = room_of(path.relative_to("model")) if top == "model" else None
        if room and level_of(room) is None:
            found.append(Finding(str(path), 0, f"model/{room} has no level in layers.py"))
        elif top == "model" or top in USERS:
            for include in includes(root / path):
                message = _fault(root, path, include)
                if message:
                    found.append(Finding(str(path), include.line, message))
    return found


def check_header_names(root: Path, ns3_headers: Path | None) -> list[Finding]:
    """Headers of model/ that share their name with another, or with one of ns-3's."""
    places = defaultdict(list)
    for path in cpp_files(root):
        if path.parts[0] == "model" and path.suffix == ".h":
            places[path.name].append(str(path))
    found = []
    for name, paths in places.items():
        found += [Finding(path, 0, f"has the name of {paths[0]}") for path in paths[1:]]
        if ns3_headers and (ns3_headers / name).exists():
            found += [Finding(path, 0, f"has the name of ns-3's ns3/{name}") for path in paths]
    return found


def _fault(root: Path, path: Path, include: Include) -> str | None:
    """What is wrong with an include of a file, if anything is."""
    target = include.path
    if target.endswith("-module.h"):
        return f"{target}: include ns-3's single headers, not a whole module"
    if target.startswith("postroad/"):
        return _fault_of_ours(root, path, include)
    if include.quoted and not target.startswith("ns3/"):
        own = path.parts[0] in USERS and (root / path.parts[0] / target).exists()
        return None if own else f'{target}: write "postroad/<folder>/<name>.h"'
    if is_engine(path):
        return _fault_in_engine(path, target)
    return None


def _fault_of_ours(root: Path, path: Path, include: Include) -> str | None:
    target = include.path
    if not include.quoted:
        return f"{target}: write our own headers in quotes"
    if not (root / "model" / target.removeprefix("postroad/")).exists():
        return f"{target}: there is no such header in model/"
    room = room_of(path.relative_to("model")) if path.parts[0] == "model" else None
    other = room_of(Path(target.removeprefix("postroad/")))
    if room is None or other == room:
        return None
    allowed = allowed_for(room)
    if other in allowed:
        return None
    return (
        f"{target}: {room} (level {level_of(room)}) may not include {other} "
        f"(level {level_of(other)}), but {', '.join(sorted(allowed)) or 'the standard library'}"
    )


def _fault_in_engine(path: Path, target: str) -> str | None:
    if target.startswith(NOT_IN_ENGINES):
        return f"{target}: the engines (levels 0 to 3) know neither ns-3 nor what goes with it"
    if path.suffix == ".h" and ("/" in target or "." in target):
        return f"{target}: a header of the engines includes no library but the standard one"
    return None
