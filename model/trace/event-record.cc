#include "postroad/trace/event-record.h"

#include "ns3/callback.h"

#include <stdexcept>

namespace ns3::postroad::trace
{

void
EventRecord::AddSink(event::EventSink& sink)
{
    m_sinks.push_back(&sink);
}

void
EventRecord::Connect(ObjectBase& agent)
{
    const bool isConnected =
        agent.TraceConnectWithoutContext("Event", MakeCallback(&EventRecord::OnEvent, this));
    if (!isConnected)
    {
        throw std::logic_error("no trace source 'Event' in " + agent.GetInstanceTypeId().GetName());
    }
}

void
EventRecord::OnEvent(const event::Event& event)
{
    for (auto* const sink : m_sinks)
    {
        sink->OnEvent(event);
    }
}

} // namespace ns3::postroad::trace
