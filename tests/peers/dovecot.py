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

# What is the same in all versions.
COMMON = """\
protocols = pop3
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/run/dovecot.log
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
ssl = no
first_valid_uid = 1
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

# Mailboxes and their users, as versions before 2.4 are told of them.
UNTIL_2_3 = """\
disable_plaintext_auth = no
mail_location = maildir:{mail}/%n
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/run
}}
"""

# The versions stand first in a file of 2.4, and say which form it has.
FROM_2_4 = """\
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {mail}/%{{user|username}}
passdb static {{
  password = secret
}}
userdb static {{
  fields {{
    uid = {user}
    gid = {group}
    home = {folder}/run
  }}
}}
"""


def form_of_this_version() -> str:
    """The configuration for the Dovecot of this machine."""
    said = subprocess.run(["/usr/sbin/dovecot", "--version"], capture_output=True, text=True, check=True)
    version = tuple(int(number) for number in said.stdout.split()[0].split(".")[:2])
    return (FROM_2_4 if version >= (2, 4) else UNTIL_2_3) + COMMON


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
        form_of_this_version().format(
            folder=folder, mail=mail, port=port, user=READER.pw_name, group=group
        )
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
