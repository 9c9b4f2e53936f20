// What a scenario makes happen, seen in the record: its events at their times, and nothing else.
#include "scenario/finished-run.h"
#include "spec/scenario-text.h"

#include "postroad/event/event-json.h"
#include "postroad/mail/mail-message.h"
#include "postroad/spec/read/loader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace ns3::postroad::scenario
{
namespace
{

using namespace std::chrono_literals;
using event::EventKind;
using test::Replace;
using test::RunText;
using test::SMALL;
using Texts = std::vector<std::string>;

/// The record as text.
std::string
Serialize(const std::vector<event::Event>& events)
{
    std::string text;
    for (const auto& event : events)
    {
        event::AppendJson(text, event);
        text += '\n';
    }
    return text;
}

/// "host kind" of the events of some kinds that come after the hosts are there, with their times.
Texts
Find(const std::vector<event::Event>& events, const std::set<EventKind>& kinds)
{
    Texts found;
    for (const auto& event : events)
    {
        if (kinds.contains(event.kind) && event.time > wire::TimePoint())
        {
            const auto time =
                std::chrono::duration_cast<std::chrono::seconds>(event.time.time_since_epoch());
            found.push_back(std::to_string(time.count()) + "s " + event.host + ' ' +
                            std::string(GetName(event.kind)));
        }
    }
    return found;
}

std::string
Plan(const std::string& event)
{
    return Replace(SMALL, "    fetch: {user: alice@a.net}\n", "    " + event + "\n");
}

TEST(Lab, RepeatsARunExactly)
{
    const auto first = Serialize(RunText(SMALL).events);
    EXPECT_EQ(Serialize(RunText(SMALL).events), first);
    EXPECT_NE(Serialize(RunText(SMALL, {"run=2"}).events), first);
    EXPECT_NE(Serialize(RunText(SMALL, {"seed=2"}).events), first);
    EXPECT_EQ(Serialize(RunText(SMALL).events), first) << "nothing is left of the runs between";
}

TEST(Lab, BeginsByTellingWhoIsThere)
{
    const auto events = RunText(SMALL).events;
    Texts hosts;
    for (const auto& event : events)
    {
        if (event.kind == EventKind::HOST_UP)
        {
            hosts.push_back(event.host);
            EXPECT_EQ(event.time, wire::TimePoint());
        }
    }
    EXPECT_EQ(hosts, (Texts{"pc.a.net", "mail.a.net", "mail.b.net", "ns.net", "r.net"}));
}

TEST(Lab, EndsWithItsDurationWhateverIsStillToCome)
{
    const auto result = RunText(SMALL, {"events[1].at=1s", "duration=1050ms"});
    ASSERT_FALSE(result.events.empty());
    EXPECT_LE(result.events.back().time, wire::TimePoint(1050ms));
    EXPECT_GT(RunText(SMALL, {"events[1].at=1s"}).events.back().time, wire::TimePoint(1050ms));
}

TEST(Lab, CutsAndMendsLinks)
{
    const auto text = Replace(Plan("fail: {link: mail.b.net--r.net}"),
                              "expect:\n",
                              "  - {at: 9s, restore: {link: mail.b.net--r.net}}\nexpect:\n");
    EXPECT_EQ(Find(RunText(text).events, {EventKind::LINK_DOWN, EventKind::LINK_UP}).size(), 2U);
}

TEST(Lab, SwitchesHostsOffAndOn)
{
    const auto text = Replace(Plan("fail: {host: mail.b.net}"),
                              "expect:\n",
                              "  - {at: 9s, restore: {host: mail.b.net}}\nexpect:\n");
    EXPECT_EQ(Find(RunText(text).events, {EventKind::HOST_DOWN, EventKind::HOST_UP}),
              (Texts{"2s mail.b.net host-down", "9s mail.b.net host-up"}));
}

TEST(Lab, EditsAZoneAtItsServers)
{
    const auto text =
        Plan("edit-zone: {zone: b.net, remove: ['@ MX'], add: [\"@ MX 10 mail.a.net.\"]}");
    const auto events = RunText(text).events;
    const auto edit = std::find_if(events.begin(), events.end(), [](const auto& event) {
        return event.kind == EventKind::ZONE_EDITED;
    });
    ASSERT_NE(edit, events.end());
    EXPECT_EQ(event::SerializeJson(*edit),
              R"({"t":2.000000000,"host":"ns.net","kind":"zone-edited","name":"b.net",)"
              R"("removed":["@ MX"],"added":["@ MX 10 mail.a.net."]})");
}

TEST(Lab, ShowsTheClocksOfItsHosts)
{
    const auto text =
        Replace(SMALL, "  pc.a.net:\n", "  pc.a.net:\n    zone: +0100 CET\n    clock: -30s\n");
    const auto result = RunText(text);
    ASSERT_EQ(result.delivered.size(), 1U);
    const auto message = mail::ParseMessage(result.delivered[0].content);
    EXPECT_EQ(message.Find("Date")->GetValue(), "Mon, 8 Mar 2010 10:59:31 +0100 (CET)");
}

// Names are the same in whichever case they are written (RFC 4343): what `check` takes runs.
TEST(Lab, RunsWhicheverCaseNamesAreWrittenIn)
{
    const std::pair<const char*, const char*> table[] = {
        {"[ns.net, r.net]", "[NS.net, R.NET]"},
        {"{users: bob, mx: mail.b.net}", "{users: bob, mx: MAIL.b.net}"},
        {"{users: bob, mx: mail.b.net}",
         "{users: bob, mx: mail.b.net, name-server: NS.net, mailboxes: Mail.B.net}"},
        {"mua: {user: alice@a.net}",
         "mua: {user: alice@A.net, submit-to: MAIL.a.net, fetch-from: Mail.a.net}"},
        {"roles: mua\n", "roles: mua\n    resolver: NS.net\n"},
        {"[msa, mta, mda, pop3]", "[msa, mta, mda, pop3], msa: {smart-host: MAIL.b.net}"},
        {"{from: alice@a.net, to: bob@b.net}",
         "{from: alice@A.net, to: bob@B.net, host: PC.a.net}"},
        {"fetch: {user: alice@a.net}", "fetch: {user: alice@A.net, host: PC.A.net}"},
        {"fetch: {user: alice@a.net}", "fail: {host: PC.a.net}"},
        {"fetch: {user: alice@a.net}", "fail: {link: PC.a.net--r.net}"},
        {"fetch: {user: alice@a.net}", "edit-zone: {zone: B.net, add: www A 192.0.2.1}"},
        {"outcome: {to: bob@b.net", "outcome: {to: bob@B.NET"},
    };
    for (const auto& [before, after] : table)
    {
        const auto text = Replace(SMALL, before, after);
        ASSERT_EQ(test::GetErrors(text), "") << after;
        const auto result = RunText(text);
        EXPECT_TRUE(result.IsAsExpected()) << after << ": " << result.expectations[0].ToString();
    }
}

TEST(Lab, TellsEverythingInTheOrderOfTime)
{
    const auto text = Replace(Plan("edit-zone: {zone: b.net, add: www A 192.0.2.1}"),
                              "expect:\n",
                              "  - {at: 3s, fail: {host: r.net}}\n"
                              "  - {at: 3s, restore: {host: r.net}}\n"
                              "  - {at: 4s, fail: {link: ns.net--r.net}}\nexpect:\n");
    const auto events = RunText(text).events;
    EXPECT_TRUE(std::is_sorted(events.begin(), events.end(), [](const auto& a, const auto& b) {
        return a.time < b.time;
    }));
}

TEST(Lab, LetsAClientSayWhatItIsTold)
{
    auto text = Replace(SMALL, "roles: mua\n", "roles: [mua, client]\n");
    text = Replace(text,
                   "    fetch: {user: alice@a.net}\n",
                   "    say: {host: pc.a.net, to: mail.b.net, lines: [HELO pc, NOOP, QUIT]}\n");
    Texts said;
    for (const auto& event : RunText(text).events)
    {
        if (event.kind == EventKind::LINE_RECEIVED && event.host == "mail.b.net" &&
            event.connection->remote.address == "10.0.0.1")
        {
            said.emplace_back(event::SerializeJson(event));
        }
    }
    ASSERT_EQ(said.size(), 3U);
    EXPECT_TRUE(said[0].ends_with(R"("text":"HELO pc"})")) << said[0];
    EXPECT_TRUE(said[2].ends_with(R"("text":"QUIT"})")) << said[2];
}

TEST(Lab, DeliversWhatItsSendsCompose)
{
    const auto text = Replace(SMALL,
                              "{from: alice@a.net, to: bob@b.net}",
                              "{from: alice@a.net, to: bob@b.net, subject: Ide\xc3\xa9, "
                              "body: \"A line\\n.\\n\"}");
    const auto result = RunText(text);
    ASSERT_EQ(result.delivered.size(), 1U);
    EXPECT_EQ(result.delivered[0].name, "bob@b.net/1");
    EXPECT_TRUE(result.delivered[0].content.ends_with("\r\n\r\nA line\r\n.\r\n"));
}

} // namespace
} // namespace ns3::postroad::scenario
