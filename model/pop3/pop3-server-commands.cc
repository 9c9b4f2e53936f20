#include "postroad/pop3/pop3-server-commands.h"

#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::pop3
{

namespace
{

using Input = ServerInput;

constexpr auto COMMANDS = std::to_array<ServerCommand>({
    {.keyword = "USER", .input = Input::USER, .handle = HandleUser, .takesArgument = true},
    {.keyword = "PASS", .input = Input::PASS, .handle = HandlePass, .takesArgument = true},
    {.keyword = "STAT", .input = Input::STAT, .handle = HandleStat},
    {.keyword = "LIST", .input = Input::LIST, .handle = HandleList, .takesArgument = true},
    {.keyword = "RETR", .input = Input::RETR, .handle = HandleRetr, .takesArgument = true},
    {.keyword = "DELE", .input = Input::DELE, .handle = HandleDele, .takesArgument = true},
    {.keyword = "NOOP", .input = Input::NOOP, .handle = HandleNoop},
    {.keyword = "RSET", .input = Input::RSET, .handle = HandleRset},
    {.keyword = "QUIT", .input = Input::QUIT, .handle = HandleQuit},
});

} // namespace

const ServerCommand*
FindServerCommand(std::string_view keyword)
{
    const auto* const found =
        std::find_if(COMMANDS.begin(), COMMANDS.end(), [keyword](const ServerCommand& command) {
            return text::EqualsIgnoringCase(command.keyword, keyword);
        });
    return found == COMMANDS.end() ? nullptr : found;
}

} // namespace ns3::postroad::pop3
