"""What the tests of the package share: some runs, and the sources' folder."""

import os
import pathlib

import pytest

import postroad as pr


@pytest.fixture(scope="session")
def source() -> pathlib.Path:
    return pathlib.Path(os.environ["POSTROAD_SOURCE"])


@pytest.fixture(scope="session")
def run() -> pr.Run:
    return pr.load("first-letter").run()


@pytest.fixture(scope="session")
def cut_run() -> pr.Run:
    """The letter, with the link to Bob's domain cut before it gets there."""
    cut = {"at": "1500ms", "fail": {"link": "r1.net--r2.net"}}
    return pr.load("first-letter").run(set={"events[1]": cut})


@pytest.fixture(scope="session")
def late_run() -> pr.Run:
    """A letter that is given up after five days, and the notifications of it."""
    return pr.load("five-days").run()
