#include "postroad/smtp/smtp-server-session.h"
#include "postroad/wire/ascii.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::smtp
{

/// The commands, the most frequent ones first.
const ServerSession::KnownCommand*
ServerSession::FindCommand(std::string_view verb)
{
    using Input = ServerInput;
    static constexpr auto COMMANDS = std::to_array<KnownCommand>({
        {"RCPT", Input::RCPT, &ServerSession::HandleRcpt},
        {"MAIL", Input::MAIL, &ServerSession::HandleMail},
        {"DATA", Input::DATA, &ServerSession::HandleData},
        {"EHLO", Input::HELLO, &ServerSession::HandleEhlo},
        {"HELO", Input::HELLO, &ServerSession::HandleHelo},
        {"QUIT", Input::QUIT, &ServerSession::HandleQuit},
        {"RSET", Input::RSET, &ServerSession::HandleRset},
        {"NOOP", std::nullopt, &ServerSession::HandleNoop},
        {"VRFY", std::nullopt, &ServerSession::HandleVrfy},
        {"EXPN", std::nullopt, &ServerSession::HandleExpn},
        {"HELP", std::nullopt, &ServerSession::HandleHelp},
    });
    const auto* const found =
        std::find_if(COMMANDS.begin(), COMMANDS.end(), [verb](const KnownCommand& command) {
            return wire::EqualsIgnoringCase(command.verb, verb);
        });
    return found == COMMANDS.end() ? nullptr : found;
}

} // namespace ns3::postroad::smtp
