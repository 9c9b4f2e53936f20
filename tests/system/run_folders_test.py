"""The run folders of all scenarios hold the octets that they held when run-folders.sha256 was written.

They do so whatever the version of ns-3 and of the libraries: docs/repetition.md is the promise. A
change that means to alter them renews the list, and so shows in its diff what it altered:

    python3 -B tests/system/run_folders_test.py PROGRAM
"""

import hashlib
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest

from lab import Lab
from scenario_text import LIBRARY

LIST = Path(__file__).with_name("run-folders.sha256")
NAMES = sorted(path.stem for path in LIBRARY.glob("*/*.yaml"))


def digest_by_kind(folder: Path) -> dict[str, str]:
    """A digest for each kind of file in a run's folder, of sorted lines "path digest".

    A kind is a subfolder (pcap, mail, transcripts, zones) or a file at the top (events, summary).
    """
    lines = defaultdict(list)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = file.relative_to(folder)
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        lines[Path(path.parts[0]).stem].append(f"{path.as_posix()} {content}\n")
    return {kind: hashlib.sha256("".join(of).encode()).hexdigest() for kind, of in lines.items()}


def read_list() -> dict[str, dict[str, str]]:
    """The digests of the list, by scenario and kind."""
    digests = defaultdict(dict)
    for line in LIST.read_text().splitlines():
        digest, place = line.split()
        scenario, kind = place.split("/")
        digests[scenario][kind] = digest
    return digests


def renew(program: Path) -> None:
    """Writes the list anew, from runs of all scenarios by a program."""
    lines = []
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            run = Lab(program).run(name, Path(folder))
            if run.status != 0:
                sys.exit(run.stderr or run.stdout)
            digests = digest_by_kind(run.folder)
        lines += [f"{digests[kind]}  {name}/{kind}\n" for kind in sorted(digests)]
    LIST.write_text("".join(lines))


@pytest.mark.parametrize("name", NAMES)
def test_a_run_leaves_the_octets_of_the_list(lab, name, tmp_path):
    found = digest_by_kind(lab.run(name, tmp_path).folder)
    listed = read_list().get(name, {})
    kinds = sorted(found.keys() | listed.keys())
    different = [kind for kind in kinds if found.get(kind) != listed.get(kind)]
    assert not different, (
        f"{name}: other octets than those of {LIST.name} in: {', '.join(different)}. Compare the folder "
        "with that of an earlier build (diff -r). If the change is meant, renew the list by\n"
        f"    python3 -B {Path(__file__).name} {lab.command()[0]}"
    )


def test_the_list_is_of_these_scenarios():
    assert sorted(read_list()) == NAMES


def test_each_kind_has_a_digest_of_its_own(tmp_path):
    for name in ("mail/bob/1.eml", "pcap/a.pcap", "events.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    before = digest_by_kind(tmp_path)
    (tmp_path / "mail/bob/1.eml").rename(tmp_path / "mail/bob/2.eml")
    after = digest_by_kind(tmp_path)
    assert [kind for kind in before if before[kind] != after[kind]] == ["mail"]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    renew(Path(sys.argv[1]).resolve())
