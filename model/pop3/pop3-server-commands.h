/**
 * The commands that a POP3 server knows, one row each; what a command does stands in its own file
 * pop3-server-<command>.cc. A new command is such a file, its line below and its row.
 */
#ifndef POSTROAD_POP3_POP3_SERVER_COMMANDS_H
#define POSTROAD_POP3_POP3_SERVER_COMMANDS_H

#include "postroad/pop3/pop3-server-states.h"

#include <string_view>

namespace ns3::postroad::pop3
{

class ServerContext;

/// One command.
struct ServerCommand
{
    std::string_view keyword;
    ServerInput input; ///< in order where the state has a row
    void (*handle)(ServerContext& session, std::string_view argument);
    bool takesArgument{false}; ///< others refuse it
};

/// The command of a keyword, in any case, or nullptr.
const ServerCommand* FindServerCommand(std::string_view keyword);

// What each command does with its argument.
void HandleUser(ServerContext& session, std::string_view argument);
void HandlePass(ServerContext& session, std::string_view argument);
void HandleStat(ServerContext& session, std::string_view argument);
void HandleList(ServerContext& session, std::string_view argument);
void HandleRetr(ServerContext& session, std::string_view argument);
void HandleDele(ServerContext& session, std::string_view argument);
void HandleNoop(ServerContext& session, std::string_view argument);
void HandleRset(ServerContext& session, std::string_view argument);
void HandleQuit(ServerContext& session, std::string_view argument);

} // namespace ns3::postroad::pop3

#endif // POSTROAD_POP3_POP3_SERVER_COMMANDS_H
