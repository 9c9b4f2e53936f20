"""What a run tells afterwards."""

import email
import email.policy
import shutil

import pytest

import postroad as pr


def test_a_run_that_does_as_expected_is_ok(run):
    assert run.ok
    assert len(run.expectations) == 9
    assert all(row["holds"] and row["expected"] and row["happened"] for row in run.expectations)


def test_the_outcome_says_where_the_message_is(run):
    (row,) = run.outcomes
    assert (row["from"], row["recipient"]) == ("alice@a.net", "bob@b.net")
    assert (row["outcome"], row["host"], row["mailbox"]) == ("delivered", "mail.b.net", "bob@b.net")
    assert row["route"] == ["mail.a.net", "mta.a.net", "mail.b.net"]
    assert row["reason"] is None
    assert 1 < row["time_s"] < 30


def test_the_outcomes_name_messages_as_the_scenario_does(run, late_run):
    assert [row["message"] for row in run.outcomes] == ["letter1"]
    names = [row["message"] for row in late_run.outcomes]
    assert names == ["letter", None, None, "second"]


def test_a_run_whose_server_was_out_of_reach_can_be_shown(late_run):
    assert late_run.ok
    assert "no route to host" in str(late_run)
    assert "no route to host" in late_run.ladder.text
    warning, failure = (late_run.received(f"alice@a.net/{number}") for number in (1, 2))
    assert [row["by"] for row in (*warning, *failure)] == ["mail.a.net", "mail.a.net"]


def test_a_cut_link_leaves_the_message_queued(cut_run):
    assert not cut_run.ok
    (row,) = cut_run.outcomes
    assert (row["outcome"], row["host"]) == ("queued", "mta.a.net")
    assert row["mailbox"] is None
    assert cut_run.messages == {}
    assert len(cut_run.received()) == 0


def test_the_received_table_has_a_row_for_each_hop_oldest_first(run):
    rows = run.received()
    assert [row["hop"] for row in rows] == [1, 2, 3]
    assert [row["from"] for row in rows] == ["alice-pc.a.net", "mail.a.net", "mta.a.net"]
    assert [row["by"] for row in rows] == ["mail.a.net", "mta.a.net", "mail.b.net"]
    assert [row["address"] for row in rows] == ["[10.0.0.1]", "[10.0.0.5]", "[10.0.0.9]"]
    assert {row["with"] for row in rows} == {"ESMTP"}
    assert {row["for"] for row in rows} == {"bob@b.net"}
    assert [row["date"][-11:] for row in rows] == ["+0100 (CET)", "+0100 (CET)", "-0500 (EST)"]
    assert rows[0]["delay_s"] is None
    assert all(row["fault"] is None for row in rows)


def test_the_received_table_says_what_the_fields_of_the_message_say(run):
    message = email.message_from_bytes(run.messages["bob@b.net/1"], policy=email.policy.default)
    fields = message.get_all("Received")[::-1]
    for row, field in zip(run.received(), fields, strict=True):
        assert f"by {row['by']}" in field
        assert f"id {row['id']}" in field
        assert str(field).endswith(row["date"])


def test_a_hop_leads_to_the_octets_that_carried_the_message(run):
    for hop in run.received():
        (content,) = run.events.where(
            host=hop["by"],
            kind="content-received",
            connection=hop["connection"],
            begin=hop["begin"],
            end=hop["end"],
        )
        assert content["time_s"] == hop["time_s"]


def test_a_wrong_clock_shows_as_a_delay_while_the_true_time_stays():
    run = pr.load("first-letter").run(set={"hosts.mta.a.net.clock": "-10m"})
    rows = run.received()
    assert rows[1]["delay_s"] == -600
    assert [row["time_s"] for row in rows] == sorted(row["time_s"] for row in rows)


def test_messages_are_the_octets_in_the_mailbox(run):
    assert list(run.messages) == ["bob@b.net/1"]
    assert run.messages["bob@b.net/1"].startswith(b"Return-Path: <alice@a.net>\r\nReceived: from ")


def test_an_unknown_message_is_refused_with_those_that_there_are(run, cut_run):
    with pytest.raises(KeyError, match="there are: bob@b.net/1"):
        run.received("alice@a.net/1")
    with pytest.raises(KeyError, match="there are: none"):
        cut_run.received("bob@b.net/1")


def test_events_are_rows_of_equal_columns_in_the_order_of_time(run):
    times = [event["time_s"] for event in run.events]
    assert times == sorted(times)
    assert len(run.events) == sum(run.summary["events"].values())
    (read,) = run.events.where(kind="mailbox-read")
    assert (read["host"], read["mailbox"], read["number"]) == ("bob-pc.b.net", "bob@b.net", 1)
    assert read["size_bytes"] == len(run.messages["bob@b.net/1"])


def test_no_detail_of_the_record_is_lost_in_the_events(run, cut_run):
    import json

    for each in (run, cut_run):
        lines = (each.folder / "events.jsonl").read_text().splitlines()
        for line, row in zip(lines, each.events, strict=True):
            event = json.loads(line)
            size = len(event) - ("range" in event) - ("connection" in event)
            size += 2 * ("range" in event) + 5 * ("connection" in event)
            assert sum(value is not None for value in row.values()) == size


def test_transcripts_come_in_the_order_of_the_dialogues(run):
    names = list(run.transcripts)
    assert names[:4] == [
        "001-smtp-alice-pc.a.net-mail.a.net",
        "002-smtp-mail.a.net-mta.a.net",
        "003-smtp-mta.a.net-mail.b.net",
        "004-pop3-bob-pc.b.net-mail.b.net",
    ]
    assert all(name.startswith("dns-") for name in names[4:])


def test_a_transcript_is_the_dialogue_as_it_was_spoken(run):
    transcript = run.transcript("mta.a.net-mail.b.net")
    assert transcript.lines[:2] == ["S: 220 mail.b.net ESMTP Postroad", "C: EHLO mta.a.net"]
    assert transcript.lines[-2:] == ["C: QUIT", "S: 221 2.0.0 Bye"]
    file = run.folder / "transcripts" / "003-smtp-mta.a.net-mail.b.net.txt"
    assert str(transcript) == file.read_text()


def test_an_unknown_transcript_is_refused_with_those_that_there_are(run):
    with pytest.raises(KeyError, match="001-smtp-alice-pc.a.net-mail.a.net"):
        run.transcript("imap")


def test_the_ladder_is_a_picture_with_its_twin_in_text(run, tmp_path):
    assert run.ladder.svg.startswith("<svg ") or run.ladder.svg.startswith("<?xml ")
    assert "RCPT TO:&lt;bob@b.net&gt;" in run.ladder.svg
    assert "SMTP: RCPT TO:<bob@b.net>" in run.ladder.text
    assert "alice-pc.a.net" in run.ladder.alt
    assert run.ladder.save(tmp_path / "ladder.svg").read_text() == run.ladder.svg


def test_a_temporary_folder_goes_with_its_run():
    run = pr.load("by-hand").run()
    folder = run.folder
    assert (folder / "events.jsonl").exists()
    del run
    assert not folder.exists()


def test_a_chosen_folder_stays_and_can_be_read_again(run, tmp_path):
    pr.load("first-letter").run(out=tmp_path / "letter")
    again = pr.Run(tmp_path / "letter")
    assert list(again.events) == list(run.events)
    assert again.messages == run.messages


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(pr.PostroadError, match="expected a summary.json"):
        pr.Run(tmp_path)


def test_a_folder_of_a_run_that_broke_off_is_refused_with_the_reason(tmp_path):
    (tmp_path / "incomplete.txt").write_text("the run broke off at 1.5 s: no room\nMore.\n")
    with pytest.raises(pr.PostroadError, match="holds no run: the run broke off at 1.5 s: no room"):
        pr.Run(tmp_path)


@pytest.mark.parametrize("record", [None, '{"t":"soon"}\n'])
def test_a_broken_record_is_refused_with_its_name(run, tmp_path, record):
    shutil.copy(run.folder / "summary.json", tmp_path)
    if record:
        (tmp_path / "events.jsonl").write_text(record)
    with pytest.raises(pr.PostroadError, match="events.jsonl"):
        pr.Run(tmp_path).ladder
