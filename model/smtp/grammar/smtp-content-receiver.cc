#include "postroad/smtp/grammar/smtp-content-receiver.h"

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.4: the mail data is terminated by CRLF "." CRLF
bool
ContentReceiver::AddLine(const wire::Line& line)
{
    m_range.begin = m_range.end == 0 ? line.range.begin : m_range.begin;
    m_range.end = line.range.end;
    const bool isEnd = m_isAtLineStart && line.text == "." && line.fault == wire::LineFault::NONE;
    m_isAtLineStart = line.hasCrLf;
    if (!isEnd && m_fault == ContentFault::NONE)
    {
        Keep(line);
    }
    return isEnd;
}

void
ContentReceiver::Keep(const wire::Line& line)
{
    auto text = line.text;
    text.remove_prefix(text.starts_with('.') ? 1 : 0);
    if (line.fault == wire::LineFault::BARE_LF || line.fault == wire::LineFault::BARE_CR)
    {
        m_fault = ContentFault::BARE_LINE_ENDING;
    }
    else if (line.fault == wire::LineFault::TOO_LONG || text.size() + 2 > TEXT_LINE_LIMIT)
    {
        m_fault = ContentFault::LINE_TOO_LONG;
    }
    else if (m_content.size() + text.size() + 2 > m_sizeLimit)
    {
        m_fault = ContentFault::TOO_LARGE;
    }
    else
    {
        m_content += text;
        m_content += "\r\n";
    }
}

std::string
ContentReceiver::SerializeKept() const
{
    return SerializeContent(m_content);
}

} // namespace ns3::postroad::smtp
