#include "postroad/trace/event-log.h"

#include "postroad/event/event-json.h"

namespace ns3::postroad::trace
{

EventLogWriter::EventLogWriter(std::ostream& out)
    : m_out(out)
{
    m_buffer.reserve(2 * BUFFER_SIZE);
}

EventLogWriter::~EventLogWriter()
{
    Flush();
}

void
EventLogWriter::OnEvent(const event::Event& event)
{
    event::AppendJson(m_buffer, event);
    m_buffer += '\n';
    if (m_buffer.size() >= BUFFER_SIZE)
    {
        Flush();
    }
}

void
EventLogWriter::Flush()
{
    m_out.write(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_out.flush();
    m_buffer.clear();
}

wire::Result<std::vector<event::Event>>
ReadEventLog(std::istream& in, std::string_view name)
{
    event::EventJsonReader reader;
    std::vector<event::Event> events;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
    {
        auto event = reader.Parse(line);
        if (!event)
        {
            auto error = event.GetError();
            error.reason = std::string(name) + ':' + std::to_string(number) + ": " + error.reason;
            return error;
        }
        events.push_back(std::move(event).GetValue());
    }
    return events;
}

} // namespace ns3::postroad::trace
