"""A picture with its twin in text."""

from __future__ import annotations

import pathlib

from ._display import Displayed, image


class Picture(Displayed):
    """A drawing as SVG, with the same content as text for terminals and screen readers.

    Parameters
    ----------
    svg : str
        The drawing, complete in itself.
    text : str
        The same in text.
    alt : str
        One sentence on what the drawing shows.
    """

    def __init__(self, svg: str, text: str, alt: str) -> None:
        self.svg = svg
        self.text = text
        self.alt = alt

    def save(self, path: str | pathlib.Path) -> pathlib.Path:
        """Writes the drawing to a file and returns the file's path."""
        path = pathlib.Path(path)
        path.write_text(self.svg, encoding="utf-8")
        return path

    def _text(self) -> str:
        return self.text

    def _html(self) -> str:
        return image(self.svg, self.alt)
