"""That docs/ns3-findings.md tells of each program of examples/ns3-findings/ what it prints."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "ns3-findings"
DOCUMENT = (ROOT / "docs" / "ns3-findings.md").read_text(encoding="ascii")
PROGRAMS = sorted(source.stem for source in FOLDER.glob("finding-*.cc"))
SECTION = re.compile(r"^## (\d+)\. .*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"\bfinding-[a-z-]+")
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# The ns-3 from which the document has its outputs. What another one does is not told.
TOLD_VERSION = "3.37"


def sections() -> dict[str, re.Match]:
    """The section of each program, by the name that it opens with."""
    return {NAME.search(section[0])[0]: section for section in SECTION.finditer(DOCUMENT)}


def test_each_program_has_a_section_and_a_line_of_the_table():
    table = DOCUMENT[: SECTION.search(DOCUMENT).start()]
    assert sorted(sections()) == PROGRAMS
    assert sorted(NAME.findall(table)) == PROGRAMS
    assert set(NAME.findall(DOCUMENT)) == set(PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_has_the_number_of_its_section(program):
    source = (FOLDER / f"{program}.cc").read_text(encoding="ascii")
    assert source.startswith(f"/*\n * {sections()[program][1]}. ")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_prints_what_is_told(program):
    path = Path(os.environ["POSTROAD_EXAMPLES"], "ns3-findings", program)
    run = subprocess.run([path], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    if os.environ["POSTROAD_NS3_VERSION"] == TOLD_VERSION:
        assert run.stdout == BLOCK.search(sections()[program][0])[1]
