#include "postroad/smtp/grammar/smtp-command.h"

#include "postroad/text/ascii.h"
#include "postroad/text/charset.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

namespace
{

/// The first octet that no command may have: a control, or one above 127 unless all is UTF-8.
std::size_t
FindForbidden(std::string_view line)
{
    const bool isUtf8 = text::IsUtf8(line);
    const auto* const found = std::find_if(line.begin(), line.end(), [isUtf8](char c) {
        return !text::IsVisible(c) && !text::IsBlank(c) && !(isUtf8 && text::IsBeyondAscii(c));
    });
    return static_cast<std::size_t>(found - line.begin());
}

} // namespace

/// RFC 5321 section 4.1.1: command = verb [ SP argument ] CRLF, blanks before CRLF being tolerated
wire::Result<Command>
ParseCommand(std::string_view line)
{
    if (const auto place = FindForbidden(line); place < line.size())
    {
        return wire::Error{wire::ErrorKind::SYNTAX, place, "expected printable US-ASCII only"};
    }
    const auto* const end = std::find_if_not(line.begin(), line.end(), text::IsAlphaNumeric);
    const auto length = static_cast<std::size_t>(end - line.begin());
    if (length == 0 || (end != line.end() && !text::IsBlank(*end)))
    {
        return wire::Error{wire::ErrorKind::SYNTAX, length, "expected a command"};
    }
    return Command{line.substr(0, length), text::Trim(line.substr(length)), text::IsAscii(line)};
}

} // namespace ns3::postroad::smtp
