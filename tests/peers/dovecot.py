"""A real Dovecot on the loopback, with a configuration of its own: POP3 to maildirs.

It has no rights but those of the mailboxes' owner.
"""

import contextlib
import grp
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from machine import BECOME_READER, PATIENCE, READER, find_free_port, wait_for

CONFIGURATION = """\
protocols = pop3
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/run/dovecot.log
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:{mail}/%n
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/run
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service pop3-login {{
  chroot =
  inet_listener pop3 {{
    port = {port}
  }}
  inet_listener pop3s {{
    port = 0
  }}
}}
"""


@contextlib.contextmanager
def dovecot(folder: Path, mail: Path) -> Iterator[int]:
    """Runs Dovecot in a new folder, below one that is public, until the block is left.

    Yields the port at which it shows the maildirs in ``mail``; each user's password is "secret".
    """
    port = find_free_port()
    run = folder / "run"
    run.mkdir(parents=True)
    os.chown(run, READER.pw_uid, READER.pw_gid)
    group = grp.getgrgid(READER.pw_gid).gr_name
    conf = folder / "dovecot.conf"
    conf.write_text(
        CONFIGURATION.format(folder=folder, mail=mail, port=port, user=READER.pw_name, group=group)
    )
    server = subprocess.Popen(
        ["/usr/sbin/dovecot", "-F", "-c", conf],
        stdin=subprocess.DEVNULL,
        cwd=folder,
        **BECOME_READER,
    )
    try:
        wait_for(server, port, b"+OK", run / "dovecot.log")
        yield port
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
