/**
 * A command line of POP3: keyword and argument (RFC 1939 section 3).
 */
#ifndef POSTROAD_POP3_POP3_COMMAND_H
#define POSTROAD_POP3_POP3_COMMAND_H

#include "postroad/wire/result.h"

#include <cstddef>
#include <string_view>

namespace ns3::postroad::pop3
{

/// RFC 2449 section 4: the longest command line, CRLF included.
inline constexpr std::size_t COMMAND_LINE_LIMIT = 255;

/// The most digits of a message number.
inline constexpr std::size_t MESSAGE_NUMBER_DIGITS = 9;

/// One command line.
struct Command
{
    std::string_view keyword;  ///< as it came, in any case; not empty
    std::string_view argument; ///< everything behind one space; blanks are part of it
};

/// Parses a line without its CRLF; the views point into it.
wire::Result<Command> ParseCommand(std::string_view line);

/// Parses a message number.
wire::Result<std::size_t> ParseMessageNumber(std::string_view text);

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_COMMAND_H
