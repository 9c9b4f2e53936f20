#include "postroad/smtp/grammar/smtp-content.h"

#include <algorithm>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// The content with a second dot before each that begins a line.
std::string
StuffDots(const std::string& content)
{
    std::string stuffed;
    stuffed.reserve(content.size() + 64);
    stuffed += content.starts_with('.') ? "." : "";
    std::size_t begin = 0;
    for (auto dot = content.find("\n."); dot != content.npos; dot = content.find("\n.", dot + 1))
    {
        stuffed.append(content, begin, dot + 1 - begin);
        stuffed += '.';
        begin = dot + 1;
    }
    return stuffed.append(content, begin);
}

} // namespace

bool
HasOnlyCrLf(std::string_view content)
{
    std::size_t begin = 0;
    for (auto lf = content.find('\n'); lf != content.npos; lf = content.find('\n', begin))
    {
        if (lf == begin || content.find('\r', begin) != lf - 1)
        {
            return false;
        }
        begin = lf + 1;
    }
    return content.find('\r', begin) == content.npos;
}

bool
HasLongLine(std::string_view content)
{
    while (content.size() > TEXT_LINE_LIMIT)
    {
        const auto end = content.find('\n');
        if (end >= TEXT_LINE_LIMIT)
        {
            return true;
        }
        content.remove_prefix(end + 1);
    }
    return false;
}

bool
IsEightBit(std::string_view content)
{
    // Without a way out of the loop the compiler takes many octets at once.
    unsigned char bits = 0;
    for (const char c : content)
    {
        bits |= static_cast<unsigned char>(c);
    }
    return bits > 127;
}

std::string
SerializeContent(std::string content)
{
    const bool hasDots = content.starts_with('.') || content.find("\n.") != content.npos;
    auto wire = hasDots ? StuffDots(content) : std::move(content);
    if (!wire.empty() && !wire.ends_with("\r\n"))
    {
        wire += "\r\n";
    }
    return wire += ".\r\n";
}

} // namespace ns3::postroad::smtp
