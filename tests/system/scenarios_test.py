"""Every scenario that is shipped does what it says."""

import pytest

from scenario_text import LIBRARY

NAMES = sorted(path.stem for path in LIBRARY.glob("*/*.yaml"))


def test_list_shows_each_scenario_with_its_title(lab):
    listed = lab.start("list")
    assert listed.returncode == 0
    lines = listed.stdout.splitlines()
    assert [line.split()[0] for line in lines] == NAMES
    for line, name in zip(lines, NAMES):
        text = (LIBRARY / name / f"{name}.yaml").read_text()
        assert text.splitlines()[0].removeprefix("title: ") in line


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_has_nothing_wrong(lab, name):
    checked = lab.start("check", LIBRARY / name / f"{name}.yaml")
    assert checked.returncode == 0
    assert checked.stdout.startswith(f"{name}: ")
    warnings = len(checked.stderr.splitlines())
    usual = {0: "nothing wrong", 1: "no mistake, 1 warning"}
    assert checked.stdout.endswith(f": {usual.get(warnings, f'no mistake, {warnings} warnings')}\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_meets_all_that_it_expects(lab, name, tmp_path):
    run = lab.run(name, tmp_path)
    assert run.status == 0, run.stdout
    assert run.stderr == ""
    expectations = run.summary["expectations"]
    assert expectations
    assert all(each["holds"] for each in expectations)
    assert f"{len(expectations)} of {len(expectations)} expectations hold" in run.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_explains_itself(name):
    readme = (LIBRARY / name / "README.md").read_text()
    assert f"./postroad run {name}" in readme
    assert "**Goal.**" in readme
    assert "## What to observe" in readme
    assert "## Questions" in readme
