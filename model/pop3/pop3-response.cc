#include "postroad/pop3/pop3-response.h"

#include "postroad/pop3/pop3-command.h"

#include <algorithm>
#include <string>

namespace ns3::postroad::pop3
{

/// response = ("+OK" / "-ERR") [SP text] CRLF
wire::Result<Response>
ParseResponse(std::string_view line)
{
    const auto space = std::min(line.find(' '), line.size());
    const auto indicator = line.substr(0, space);
    if (indicator != "+OK" && indicator != "-ERR")
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, "expected +OK or -ERR"};
    }
    return Response{indicator == "+OK", line.substr(std::min(space + 1, line.size()))};
}

/// drop listing = count SP octets; scan listing = message-number SP octets
wire::Result<std::size_t>
ParseLeadingNumber(std::string_view text)
{
    return ParseMessageNumber(text.substr(0, text.find(' ')));
}

} // namespace ns3::postroad::pop3
