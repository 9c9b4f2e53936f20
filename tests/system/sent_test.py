"""What the record says was sent has left: each question and each connection is in the pcap files."""

from collections import Counter

import pytest

from foreign import read_frames
from scenario_text import LIBRARY

SCENARIOS = sorted(path.stem for path in LIBRARY.glob("*/*.yaml"))


@pytest.fixture(scope="module", params=SCENARIOS)
def run(request, lab, tmp_path_factory):
    """A run of each scenario."""
    return lab.run(request.param, tmp_path_factory.mktemp(request.param))


def frames(run, host, *fields, only):
    """The frames of all interfaces of a host."""
    for pcap in sorted((run.folder / "pcap").glob(f"{host}-to-*.pcap")):
        yield from read_frames(pcap, *fields, only=only)


def addresses(run):
    """The addresses of each host."""
    return {e["host"]: e["addresses"] for e in run.find("host-up") if "addresses" in e}


def test_each_question_that_was_sent_is_a_packet(run):
    own = addresses(run)
    told = Counter(
        (event["host"], event["server"], event["id"], event["name"].rstrip("."))
        for event in run.find("dns-query-sent")
        if event["server"] not in own[event["host"]]
    )
    fields = ["ip.src", "ip.dst", "dns.id", "dns.qry.name"]
    seen = Counter(
        (host, frame["ip.dst"][0], int(frame["dns.id"][0], 0), "".join(frame["dns.qry.name"]))
        for host in {host for host, *_ in told}
        for frame in frames(run, host, *fields, only="dns.flags.response==0")
        if frame["ip.src"][0] in own[host]
    )
    told = Counter({(h, s, i, name or "<Root>"): n for (h, s, i, name), n in told.items()})
    assert told == seen


def test_each_connection_that_was_opened_began_with_a_packet(run):
    opened = {
        (event["host"], event["connection"]["local"], event["connection"]["remote"])
        for event in run.find("connection-opened")
        if event["connection"]["role"] == "client"
    }
    fields = ["ip.src", "tcp.srcport", "ip.dst", "tcp.dstport"]
    begun = {
        (host, f"{f['ip.src'][0]}:{f['tcp.srcport'][0]}", f"{f['ip.dst'][0]}:{f['tcp.dstport'][0]}")
        for host in {host for host, *_ in opened}
        for f in frames(run, host, *fields, only="tcp.flags.syn==1 && tcp.flags.ack==0")
    }
    assert opened <= begun
