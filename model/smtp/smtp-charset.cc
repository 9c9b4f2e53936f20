#include "postroad/smtp/smtp-charset.h"

#include "postroad/event/utf8.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

bool
IsAscii(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), IsBeyondAscii);
}

bool
IsUtf8(std::string_view text)
{
    while (!text.empty())
    {
        const auto length = event::MatchCharacter(text);
        if (length == 0)
        {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace ns3::postroad::smtp
