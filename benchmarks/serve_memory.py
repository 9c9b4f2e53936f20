"""Whether `serve` grows: its memory while real clients send and fetch, minute by minute.

Each client sends a message of 4 kB to a mailbox of its own by SMTP, fetches it by POP3, deletes it,
and begins again. The servers stand behind links of 20 ms. What is printed is the resident memory of
the program; after the first minute it should stay where it is. The run folder grows meanwhile, for
it holds every frame: a minute takes about 30 MB of disk.
"""

import argparse
import json
import poplib
import re
import signal
import smtplib
import subprocess
import tempfile
import threading
import time
from pathlib import Path

BODY = b"Subject: Load\r\n\r\n" + (b"0123456789abcdef" * 4 + b"\r\n") * 62
WARM_UP_S = 60
PATIENCE_S = 120

NETWORK = """
title: A mail server under load
about: Twenty real clients send to it and fetch from it.
dns: single
hosts:
  mail.b.net: {{roles: [mta, mda, pop3]}}
  ns.net: {{roles: dns}}
  r1.net: {{roles: router}}
domains:
  b.net:
    users: {{{users}}}
    mx: mail.b.net
links:
  - {{between: [mail.b.net, r1.net], delay: 20ms}}
  - {{between: [ns.net, r1.net], delay: 20ms}}
"""


def resident_kilobytes(process: int) -> int:
    """The resident memory of a process."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1])


class Client(threading.Thread):
    """Sends to its own mailbox and fetches, until it is told to stop."""

    def __init__(self, name: str, smtp: int, pop3: int):
        super().__init__(daemon=True)
        self.user = name
        self.ports = smtp, pop3
        self.messages = 0
        self.is_over = threading.Event()

    def run(self) -> None:
        while not self.is_over.is_set():
            self.send()
            self.fetch()
            self.messages += 1

    def send(self) -> None:
        with smtplib.SMTP("127.0.0.1", self.ports[0], timeout=PATIENCE_S) as client:
            client.sendmail("load@example.org", [f"{self.user}@b.net"], BODY)

    def fetch(self) -> None:
        client = poplib.POP3("127.0.0.1", self.ports[1], timeout=PATIENCE_S)
        client.user(self.user)
        client.pass_("secret")
        for number in range(1, client.stat()[0] + 1):
            client.retr(number)
            client.dele(number)
        client.quit()


def start(program: str, folder: Path, names: list[str]) -> tuple[subprocess.Popen, int, int]:
    """Serves the network; returns the program and its ports for SMTP and POP3."""
    scenario = folder / "load.yaml"
    users = ", ".join(f"{name}: {{password: secret}}" for name in names)
    scenario.write_text(NETWORK.format(users=users))
    listen = ["--listen", "0=mail.b.net:25", "--listen", "0=mail.b.net:110"]
    process = subprocess.Popen(
        [program, "serve", scenario, "--quiet", "--out", folder / "out", *listen],
        stdout=subprocess.PIPE,
        text=True,
    )
    ports = {}
    for line in process.stdout:
        if line.startswith("Ctrl-C"):
            return process, ports["25"], ports["110"]
        local, server = re.match(r"\S+:(\d+) leads to \S+ port (\d+)", line).groups()
        ports[server] = int(local)
    raise SystemExit("postroad bench: serve did not start")


def measure(process: subprocess.Popen, clients: list[Client], minutes: float, every: float) -> dict:
    """Samples the memory until the time is over."""
    begin = time.monotonic()
    samples = []
    while (now := time.monotonic() - begin) < minutes * 60:
        messages = sum(client.messages for client in clients)
        samples.append((round(now), resident_kilobytes(process.pid), messages))
        print("{:6d} s {:8d} kB {:8d} messages".format(*samples[-1]), flush=True)
        time.sleep(every)
    steady = [kilobytes for seconds, kilobytes, _ in samples if seconds >= WARM_UP_S]
    growth = steady[-1] - steady[0] if steady else None
    return {"clients": len(clients), "samples": samples, "growth_after_first_minute_kB": growth}


def main() -> None:
    parser = argparse.ArgumentParser(prog="postroad bench serve", description=__doc__)
    parser.add_argument("program", help=argparse.SUPPRESS)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--every", type=float, default=10, help="seconds between two samples")
    parser.add_argument("--json", type=Path, help="where to write the samples")
    options = parser.parse_args()
    names = [f"user{number}" for number in range(options.clients)]
    with tempfile.TemporaryDirectory() as folder:
        process, smtp, pop3 = start(options.program, Path(folder), names)
        clients = [Client(name, smtp, pop3) for name in names]
        for client in clients:
            client.start()
        report = measure(process, clients, options.minutes, options.every)
        for client in clients:
            client.is_over.set()
        for client in clients:
            client.join(PATIENCE_S)
        process.send_signal(signal.SIGINT)
        process.communicate()
    print("growth after the first minute:", report["growth_after_first_minute_kB"], "kB")
    if options.json:
        options.json.write_text(json.dumps(report))


if __name__ == "__main__":
    main()
