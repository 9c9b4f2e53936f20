/**
 * The one record of a run: what the agents tell goes, in order, to every sink.
 *
 * Agents tell through their ns-3 trace source "Event"; the record connects to it and hands each
 * event on. It keeps nothing itself. Nothing else prints, counts or writes.
 *
 * As long as there is no sink it listens to nobody, so that no event is made for nobody.
 */
#ifndef POSTROAD_TRACE_EVENT_RECORD_H
#define POSTROAD_TRACE_EVENT_RECORD_H

#include "postroad/event/event-sink.h"

#include "ns3/object-base.h"

#include <type_traits>
#include <utility>
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
    /// What was connected before the first sink must still be there.
    void AddSink(event::EventSink& sink);

    /**
     * Listens to an agent from now on, or from the first sink on.
     * \throws std::logic_error for an object that has no trace source "Event"
     */
    void Connect(ObjectBase& agent);

    /// Records what no agent tells: that a host is there. \param make returns the event; it is not
    /// called as long as there is no sink
    template <typename Make>
    requires std::is_same_v<std::invoke_result_t<Make>, event::Event>
    void Record(Make&& make)
    {
        if (!m_sinks.empty())
        {
            OnEvent(std::forward<Make>(make)());
        }
    }

    /// \throws std::logic_error for an event that is older than the one before
    void OnEvent(const event::Event& event) override;

  private:
    void Listen(ObjectBase& agent);

    std::vector<event::EventSink*> m_sinks;
    wire::TimePoint m_latest{};         ///< the time of the last event
    std::vector<ObjectBase*> m_unheard; ///< to listen to when there is a sink
};

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_EVENT_RECORD_H
