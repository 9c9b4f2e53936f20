"""Links that are parallel, change, and are many."""

import resource
import subprocess

from scenario_text import FIRST_LETTER


def with_few_files():
    """What many systems let a process have open."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))


def star(size: int) -> str:
    """A router with many hosts around it."""
    hosts = "".join(f"  c{i}.x.net: {{roles: client}}\n" for i in range(size))
    links = "".join(f"  - {{between: [c{i}.x.net, r.net]}}\n" for i in range(size))
    return (
        "title: A star\ndns: single\nduration: 1m\nhosts:\n"
        f"{hosts}  mail.b.net: {{roles: [mta, mda]}}\n  ns.net: {{roles: dns}}\n"
        "  r.net: {roles: router}\ndomains:\n  b.net: {users: bob, mx: mail.b.net}\n"
        f"links:\n{links}  - {{between: [mail.b.net, r.net]}}\n"
        "  - {between: [ns.net, r.net]}\nevents:\n"
        "  - {at: 1s, say: {host: c0.x.net, to: mail.b.net:25, lines: [QUIT]}}\n"
    )


def test_a_thousand_captures_need_no_thousand_files(lab, tmp_path):
    path = tmp_path / "star.yaml"
    path.write_text(star(500))
    ended = subprocess.run(
        lab.command("run", path, "--out", tmp_path / "out", "--quiet"),
        preexec_fn=with_few_files,
        capture_output=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    assert len(list((tmp_path / "out" / "pcap").glob("*.pcap"))) == 1004


def test_a_link_changes_in_mid_run(lab, tmp_path):
    text = FIRST_LETTER.read_text().replace(
        "events:\n",
        "events:\n  - {at: 1ms, change: {link: r1.net--r2.net, delay: 300ms, rate: 1Mbps}}\n"
        "  - {at: 2ms, change: {link: R1.net--r2.net, loss: 5%}}\n",
        1,
    )
    path = tmp_path / "changed.yaml"
    path.write_text(text)
    run = lab.run(path, tmp_path / "out", "--set", "expect=[]")
    assert run.status in (0, 1), run.stderr
    told = [event["properties"] for event in run.find("link-changed")]
    assert told == ["1000000 bit/s, 300 ms, 0 % lost", "1000000 bit/s, 300 ms, 5 % lost"]
    assert "link r1.net--r2.net is now of 1000000 bit/s, 300 ms, 0 % lost" in run.stdout
    (delivered,) = run.find("message-delivered")
    assert delivered["t"] > 3, "over a slower link"
