#include "postroad/dns/dig/dns-dig-query.h"

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::dns
{

Message
MakeDigMessage(const DigQuery& query, std::uint16_t id)
{
    auto message = MakeQuery(id, query.question);
    message.header.isRecursionDesired = query.isRecursive;
    if (query.udpSize)
    {
        message.edns.emplace().udpSize = *query.udpSize;
    }
    return message;
}

bool
IsAnswered(const std::vector<DigEvent>& events)
{
    const auto isResponse = [](const DigEvent& event) {
        return std::holds_alternative<DigResponse>(event);
    };
    return std::any_of(events.begin(), events.end(), isResponse) &&
           !std::holds_alternative<DigFailure>(events.back());
}

} // namespace ns3::postroad::dns
