"""Name service as the packets show it: who is asked when nothing, all or half is known."""

import pytest

from foreign import WARNING, read_frames

EPOCH = 1268042400  # Mon, 8 Mar 2010 10:00:00 +0000
NEVER = float("inf")


@pytest.fixture(scope="module")
def lookups(lab, tmp_path_factory):
    """A run of the scenario about look-ups."""
    return lab.run("mx-lookup", tmp_path_factory.mktemp("mx-lookup"))


@pytest.fixture(scope="module")
def faults(lab, tmp_path_factory):
    """A run of the scenario about faults."""
    return lab.run("dns-faults", tmp_path_factory.mktemp("dns-faults"))


def hosts(run):
    """The names of all hosts by address."""
    return {a: event["host"] for event in run.find("host-up") for a in event["addresses"]}


def asked(run, begin=0.0, end=NEVER, name=""):
    """Whom the resolver of a.net asked in a span of time, by its packets."""
    fields = ["frame.time_epoch", "ip.dst", "dns.qry.name"]
    only = "dns.flags.response==0 && dns.flags.recdesired==0"
    names = hosts(run)
    return [
        names[frame["ip.dst"][0]]
        for frame in read_frames(run.capture("resolver.a.net"), *fields, only=only)
        if begin <= float(frame["frame.time_epoch"][0]) - EPOCH < end
        and name in ("", frame["dns.qry.name"][0])
    ]


def test_a_cold_cache_asks_root_top_level_domain_and_domain(lookups):
    servers = ["a.root-servers.net", "a.nic.com", "ns1.google.com"]
    assert asked(lookups, end=60, name="gmail.com") == servers
    assert asked(lookups, end=60, name="gmail-smtp-in.l.google.com") == servers[1:]


def test_a_warm_cache_asks_nobody(lookups):
    assert asked(lookups, begin=60, end=3600) == []


def test_an_expired_answer_is_asked_of_the_domain_alone(lookups):
    assert asked(lookups, begin=3600) == ["ns1.google.com", "ns1.google.com"]


def answers(run, kind):
    """The answers to the mail server about a type, by its packets: times to live, and data."""
    fields = ["dns.resp.ttl", "dns.mx.preference", "dns.mx.mail_exchange", "dns.a"]
    only = f"dns.flags.response==1 && dns.qry.type=={kind} && dns.flags.recavail==1"
    return read_frames(run.capture("mail.a.net"), *fields, only=only)


def test_the_exchangers_of_gmail_are_those_of_the_lecture(lookups):
    first, second, third = answers(lookups, 15)
    exchangers = dict(zip(map(int, first["dns.mx.preference"]), first["dns.mx.mail_exchange"]))
    alternatives = {10 * i: f"alt{i}.gmail-smtp-in.l.google.com" for i in range(1, 5)}
    assert exchangers == {5: "gmail-smtp-in.l.google.com", **alternatives}
    assert first["dns.resp.ttl"][:5] == ["2696"] * 5
    assert second["dns.resp.ttl"][:5] == ["2638"] * 5
    assert third["dns.resp.ttl"][:5] == ["2696"] * 5


def test_the_address_of_the_exchanger_is_that_of_the_lecture(lookups):
    first, second, _ = answers(lookups, 1)
    assert (first["dns.a"], first["dns.resp.ttl"][0]) == (["108.177.127.27"], "300")
    assert second["dns.resp.ttl"][0] == "242"


@pytest.mark.parametrize("name", ["lookups", "faults"])
def test_no_message_is_malformed(name, request):
    run = request.getfixturevalue(name)
    for pcap in run.captures():
        for frame in read_frames(pcap, "_ws.malformed", "_ws.expert.severity"):
            assert frame["_ws.malformed"] == [], pcap.name
            assert all(int(s) < WARNING for s in frame["_ws.expert.severity"]), pcap.name


def test_the_ladder_shows_root_top_level_domain_and_domain(lookups):
    from_resolver = [
        hosts(lookups)[event["server"]]
        for event in lookups.find("dns-query-sent", "resolver.a.net")
        if event["name"] == "gmail.com"
    ]
    assert from_resolver[:3] == ["a.root-servers.net", "a.nic.com", "ns1.google.com"]


def test_the_record_tells_whom_a_referral_names(lookups):
    answered = lookups.find("dns-answer-received", "resolver.a.net")
    (referral,) = {
        line
        for event in answered
        if event["name"] == "gmail.com" and hosts(lookups)[event["server"]] == "a.nic.com"
        for line in event["referral"]
    }
    assert referral.split() == ["gmail.com.", "172800", "IN", "NS", "ns1.google.com."]
    assert "gmail.com MX: see gmail.com. 172800 IN NS ns1.google.com." in lookups.stdout


def reason(run, local_part):
    """Why a letter went back or waits, in the words of the record."""
    events = run.find("message-bounced") + run.find("message-deferred")
    return [e["reason"] for e in events if e["to"][0].startswith(f"{local_part}@")]


def test_only_a_name_that_does_not_exist_sends_a_letter_back(faults):
    assert all("does not exist" in text for text in reason(faults, "grace"))
    assert all("does not exist" in text for text in reason(faults, "carol"))
    assert all("loops back" in text for text in reason(faults, "frank"))
    assert all("SERVFAIL" in text for text in reason(faults, "erin"))
    bounced = {event["to"][0] for event in faults.find("message-bounced")}
    assert bounced == {"grace@nowhere.example", "carol@no-dot.example", "frank@loop.example"}


def test_notifications_carry_the_codes_of_a_real_server(faults):
    statuses = [
        part.get_payload()[1]["Status"]
        for letter in faults.letters("alice@a.net")
        for part in letter.walk()
        if part.get_content_type() == "message/delivery-status"
    ]
    assert statuses == ["5.4.4", "5.4.6", "5.1.2"]


EDIT = """
title: An exchanger moves
dns: full
hosts:
  pc.a.net: {roles: mua, mua: {user: alice@a.net}}
  mail.a.net: {roles: [msa, mta, mda]}
  old.b.net: {roles: [mta, mda]}
  new.b.net: {roles: mta, mta: {smart-host: old.b.net}}
  r.net: {roles: router}
domains:
  a.net: {users: alice, mx: mail.a.net}
  b.net: {users: bob, mx: [10 old.b.net, 20 new.b.net], ttl: 30s}
links:
  - {between: [pc.a.net, r.net]}
  - {between: [mail.a.net, r.net]}
  - {between: [old.b.net, r.net]}
  - {between: [new.b.net, r.net]}
events:
  - {at: 1s, send: {id: first, from: alice@a.net, to: bob@b.net}}
  - {at: 10s, edit-zone: {zone: b.net, remove: "@ MX", add: "@ 60 MX 5 new"}}
  - {at: 11s, send: {id: cached, from: alice@a.net, to: bob@b.net}}
  - {at: 60s, send: {id: moved, from: alice@a.net, to: bob@b.net}}
expect:
  - received: {message: first, by: [mail.a.net, old.b.net]}
  - received: {message: cached, by: [mail.a.net, old.b.net]}
  - received: {message: moved, by: [mail.a.net, new.b.net, old.b.net]}
"""


def test_a_zone_that_is_edited_counts_once_the_caches_have_forgotten(lab, tmp_path):
    (tmp_path / "edit.yaml").write_text(EDIT)
    run = lab.run(tmp_path / "edit.yaml", tmp_path / "out")
    assert run.status == 0, run.stdout
    zone = (run.folder / "zones" / "b.net.zone").read_text()
    assert [line.split()[1:] for line in zone.splitlines() if "MX" in line] == [
        ["60", "IN", "MX", "5", "new.b.net."]
    ]
    assert "hostmaster.b.net. 2 " in zone
    (edited,) = run.find("zone-edited")
    assert (edited["t"], edited["host"], edited["name"]) == (10, "ns.b.net", "b.net")


# The second server of b.net has old data for a while.
TWO_SERVERS = (
    EDIT.partition("expect:")[0]
    .replace("  r.net:", "  ns1.b.net: {roles: dns}\n  ns2.b.net: {roles: dns}\n  r.net:")
    .replace("events:", "  - {between: [ns1.b.net, r.net]}\n  - {between: [ns2.b.net, r.net]}\nevents:")
    .replace("ttl: 30s}", "ttl: 30s, name-server: [ns1.b.net, ns2.b.net]}")
    .replace("zone: b.net,", "zone: b.net, server: SERVER,")
)


def exchangers(lab, path, server):
    """What a server of b.net says of its exchangers half a minute into the run."""
    words = ["--at", "mail.a.net", "b.net", "MX", f"@{server}", "+short", "--time", "30s"]
    return lab.start("dig", path, *words).stdout.splitlines()


def test_a_zone_that_is_edited_at_one_server_is_another_at_the_other(lab, tmp_path):
    path = tmp_path / "two.yaml"
    path.write_text(TWO_SERVERS.replace("SERVER", "ns1.b.net"))
    assert lab.start("check", path).returncode == 0
    assert exchangers(lab, path, "ns1.b.net") == ["5 new.b.net."]
    assert exchangers(lab, path, "ns2.b.net") == ["10 old.b.net.", "20 new.b.net."]
    path.write_text(TWO_SERVERS.replace("SERVER", "[ns1.b.net, ns2.b.net]"))
    assert exchangers(lab, path, "ns2.b.net") == ["5 new.b.net."]


def test_a_zone_is_edited_at_a_server_that_serves_it(lab, tmp_path):
    path = tmp_path / "two.yaml"
    path.write_text(TWO_SERVERS.replace("SERVER", "ns3.b.net"))
    checked = lab.start("check", path)
    assert checked.returncode == 2
    assert "edit-zone.server[0]: expected a name server of b.net, got" in checked.stderr
    assert 'did you mean "ns1.b.net"?' in checked.stderr


def test_an_edit_is_checked_against_the_zone_of_its_server(lab, tmp_path):
    again = '  - {at: 20s, edit-zone: {zone: b.net, server: NAME, remove: "@ MX"}}\n'
    edited = TWO_SERVERS.replace("SERVER", "ns1.b.net").replace(' add: "@ 60 MX 5 new"', " add: x A 192.0.2.1")
    path = tmp_path / "two.yaml"
    path.write_text(edited.replace("  - {at: 60s", again.replace("NAME", "ns2.b.net") + "  - {at: 60s"))
    assert lab.start("check", path).returncode == 0
    path.write_text(edited.replace("  - {at: 60s", again.replace("NAME", "ns1.b.net") + "  - {at: 60s"))
    checked = lab.start("check", path)
    assert checked.returncode == 2
    assert "the zone has no MX record at b.net. that could go" in checked.stderr
