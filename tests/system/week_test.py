"""A week of bad luck: lossy links, hosts that are switched off and on, and no letter lost."""

import random
from collections import Counter

import pytest

WEEK = 7 * 86400
LETTERS = 2000
DOMAINS = ["a.net", "b.net", "c.net"]
LOSS = "20%"

# How long a host is up and then off, in seconds, on average.
UP, OFF = 40000, 7000

# One letter in so many is for somebody whom nobody knows.
MISADDRESSED = 40


def hosts():
    for domain in DOMAINS:
        yield f"pc.{domain}: {{roles: mua, mua: {{user: u@{domain}}}}}"
        yield f"mail.{domain}: {{roles: [msa, mta, mda]}}"
    yield "ns.net: {roles: dns}"
    yield "r1.net: {roles: router}"


def links():
    for end in ["ns.net", *(f"{kind}.{domain}" for domain in DOMAINS for kind in ("pc", "mail"))]:
        yield f"- {{between: [{end}, r1.net], delay: 5ms, loss: {LOSS}}}"


def letters(chance):
    for number in range(LETTERS):
        sender, recipient = chance.sample(DOMAINS, 2)
        user = "nobody" if number % MISADDRESSED == 0 else "u"
        letter = f"id: m{number}, from: u@{sender}, to: {user}@{recipient}, size: 2kB"
        yield chance.randrange(1, WEEK - 3600), f"send: {{{letter}, subject: Letter {number}}}"


def outages(chance):
    for host in (f"{kind}.{domain}" for domain in DOMAINS for kind in ("pc", "mail")):
        fails = 1 + int(chance.expovariate(1 / UP))
        while (restored := fails + 1 + int(chance.expovariate(1 / OFF))) < WEEK:
            yield fails, f"fail: {{host: {host}}}"
            yield restored, f"restore: {{host: {host}}}"
            fails = restored + 1 + int(chance.expovariate(1 / UP))


def scenario():
    chance = random.Random(1)
    planned = sorted([*letters(chance), *outages(chance)])
    return "\n".join(
        [
            "title: A week of bad luck",
            "duration: 7 days",
            "dns: single",
            "hosts:",
            *(f"  {host}" for host in hosts()),
            "domains:",
            *(f"  {name}: {{users: {{u: {{}}}}, mx: mail.{name}}}" for name in DOMAINS),
            "links:",
            *(f"  {link}" for link in links()),
            "events:",
            *(f"  - {{at: {at}s, {what}}}" for at, what in planned),
            "expect:",
            "  - outcome: {message: m1, is: delivered}\n",
        ]
    )


@pytest.fixture(scope="module")
def week(lab, tmp_path_factory):
    folder = tmp_path_factory.mktemp("week")
    path = folder / "week.yaml"
    path.write_text(scenario())
    run = lab.run(path, folder / "out", "--quiet")
    assert run.status in (0, 1), run.stderr
    return run


def submitted(run):
    """The ids of the letters that somebody wrote, with their recipients."""
    return {e["message_id"]: e["to"][0] for e in run.find("message-submitted")}


def outcomes(run):
    """What became of each message, by its id."""
    return {m["message_id"]: m["recipients"][0]["outcome"] for m in run.summary["messages"]}


def copies(run):
    """How often each message stands in a mailbox, by its id."""
    mailboxes = [f"u@{domain}" for domain in DOMAINS]
    ids = [letter["Message-ID"] for box in mailboxes for letter in run.letters(box)]
    return Counter(str(each).strip("<>") for each in ids)


def test_every_letter_is_delivered_bounced_or_still_queued(week):
    ends = outcomes(week)
    assert len(submitted(week)) == LETTERS
    assert set(submitted(week)) <= set(ends)
    assert set(ends.values()) <= {"delivered", "bounced", "queued"}


def test_what_is_called_delivered_stands_in_the_mailbox(week):
    found = copies(week)
    for message, end in outcomes(week).items():
        assert (found[message] > 0) or end != "delivered", message


def test_a_letter_that_bounced_is_reported_to_its_sender(week):
    bounced = week.find("message-bounced")
    assert {e["to"][0].split("@")[0] for e in bounced} == {"nobody"}
    ends = outcomes(week)
    for event in bounced:
        assert ends[event["notification"]] in ("delivered", "queued")


def test_a_letter_stands_twice_only_where_the_record_says_so(week):
    doubts = Counter(e["message_id"] for e in week.find("message-deferred") if e.get("in_doubt"))
    twice = {message: count for message, count in copies(week).items() if count > 1}
    assert twice, "a week without a duplicate shows nothing"
    for message, count in twice.items():
        assert doubts[message] >= count - 1, message


def test_no_connection_is_left_open_by_a_host_that_is_off(week):
    opened = Counter(e["host"] for e in week.find("connection-opened"))
    closed = Counter(e["host"] for e in week.find("connection-closed"))
    for host, count in opened.items():
        assert count - closed[host] <= 2, host
