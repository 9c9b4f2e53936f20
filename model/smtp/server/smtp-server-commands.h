/**
 * The commands that an SMTP server knows, one row each; what a command does stands in its own file
 * smtp-server-<command>.cc. A new command is such a file, its line below and its row.
 */
#ifndef POSTROAD_SMTP_SERVER_SMTP_SERVER_COMMANDS_H
#define POSTROAD_SMTP_SERVER_SMTP_SERVER_COMMANDS_H

#include "postroad/smtp/server/smtp-server-states.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace ns3::postroad::smtp
{

class ServerContext;

/// One command.
struct ServerCommand
{
    std::string_view verb;
    std::string_view syntax{};          ///< of its argument, for HELP
    std::optional<ServerInput> input{}; ///< in order where the state has a row; none: always
    void (*handle)(ServerContext& session, std::string_view argument);
    bool (*isServed)(const ServerContext& session){nullptr}; ///< in this session; null: always
    std::size_t lineExtra{0}; ///< by how much its line may be longer than others
    bool isIdle{false};       ///< it brings no message nearer
};

/// All commands, in the order in which HELP lists them.
std::span<const ServerCommand> GetServerCommands();

/// Whether a session knows a command: LHLO is one of LMTP alone, BDAT has to be offered.
bool IsServed(const ServerCommand& command, const ServerContext& session);

/// The command of a verb, in any case, if the session knows it.
const ServerCommand* FindServerCommand(const ServerContext& session, std::string_view verb);

// What each command does with its argument.
void HandleEhlo(ServerContext& session, std::string_view argument);
void HandleHelo(ServerContext& session, std::string_view argument);
void HandleMail(ServerContext& session, std::string_view argument);
void HandleRcpt(ServerContext& session, std::string_view argument);
void HandleData(ServerContext& session, std::string_view argument);
void HandleBdat(ServerContext& session, std::string_view argument);
void HandleRset(ServerContext& session, std::string_view argument);
void HandleNoop(ServerContext& session, std::string_view argument);
void HandleQuit(ServerContext& session, std::string_view argument);
void HandleVrfy(ServerContext& session, std::string_view argument);
void HandleExpn(ServerContext& session, std::string_view argument);
void HandleHelp(ServerContext& session, std::string_view argument);

} // namespace ns3::postroad::smtp

#endif // POSTROAD_SMTP_SERVER_SMTP_SERVER_COMMANDS_H
