"""A run is a process of its own: whatever happens to it, the one that asked for it lives on."""

import concurrent.futures
import multiprocessing
import os
import pathlib
import signal
import sys
import tempfile
import time

import pytest

import postroad as pr


@pytest.fixture
def instead(monkeypatch):
    """Has the worker call something else than the simulation."""
    return lambda function: monkeypatch.setattr("postroad._worker._postroad.run", function)


def test_a_worker_that_aborts_is_an_exception(instead):
    def abort(*arguments):
        os.write(2, b"assert failed. cond=\"m_node\"\n")
        os.abort()

    instead(abort)
    with pytest.raises(pr.RunError, match="ended by SIGABRT\nassert failed") as caught:
        pr.load("first-letter").run()
    assert caught.value.status == -signal.SIGABRT
    assert caught.value.output == 'assert failed. cond="m_node"'


def test_a_worker_that_is_killed_is_an_exception(instead):
    instead(lambda *arguments: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(pr.RunError, match="ended by SIGKILL"):
        pr.load("first-letter").run()


def test_a_worker_that_exits_is_an_exception(instead):
    instead(lambda *arguments: os._exit(70))
    with pytest.raises(pr.RunError, match="exit status 70"):
        pr.load("first-letter").run()


def test_another_error_in_the_worker_is_told(instead):
    def fail(*arguments):
        raise OSError("the disk is full")

    instead(fail)
    with pytest.raises(pr.RunError, match="the disk is full"):
        pr.load("first-letter").run()


def test_of_a_long_output_the_end_is_kept(instead):
    def abort(*arguments):
        os.write(2, b"x" * 5000 + b"the reason")
        os.abort()

    instead(abort)
    with pytest.raises(pr.RunError) as caught:
        pr.load("first-letter").run()
    assert len(caught.value.output) == 4000
    assert caught.value.output.endswith("xthe reason")


def test_the_next_run_after_a_crash_is_as_any_other(instead, monkeypatch):
    instead(lambda *arguments: os.abort())
    with pytest.raises(pr.RunError):
        pr.load("first-letter").run()
    monkeypatch.undo()
    assert pr.load("first-letter").run().ok


def test_a_failed_run_leaves_no_folder(instead, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    instead(lambda *arguments: os.abort())
    with pytest.raises(pr.RunError):
        pr.load("first-letter").run()
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_ends_the_worker(instead):
    def interrupt(*arguments):
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(600)

    instead(interrupt)
    with pytest.raises(KeyboardInterrupt):
        pr.load("first-letter").run()
    assert multiprocessing.active_children() == []


def test_the_simulator_is_not_set_going_in_the_process_that_asks(run):
    assert pr.load("first-letter").run().ok
    assert pr.load("first-letter").run().ok


def test_threads_may_run_side_by_side():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        runs = list(pool.map(lambda name: pr.load(name).run(), ["first-letter", "by-hand"] * 2))
    assert all(run.ok for run in runs)
    assert contents(runs[0].folder) == contents(runs[2].folder)


def contents(folder: pathlib.Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_same_seed_and_run_give_the_same_bytes(run):
    again = pr.load("first-letter").run(seed=1, run=1)
    assert contents(again.folder) == contents(run.folder)


@pytest.mark.parametrize("chance", [{"seed": 2}, {"run": 2}])
def test_another_seed_or_run_gives_other_bytes(run, chance):
    other = pr.load("first-letter").run(**chance)
    assert other.ok
    assert contents(other.folder)["events.jsonl"] != contents(run.folder)["events.jsonl"]


def test_a_run_needs_no_pandas(run):
    assert "pandas" not in sys.modules
