"""The files of the project, as the lints see them, and what a lint says of one."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CPP_SUFFIXES = {".h", ".cc"}
# Whatever is made by a build or a run, not written.
MADE = {".git", "build", "out", "__pycache__", ".ipynb_checkpoints", ".pytest_cache", ".mypy_cache"}

INCLUDE = re.compile(r'^\s*#\s*include\s+(?P<open>[<"])(?P<path>[^>"]+)[>"]')


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend. `path` is relative to the top of the tree; line 0 is the whole file."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


@dataclass(frozen=True)
class Include:
    """An #include line. `quoted` tells "a.h" from <a.h>."""

    line: int
    path: str
    quoted: bool


def files(root: Path) -> Iterator[Path]:
    """All files of the tree in order, relative to its top."""
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if name not in MADE)
        for name in sorted(names):
            yield (Path(folder) / name).relative_to(root)


def cpp_files(root: Path) -> list[Path]:
    """The C++ files of the tree."""
    return [path for path in files(root) if path.suffix in CPP_SUFFIXES]


def includes(file: Path) -> list[Include]:
    """The #include lines of a file, in order."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    matches = ((number, INCLUDE.match(text)) for number, text in enumerate(lines, start=1))
    return [Include(line, m["path"], m["open"] == '"') for line, m in matches if m]
