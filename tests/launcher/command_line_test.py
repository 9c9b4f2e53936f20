"""The launcher's command line, as a user types it."""

import pytest


def test_an_unknown_command_is_refused_with_the_nearest_name(machine):
    result = machine.start("chekc")
    assert result.returncode == 2
    assert "unknown command 'chekc'; did you mean check?" in result.stderr
    assert "usage: ./postroad COMMAND" in result.stderr


def test_the_nearest_of_all_commands_is_offered(machine):
    assert "did you mean dig?" in machine.start("dog").stderr


def test_no_name_is_offered_for_a_word_that_is_like_none(machine):
    result = machine.start("first-letter")
    assert result.returncode == 2
    assert "did you mean" not in result.stderr


def test_a_missing_command_is_refused_with_the_usage(machine):
    result = machine.start()
    assert result.returncode == 2
    assert "usage: ./postroad COMMAND" in result.stderr


def test_a_refused_command_line_touches_nothing(machine):
    machine.start("chekc")
    assert (machine.state / "calls").read_text() == ""
    assert not (machine.checkout / "build").exists()


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_help_goes_to_standard_output(machine, word):
    result = machine.start(word)
    assert result.returncode == 0
    assert "usage: ./postroad COMMAND" in result.stdout
