"""Python's smtplib sends mail to a simulated server."""

import smtplib
import socket

import pytest

from serve import serve

BODY = b"Hello Bob\r\n.dot\r\n\r\nlast line\r\n"
MESSAGE = b"From: ann@example.org\r\nTo: bob@b.net\r\nSubject: Hello\r\n\r\n" + BODY


def connect(port):
    return smtplib.SMTP("127.0.0.1", port, timeout=60)


def test_it_delivers_a_message_byte_for_byte(program, tmp_path):
    with serve(program, tmp_path / "out", "mail.b.net:25") as served:
        with connect(served.ports["mail.b.net:25"]) as client:
            client.sendmail("ann@example.org", ["bob@b.net", "carol@b.net"], MESSAGE)
    for mailbox in ("bob@b.net", "carol@b.net"):
        (letter,) = served.mail(mailbox)
        assert letter.startswith(b"Return-Path: <ann@example.org>\r\nReceived: ")
        assert letter.endswith(MESSAGE)


def test_it_is_told_of_the_recipient_that_is_unknown(smtp_port):
    with connect(smtp_port) as client:
        refused = client.sendmail("ann@example.org", ["bob@b.net", "nobody@b.net"], MESSAGE)
    assert list(refused) == ["nobody@b.net"]
    code, words = refused["nobody@b.net"]
    assert (code, words[:5]) == (550, b"5.1.1")


def test_it_is_refused_as_a_relay(smtp_port):
    with connect(smtp_port) as client, pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        client.sendmail("ann@example.org", ["dave@d.net"], MESSAGE)
    code, words = refused.value.recipients["dave@d.net"]
    assert (code, words[:5]) == (550, b"5.7.1")


def test_it_reads_the_extensions(smtp_port):
    with connect(smtp_port) as client:
        client.ehlo("ann-pc.example.org")
        for extension in ("pipelining", "size", "8bitmime", "smtputf8", "dsn", "chunking"):
            assert client.has_extn(extension), extension


def test_it_may_not_send_more_than_the_size_that_is_announced(smtp_port):
    with connect(smtp_port) as client:
        client.ehlo("ann-pc.example.org")
        limit = int(client.esmtp_features["size"])
        code, _ = client.mail("ann@example.org", [f"SIZE={limit + 1}"])
        assert code == 552
        assert client.mail("ann@example.org", [f"SIZE={limit}"])[0] == 250


def test_it_sends_several_messages_over_one_connection(smtp_port):
    with connect(smtp_port) as client:
        for _ in range(5):
            assert client.sendmail("ann@example.org", ["bob@b.net"], MESSAGE) == {}


def test_a_client_that_sends_garbage_is_answered_and_others_are_served(smtp_port):
    with socket.create_connection(("127.0.0.1", smtp_port), 60) as client:
        assert client.recv(1000).startswith(b"220 ")
        client.sendall(b"\x00\xff" * 50000 + b"\r\n")
        assert client.recv(1000).startswith(b"5")
    with connect(smtp_port) as next_client:
        assert next_client.noop()[0] == 250
