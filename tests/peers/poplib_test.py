"""Python's poplib fetches from a simulated maildrop."""

import poplib
import smtplib

import pytest

from serve import serve

MESSAGE = b"Subject: Hello\r\n\r\nHello Bob\r\n.dot\r\n"
BIG = b"Subject: Big\r\n\r\n" + b"".join(b"%070d\r\n" % n for n in range(70000))


@pytest.fixture
def fresh(program, tmp_path):
    """A server with empty mailboxes."""
    with serve(program, tmp_path / "out", "mail.b.net:25", "mail.b.net:110") as running:
        yield running


def send(served, message=MESSAGE):
    with smtplib.SMTP("127.0.0.1", served.ports["mail.b.net:25"], timeout=60) as client:
        client.sendmail("ann@example.org", ["bob@b.net"], message)


def login(served, password="secret"):
    client = poplib.POP3("127.0.0.1", served.ports["mail.b.net:110"], timeout=60)
    client.user("bob")
    client.pass_(password)
    return client


def test_it_fetches_and_deletes_a_message(fresh):
    send(fresh)
    client = login(fresh)
    assert client.stat()[0] == 1
    _, lines, _ = client.retr(1)
    assert lines[-2:] == [b"Hello Bob", b".dot"]
    client.dele(1)
    client.quit()
    again = login(fresh)
    assert again.stat() == (0, 0)
    again.quit()


def test_a_message_that_was_taken_back_from_deletion_stays(fresh):
    send(fresh)
    client = login(fresh)
    client.dele(1)
    client.rset()
    client.quit()
    again = login(fresh)
    assert len(again.list()[1]) == 1
    again.quit()


def test_a_wrong_password_is_refused(fresh):
    with pytest.raises(poplib.error_proto, match="-ERR"):
        login(fresh, "guess")


def test_five_megabytes_pass_in_and_out_byte_for_byte(fresh):
    assert len(BIG) > 5_000_000
    send(fresh, BIG)
    client = login(fresh)
    _, lines, _ = client.retr(1)
    client.quit()
    assert b"".join(line + b"\r\n" for line in lines).endswith(BIG)
