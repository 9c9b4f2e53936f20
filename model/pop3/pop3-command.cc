#include "postroad/pop3/pop3-command.h"

#include "postroad/text/ascii.h"

#include <algorithm>

namespace ns3::postroad::pop3
{

namespace
{

bool
IsPrintable(char c)
{
    return c == ' ' || text::IsVisible(c);
}

} // namespace

/// command = keyword [SP argument] CRLF; keyword = 3*4ALPHA; argument = printable ASCII
wire::Result<Command>
ParseCommand(std::string_view line)
{
    const auto end = std::find_if_not(line.begin(), line.end(), IsPrintable);
    if (end != line.end())
    {
        return wire::Error{wire::ErrorKind::SYNTAX,
                           static_cast<std::size_t>(end - line.begin()),
                           "a command is printable ASCII"};
    }
    const auto space = std::min(line.find(' '), line.size());
    if (space == 0)
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, "a line begins with a command"};
    }
    return Command{line.substr(0, space), line.substr(std::min(space + 1, line.size()))};
}

/// message-number = 1*DIGIT
wire::Result<std::size_t>
ParseMessageNumber(std::string_view text)
{
    if (text.empty() || !std::all_of(text.begin(), text.end(), text::IsDigit))
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, "expected a message number"};
    }
    if (text.size() > MESSAGE_NUMBER_DIGITS)
    {
        return wire::Error{wire::ErrorKind::TOO_LONG, 0, "the message number is too long"};
    }
    std::size_t number = 0;
    for (const char digit : text)
    {
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    }
    return number;
}

} // namespace ns3::postroad::pop3
