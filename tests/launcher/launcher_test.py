"""What a user notices of the launcher, from the first start on a bare machine on."""

import contextlib
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


@pytest.mark.parametrize(("command", "kind"), [("list", "run"), ("test", "test"), ("lint", "lint")])
def test_a_user_without_root_is_told_the_one_command(machine, command, kind):
    machine.write("installed")
    machine.write("uid", "1000\n")
    result = machine.start(command)
    assert result.returncode == 3
    assert result.stderr.count(f"  sudo '{machine.checkout}/postroad' install {kind}\n") == 1
    assert machine.calls("apt-get") == machine.calls("cmake") == []


@pytest.mark.parametrize("kind", ["run", "test", "lint"])
def test_that_command_does_what_roots_own_start_would(machine, kind):
    machine.write("installed")
    machine.start({"run": "list"}.get(kind, kind))
    (own,) = machine.calls("apt-get")[1:]
    machine.forget_calls()
    assert machine.start("install", kind).returncode == 0
    assert machine.calls("apt-get") == ["apt-get update", own]
    assert machine.calls("cmake") == machine.calls("ninja") == []


def test_install_refuses_what_it_does_not_know(machine):
    result = machine.start("install", "all")
    assert result.returncode == 2
    assert "install: expected run, test or lint, got 'all'" in result.stderr


def test_what_only_lint_needs_never_stops_the_tests(machine):
    machine.write("installed", " ".join(machine.packages("RUN") + machine.packages("TEST")))
    machine.write("known", "")
    assert machine.start("test").returncode == 8
    assert machine.calls("apt-get") == []


def test_the_tests_take_clang_format_where_the_release_has_it(machine):
    machine.write("installed", " ".join(machine.packages("RUN") + machine.packages("TEST")))
    machine.start("test")
    assert "--no-remove clang-format-14 -o" in machine.calls("apt-get")[1]


def test_a_user_without_root_tests_without_clang_format_and_postfix(machine):
    machine.write("installed", " ".join(machine.packages("RUN") + machine.packages("TEST")))
    machine.write("uid", "1000\n")
    result = machine.start("test")
    assert result.returncode == 8
    assert "neither root nor sudo: the test with a real Postfix is passed over" in result.stderr


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


def test_a_run_builds_the_program_alone(machine):
    machine.start("list")
    assert machine.calls("ninja")[0].endswith("build/release postroad-lab")


def test_a_build_with_all_the_tests_has_the_program_too(machine):
    machine.start("test")
    machine.forget_calls()
    machine.start("list")
    assert machine.calls("ninja") == []


def test_python_has_the_package_on_its_path(machine):
    result = machine.start("python", "-c", "import sys; print(sys.path)")
    assert f"{machine.checkout}/build/release/python" in result.stdout
    assert machine.calls("ninja")[0].endswith("postroad-python")


def test_lint_prepares_a_build_and_builds_nothing(machine):
    machine.write("python-status", "0\n")
    assert machine.start("lint").returncode == 0
    assert machine.calls("cmake") == ["cmake --preset lint"]
    assert machine.calls("ninja") == []
    lints = [call.split("tests/lint/")[1].split()[:2] for call in machine.calls("python3")]
    assert [words[0] for words in lints] == ["lint.py"] * 3 + ["tidy.py"]
    assert [words[1] for words in lints][:3] == ["format", "layers", "text"]


def test_lint_fails_where_one_of_them_does(machine):
    assert machine.start("lint").returncode == 1
    assert len(machine.calls("python3")) == 4


def test_lint_of_one_file_is_clang_tidys(machine):
    machine.start("lint", "model/one.cc")
    (call,) = machine.calls("python3")
    assert "tidy.py" in call and call.endswith(" model/one.cc")


def test_a_build_that_has_the_tests_keeps_them(machine):
    machine.start("test")
    machine.change_a_source()
    machine.start("list")
    assert machine.calls("cmake")[1] == "cmake --preset release -DBUILD_TESTING=ON"


@pytest.mark.parametrize(
    "arguments",
    [["--preset", "fast"], ["--preset"], ["--fast"], ["--on"], ["--on", "potato"]],
)
def test_test_refuses_what_it_does_not_know(machine, arguments):
    result = machine.start("test", *arguments)
    assert result.returncode == 2
    assert "postroad: test: " in result.stderr
    assert machine.calls("cmake") == []


# Other releases of Debian.


def on_trixie(machine) -> str:
    return f"{machine.checkout}/build/on/trixie"


def test_a_release_is_made_from_the_first_mirror_that_has_it(machine):
    assert machine.start("test", "--on", "trixie").returncode == 8
    (call,) = machine.calls("debootstrap")
    assert call.endswith(f"trixie {on_trixie(machine)} http://mirror.example/has-all")


def test_the_tests_run_there_and_tell_their_result(machine):
    result = machine.start("test", "--on", "trixie", "--preset", "dev", "smtp")
    assert result.returncode == 8
    assert "all of it passed" not in result.stderr
    (call,) = machine.calls("unshare")
    assert call.endswith(f"sh {on_trixie(machine)} --preset dev smtp")
    assert "making the base system of Debian trixie" in (
        machine.checkout / "build/log/on-trixie.log"
    ).read_text()


def test_the_release_gets_the_checkout_but_not_what_was_built(machine):
    machine.start("test", "--on", "bookworm")
    there = machine.checkout / "build/on/bookworm/postroad"
    assert (there / "model/one.cc").exists()
    assert (there / "postroad").exists()
    assert not (there / "build").exists()


def test_the_ways_to_the_net_are_those_of_this_machine(machine):
    machine.start("test", "--on", "trixie")
    settings = machine.checkout / "build/on/trixie/etc/apt/apt.conf.d/80machine"
    assert settings.read_text() == 'Acquire::http::Proxy "http://proxy.example:3142";\n'
    assert (machine.state / "proxy").read_text() == "http://proxy.example:3142\n"


def test_a_release_is_made_anew_unless_it_is_to_be_taken_again(machine):
    machine.start("test", "--on", "trixie")
    machine.start("test", "--on", "trixie")
    assert len(machine.calls("debootstrap")) == 2
    machine.start("test", "--on", "trixie", "--again")
    assert len(machine.calls("debootstrap")) == 2
    assert len(machine.calls("unshare")) == 3


def test_a_removed_source_is_removed_there_too(machine):
    machine.start("test", "--on", "trixie")
    (machine.checkout / "model/one.cc").unlink()
    machine.start("test", "--on", "trixie", "--again")
    assert not (machine.checkout / "build/on/trixie/postroad/model/one.cc").exists()


def test_a_release_that_no_mirror_has_is_told(machine):
    machine.write("mirrors", "http://mirror.example/other\n")
    result = machine.start("test", "--on", "trixie")
    assert result.returncode == 3
    assert "no place in apt's sources has Debian trixie" in result.stdout
    assert machine.calls("unshare") == []


def test_a_system_that_could_not_be_made_is_told(machine):
    machine.write("debootstrap-fails")
    result = machine.start("test", "--on", "trixie")
    assert result.returncode == 3
    assert "debootstrap could not make the system" in result.stdout


def test_a_user_without_root_is_told_how_to_test_there(machine):
    machine.write("uid", "1000\n")
    result = machine.start("test", "--on", "trixie")
    assert result.returncode == 3
    assert f"sudo '{machine.checkout}/postroad' test --on trixie" in result.stderr
