"""What the launcher builds, when, and what it shows of it."""

import contextlib
import os
import pty
import subprocess


def test_the_first_start_says_in_one_line_that_it_builds(machine):
    machine.write("ninja-output", "[ 50%] Building one\n[100%] Linking\n")
    result = machine.start("list")
    assert result.stderr.splitlines() == [
        "postroad: building (the log is build/log/build-release.log)"
    ]
    assert "[ 50%] Building one" in (machine.checkout / "build/log/build-release.log").read_text()


def read_all(terminal: int) -> str:
    """What was written to a terminal that nobody holds any more; its end is an error."""
    shown = b""
    with contextlib.suppress(OSError):
        while part := os.read(terminal, 4096):
            shown += part
    return shown.decode()


def test_a_terminal_sees_the_per_cent(machine):
    machine.write("installed", " ".join(machine.packages("RUN")[1:]))
    machine.write("apt-output", "pmstatus:g++:7.5:Unpacking g++\n")
    machine.write("ninja-output", "[ 50%] Building one\n[100%] Linking\n")
    mine, theirs = pty.openpty()
    subprocess.run(
        machine.arguments("list"), env=machine.environment(), stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    shown = read_all(mine)
    os.close(mine)
    assert "\rpostroad:   7 %\r" in shown
    assert "\rpostroad:  50 %\rpostroad: 100 %\r" in shown


def test_the_second_start_builds_nothing_and_says_nothing(machine):
    machine.start("list")
    machine.forget_calls()
    result = machine.start("list")
    assert result.returncode == 7
    assert result.stderr == ""
    assert machine.calls("cmake") == machine.calls("ninja") == []


def test_a_changed_source_is_built(machine):
    machine.start("list")
    machine.forget_calls()
    machine.change_a_source()
    machine.start("list")
    assert len(machine.calls("ninja")) == 1


def test_a_removed_source_is_noticed(machine):
    machine.start("list")
    machine.forget_calls()
    (machine.checkout / "model/one.cc").unlink()
    machine.start("list")
    assert len(machine.calls("ninja")) == 1


def test_a_checkout_that_moved_is_built_anew(machine):
    machine.start("list")
    stale = machine.checkout / "build/release/stale.o"
    stale.touch()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("moved"))
    machine.forget_calls()
    assert machine.start("list").returncode == 7
    assert len(machine.calls("ninja")) == 1
    assert not (machine.checkout / "build/release/stale.o").exists()


def test_a_failed_build_ends_with_the_reason_and_is_tried_again(machine):
    machine.write("ninja-output", "[ 50%] Building\none.cc:3:1: error: expected ';'\n")
    machine.write("ninja-fails")
    result = machine.start("list")
    assert result.returncode == 3
    assert "one.cc:3:1: error: expected ';'" in result.stderr
    assert f"{machine.checkout}/build/log/build-release.log" in result.stderr
    (machine.state / "ninja-fails").unlink()
    assert machine.start("list").returncode == 7


def test_a_failed_configuration_ends_with_the_reason(machine):
    machine.write("cmake-output", "CMake Error at model/CMakeLists.txt:20: ns-3 was not found\n")
    machine.write("cmake-fails")
    result = machine.start("list")
    assert result.returncode == 3
    assert "ns-3 was not found" in result.stderr
    assert machine.calls("ninja") == []


def test_two_starts_at_once_build_once(machine):
    starts = [
        subprocess.Popen(
            machine.arguments("list"),
            env=machine.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for start in starts:
        start.communicate()
    assert [start.returncode for start in starts] == [7, 7]
    assert len(machine.calls("ninja")) == 1
