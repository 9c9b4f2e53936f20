#include "postroad/spec/read/section-readers.h"
#include "postroad/spec/read/units.h"
#include "postroad/spec/value/plain-values.h"

namespace ns3::postroad::scenario
{

namespace
{

constexpr auto ENDS_FORM = "the two hosts that it joins, such as [a.net, b.net]";

void
ReadEnds(const NodeReader& node, LinkSpec& link)
{
    const auto items = node.GetItems();
    if (items.size() != link.ends.size())
    {
        node.Fail(ENDS_FORM);
        return;
    }
    for (std::size_t i = 0; i < items.size(); ++i)
    {
        link.ends[i] = items[i].Read(ParseHostName).value_or(mail::DomainName());
    }
}

} // namespace

LinkSpec
ReadLink(const NodeReader& node)
{
    LinkSpec link;
    MapReader map(node, "a link");
    if (const auto ends = map.Require("between", ENDS_FORM))
    {
        ReadEnds(*ends, link);
    }
    map.Read("name", link.name, ParseText);
    map.Read("rate", link.bitsPerSecond, ParseRate);
    map.Read("delay", link.delay, ParseDuration);
    map.Read("loss", link.loss, ParsePercentage);
    map.Read("queue", link.queuePackets, ParsePackets);
    map.Finish();
    return link;
}

} // namespace ns3::postroad::scenario
