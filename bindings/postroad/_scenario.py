"""Scenarios: what to simulate, as a file that was checked."""

from __future__ import annotations

import os
import pathlib
import tempfile
from collections.abc import Mapping

from . import _postroad, _worker
from ._display import Displayed, escape, preformatted
from ._run import Run

_SHIPPED = pathlib.Path(
    os.environ.get("POSTROAD_SCENARIOS") or _postroad.scenarios_folder()
)


def scenarios() -> list[str]:
    """The names of the scenarios that come with Postroad.

    >>> "first-letter" in scenarios()
    True
    """
    return sorted(path.parent.name for path in _SHIPPED.glob("*/*.yaml") if _is_main(path))


def load(source: str | os.PathLike[str]) -> "Scenario":
    """Loads and checks a scenario.

    Parameters
    ----------
    source : str or path
        The name of a scenario that comes with Postroad, or the path of a file.

    Raises
    ------
    ConfigError
        When there is no such scenario or file, or something in it is wrong.
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
        facts = _postroad.check(os.fspath(source), str(_SHIPPED))
        self.path = pathlib.Path(facts["path"])
        self.name = self.path.stem
        self.title = facts["title"]
        self.about = facts["about"]
        self.lecture = facts["lecture"]

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
            What chance is drawn from. The same pair gives the same bytes; the default is the
            file's seed and run 1.
        set : mapping, optional
            Fields to change before the check, as ``{"links[0].delay": "50ms"}``.
        out : path, optional
            The folder to write to. By default a temporary one that lives as long as the result.

        Returns
        -------
        Run
            What happened.

        Raises
        ------
        ConfigError
            When a field of ``set`` is wrong.
        RunError
            When the simulation broke off.
        """
        overrides = [f"{path}={value}" for path, value in (set or {}).items()]
        temporary = None
        if out is None:
            temporary = tempfile.TemporaryDirectory(prefix=f"postroad-{self.name}-")
            out = temporary.name
        folder = pathlib.Path(out)
        _worker.run(self.path, folder, seed, run, overrides)
        return Run(folder, temporary)

    def show(self) -> None:
        """Prints the file."""
        print(self.path.read_text(encoding="utf-8"))

    def _text(self) -> str:
        rows = f" ({', '.join(self.lecture)})" if self.lecture else ""
        return f"<Scenario {self.name}: {self.title}{rows}>"

    def _html(self) -> str:
        return (
            f"<b>{escape(self.title)}</b> <code>{escape(self.name)}</code> "
            f"{escape(', '.join(self.lecture))}<br>{escape(self.about)}"
            f"{preformatted(self.path.read_text(encoding='utf-8'))}"
        )


def _is_main(path: pathlib.Path) -> bool:
    return path.stem == path.parent.name
