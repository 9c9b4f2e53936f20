"""Scenarios: what to simulate, as a file that was checked."""

from __future__ import annotations

import json
import os
import pathlib
import shutil
import tempfile
import weakref
from collections.abc import Mapping

from . import _postroad, _worker
from ._display import Displayed, escape, preformatted
from ._run import Run


def scenarios() -> list[str]:
    """The names of the scenarios that come with Postroad.

    >>> "first-letter" in scenarios()
    True
    """
    return _postroad.list_scenarios(_library())


def load(source: str | os.PathLike[str]) -> Scenario:
    """Loads and checks a scenario.

    Parameters
    ----------
    source : str or path
        The name of a scenario that comes with Postroad, or the path of a file.

    Raises
    ------
    ConfigError
        When there is no such scenario or file, or something in it is wrong.

    Examples
    --------
    >>> load("first-letter")
    <Scenario first-letter: First letter (L02, L12, L13, L19, L20, L25)>
    """
    return Scenario(source)


class Scenario(Displayed):
    """A scenario file that passed the check.

    Attributes
    ----------
    path : pathlib.Path
        The file.
    name : str
        The name of the file without its ending.
    title, about : str
        What the file says of itself.
    lecture : list of str
        The rows of the lecture that it shows.
    """

    def __init__(self, source: str | os.PathLike[str]) -> None:
        facts = _postroad.check(os.fspath(source), _library())
        self.path = pathlib.Path(facts["path"]).absolute()
        self.name: str = facts["name"]
        self.title: str = facts["title"]
        self.about: str = facts["about"]
        self.lecture: list[str] = facts["lecture"]

    def run(
        self,
        seed: int | None = None,
        run: int | None = None,
        *,
        set: Mapping[str, object] | None = None,
        out: str | os.PathLike[str] | None = None,
    ) -> Run:
        """Simulates the scenario in a process of its own.

        Parameters
        ----------
        seed, run : int, optional
            What chance is drawn from; by default what the file says, or else 1. The same pair
            gives the same bytes.
        set : mapping, optional
            Fields to change before the check, as ``{"links[0].delay": "50ms"}``. Texts are read
            as in the file; other values may be numbers, lists and dictionaries.
        out : path, optional
            The folder to write to. By default a temporary one that lives as long as the result.

        Returns
        -------
        Run
            What happened.

        Raises
        ------
        ConfigError
            When the file, a field of ``set`` or the folder is wrong. Nothing was run.
        RunError
            When the simulation broke off.

        Examples
        --------
        >>> far = load("first-letter").run(set={"links[3].delay": "1s"})
        >>> far.received()[2]["delay_s"] > 1
        True
        """
        fields = {"seed": seed, "run": run}
        changes = {name: value for name, value in fields.items() if value is not None}
        changes.update(set or {})
        overrides = [f"{path}={_to_yaml(value)}" for path, value in changes.items()]
        if out is not None:
            _worker.run(self.path, pathlib.Path(out), overrides)
            return Run(out)
        folder = tempfile.mkdtemp(prefix=f"postroad-{self.name}-")
        try:
            _worker.run(self.path, pathlib.Path(folder), overrides)
            result = Run(folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        weakref.finalize(result, shutil.rmtree, folder, ignore_errors=True)
        return result

    def show(self) -> None:
        """Prints the file."""
        print(self._read())

    def _read(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def _text(self) -> str:
        rows = f" ({', '.join(self.lecture)})" if self.lecture else ""
        return f"<Scenario {self.name}: {self.title}{rows}>"

    def _html(self) -> str:
        return (
            f"<b>{escape(self.title)}</b> <code>{escape(self.name)}</code> "
            f"{escape(', '.join(self.lecture))}<br>{escape(self.about)}"
            f"{preformatted(self._read())}"
        )


def _library() -> str:
    return os.environ.get("POSTROAD_SCENARIOS") or _postroad.SCENARIOS_FOLDER


def _to_yaml(value: object) -> str:
    """A value as it stands in a scenario file; JSON is YAML."""
    return value if isinstance(value, str) else json.dumps(value)
