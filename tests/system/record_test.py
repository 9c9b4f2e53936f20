"""The record: well formed, in order, and joined to the octets in the pcap files."""

from collections import Counter

import pytest

from foreign import CLIENT, SERVER, follow, octets

ALWAYS = ["t", "host", "kind"]
SOMETIMES = ["agent", "connection", "range", "message_id", "queue_id"]
HEAD = ["t", "host", "agent", "kind", "connection", "range", "message_id", "queue_id"]
CONNECTION = ["number", "role", "protocol", "local", "remote"]

# The fields of the kinds that a run without trouble has.
FIELDS = {
    "connection-opened": [],
    "connection-closed": ["reason"],
    "line-sent": ["text"],
    "line-received": ["text"],
    "content-sent": ["text"],
    "content-received": ["text"],
    "dns-query-sent": ["id", "name", "type", "server"],
    "dns-query-received": ["id", "name", "type", "server"],
    "dns-answer-sent": ["id", "name", "type", "server", "status", "answers"],
    "dns-answer-received": ["id", "name", "type", "server", "status", "answers"],
    "dns-cache-hit": ["name", "type", "status", "answers", "ttl"],
    "submission-accepted": ["identity", "from", "source"],
    "message-submitted": ["from", "to", "size"],
    "message-queued": ["from", "to", "size", "source"],
    "message-attempted": ["to", "next_hop", "address"],
    "message-relayed": ["to", "next_hop", "address", "reply"],
    "message-delivered": ["to", "mailbox", "size"],
    "mailbox-read": ["mailbox", "number", "size"],
    "host-up": ["addresses"],
}

DIALOGUE = {"line-sent", "line-received", "content-sent", "content-received"}


def test_an_event_has_the_documented_keys_in_their_order(shipped):
    for event in shipped.events:
        keys = list(event)
        assert set(ALWAYS) <= set(keys), event
        head = [key for key in HEAD if key in keys]
        assert keys == head + FIELDS[event["kind"]], event
        assert set(head) <= {*ALWAYS, *SOMETIMES}


def test_a_connection_is_told_in_full(shipped):
    for event in shipped.events:
        if "connection" in event:
            assert list(event["connection"]) == CONNECTION
            assert event["connection"]["role"] in ("client", "server")
            assert event["connection"]["protocol"] in ("SMTP", "POP3", "DNS")


def test_time_does_not_run_backwards(shipped):
    times = [event["t"] for event in shipped.events]
    assert times == sorted(times)
    assert times[0] >= 0


def directions(run):
    """The dialogue events by host, connection and direction, and the octets in the pcap."""
    groups = {}
    for event in run.events:
        if event["kind"] in DIALOGUE:
            connection = event["connection"]
            is_from_client = event["kind"].endswith("-sent") == (connection["role"] == "client")
            side = CLIENT if is_from_client else SERVER
            key = event["host"], connection["number"], side
            groups.setdefault(key, []).append(event)
    for (host, number, side), events in groups.items():
        connection = events[0]["connection"]
        ends = connection["local"], connection["remote"]
        client, server = ends if connection["role"] == "client" else reversed(ends)
        yield (host, number, side), events, octets(follow(run.capture(host), client, server), side)


def test_byte_ranges_have_no_gap_and_cover_the_stream(shipped):
    for where, events, stream in directions(shipped):
        position = 0
        for event in events:
            begin, end = event["range"]
            assert begin == position, (where, event)
            assert end > begin
            position = end
        assert position == len(stream), where


def test_each_line_is_the_octets_that_its_range_names(shipped):
    for where, events, stream in directions(shipped):
        for event in events:
            begin, end = event["range"]
            text = event["text"].encode()
            line_end = b"\r\n" if event["kind"].startswith("line-") else b""
            assert stream[begin:end] == text + line_end, (where, event)


def test_what_one_end_sends_the_other_receives_and_not_earlier(shipped):
    sent, received = {}, {}
    for event in shipped.events:
        if event["kind"] in DIALOGUE:
            is_sent = event["kind"].endswith("-sent")
            ends = ("local", "remote") if is_sent else ("remote", "local")
            path = tuple(event["connection"][end] for end in ends)
            times = (sent if is_sent else received).setdefault(path, {})
            times[event["range"][1]] = event["t"]
    assert sent.keys() == received.keys()
    for path, times in received.items():
        # A typed message is lines to the one who types, and content to the server.
        assert times.keys() <= sent[path].keys()
        assert max(times) == max(sent[path])
        assert all(sent[path][position] < time for position, time in times.items())


def test_a_queue_id_joins_the_reply_to_what_became_of_the_message(letter):
    for queued in letter.find("message-queued"):
        (told,) = (
            event
            for event in letter.find("line-sent", queued["host"])
            if event["connection"] == queued["connection"]
            and event["text"].endswith(f"queued as {queued['queue_id']}")
        )
        assert told["t"] == queued["t"]
        ends = letter.find("message-relayed") + letter.find("message-delivered")
        assert [e["host"] for e in ends if e["queue_id"] == queued["queue_id"]] == [queued["host"]]


def test_the_summary_counts_the_events(shipped):
    assert shipped.summary["events"] == Counter(event["kind"] for event in shipped.events)
    assert shipped.summary["duration_s"] == shipped.events[-1]["t"]


def test_the_summary_follows_the_letter(letter):
    (submitted,) = letter.find("message-submitted")
    (delivered,) = letter.find("message-delivered")
    (message,) = letter.summary["messages"]
    (recipient,) = message["recipients"]
    assert message["message_id"] == submitted["message_id"]
    assert message["time_s"] == submitted["t"]
    assert message["from"] == "alice@a.net"
    assert recipient["outcome"] == "delivered"
    assert recipient["time_s"] == delivered["t"]
    assert recipient["route"] == [event["host"] for event in letter.find("message-queued")]
    assert recipient["attempts"] == len(letter.find("message-attempted"))


@pytest.mark.parametrize("key, value", [("scenario", "first-letter"), ("seed", 1), ("run", 1)])
def test_the_summary_says_which_run_it_is_of(letter, key, value):
    assert letter.summary[key] == value
