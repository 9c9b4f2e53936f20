"""What examples/first-letter.cc prints, and what its options change."""

import email
import email.message
import os
import re
import subprocess
from pathlib import Path

PROGRAM = Path(os.environ["POSTROAD_EXAMPLES"], "first-letter")


def run(*options: str, folder: Path | None = None) -> str:
    command = [PROGRAM, *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder).stdout


def letter(output: str) -> email.message.Message:
    """The one message that Bob has."""
    return email.message_from_string(output.split("1 message in Bob's inbox:\n\n")[1])


def test_the_letter_comes_over_three_hops_into_bobs_inbox():
    message = letter(run())
    assert message["Return-Path"] == "<alice@a.net>"
    by = [re.search(r"by (\S+)", field)[1] for field in message.get_all("Received")]
    assert by == ["mail.b.net", "mta.a.net", "mail.a.net"]
    assert message.get_payload().splitlines()[0] == "Hello Bob"


def test_the_dialogue_names_the_servers_in_order():
    output = run()
    steps = ["220 mail.a.net", "220 mta.a.net", "b.net MX?", "220 mail.b.net", "+OK", "RETR 1"]
    places = [output.index(step) for step in steps]
    assert places == sorted(places)


def test_the_options_change_the_letter_and_the_way():
    output = run("--body=See you.", "--delay=400ms")
    assert letter(output).get_payload().strip() == "See you."
    assert output.index("220 mail.b.net") > 0 and output != run("--body=See you.")


def test_pcap_files_are_written_when_asked_for(tmp_path):
    run(folder=tmp_path)
    assert not list(tmp_path.iterdir())
    run("--pcap", folder=tmp_path)
    assert list(tmp_path.glob("first-letter-*.pcap"))
