"""Python's poplib and curl fetch from a simulated maildrop what smtplib has sent."""

import poplib
import smtplib
import subprocess

MESSAGE = b"Subject: Hello\r\n\r\nHello Bob\r\n.dot\r\n"
BIG = b"Subject: Big\r\n\r\n" + b"0123456789" * 7 + b"\r\n"


def send(served, message=MESSAGE):
    with smtplib.SMTP("127.0.0.1", served.ports["mail.b.net:25"], timeout=60) as client:
        client.sendmail("ann@example.org", ["bob@b.net"], message)


def login(served):
    client = poplib.POP3("127.0.0.1", served.ports["mail.b.net:110"], timeout=60)
    client.user("bob")
    client.pass_("secret")
    return client


def test_poplib_fetches_and_deletes_a_message(served):
    send(served)
    client = login(served)
    assert client.stat()[0] == 1
    _, lines, _ = client.retr(1)
    assert lines[-2:] == [b"Hello Bob", b".dot"]
    client.dele(1)
    client.quit()
    again = login(served)
    assert again.stat() == (0, 0)
    again.quit()


def test_curl_fetches_a_message(served):
    send(served)
    url = f"pop3://127.0.0.1:{served.ports['mail.b.net:110']}/1"
    run = subprocess.run(["curl", "-sS", "-u", "bob:secret", url], capture_output=True, timeout=120)
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith(b"Hello Bob\r\n.dot\r\n")


def test_five_megabytes_pass_in_and_out(served):
    message = b"Subject: Big\r\n\r\n" + b"".join(b"%070d\r\n" % n for n in range(70000))
    send(served, message)
    client = login(served)
    _, lines, _ = client.retr(1)
    client.quit()
    assert b"\r\n".join(lines).endswith(message.split(b"\r\n\r\n", 1)[1].rstrip(b"\r\n"))
