/**
 * The ways in which a server's session reads its input. It is in one of them at a time; each has
 * its own limits and does with a line, or with counted octets, what it is there for.
 *
 * A mode may end itself by ServerContext::Enter(), which is then the last thing that it does.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_MODE_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_MODE_H

#include "postroad/smtp/server/smtp-server-bdat.h"
#include "postroad/smtp/server/smtp-server-command-mode.h"
#include "postroad/smtp/server/smtp-server-data.h"

#include <variant>

namespace ns3::postroad::smtp
{

using ServerMode = std::variant<CommandMode, ContentMode, ChunkMode>;

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_MODE_H
