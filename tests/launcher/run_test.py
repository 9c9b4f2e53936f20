"""What the launcher runs, with which arguments, and where."""

import pytest


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
