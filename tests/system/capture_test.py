"""tshark reads the pcap files, and finds in them what Postroad says has happened."""

import json
import re
from datetime import datetime, timezone

import pytest

from foreign import GOOD, WARNING, dialogue, follow, read_frames
from scenario_text import FIRST_LETTER

FRAME = [
    "frame.number",
    "frame.time_epoch",
    "frame.protocols",
    "_ws.expert.severity",
    "_ws.expert.message",
    "_ws.malformed",
    "_ws.unreassembled",
    "ip.checksum.status",
    "tcp.checksum.status",
    "udp.checksum.status",
    "ip.src",
    "tcp.port",
    "tcp.stream",
    "tcp.flags",
]

DNS = [
    "dns.id",
    "dns.flags.response",
    "dns.qry.name",
    "dns.qry.type",
    "dns.a",
    "dns.mx.preference",
    "dns.mx.mail_exchange",
    "dns.resp.ttl",
    "dns.count.answers",
]
TYPES = {"1": "A", "15": "MX"}

# Bits of the TCP header.
FIN, SYN, RESET = 0x01, 0x02, 0x04


def transcripts(run, pattern):
    return {path.name: path.read_text() for path in run.folder.glob(f"transcripts/{pattern}")}


def test_no_frame_is_malformed_or_left_unreassembled(shipped):
    for pcap in shipped.captures():
        for frame in read_frames(pcap, *FRAME):
            assert not frame["_ws.malformed"], (pcap.name, frame)
            assert not frame["_ws.unreassembled"], (pcap.name, frame)


def test_every_checksum_is_there_and_good(shipped):
    for pcap in shipped.captures():
        for frame in read_frames(pcap, *FRAME):
            transport = frame["tcp.checksum.status"] + frame["udp.checksum.status"]
            assert frame["ip.checksum.status"] == [GOOD], (pcap.name, frame)
            assert transport == [GOOD], (pcap.name, frame)


def test_the_expert_has_nothing_to_warn_of(shipped):
    for pcap in shipped.captures():
        for frame in read_frames(pcap, *FRAME):
            severities = [int(severity) for severity in frame["_ws.expert.severity"]]
            assert all(severity < WARNING for severity in severities), (pcap.name, frame)


def test_each_interface_has_a_capture_that_is_not_empty(shipped):
    opened = shipped.find("host-up")
    assert len(shipped.captures()) == sum(len(event["addresses"]) for event in opened)
    assert all(read_frames(pcap, *FRAME) for pcap in shipped.captures())


def protocols(run, host):
    frames = read_frames(run.capture(host), *FRAME)
    return {name for frame in frames for name in frame["frame.protocols"][0].split(":")}


def test_submission_is_dissected_as_mail(letter):
    assert {"smtp", "imf", "dns"} <= protocols(letter, "alice-pc.a.net")
    ports = {
        port
        for frame in read_frames(letter.capture("alice-pc.a.net"), *FRAME)
        if "smtp" in frame["frame.protocols"][0]
        for port in frame["tcp.port"]
    }
    assert "587" in ports
    assert "25" not in ports


def test_each_protocol_is_dissected_as_what_it_is(letter, by_hand):
    assert {"smtp", "imf", "dns"} <= protocols(letter, "mta.a.net")
    assert {"smtp", "imf", "pop"} <= protocols(letter, "mail.b.net")
    assert {"pop", "dns"} <= protocols(letter, "bob-pc.b.net")
    assert protocols(letter, "ns.net") >= {"udp", "dns"}
    assert {"smtp", "imf", "dns"} <= protocols(by_hand, "mta.example.org")


def test_the_dissector_reads_the_fields_of_the_letter(letter):
    fields = ["imf.from", "imf.to", "imf.subject", "imf.message_id", "imf.date"]
    (frame,) = read_frames(letter.capture("mta.a.net"), *fields, only="imf and ip.src==10.0.0.9")
    (message,) = letter.summary["messages"]
    assert "alice@a.net" in frame["imf.from"][0]
    assert "bob@b.net" in frame["imf.to"][0]
    assert frame["imf.subject"] == ["Hello"]
    assert frame["imf.message_id"] == [f"<{message['message_id']}>"]
    assert frame["imf.date"] == ["Mon, 8 Mar 2010 11:00:01 +0100 (CET)"]


def test_the_dates_of_the_frames_are_those_of_the_epoch(letter, by_hand):
    for run, epoch in (
        (letter, datetime(2010, 3, 8, 10, tzinfo=timezone.utc)),
        (by_hand, datetime(2010, 3, 9, 17, 22, tzinfo=timezone.utc)),
    ):
        for pcap in run.captures():
            for frame in read_frames(pcap, *FRAME):
                since = float(frame["frame.time_epoch"][0]) - epoch.timestamp()
                assert 1 <= since < run.summary["duration_s"] + 1


def measure_exchanges(lines):
    """How many lines each exchange has: what the client says in one go, and the replies to it."""
    starts = [0]
    for place, (before, line) in enumerate(zip(lines, lines[1:]), start=1):
        if before.startswith("S:") and line.startswith("C:"):
            starts.append(place)
    return [end - start for start, end in zip(starts, [*starts[1:], len(lines)])]


def cut(lines, sizes):
    """The first line of each exchange, and its lines, those of each side apart: where commands are
    pipelined, the server reads and answers one by one what the wire carries in one piece."""
    rest = iter(lines)
    exchanges = [[next(rest, "nothing") for _ in range(size)] for size in sizes]
    return [
        [exchange[:1], *([each for each in exchange if each.startswith(s)] for s in ("C:", "S:"))]
        for exchange in [*exchanges, list(rest)]
    ]


def test_a_followed_stream_is_the_transcript_line_for_line(shipped):
    texts = transcripts(shipped, "[0-9]*.txt")
    assert texts
    for name, text in texts.items():
        client = re.search(r"^# client: \S+ (\S+)$", text, re.MULTILINE)[1]
        server, end = re.search(r"^# server: (\S+) (\S+)$", text, re.MULTILINE).groups()
        written = [line for line in text.splitlines() if not line.startswith("# ")]
        followed = dialogue(follow(shipped.capture(server), client, end))
        sizes = measure_exchanges(followed)
        assert cut(followed, sizes) == cut(written, sizes), name


def test_both_ends_and_the_net_between_carry_the_same_stream(letter):
    ends = "10.0.0.9:49153", "10.0.0.21:25"
    seen = follow(letter.capture("mta.a.net"), *ends)
    assert follow(letter.capture("mail.b.net"), *ends) == seen
    assert follow(letter.folder / "pcap" / "r1.net-to-r2.net.pcap", *ends) == seen


def test_a_stream_is_opened_and_closed_by_both_sides(shipped):
    for pcap in shipped.captures():
        streams = {}
        for frame in read_frames(pcap, *FRAME):
            for stream in frame["tcp.stream"]:
                sent = frame["ip.src"][0], int(frame["tcp.flags"][0], 16)
                streams.setdefault(stream, []).append(sent)
        for sent in streams.values():
            assert len({source for source, bits in sent if bits & SYN}) == 2, pcap.name
            assert len({source for source, bits in sent if bits & FIN}) == 2, pcap.name
            assert not any(bits & RESET for _, bits in sent), pcap.name


def lookups_of(text):
    """The questions and answers of a transcript: id, is it an answer, question, data."""
    found = []
    for part in text.split("\n\n")[1:]:
        head, *rows = part.splitlines()
        if ": known for " in head:
            continue  # what a resolver knows is not on the wire
        number = int(re.search(r"(?:query|answer) (\d+) ", head)[1])
        is_answer = ": answer " in head
        if is_answer:
            rows = [row.split() for row in rows]
            found.append((number, True, [(row[0], row[1], row[3], row[4:]) for row in rows]))
        else:
            name, _, kind = rows[0].removeprefix(";").split()
            found.append((number, False, (name, kind)))
    return found


def lookups_in(run, host):
    """The same as tshark dissects it, as far as it is the host that asks."""
    (address,) = run.find("host-up", host)[0]["addresses"]
    asked = f"(dns.flags.response == 0 and ip.src == {address})"
    answered = f"(dns.flags.response == 1 and ip.dst == {address})"
    found = []
    for frame in read_frames(run.capture(host), *DNS, only=f"{asked} or {answered}"):
        number = int(frame["dns.id"][0], 16)
        (kind,) = (TYPES[number] for number in frame["dns.qry.type"])
        (name,) = frame["dns.qry.name"]
        # Which of the two words is written depends on the version.
        if frame["dns.flags.response"] in (["0"], ["False"]):
            found.append((number, False, (name, kind)))
            continue
        exchangers = zip(frame["dns.mx.preference"], frame["dns.mx.mail_exchange"])
        data = [[p, f"{host}."] for p, host in exchangers] + [[a] for a in frame["dns.a"]]
        # What comes behind the answers, the exchanger's address, is in no transcript.
        answers = data[: int(frame["dns.count.answers"][0])]
        rows = [(f"{name}.", t, kind, d) for t, d in zip(frame["dns.resp.ttl"], answers)]
        found.append((number, True, rows))
    return found


def assert_lookups_agree(run):
    texts = transcripts(run, "dns-*.txt")
    assert texts
    for text in texts.values():
        host = re.match(r";; lookups of (\S+)$", text, re.MULTILINE)[1]
        assert lookups_in(run, host) == lookups_of(text)


def test_questions_and_answers_are_those_of_the_transcripts(shipped):
    assert_lookups_agree(shipped)


@pytest.fixture(scope="module")
def large_answer(lab, tmp_path_factory):
    """The first letter, to a domain whose exchangers do not fit into a datagram."""
    folder = tmp_path_factory.mktemp("large-answer")
    records = [f"@ MX {preference} mail" for preference in range(20, 80)]
    text = FIRST_LETTER.read_text()
    exchanger = "    mx: mail.b.net\n"
    assert exchanger in text
    path = folder / "large-answer.yaml"
    path.write_text(text.replace(exchanger, exchanger + f"    records: {json.dumps(records)}\n"))
    return lab.run(path, folder / "run")


def test_an_answer_that_is_cut_is_asked_for_again_over_tcp(large_answer):
    assert large_answer.outcomes() == ["delivered"]
    frames = read_frames(large_answer.capture("mta.a.net"), *FRAME, *DNS, only="dns.qry.type == 15")
    over = [frame["frame.protocols"][0].split(":")[-2] for frame in frames]
    counts = [frame["dns.count.answers"] for frame in frames]
    assert over == ["udp", "udp", "tcp", "tcp"]
    assert int(counts[1][0]) < 61
    assert counts[3] == ["61"]


def test_dns_over_tcp_is_well_formed_and_closed_by_both_sides(large_answer):
    test_no_frame_is_malformed_or_left_unreassembled(large_answer)
    test_every_checksum_is_there_and_good(large_answer)
    test_the_expert_has_nothing_to_warn_of(large_answer)
    test_a_stream_is_opened_and_closed_by_both_sides(large_answer)


def test_lookups_over_tcp_are_in_the_transcripts_with_the_others(large_answer):
    assert_lookups_agree(large_answer)
    names = transcripts(large_answer, "[0-9]*.txt")
    assert names
    assert not any("-dns-" in name for name in names)
