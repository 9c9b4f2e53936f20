/**
 * The ways in which a POP3 server's session reads its input. So far it is one: each line is a
 * command (RFC 1939 section 3).
 */
#ifndef POSTROAD_POP3_POP3_SERVER_MODE_H
#define POSTROAD_POP3_POP3_SERVER_MODE_H

#include "postroad/pop3/pop3-command.h"
#include "postroad/wire/input-buffer.h"

#include <cstddef>
#include <variant>

namespace ns3::postroad::pop3
{

class ServerContext;

/// Reads commands.
class CommandMode
{
  public:
    /// In octets, CRLF included.
    std::size_t GetLineLimit() const
    {
        return COMMAND_LINE_LIMIT;
    }

    void HandleLine(ServerContext& session, const wire::Line& line);
};

using ServerMode = std::variant<CommandMode>;

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_MODE_H
