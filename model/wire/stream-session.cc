#include "postroad/wire/stream-session.h"

#include <utility>

namespace ns3::postroad::wire
{

std::string
StreamSession::TakeOutput()
{
    return std::exchange(m_output, {});
}

void
StreamSession::SendLine(std::string_view line)
{
    auto range = Write(line);
    range.end = Write("\r\n").end;
    if (m_observer)
    {
        m_observer->OnLine(Direction::SENT, range, line);
    }
}

void
StreamSession::SendContent(std::string_view content)
{
    const auto range = Write(content);
    if (m_observer)
    {
        m_observer->OnContent(Direction::SENT, range, content);
    }
}

ByteRange
StreamSession::Write(std::string_view bytes)
{
    m_output += bytes;
    const auto begin = std::exchange(m_written, m_written + bytes.size());
    return {begin, m_written};
}

} // namespace ns3::postroad::wire
