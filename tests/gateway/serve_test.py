"""`serve` as a user starts it: real clients, real servers, wrong ports, and its end."""

import os
import signal
import smtplib
import socket
import struct
import subprocess
import time
from pathlib import Path

import pytest

from real_servers import Pop3, Server, Smtp
from serving import PATIENCE, serve

PROGRAM = os.environ["POSTROAD_LAB"]
NETWORK = Path(__file__).parent / "network.yaml"
SMTP = "mail.a.net port 25"
WRONG = 2


def connect(serving, server=SMTP):
    return socket.create_connection(("127.0.0.1", serving.port(server)), PATIENCE)


def ask(query, port):
    """What a server says to a datagram."""
    with socket.socket(type=socket.SOCK_DGRAM) as client:
        client.settimeout(PATIENCE)
        client.sendto(query, ("127.0.0.1", port))
        return client.recv(65535)


def captured(serving, host):
    (path,) = (serving.folder / "pcap").glob(f"{host}-to-*.pcap")
    return path.read_bytes()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_writes_its_folder_when_it_is_stopped_amid_a_dialogue(tmp_path, number):
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:25") as serving:
        with connect(serving) as client:
            client.recv(1000)
            client.sendall(b"EHLO stopped.example\r\n")
            client.recv(1000)
            assert serving.stop(number) == 0
            with pytest.raises(ConnectionResetError):
                client.recv(1000)
    assert f"everything of this run is in {serving.folder}" in serving.said
    assert b"EHLO stopped.example" in (serving.folder / "events.jsonl").read_bytes()
    assert (serving.folder / "summary.json").exists()
    assert any((serving.folder / "transcripts").iterdir())
    for host in ("gateway", "mail.a.net"):
        assert b"EHLO stopped.example\r\n" in captured(serving, host)


def test_a_signal_that_comes_twice_at_once_is_one(tmp_path):
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:25") as serving:
        for _ in range(20):
            serving.process.send_signal(signal.SIGINT)
            time.sleep(0.001)
        assert serving.process.wait(timeout=PATIENCE) == 0
    assert (serving.folder / "summary.json").exists()


def test_it_prints_the_dialogue_while_it_happens(tmp_path):
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:25") as serving:
        with connect(serving) as client:
            client.recv(1000)
            client.sendall(b"HELO live.example\r\n")
            client.recv(1000)
        serving.wait_for("HELO live.example")
        assert serving.stop() == 0


def test_a_name_server_answers_a_real_query_over_udp(tmp_path):
    query = b"\x12\x34\x01\x00\x00\x01" + bytes(6) + b"\x01a\x03net\x00\x00\x0f\x00\x01"
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0/udp=ns.net:53") as serving:
        answer = ask(query, serving.port("ns.net port 53"))
        assert serving.stop() == 0
    assert answer[:2] == query[:2]
    assert b"\x04mail" in answer
    assert query in captured(serving, "ns.net")


def test_a_simulated_transfer_agent_delivers_to_a_real_server(tmp_path):
    with Server(Smtp) as real:
        attached = f"mail.real.example=127.0.0.1:{real.port}"
        with serve(PROGRAM, tmp_path, NETWORK, "--attach", attached) as serving:
            serving.wait_for("relayed for bob@real.example at mail.real.example")
            assert serving.stop() == 0
    (message,) = real.messages
    assert b"Subject: Out\r\n" in message
    assert b"Received: from alice-pc.a.net" in message
    assert message.endswith(b"\r\nOut of here\r\n")


def test_a_transfer_agent_keeps_what_a_missing_server_refuses(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        attached = f"mail.real.example=127.0.0.1:{nobody.getsockname()[1]}"
    with serve(PROGRAM, tmp_path, NETWORK, "--attach", attached) as serving:
        serving.wait_for("connection refused")
        assert serving.stop() == 0
    assert "queued" in serving.said.splitlines()[-2]


class Slow(Smtp):
    """A server that thinks about each recipient until the client is gone."""

    def answer(self, command):
        if command == b"RCPT":
            self.connection.settimeout(PATIENCE)
            try:
                self.server.messages.append(self.connection.recv(1000))
            except ConnectionResetError:
                self.server.messages.append("reset")
        return super().answer(command)


def test_a_host_that_fails_breaks_the_streams_of_its_real_server(tmp_path):
    with Server(Slow) as real:
        attached = f"mail.real.example=127.0.0.1:{real.port}"
        scenario = tmp_path / "fails.yaml"
        failure = "  - {at: 4s, fail: {host: mail.real.example}}\n"
        scenario.write_text(NETWORK.read_text() + failure)
        with serve(PROGRAM, tmp_path, scenario, "--attach", attached) as serving:
            serving.wait_for("RCPT TO:<bob@real.example>")
            serving.wait_for("switched off")
            end = time.monotonic() + PATIENCE
            while not real.messages and time.monotonic() < end:
                time.sleep(0.01)
            assert serving.stop() == 0
    assert real.messages == ["reset"]


def test_a_simulated_user_agent_fetches_from_a_real_server(tmp_path):
    with Server(Pop3) as real:
        attached = f"mail.a.net:110=127.0.0.1:{real.port}"
        with serve(PROGRAM, tmp_path, NETWORK, "--attach", attached) as serving:
            serving.wait_for("read message 1 of mailbox alice@a.net")
            assert serving.stop() == 0
    (letter,) = (serving.folder / "mail" / "alice@a.net").glob("*.eml")
    assert letter.read_bytes() == Pop3.message


def test_clients_that_misbehave_do_not_disturb_others(tmp_path):
    with serve(PROGRAM, tmp_path, NETWORK, "--quiet", "--listen", "0=mail.a.net:25") as serving:
        rude = [connect(serving) for _ in range(200)]
        for number, client in enumerate(rude):
            client.settimeout(1)
            if number % 4 == 0:
                client.sendall(os.urandom(20000))
            elif number % 4 == 1:
                client.sendall(b"NOOP\r\n" * 5000)
            elif number % 4 == 2:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                client.sendall(b"MAIL FR")
                client.close()
        with connect(serving) as polite:
            polite.settimeout(PATIENCE)
            assert polite.recv(1000)[:3] in (b"220", b"421")
        for client in rude:
            client.close()
        with connect(serving) as polite:
            polite.settimeout(PATIENCE)
            assert polite.recv(1000).startswith(b"220")
        assert serving.stop() == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "at least one port"),
        (["--listen", "70000=mail.a.net:25"], 'a port from 0 to 65535, got "70000"'),
        (["--listen", "0=mail.a.net:25", "--user", "alcie"], 'did you mean "alice"?'),
        (["--listen", "0=mail.a.nte:25"], 'did you mean "mail.a.net"?'),
        (["--listen", "2525=mail.a.net:25", "--listen", "2525=mail.a.net:110"], "twice"),
        (["--listen", "192.0.2.1:0=mail.a.net:25"], "--allow-remote"),
        (["--listen", "{taken}=mail.a.net:25"], "Address already in use"),
        (["--listen", "192.0.2.1:0=mail.a.net:25", "--allow-remote"], "an address of this machine"),
        (["--attach", "mail.a.net=127.0.0.1"], "HOST=ADDRESS:PORT"),
    ],
)
def test_wrong_ports_are_told(tmp_path, arguments, said):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        ended = subprocess.run(
            [PROGRAM, "serve", NETWORK, "--out", tmp_path / "out"]
            + [argument.format(taken=taken) for argument in arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert ended.returncode == WRONG
    assert said in ended.stderr


def folder_of_an_earlier_run(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "events.jsonl").write_text("what happened earlier\n")
    return folder


def start_in_vain(folder, port):
    ended = subprocess.run(
        [PROGRAM, "serve", NETWORK, "--out", folder, "--listen", f"{port}=mail.a.net:25"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert ended.returncode == WRONG
    return ended.stderr


def test_a_start_that_fails_for_a_port_leaves_an_earlier_run_alone(tmp_path):
    folder = folder_of_an_earlier_run(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert "a port that is free" in start_in_vain(folder, other.getsockname()[1])
    assert (folder / "events.jsonl").read_text() == "what happened earlier\n"


def test_a_folder_belongs_to_one_run_at_a_time(tmp_path):
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:25") as serving:
        said = start_in_vain(serving.folder, 0)
        assert "--out: expected a folder that no other run is writing to" in said
        with connect(serving) as client:
            client.recv(1000)
        assert serving.stop() == 0
    assert (serving.folder / "summary.json").exists()
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:25") as serving:
        assert serving.stop() == 0


def submit(serving, sender):
    """A real program submits a letter to a mailbox of another domain."""
    with smtplib.SMTP("127.0.0.1", serving.port("mail.a.net port 587"), timeout=PATIENCE) as client:
        client.sendmail(sender, ["bob@real.example"], "Subject: From outside\r\n\r\nHello\r\n")


def test_a_real_program_submits_as_a_user_of_the_scenario(tmp_path):
    listen = ["--listen", "0=mail.a.net:587", "--user", "alice", "--set", "events=[]"]
    with serve(PROGRAM, tmp_path, NETWORK, *listen) as serving:
        submit(serving, "alice@a.net")
        with pytest.raises(smtplib.SMTPSenderRefused, match="5.7.1"):
            submit(serving, "carol@a.net")
        serving.wait_for("relayed for bob@real.example at mail.real.example")
        assert serving.stop() == 0
    letters = (serving.folder / "mail" / "bob@real.example").glob("*.eml")
    assert sum(b"Subject: From outside" in path.read_bytes() for path in letters) == 1


def test_a_real_program_of_nobody_submits_nothing(tmp_path):
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:587") as serving:
        assert "no program of this machine may send mail through mail.a.net port 587" in serving.said
        with pytest.raises(smtplib.SMTPSenderRefused, match="5.7.1"):
            submit(serving, "alice@a.net")


def test_a_port_that_leads_nowhere_is_warned_of(tmp_path):
    with serve(PROGRAM, tmp_path, NETWORK, "--listen", "0=mail.a.net:26") as serving:
        assert "nothing listens at mail.a.net port 26: its servers are at " in serving.said
        assert serving.stop() == 0
