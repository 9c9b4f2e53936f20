"""The layers of model/ and the one direction of its includes.

A folder includes itself and the folders of the levels below its own, never one of its own level.
The folders of levels 0 to 3 are the engines: they know no simulator, and their headers no library
but the standard one.
"""

from collections import defaultdict
from pathlib import Path

from source_tree import Finding, Include, cpp_files, includes

LEVELS = [
    {"wire"},
    {"event", "dns", "mime", "sasl", "script", "tls"},
    {"smtp", "store"},
    {"pop3", "imap", "http", "route"},
    {"app", "topology"},
    {"helper", "trace", "gateway"},
    {"spec"},
    {"scenario", "view"},
    {"tool"},
]
ENGINE_LEVELS = 4

# Folders that see less than all below them.
NARROWED = {folder: {"wire", "event", "mime", "sasl"} for folder in ("smtp", "store")}

# Level 8: may include all of model/, and their own headers by the path from their top.
USERS = {"bindings", "examples", "benchmarks", "tests"}

# What belongs to the side of ns-3.
NOT_IN_ENGINES = ("ns3/", "boost/graph/", "yaml-cpp/", "pybind11/")


def level_of(folder: str) -> int | None:
    """The level of a folder of model/, None for one that has none."""
    return next((n for n, folders in enumerate(LEVELS) if folder in folders), None)


def allowed_for(folder: str) -> set[str]:
    """The other folders of model/ that a folder may include."""
    below = set().union(*LEVELS[: level_of(folder)])
    return below & NARROWED.get(folder, below)


def is_engine(path: Path) -> bool:
    """Whether a file, given from the top of the tree, belongs to the engines."""
    level = level_of(path.parts[1]) if path.parts[0] == "model" and len(path.parts) > 2 else None
    return level is not None and level < ENGINE_LEVELS


def check_layers(root: Path) -> list[Finding]:
    """All includes of the tree that go against the direction."""
    found = []
    for path in cpp_files(root):
        top = path.parts[0]
        if top == "model" and len(path.parts) > 2 and level_of(path.parts[1]) is None:
            found.append(Finding(str(path), 0, f"model/{path.parts[1]} has no level in layers.py"))
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
    folder, other = path.parts[1], target.split("/")[1]
    if path.parts[0] != "model" or len(path.parts) == 2 or other == folder:
        return None
    allowed = allowed_for(folder)
    if other in allowed:
        return None
    return (
        f"{target}: {folder} (level {level_of(folder)}) may not include {other} "
        f"(level {level_of(other)}), but {', '.join(sorted(allowed)) or 'the standard library'}"
    )


def _fault_in_engine(path: Path, target: str) -> str | None:
    if target.startswith(NOT_IN_ENGINES):
        return f"{target}: the engines (levels 0 to 3) know neither ns-3 nor what goes with it"
    if path.suffix == ".h" and ("/" in target or "." in target):
        return f"{target}: a header of the engines includes no library but the standard one"
    return None
