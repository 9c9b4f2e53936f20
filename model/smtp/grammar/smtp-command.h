/**
 * A command line, cut into verb and argument (RFC 5321 sections 2.4 and 4.1.1).
 *
 * What the argument means is up to the command. Lines with NUL, other controls or octets above 127
 * are refused here, for every command; well-formed UTF-8 in an argument is told, for MAIL and RCPT
 * may have it (RFC 6531).
 */
#ifndef POSTROAD_SMTP_GRAMMAR_SMTP_COMMAND_H
#define POSTROAD_SMTP_GRAMMAR_SMTP_COMMAND_H

#include "postroad/wire/result.h"

#include <string_view>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.5.3.1.4: a command line, CRLF included.
constexpr std::size_t COMMAND_LINE_LIMIT = 512;

/// One command line.
struct Command
{
    std::string_view verb;     ///< as it came, in any case; not empty
    std::string_view argument; ///< without blanks around it
    bool isAscii{true};        ///< no octet is above 127
};

/// Parses a line without its CRLF; the views point into it.
wire::Result<Command> ParseCommand(std::string_view line);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_GRAMMAR_SMTP_COMMAND_H
