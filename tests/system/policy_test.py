"""Servers with a policy: what the record says of submissions, and what `check` warns of."""

import pytest

from scenario_text import LIBRARY

OPEN_RELAY = "hosts.open.c.net.policy.open-relay"


@pytest.fixture(scope="module")
def relaying(lab, tmp_path_factory):
    return lab.run("relay-policy", tmp_path_factory.mktemp("relay-policy"))


def test_each_submission_is_put_down_to_its_submitter(relaying):
    accepted = relaying.find("submission-accepted", "mail.a.net")
    assert [event["identity"] for event in accepted] == ["alice@a.net", "alice@a.net"]
    assert {event["source"] for event in accepted} == {"192.0.2.10"}
    queued = {event["queue_id"] for event in relaying.find("message-queued", "mail.a.net")}
    assert {event["queue_id"] for event in accepted} <= queued


def test_a_forged_author_is_shown_beside_the_submitter(relaying):
    letters = {letter["Subject"]: letter for letter in relaying.letters("bob@b.net")}
    forged = letters["Who wrote this?"]
    assert forged["From"] == "Carol Roe <carol@a.net>"
    assert forged["Sender"] == "alice@a.net"
    assert forged["Date"].datetime.isoformat() == "2010-03-08T10:04:22+00:00"
    assert forged["Message-ID"].endswith("@mail.a.net>")
    assert "Sender" not in letters["Hello"]


def test_check_warns_of_an_open_relay_and_runs_it(lab):
    checked = lab.start("check", "relay-policy")
    assert checked.returncode == 0
    (warning,) = checked.stderr.splitlines()
    assert f": warning: {OPEN_RELAY}: an open relay: " in warning


def test_check_warns_of_faults_in_zones(lab):
    checked = lab.start("check", "dns-faults")
    assert checked.returncode == 0
    lame, dot = checked.stderr.splitlines()
    assert ": warning: domains.example.records[0]: lame.example. is delegated to ns2." in lame
    assert ": warning: domains.no-dot.example.records[0]: the name " in dot
    assert "write 'mail.no-dot.example.' with a dot at its end" in dot


def test_check_is_silent_about_the_other_scenarios(lab):
    for path in LIBRARY.glob("*/*.yaml"):
        if path.stem not in ("relay-policy", "dns-faults", "client-names"):
            assert lab.start("check", path).stderr == "", path


def test_a_closed_relay_takes_no_spam(lab, tmp_path):
    run = lab.run("relay-policy", tmp_path, "--set", f"{OPEN_RELAY}=false")
    assert run.status == 1
    assert len(run.mail("bob@b.net")) == 2
    assert b"Your inheritance" not in b"".join(run.mail("carol@a.net"))


def test_a_greylisted_letter_comes_with_the_next_attempt(lab, tmp_path):
    change = "hosts.mail.b.net.policy.greylist=5m"
    run = lab.run("reply-codes", tmp_path, "--set", change)
    deferred = run.find("message-deferred", "mail.a.net")
    assert "451 4.7.1" in deferred[0]["reply"]
    assert len(run.mail("bob@b.net")) == 1


def test_five_days_pass_with_the_same_events_each_time(lab, tmp_path):
    first, second = (lab.run("five-days", tmp_path / name) for name in ("one", "two"))
    assert first.events == second.events


def test_a_tarpit_slows_a_client_that_pipelines_and_loses_nothing(lab, tmp_path):
    run = lab.run("reply-codes", tmp_path, "--set", "hosts.mail.b.net.policy.tarpit=20s")
    at_once, *_ = run.summary["messages"]
    (recipient,) = at_once["recipients"]
    assert recipient["outcome"] == "delivered"
    # EHLO, MAIL, RCPT and the final dot.
    assert 80 < recipient["time_s"] - at_once["time_s"] < 82
    assert len(run.mail("carol@b.net")) == 1
