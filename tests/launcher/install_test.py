"""What the launcher installs, and what it tells who may not install."""

import pytest


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
