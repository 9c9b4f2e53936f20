"""Real e-mail on simulated networks.

>>> import postroad as pr
>>> run = pr.load("first-letter").run()
>>> run.ok
True

A scenario is a file; :func:`load` checks it, :meth:`Scenario.run` runs it in a process of its own
and gives back a :class:`Run`, whose tables, transcripts and pictures are all derived from the one
record that the simulation wrote.
"""

from . import _build

_build.check()  # before anything imports the module in C++

from ._errors import ConfigError, PostroadError, RunError
from ._picture import Picture
from ._run import Run
from ._scenario import Scenario, load, scenarios
from ._table import Table
from ._transcript import Transcript

__all__ = [
    "ConfigError",
    "Picture",
    "PostroadError",
    "Run",
    "RunError",
    "Scenario",
    "Table",
    "Transcript",
    "load",
    "scenarios",
]
