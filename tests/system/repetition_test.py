"""The same seed and run give the same octets; others give others."""

import filecmp
from pathlib import Path

import pytest

from scenario_text import CROSSING, crossing, send


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["first-letter", "by-hand", "mx-lookup"])
def test_two_runs_leave_the_same_folder(lab, name, tmp_path):
    first = lab.run(name, tmp_path / "first")
    second = lab.run(name, tmp_path / "second")
    files = tree(first.folder)
    assert {Path(file).suffix for file in files} == {".pcap", ".eml", ".txt", ".json", ".jsonl", ".zone"}
    assert files == tree(second.folder)


def test_two_runs_print_the_same(lab, letter, tmp_path):
    again = lab.run("first-letter", tmp_path / "again")
    place = f"in {again.folder}\n", f"in {letter.folder}\n"
    assert again.stdout.replace(*place) == letter.stdout


def test_a_folder_that_is_there_already_is_made_anew(lab, letter, tmp_path):
    lab.run("by-hand", tmp_path)
    lab.run("first-letter", tmp_path)
    assert tree(tmp_path) == tree(letter.folder)


def test_what_else_is_in_the_folder_stays(lab, tmp_path):
    lab.run("by-hand", tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    assert lab.run("by-hand", tmp_path).status == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_runs_with_losses_are_repeated_too(lab, tmp_path):
    scenario = crossing(tmp_path, {"1s": send(size="20kB")})
    losses = ["--set", "links[3].loss=10%"]
    first = lab.run(scenario, tmp_path / "first", *losses)
    second = lab.run(scenario, tmp_path / "second", *losses)
    assert tree(first.folder) == tree(second.folder)


@pytest.mark.parametrize("chance", [("--run", "2"), ("--seed", "2")])
def test_another_run_or_seed_is_another_chance(lab, letter, tmp_path, chance):
    other = lab.run("first-letter", tmp_path, *chance)
    assert other.status == 0
    assert other.summary[chance[0].removeprefix("--")] == 2
    assert other.mail("bob@b.net") != letter.mail("bob@b.net")
    for name in ("mta.a.net-to-r1.net.pcap", "ns.net-to-r2.net.pcap"):
        pcap = Path("pcap") / name
        assert not filecmp.cmp(other.folder / pcap, letter.folder / pcap, shallow=False)
    assert other.outcomes() == letter.outcomes()


def test_a_seed_in_the_file_is_as_good_as_one_on_the_command_line(lab, tmp_path):
    by_option = lab.run("first-letter", tmp_path / "option", "--seed", "7")
    by_field = lab.run("first-letter", tmp_path / "field", "--set", "seed=7")
    assert tree(by_option.folder) == tree(by_field.folder)


def test_losses_differ_from_run_to_run(lab, tmp_path):
    scenario = crossing(tmp_path, {"1s": send(size="20kB")})
    losses = ["--set", f"links[3]={{between: [{CROSSING.replace('--', ', ')}], loss: 10%}}"]
    ends = {
        lab.run(scenario, tmp_path / run, *losses, "--run", run).find("message-delivered")[0]["t"]
        for run in ("1", "2", "3")
    }
    assert len(ends) == 3
