#include "postroad/store/destination-queues.h"

#include "postroad/wire/take-front.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::store
{

DestinationQueues::DestinationQueues(std::size_t concurrency)
    : m_concurrency(concurrency)
{
}

void
DestinationQueues::Add(DeliveryBatch batch)
{
    m_destinations[batch.destination].waiting.push_back(std::move(batch));
}

std::optional<DeliveryBatch>
DestinationQueues::Begin()
{
    for (auto& [name, destination] : m_destinations)
    {
        if (!destination.waiting.empty() && destination.deliveries < m_concurrency)
        {
            ++destination.deliveries;
            return wire::TakeFront(destination.waiting);
        }
    }
    return std::nullopt;
}

std::optional<DeliveryBatch>
DestinationQueues::Next(const mail::DomainName& name)
{
    const auto destination = m_destinations.find(name);
    if (destination == m_destinations.end() || destination->second.deliveries == 0)
    {
        throw std::logic_error("store::DestinationQueues: no delivery to " + std::string(name) +
                               " is under way");
    }
    if (!destination->second.waiting.empty())
    {
        return wire::TakeFront(destination->second.waiting);
    }
    if (--destination->second.deliveries == 0)
    {
        m_destinations.erase(destination);
    }
    return std::nullopt;
}

std::size_t
DestinationQueues::CountDeliveries(const mail::DomainName& name) const
{
    const auto destination = m_destinations.find(name);
    return destination == m_destinations.end() ? 0 : destination->second.deliveries;
}

} // namespace ns3::postroad::store
