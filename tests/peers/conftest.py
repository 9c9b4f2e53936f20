"""What the tests of real programs share."""

import os
from pathlib import Path

import pytest

from serve import Served, serve


@pytest.fixture(scope="module")
def program() -> Path:
    """The program that the launcher starts; CMake tells where it is."""
    return Path(os.environ["POSTROAD_LAB"])


@pytest.fixture
def served(program, tmp_path) -> Served:
    """A mail server that takes mail and lets it be fetched."""
    with serve(program, tmp_path / "out", "mail.b.net:25", "mail.b.net:110") as running:
        yield running
