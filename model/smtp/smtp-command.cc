#include "postroad/smtp/smtp-command.h"

#include "postroad/wire/ascii.h"

#include <algorithm>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1: command = verb [ SP argument ] CRLF, blanks before CRLF being tolerated
wire::Result<Command>
ParseCommand(std::string_view line)
{
    const auto* const wrong = std::find_if(line.begin(), line.end(), [](char c) {
        return !wire::IsVisible(c) && !wire::IsBlank(c);
    });
    if (wrong != line.end())
    {
        return wire::Error{wire::ErrorKind::SYNTAX,
                           static_cast<std::size_t>(wrong - line.begin()),
                           "expected printable US-ASCII only"};
    }
    const auto* const end = std::find_if_not(line.begin(), line.end(), wire::IsAlphaNumeric);
    const auto length = static_cast<std::size_t>(end - line.begin());
    if (length == 0 || (end != line.end() && !wire::IsBlank(*end)))
    {
        return wire::Error{wire::ErrorKind::SYNTAX, length, "expected a command"};
    }
    return Command{line.substr(0, length), wire::Trim(line.substr(length))};
}

} // namespace ns3::postroad::smtp
