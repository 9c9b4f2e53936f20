/**
 * The first line of a POP3 response: status indicator and text (RFC 1939 section 3).
 */
#ifndef POSTROAD_POP3_POP3_RESPONSE_H
#define POSTROAD_POP3_POP3_RESPONSE_H

#include "postroad/wire/result.h"

#include <cstddef>
#include <string_view>

namespace ns3::postroad::pop3
{

/// RFC 1939 section 3: the longest response line, CRLF included.
inline constexpr std::size_t RESPONSE_LINE_LIMIT = 512;

/// One response.
struct Response
{
    bool isPositive{false}; ///< +OK, not -ERR
    std::string_view text;  ///< what follows the indicator and its space; may be empty
};

/// Parses a line without its CRLF; the text points into it.
wire::Result<Response> ParseResponse(std::string_view line);

/// The number that a text begins with, before its end or a space: of "2 620" it is 2.
wire::Result<std::size_t> ParseLeadingNumber(std::string_view text);

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_RESPONSE_H
