"""Checks the tree by one of the lints: prints what is to be mended, and exits 1 if anything is.

usage: lint.py layers|text|format [--ns3-headers DIR] [--clang-format PROGRAM]
"""

import argparse
import subprocess
import sys
from pathlib import Path

from layers import check_header_names, check_layers
from source_tree import cpp_files
from text_rules import check_text

ROOT = Path(__file__).parents[2]


def check_format(root: Path, clang_format: str) -> int:
    """Has clang-format say where the C++ files differ from .clang-format."""
    command = [clang_format, "--dry-run", "-Werror", *map(str, cpp_files(root))]
    return 1 if subprocess.run(command, cwd=root).returncode else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lint", choices=["layers", "text", "format"])
    parser.add_argument("--ns3-headers", type=Path)
    parser.add_argument("--clang-format", default="clang-format")
    arguments = parser.parse_args()

    if arguments.lint == "format":
        return check_format(ROOT, arguments.clang_format)
    if arguments.lint == "text":
        found = check_text(ROOT)
    else:
        found = check_layers(ROOT) + check_header_names(ROOT, arguments.ns3_headers)
    for finding in sorted(found):
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
