#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/nearest-name.h"
#include "postroad/spec/value/plain-values.h"

#include <array>
#include <cstdint>

namespace ns3::postroad::scenario
{

namespace
{

/// More connections to one destination make no sense.
constexpr std::size_t MAX_CONCURRENCY = 1000;

/// The command in place of whose reply a connection may break: the word of the file.
constexpr std::array<std::pair<const char*, policy::Stage>, 4> STAGES{{
    {"EHLO", policy::Stage::HELLO},
    {"MAIL", policy::Stage::SENDER},
    {"RCPT", policy::Stage::RECIPIENT},
    {"DATA", policy::Stage::MESSAGE},
}};

wire::Error
OutOfRange(const char* expected)
{
    return {wire::ErrorKind::OUT_OF_RANGE, 0, expected};
}

std::optional<policy::Stage>
ReadStage(const NodeReader& node)
{
    std::vector<std::string> names;
    for (const auto& [name, stage] : STAGES)
    {
        if (node.GetNode().text == name)
        {
            return stage;
        }
        names.emplace_back(name);
    }
    node.FailName("a command (" + ListNames(names) + ")", names);
    return std::nullopt;
}

/// What a queue waits: a second at least.
wire::Result<wire::Duration>
ParseRetryWait(std::string_view text)
{
    auto wait = ParseDuration(text);
    if (wait && *wait < std::chrono::seconds(1))
    {
        return OutOfRange("a duration of at least 1s");
    }
    return wait;
}

/// A number that is more than none.
wire::Result<std::size_t>
ParseTimes(std::string_view text)
{
    const auto times = ParseCount(text);
    return times && *times > 0 ? times : OutOfRange("a number above 0");
}

/// How many Received fields are too many: a message has one more on each host.
wire::Result<std::uint32_t>
ParseHops(std::string_view text)
{
    const auto number = ParseTimes(text);
    return number ? wire::Result<std::uint32_t>(static_cast<std::uint32_t>(*number))
                  : number.GetError();
}

/// How many connections a queue has to one destination.
wire::Result<std::uint32_t>
ParseConcurrency(std::string_view text)
{
    const auto number = ParseCount(text);
    if (!number || *number == 0 || *number > MAX_CONCURRENCY)
    {
        return OutOfRange("a number from 1 to 1000");
    }
    return static_cast<std::uint32_t>(*number);
}

std::vector<policy::BusyMailbox>
ReadBusy(const NodeReader& node)
{
    std::vector<policy::BusyMailbox> mailboxes;
    for (const auto& item : node.GetItems())
    {
        policy::BusyMailbox busy;
        MapReader map(item, "`busy`");
        if (const auto mailbox = map.Require("mailbox", "the address of the mailbox"))
        {
            busy.mailbox = mailbox->Read(ParseMailAddress).value_or(mail::AddrSpec());
        }
        map.Read("times", busy.times, ParseTimes);
        map.Finish();
        mailboxes.push_back(busy);
    }
    return mailboxes;
}

policy::RateLimit
ReadRateLimit(const NodeReader& node)
{
    policy::RateLimit rate;
    MapReader map(node, "`rate-limit`");
    map.Require("connections", "how many connections of one client");
    map.Read("connections", rate.connections, ParseTimes);
    map.Read("per", rate.per, ParseTimeSpan);
    map.Finish();
    return rate;
}

policy::Disconnection
ReadDisconnect(const NodeReader& node)
{
    policy::Disconnection disconnection;
    MapReader map(node, "`disconnect`");
    if (const auto after = map.Require("after", "a command such as RCPT"))
    {
        disconnection.after = ReadStage(*after).value_or(disconnection.after);
    }
    map.Read("times", disconnection.times, ParseTimes);
    map.Finish();
    return disconnection;
}

/// "required", the one word that turns a demand on.
wire::Result<bool>
ParseRequired(std::string_view text)
{
    if (text == "required")
    {
        return true;
    }
    return wire::Error{wire::ErrorKind::SYNTAX, 0, "the word required"};
}

void
ReadBehaviour(MapReader& map, policy::ServerBehaviour& behaviour)
{
    if (const auto busy = map.Find("busy"))
    {
        behaviour.busy = ReadBusy(*busy);
    }
    map.ReadList("over-quota", behaviour.overQuota, ParseMailAddress);
    map.ReadList("unknown", behaviour.unknown, ParseMailAddress);
    if (const auto greylist = map.Find("greylist"))
    {
        const auto delay = greylist->Read(ParseTimeSpan);
        behaviour.greylist = policy::Greylisting{delay.value_or(wire::Duration(0))};
    }
    if (const auto rate = map.Find("rate-limit"))
    {
        behaviour.rate = ReadRateLimit(*rate);
    }
    map.Read("tarpit", behaviour.tarpit, ParseTimeSpan);
    map.Read("client-name", behaviour.requiresClientName, ParseRequired);
    if (const auto disconnect = map.Find("disconnect"))
    {
        behaviour.disconnect = ReadDisconnect(*disconnect);
    }
}

} // namespace

PolicySettings
ReadPolicy(const NodeReader& node)
{
    PolicySettings policy;
    MapReader map(node, "the policy of a host");
    map.Read("open-relay", policy.openRelay, ParseTruth);
    map.ReadList("relay-for", policy.relayFor, policy::ParseClientNetwork);
    map.Read("catch-all", policy.catchAll, ParseMailAddress);
    map.Read("hop-limit", policy.hopLimit, ParseHops);
    ReadBehaviour(map, policy.behaviour);
    map.Finish();
    return policy;
}

store::QueueSettings
ReadQueue(const NodeReader& node)
{
    store::QueueSettings queue;
    MapReader map(node, "the queue of a host");
    map.Read("first-wait", queue.schedule.firstWait, ParseRetryWait);
    map.Read("longest-wait", queue.schedule.longestWait, ParseRetryWait);
    map.Read("give-up-after", queue.schedule.giveUpAfter, ParseRetryWait);
    map.Read("warn-after", queue.schedule.warnAfter, ParseRetryWait);
    map.Read("concurrency", queue.concurrency, ParseConcurrency);
    map.Finish();
    return queue;
}

} // namespace ns3::postroad::scenario
