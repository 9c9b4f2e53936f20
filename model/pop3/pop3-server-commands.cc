#include "postroad/pop3/pop3-server-session.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::pop3
{

const ServerSession::KnownCommand*
ServerSession::FindCommand(std::string_view keyword)
{
    using Input = ServerInput;
    static constexpr auto COMMANDS = std::to_array<KnownCommand>({
        {"USER", Input::USER, true, &ServerSession::HandleUser},
        {"PASS", Input::PASS, true, &ServerSession::HandlePass},
        {"STAT", Input::STAT, false, &ServerSession::HandleStat},
        {"LIST", Input::LIST, true, &ServerSession::HandleList},
        {"RETR", Input::RETR, true, &ServerSession::HandleRetr},
        {"DELE", Input::DELE, true, &ServerSession::HandleDele},
        {"NOOP", Input::NOOP, false, &ServerSession::HandleNoop},
        {"RSET", Input::RSET, false, &ServerSession::HandleRset},
        {"QUIT", Input::QUIT, false, &ServerSession::HandleQuit},
    });
    const auto* const found =
        std::find_if(COMMANDS.begin(), COMMANDS.end(), [keyword](const KnownCommand& command) {
            return text::EqualsIgnoringCase(command.keyword, keyword);
        });
    return found == COMMANDS.end() ? nullptr : found;
}

} // namespace ns3::postroad::pop3
