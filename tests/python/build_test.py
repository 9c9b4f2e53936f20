"""What somebody is told who imports the package into a Python for which it was not built."""

import importlib.machinery
import sys

import pytest

from postroad import _build


def test_the_module_for_this_python_is_taken(tmp_path):
    (tmp_path / f"_postroad{importlib.machinery.EXTENSION_SUFFIXES[0]}").touch()
    _build.check(tmp_path)


def test_a_module_for_another_python_is_told_with_what_to_do(tmp_path):
    (tmp_path / "_postroad.cpython-32-x86_64-linux-gnu.so").touch()
    with pytest.raises(ImportError) as told:
        _build.check(tmp_path)
    assert "another Python than this Python 3." in str(told.value)
    assert sys.executable in str(told.value)
    assert "_postroad.cpython-32-x86_64-linux-gnu.so" in str(told.value)
    assert "'./postroad python'" in str(told.value)


def test_a_module_that_was_not_built_is_told_too(tmp_path):
    with pytest.raises(ImportError, match="not built.*'./postroad python' builds it"):
        _build.check(tmp_path)
