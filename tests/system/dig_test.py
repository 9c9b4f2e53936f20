"""`dig` as a user starts it: answers in dig's form, and what it ends with."""

import re
from pathlib import Path

import pytest

from scenario_text import FIRST_LETTER

OK, UNANSWERED, WRONG = 0, 1, 2

EXCHANGER = """;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: NUMBER
;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 2
;; WARNING: recursion requested but not available

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
;; QUESTION SECTION:
;b.net.\t\t\t\tIN\tMX

;; ANSWER SECTION:
b.net.\t\t\t3600\tIN\tMX\t10 mail.b.net.

;; ADDITIONAL SECTION:
mail.b.net.\t\t3600\tIN\tA\t10.0.0.21

;; Query time: 110 msec
;; SERVER: 10.0.0.17#53(ns.net) (UDP)
;; WHEN: Mon Mar 08 11:00:00 CET 2010
;; MSG SIZE  rcvd: 71

"""


def dig(lab, *words):
    return lab.start("dig", "first-letter", "--at", "alice-pc.a.net", *words)


def test_an_answer_has_the_form_of_digs(lab):
    ended = dig(lab, "b.net", "MX")
    assert ended.returncode == OK
    head, _, rest = ended.stdout.partition(";; Got answer:\n")
    assert head == "\n; <<>> Postroad dig <<>> b.net MX\n;; global options: +cmd\n"
    assert re.sub(r"id: \d+", "id: NUMBER", rest) == EXCHANGER


def test_short_prints_the_data_alone(lab):
    ended = dig(lab, "b.net", "MX", "+short")
    assert ended.stdout == "10 mail.b.net.\n"


def test_a_name_that_does_not_exist_is_an_answer(lab):
    ended = dig(lab, "nobody.b.net")
    assert ended.returncode == OK
    assert "status: NXDOMAIN" in ended.stdout
    assert "b.net.\t\t\t3600\tIN\tSOA\t" in ended.stdout


def test_nobody_at_the_port_ends_with_status_1_at_once(lab):
    ended = dig(lab, "b.net", "@bob-pc.b.net")
    assert ended.returncode == UNANSWERED
    refused = ";; communications error to 10.0.0.25#53(bob-pc.b.net): connection refused\n"
    assert ended.stdout.endswith(refused * 3 + ";; no servers could be reached\n")


@pytest.fixture
def silent(tmp_path):
    """The first letter with a name server that hangs for a while."""
    path = tmp_path / "silent.yaml"
    hang = "events:\n  - {at: 0s, fail: {host: ns.net, service: dns}}\n"
    path.write_text(FIRST_LETTER.read_text(encoding="utf-8").replace("events:\n", hang))
    return path


def ask(lab, path, *words):
    return lab.start("dig", path, "--at", "alice-pc.a.net", *words)


def test_silence_ends_with_status_1(lab, silent):
    ended = ask(lab, silent, "b.net")
    assert ended.returncode == UNANSWERED
    assert ended.stdout.endswith("\n;; connection timed out; no servers could be reached\n")


def test_no_run_lasts_longer_than_a_hundred_years(lab, silent):
    words = ["--time", "18000d", "+tries=1000", "+time=65535"]
    ended = ask(lab, silent, *words, *["b.net"] * 30)
    assert ended.returncode == UNANSWERED
    assert "a hundred years" in ended.stderr


def test_all_but_the_answer_is_left_out(lab):
    answer = "b.net.\t\t\t3600\tIN\tMX\t10 mail.b.net.\n"
    assert dig(lab, "b.net", "MX", "+noall", "+answer").stdout == answer
    assert dig(lab, "+noall", "+answer", "-t", "MX", "-q", "b.net").stdout == answer


def test_several_questions_are_answered_in_their_order(lab):
    ended = dig(lab, "b.net", "MX", "mail.b.net", "A", "-x", "10.0.0.21", "@ns.net", "+short")
    assert ended.returncode == OK
    assert ended.stdout == "10 mail.b.net.\n10.0.0.21\nmail.b.net.\n"


def test_the_greeting_stands_in_front_of_each_round(lab):
    ended = dig(lab, "b.net", "MX", "a.net", "MX", "+noall", "+answer", "+cmd", "--again", "1m")
    greeting = "; <<>> Postroad dig <<>> b.net MX a.net MX +noall +answer +cmd\n"
    assert ended.stdout.count(greeting) == 2
    assert dig(lab, "b.net", "MX", "+nocmd").stdout.startswith(";; Got answer:\n")


def test_one_server_that_is_none_among_others_ends_with_status_1(lab):
    words = ["b.net", "MX", "@bob-pc.b.net", "+tries=2", "b.net", "MX", "+time=1", "+short"]
    ended = dig(lab, *words)
    assert ended.returncode == UNANSWERED
    assert ended.stdout.count("(bob-pc.b.net): connection refused\n") == 2
    assert ended.stdout.endswith("no servers could be reached\n10 mail.b.net.\n")


def test_a_class_other_than_in_is_asked_and_shown(lab):
    ended = dig(lab, "version.bind", "CH", "TXT")
    assert ended.returncode == OK
    assert "status: REFUSED" in ended.stdout
    assert "\n;version.bind.\t\t\tCH\tTXT\n" in ended.stdout


def test_without_a_name_the_servers_of_the_root_are_asked_for(lab):
    assert dig(lab, "+short").stdout == "ns.net.\n"


def test_it_asks_again_when_told(lab):
    ended = dig(lab, "b.net", "MX", "--time", "1m", "--again", "10m")
    assert re.findall(r"WHEN: (.*)", ended.stdout) == [
        "Mon Mar 08 11:01:00 CET 2010",
        "Mon Mar 08 11:11:00 CET 2010",
    ]


def test_the_same_question_gives_the_same_bytes(lab):
    assert dig(lab, "b.net", "MX").stdout == dig(lab, "b.net", "MX").stdout


def test_wrong_arguments_are_told_and_nothing_is_asked(lab):
    for words, said in (
        (["b.net", "--at", "alice-cp.a.net"], 'did you mean "alice-pc.a.net"?'),
        (["b.net", "CNAM"], 'did you mean "CNAME"?'),
        (["b..net"], "a domain name"),
        (["b.net", "@ns.ent"], 'did you mean "ns.net"?'),
        (["b.net", "+trase"], 'did you mean "+trace"?'),
        (["b.net", "--time", "5"], "--time: expected"),
        (["b.net", "-6"], "IPv4 alone"),
        (["b.net", "-t"], "-t: expected a value"),
        (["b.net", "+tries=1001"], "+tries: expected"),
        (["b.net", "--agian", "5s"], 'did you mean "--again"?'),
        (["b.net", "localhost"], 'written "localhost."'),
    ):
        host = [] if "--at" in words else ["--at", "alice-pc.a.net"]
        ended = lab.start("dig", "first-letter", *host, *words)
        assert ended.returncode == WRONG, words
        assert ended.stdout == ""
        assert said in ended.stderr


def test_the_host_must_be_named(lab):
    ended = lab.start("dig", "first-letter", "b.net")
    assert ended.returncode == WRONG
    assert "--at" in ended.stderr


def test_what_the_guide_shows_is_what_is_printed(lab):
    text = (Path(__file__).parents[2] / "docs" / "dig.md").read_text()
    sessions = re.findall(r"^```\n\$ \./postroad dig (.*)\n((?:.*\n)*?)```$", text, re.MULTILINE)
    assert len(sessions) >= 3
    for command, shown in sessions:
        ended = lab.start("dig", *command.split())
        assert ended.returncode == OK, ended.stderr
        assert ended.stdout.strip().expandtabs() == shown.strip(), command


def test_a_trace_shows_which_server_is_lame(lab):
    ended = lab.start("dig", "dns-faults", "--at", "mail.a.net", "lame.example", "MX", "+trace")
    assert "\nlame.example.\t\t3600\tIN\tNS\tns2.two-servers.example.\n" in ended.stdout
    assert ended.stdout.endswith("\n;; ns2.two-servers.example answers REFUSED\n")


def test_a_trace_ends_with_status_1_where_all_servers_are_silent(lab):
    words = ["outage.example", "MX", "+trace", "--time", "3m"]
    ended = lab.start("dig", "dns-faults", "--at", "mail.a.net", *words)
    assert ended.returncode == UNANSWERED
    assert "#53(a.nic.example) in " in ended.stdout
    assert ended.stdout.count("(ns.outage.example): no route to host\n") == 3
