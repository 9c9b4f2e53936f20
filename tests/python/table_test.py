"""Tables, with and without pandas."""

import sys
import types

import pytest

import postroad as pr


@pytest.fixture
def table() -> pr.Table:
    rows = [
        {"host": "a.net", "size_bytes": 120, "time_s": 1.3056979, "route": ["b.net", "c.net"]},
        {"host": "<b>.net", "size_bytes": 0, "late": False},
    ]
    return pr.Table(["host", "size_bytes", "time_s", "route", "late", "reason"], rows)


def test_a_table_is_a_sequence_of_dictionaries(table):
    assert len(table) == 2
    assert table[0]["size_bytes"] == 120
    assert table[-1]["time_s"] is None
    assert [row["host"] for row in table] == ["a.net", "<b>.net"]
    assert [row["host"] for row in table[1:]] == ["<b>.net"]


def test_columns_keep_their_order_and_foreign_ones_stay_out():
    table = pr.Table(["b", "a"], [{"a": 1, "c": 2, "b": 3}])
    assert list(table[0].items()) == [("b", 3), ("a", 1)]


def test_a_table_reads_as_columns_that_line_up(table):
    assert repr(table) == (
        "host     size_bytes  time_s    route         late\n"
        "a.net    120         1.305697  b.net, c.net\n"
        "<b>.net  0                                   no"
    )


def test_a_table_without_rows_shows_its_columns():
    assert repr(pr.Table(["host", "kind"], [])) == "host  kind"


def test_text_of_several_lines_stays_in_its_row():
    assert repr(pr.Table(["text"], [{"text": "one\r\n\ttwo\r\n"}])) == "text\none /  two"


def test_a_long_table_shows_its_beginning_and_counts_the_rest():
    lines = repr(pr.Table(["n"], [{"n": n} for n in range(45)])).splitlines()
    assert lines[40:] == ["39", "... and 5 more rows"]
    assert repr(pr.Table(["n"], [{"n": n} for n in range(40)])).splitlines()[-1] == "39"


def test_html_is_escaped(table):
    html = table._repr_mimebundle_()["text/html"]
    assert "<b>" not in html
    assert "&lt;b&gt;.net" in html


def test_where_keeps_the_rows_with_all_values(table):
    assert [row["host"] for row in table.where(size_bytes=120, late=None)] == ["a.net"]
    assert len(table.where(size_bytes=120, late=False)) == 0


def test_select_keeps_columns_in_the_given_order(table):
    assert table.select("size_bytes", "host").columns == ["size_bytes", "host"]
    assert table.select("size_bytes", "host")[0] == {"size_bytes": 120, "host": "a.net"}


def test_an_unknown_column_is_refused_with_those_that_there_are(table):
    with pytest.raises(KeyError, match="no column 'hots'; there are: host, size_bytes"):
        table.where(hots="a.net")
    with pytest.raises(KeyError, match="no column 'hots'"):
        table.select("hots")


def test_without_pandas_the_way_to_it_is_told(table, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="apt install python3-pandas"):
        table.to_pandas()


def test_pandas_is_given_the_rows_and_the_order_of_the_columns(table, monkeypatch):
    pandas = types.SimpleNamespace(DataFrame=lambda rows, columns: (rows, columns))
    monkeypatch.setitem(sys.modules, "pandas", pandas)
    assert table.to_pandas() == (list(table), table.columns)
