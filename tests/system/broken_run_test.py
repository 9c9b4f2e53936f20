"""Runs that do not come to their end: what is said, with which exit status, and by the folder."""

import resource
import signal
import subprocess
import time

import pytest

from lab import Lab

FOLDER_TEXT = "incomplete.txt"


def with_full_disk():
    """No file may grow beyond what a full disk leaves; the write fails, and nobody is killed."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))


def test_a_full_disk_breaks_a_run_off(lab, tmp_path):
    ended = subprocess.run(
        lab.command("run", "first-letter", "--out", tmp_path / "out", "--quiet"),
        preexec_fn=with_full_disk,
        capture_output=True,
        encoding="utf-8",
    )
    assert ended.returncode == 4
    assert ended.stderr.startswith("postroad: the run broke off at ")
    assert "s of virtual time: " in ended.stderr
    assert "could not be written" in ended.stderr
    told = (tmp_path / "out" / FOLDER_TEXT).read_text()
    assert told.splitlines()[0] in ended.stderr


def start_serving(lab: Lab, tmp_path) -> subprocess.Popen:
    """A run that goes on until it is ended."""
    process = subprocess.Popen(
        lab.command("serve", "practice-server", "--listen", "0=mail.practice.example:25"),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    while "Ctrl-C" not in process.stdout.readline():
        assert process.poll() is None, process.stderr.read()
    return process


# A sanitizer tells of the other fatal signals itself.
def test_a_crash_is_told_with_its_virtual_time(lab, tmp_path):
    process = start_serving(lab, tmp_path)
    time.sleep(0.2)
    process.send_signal(signal.SIGABRT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 4
    assert "postroad: the run broke off at " in errors
    assert "s of virtual time: it was aborted" in errors
    assert "under way" in (tmp_path / "out" / "practice-server" / FOLDER_TEXT).read_text()


def test_a_run_that_is_killed_leaves_a_folder_that_says_so(lab, tmp_path):
    process = start_serving(lab, tmp_path)
    out = tmp_path / "out" / "practice-server"
    assert (out / FOLDER_TEXT).is_file()
    process.kill()
    process.communicate(timeout=60)
    assert (out / FOLDER_TEXT).read_text().startswith("the run is under way, or was ended")
    assert not (out / "summary.json").exists()


@pytest.mark.parametrize("before", ["", "the run broke off\n"])
def test_a_run_that_ends_well_leaves_no_such_word(lab, tmp_path, before):
    out = tmp_path / "out"
    if before:
        out.mkdir()
        (out / "events.jsonl").write_text("")
        (out / FOLDER_TEXT).write_text(before)
    assert lab.run("first-letter", out, "--quiet").status == 0
    assert not (out / FOLDER_TEXT).exists()
