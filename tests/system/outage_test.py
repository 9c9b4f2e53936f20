"""Links and hosts that fail: a message is delivered late or still queued, and never lost."""

import pytest

from lab import body_of
from scenario_text import BODY, CROSSING, DELIVERED, FETCH, QUEUED, crossing, fail, restore, send

RETRY = 30 * 60  # seconds from a failed attempt to the next

ALICE, SUBMISSION, RELAY, BOBS = "alice-pc.a.net", "mail.a.net", "mta.a.net", "mail.b.net"


def bodies(run):
    return [body_of(content) for content in run.mail("bob@b.net")]


def assert_delivered_once(run):
    """Bob has what Alice wrote, once, and every part of the run says so."""
    assert run.status == 0, run.stdout
    assert run.outcomes() == ["delivered"]
    assert bodies(run) == [BODY.replace("\n", "\r\n").encode()]


def assert_tried_again_in_time(run, host):
    """Each deferred attempt names the time of the next, and a try comes then."""
    deferred = run.find("message-deferred", host)
    assert deferred
    assert deferred[0]["retry_at"] - deferred[0]["t"] == pytest.approx(RETRY)
    later = [e["t"] for e in run.events if e["host"] == host and e["t"] >= deferred[0]["retry_at"]]
    assert later[0] == deferred[0]["retry_at"]


# A server that is silent on a host that is there.


def test_a_silent_name_server_costs_time_and_no_mail(lab, tmp_path):
    events = {
        "0s": "fail: {host: ns.net, service: dns}",
        "1s": send(),
        "20m": "restore: {host: ns.net, service: dns}",
        "2h": FETCH,
    }
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert [e["service"] for e in run.find("service-down", "ns.net")] == ["dns"]
    assert [e["t"] for e in run.find("service-up", "ns.net")] == [1200]
    assert "service dns falls silent" in run.stdout
    received = run.find("dns-query-received", "ns.net")
    assert all(event["t"] >= 1200 for event in received)
    sent = [event["t"] for event in run.find("dns-query-sent") if event["t"] < 1200]
    assert len(sent) > 1, "it is asked again"
    assert run.capture("ns.net").stat().st_size > 1000, "the questions do arrive there"


def test_a_silent_server_for_mail_is_waited_for(lab, tmp_path):
    events = {
        "0s": "fail: {host: mail.b.net, service: mta}",
        "1s": send(),
        "10m": "restore: {host: mail.b.net, service: mta}",
        "2h": FETCH,
    }
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    (deferred,) = run.find("message-deferred", RELAY)
    assert "timed out" in deferred["reason"]


def test_a_service_is_one_that_the_host_has(lab, tmp_path):
    for service, said in [
        ("pop3", "events[0].fail.host: expected a host with role pop3"),
        ("mua", "events[0].fail.service: expected a role with a server"),
        ("dsn", 'did you mean "dns"?'),
    ]:
        event = "fail: {host: ns.net, service: %s}" % service
        checked = lab.start("check", crossing(tmp_path, {"0s": event, "1s": send()}))
        assert checked.returncode == 2
        assert said in checked.stderr


# A link that is down.


@pytest.mark.parametrize(
    "link, cut, holder",
    [
        (CROSSING, "0s", ALICE),  # the name server is on the other side
        (CROSSING, "1600ms", RELAY),
        ("mail.b.net--r2.net", "0s", RELAY),
        ("mail.a.net--r1.net", "0s", ALICE),
        ("mta.a.net--r1.net", "0s", SUBMISSION),
    ],
)
def test_a_link_that_is_killed_changes_delivered_to_queued(lab, tmp_path, link, cut, holder):
    events = {"1s": send(), cut: fail("link", link)}
    if cut == "0s":
        events = {cut: fail("link", link), "1s": send()}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert run.status == 1
    assert run.outcomes()[0] == "queued"
    assert run.mail("bob@b.net") == []
    (recipient,) = run.summary["messages"][0]["recipients"]
    assert recipient["host"] == holder
    assert recipient["reason"]
    outcome, *_ = (line for line in run.stdout.splitlines() if line.startswith("letter1 <"))
    assert f": still queued for bob@b.net at {holder} after " in outcome
    assert outcome.endswith(": " + recipient["reason"])


def test_the_expectation_that_fails_is_named_with_its_place(lab, tmp_path):
    scenario = crossing(tmp_path, {"0s": fail("link", CROSSING), "1s": send()})
    run = lab.run(scenario, tmp_path / "out")
    line = scenario.read_text().splitlines().index(f"  - {DELIVERED}") + 1
    assert f"{scenario}:{line}: expect[0]: expected letter1 to be delivered" in run.stdout
    assert "0 of 1 expectations hold" in run.stdout
    assert [each["holds"] for each in run.summary["expectations"]] == [False]


def test_a_message_may_be_expected_to_stay_queued(lab, tmp_path):
    events = {"0s": fail("link", CROSSING), "1s": send()}
    assert lab.run(crossing(tmp_path, events, QUEUED), tmp_path / "out").status == 0


def test_the_link_is_told_of_in_the_record(lab, tmp_path):
    events = {"1s": fail("link", CROSSING), "2s": restore("link", CROSSING), "3s": send()}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert [(event["t"], event["link"]) for event in run.find("link-down")] == [(1, CROSSING)]
    assert [(event["t"], event["link"]) for event in run.find("link-up")] == [(2, CROSSING)]
    assert_delivered_once(run)


def test_a_restored_link_lets_the_message_through_at_the_next_try(lab, tmp_path):
    events = {"0s": fail("link", CROSSING), "1s": send(), "5m": restore("link", CROSSING)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert_tried_again_in_time(run, ALICE)
    (delivered,) = run.find("message-delivered")
    assert RETRY < delivered["t"] < RETRY + 60


# The moments of the transfer from mta.a.net to mail.b.net: connecting, greeting, EHLO, its reply,
# the commands in one go, their replies, the message.
STEPS = ["1750ms", "1850ms", "1900ms", "1950ms", "2000ms", "2050ms", "2100ms"]


@pytest.mark.parametrize("cut", STEPS)
def test_a_transfer_that_is_cut_is_made_again(lab, tmp_path, cut):
    events = {"1s": send(), cut: fail("link", CROSSING), "5m": restore("link", CROSSING)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert_tried_again_in_time(run, RELAY)


@pytest.mark.parametrize("cut", STEPS)
def test_a_short_cut_is_bridged_by_tcp(lab, tmp_path, cut):
    events = {"1s": send(), cut: fail("link", CROSSING), "2500ms": restore("link", CROSSING)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert run.find("message-deferred") == []


def test_a_lost_reply_makes_a_copy_and_not_a_loss(lab, tmp_path):
    """The server has the message, the client does not know it: RFC 1047."""
    events = {"1s": send(), "2160ms": fail("link", CROSSING), "5m": restore("link", CROSSING)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert run.status == 0
    first, second = run.letters("bob@b.net")
    assert first["Message-ID"] == second["Message-ID"]
    assert bodies(run) == [BODY.replace("\n", "\r\n").encode()] * 2
    (recipient,) = run.summary["messages"][0]["recipients"]
    assert recipient["time_s"] == run.find("message-delivered")[0]["t"] < 3
    (deferred,) = run.find("message-deferred", RELAY)
    assert deferred["in_doubt"] == 1, "the record says where the copy comes from"


# A host that is switched off.


def test_a_host_that_is_off_gets_its_mail_when_it_is_on(lab, tmp_path):
    events = {"0s": fail("host", BOBS), "1s": send(), "1h": restore("host", BOBS)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert_tried_again_in_time(run, RELAY)
    (delivered,) = run.find("message-delivered")
    assert delivered["t"] > 3600


@pytest.mark.parametrize("off", ["1545ms", "1700ms", "1900ms", "2000ms", "2100ms"])
def test_an_accepted_message_outlives_a_power_cut(lab, tmp_path, off):
    events = {"1s": send(), off: fail("host", RELAY), "10m": restore("host", RELAY)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    (queued,) = run.find("message-queued", RELAY)
    assert queued["t"] < float(off.removesuffix("ms")) / 1000
    assert run.find("message-delivered")[0]["t"] > 600


@pytest.mark.parametrize("host", [ALICE, SUBMISSION, RELAY, BOBS, "ns.net", "r1.net", "r2.net"])
@pytest.mark.parametrize("off", ["1050ms", "1200ms", "1450ms", "1650ms", "2200ms"])
def test_no_power_cut_loses_the_message(lab, tmp_path, host, off):
    events = {"1s": send(), off: fail("host", host), "10m": restore("host", host)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)


@pytest.mark.parametrize("since", ["0s", "500ms"])
def test_what_is_written_on_a_host_that_is_off_waits(lab, tmp_path, since):
    events = {since: fail("host", ALICE), "1s": send(), "10m": restore("host", ALICE)}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert run.find("message-delivered")[0]["t"] > 600


def test_nobody_fetches_on_a_host_that_is_off(lab, tmp_path):
    events = {"1s": send(), "5s": fail("host", "bob-pc.b.net"), "10s": FETCH}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert run.find("mailbox-read") == []


def test_what_was_delivered_outlives_a_power_cut(lab, tmp_path):
    events = {"1s": send(), "3s": fail("host", BOBS), "10m": restore("host", BOBS), "20m": FETCH}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert_delivered_once(run)
    assert len(run.find("mailbox-read")) == 1


def test_an_outage_on_and_on_ends_with_the_message_still_queued(lab, tmp_path):
    events = {"0s": fail("host", BOBS), "1s": send()}
    run = lab.run(crossing(tmp_path, events, QUEUED), tmp_path / "out")
    assert run.status == 0
    assert run.summary["messages"][0]["recipients"][0]["attempts"] > 3
    waits = [round(e["retry_at"] - e["t"]) for e in run.find("message-deferred", RELAY)]
    assert waits[:4] == [RETRY, 2 * RETRY, 4 * RETRY, 8 * RETRY]
    assert set(waits[4:]) == {8 * RETRY}


def read_report(letter):
    """The type and the fields of a notification, as Python's email package reads them."""
    _, status, returned = letter.get_payload()
    message, recipient = status.get_payload()
    return recipient["Action"], recipient["Status"], returned.get_content_type()


def test_a_message_that_is_given_up_is_bounced_after_five_days(lab, tmp_path):
    events = {"0s": fail("host", BOBS), "1s": send()}
    bounced = QUEUED.replace("queued", "bounced")
    run = lab.run(crossing(tmp_path, events, bounced), tmp_path / "out", "--set", "duration=7 days")
    assert run.status == 0
    assert run.outcomes() == ["bounced", "delivered", "delivered"]
    (event,) = run.find("message-bounced", RELAY)
    assert 4.9 < event["t"] / 86400 <= 5.1
    (delayed,) = run.find("message-delayed", RELAY)
    assert delayed["t"] / 3600 == pytest.approx(4, abs=0.01)
    warning, bounce = run.letters("alice@a.net")
    assert read_report(warning) == ("delayed", "4.4.1", "text/rfc822-headers")
    assert read_report(bounce) == ("failed", "4.4.7", "message/rfc822")
    assert bounce["Message-ID"] == f"<{event['notification']}>"
