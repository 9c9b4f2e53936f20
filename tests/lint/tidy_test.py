"""What is given to clang-tidy, and when it is not asked again. Its place is taken by a script."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tidy import command_for_clang

# Notes what it was asked, and finds fault with the word "fault" in a header, as clang-tidy would.
CLANG_TIDY = """#!/bin/sh
echo "$*" >>"$(dirname "$0")/calls"
[ "$1" != --version ] || exit 0
grep -q fault "$(dirname "$0")/model/mime/a.h" || exit 0
echo "$(dirname "$0")/build/include/postroad/mime/a.h:1:1: error: a fault [check]"
exit 1
"""


class Project:
    """Two sources, a header that one of them includes, and a compile database."""

    def __init__(self, root: Path):
        self.root = root
        self.program = root / "clang-tidy"
        for folder in ("model/mime", "model/app", "build"):
            (root / folder).mkdir(parents=True)
        (root / "model/mime/a.h").write_text("// A header.\n")
        (root / "model/mime/a.cc").write_text('#include "postroad/mime/a.h"\n')
        (root / "model/app/b.cc").write_text("// A source.\n")
        self.program.write_text(CLANG_TIDY)
        self.program.chmod(0o755)
        sources = ("model/mime/a.cc", "model/app/b.cc", "build/cmake_pch.hxx.cxx")
        entries = [
            {"directory": str(root), "file": str(root / s), "command": f"c++ -I{root} -c {s}"}
            for s in sources
        ]
        (root / "build/compile_commands.json").write_text(json.dumps(entries))

    def tidy(self) -> subprocess.CompletedProcess:
        (self.root / "calls").write_text("")
        options = {
            "--root": self.root,
            "--database": self.root / "build/compile_commands.json",
            "--cache": self.root.parent / "cache",
            "--clang-tidy": self.program,
        }
        words = [str(word) for option in options.items() for word in option]
        command = [sys.executable, "-B", str(Path(__file__).with_name("tidy.py")), *words]
        return subprocess.run(command, capture_output=True, text=True)

    def looked_at(self) -> list[str]:
        calls = (self.root / "calls").read_text().splitlines()
        return sorted(Path(c.split(" -- ")[0].split()[-1]).name for c in calls if " -- " in c)


@pytest.fixture
def project(tmp_path) -> Project:
    return Project(tmp_path / "checkout")


def test_each_source_of_the_project_is_looked_at_once(project):
    assert project.tidy().returncode == 0
    assert project.looked_at() == ["a.cc", "b.cc"]
    project.tidy()
    assert project.looked_at() == []


def test_another_checkout_of_the_same_sources_has_the_marks_too(project, tmp_path):
    project.tidy()
    other = Project(tmp_path / "other")
    other.tidy()
    assert other.looked_at() == []


def test_a_changed_header_has_its_users_looked_at_again(project):
    project.tidy()
    (project.root / "model/mime/a.h").write_text("// Another.\n")
    project.tidy()
    assert project.looked_at() == ["a.cc"]


def test_a_changed_configuration_has_all_looked_at_again(project):
    project.tidy()
    (project.root / ".clang-tidy").write_text("Checks: '*'\n")
    project.tidy()
    assert project.looked_at() == ["a.cc", "b.cc"]


def test_a_finding_fails_is_told_once_and_is_not_forgotten(project):
    (project.root / "model/mime/a.h").write_text("// A fault.\n")
    for _ in range(2):
        result = project.tidy()
        assert result.returncode == 1
        assert result.stdout.count("model/mime/a.h:1:1: error: a fault [check]") == 1


def test_the_static_analyzer_is_kept_to_the_engines(project):
    project.tidy()
    calls = (project.root / "calls").read_text().splitlines()
    analyzed = {c.split(" -- ")[0].split("/")[-1]: "-clang-analyzer-*" not in c for c in calls}
    assert analyzed["a.cc"] and not analyzed["b.cc"]


def test_what_only_gcc_takes_is_left_out():
    command = "cmake -E env A=b ccache c++ -Wall -Winvalid-pch -include b/cmake_pch.hxx -include own.h -c a.cc"
    assert command_for_clang(command.split()) == ("c++", "-Wall", "-include", "own.h", "-c", "a.cc")
