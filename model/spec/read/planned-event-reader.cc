#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/plain-values.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto SERVER_FORM = "a host and a port such as smtp.example.com:25";
constexpr std::size_t FILLER_LINE = 70; ///< octets, the line's CRLF included

/// Lines that take so many octets on the wire, but not 1, for each line ends in CRLF. A line begins
/// with the number of octets before it: a piece that is lost, repeated or misplaced shows.
std::string
MakeFiller(std::uint64_t size)
{
    std::string filler;
    std::uint64_t offset = 0;
    while (offset < size)
    {
        const auto left = size - offset;
        auto length = std::min<std::uint64_t>(left, FILLER_LINE);
        length -= left - length == 1 ? 1 : 0; // the last line needs room for its CRLF
        auto line = std::to_string(offset) + ' ';
        line.resize(length > 2 ? length - 2 : 0, 'x');
        filler += line + '\n';
        offset += length;
    }
    return filler;
}

void
ReadBody(MapReader& map, Send& send)
{
    map.Read("body", send.body, ParseText);
    const auto size = map.Find("size");
    if (size && !send.body.empty())
    {
        size->Fail("either `body` or `size`", "take one of the two out");
    }
    else if (size)
    {
        send.body = MakeFiller(size->Read(ParseSize).value_or(0));
    }
}

Action
ReadSend(const NodeReader& node)
{
    Send send;
    MapReader map(node, "`send`");
    map.Read("id", send.id, ParseText);
    if (const auto from = map.Require("from", "the sender's address"))
    {
        send.from = from->Read(ParseMailAddress).value_or(mail::AddrSpec());
    }
    map.ReadList("to", send.to, ParseMailAddress);
    map.ReadList("cc", send.cc, ParseMailAddress);
    map.ReadList("bcc", send.bcc, ParseMailAddress);
    map.Read("subject", send.subject, ParseText);
    ReadBody(map, send);
    map.Read("host", send.host, ParseHostName);
    map.Finish();
    return send;
}

Action
ReadFetch(const NodeReader& node)
{
    Fetch fetch;
    MapReader map(node, "`fetch`");
    if (const auto user = map.Require("user", "the address of the mailbox"))
    {
        fetch.user = user->Read(ParseMailAddress).value_or(mail::AddrSpec());
    }
    map.Read("host", fetch.host, ParseHostName);
    map.Finish();
    return fetch;
}

/// ( host name / address ) [ ":" port ]
void
ReadServer(const NodeReader& node, Say& say)
{
    const auto text = node.ReadText(SERVER_FORM).value_or("");
    const auto colon = std::min(text.find(':'), text.size());
    const auto server = text.substr(0, colon);
    const auto name = ParseHostName(server);
    const auto port = colon < text.size() ? ParsePort(std::string_view(text).substr(colon + 1))
                                          : wire::Result<std::uint16_t>(say.port);
    if (!port || !(name || IsIpv4Address(server)))
    {
        node.Fail(SERVER_FORM);
        return;
    }
    say.to = name ? name->ToString() : server;
    say.port = *port;
}

/// Reads a block of text, or a list of lines.
std::vector<std::string>
ReadLines(const NodeReader& node)
{
    std::vector<std::string> lines;
    for (const auto& item : node.GetItems())
    {
        const auto text = item.ReadText("a line of text (in quotation marks if it holds \": \")");
        auto more = SplitLines(text.value_or(""));
        if (more.empty())
        {
            more.emplace_back(); // "" in a list is an empty line
        }
        lines.insert(lines.end(), more.begin(), more.end());
    }
    return lines;
}

Action
ReadSay(const NodeReader& node)
{
    Say say;
    MapReader map(node, "`say`");
    if (const auto host = map.Require("host", "a host with role client"))
    {
        say.host = host->Read(ParseHostName).value_or(mail::DomainName());
    }
    if (const auto to = map.Require("to", SERVER_FORM))
    {
        ReadServer(*to, say);
    }
    if (const auto lines = map.Require("lines", "the lines to say, as a block of text"))
    {
        say.lines = ReadLines(*lines);
    }
    map.Read("pace", say.pace, ParseDuration);
    map.Read("pipeline", say.isPipelined, ParseTruth);
    map.Finish();
    return say;
}

Target
ReadTarget(const NodeReader& node)
{
    MapReader map(node, "what fails or is restored");
    const auto link = map.Find("link");
    const auto host = map.Find("host");
    const auto service = map.Find("service");
    map.Finish();
    if (link.has_value() == host.has_value() || (service && link))
    {
        node.Fail("`link: NAME`, `host: NAME`, or `{host: NAME, service: ROLE}`");
        return {};
    }
    if (link)
    {
        return {Target::Kind::LINK, link->Read(ParseText).value_or(""), std::nullopt};
    }
    return {Target::Kind::HOST,
            host->Read(ParseHostName).value_or(mail::DomainName()),
            service ? ReadRole(*service) : std::nullopt};
}

Action
ReadFail(const NodeReader& node)
{
    return Fail{ReadTarget(node)};
}

Action
ReadRestore(const NodeReader& node)
{
    return Restore{ReadTarget(node)};
}

Action
ReadChange(const NodeReader& node)
{
    ChangeLink change;
    MapReader map(node, "`change`");
    if (const auto link = map.Require("link", "the name of a link"))
    {
        change.link = link->Read(ParseText).value_or("");
    }
    map.Read("rate", change.bitsPerSecond, ParseRate);
    map.Read("delay", change.delay, ParseDuration);
    map.Read("loss", change.loss, ParsePercentage);
    if (map.Finish() && !change.bitsPerSecond && !change.delay && !change.loss)
    {
        node.Fail("`rate`, `delay` or `loss`");
    }
    return change;
}

Action
ReadEditZone(const NodeReader& node)
{
    EditZone edit;
    MapReader map(node, "`edit-zone`");
    if (const auto zone = map.Require("zone", "the name of a domain"))
    {
        edit.zone = zone->Read(ParseDomainName).value_or(mail::DomainName());
    }
    map.ReadList("remove", edit.removed, ParseText);
    map.ReadList("add", edit.added, ParseText);
    map.ReadList("server", edit.servers, ParseHostName);
    map.Finish();
    return edit;
}

/// The kinds of actions: the key of the file, and who reads what stands behind it.
constexpr std::pair<const char*, Action (*)(const NodeReader&)> ACTIONS[] = {
    {"send", ReadSend},
    {"fetch", ReadFetch},
    {"say", ReadSay},
    {"fail", ReadFail},
    {"restore", ReadRestore},
    {"change", ReadChange},
    {"edit-zone", ReadEditZone},
};

} // namespace

std::optional<PlannedEvent>
ReadPlannedEvent(const NodeReader& node)
{
    std::optional<Action> action;
    wire::Duration at{0};
    std::size_t actions = 0;
    MapReader map(node, "an event");
    if (const auto time = map.Require("at", "the time of the event, such as 1s"))
    {
        at = time->Read(ParseDuration).value_or(at);
    }
    for (const auto& [name, read] : ACTIONS)
    {
        if (const auto value = map.Find(name))
        {
            action = read(*value);
            ++actions;
        }
    }
    if (map.Finish() && actions != 1)
    {
        node.Fail("one of send, fetch, say, fail, restore, change or edit-zone beside `at`",
                  actions == 0 ? "say what is to happen" : "make an event of each");
    }
    return action ? std::optional(PlannedEvent{wire::TimePoint(at), std::move(*action)})
                  : std::nullopt;
}

} // namespace ns3::postroad::scenario
