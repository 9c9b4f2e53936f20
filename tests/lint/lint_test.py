"""Each kind of breach is found, in a small tree that has it, and what is right is let through."""

from pathlib import Path

import pytest

from layers import LEVELS, check_header_names, check_layers
from rooms_picture import draw
from text_rules import MAX_LINES, check_text

# A tree that breaks no rule: one header a folder.
SOUND = {f"model/{folder}/{folder}-thing.h": "" for folder in ("wire", "mime", "store", "net", "view")}
SOUND |= {f"model/dns/{room}/dns-{room}.h": "" for room in ("record", "zone")}
SOUND["tests/support/split-input.h"] = ""


@pytest.fixture
def tree(tmp_path):
    """A function that lays the sound tree with some files more, and gives its top."""

    def lay(more: dict[str, str]) -> Path:
        for name, text in (SOUND | more).items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return lay


def shown(findings) -> list[str]:
    return [str(finding) for finding in findings]


LAYER_BREACHES = {
    "upwards": (
        "model/wire/a.cc",
        '#include "postroad/dns/record/dns-record.h"',
        "wire (level 0) may not include dns/record (level 2), but the standard library",
    ),
    "sideways": (
        "model/dns/record/a.cc",
        '#include "postroad/mime/mime-thing.h"',
        "dns/record (level 2) may not include mime (level 2), but dns/codec, dns/data, event, mail, sasl",
    ),
    "up the rooms of one house": (
        "model/dns/record/a.cc",
        '#include "postroad/dns/zone/dns-zone.h"',
        "dns/record (level 2) may not include dns/zone (level 2)",
    ),
    "a lower room that is not this one's": (
        "model/gateway/a.cc",
        '#include "postroad/store/store-thing.h"',
        "gateway (level 5) may not include store (level 2), but event, net, text, wire",
    ),
    "ns-3 in an engine": (
        "model/store/a.cc",
        '#include "ns3/socket.h"',
        "ns3/socket.h: the engines (levels 0 to 3) know neither ns-3",
    ),
    "ns-3 in angle brackets": ("model/pop3/a.cc", "#include <ns3/ptr.h>", "know neither ns-3"),
    "Boost.Graph in an engine": (
        "model/route/a.cc",
        "#include <boost/graph/adjacency_list.hpp>",
        "know neither ns-3 nor what goes with it",
    ),
    "yaml-cpp in an engine": ("model/mime/a.cc", "#include <yaml-cpp/yaml.h>", "know neither"),
    "pybind11 in an engine": ("model/dns/record/a.cc", "#include <pybind11/stl.h>", "know neither"),
    "a library in a header of an engine": (
        "model/mime/a.h",
        "#include <gmime/gmime.h>",
        "a header of the engines includes no library but the standard one",
    ),
    "a whole module of ns-3": (
        "model/net/a.cc",
        '#include "ns3/core-module.h"',
        "include ns-3's single headers",
    ),
    "a path without its folder": (
        "model/dns/record/a.cc",
        '#include "dns-record.h"',
        'write "postroad/<folder>/<name>.h"',
    ),
    "our own in angle brackets": (
        "model/dns/record/a.cc",
        "#include <postroad/dns/record/dns-record.h>",
        "write our own headers in quotes",
    ),
    "a header that is not there": (
        "model/dns/record/a.cc",
        '#include "postroad/dns/record/no-thing.h"',
        "there is no such header in model/",
    ),
    "a header that a test does not have": (
        "tests/dns/a.cc",
        '#include "support/no-thing.h"',
        'write "postroad/<folder>/<name>.h"',
    ),
}


@pytest.mark.parametrize("path, line, message", LAYER_BREACHES.values(), ids=LAYER_BREACHES)
def test_the_layer_lint_finds(tree, path, line, message):
    found = shown(check_layers(tree({path: f"// A file.\n{line}\n"})))
    assert len(found) == 1
    assert found[0].startswith(f"{path}:2: ")
    assert message in found[0]


def test_the_layer_lint_finds_a_folder_that_has_no_level(tree):
    found = shown(check_layers(tree({"model/news/a.cc": ""})))
    assert found == ["model/news/a.cc: model/news has no level in layers.py"]


RIGHT_INCLUDES = {
    "its own room": ("model/dns/zone/a.cc", '#include "postroad/dns/zone/dns-zone.h"'),
    "a room below": ("model/net/a.cc", '#include "postroad/mime/mime-thing.h"'),
    "an earlier room of its house": (
        "model/dns/zone/a.cc",
        '#include "postroad/dns/record/dns-record.h"',
    ),
    "text on what wire gives": ("model/text/a.cc", '#include "postroad/wire/wire-thing.h"'),
    "an engine below the line": ("model/net/a.cc", '#include "postroad/store/store-thing.h"'),
    "ns-3 above the line": ("model/net/a.h", '#include "ns3/socket.h"'),
    "the standard library": ("model/wire/a.h", "#include <vector>"),
    "a library in a source of an engine": ("model/mime/a.cc", "#include <gmime/gmime.h>"),
    "anything in a test": ("tests/wire/a.cc", '#include "postroad/net/net-thing.h"'),
    "a test's own header": ("tests/wire/a.cc", '#include "support/split-input.h"'),
    "words in a comment": ("model/wire/a.cc", '// #include "ns3/socket.h"'),
}


@pytest.mark.parametrize("path, line", RIGHT_INCLUDES.values(), ids=RIGHT_INCLUDES)
def test_the_layer_lint_lets_through(tree, path, line):
    assert shown(check_layers(tree({path: line + "\n"}))) == []


def test_two_headers_of_one_name_are_found(tree):
    found = shown(check_header_names(tree({"model/mime/wire-thing.h": ""}), None))
    assert found == ["model/wire/wire-thing.h: has the name of model/mime/wire-thing.h"]


def test_a_header_with_the_name_of_one_of_ns3_is_found(tree, tmp_path):
    root = tree({"usr/include/ns3/socket.h": "", "model/net/socket.h": ""})
    found = shown(check_header_names(root, root / "usr/include/ns3"))
    assert found == ["model/net/socket.h: has the name of ns-3's ns3/socket.h"]


def test_a_file_of_the_greatest_length_passes_and_a_longer_one_is_found(tree):
    line = "// A line.\n"
    assert check_text(tree({"model/mime/a.cc": line * MAX_LINES})) == []
    found = shown(check_text(tree({"model/mime/a.cc": line * (MAX_LINES + 1)})))
    assert found == ["model/mime/a.cc: has 601 lines, 600 is the limit"]


@pytest.mark.parametrize("path", ["model/mime/a.cc", "README.md", "scenarios/a/scenario.yaml"])
def test_what_is_not_ascii_is_found(tree, path):
    found = shown(check_text(tree({path: "one\ntwo \u2013 three\n"})))
    assert found == [f"{path}:2: U+2013 is not ASCII"]


@pytest.mark.parametrize("word", ["TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK"])
def test_what_was_left_undone_is_found(tree, word):
    found = shown(check_text(tree({"model/mime/a.cc": f"// {word}: later\n"})))
    assert found == [f"model/mime/a.cc:1: {word}: do it, or open an issue"]


@pytest.mark.parametrize("word", ["std::uint8_t", "std::int64_t", "uint32_t", "std::uintmax_t"])
def test_an_integer_of_fixed_width_is_found_where_its_header_is_not_included(tree, word):
    lines = f"#include <string>\n{word} one;\n{word} two;\n"
    found = shown(check_text(tree({"model/mime/a.cc": lines})))
    assert found == [f"model/mime/a.cc:2: {word.removeprefix('std::')}: include <cstdint>"]


@pytest.mark.parametrize(
    "text",
    [
        "#include <cstdint>\nstd::uint8_t one;\n",
        "// As std::uint8_t has it.\n",
        "/**\n * As std::uint8_t has it.\n */\n",
        'auto text = "std::uint8_t";\n',
    ],
    ids=["with its header", "in a comment", "in documentation", "in a string"],
)
def test_an_integer_of_fixed_width_passes(tree, text):
    assert check_text(tree({"model/mime/a.cc": text})) == []


def test_a_name_that_is_taken_for_nothing_is_found(tree):
    found = shown(check_text(tree({"model/mime/a.cc": "using std::string;\nusing wire::Line;\nLine a;\n"})))
    assert found == ["model/mime/a.cc:1: string: nothing here uses the name"]


def test_what_a_build_made_is_passed_over(tree):
    root = tree({"build/release/model/a.cc": '#include "lost.h"\n// \u2013\n'})
    assert check_layers(root) == check_text(root) == []


def test_the_picture_of_the_rooms_is_that_of_the_table():
    root = Path(__file__).parents[2]
    expected = draw(root)
    assert (root / "docs/rooms.svg").read_text(encoding="utf-8") == expected, (
        "renew it: python3 tests/lint/rooms_picture.py > docs/rooms.svg"
    )
    for level, rooms in enumerate(LEVELS):
        assert f">{level}</text>" in expected
        assert all(f">{room}</text>" in expected for room in rooms)


def test_the_table_of_rooms_in_the_guide_is_that_of_the_lint():
    root = Path(__file__).parents[2]
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = {row.split("|")[1].strip(): row for row in guide.splitlines() if row.startswith("| ")}
    for level, rooms in enumerate(LEVELS):
        for room in rooms:
            if (root / "model" / room).is_dir() and room != "tool":
                assert f"`{room}`" in rows[str(level)], f"{room} is missing in level {level}"
