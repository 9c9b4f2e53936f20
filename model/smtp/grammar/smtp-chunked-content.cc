#include "postroad/smtp/grammar/smtp-chunked-content.h"

namespace ns3::postroad::smtp
{

void
ChunkedContent::Add(std::string_view octets)
{
    m_isTooLarge = m_isTooLarge || octets.size() > m_sizeLimit - m_content.size();
    if (!m_isTooLarge)
    {
        m_content += octets;
    }
}

ContentFault
ChunkedContent::Judge() const
{
    if (m_isTooLarge)
    {
        return ContentFault::TOO_LARGE;
    }
    if (!HasOnlyCrLf(m_content))
    {
        return ContentFault::BARE_LINE_ENDING;
    }
    return HasLongLine(m_content) ? ContentFault::LINE_TOO_LONG : ContentFault::NONE;
}

std::string
ChunkedContent::TakeContent()
{
    if (!m_content.empty() && !m_content.ends_with("\r\n"))
    {
        m_content += "\r\n";
    }
    return std::move(m_content);
}

} // namespace ns3::postroad::smtp
