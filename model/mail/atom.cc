#include "postroad/mail/atom.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::mail
{

bool
IsAtomText(char c)
{
    return text::IsAlphaNumeric(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) > 127;
}

bool
IsAtom(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), IsAtomText);
}

bool
IsDotAtom(std::string_view text)
{
    return !text.empty() && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || IsAtomText(c); });
}

std::string
Quote(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text)
    {
        if (c == '"' || c == '\\')
        {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + '"';
}

} // namespace ns3::postroad::mail
