/**
 * The mode of an SMTP server's session in which each line is a command (RFC 5321 section 4.1.1).
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_COMMAND_MODE_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_COMMAND_MODE_H

#include "postroad/wire/input-buffer.h"

#include <cstddef>
#include <string_view>

namespace ns3::postroad::smtp
{

class ServerContext;
struct ServerCommand;

/// Reads commands.
class CommandMode
{
  public:
    /// In octets, CRLF included: RCPT has the longest parameters. Others are held to less.
    std::size_t GetLineLimit() const;

    void HandleLine(ServerContext& session, const wire::Line& line);

  private:
    void HandleCommandLine(ServerContext& session, const wire::Line& line);
    void
    HandleCommand(ServerContext& session, const ServerCommand& command, std::string_view argument);
};

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_COMMAND_MODE_H
