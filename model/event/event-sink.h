/**
 * Whoever listens to the record: a file, a terminal, a table, a list in memory.
 *
 * Sinks are told of each event once, in the order of the record, and keep only what they need.
 * What is built from a finished list of events is built by replaying the list into a sink, so that
 * a live run and a file of events give the same.
 */
#ifndef POSTROAD_EVENT_EVENT_SINK_H
#define POSTROAD_EVENT_EVENT_SINK_H

#include "postroad/event/event.h"

#include <span>
#include <utility>
#include <vector>

namespace ns3::postroad::event
{

/// Takes the events of a run one by one.
class EventSink
{
  public:
    virtual ~EventSink() = default;

    /// Something happened. The event is valid only during the call.
    virtual void OnEvent(const Event& event) = 0;
};

/// Keeps every event, in order.
class EventList final : public EventSink
{
  public:
    void OnEvent(const Event& event) override
    {
        m_events.push_back(event);
    }

    const std::vector<Event>& GetEvents() const
    {
        return m_events;
    }

    /// The events, which the list does not keep.
    std::vector<Event> TakeEvents()
    {
        return std::exchange(m_events, {});
    }

  private:
    std::vector<Event> m_events;
};

/// Tells a sink of events that happened before.
inline void
Replay(std::span<const Event> events, EventSink& sink)
{
    for (const auto& event : events)
    {
        sink.OnEvent(event);
    }
}

} // namespace ns3::postroad::event

#endif // POSTROAD_EVENT_EVENT_SINK_H
