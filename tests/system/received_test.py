"""The trace fields on top of Bob's message, as Python's own e-mail package reads them."""

import email.utils
import re
from datetime import datetime, timedelta, timezone

import pytest

from lab import body_of
from scenario_text import BODY

EPOCH = datetime(2010, 3, 8, 10, tzinfo=timezone.utc)

# Newest first: who wrote the field, who sent the message there, and the writer's zone.
HOPS = [
    ("mail.b.net", "mta.a.net", "-0500 (EST)"),
    ("mta.a.net", "mail.a.net", "+0100 (CET)"),
    ("mail.a.net", "alice-pc.a.net", "+0100 (CET)"),
]

CLAUSES = re.compile(
    r"from (?P<name>\S+) \(\[(?P<literal>[0-9.]+)\]\)\s+"
    r"by (?P<by>\S+) \(Postroad\) with (?P<protocol>\S+) id (?P<id>\S+)\s+"
    r"for (?P<recipient>\S+); (?P<date>.+)"
)


@pytest.fixture(scope="module")
def bobs(letter):
    (message,) = letter.letters("bob@b.net")
    return message


@pytest.fixture(scope="module", params=range(len(HOPS)), ids=[hop[0] for hop in HOPS])
def field(request, letter, bobs):
    """A Received field as its clauses, its hop, and the event of the message's arrival there."""
    clauses = CLAUSES.fullmatch(bobs.get_all("Received")[request.param])
    assert clauses, bobs.get_all("Received")[request.param]
    hop = HOPS[request.param]
    (queued,) = letter.find("message-queued", hop[0])
    return clauses, hop, queued


def test_each_hop_left_one_field_and_no_one_else_did(bobs):
    assert len(bobs.get_all("Received")) == len(HOPS)


def test_a_field_names_its_writer(field):
    clauses, (writer, _, _), _ = field
    assert clauses["by"] == writer


def test_a_field_tells_the_name_that_the_sender_gave(letter, field):
    clauses, (writer, sender, _), queued = field
    (hello,) = (
        event["text"]
        for event in letter.find("line-received", writer)
        if event["connection"] == queued["connection"] and event["text"].startswith("EHLO ")
    )
    assert hello == f"EHLO {clauses['name']}"
    assert clauses["name"] == sender


def test_a_field_tells_the_address_that_the_connection_came_from(letter, field):
    clauses, (_, sender, _), queued = field
    (up,) = letter.find("host-up", sender)
    assert [clauses["literal"]] == up["addresses"]
    assert queued["connection"]["remote"].startswith(clauses["literal"] + ":")


def test_a_field_tells_the_protocol_the_queue_id_and_the_recipient(field):
    clauses, _, queued = field
    assert clauses["protocol"] == "ESMTP"
    assert clauses["id"] == queued["queue_id"]
    assert clauses["recipient"] == "<bob@b.net>"


def test_a_field_has_the_date_of_its_writers_clock(field):
    clauses, (_, _, zone), queued = field
    arrival = EPOCH + timedelta(seconds=int(queued["t"]))
    assert email.utils.parsedate_to_datetime(clauses["date"]) == arrival
    assert clauses["date"].endswith(" " + zone)


def test_the_queue_ids_are_the_ones_that_the_replies_told(letter, field):
    clauses, (_, sender, _), _ = field
    (relayed,) = letter.find("message-relayed", sender)
    assert relayed["reply"] == f"250 2.0.0 Ok: queued as {clauses['id']}"


def test_the_return_path_is_on_top_and_alone(bobs):
    assert bobs.keys()[0] == "Return-Path"
    assert bobs.get_all("Return-Path") == ["<alice@a.net>"]
    assert bobs.keys()[1:4] == ["Received"] * 3


def test_what_alice_wrote_arrives_to_the_octet(letter):
    (content,) = letter.mail("bob@b.net")
    assert body_of(content) == BODY.replace("\n", "\r\n").encode()


def test_the_message_has_the_fields_that_it_must_have(letter, bobs):
    (submitted,) = letter.find("message-submitted")
    assert bobs["Message-ID"] == f"<{submitted['message_id']}>"
    assert bobs["From"] == "Alice Doe <alice@a.net>"
    assert bobs["To"] == "Bob Smith <bob@b.net>"
    assert bobs["Subject"] == "Hello"
    assert bobs["Date"].datetime == EPOCH + timedelta(seconds=int(submitted["t"]))
    assert not bobs.defects


def test_the_terminal_shows_the_same_way_oldest_first(letter, bobs):
    shown = letter.stdout.split("oldest first:\n")[1].split("\n\n")[0].splitlines()[2:]
    fields = [CLAUSES.fullmatch(text) for text in reversed(bobs.get_all("Received"))]
    assert len(shown) == len(fields)
    for row, clauses in zip(shown, fields):
        assert f"{clauses['name']} [{clauses['literal']}]" in row
        assert clauses["by"] in row
        assert clauses["id"] in row
        assert clauses["date"] in row
