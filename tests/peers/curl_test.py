"""curl sends mail to a simulated server, and fetches it."""

from programs import run, succeed

MESSAGE = b"From: ann@example.org\r\nSubject: Hello\r\n\r\nHello Carol\r\n.dot\r\n"


def send(port, letter, *recipients):
    to = [argument for each in recipients for argument in ("--mail-rcpt", each)]
    return ["curl", "-sS", f"smtp://127.0.0.1:{port}", "--mail-from", "a@b.net", *to, "-T", letter]


def fetch(port, path, user="carol:secret"):
    return ["curl", "-sS", "-u", user, f"pop3://127.0.0.1:{port}/{path}"]


def test_it_fetches_what_it_has_sent(smtp_port, pop3_port, tmp_path):
    letter = tmp_path / "letter.eml"
    letter.write_bytes(MESSAGE)
    succeed(*send(smtp_port, letter, "carol@b.net"))
    number, size = succeed(*fetch(pop3_port, "")).split()
    fetched = succeed(*fetch(pop3_port, number.decode()))
    assert len(fetched) == int(size)
    assert fetched.endswith(MESSAGE)


def test_it_is_told_of_a_bad_recipient(smtp_port, tmp_path):
    letter = tmp_path / "letter.eml"
    letter.write_bytes(MESSAGE)
    ended = run(*send(smtp_port, letter, "nobody@b.net"))
    # 55: sending failed.
    assert ended.returncode == 55, ended.stderr
    assert b"550" in ended.stderr


def test_it_is_told_of_a_wrong_password(pop3_port):
    # 67: the login was denied.
    assert run(*fetch(pop3_port, "", "carol:guess")).returncode == 67
