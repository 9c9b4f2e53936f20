"""Messages and networks that are more than one small letter."""

from pathlib import Path

import pytest

from foreign import CLIENT, WARNING, dialogue, follow, octets, read_frames
from lab import body_of
from scenario_text import CROSSING, FETCH, crossing, send

DOTS = ".\n..\n.hidden\nmiddle.\n\n.\nQUIT\n"
WORDS = "Gr\u00fc\u00dfe aus K\u00f6ln\n\u4f60\u597d\n"


def wire_form(body: str) -> bytes:
    return body.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("size, octets_at_least", [("200kB", 200_000), ("2MB", 2_000_000)])
def test_a_large_message_arrives_intact(lab, tmp_path, size, octets_at_least):
    events = {"1s": send(size=size, subject="Large"), "10m": FETCH}
    run = lab.run(crossing(tmp_path, events), tmp_path / "out")
    assert run.status == 0
    (content,) = run.mail("bob@b.net")
    (sent,) = run.find("content-sent", "alice-pc.a.net")
    assert len(body_of(content)) >= octets_at_least
    assert body_of(content) + b".\r\n" == body_of(sent["text"].encode())
    assert len(run.find("mailbox-read")) == 1


def test_a_large_message_is_dissected_whole(lab, tmp_path):
    scenario = crossing(tmp_path, {"1s": send(size="200kB", subject="Large")})
    run = lab.run(scenario, tmp_path / "out")
    pcap = run.capture("mail.b.net")
    fields = "imf.subject", "_ws.malformed", "_ws.unreassembled", "_ws.expert.severity"
    frames = read_frames(pcap, *fields)
    assert [f["imf.subject"] for f in frames if f["imf.subject"]] == [["Large"]]
    assert not any(f["_ws.malformed"] or f["_ws.unreassembled"] for f in frames)
    assert all(int(severity) < WARNING for f in frames for severity in f["_ws.expert.severity"])


def test_a_message_beyond_the_limit_is_refused_and_not_lost(lab, tmp_path):
    bounced = "outcome: {message: letter1, to: bob@b.net, is: bounced}"
    scenario = crossing(tmp_path, {"1s": send(size="11MB")}, bounced)
    run = lab.run(scenario, tmp_path / "out")
    assert run.status == 0, run.stdout
    (event,) = run.find("message-bounced")
    assert event["reason"].startswith("552 5.3.4 Not sent")


@pytest.mark.parametrize("body", [DOTS, WORDS], ids=["dots", "UTF-8"])
def test_a_body_arrives_to_the_octet(lab, tmp_path, body):
    run = lab.run(crossing(tmp_path, {"1s": send(body), "10m": FETCH}), tmp_path / "out")
    assert run.status == 0
    assert [body_of(content) for content in run.mail("bob@b.net")] == [wire_form(body)]


def test_dots_are_doubled_on_the_wire_and_nowhere_else(lab, tmp_path):
    run = lab.run(crossing(tmp_path, {"1s": send(DOTS)}), tmp_path / "out")
    turns = follow(run.capture("mail.b.net"), "10.0.0.9:49153", "10.0.0.21:25")
    stuffed = b"\r\n\r\n..\r\n...\r\n..hidden\r\nmiddle.\r\n\r\n..\r\nQUIT\r\n.\r\n"
    assert stuffed in octets(turns, CLIENT)
    reply = run.find("message-relayed", "mta.a.net")[0]["reply"]
    assert dialogue(turns)[-3:] == [f"S: {reply}", "C: QUIT", "S: 221 2.0.0 Bye"]


def test_text_beyond_ascii_is_read_by_others(lab, tmp_path):
    subject = "Gr\u00fc\u00dfe"
    run = lab.run(crossing(tmp_path, {"1s": send(WORDS, subject=subject)}), tmp_path / "out")
    (letter,) = run.letters("bob@b.net")
    assert letter["Subject"] == subject
    assert letter.get_content().splitlines() == WORDS.splitlines()
    transcript = next((run.folder / "transcripts").glob("003-*.txt")).read_text("utf-8")
    assert f"C: {WORDS.splitlines()[0]}" in transcript.splitlines()


ALICES_SIDE, BOBS_SIDE = "ip.src==10.0.0.0/28", "ip.src==10.0.0.16/28"


def count(pcap: Path, only: str) -> int:
    """How many frames of a capture a display filter lets through."""
    return len(read_frames(pcap, "frame.number", only=only))


@pytest.mark.parametrize("run_number", ["1", "2", "3", "4", "5"])
def test_a_link_that_loses_packets_delivers(lab, tmp_path, run_number):
    events = {"1s": send(size="50kB"), "2h": FETCH}
    lossy = ["--set", "links[3].loss=5%", "--run", run_number]
    run = lab.run(crossing(tmp_path, events), tmp_path / "out", *lossy)
    assert run.status == 0
    (content,) = run.mail("bob@b.net")
    (sent,) = run.find("content-sent", "alice-pc.a.net")
    assert body_of(content) + b".\r\n" == body_of(sent["text"].encode())
    near = run.folder / "pcap" / "r1.net-to-r2.net.pcap"
    far = run.folder / "pcap" / "r2.net-to-r1.net.pcap"
    sent = count(near, ALICES_SIDE) + count(far, BOBS_SIDE)
    arrived = count(far, ALICES_SIDE) + count(near, BOBS_SIDE)
    assert arrived < sent


SIDES = ["a.net", "b.net"]
NAMES = [f"user{number}" for number in range(10)]
EVERYONE = [f"{name}@{side}" for side in SIDES for name in NAMES]


def town() -> str:
    """Ten people on each side, of whom each writes to three others in the same second."""
    hosts = ["ns.net: {roles: dns}", "r.net: {roles: router}"]
    domains, links = [], ["{between: [ns.net, r.net]}"]
    for side in SIDES:
        users = ", ".join(f"{name}@{side}" for name in NAMES)
        hosts += [
            f"pc.{side}: {{roles: mua, mua: {{user: [{users}]}}}}",
            f"mail.{side}: {{roles: [msa, mta, mda, pop3]}}",
        ]
        domains.append(f"{side}: {{users: [{', '.join(NAMES)}], mx: mail.{side}}}")
        links += [f"{{between: [{host}.{side}, r.net]}}" for host in ("pc", "mail")]
    count = len(EVERYONE)
    events, expect = [], []
    for index, user in enumerate(EVERYONE):
        to = ", ".join(EVERYONE[(index + step) % count] for step in (1, 7, 10))
        letter = f"{{id: from{index}, from: {user}, to: [{to}], subject: To three, body: {user}}}"
        events.append(f"{{at: 1s, send: {letter}}}")
        expect.append(f"outcome: {{message: from{index}, is: delivered}}")
        expect.append(f"mailbox: {{user: {user}, messages: 0, fetched: 3}}")
    events += [f"{{at: 1h, fetch: {{user: {user}}}}}" for user in EVERYONE]
    parts = {"domains": domains, "hosts": hosts}
    text = "title: A town\nduration: 2h\ndns: single\n"
    for part, entries in parts.items():
        text += f"{part}:\n" + "".join(f"  {entry}\n" for entry in entries)
    for part, entries in {"links": links, "events": events, "expect": expect}.items():
        text += f"{part}:\n" + "".join(f"  - {entry}\n" for entry in entries)
    return text


def test_twenty_people_write_to_each_other_at_once(lab, tmp_path):
    scenario = tmp_path / "town.yaml"
    scenario.write_text(town())
    run = lab.run(scenario, tmp_path / "out")
    assert run.status == 0, run.stdout + run.stderr
    assert run.outcomes() == ["delivered"] * 60
    for index, user in enumerate(EVERYONE):
        senders = sorted(EVERYONE[(index - step) % len(EVERYONE)] for step in (1, 7, 10))
        assert sorted(letter["From"] for letter in run.letters(user)) == senders
        assert sorted(body_of(m).decode().strip() for m in run.mail(user)) == senders
    ids = {letter["Message-ID"] for user in EVERYONE for letter in run.letters(user)}
    assert len(ids) == len(EVERYONE)


def test_what_is_sent_as_the_run_begins_is_delivered(lab, tmp_path):
    run = lab.run(crossing(tmp_path, {"0s": send()}), tmp_path / "out")
    assert run.outcomes() == ["delivered"]


def test_a_line_that_is_slow_delivers(lab, tmp_path):
    scenario = crossing(tmp_path, {"1s": send(size="20kB")})
    ends = CROSSING.replace("--", ", ")
    slow = f"links[3]={{between: [{ends}], rate: 64kbps, delay: 300ms, queue: 5 packets}}"
    run = lab.run(scenario, tmp_path / "out", "--set", slow)
    assert run.status == 0
    assert run.outcomes() == ["delivered"]
