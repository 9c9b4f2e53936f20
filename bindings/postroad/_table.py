"""A small table that needs nothing but Python, and becomes a DataFrame when pandas is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ._display import Displayed, escape

ROWS_SHOWN = 40


class Table(Displayed, Sequence):
    """Rows of equal columns, in a fixed order.

    Behaves as a list of dictionaries. Units stand in the names of columns: ``delay_s`` is in
    seconds, ``size_bytes`` in octets.

    Parameters
    ----------
    columns : sequence of str
        The names of the columns.
    rows : sequence of dict
        One dictionary a row; a missing key shows as an empty cell.
    """

    def __init__(self, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
        self.columns = list(columns)
        self._rows = [{name: row.get(name) for name in self.columns} for row in rows]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Table(self.columns, self._rows[index])
        return self._rows[index]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._rows)

    def to_pandas(self):
        """The table as a :class:`pandas.DataFrame`.

        Raises
        ------
        ImportError
            When pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise ImportError(
                "to_pandas() needs pandas: install it with `apt install python3-pandas` "
                "or `pip install pandas`"
            ) from error
        return pandas.DataFrame(self._rows, columns=self.columns)

    def _cells(self) -> list[list[str]]:
        return [[_cell(row[name]) for name in self.columns] for row in self._rows[:ROWS_SHOWN]]

    def _more(self) -> str:
        hidden = len(self) - ROWS_SHOWN
        return f"... and {hidden} more rows" if hidden > 0 else ""

    def _text(self) -> str:
        lines = [self.columns, *self._cells()]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        drawn = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
            for line in lines
        ]
        return "\n".join(filter(None, [*drawn, self._more()]))

    def _html(self) -> str:
        head = "".join(f'<th style="text-align:left">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f'<td style="text-align:left">{escape(c)}</td>' for c in line) + "</tr>"
            for line in self._cells()
        )
        return (
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            f"{escape(self._more())}"
        )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value).replace("\r\n", " / ")
