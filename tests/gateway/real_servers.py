"""The smallest real servers: each takes one kind of dialogue on a port of this machine."""

import socketserver
import threading


class Server(socketserver.ThreadingTCPServer):
    """Serves on threads at any free port until the block is left."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.port = self.server_address[1]
        self.messages = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class Dialogue(socketserver.StreamRequestHandler):
    """Answers command by command, as its table says."""

    greeting = b""
    answers: dict[bytes, bytes] = {}

    def handle(self):
        self.wfile.write(self.greeting)
        for line in self.rfile:
            command = line[:4].upper().strip()
            self.wfile.write(self.answers.get(command, b"") or self.answer(command))
            if command == b"QUIT":
                return

    def answer(self, command):
        raise NotImplementedError


class Smtp(Dialogue):
    """Takes any mail, and keeps it."""

    greeting = b"220 real.example ESMTP\r\n"
    answers = {b"QUIT": b"221 Bye\r\n", b"EHLO": b"250 real.example\r\n"}

    def answer(self, command):
        if command == b"DATA":
            self.wfile.write(b"354 Go on\r\n")
            lines = iter(self.rfile.readline, b".\r\n")
            self.server.messages.append(b"".join(lines))
        return b"250 Ok\r\n"


class Pop3(Dialogue):
    """Has one message for anybody."""

    message = b"From: real@real.example\r\nSubject: In\r\n\r\nInto the simulation\r\n"
    greeting = b"+OK real.example\r\n"

    def answer(self, command):
        size = len(self.message)
        answers = {
            b"CAPA": b"-ERR\r\n",
            b"STAT": b"+OK 1 %d\r\n" % size,
            b"LIST": b"+OK\r\n1 %d\r\n.\r\n" % size,
            b"UIDL": b"+OK\r\n1 real-1\r\n.\r\n",
            b"RETR": b"+OK\r\n%b.\r\n" % self.message,
        }
        return answers.get(command, b"+OK\r\n")
