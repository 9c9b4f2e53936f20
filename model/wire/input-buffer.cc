#include "postroad/wire/input-buffer.h"

#include <algorithm>

namespace ns3::postroad::wire
{

void
InputBuffer::Append(std::string_view bytes)
{
    if (m_begin > 0)
    {
        m_bytes.erase(0, m_begin);
        m_begin = 0;
    }
    m_bytes += bytes;
}

std::optional<Line>
InputBuffer::NextLine(std::size_t limit)
{
    const auto end = m_bytes.find('\n', m_begin + m_searched);
    if (end != std::string::npos)
    {
        return MakeLine(end + 1 - m_begin, limit);
    }
    m_searched = GetSize();
    if (m_searched > limit)
    {
        if (!m_inLongLine)
        {
            m_inLongLine = true;
            m_longBegin = m_offset;
            m_longLine = m_bytes.substr(m_begin, limit);
        }
        m_longEndsInCr = m_bytes.back() == '\r';
        Discard(m_searched);
    }
    return std::nullopt;
}

Line
InputBuffer::MakeLine(std::size_t length, std::size_t limit)
{
    const bool isLong = m_inLongLine || length > limit;
    Line line;
    line.range = {m_inLongLine ? m_longBegin : m_offset, m_offset + length};
    if (isLong)
    {
        if (!m_inLongLine)
        {
            m_longLine = m_bytes.substr(m_begin, limit);
        }
        line.text = m_longLine;
        line.fault = LineFault::TOO_LONG;
        line.hasCrLf = length > 1 ? m_bytes[m_begin + length - 2] == '\r' : m_longEndsInCr;
        m_inLongLine = false;
    }
    else
    {
        line.text = std::string_view(m_bytes).substr(m_begin, length - 1);
        line.hasCrLf = !line.text.empty() && line.text.back() == '\r';
        line.text.remove_suffix(line.hasCrLf ? 1 : 0);
        line.fault = !line.hasCrLf                                    ? LineFault::BARE_LF
                     : line.text.find('\r') != std::string_view::npos ? LineFault::BARE_CR
                                                                      : LineFault::NONE;
    }
    Discard(length);
    return line;
}

std::string_view
InputBuffer::TakeOctets(std::size_t count)
{
    const auto taken = std::string_view(m_bytes).substr(m_begin, std::min(count, GetSize()));
    Discard(taken.size());
    return taken;
}

void
InputBuffer::Discard(std::size_t count)
{
    m_begin += count;
    m_offset += count;
    m_searched = 0;
}

void
InputBuffer::Clear()
{
    Discard(GetSize());
    m_inLongLine = false;
}

} // namespace ns3::postroad::wire
