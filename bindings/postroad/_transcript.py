"""A dialogue as it was spoken."""

from __future__ import annotations

from ._display import Displayed, escape, preformatted


class Transcript(Displayed):
    """A dialogue in the form of the RFCs, with ``C:`` before what the client says and ``S:``
    before what the server says.

    Attributes
    ----------
    name : str
        Its number in the run, the protocol, the client and the server.
    text : str
        The dialogue; lines that begin with ``#`` tell who spoke and when.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def __str__(self) -> str:
        return self.text

    @property
    def lines(self) -> list[str]:
        """What was said, without the lines that begin with ``#``."""
        return [line for line in self.text.splitlines() if not line.startswith("#")]

    def _text(self) -> str:
        return self.text.rstrip("\n")

    def _html(self) -> str:
        return f"<b>{escape(self.name)}</b>{preformatted(self.text)}"
