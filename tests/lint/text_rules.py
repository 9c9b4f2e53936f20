"""What holds for the text of every file: plain ASCII, of a readable length, nothing left undone,
and in C++ an include for the integers of a fixed width, and a use for each name that is taken."""

import re
from pathlib import Path

from source_tree import CPP_SUFFIXES, Finding, files

MAX_LINES = 600

CODE = {".h", ".cc", ".py", ".pyi", ".cmake"}
TEXT = CODE | {".md", ".yaml", ".yml", ".json", ".ipynb", ".toml"}
CODE_NAMES = {"CMakeLists.txt", "postroad", "run", "on"}

# In two pieces each, as this file is checked too.
UNDONE = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK")) + r")\b")

# Some compilers bring these types with other headers, and their next version does not.
FIXED_WIDTH = re.compile(r"\bu?int(_least|_fast)?(8|16|32|64|max|ptr)_t\b")
NOT_CODE = re.compile(r'//.*|"(\\.|[^"\\])*"')

USING = re.compile(r"^ *using (?:\w*::)+(\w+);")


def check_text(root: Path) -> list[Finding]:
    """All breaches of the rules in the tree."""
    found = []
    for path in files(root):
        is_code = path.suffix in CODE or path.name in CODE_NAMES
        if is_code or path.suffix in TEXT:
            found += _check_file(root, path, is_code)
    return found


def _check_fixed_width(path: Path, lines: list[str]) -> list[Finding]:
    """The first integer of a fixed width in a file that does not include <cstdint>."""
    if "#include <cstdint>" in lines:
        return []
    for number, line in enumerate(lines, start=1):
        used = None if line.lstrip().startswith("*") else FIXED_WIDTH.search(NOT_CODE.sub("", line))
        if used:
            return [Finding(str(path), number, f"{used[0]}: include <cstdint>")]
    return []


def _check_using(path: Path, lines: list[str]) -> list[Finding]:
    """The using declarations of names that the rest of the file does not have."""
    found = []
    for number, line in enumerate(lines, start=1):
        taken = USING.match(line)
        word = re.compile(rf"\b{taken[1]}\b") if taken else None
        if word and not any(word.search(other) for other in lines if other is not line):
            found.append(Finding(str(path), number, f"{taken[1]}: nothing here uses the name"))
    return found


def _check_file(root: Path, path: Path, is_code: bool) -> list[Finding]:
    lines = (root / path).read_bytes().decode("utf-8", errors="replace").splitlines()
    found = []
    if is_code and len(lines) > MAX_LINES:
        found.append(Finding(str(path), 0, f"has {len(lines)} lines, {MAX_LINES} is the limit"))
    for number, line in enumerate(lines, start=1):
        strange = next((c for c in line if not c.isascii()), None)
        if strange:
            found.append(Finding(str(path), number, f"U+{ord(strange):04X} is not ASCII"))
        undone = UNDONE.search(line) if is_code else None
        if undone:
            found.append(Finding(str(path), number, f"{undone[0]}: do it, or open an issue"))
    if path.suffix in CPP_SUFFIXES:
        found += _check_fixed_width(path, lines)
        found += _check_using(path, lines)
    return found
