"""What a user notices of the launcher, from the first start on a bare machine on."""

import os
import pty
import subprocess

import pytest

from machine import Machine


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


# The command line.


def test_an_unknown_command_is_refused_with_the_nearest_name(machine):
    result = machine.start("chekc")
    assert result.returncode == 2
    assert "unknown command 'chekc'; did you mean check?" in result.stderr
    assert "usage: ./postroad COMMAND" in result.stderr


def test_the_nearest_of_all_commands_is_offered(machine):
    assert "did you mean dig?" in machine.start("dog").stderr


def test_no_name_is_offered_for_a_word_that_is_like_none(machine):
    result = machine.start("first-letter")
    assert result.returncode == 2
    assert "did you mean" not in result.stderr


def test_a_missing_command_is_refused_with_the_usage(machine):
    result = machine.start()
    assert result.returncode == 2
    assert "usage: ./postroad COMMAND" in result.stderr


def test_a_refused_command_line_touches_nothing(machine):
    machine.start("chekc")
    assert (machine.state / "calls").read_text() == ""
    assert not (machine.checkout / "build").exists()


@pytest.mark.parametrize("word", ["help", "--help", "-h"])
def test_help_goes_to_standard_output(machine, word):
    result = machine.start(word)
    assert result.returncode == 0
    assert "usage: ./postroad COMMAND" in result.stdout


# What is installed.


def test_a_machine_that_has_all_is_asked_once_and_left_alone(machine):
    machine.start("list")
    assert len(machine.calls("dpkg-query")) == 1
    assert machine.calls("apt-get") == []


def test_root_installs_what_is_missing_and_no_more(machine):
    machine.write("installed", " ".join(machine.packages("RUN")[2:]))
    machine.start("list")
    update, install = machine.calls("apt-get")
    assert update == "apt-get update"
    assert install.startswith("apt-get install -y --no-install-recommends --no-remove g++ cmake -o")


def test_what_only_tests_need_is_installed_for_tests_alone(machine):
    machine.write("installed", " ".join(machine.packages("RUN")))
    machine.start("list")
    assert machine.calls("apt-get") == []
    machine.start("test")
    assert " ".join(machine.packages("TEST")) in machine.calls("apt-get")[1]


def test_a_user_with_sudo_installs_by_sudo(machine):
    machine.write("installed", " ".join(machine.packages("RUN")[1:]))
    machine.write("uid", "1000\n")
    machine.write("sudo-works")
    assert machine.start("list").returncode == 7
    path = f"{machine.checkout}/build/idle:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"
    assert machine.calls("sudo")[1:] == [
        "sudo -n apt-get update",
        "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends"
        f" --no-remove g++ -o DPkg::Path={path} -o APT::Status-Fd=1 -o DPkg::Lock::Timeout=600",
    ]


def test_a_user_without_sudo_is_told_the_one_command(machine):
    machine.write("installed", " ".join(machine.packages("RUN")[1:]))
    machine.write("uid", "1000\n")
    result = machine.start("run", "first-letter")
    assert result.returncode == 3
    assert result.stderr.count("apt-get install") == 1
    assert (
        "  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends --no-remove g++'\n"
        in result.stderr
    )
    assert machine.calls("apt-get") == machine.calls("cmake") == []


def test_servers_that_tests_need_are_not_configured_nor_started(machine):
    machine.write("installed", " ".join(machine.packages("RUN")))
    machine.start("test")
    answers = (machine.state / "answers").read_text()
    assert answers == "postfix postfix/main_mailer_type select No configuration\n"
    commands = (machine.state / "services").read_text().splitlines()
    idle = f"{machine.checkout}/build/idle"
    assert commands == [f"{idle}/invoke-rc.d", f"{idle}/deb-systemd-invoke"]


def test_a_postfix_that_is_there_is_left_as_it_is(machine):
    missing = [each for each in machine.packages("TEST") if each != "postfix"]
    machine.write("installed", " ".join([*machine.packages("RUN"), "postfix"]))
    machine.start("test")
    assert machine.calls("apt-get")[1].split()[5:][: len(missing)] == missing
    assert machine.calls("debconf-set-selections") == []


def test_a_failed_install_ends_with_the_reason(machine):
    machine.write("installed")
    machine.write("apt-output", "pmstatus:ns3:0.5:Going\nE: Unable to locate package ns3\n")
    machine.write("apt-fails")
    result = machine.start("list")
    assert result.returncode == 3
    assert "E: Unable to locate package ns3" in result.stderr
    assert "pmstatus" not in result.stderr
    assert f"{machine.checkout}/build/log/install.log" in result.stderr
    assert machine.calls("cmake") == []


# What is built.


def test_the_first_start_says_in_one_line_that_it_builds(machine):
    machine.write("ninja-output", "[ 50%] Building one\n[100%] Linking\n")
    result = machine.start("list")
    assert result.stderr.splitlines() == [
        "postroad: building (the log is build/log/build-release.log)"
    ]
    assert "[ 50%] Building one" in (machine.checkout / "build/log/build-release.log").read_text()


def test_a_terminal_sees_the_per_cent(machine):
    machine.write("installed", " ".join(machine.packages("RUN")[1:]))
    machine.write("apt-output", "pmstatus:g++:7.5:Unpacking g++\n")
    machine.write("ninja-output", "[ 50%] Building one\n[100%] Linking\n")
    mine, theirs = pty.openpty()
    subprocess.run(
        machine.arguments("list"), env=machine.environment(), stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    shown = os.read(mine, 4096).decode()
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
    (machine.checkout / "model/one.cc").write_text("// changed\n")
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


# What is run.


def test_the_program_gets_the_command_line_and_gives_the_exit_status(machine):
    result = machine.start("run", "first letter", "--set", "links.0.delay=5 ms")
    assert result.returncode == 7
    assert result.stdout.splitlines()[1:] == [
        "argument run",
        "argument first letter",
        "argument --set",
        "argument links.0.delay=5 ms",
    ]


def test_dig_reaches_the_program_with_its_words(machine):
    result = machine.start("dig", "first-letter", "--at", "mta.a.net", "b.net", "@ns.net", "+tcp")
    assert result.stdout.splitlines()[1:] == [
        "argument dig",
        "argument first-letter",
        "argument --at",
        "argument mta.a.net",
        "argument b.net",
        "argument @ns.net",
        "argument +tcp",
    ]


def test_the_program_runs_in_the_folder_of_the_caller(machine):
    assert f"program in {machine.state}" in machine.start("list").stdout


def test_a_symbolic_link_to_the_launcher_works(machine):
    link = machine.state / "link"
    link.symlink_to(machine.checkout / "postroad")
    assert machine.start("list", launcher=link).returncode == 7


def test_bench_runs_the_benchmarks(machine):
    result = machine.start("bench", "--json")
    assert result.returncode == 7
    assert "argument --json" in result.stdout
    assert "postroad-bench" in machine.calls("ninja")[0]


def test_bench_serve_measures_the_program_that_serves(machine):
    result = machine.start("bench", "serve", "--minutes", "1")
    assert result.returncode == 9
    assert "postroad-lab" in machine.calls("ninja")[0]
    (call,) = machine.calls("python3")
    assert call.endswith("/bin/postroad-lab --minutes 1")


def test_test_builds_all_and_hands_on_the_filter_and_the_result(machine):
    result = machine.start("test", "--preset", "asan", "smtp")
    assert result.returncode == 8
    assert machine.calls("cmake") == ["cmake --preset asan -DBUILD_TESTING=ON"]
    assert machine.calls("ninja")[0].endswith("build/asan all")
    assert f"--test-dir {machine.checkout}/build/asan" in machine.calls("ctest")[0]
    assert machine.calls("ctest")[0].endswith("-R smtp")


def test_a_build_that_has_the_tests_keeps_them(machine):
    machine.start("test")
    machine.start("list")
    assert machine.calls("cmake")[1] == "cmake --preset release -DBUILD_TESTING=ON"


@pytest.mark.parametrize("arguments", [["--preset", "fast"], ["--preset"], ["--fast"]])
def test_test_refuses_what_it_does_not_know(machine, arguments):
    result = machine.start("test", *arguments)
    assert result.returncode == 2
    assert "postroad: test: " in result.stderr
    assert machine.calls("cmake") == []
