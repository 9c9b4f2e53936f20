"""Streams between real programs and simulated ones end on both sides, whoever ends first, and when."""

import os
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from real_servers import Server, Smtp
from serving import PATIENCE, serve

PROGRAM = os.environ["POSTROAD_LAB"]
NETWORK = Path(__file__).parent / "network.yaml"
SERVERS = {"mail.a.net port 25": b"221", "mail.a.net port 110": b"+OK"}

# A round trip through the network takes 84 ms: the ends meet, cross, or come one after the other.
PAUSES = [number / 100 for number in range(20)]

# What is soon: some round trips, on a machine that has other things to do.
SOON = 5


@pytest.fixture(scope="module")
def serving(tmp_path_factory):
    """A server for mail and one for fetching it, at ports of this machine."""
    listen = [word for server in (25, 110) for word in ("--listen", f"0=mail.a.net:{server}")]
    folder = tmp_path_factory.mktemp("ends")
    with serve(PROGRAM, folder, NETWORK, "--quiet", *listen) as started:
        yield started


def hear(port, words, pause):
    """What a server says to a client that says this, pauses, and ends; and how long that takes."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        client.recv(1000)
        begin = time.monotonic()
        client.sendall(words)
        time.sleep(pause)
        client.shutdown(socket.SHUT_WR)
        heard = b"".join(iter(lambda: client.recv(1000), b""))
        return heard, time.monotonic() - begin - pause


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("words", [b"", b"NOOP\r\n", b"QUIT\r\n"])
def test_a_client_that_ends_hears_the_server_out(serving, server, words):
    port = serving.port(server)
    with ThreadPoolExecutor(len(PAUSES)) as clients:
        ends = list(clients.map(lambda pause: hear(port, words, pause), PAUSES))
    for pause, (heard, time_taken) in zip(PAUSES, ends):
        assert len(heard.splitlines()) == words.count(b"\n"), pause
        assert heard.startswith(SERVERS[server] if words == b"QUIT\r\n" else b""), pause
        assert time_taken < SOON, pause


class EndsItsOwnWay(Smtp):
    """A server that ends the stream in one of some ways, and notes how it ended at last."""

    ways = {
        "at once": lambda self: self.reply(),
        "after a while": lambda self: (self.reply(), time.sleep(0.2)),
        "its half": lambda self: (self.reply(), self.connection.shutdown(socket.SHUT_WR)),
        "its half before the reply is due": lambda self: self.connection.shutdown(socket.SHUT_WR),
        "after the client": lambda self: (self.reply(), self.connection.recv(1)),
        "without a word": lambda self: None,
    }

    def reply(self):
        """What QUIT is owed."""
        self.wfile.write(b"221 Bye\r\n")

    def handle(self):
        self.wfile.write(self.greeting)
        for line in self.rfile:
            command = line[:4].upper().strip()
            if command == b"QUIT":
                self.ways[self.server.way](self)
                break
            self.wfile.write(self.answers.get(command, b"") or self.answer(command))
        if self.server.way.startswith("its half") or self.server.way == "after the client":
            self.connection.settimeout(SOON)
            assert self.connection.recv(1) == b""
        self.server.ended.set()


@pytest.mark.parametrize("way", EndsItsOwnWay.ways)
def test_a_real_server_may_end_in_its_own_way(tmp_path, way):
    with Server(EndsItsOwnWay) as real:
        real.way = way
        real.ended = threading.Event()
        attached = f"mail.real.example=127.0.0.1:{real.port}"
        with serve(PROGRAM, tmp_path, NETWORK, "--attach", attached) as serving:
            serving.wait_for("relayed for bob@real.example at mail.real.example")
            assert real.ended.wait(SOON)
            assert serving.stop() == 0
    assert len(real.messages) == 1
