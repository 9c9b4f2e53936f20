/**
 * The record as a file: events.jsonl, one event a line (event/event-json.h), in order.
 */
#ifndef POSTROAD_TRACE_EVENT_LOG_H
#define POSTROAD_TRACE_EVENT_LOG_H

#include "postroad/event/event-sink.h"
#include "postroad/wire/result.h"

#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::trace
{

/// Writes events while they happen. What is left is written on destruction.
class EventLogWriter final : public event::EventSink
{
  public:
    /// Text that is gathered before it goes to the stream.
    static constexpr std::size_t BUFFER_SIZE = 65536;

    /// \param out where to write; it must outlive the writer
    explicit EventLogWriter(std::ostream& out);
    EventLogWriter(const EventLogWriter&) = delete;
    EventLogWriter& operator=(const EventLogWriter&) = delete;
    ~EventLogWriter() override;

    void OnEvent(const event::Event& event) override;

    /// Writes what was gathered. The stream's own state tells whether that went well.
    void Flush();

  private:
    std::ostream& m_out;
    std::string m_buffer;
};

/**
 * Reads a whole log.
 * \param in the log
 * \param name what to call it in an error: "out/first-letter/events.jsonl"
 * \return the events in order, or "NAME:LINE: what is wrong" for the first line that is no event
 */
wire::Result<std::vector<event::Event>> ReadEventLog(std::istream& in, std::string_view name);

} // namespace ns3::postroad::trace

#endif // POSTROAD_TRACE_EVENT_LOG_H
