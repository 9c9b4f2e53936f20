#include "postroad/scenario/run-facts.h"

#include <algorithm>

namespace ns3::postroad::scenario
{

namespace
{

/// The Message-IDs that each host has submitted, each once, in order.
std::map<std::string, std::vector<std::string>>
FindSubmitted(std::span<const event::Event> events)
{
    std::map<std::string, std::vector<std::string>> submitted;
    for (const auto& event : events)
    {
        if (event.kind != event::EventKind::MESSAGE_SUBMITTED)
        {
            continue;
        }
        auto& ids = submitted[event.host];
        if (std::find(ids.begin(), ids.end(), event.messageId) == ids.end())
        {
            ids.push_back(event.messageId);
        }
    }
    return submitted;
}

} // namespace

std::map<std::string, std::string>
FindMessageIds(const Spec& spec, std::span<const event::Event> events)
{
    auto submitted = FindSubmitted(events);
    std::map<std::string, std::size_t> taken;
    std::map<std::string, std::string> messageIds;
    for (const auto* const send : spec.GetSends())
    {
        const auto& ids = submitted[send->host];
        if (const auto number = taken[send->host]++; number < ids.size())
        {
            messageIds[send->id] = ids[number];
        }
    }
    return messageIds;
}

} // namespace ns3::postroad::scenario
