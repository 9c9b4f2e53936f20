"""The foreign reader: what Python's email package finds in the notifications of golden/."""

import email
import email.policy
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def read(name):
    octets = (GOLDEN / f"{name}.eml").read_bytes()
    return email.message_from_bytes(octets, policy=email.policy.SMTPUTF8)


def groups(part):
    """The fields of a delivery status: the message's, then each recipient's."""
    return [{name: str(value) for name, value in group.items()} for group in part.get_payload()]


@pytest.mark.parametrize("name", ["failed", "delayed", "relayed", "international"])
def test_a_notification_is_a_report_of_three_parts_without_defects(name):
    message = read(name)
    assert message.get_content_type() == "multipart/report"
    assert message.get_param("report-type") == "delivery-status"
    assert message["Auto-Submitted"] == "auto-replied"
    parts = list(message.iter_parts())
    assert len(parts) == 3
    assert [part.defects for part in message.walk()] == [[]] * len(list(message.walk()))
    assert parts[0].get_content_type() == "text/plain"
    assert "This is the mail system at host mta.a.net." in parts[0].get_content()


def test_a_failure_is_told_for_each_recipient():
    text, status, returned = read("failed").iter_parts()
    assert status.get_content_type() == "message/delivery-status"
    message, bob, carol = groups(status)
    assert message == {
        "Original-Envelope-Id": "letter-1",
        "Reporting-MTA": "dns; mta.a.net",
        "Arrival-Date": "Mon, 8 Mar 2010 11:00:01 +0100 (CET)",
    }
    assert bob == {
        "Original-Recipient": "rfc822;Bob@B.net",
        "Final-Recipient": "rfc822; bob@b.net",
        "Action": "failed",
        "Status": "5.1.1",
        "Remote-MTA": "dns; mail.b.net",
        "Diagnostic-Code": "smtp; 550 5.1.1 No such user",
        "Last-Attempt-Date": "Mon, 8 Mar 2010 11:00:02 +0100 (CET)",
    }
    assert (carol["Action"], carol["Status"]) == ("failed", "5.1.2")
    assert "<bob@b.net>: host mail.b.net said: 550 5.1.1 No such user" in text.get_content()


def test_a_failure_gives_the_message_back():
    *_, returned = read("failed").iter_parts()
    assert returned.get_content_type() == "message/rfc822"
    letter = returned.get_content()
    assert letter["Message-ID"] == "<1@a.net>"
    assert letter.get_content() == "Hello Bob\r\n"


def test_a_delay_is_told_with_the_end_of_patience():
    text, status, returned = read("delayed").iter_parts()
    _, bob = groups(status)
    assert (bob["Action"], bob["Status"]) == ("delayed", "4.2.1")
    assert bob["Will-Retry-Until"] == "Sat, 13 Mar 2010 11:00:01 +0100 (CET)"
    assert returned.get_content_type() == "text/rfc822-headers"
    assert "Message-ID: <1@a.net>" in returned.get_content()
    assert "Hello Bob" not in returned.get_content()


def test_a_relaying_is_told_as_a_success():
    _, status, _ = read("relayed").iter_parts()
    _, bob = groups(status)
    assert (bob["Action"], bob["Status"]) == ("relayed", "2.0.0")


def test_what_is_not_ascii_is_declared():
    message = read("international")
    assert message["Content-Transfer-Encoding"] == "8bit"
    types = [part.get_content_type() for part in message.iter_parts()]
    assert types == ["text/plain", "message/global-delivery-status", "message/global"]
    assert "b\u00f6b@b.net" in message.as_bytes().decode()
