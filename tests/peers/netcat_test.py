"""Somebody types SMTP and POP3 into netcat, and waits for each answer as people do."""

import contextlib
import subprocess

import pytest

LETTER = "Subject: By hand\n\nTyped.\n.\n"


class Terminal:
    """netcat, connected to a port of this machine; -C ends each typed line by CR and LF."""

    def __init__(self, port):
        self._netcat = subprocess.Popen(
            ["nc", "-C", "127.0.0.1", str(port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def read(self) -> str:
        """The next line that the server says."""
        line = self._netcat.stdout.readline()
        assert line.endswith(b"\r\n")
        return line.decode().rstrip()

    def type(self, lines: str) -> str:
        """Types a command or a letter. Returns the last line of the reply."""
        self._netcat.stdin.write(lines.encode())
        while (reply := self.read())[3:4] == "-":
            pass
        return reply

    def hang_up(self):
        self._netcat.stdin.close()
        self._netcat.stdout.close()
        self._netcat.terminate()
        self._netcat.wait()


@contextlib.contextmanager
def netcat(port):
    terminal = Terminal(port)
    try:
        yield terminal
    finally:
        terminal.hang_up()


def send(port):
    with netcat(port) as terminal:
        assert terminal.read().startswith("220 mail.b.net ESMTP")
        assert terminal.type("EHLO me.example\n").startswith("250 ")
        assert terminal.type("MAIL FROM:<me@home.example>\n") == "250 2.1.0 Ok"
        assert terminal.type("RCPT TO:<bob@b.net>\n") == "250 2.1.5 Ok"
        assert terminal.type("DATA\n").startswith("354 ")
        assert terminal.type(LETTER).startswith("250 2.0.0 Ok: queued as ")
        assert terminal.type("QUIT\n") == "221 2.0.0 Bye"


def test_what_was_typed_can_be_read(smtp_port, pop3_port):
    send(smtp_port)
    with netcat(pop3_port) as terminal:
        assert terminal.read().startswith("+OK")
        assert terminal.type("USER bob\n") == "+OK"
        assert terminal.type("PASS secret\n").startswith("+OK bob maildrop has ")
        assert terminal.type("RETR 1\n").startswith("+OK")
        lines = list(iter(terminal.read, "."))
        assert lines[0] == "Return-Path: <me@home.example>"
        assert lines[-3:] == ["Subject: By hand", "", "Typed."]
        assert terminal.type("QUIT\n").startswith("+OK")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("HELLO\n", "500"),
        ("EHLO\n", "501"),
        ("MAIL FROM:<me@home.example>\n", "503"),
        ("RCPT TO:<bob@b.net>\n", "503"),
        ("VRFY bob\n", "252"),
        ("\n", "500"),
    ],
)
def test_a_mistake_is_answered_and_forgiven(smtp_port, typed, code):
    with netcat(smtp_port) as terminal:
        terminal.read()
        assert terminal.type(typed)[:3] == code
        assert terminal.type("HELO me.example\n")[:3] == "250"
