"""What a run left behind, read from its folder."""

from __future__ import annotations

import json
import os
import pathlib
from functools import cached_property
from typing import Any

from . import _postroad
from ._display import Displayed, details, escape, preformatted
from ._errors import PostroadError
from ._picture import Picture
from ._table import Table

EVENT_COLUMNS = [
    "time_s",
    "host",
    "agent",
    "kind",
    "connection",
    "role",
    "protocol",
    "local",
    "remote",
    "begin",
    "end",
    "message_id",
    "queue_id",
    "text",
    "detail",
]


class Run(Displayed):
    """A finished run. Everything here is derived from the record in its folder.

    Parameters
    ----------
    folder : path
        A folder that ``./postroad run`` or :meth:`Scenario.run` wrote.
    temporary : object, optional
        Whatever keeps the folder alive; it is held as long as this object.

    Raises
    ------
    PostroadError
        When the folder holds no run.
    """

    def __init__(self, folder: str | os.PathLike[str], temporary: object = None) -> None:
        self.folder = pathlib.Path(folder)
        self._temporary = temporary
        try:
            self.summary: dict[str, Any] = json.loads(
                (self.folder / "summary.json").read_text(encoding="utf-8")
            )
        except FileNotFoundError as error:
            raise PostroadError(
                f"{self.folder} holds no run: expected a summary.json in it"
            ) from error

    @property
    def title(self) -> str:
        """The scenario's title."""
        return self.summary["title"]

    @property
    def ok(self) -> bool:
        """True when everything that the scenario expects came about."""
        return all(row["holds"] for row in self.summary["expectations"])

    @property
    def expectations(self) -> Table:
        """What the scenario expects, whether it came about, and what happened instead."""
        return Table(["expectation", "holds", "found"], self.summary["expectations"])

    @property
    def outcomes(self) -> Table:
        """One row a recipient: what became of the message."""
        columns = ["message_id", "from", "to", "status", "host", "time_s", "attempts", "reason"]
        rows = [
            {"message_id": message["message_id"], "from": message["from"], **recipient}
            for message in self.summary["messages"]
            for recipient in message["recipients"]
        ]
        return Table(columns, rows)

    @cached_property
    def events(self) -> Table:
        """The whole record, one row an event.

        ``begin`` and ``end`` are octets of the connection's stream in the direction of the line,
        ``detail`` holds the fields that not all kinds have.
        """
        with (self.folder / "events.jsonl").open(encoding="utf-8") as lines:
            return Table(EVENT_COLUMNS, [_flatten(json.loads(line)) for line in lines])

    @property
    def messages(self) -> dict[str, bytes]:
        """The messages in all mailboxes at the end, by ``<mailbox>/<number>``."""
        files = sorted((self.folder / "mail").glob("*/*.eml"))
        return {f"{path.parent.name}/{path.stem}": path.read_bytes() for path in files}

    def received(self, message: str | None = None) -> Table:
        """The trace of a delivered message, oldest hop first.

        Parameters
        ----------
        message : str, optional
            A key of :attr:`messages`; the first one by default.

        Returns
        -------
        Table
            ``delay_s`` is the time since the previous hop by the two hosts' own clocks, which
            makes it negative where one of them is wrong.
        """
        messages = self.messages
        if not messages:
            return Table(_postroad.received_columns(), [])
        key = next(iter(messages)) if message is None else message
        if key not in messages:
            raise KeyError(f"no message {key!r}; there are: {', '.join(messages)}")
        return Table(_postroad.received_columns(), _postroad.received(messages[key]))

    @property
    def transcripts(self) -> dict[str, str]:
        """The dialogues in the RFCs' C:/S: form, in the order in which they began, by name."""
        files = sorted((self.folder / "transcripts").glob("*.txt"))
        return {path.stem: path.read_text(encoding="utf-8", errors="replace") for path in files}

    def transcript(self, name: str) -> None:
        """Prints the first dialogue in whose name ``name`` occurs."""
        found = [key for key in self.transcripts if name in key]
        if not found:
            raise KeyError(f"no transcript {name!r}; there are: {', '.join(self.transcripts)}")
        print(self.transcripts[found[0]])

    @cached_property
    def ladder(self) -> Picture:
        """Who said what to whom and when, as a ladder of arrows."""
        svg, text = _postroad.ladder(str(self.folder / "events.jsonl"), self.title)
        return Picture(svg, text, f"Ladder of the dialogue: {self.title}")

    def _headline(self) -> str:
        expected = self.summary["expectations"]
        held = sum(row["holds"] for row in expected)
        return (
            f"{self.title}: seed {self.summary['seed']}, run {self.summary['run']}, "
            f"{len(self.summary['messages'])} message(s), "
            f"{held} of {len(expected)} expectations hold"
        )

    def _text(self) -> str:
        return f"{self._headline()}\n\n{self.outcomes!r}\n\n{self.ladder.text}"

    def _html(self) -> str:
        transcripts = "".join(
            details(name, preformatted(text)) for name, text in self.transcripts.items()
        )
        return (
            f"<b>{escape(self._headline())}</b>{self.outcomes._html()}"
            f"{self.received()._html() if self.messages else ''}"
            f"{self.ladder._html()}{details('Transcripts', transcripts)}"
        )


def _flatten(event: dict[str, Any]) -> dict[str, Any]:
    connection = event.pop("connection", {})
    begin, end = event.pop("range", (None, None))
    row = {
        "time_s": event.pop("t"),
        "connection": connection.get("number"),
        **{key: connection.get(key) for key in ("role", "protocol", "local", "remote")},
        "begin": begin,
        "end": end,
    }
    for key in ("host", "agent", "kind", "message_id", "queue_id", "text"):
        row[key] = event.pop(key, None)
    row["detail"] = event or None
    return row
