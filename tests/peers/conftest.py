"""What the tests of real programs share."""

import os
from pathlib import Path

import pytest

from serve import Served, serve


@pytest.fixture(scope="session")
def program() -> Path:
    """The program that the launcher starts; CMake tells where it is."""
    return Path(os.environ["POSTROAD_LAB"])


@pytest.fixture(scope="module")
def served(program, tmp_path_factory) -> Served:
    """A mail server that takes mail and lets it be fetched."""
    folder = tmp_path_factory.mktemp("served") / "out"
    with serve(program, folder, "mail.b.net:25", "mail.b.net:110") as running:
        yield running


@pytest.fixture(scope="module")
def smtp_port(served) -> int:
    """The port of this machine that leads to the simulated SMTP server."""
    return served.ports["mail.b.net:25"]


@pytest.fixture(scope="module")
def pop3_port(served) -> int:
    """The port of this machine that leads to the simulated POP3 server."""
    return served.ports["mail.b.net:110"]
