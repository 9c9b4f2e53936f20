"""A real Postfix on the loopback, with a configuration and a queue of its own.

The machine's own Postfix is neither read nor touched. Postfix's master changes users, so it is
started by root, or by sudo where the tests are not run by root.
"""

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from machine import AS_ROOT, PATIENCE, READER, find_free_port, wait_for

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
daemon_directory = /usr/lib/postfix/sbin
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.real.example
mydestination =
local_recipient_maps =
alias_maps =
virtual_mailbox_domains = real.example
virtual_mailbox_maps = static:bob/
virtual_mailbox_base = {folder}/mail
virtual_uid_maps = static:{reader.pw_uid}
virtual_gid_maps = static:{reader.pw_gid}
virtual_minimum_uid = 1
"""

SERVICES = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n - 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""

FOLDERS = """\
chown root conf conf/*
mkdir data mail queue queue/pid queue/public
chown {reader.pw_uid}:{reader.pw_gid} mail
chown postfix data queue/public
cd queue
queues="active bounce corrupt defer deferred flush hold incoming maildrop private saved trace"
mkdir -m 700 $queues
chown postfix $queues
"""


@dataclass(frozen=True)
class Postfix:
    """A Postfix that takes mail for bob@real.example."""

    port: int
    mail: Path  # holds the maildir "bob"


@contextlib.contextmanager
def postfix(folder: Path) -> Iterator[Postfix]:
    """Runs Postfix in a new folder, below one that is public, until the block is left."""
    port = find_free_port()
    conf = folder / "conf"
    conf.mkdir(parents=True)
    (conf / "main.cf").write_text(MAIN.format(folder=folder, reader=READER))
    (conf / "master.cf").write_text(SERVICES.format(port=port))
    make_folders = FOLDERS.format(reader=READER)
    subprocess.run([*AS_ROOT, "sh", "-ec", make_folders], cwd=folder, check=True)
    master = subprocess.Popen(
        [*AS_ROOT, "/usr/lib/postfix/sbin/master", "-c", conf, "-d"],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(master, port, b"220 mail.real.example", folder / "postfix.log")
        yield Postfix(port, folder / "mail")
    finally:
        if master.poll() is None:
            subprocess.run([*AS_ROOT, "kill", str(master.pid)], check=True)
        master.wait(timeout=PATIENCE)
