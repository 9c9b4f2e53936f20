"""The names of addresses: those that servers believe, and those that they do not."""

import pytest

from scenario_text import LIBRARY

SCENARIO = LIBRARY / "client-names" / "client-names.yaml"


@pytest.fixture(scope="module")
def run(lab, tmp_path_factory):
    """A run of the scenario."""
    return lab.run("client-names", tmp_path_factory.mktemp("client-names"))


def replies(run, host):
    """What a client is told in reply to MAIL, each time."""
    lines = [event["text"] for event in run.find("line-received", host)]
    return [line for line in lines if line.startswith(("250 2.1.0", "550", "450"))]


def test_a_server_believes_a_name_that_leads_back(run):
    back = "550 5.7.25 The name of your address, {}, does not lead back to [192.0.2.{}]"
    assert replies(run, "good.a.net")[0] == "250 2.1.0 Ok"
    assert replies(run, "part.c.net")[0] == "250 2.1.0 Ok"
    assert replies(run, "nameless.a.net")[0] == "550 5.7.25 Your address [192.0.2.11] has no name"
    assert replies(run, "wrong.a.net") == [back.format("good.a.net", 12)]
    assert replies(run, "forged.c.net") == [back.format("mail.b.net", 13)]


def test_caches_keep_names_that_have_changed(run):
    gone = "550 5.7.25 Your address [192.0.2.{}] has no name"
    assert replies(run, "good.a.net") == ["250 2.1.0 Ok"] * 2 + [gone.format(10)]
    assert replies(run, "nameless.a.net") == [gone.format(11)] * 2 + ["250 2.1.0 Ok"]


def test_a_server_that_cannot_ask_says_later(run):
    assert replies(run, "part.c.net")[1].startswith("450 4.7.25 Cannot look up")


def test_check_warns_of_names_that_lead_nowhere(lab):
    checked = lab.start("check", "client-names")
    assert checked.returncode == 0
    wrong, forged = checked.stderr.splitlines()
    assert "the PTR record of 12.2.0.192.in-addr.arpa. names good.a.net., which does not" in wrong
    assert "the PTR record of 13.2.0.192.in-addr.arpa. names mail.b.net., which does not" in forged


def test_part_of_a_network_is_asked_of_those_who_hold_it(lab):
    asked = lab.start("dig", SCENARIO, "--at", "mail.b.net", "-x", "192.0.2.18")
    alias, name = asked.stdout.split("ANSWER SECTION:\n")[1].splitlines()[:2]
    assert alias.split()[0::4] == ["18.2.0.192.in-addr.arpa.", "18.16-23.2.0.192.in-addr.arpa."]
    assert name.split() == ["18.16-23.2.0.192.in-addr.arpa.", "3600", "IN", "PTR", "part.c.net."]


def test_check_and_run_agree_on_what_the_zone_holds(lab, tmp_path):
    path = tmp_path / "names.yaml"
    path.write_text(SCENARIO.read_text(encoding="utf-8").replace("[11 PTR, 12", "[19 PTR, 12"))
    checked = lab.start("check", path)
    assert checked.returncode == 2
    assert "has no PTR record at 19.2.0.192.in-addr.arpa. that could go" in checked.stderr
    started = lab.run(path, tmp_path / "run")
    assert (started.status, started.stderr) == (2, checked.stderr)
