#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/plain-values.h"

#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

using enum trace::Outcome;

std::optional<trace::Outcome>
ReadOutcome(const NodeReader& node)
{
    std::vector<std::string> names;
    for (const auto outcome : {DELIVERED, QUEUED, BOUNCED, RELAYED})
    {
        if (node.GetNode().text == trace::GetName(outcome))
        {
            return outcome;
        }
        names.emplace_back(trace::GetName(outcome));
    }
    node.FailName("an outcome (" + ListNames(names) + ")", names);
    return std::nullopt;
}

Expectation
ReadExpectOutcome(const NodeReader& node)
{
    ExpectOutcome expected;
    MapReader map(node, "`outcome`");
    map.Read("message", expected.message, ParseText);
    map.Read("to", expected.to, ParseMailAddress);
    if (const auto outcome = map.Require("is", "an outcome such as delivered"))
    {
        expected.outcome = ReadOutcome(*outcome).value_or(expected.outcome);
    }
    map.Finish();
    return expected;
}

Expectation
ReadExpectReceived(const NodeReader& node)
{
    ExpectReceived expected;
    MapReader map(node, "`received`");
    map.Read("message", expected.message, ParseText);
    map.Read("hops", expected.hops, ParseCount);
    map.ReadList("by", expected.by, ParseHostName);
    map.Finish();
    if (!expected.hops && expected.by.empty())
    {
        node.Fail("`hops`, `by` or both");
    }
    return expected;
}

Expectation
ReadExpectDialogue(const NodeReader& node)
{
    ExpectDialogue expected;
    std::vector<mail::DomainName> ends;
    MapReader map(node, "`dialogue`");
    if (const auto between = map.Require("between", "two hosts, [client, server]"))
    {
        map.ReadList("between", ends, ParseHostName);
        if (ends.size() != 2)
        {
            between->Fail("two hosts, [client, server]");
            ends.resize(2);
        }
        expected.client = ends[0];
        expected.server = ends[1];
    }
    map.Require("contains", "the beginnings of lines, such as \"S: 250\"");
    map.ReadList("contains", expected.contains, ParseText);
    map.Finish();
    return expected;
}

Expectation
ReadExpectMailbox(const NodeReader& node)
{
    ExpectMailbox expected;
    MapReader map(node, "`mailbox`");
    if (const auto user = map.Require("user", "the address of the mailbox"))
    {
        expected.user = user->Read(ParseMailAddress).value_or(mail::AddrSpec());
    }
    map.Read("messages", expected.messages, ParseCount);
    map.Read("fetched", expected.fetched, ParseCount);
    map.Finish();
    if (!expected.messages && !expected.fetched)
    {
        node.Fail("`messages`, `fetched` or both");
    }
    return expected;
}

/// The name in a question; the DNS takes more than hosts may have.
wire::Result<std::string>
ParseQueryName(std::string_view text)
{
    return mail::DomainName(text).ToString();
}

Expectation
ReadExpectQuery(const NodeReader& node)
{
    ExpectQuery expected;
    MapReader map(node, "`query`");
    map.Require("from", "the host that asks");
    map.Read("from", expected.from, ParseHostName);
    map.Read("to", expected.to, ParseHostName);
    map.Read("name", expected.name, ParseQueryName);
    map.Read("type", expected.type, ParseText);
    map.Read("count", expected.count, ParseCount);
    map.Read("after", expected.after, ParseDuration);
    map.Read("before", expected.before, ParseDuration);
    map.Finish();
    return expected;
}

Expectation
ReadExpectDuration(const NodeReader& node)
{
    ExpectDuration expected;
    MapReader map(node, "`duration`");
    map.Require("below", "a duration such as 60s");
    map.Read("below", expected.below, ParseDuration);
    map.Finish();
    return expected;
}

Expectation
ReadExpectAttempts(const NodeReader& node)
{
    ExpectAttempts expected;
    MapReader map(node, "`attempts`");
    map.Read("message", expected.message, ParseText);
    map.Require("by", "the host that tries");
    map.Read("by", expected.by, ParseHostName);
    map.Read("count", expected.count, ParseCount);
    map.ReadList("hosts", expected.hosts, ParseHostName);
    map.ReadList("at", expected.at, ParseDuration);
    map.Read("within", expected.within, ParseDuration);
    map.Finish();
    if (!expected.count && expected.hosts.empty() && expected.at.empty())
    {
        node.Fail("`count`, `hosts` or `at`");
    }
    return expected;
}

/// The kinds of expectations: the key of the file, and who reads what stands behind it.
constexpr std::pair<const char*, Expectation (*)(const NodeReader&)> KINDS[] = {
    {"outcome", ReadExpectOutcome},
    {"received", ReadExpectReceived},
    {"dialogue", ReadExpectDialogue},
    {"mailbox", ReadExpectMailbox},
    {"query", ReadExpectQuery},
    {"duration", ReadExpectDuration},
    {"attempts", ReadExpectAttempts},
};

} // namespace

std::optional<Expectation>
ReadExpectation(const NodeReader& node)
{
    std::optional<Expectation> expectation;
    std::size_t kinds = 0;
    MapReader map(node, "an expectation");
    for (const auto& [name, read] : KINDS)
    {
        if (const auto value = map.Find(name))
        {
            expectation = read(*value);
            ++kinds;
        }
    }
    if (map.Finish() && kinds != 1)
    {
        node.Fail("one expectation an item", "begin each with a dash of its own");
    }
    return expectation;
}

} // namespace ns3::postroad::scenario
