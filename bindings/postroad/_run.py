"""What a run left behind, read from its folder."""

from __future__ import annotations

import json
import os
import pathlib
import re
import sys
from functools import cached_property
from typing import Any

from . import _postroad
from ._display import Displayed, details, escape, preformatted
from ._errors import PostroadError
from ._picture import Picture
from ._table import Table
from ._transcript import Transcript

EXPECTATION_COLUMNS = ["path", "holds", "expected", "happened"]
OUTCOME_COLUMNS = [
    "message",
    "message_id",
    "from",
    "recipient",
    "outcome",
    "host",
    "mailbox",
    "time_s",
    "attempts",
    "hops",
    "route",
    "reason",
]
RECEIVED_COLUMNS = [
    "hop",
    "from",
    "address",
    "by",
    "with",
    "id",
    "for",
    "date",
    "delay_s",
    "time_s",
    "connection",
    "begin",
    "end",
    "fault",
]
WITH_UNITS = {"size": "size_bytes", "retry_at": "retry_at_s"}
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
    *(WITH_UNITS.get(name, name) for name in _postroad.event_fields()),
]


class Run(Displayed):
    """A finished run. Everything here is derived from the record in its folder.

    Parameters
    ----------
    folder : path
        A folder that ``./postroad run`` or :meth:`Scenario.run` wrote.

    Raises
    ------
    PostroadError
        When the folder holds no run.

    Attributes
    ----------
    folder : pathlib.Path
        The folder, with the pcap files among others.
    summary : dict
        Its ``summary.json``.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = pathlib.Path(folder)
        try:
            text = (self.folder / "summary.json").read_text(encoding="utf-8")
        except OSError as error:
            raise PostroadError(f"{self.folder} holds no run: {self._why_there_is_none()}") from error
        self.summary: dict[str, Any] = json.loads(text)

    def _why_there_is_none(self) -> str:
        """The folder's own word about a run that did not come to its end."""
        try:
            return (self.folder / "incomplete.txt").read_text(encoding="utf-8").splitlines()[0]
        except OSError:
            return "expected a summary.json in it"

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
        """What the scenario expects, whether it came about, and what happened."""
        return Table(EXPECTATION_COLUMNS, self.summary["expectations"])

    @property
    def outcomes(self) -> Table:
        """One row a recipient: what became of the message, and since when.

        ``message`` is what the scenario calls it; a notification that a server wrote has no such
        name.
        """
        rows = [
            {key: _unless_empty(value) for key, value in {**message, **recipient}.items()}
            for message in self.summary["messages"]
            for recipient in message["recipients"]
        ]
        return Table(OUTCOME_COLUMNS, rows)

    @cached_property
    def events(self) -> Table:
        """The whole record, one row an event.

        ``begin`` and ``end`` are octets of the connection's stream in the direction of the line;
        ``connection`` is counted on each host.
        """
        with (self.folder / "events.jsonl").open(encoding="utf-8") as lines:
            return Table(EVENT_COLUMNS, (_flatten(json.loads(line)) for line in lines))

    @property
    def messages(self) -> dict[str, bytes]:
        """The messages that stand in mailboxes or were fetched, by ``<mailbox>/<number>``."""
        files = sorted((self.folder / "mail").glob("*/*.eml"), key=_by_number)
        return {f"{path.parent.name}/{path.stem}": path.read_bytes() for path in files}

    def received(self, message: str | None = None) -> Table:
        """The trace of a delivered message by its Received fields, oldest hop first.

        Parameters
        ----------
        message : str, optional
            A key of :attr:`messages`; the first one by default.

        Returns
        -------
        Table
            ``date`` and ``delay_s``, the time since the hop before, are by the hosts' own clocks,
            so a delay is negative where a clock is wrong. ``time_s`` is the true time, and
            ``connection``, ``begin`` and ``end`` tell where the record has the message.
        """
        messages = self.messages
        if not messages and message is None:
            return Table(RECEIVED_COLUMNS, [])
        key = next(iter(messages)) if message is None else message
        if key not in messages:
            raise KeyError(f"no message {key!r}; there are: {', '.join(messages) or 'none'}")
        return Table(RECEIVED_COLUMNS, self._record.received(messages[key]))

    @property
    def transcripts(self) -> dict[str, Transcript]:
        """The dialogues by name, in the order in which they began; behind them the DNS look-ups."""
        files = sorted((self.folder / "transcripts").glob("*.txt"), key=_by_number)
        return {path.stem: Transcript(path.stem, _read_text(path)) for path in files}

    def transcript(self, name: str) -> Transcript:
        """The first dialogue in whose name ``name`` occurs.

        >>> import postroad as pr
        >>> pr.load("first-letter").run().transcript("pop3").lines[1]
        'C: USER bob'
        """
        transcripts = self.transcripts
        for key, transcript in transcripts.items():
            if name in key:
                return transcript
        raise KeyError(f"no transcript {name!r}; there are: {', '.join(transcripts) or 'none'}")

    @property
    def zones(self) -> dict[str, str]:
        """The zones as they were at the end, each a master file (RFC 1035), by domain.

        The root's zone is called ``"root"``.

        >>> import postroad as pr
        >>> zone = pr.load("first-letter").run().zones["b.net"]
        >>> [line.split() for line in zone.splitlines() if "MX" in line]
        [['b.net.', '3600', 'IN', 'MX', '10', 'mail.b.net.']]
        """
        files = sorted((self.folder / "zones").glob("*.zone"))
        return {path.stem: _read_text(path) for path in files}

    @cached_property
    def ladder(self) -> Picture:
        """Who said what to whom and when, as a ladder of arrows."""
        return Picture(*self._record.ladder(self.title))

    @cached_property
    def _record(self) -> _postroad.Record:
        return _postroad.Record(str(self.folder / "events.jsonl"))

    def _headline(self) -> str:
        expected = self.summary["expectations"]
        held = sum(row["holds"] for row in expected)
        return (
            f"{self.title} (seed {self.summary['seed']}, run {self.summary['run']}): "
            f"{held} of {len(expected)} expectations hold"
        )

    def _failed(self) -> Table:
        return self.expectations.where(holds=False).select("path", "expected", "happened")

    def _tables(self) -> list[tuple[str, Table]]:
        """What is shown of the run, besides its ladder and its dialogues."""
        shown = [column for column in OUTCOME_COLUMNS if column != "message_id"]
        tables = [("What became of each message", self.outcomes.select(*shown))]
        if self._failed():
            tables.append(("What was expected and did not happen", self._failed()))
        for key in self.messages:
            columns = RECEIVED_COLUMNS[: RECEIVED_COLUMNS.index("connection")] + ["fault"]
            tables.append((f"The way of {key}", self.received(key).select(*columns)))
        return tables

    def _text(self) -> str:
        tables = [f"{title}:\n{table!r}" for title, table in self._tables()]
        return "\n\n".join([self._headline(), *tables, self.ladder.text])

    def _html(self) -> str:
        tables = "".join(
            f"<p>{escape(title)}:</p>{table._html()}" for title, table in self._tables()
        )
        transcripts = "".join(
            details(name, preformatted(str(text))) for name, text in self.transcripts.items()
        )
        return (
            f"<b>{escape(self._headline())}</b>{tables}{self.ladder._html()}"
            f"{details('Transcripts', transcripts)}"
        )


def _flatten(event: dict[str, Any]) -> dict[str, Any]:
    """An event as a row: what is nested in it becomes columns."""
    connection = event.pop("connection", {})
    begin, end = event.pop("range", (None, None))
    row = {WITH_UNITS.get(name, name): value for name, value in event.items()}
    row.update(
        time_s=event["t"],
        connection=connection.get("number"),
        role=connection.get("role"),
        protocol=connection.get("protocol"),
        local=connection.get("local"),
        remote=connection.get("remote"),
        begin=begin,
        end=end,
    )
    return row


def _unless_empty(value: Any) -> Any:
    return None if value in ("", []) else value


def _read_text(path: pathlib.Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def _by_number(path: pathlib.Path) -> list[tuple[int, str]]:
    """A key by which 2.eml comes before 10.eml."""
    parts = re.findall(r"\d+|\D+", f"{path.parent.name}/{path.name}")
    return [(int(part), "") if part.isdigit() else (sys.maxsize, part) for part in parts]
