"""Domains in letters beyond ASCII (IDNA 2008), and names that are written in any case."""

import re

import pytest

MUNICH = "m\u00fcnchen.de"
ON_THE_WIRE = "xn--mnchen-3ya.de"

SCENARIO = """\
title: A domain in M\u00fcnchen
dns: single
duration: 2h
hosts:
  pc.a.net: {{roles: mua, mua: {{user: alice@a.net, submit-to: MAIL.A.net}}}}
  Mail.a.net: {{roles: [msa, mta, mda, pop3]}}
  mail.{domain}: {{roles: [mta, mda, pop3]}}
  ns.net: {{roles: dns}}
  r.net: {{roles: router}}
domains:
  A.net: {{users: alice, mx: mail.A.NET}}
  {domain}: {{users: [max, '"odd user"'], mx: mail.{domain}}}
links:
  - {{between: [PC.a.net, r.net]}}
  - {{between: [mail.a.net, R.net]}}
  - {{between: [mail.{domain}, r.net]}}
  - {{between: [ns.net, r.net]}}
events:
  - {{at: 1s, send: {{from: Alice@A.net, to: 'Max@{recipient}', id: one}}}}
  - {{at: 2s, send: {{from: alice@a.net, to: '"odd user"@{recipient}', id: two}}}}
expect:
  - outcome: {{message: one, to: 'Max@{domain}', is: delivered}}
  - mailbox: {{user: 'max@{recipient}', messages: 1}}
  - mailbox: {{user: '"Odd User"@{recipient}', messages: 1}}
  - query: {{from: mail.A.net, name: {domain}, type: MX}}
"""


@pytest.fixture(
    scope="module",
    params=[(MUNICH, ON_THE_WIRE), (ON_THE_WIRE, MUNICH), (MUNICH.upper(), MUNICH)],
    ids=["declared readable", "declared as on the wire", "declared in capitals"],
)
def run(request, lab, tmp_path_factory):
    folder = tmp_path_factory.mktemp("idn")
    path = folder / "idn.yaml"
    declared, recipient = request.param
    path.write_text(SCENARIO.format(domain=declared, recipient=recipient), encoding="utf-8")
    checked = lab.start("check", path)
    assert checked.returncode == 0, checked.stderr
    return lab.run(path, folder / "out")


def test_either_form_reaches_the_mailbox(run):
    assert run.status == 0, run.stdout + run.stderr


def test_the_wire_has_the_a_label(run):
    said = [e["text"] for e in run.events if e["kind"] in ("line-sent", "line-received")]
    assert f"RCPT TO:<Max@{ON_THE_WIRE}>" in "\n".join(said)
    for text in said:
        assert text.isascii(), text
    asked = {e["name"] for e in run.find("dns-query-sent")}
    assert ON_THE_WIRE in asked
    assert all(name.isascii() for name in asked)


def test_people_read_the_name(run):
    (outcome,) = re.findall(r"^one .*$", run.stdout, re.MULTILINE)
    assert f"-> Max@{MUNICH}: delivered to max@{MUNICH} at mail.{MUNICH}" in outcome
