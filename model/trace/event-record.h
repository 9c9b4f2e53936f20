/**
 * The one record of a run: what the agents tell goes, in order, to every sink.
 *
 * Agents tell through their ns-3 trace source "Event"; the record connects to it and hands each
 * event on. It keeps nothing itself. Nothing else prints, counts or writes.
 */
#ifndef POSTROAD_TRACE_EVENT_RECORD_H
#define POSTROAD_TRACE_EVENT_RECORD_H

#include "postroad/event/event-sink.h"

#include "ns3/object-base.h"

#include <vector>

namespace ns3::postroad::trace
{

/// Hands the events of all agents to the sinks. It must outlive the agents that it is connected to.
class EventRecord final : public event::EventSink
{
  public:
    EventRecord() = default;
    EventRecord(const EventRecord&) = delete;
    EventRecord& operator=(const EventRecord&) = delete;

    /// Adds a sink, which must outlive the run. Sinks are told in the order in which they came.
    void AddSink(event::EventSink& sink);

    /**
     * Listens to an agent from now on.
     * \throws std::logic_error for an object that has no trace source "Event"
     */
    void Connect(ObjectBase& agent);

    /// Records what no agent tells: links and hosts that go up or down.
    void OnEvent(const event::Event& event) override;

  private:
    std::vector<event::EventSink*> m_sinks;
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_EVENT_RECORD_H
