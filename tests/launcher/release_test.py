"""The tests on other releases of Debian: .ci/on."""


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
