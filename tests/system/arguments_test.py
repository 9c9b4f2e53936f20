"""Wrong files and wrong arguments: said where, and what would be right; nothing is run."""

import re

import pytest

from scenario_text import FIRST_LETTER

WRONG = 2


@pytest.fixture
def folder(tmp_path):
    """An empty folder to start the program in."""
    work = tmp_path / "work"
    work.mkdir()
    return work


def assert_refused(ended, *said):
    assert ended.returncode == WRONG, ended.stdout
    assert ended.stdout == ""
    for words in said:
        assert words in ended.stderr


FAULTS = [
    ("zone: +0100 CET", "zome: +0100 CET", r"hosts\.alice-pc\.a\.net\.zome", 'mean "zone"'),
    ("is: delivered", "is: deliverd", r"expect\[0\]\.outcome\.is", 'mean "delivered"'),
    ("smart-host: mta.a.net", "smart-host: mta.a.nte", r"hosts\.mail\.a\.net", 'mean "mta.a.net"'),
    ("roles: mua", "roles: muaa", r"hosts\.alice-pc\.a\.net\.roles", 'mean "mua"'),
    ("delay: 10ms", "delay: 10mss", r"links\[0\]\.delay", "expected"),
    ("rate: 20Mbps", "rate: fast", r"links\[0\]\.rate", "expected"),
    ("from: alice@a.net", "from: alcie@a.net", r"events\[0\]\.send\.from", 'mean "alice@a.net"'),
    ("message: letter1, to", "message: lettr1, to", r"expect\[0\]\.", 'mean "letter1"'),
    ("title: First letter", "titel: First letter", "titel", 'mean "title"'),
]


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize("right, wrong, field, nearest", FAULTS, ids=[f[1] for f in FAULTS])
def test_a_wrong_field_is_named_with_its_place(lab, folder, command, right, wrong, field, nearest):
    text = FIRST_LETTER.read_text()
    scenario = folder / "mine.yaml"
    scenario.write_text(text.replace(right, wrong, 1))
    number = text[: text.index(right)].count("\n") + 1
    ended = lab.start(command, "mine.yaml", cwd=folder)
    assert_refused(ended)
    said = rf"mine\.yaml:{number}: {field}\S*: expected .+, got .+"
    lines = [line for line in ended.stderr.splitlines() if re.match(said, line)]
    assert len(lines) == 1, ended.stderr
    assert nearest in lines[0]
    assert list(folder.iterdir()) == [scenario]


def test_every_fault_of_a_file_is_told_at_once(lab, folder):
    text = FIRST_LETTER.read_text()
    for right, wrong in (("delay: 10ms", "delay: soon"), ("rate: 1Gbps", "rate: fast")):
        text = text.replace(right, wrong, 1)
    (folder / "mine.yaml").write_text(text)
    ended = lab.start("check", "mine.yaml", cwd=folder)
    assert_refused(ended, "links[0].delay: ", "links[3].rate: ")


def test_a_file_that_is_no_yaml_is_refused_with_its_place(lab, folder):
    (folder / "mine.yaml").write_text("title: a\nhosts: {a: [\n")
    assert_refused(lab.start("check", "mine.yaml", cwd=folder), "mine.yaml:")


@pytest.mark.parametrize("command", ["run", "check"])
def test_an_unknown_scenario_is_refused_with_the_nearest_name(lab, folder, command):
    ended = lab.start(command, "first-leter", cwd=folder)
    assert_refused(ended, 'got "first-leter"', 'did you mean "first-letter"?')
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "change, said",
    [
        ("links[0].dely=3ms", 'did you mean "delay"?'),
        ("links[9].delay=3ms", "expected a number below 7"),
        ("hosts.mail.b.nte.zone=UTC", 'did you mean "mail.b.net"?'),
        ("links[0].delay=soon", 'got "soon"'),
        ("links[0].delay", "expected PATH=VALUE"),
    ],
)
def test_a_wrong_change_is_refused(lab, folder, change, said):
    ended = lab.start("run", "first-letter", "--set", change, cwd=folder)
    assert_refused(ended, f"--set {change}: ", said)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["run", "first-letter", "--seed", "0"], "seed"),
        (["run", "first-letter", "--seed", "x"], "--seed"),
        (["run", "first-letter", "--seed", "99999999999"], "99999999999 not in range"),
        (["run", "first-letter", "--run", "-1"], "--run"),
        (["run", "first-letter", "--nope"], "--nope"),
        (["run", "first-letter", "--out"], "--out"),
        (["run", "first-letter", "by-hand"], "by-hand"),
        (["run"], "NAME|FILE"),
        (["check"], "FILE"),
        (["list", "first-letter"], "first-letter"),
        ([], "list"),
    ],
)
def test_a_wrong_command_line_is_refused(lab, folder, arguments, said):
    assert_refused(lab.start(*arguments, cwd=folder), said)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_refused(lab, folder):
    (folder / "file").write_text("mine")
    for out in ("file", "file/out"):
        ended = lab.start("run", "first-letter", "--out", out, cwd=folder)
        assert_refused(ended, "--out: expected a folder that ", f'got "{out}"')
    assert (folder / "file").read_text() == "mine"


def test_a_folder_of_something_else_is_refused_and_left_alone(lab, folder):
    (folder / "mail").mkdir()
    (folder / "mail" / "inbox").write_text("mine")
    ended = lab.start("run", "first-letter", "--out", folder)
    assert_refused(ended, "--out: expected a folder that is empty, new, or of an earlier run")
    assert [path.name for path in folder.iterdir()] == ["mail"]
    assert (folder / "mail" / "inbox").read_text() == "mine"


def test_the_default_folder_is_out_and_the_name(lab, folder):
    ended = lab.start("run", "by-hand", cwd=folder)
    assert ended.returncode == 0
    assert (folder / "out" / "by-hand" / "summary.json").is_file()
    assert ended.stdout.endswith("everything of this run is in out/by-hand\n")


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"]])
def test_help_goes_to_standard_output(lab, arguments):
    ended = lab.start(*arguments)
    assert ended.returncode == 0
    assert " ".join(["postroad", *arguments[:-1], "[OPTIONS]"]) in ended.stdout
    assert ended.stderr == ""
