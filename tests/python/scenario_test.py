"""Finding, checking and changing scenarios."""

import pytest

import postroad as pr


def test_the_shipped_scenarios_are_listed():
    assert {"by-hand", "first-letter"} <= set(pr.scenarios())


def test_a_scenario_tells_what_its_file_says():
    scenario = pr.load("first-letter")
    assert scenario.name == "first-letter"
    assert scenario.title == "First letter"
    assert scenario.about.startswith("Alice writes to Bob.")
    assert scenario.lecture == ["L02", "L12", "L13", "L19", "L20", "L25"]


def test_a_scenario_may_be_a_file(source):
    file = source / "scenarios" / "by-hand" / "by-hand.yaml"
    assert pr.load(file).name == "by-hand"
    assert pr.load(str(file)).name == "by-hand"


def test_a_file_is_found_again_after_the_folder_changed(source, monkeypatch, tmp_path):
    monkeypatch.chdir(source / "scenarios" / "by-hand")
    scenario = pr.load("by-hand.yaml")
    monkeypatch.chdir(tmp_path)
    assert scenario.run().ok


def test_other_scenarios_are_found_in_the_folder_that_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.setenv("POSTROAD_SCENARIOS", str(tmp_path))
    assert pr.scenarios() == []


def test_a_wrong_name_is_refused_with_the_nearest_one():
    with pytest.raises(pr.ConfigError, match='got "first-leter"; did you mean "first-letter"'):
        pr.load("first-leter")


def test_faults_of_a_file_are_told_with_their_lines(tmp_path):
    file = tmp_path / "wrong.yaml"
    file.write_text("title: Wrong\nhosts:\n  a.net: {roles: mtq}\nlnks: []\n")
    with pytest.raises(pr.ConfigError) as caught:
        pr.load(file)
    assert f"{file}:3: " in str(caught.value)
    assert f"{file}:4: lnks: " in str(caught.value)


def test_octets_that_are_no_text_do_not_hide_a_fault(tmp_path):
    file = tmp_path / "wrong.yaml"
    file.write_bytes(b"title: Wrong\nhosts: {a.net: {roles: \xff}}\n")
    with pytest.raises(pr.ConfigError, match="wrong.yaml"):
        pr.load(file)


def test_config_errors_are_value_errors_too():
    with pytest.raises(ValueError):
        pr.load("first-leter")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"set": {"links[0].dely": "5ms"}}, 'did you mean "delay"'),
        ({"set": {"links[0].delay": "soon"}}, "expected a duration"),
        ({"set": {"links[9].delay": "5ms"}}, "expected a number below"),
        ({"seed": -1}, "seed: expected a number from 1 to "),
        ({"run": 0}, "run: expected a number from 1 to "),
        ({"out": "/dev/null/run"}, "expected a folder that can be written to"),
    ],
)
def test_a_wrong_argument_is_refused_before_the_run(arguments, message):
    with pytest.raises(pr.ConfigError) as caught:
        pr.load("first-letter").run(**arguments)
    assert message in str(caught.value)


def test_a_change_may_be_a_text_a_number_a_list_or_a_dictionary():
    changes = {
        "title": "Changed",
        "seed": 7,
        "lecture": ["L02"],
        "events[1].fetch": {"user": "bob@b.net"},
        "hosts.bob-pc.b.net.mua.keep": True,
    }
    run = pr.load("first-letter").run(set=changes)
    assert run.title == "Changed"
    assert run.summary["seed"] == 7
    assert "DELE" not in str(run.transcript("pop3"))


def test_show_prints_the_file(capsys, source):
    pr.load("first-letter").show()
    file = source / "scenarios" / "first-letter" / "first-letter.yaml"
    assert capsys.readouterr().out.rstrip() == file.read_text().rstrip()
