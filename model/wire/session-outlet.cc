#include "postroad/wire/session-outlet.h"

#include <utility>

namespace ns3::postroad::wire
{

void
SessionOutlet::SendLine(std::string_view line)
{
    auto range = Write(line);
    range.end = Write("\r\n").end;
    if (m_observer)
    {
        m_observer->OnLine(Direction::SENT, range, line);
    }
}

void
SessionOutlet::SendContent(std::string_view content)
{
    const auto range = Write(content);
    if (m_observer)
    {
        m_observer->OnContent(Direction::SENT, range, content);
    }
}

std::string
SessionOutlet::TakeOutput()
{
    return std::exchange(m_output, {});
}

void
SessionOutlet::SetSecurity(const Security& security)
{
    m_security = security;
    if (m_nextAction == NextAction::START_TLS)
    {
        m_nextAction = NextAction::CONTINUE;
    }
}

ByteRange
SessionOutlet::Write(std::string_view bytes)
{
    m_output += bytes;
    const auto begin = std::exchange(m_written, m_written + bytes.size());
    return {begin, m_written};
}

} // namespace ns3::postroad::wire
