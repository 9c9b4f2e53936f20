"""dig and kdig ask simulated name servers: the zone's own, and from the root on."""

import contextlib
import re
import socket

import pytest

from programs import succeed
from serve import NETWORK, serve

SERVERS = ("ns.b.net:53/udp", "ns.b.net:53")

# Name servers from the root to the zone. dig wants all at the same port, so each has an address of
# the loopback to itself.
ADDRESSES = {
    "a.root-servers.net": "127.0.0.2",
    "a.nic.net": "127.0.0.3",
    "ns.b.net": "127.0.0.4",
}


@pytest.fixture(scope="module")
def names(program, tmp_path_factory):
    """A name server, asked over UDP and over TCP."""
    with serve(program, tmp_path_factory.mktemp("names") / "out", *SERVERS) as running:
        yield running


@pytest.fixture(params=["dig", "kdig"])
def ask(request, names):
    """Asks by one of the programs. Returns what it prints."""

    def ask_with(*question):
        transport = "" if "+tcp" in question else "/udp"
        port = names.ports[f"ns.b.net:53{transport}"]
        return succeed(request.param, "@127.0.0.1", "-p", port, *question).decode()

    return ask_with


@pytest.mark.parametrize("transport", ["+notcp", "+tcp"])
def test_the_answer_is_the_zones(ask, transport):
    assert ask("b.net", "MX", transport, "+short") == "10 mail.b.net.\n"


@pytest.mark.parametrize("transport", ["+notcp", "+tcp"])
def test_the_answer_is_authoritative_and_well_formed(ask, transport):
    said = ask("www.b.net", "A", transport, "+norecurse")
    assert "status: NOERROR" in said
    assert re.search(r"flags: qr aa\b", said.lower())
    assert re.search(r"^www\.b\.net\.\s+300\s+IN\s+A\s+192\.0\.2\.80$", said, re.MULTILINE)
    assert "malformed" not in said.lower()
    assert "warning" not in said.lower()


def test_what_the_zone_lacks_is_told(ask):
    assert "status: NXDOMAIN" in ask("nobody.b.net", "A")
    empty = ask("www.b.net", "TXT")
    assert "status: NOERROR" in empty
    assert "ANSWER: 0" in empty
    assert re.search(r"^b\.net\.\s+\d+\s+IN\s+SOA\s", empty, re.MULTILINE)


def test_it_answers_for_no_other_zone(ask):
    assert "status: REFUSED" in ask("c.net", "A")


# What the time, the chance and the way of asking make of an answer.
FLEETING = [
    (re.compile(r"^; <<>>.*\n(; \(1 server found\)\n)?", re.MULTILINE), "; GREETING\n"),
    (re.compile(r"\bid: \d+"), "id: N"),
    (re.compile(r"Query time: \d+"), "Query time: N"),
    (re.compile(r"^;; (SERVER: |Received \d+ bytes from )\S+", re.MULTILINE), r";; \1WHO"),
    (re.compile(r" in \d+ ms"), " in N ms"),
    (re.compile(r" from server \S+"), " from server WHO"),
    (re.compile(r"WHEN: .*"), "WHEN: THEN"),
]

WORDS = [
    "b.net MX",
    "b.net MX +noall +answer",
    "b.net MX +noall +answer +stats",
    "b.net MX +noall +comments",
    "b.net MX +noall +question +additional",
    "+noall +answer b.net MX www.b.net mail.b.net A +additional +authority",
    "b.net MX +nocomments",
    "b.net MX +noquestion +nostats",
    "b.net MX +noanswer +noadditional",
    "b.net MX +nocmd",
    "b.net MX +nottlid",
    "b.net MX +noclass",
    "b.net MX +nottlid +noclass",
    "b.net MX +ttlunits",
    "nobody.b.net +noall +authority +ttlunits",
    "b.net MX +short",
    "b.net MX mail.b.net A www.b.net +short",
    "+short b.net MX mail.b.net A +noshort",
    "b.net MX +short +identify",
    "b.net MX +nostats +identify",
    "b.net MX +tcp",
    "b.net MX +vc +novc",
    "b.net ANY +notcp",
    "b.net MX +norecurse",
    "b.net MX +nordflag +rdflag",
    "b.net MX +noedns",
    "b.net MX +noedns +bufsize=600",
    "version.bind CHAOS TXT",
    "-c HS b.net",
    "-tMX -q b.net +noall +answer",
    "b.net -c ANY -t SOA +noall +question",
    "-x 192.0.2.80 +noall +question",
    "+noall +answer MX b.net mail.b.net A",
    "b.net +noal +an +nottl MX",
    "b.net +ignore TXT",
    "+noall +question",
]


def still(said):
    for pattern, steady in FLEETING:
        said = pattern.sub(steady, said)
    return said


@pytest.mark.parametrize("words", WORDS)
def test_ours_prints_what_dig_prints(program, names, words):
    """Cookies are the one thing that dig sends unasked and ours does not."""
    question = words.split()
    transport = "" if "+tcp" in question else "/udp"
    port = names.ports[f"ns.b.net:53{transport}"]
    theirs = succeed("dig", "-r", "-p", port, "@127.0.0.1", "+nocookie", *question).decode()
    ours = succeed(program, "dig", NETWORK, "--at", "mail.b.net", "@ns.b.net", *question).decode()
    assert still(ours) == still(theirs)


def find_port_on_all(addresses):
    """A port that is free at all of these addresses."""
    with contextlib.ExitStack() as stack:
        port = 0
        for address in addresses:
            server = stack.enter_context(socket.create_server((address, port)))
            port = server.getsockname()[1]
    return port


@pytest.mark.parametrize("transport", ["+notcp", "+tcp"])
def test_dig_traces_a_name_from_the_root(program, tmp_path, transport):
    port = find_port_on_all(ADDRESSES.values())
    listen = [
        f"--listen={address}:{port}{form}={host}:53"
        for host, address in ADDRESSES.items()
        for form in ("", "/udp")
    ]
    hosts = tmp_path / "hosts"
    hosts.write_text("".join(f"{address} {host}\n" for host, address in ADDRESSES.items()))
    # dig finds the addresses of name servers as any program of this machine finds addresses. This
    # library has it read our file for that in place of /etc/hosts.
    wrapper = ["env", "LD_PRELOAD=libnss_wrapper.so", f"NSS_WRAPPER_HOSTS={hosts}"]
    with serve(program, tmp_path / "out", arguments=listen):
        question = ["@127.0.0.2", "-p", port, "-4", "+trace", transport, "b.net", "MX"]
        said = succeed(*wrapper, "dig", *question).decode()
    records = [line.split() for line in said.splitlines() if line and not line.startswith(";")]
    assert [(owner, *data) for owner, _, _, *data in records] == [
        (".", "NS", "a.root-servers.net."),
        ("net.", "NS", "a.nic.net."),
        ("b.net.", "NS", "ns.b.net."),
        ("b.net.", "MX", "10", "mail.b.net."),
    ]
    asked = re.findall(r"^;; Received \d+ bytes from (\S+)#", said, re.MULTILINE)
    assert asked == ["127.0.0.2", "127.0.0.2", "127.0.0.3", "127.0.0.4"]
