"""What the documentation shows is run."""

import ast
import doctest
import importlib
import pathlib
import re

import pytest

import postroad

PACKAGE = pathlib.Path(postroad.__file__).parent
MODULES = ["postroad"] + [
    f"postroad.{path.stem}" for path in sorted(PACKAGE.glob("_[a-z]*.py"))
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_docstrings_run(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_everything_that_is_exported_has_a_docstring():
    for name in postroad.__all__:
        assert getattr(postroad, name).__doc__, name


def test_the_stub_has_every_name_of_the_module():
    names = {name for name in dir(postroad._postroad) if not name.startswith("_")}
    stub = ast.parse((PACKAGE / "_postroad.pyi").read_text())
    declared = {getattr(node, "name", None) for node in stub.body}
    declared |= {node.target.id for node in stub.body if isinstance(node, ast.AnnAssign)}
    assert names == declared - {None}


def test_the_programs_of_the_guide_run(source, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    text = (source / "docs" / "python.md").read_text()
    programs = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert programs
    names: dict[str, object] = {}
    for program in programs:
        exec(program, names)
    assert names["run"].ok
