"""Programs that nobody here wrote send mail to a simulated server."""

import smtplib
import socket
import subprocess

import pytest

MESSAGE = b"From: ann@example.org\r\nTo: bob@b.net\r\nSubject: Hello\r\n\r\nHello Bob\r\n.dot\r\n"


def connect(served):
    return smtplib.SMTP("127.0.0.1", served.ports["mail.b.net:25"], timeout=60)


def fetched(served, user="bob"):
    folder = served.folder / "mail" / f"{user}@b.net"
    return [path.read_bytes() for path in sorted(folder.glob("*.eml"))]


def swaks(served, *arguments):
    return subprocess.run(
        ["swaks", "--server", "127.0.0.1", "--port", str(served.ports["mail.b.net:25"]), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_smtplib_delivers_a_message_byte_for_byte(program, tmp_path):
    from serve import serve

    with serve(program, tmp_path / "out", "mail.b.net:25") as served:
        with connect(served) as client:
            client.sendmail("ann@example.org", ["bob@b.net", "carol@b.net"], MESSAGE)
    for user in ("bob", "carol"):
        (letter,) = fetched(served, user)
        assert letter.endswith(MESSAGE.split(b"\r\n", 3)[3])


def test_smtplib_is_told_of_the_recipient_that_is_unknown(served):
    with connect(served) as client:
        refused = client.sendmail("ann@example.org", ["bob@b.net", "nobody@b.net"], MESSAGE)
    assert refused["nobody@b.net"][0] == 550


def test_smtplib_is_refused_as_a_relay(served):
    with connect(served) as client, pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        client.sendmail("ann@example.org", ["dave@d.net"], MESSAGE)
    code, words = refused.value.recipients["dave@d.net"]
    assert (code, words[:5]) == (550, b"5.7.1")


@pytest.mark.parametrize("step", ["CONNECT", "FIRST-EHLO", "MAIL", "RCPT"])
def test_swaks_may_leave_after_each_step(served, step):
    run = swaks(served, "--to", "bob@b.net", "--from", "a@example.org", "--quit-after", step)
    assert run.returncode == 0, run.stdout + run.stderr


def test_swaks_pipelines(served):
    run = swaks(served, "--to", "bob@b.net,carol@b.net", "--from", "a@example.org", "--pipeline")
    assert run.returncode == 0, run.stdout + run.stderr


def test_curl_sends_a_message(served, tmp_path):
    letter = tmp_path / "letter.eml"
    letter.write_bytes(MESSAGE)
    url = f"smtp://127.0.0.1:{served.ports['mail.b.net:25']}"
    run = subprocess.run(
        ["curl", "-sS", url, "--mail-from", "a@example.org", "--mail-rcpt", "bob@b.net", "-T", letter],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr


def test_a_client_that_sends_garbage_is_answered_and_left(served):
    with socket.create_connection(("127.0.0.1", served.ports["mail.b.net:25"]), 60) as client:
        client.recv(1000)
        client.sendall(b"\x00\xff" * 50000 + b"\r\n")
        assert client.recv(1000).startswith(b"5")
    with connect(served) as next_client:
        assert next_client.noop()[0] == 250
