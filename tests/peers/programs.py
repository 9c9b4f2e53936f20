"""Starts a real program and waits for its end."""

import subprocess

# No program here takes as long, on any machine.
PATIENCE = 300


def run(*command, typed: str = "") -> subprocess.CompletedProcess:
    """Runs a program to its end, with what a user types."""
    return subprocess.run(
        [str(argument) for argument in command],
        input=typed.encode(),
        capture_output=True,
        timeout=PATIENCE,
    )


def succeed(*command, typed: str = "") -> bytes:
    """Runs a program that has to succeed. Returns what it prints."""
    ended = run(*command, typed=typed)
    assert ended.returncode == 0, (ended.args, ended.stdout, ended.stderr)
    return ended.stdout
