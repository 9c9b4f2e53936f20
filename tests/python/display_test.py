"""What a notebook and a terminal show."""

import base64
import html.parser

import pytest

import postroad as pr


class Html(html.parser.HTMLParser):
    """The images and the references of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.images: list[dict[str, str]] = []
        self.references: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == "img":
            self.images.append(dict(attributes))
        self.references += [value for name, value in attributes if name in ("src", "href")]


@pytest.fixture(params=["scenario", "run", "cut run", "table", "transcript", "ladder"])
def displayed(request, run, cut_run):
    return {
        "scenario": pr.load("first-letter"),
        "run": run,
        "cut run": cut_run,
        "table": run.events,
        "transcript": run.transcript("smtp"),
        "ladder": run.ladder,
    }[request.param]


def test_everything_shows_as_text_and_as_html(displayed):
    bundle = displayed._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle["text/plain"] == repr(displayed)
    assert bundle["text/plain"].strip()


def test_nothing_is_fetched_from_elsewhere_and_no_script_runs(displayed):
    shown = Html(displayed._repr_mimebundle_()["text/html"])
    assert "script" not in shown.tags
    assert all(url.startswith("data:image/svg+xml;base64,") for url in shown.references)


def test_a_run_shows_its_outcome_its_hops_its_ladder_and_its_dialogues(run):
    text = run._repr_mimebundle_()["text/html"]
    assert "First letter (seed 1, run 1): 9 of 9 expectations hold" in text
    assert "<td style=\"text-align:left\">delivered</td>" in text
    assert "<td style=\"text-align:left\">[10.0.0.9]</td>" in text
    assert "C: RCPT TO:&lt;bob@b.net&gt;" in text
    assert len(Html(text).images) == 1


def test_a_run_reads_in_a_terminal_too(run):
    lines = repr(run).splitlines()
    assert lines[0] == "First letter (seed 1, run 1): 9 of 9 expectations hold"
    assert any(line.split()[:3] == ["3", "mta.a.net", "[10.0.0.9]"] for line in lines)
    assert any(line.endswith("SMTP: RCPT TO:<bob@b.net>") for line in lines)


def test_a_run_that_failed_says_what_did_not_happen(cut_run):
    assert "3 of 9 expectations hold" in repr(cut_run)
    assert "letter1 to be delivered for bob@b.net" in repr(cut_run)
    assert "letter1 to be delivered for bob@b.net" in cut_run._repr_mimebundle_()["text/html"]


def test_a_picture_carries_its_drawing_and_an_alt_text(run):
    (image,) = Html(run.ladder._repr_mimebundle_()["text/html"]).images
    assert image["alt"] == run.ladder.alt
    data = image["src"].removeprefix("data:image/svg+xml;base64,")
    assert base64.b64decode(data).decode() == run.ladder.svg


def test_a_transcript_shows_as_it_was_spoken(run):
    transcript = run.transcript("pop3")
    assert "S: +OK POP3 server ready\nC: USER bob\n" in repr(transcript)
    assert "S: +OK POP3 server ready\nC: USER bob\n" in transcript._repr_mimebundle_()["text/html"]


def test_a_scenario_shows_its_file():
    scenario = pr.load("first-letter")
    assert repr(scenario) == "<Scenario first-letter: First letter (L02, L12, L13, L19, L20, L25)>"
    assert "mua: {user: alice@a.net}" in scenario._repr_mimebundle_()["text/html"]
