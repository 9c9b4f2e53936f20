"""The notebooks as they are kept, executed and exported."""

import html.parser
import os
import pathlib

import nbformat
import pytest
from nbconvert import HTMLExporter
from nbconvert.preprocessors import CellExecutionError, ExecutePreprocessor

SOURCE = pathlib.Path(os.environ["POSTROAD_SOURCE"])
NOTEBOOKS = sorted((SOURCE / "notebooks").glob("*.ipynb"))
TIMEOUT_S = 600


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def execute(notebook, folder: pathlib.Path) -> None:
    executor = ExecutePreprocessor(timeout=TIMEOUT_S, kernel_name="python3")
    executor.preprocess(notebook, {"metadata": {"path": str(folder)}})


def export(notebook) -> str:
    """The notebook as a page that is complete without the network and without Debian's scripts."""
    exporter = HTMLExporter(mathjax_url="", require_js_url="", jquery_url="")
    return exporter.from_notebook_node(notebook)[0]


class References(html.parser.HTMLParser):
    """What a page fetches or links to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.urls += [value or "" for name, value in attributes if name in ("src", "href")]


def test_there_is_a_notebook():
    assert NOTEBOOKS


def test_a_notebook_is_kept_without_outputs(notebook):
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_a_notebook_runs_and_its_export_is_complete_in_itself(notebook, tmp_path):
    execute(notebook, tmp_path)
    page = export(notebook)
    outside = [url for url in References(page).urls if url.startswith(("http", "file:", "//"))]
    assert outside == []
    assert '<img alt="' in page


def test_a_worker_that_dies_leaves_the_kernel_alive(tmp_path):
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_code_cell(source)
        for source in (
            "import os\nimport postroad as pr\nfrom postroad import _worker\n"
            "simulate = _worker._postroad.run\n_worker._postroad.run = lambda *a: os.abort()",
            "try:\n    pr.load('first-letter').run()\nexcept pr.RunError as error:\n    print(error)",
            "_worker._postroad.run = simulate\npr.load('first-letter').run().ok",
        )
    ]
    execute(notebook, tmp_path)
    assert "ended by SIGABRT" in notebook.cells[1].outputs[0]["text"]
    assert notebook.cells[2].outputs[0]["data"]["text/plain"] == "True"


def test_an_error_in_a_cell_is_not_passed_over(tmp_path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("assert False")])
    with pytest.raises(CellExecutionError):
        execute(notebook, tmp_path)
