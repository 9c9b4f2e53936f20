"""What real servers need of this machine: a port, a folder, and a user to run as."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

# Seconds until a server has to answer, or to end.
PATIENCE = 30

# Begins a command that only root may give. sudo must not ask for a password.
AS_ROOT = [] if os.getuid() == 0 else ["sudo", "-n"]


def lacks_root() -> bool:
    """Whether such a command would fail."""
    if not AS_ROOT:
        return False
    if shutil.which("sudo") is None:
        return True
    return subprocess.run([*AS_ROOT, "true"], capture_output=True).returncode != 0


# Who owns the mailboxes and runs what needs no rights: nobody where root runs the tests.
READER = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())

# Makes subprocess start a program as that user.
BECOME_READER = (
    {} if AS_ROOT else {"user": READER.pw_uid, "group": READER.pw_gid, "extra_groups": []}
)


def find_free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextlib.contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that all users of this machine may enter, until the block is left."""
    folder = Path(tempfile.mkdtemp(prefix="postroad-peers-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        if AS_ROOT:
            subprocess.run([*AS_ROOT, "rm", "-rf", folder], check=True)
        else:
            shutil.rmtree(folder)


def wait_for(server: subprocess.Popen, port: int, greeting: bytes, log: Path) -> None:
    """Waits until a server greets, and fails with its log where it does not."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", port), 5) as client:
                if client.recv(1000).startswith(greeting):
                    return
        time.sleep(0.05)
    said = log.read_text() if log.exists() else "nothing"
    raise AssertionError(f"{server.args} does not answer (is there root, or sudo?): {said}")
