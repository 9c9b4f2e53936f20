"""What the system tests share: the program, and the runs of the scenarios that are shipped."""

import os
from pathlib import Path

import pytest

from lab import Lab, Run


@pytest.fixture(scope="session")
def lab() -> Lab:
    """The program that the launcher starts; CMake tells where it is."""
    return Lab(Path(os.environ["POSTROAD_LAB"]))


@pytest.fixture(scope="session")
def letter(lab, tmp_path_factory) -> Run:
    """A run of the first letter."""
    return lab.run("first-letter", tmp_path_factory.mktemp("letter"))


@pytest.fixture(scope="session")
def by_hand(lab, tmp_path_factory) -> Run:
    """A run of SMTP by hand."""
    return lab.run("by-hand", tmp_path_factory.mktemp("by-hand"))


@pytest.fixture(scope="session", params=["first-letter", "by-hand"])
def shipped(request, letter, by_hand) -> Run:
    """Each of the two in turn."""
    return {"first-letter": letter, "by-hand": by_hand}[request.param]
