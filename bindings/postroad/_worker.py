"""One simulation, one process: a crash in it is an exception here.

ns-3 ends its process on a mistake, and two simulations cannot share one. The worker is forked, which
takes a few milliseconds and works inside a notebook's kernel.
"""

from __future__ import annotations

import contextlib
import faulthandler
import multiprocessing
import os
import pathlib
import signal
import tempfile
from collections.abc import Iterator, Sequence

from . import _postroad
from ._errors import ConfigError, RunError

OUTPUT_KEPT = 4000
CONFIG_ERROR = 2
BROKEN_OFF = 4


def run(path: pathlib.Path, out: pathlib.Path, overrides: Sequence[str]) -> None:
    """Runs a scenario into the folder ``out``. An interrupt ends the worker too.

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
            args=(errors.fileno(), str(path), str(out), list(overrides)),
            name=f"postroad {path.stem}",
        )
        try:
            with _held_interrupts():
                process.start()
            process.join()
        except BaseException:
            if process.is_alive():
                process.kill()
                process.join()
            raise
        errors.seek(0)
        output = errors.read().decode(errors="replace").strip()
    if process.exitcode == CONFIG_ERROR:
        raise ConfigError(output)
    if process.exitcode != 0:
        raise RunError(_describe(process.exitcode), process.exitcode, output[-OUTPUT_KEPT:])


@contextlib.contextmanager
def _held_interrupts() -> Iterator[None]:
    """Holds an interrupt back while a process starts, so that none leaves it without a parent."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(errors: int, path: str, out: str, overrides: list[str]) -> None:
    """What the worker does; it never returns to the code that forked it."""
    os.dup2(errors, 2)
    faulthandler.disable()  # Python's stack tells nothing of a crash in C++, and would bury what does
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    try:
        _postroad.run(path, out, overrides)
    except ConfigError as error:
        _leave(CONFIG_ERROR, error)
    except BaseException as error:
        _leave(BROKEN_OFF, error)
    os._exit(0)


def _leave(status: int, error: BaseException) -> None:
    os.write(2, str(error).encode(errors="replace"))
    os._exit(status)


def _describe(status: int) -> str:
    if status < 0:
        return f"the simulation was ended by {signal.Signals(-status).name}"
    return f"the simulation ended with exit status {status}"
