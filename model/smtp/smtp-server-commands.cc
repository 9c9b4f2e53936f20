#include "postroad/smtp/smtp-mail-parameters.h"
#include "postroad/smtp/smtp-rcpt-parameters.h"
#include "postroad/smtp/smtp-server-session.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::smtp
{

/// The commands, in the order in which HELP lists them.
std::span<const ServerSession::KnownCommand>
ServerSession::GetCommands()
{
    using Input = ServerInput;
    using Session = ServerSession;
    static constexpr auto COMMANDS = std::to_array<KnownCommand>({
        {"EHLO", "domain", Input::HELLO, &Session::HandleEhlo, &Session::IsSmtp},
        {"HELO", "domain", Input::HELLO, &Session::HandleHelo, &Session::IsSmtp},
        {"LHLO", "domain", Input::HELLO, &Session::HandleEhlo, &Session::IsLmtp},
        {"MAIL",
         "FROM:<address> [parameters]",
         Input::MAIL,
         &Session::HandleMail,
         nullptr,
         MAIL_LINE_EXTRA},
        {"RCPT",
         "TO:<address> [parameters]",
         Input::RCPT,
         &Session::HandleRcpt,
         nullptr,
         RCPT_LINE_EXTRA},
        {"DATA", "", Input::DATA, &Session::HandleData},
        {"BDAT", "size [LAST]", std::nullopt, &Session::HandleBdat, &Session::IsChunking},
        {"RSET", "", Input::RSET, &Session::HandleRset, nullptr, 0, true},
        {"NOOP", "[text]", std::nullopt, &Session::HandleNoop, nullptr, 0, true},
        {"QUIT", "", Input::QUIT, &Session::HandleQuit},
        {"VRFY", "user", std::nullopt, &Session::HandleVrfy, nullptr, 0, true},
        {"EXPN", "list", std::nullopt, &Session::HandleExpn, nullptr, 0, true},
        {"HELP", "[command]", std::nullopt, &Session::HandleHelp, nullptr, 0, true},
    });
    return COMMANDS;
}

const ServerSession::KnownCommand*
ServerSession::FindCommand(std::string_view verb) const
{
    const auto commands = GetCommands();
    const auto found = std::find_if(commands.begin(), commands.end(), [&](const auto& command) {
        return text::EqualsIgnoringCase(command.verb, verb) && IsServed(command);
    });
    return found == commands.end() ? nullptr : &*found;
}

bool
ServerSession::IsServed(const KnownCommand& command) const
{
    return !command.isServed || (this->*command.isServed)();
}

bool
ServerSession::IsSmtp() const
{
    return m_config.protocol == Protocol::SMTP;
}

bool
ServerSession::IsLmtp() const
{
    return m_config.protocol == Protocol::LMTP;
}

bool
ServerSession::IsChunking() const
{
    return IsOffered(EXTENSION_CHUNKING);
}

bool
ServerSession::IsOffered(std::string_view extension) const
{
    return m_isExtended && m_config.Offers(extension);
}

} // namespace ns3::postroad::smtp
