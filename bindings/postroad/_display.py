"""How objects show themselves in a notebook, in the one form that survives everywhere."""

from __future__ import annotations

import base64
import html


class Displayed:
    """Mixin: a class gives ``_text()`` and ``_html()``, and Jupyter shows the better of the two.

    Plain text is always among the forms, so that a terminal, a screen reader and an exported
    notebook show something too.
    """

    def _text(self) -> str:
        raise NotImplementedError

    def _html(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return self._text()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/plain": self._text(), "text/html": self._html()}


def escape(text: object) -> str:
    """Text as it may stand in HTML, in attributes too."""
    return html.escape(str(text), quote=True)


def image(svg: str, alt: str) -> str:
    """An SVG as an ``<img>`` that carries it along.

    Inline SVG and ``image/svg+xml`` are lost by some front ends and exporters; this is not. What is
    wider than the page scrolls, as its letters could not be read if it shrank.
    """
    data = base64.b64encode(svg.encode()).decode()
    return (
        f'<div style="overflow:auto"><img alt="{escape(alt)}" style="max-width:none" '
        f'src="data:image/svg+xml;base64,{data}"></div>'
    )


def preformatted(text: str) -> str:
    """Text in a fixed-width block that keeps left-aligned and scrolls when it is wide."""
    return f'<pre style="text-align:left;overflow:auto">{escape(text)}</pre>'


def details(summary: str, body: str) -> str:
    """A block that is folded until it is clicked."""
    return f"<details><summary>{escape(summary)}</summary>{body}</details>"
