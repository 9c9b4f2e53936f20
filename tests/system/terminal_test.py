"""What a run prints: everything, or with --quiet the outcomes; colours for terminals only."""

import os
import pty
import re
import subprocess
from pathlib import Path

from scenario_text import CROSSING, crossing, fail, send

ESCAPE = "\x1b"
README = Path(__file__).parents[2] / "README.md"


def test_a_run_shows_the_dialogue_the_way_and_the_outcome(letter):
    shown = letter.stdout
    begin = shown.index("220 mail.a.net ESMTP Postroad")
    way = shown.index("The way of bob@b.net/1 by its Received fields")
    outcome = shown.index(": delivered to bob@b.net at mail.b.net after ")
    folder = shown.index(f"everything of this run is in {letter.folder}")
    assert begin < way < outcome < folder


def test_the_readme_shows_what_a_run_prints(letter):
    shown = re.search(r"The end of what a run prints:\n\n```\n(.*?)```", README.read_text(), re.S)[1]
    assert letter.stdout.replace(str(letter.folder), "out/first-letter").endswith(shown)


def test_every_line_of_the_dialogue_has_its_time_and_its_hosts(letter):
    shown = letter.stdout.splitlines()
    said = letter.find("line-sent") + letter.find("line-received")
    servers = [event for event in said if event["connection"]["role"] == "server"]
    assert servers
    for event in servers:
        arrow = "<-" if event["kind"] == "line-sent" else "->"
        (line,) = (
            line
            for line in shown
            if line.split()[:1] == [f"{event['t']:.9f}"[:-3]] and line.endswith(" " + event["text"])
        )
        assert re.match(rf" *\d+\.\d{{6}}  \S+ +{arrow} {event['host']} +\S", line)


def test_a_quiet_run_prints_only_outcomes(lab, letter, tmp_path):
    run = lab.run("first-letter", tmp_path, "--quiet")
    assert run.status == 0
    (line,) = run.stdout.splitlines()
    assert line in letter.stdout.splitlines()
    assert ": delivered to bob@b.net at mail.b.net after " in line


def test_a_quiet_run_says_which_expectation_failed(lab, tmp_path):
    scenario = crossing(tmp_path, {"0s": fail("link", CROSSING), "1s": send()})
    run = lab.run(scenario, tmp_path / "out", "--quiet")
    assert run.status == 1
    outcome, failed = run.stdout.splitlines()
    assert ": still queued for bob@b.net at " in outcome
    assert failed.startswith(f"{scenario}:")


def test_a_quiet_run_leaves_the_same_folder(lab, letter, tmp_path):
    quiet = lab.run("first-letter", tmp_path, "--quiet")
    assert quiet.events == letter.events
    assert quiet.summary == letter.summary


def test_no_colour_goes_to_a_file(letter, by_hand):
    assert ESCAPE not in letter.stdout + by_hand.stdout


def test_a_terminal_gets_the_same_words_in_colour(lab, by_hand, tmp_path):
    mine, theirs = pty.openpty()
    command = lab.command("run", "by-hand", "--out", tmp_path)
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs) as program:
        os.close(theirs)
        shown = read_all(mine)
    os.close(mine)
    assert program.returncode == 0
    assert ESCAPE in shown
    plain = re.sub(ESCAPE + r"\[[0-9;]*m", "", shown).replace("\r\n", "\n")
    assert plain == by_hand.stdout.replace(str(by_hand.folder), str(tmp_path))


def read_all(terminal: int) -> str:
    """What is written to a terminal until its other side is closed."""
    shown = b""
    try:
        while more := os.read(terminal, 65536):
            shown += more
    except OSError:  # so Linux tells that the other side is closed
        pass
    return shown.decode()
