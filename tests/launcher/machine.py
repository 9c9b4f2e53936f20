"""A made-up machine for the launcher: a checkout, and a folder of commands that take notes."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAUNCHER = ROOT / "postroad"

# Each command first notes how it was called. What it does then is the least that the launcher
# can tell from the real one. $MACHINE is the folder of the notes and of the machine's state.
COMMANDS = {
    "dpkg-query": """
        for package in $(cat "$MACHINE/installed"); do echo "ii |$package|"; done
    """,
    "id": """
        cat "$MACHINE/uid"
    """,
    "sudo": """
        [ -e "$MACHINE/sudo-works" ] || exit 1
        shift
        exec "$@"
    """,
    "apt-get": """
        case $1 in
        indextargets) cat "$MACHINE/mirrors" && exit ;;
        update) exit ;;
        esac
        cat "$MACHINE/apt-output"
        # The packages' scripts get a PATH that apt sets, whatever its own is.
        path=/usr/sbin:/usr/bin:/sbin:/bin
        for argument; do
            case $argument in DPkg::Path=*) path=${argument#*=} ;; esac
        done
        (PATH=$path; command -v invoke-rc.d; command -v deb-systemd-invoke) >"$MACHINE/services"
        [ ! -e "$MACHINE/apt-fails" ] || exit 100
    """,
    "apt-cache": """
        [ "$1" = madison ] && grep -x "$2" "$MACHINE/known"
    """,
    "debconf-set-selections": """
        cat >>"$MACHINE/answers"
    """,
    "cmake": """
        cat "$MACHINE/cmake-output"
        [ ! -e "$MACHINE/cmake-fails" ] || exit 1
        mkdir -p "build/$2"
        cache=build/$2/CMakeCache.txt
        echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >"$cache"
        echo "BUILD_TESTING:BOOL=${3#*=}" >>"$cache"
    """,
    "ninja": """
        sleep 0.2
        cat "$MACHINE/ninja-output"
        [ ! -e "$MACHINE/ninja-fails" ] || exit 1
        mkdir -p "$2/bin"
        cp "$MACHINE/program" "$2/bin/postroad-lab"
        cp "$MACHINE/program" "$2/bin/postroad-bench"
    """,
    "ctest": """
        exit 8
    """,
    "python3": """
        exit "$(cat "$MACHINE/python-status")"
    """,
    "apt-config": """
        [ "$1" = shell ] && echo "http='http://proxy.example:3142'" && exit
        printf 'Acquire::http::Proxy "http://proxy.example:3142";\\nAcquire::Languages:: "none";\\n'
    """,
    "apt-helper": """
        case $2 in *has-all*) echo 'Label: Debian' >"$3" ;; *) exit 100 ;; esac
    """,
    "debootstrap": """
        echo "$http_proxy" >"$MACHINE/proxy"
        [ ! -e "$MACHINE/debootstrap-fails" ] || exit 1
        mkdir -p "$4/etc/apt/apt.conf.d" "$4/etc/dpkg/dpkg.cfg.d"
    """,
    "unshare": """
        exit 8
    """,
}

NOTE_THE_CALL = """#!/bin/sh
printf '%s\\n' "$(printf '%s ' "${0##*/}" "$@" | tr '\\n' ' ')" | sed 's/ *$//' >>"$MACHINE/calls"
"""

PROGRAM = """#!/bin/sh
echo "program in $PWD"
for argument in "$@"; do echo "argument $argument"; done
exit 7
"""


class Machine:
    """A checkout in a folder with spaces, on a machine that has all packages and a root user."""

    def __init__(self, folder: Path):
        self.state = folder / "machine"
        self.checkout = folder / "the post road"
        self._lay_the_commands()
        self._lay_the_checkout()
        self.write("uid", "0\n")
        kinds = [self.packages(kind) for kind in ("RUN", "TEST", "LINT")]
        self.write("installed", " ".join(["debootstrap", "debian-archive-keyring", *sum(kinds, [])]))
        self.write("known", "clang-format-14\n")
        self.write("python-status", "9\n")
        self.write("mirrors", "http://mirror.example/other/\nhttp://mirror.example/has-all/\n")
        for name in ("calls", "apt-output", "cmake-output", "ninja-output"):
            self.write(name, "")

    def _lay_the_commands(self):
        commands = self.state / "bin"
        commands.mkdir(parents=True)
        for name, body in COMMANDS.items():
            (commands / name).write_text(NOTE_THE_CALL + body)
            (commands / name).chmod(0o755)
        program = self.state / "program"
        program.write_text(PROGRAM)
        program.chmod(0o755)

    def _lay_the_checkout(self):
        (self.checkout / "model").mkdir(parents=True)
        for name in ("CMakeLists.txt", "CMakePresets.json", "model/one.cc", "model/two.cc"):
            (self.checkout / name).touch()
        (self.checkout / ".ci").mkdir()
        for name in ("postroad", ".ci/on"):
            shutil.copy(ROOT / name, self.checkout / name)

    def write(self, name: str, text: str = ""):
        """Sets a piece of the machine's state: what a command prints, or that it fails."""
        (self.state / name).write_text(text)

    def packages(self, kind: str) -> list[str]:
        """The packages that the launcher asks for, in order: those of `RUN`, `TEST` or `LINT`."""
        text = LAUNCHER.read_text().replace("\\\n", "")
        start = text.index(f'{kind}_PACKAGES="') + len(f'{kind}_PACKAGES="')
        return text[start : text.index('"', start)].split()

    def environment(self) -> dict[str, str]:
        """That of the tests, but for what its owner tells the launcher itself."""
        own = {name: value for name, value in os.environ.items() if name != "POSTROAD_JOBS"}
        return own | {
            "PATH": f"{self.state}/bin:/usr/bin:/bin",
            "MACHINE": str(self.state),
        }

    def arguments(self, *arguments: str, launcher: Path | None = None) -> list[str]:
        return [str(launcher or self.checkout / "postroad"), *arguments]

    def start(self, *arguments: str, launcher: Path | None = None) -> subprocess.CompletedProcess:
        """Starts the launcher, and waits for its end."""
        return subprocess.run(
            self.arguments(*arguments, launcher=launcher),
            env=self.environment(),
            cwd=self.state,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    def change_a_source(self):
        """Leaves something to build."""
        (self.checkout / "model/one.cc").write_text("// changed\n")

    def calls(self, command: str) -> list[str]:
        """How a command has been called since the notes were last forgotten."""
        lines = (self.state / "calls").read_text().splitlines()
        return [line for line in lines if line.split()[0] == command]

    def forget_calls(self):
        self.write("calls", "")
