"""What is given to clang-tidy, and when it is not asked again. Its place is taken by a script."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tidy import BATCH, command_for_clang

# Notes what it was asked, and finds fault with the word "fault" in a header, as clang-tidy would. Two
# sources with the word "clash" cannot be taken as one.
CLANG_TIDY = """#!/bin/sh
[ "$1" != --version ] || exit 0
sources=$3
case $3 in */tidy-*) sources=$(sed -n 's/^#include "\\(.*\\)"$/\\1/p' "$3") ;; esac
echo "$2" $sources >>"$(dirname "$0")/calls"
[ "$(cat $sources | grep -c clash)" -lt 2 ] || exit 1
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
        self.program.write_text(CLANG_TIDY)
        self.program.chmod(0o755)
        self.entries = []
        self.add("build/cmake_pch.hxx.cxx", "")
        self.add("model/mime/a.cc", '#include "postroad/mime/a.h"\n')
        self.add("model/app/b.cc", "// A source.\n")

    def add(self, source: str, text: str) -> None:
        """Writes a source, and has it in the compile database."""
        (self.root / source).write_text(text)
        command = f"c++ -I{self.root} -o {source}.o -c {source}"
        file = str(self.root / source)
        self.entries.append({"directory": str(self.root), "file": file, "command": command})
        (self.root / "build/compile_commands.json").write_text(json.dumps(self.entries))

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

    def calls(self) -> list[list[str]]:
        """The sources that were taken as one, for each time that clang-tidy was asked."""
        lines = (self.root / "calls").read_text().splitlines()
        return sorted([Path(word).name for word in line.split()[1:]] for line in lines)

    def looked_at(self) -> list[str]:
        return sorted(name for call in self.calls() for name in call)


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
    analyzed = {c.split("/")[-1]: "-clang-analyzer-*" not in c for c in calls}
    assert analyzed["a.cc"] and not analyzed["b.cc"]


def test_sources_that_are_compiled_alike_are_taken_as_one(project):
    project.add("model/mime/c.cc", "")
    project.tidy()
    assert project.calls() == [["a.cc", "c.cc"], ["b.cc"]]


def test_no_more_than_so_many_sources_are_taken_as_one(project):
    for number in range(BATCH):
        project.add(f"model/app/c{number}.cc", "")
    project.tidy()
    assert [len(call) for call in project.calls()] == [1, BATCH, 1]


def test_sources_that_define_the_same_name_are_taken_apart(project):
    project.add("model/app/c.cc", "int\nMake(int a)\n{\n}\n\nconstexpr int LIMIT = 1;\n")
    project.add("model/app/d.cc", "int\nMake(int a)\n{\n}\n")
    project.add("model/app/e.cc", "constexpr int LIMIT{2};\n")
    project.tidy()
    assert project.calls() == [["a.cc"], ["b.cc", "c.cc"], ["d.cc", "e.cc"]]


def test_sources_that_clash_are_right_when_each_is(project):
    for name in "cde":
        project.add(f"model/app/{name}.cc", "// clash\n")
    result = project.tidy()
    assert result.returncode == 0, result.stdout
    assert ["d.cc"] in project.calls()
    project.tidy()
    assert project.calls() == []


def test_a_fault_is_told_of_the_source_that_has_it(project):
    project.add("model/mime/c.cc", "")
    (project.root / "model/mime/a.h").write_text("// A fault.\n")
    result = project.tidy()
    assert result.returncode == 1
    assert "model/mime/a.h:1:1: error: a fault [check]" in result.stdout


def test_what_only_gcc_takes_is_left_out():
    command = "cmake -E env A=b ccache c++ -Wall -Winvalid-pch -include b/cmake_pch.hxx -include own.h -c a.cc"
    assert command_for_clang(command.split()) == ("c++", "-Wall", "-include", "own.h", "-c", "a.cc")
