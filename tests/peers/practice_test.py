"""The practice server of the lecture, with the programs that its README names."""

import poplib
from pathlib import Path

import pytest

from programs import succeed
from serve import serve

SCENARIO = Path(__file__).parents[2] / "scenarios" / "practice-server" / "practice-server.yaml"

HOST = "mail.practice.example"


@pytest.fixture(scope="module")
def practice(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("practice") / "out"
    with serve(program, folder, f"{HOST}:25", f"{HOST}:110", network=SCENARIO) as running:
        yield running


def swaks(practice, *arguments):
    server = f"127.0.0.1:{practice.ports[f'{HOST}:25']}"
    return succeed("swaks", "--server", server, "--from", "me@home.example", *arguments)


def subjects(practice):
    client = poplib.POP3("127.0.0.1", practice.ports[f"{HOST}:110"], timeout=60)
    client.user("inbox")
    client.pass_("practice")
    count, _ = client.stat()
    lines = [line for number in range(1, count + 1) for line in client.retr(number)[1]]
    client.quit()
    return [line for line in lines if line.startswith(b"Subject: ")]


@pytest.mark.parametrize(
    "recipient",
    ["president@moon.example", "inbox@practice.example", "bob@[192.0.2.1]", "postmaster"],
)
def test_a_letter_to_anybody_is_shown(practice, recipient):
    swaks(practice, "--to", recipient, "--header", f"Subject: To {recipient}")
    assert f"Subject: To {recipient}".encode() in subjects(practice)


def test_nothing_goes_on_to_another_host(practice):
    swaks(practice, "--to", "carol@c.net,dave@d.net")
    said = practice.said()
    assert "delivered to mailbox inbox@practice.example" in said
    assert "relayed" not in said
    assert "c.net MX?" not in said
