"""Mail between simulated agents and a real Postfix and Dovecot, both ways."""

import time

import pytest
from dovecot import dovecot
from machine import lacks_root, public_folder
from postfix import postfix

from programs import succeed
from serve import serve

# How many messages go out.
MESSAGES = 50

# Seconds until all have to be there.
PATIENCE = 120

NETWORK = """\
title: To and from real servers
duration: 1h
dns: full
hosts:
  alice-pc.a.net: {roles: mua, mua: {user: alice@a.net}}
  mail.a.net: {roles: [msa, mta, mda]}
  mail.real.example: {roles: [mta, mda, pop3]}
  bob-pc.real.example: {roles: mua, mua: {user: bob@real.example, submit-to: mail.a.net}}
  r1.net: {roles: router}
domains:
  a.net: {users: alice, mx: mail.a.net}
  real.example: {users: {bob: {password: secret}}, mx: mail.real.example}
links:
  - {between: [alice-pc.a.net, r1.net], delay: 20ms}
  - {between: [mail.a.net, r1.net], delay: 20ms}
  - {between: [mail.real.example, r1.net], delay: 20ms}
  - {between: [bob-pc.real.example, r1.net], delay: 20ms}
events:
"""

SEND = "  - {at: 1s, send: {from: alice@a.net, to: bob@real.example, subject: Letter %d}}\n"
FETCH = "  - {at: 1s, fetch: {user: bob@real.example}}\n"


@pytest.fixture(scope="module")
def folder():
    with public_folder() as made:
        yield made


@pytest.fixture(scope="module")
def real(folder):
    """The real Postfix."""
    with postfix(folder / "postfix") as running:
        yield running


def wait_until(holds, what):
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what()
        time.sleep(0.1)


def serve_events(program, folder, events, attached):
    """Serves the network with these events, and a real server at a port of mail.real.example."""
    network = folder.parent / f"{folder.name}.yaml"
    network.write_text(NETWORK + events)
    arguments = [f"--attach=mail.real.example:{attached}"]
    return serve(program, folder, network=network, arguments=arguments)


@pytest.mark.skipif(lacks_root(), reason="only root starts Postfix, and sudo asks for a password")
def test_simulated_agents_deliver_to_postfix_and_fetch_from_dovecot(
    program, tmp_path, folder, real
):
    letters = "".join(SEND % number for number in range(MESSAGES))
    with serve_events(program, tmp_path / "out", letters, f"25=127.0.0.1:{real.port}") as served:
        taken = real.mail / "bob" / "new"
        wait_until(lambda: len(list(taken.glob("*"))) == MESSAGES, served.said)

    with dovecot(folder / "dovecot", real.mail) as port:
        with serve_events(program, tmp_path / "in", FETCH, f"110=127.0.0.1:{port}") as served:
            wait_until(lambda: not list((real.mail / "bob").glob("[nc]*/*")), served.said)
    fetched = (served.folder / "events.jsonl").read_text().count('"mailbox-read"')
    assert fetched == MESSAGES


def test_smtp_source_sends_two_hundred_messages_in_ten_sessions_at_once(program, tmp_path):
    with serve(program, tmp_path / "out", "mail.b.net:25") as served:
        server = f"127.0.0.1:{served.ports['mail.b.net:25']}"
        sessions = ["-m", "200", "-s", "10", "-l", "2000"]
        succeed("smtp-source", *sessions, "-f", "ann@example.org", "-t", "bob@b.net", server)
    assert len(served.mail("bob@b.net")) == 200
