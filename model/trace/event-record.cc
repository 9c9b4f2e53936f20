#include "postroad/trace/event-record.h"

#include "postroad/text/time-text.h"

#include "ns3/callback.h"

#include <stdexcept>

namespace ns3::postroad::trace
{

void
EventRecord::AddSink(event::EventSink& sink)
{
    m_sinks.push_back(&sink);
    for (auto* const agent : std::exchange(m_unheard, {}))
    {
        Listen(*agent);
    }
}

void
EventRecord::Connect(ObjectBase& agent)
{
    if (!agent.GetInstanceTypeId().LookupTraceSourceByName("Event"))
    {
        throw std::logic_error("no trace source 'Event' in " + agent.GetInstanceTypeId().GetName());
    }
    if (m_sinks.empty())
    {
        m_unheard.push_back(&agent);
    }
    else
    {
        Listen(agent);
    }
}

void
EventRecord::Listen(ObjectBase& agent)
{
    agent.TraceConnectWithoutContext("Event", MakeCallback(&EventRecord::OnEvent, this));
}

void
EventRecord::OnEvent(const event::Event& event)
{
    if (event.time < m_latest)
    {
        throw std::logic_error("an event of " + text::FormatSeconds(event.time) +
                               " s is recorded behind one of " + text::FormatSeconds(m_latest) +
                               " s: " + std::string(event::GetName(event.kind)));
    }
    m_latest = event.time;
    for (auto* const sink : m_sinks)
    {
        sink->OnEvent(event);
    }
}

} // namespace ns3::postroad::trace
