"""What the launcher's tests share: a machine that is made up."""

import pytest

from machine import Machine


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)
