"""A small table that needs nothing but Python, and becomes a DataFrame when pandas is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ._display import Displayed, escape

if TYPE_CHECKING:
    import pandas

ROWS_SHOWN = 40


class Table(Displayed, Sequence):
    """Rows of equal columns, in a fixed order.

    Behaves as a list of dictionaries. Units stand in the names of columns: ``delay_s`` is in
    seconds, ``size_bytes`` in octets. When a table is shown, columns without a value are left out.

    Parameters
    ----------
    columns : sequence of str
        The names of the columns.
    rows : iterable of dict
        One dictionary a row; a missing key is an empty cell, ``None``.

    Examples
    --------
    >>> table = Table(["host", "size_bytes"], [{"host": "a.net", "size_bytes": 120}])
    >>> table
    host   size_bytes
    a.net  120
    >>> table[0]["size_bytes"]
    120
    """

    def __init__(self, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
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

    def where(self, **values: object) -> Table:
        """The rows that have these values.

        >>> Table(["host"], [{"host": "a.net"}, {"host": "b.net"}]).where(host="b.net")
        host
        b.net
        """
        self._require(values)
        rows = [row for row in self if all(row[name] == values[name] for name in values)]
        return Table(self.columns, rows)

    def select(self, *columns: str) -> Table:
        """The table with these columns only, in this order."""
        self._require(columns)
        return Table(columns, self._rows)

    def to_pandas(self) -> pandas.DataFrame:
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

    def _require(self, names: Iterable[str]) -> None:
        for name in names:
            if name not in self.columns:
                raise KeyError(f"no column {name!r}; there are: {', '.join(self.columns)}")

    def _lines(self) -> list[list[str]]:
        """The names of the columns and the rows, as they are shown."""
        rows = self._rows[:ROWS_SHOWN]
        shown = [name for name in self.columns if any(row[name] is not None for row in rows)]
        shown = shown or self.columns
        return [shown, *([_cell(row[name]) for name in shown] for row in rows)]

    def _more(self) -> str:
        hidden = len(self) - ROWS_SHOWN
        return f"... and {hidden} more rows" if hidden > 0 else ""

    def _text(self) -> str:
        lines = self._lines()
        widths = [max(map(len, column)) for column in zip(*lines)]
        drawn = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip()
            for line in lines
        ]
        return "\n".join(filter(None, [*drawn, self._more()]))

    def _html(self) -> str:
        head, *body = self._lines()
        rows = "".join(f"<tr>{_cells('td', line)}</tr>" for line in body)
        return (
            f"<table><thead><tr>{_cells('th', head)}</tr></thead><tbody>{rows}</tbody></table>"
            f"{escape(self._more())}"
        )


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f'<{tag} style="text-align:left">{escape(text)}</{tag}>' for text in texts)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.9f}"[:-3]  # cut to microseconds, as in ladders and dialogues
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_cell, value))
    return " / ".join(str(value).expandtabs(1).splitlines())
