"""swaks, the tool with which postmasters try servers, against a simulated one."""

import pytest

from programs import run, succeed

# The steps of a session behind which swaks can say QUIT, and those behind which it just goes.
QUIT_STEPS = ["CONNECT", "FIRST-EHLO", "MAIL", "RCPT"]
DROP_STEPS = [*QUIT_STEPS, "DATA", "DOT"]


def swaks(port, *arguments):
    return ["swaks", "--server", f"127.0.0.1:{port}", "--from", "ann@example.org", *arguments]


def test_it_sends_to_several_recipients(smtp_port):
    said = succeed(*swaks(smtp_port, "--to", "bob@b.net,carol@b.net"))
    assert said.count(b"250 2.1.5 Ok") == 2
    assert b"250 2.0.0 Ok: queued as " in said


def test_it_pipelines(smtp_port):
    said = succeed(*swaks(smtp_port, "--to", "bob@b.net,carol@b.net", "--pipeline"))
    lines = said.decode().splitlines()
    begin = lines.index(" -> MAIL FROM:<ann@example.org>")
    assert [line[:4] for line in lines[begin : begin + 4]] == [" -> "] * 4
    replies = [line.strip()[:7] for line in lines[begin + 4 : begin + 8]]
    assert replies == ["<-  250", "<-  250", "<-  250", "<-  354"]


def test_a_bad_recipient_costs_the_others_nothing(smtp_port):
    said = succeed(*swaks(smtp_port, "--to", "bob@b.net,nobody@b.net", "--pipeline"))
    assert b"550 5.1.1 <nobody@b.net>" in said
    assert b"250 2.0.0 Ok: queued as " in said


def test_bad_recipients_alone_are_an_error(smtp_port):
    ended = run(*swaks(smtp_port, "--to", "nobody@b.net,dave@d.net"))
    # 24: there was no recipient that the server accepted.
    assert ended.returncode == 24
    assert b"550 5.7.1 <dave@d.net>" in ended.stdout


def test_a_message_that_is_too_large_is_refused(smtp_port, tmp_path):
    letter = tmp_path / "letter.eml"
    letter.write_text("Subject: Large\n\n" + f"{'x' * 70}\n" * 150_000)
    ended = run(*swaks(smtp_port, "--to", "bob@b.net", "--data", f"@{letter}"))
    # 26: the message was not accepted.
    assert ended.returncode == 26
    assert b"552 5.3.4" in ended.stdout


@pytest.mark.parametrize("step", QUIT_STEPS)
def test_it_may_leave_after_each_step(smtp_port, step):
    said = succeed(*swaks(smtp_port, "--to", "bob@b.net", "--quit-after", step))
    assert b"***" not in said


@pytest.mark.parametrize("step", DROP_STEPS)
def test_it_may_drop_the_connection_after_each_step(smtp_port, step):
    run(*swaks(smtp_port, "--to", "bob@b.net", "--drop-after", step))
    succeed(*swaks(smtp_port, "--to", "bob@b.net"))
