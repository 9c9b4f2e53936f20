"""One simulation, one process: a crash in it is an exception here.

ns-3 ends its process on a mistake, and two simulations cannot share one. The worker is forked, which
takes a few milliseconds and works inside a notebook's kernel.
"""

from __future__ import annotations

import multiprocessing
import os
import pathlib
import signal
import tempfile
from collections.abc import Sequence

from . import _postroad
from ._errors import ConfigError, RunError

OUTPUT_KEPT = 4000
CONFIG_ERROR = 2


def run(
    path: pathlib.Path,
    out: pathlib.Path,
    seed: int | None,
    run_number: int | None,
    overrides: Sequence[str],
) -> None:
    """Runs a scenario into the folder ``out``.

    Raises
    ------
    ConfigError
        When the scenario or an override is wrong.
    RunError
        When the process ended before the run did.
    """
    with tempfile.TemporaryFile() as errors:
        process = multiprocessing.get_context("fork").Process(
            target=_work,
            args=(errors.fileno(), str(path), str(out), seed, run_number, list(overrides)),
            name=f"postroad {path.stem}",
        )
        process.start()
        try:
            process.join()
        except BaseException:
            process.kill()
            process.join()
            raise
        errors.seek(0)
        output = errors.read()[-OUTPUT_KEPT:].decode(errors="replace")
    if process.exitcode == CONFIG_ERROR:
        raise ConfigError(output.strip())
    if process.exitcode != 0:
        raise RunError(_describe(process.exitcode), process.exitcode, output)


def _work(errors: int, *arguments) -> None:
    os.dup2(errors, 2)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        _postroad.run(*arguments)
    except _postroad.ConfigError as error:
        os.write(2, str(error).encode())
        os._exit(CONFIG_ERROR)
    os._exit(0)


def _describe(status: int) -> str:
    if status < 0:
        return f"the simulation was ended by {signal.Signals(-status).name}"
    return f"the simulation ended with exit status {status}"
