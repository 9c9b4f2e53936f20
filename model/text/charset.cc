#include "postroad/text/charset.h"

#include "postroad/text/utf8.h"

namespace ns3::postroad::text
{

bool
IsAscii(std::string_view text)
{
    // Without a way out of the loop the compiler takes many octets at once.
    unsigned char bits = 0;
    for (const char c : text)
    {
        bits |= static_cast<unsigned char>(c);
    }
    return bits < 128;
}

bool
IsUtf8(std::string_view text)
{
    while (!text.empty())
    {
        const auto length = MatchCharacter(text);
        if (length == 0)
        {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace ns3::postroad::text
