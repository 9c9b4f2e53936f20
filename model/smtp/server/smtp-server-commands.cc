#include "postroad/smtp/server/smtp-server-commands.h"

#include "postroad/smtp/grammar/smtp-mail-parameters.h"
#include "postroad/smtp/grammar/smtp-rcpt-parameters.h"
#include "postroad/smtp/server/smtp-server-context.h"
#include "postroad/text/ascii.h"

#include <algorithm>
#include <array>

namespace ns3::postroad::smtp
{

namespace
{

using Input = ServerInput;

bool
IsSmtp(const ServerContext& session)
{
    return !session.IsLmtp();
}

bool
IsLmtp(const ServerContext& session)
{
    return session.IsLmtp();
}

bool
IsChunking(const ServerContext& session)
{
    return session.IsOffered(EXTENSION_CHUNKING);
}

constexpr auto COMMANDS = std::to_array<ServerCommand>({
    {.verb = "EHLO",
     .syntax = "domain",
     .input = Input::HELLO,
     .handle = HandleEhlo,
     .isServed = IsSmtp},
    {.verb = "HELO",
     .syntax = "domain",
     .input = Input::HELLO,
     .handle = HandleHelo,
     .isServed = IsSmtp},
    {.verb = "LHLO",
     .syntax = "domain",
     .input = Input::HELLO,
     .handle = HandleEhlo,
     .isServed = IsLmtp},
    {.verb = "MAIL",
     .syntax = "FROM:<address> [parameters]",
     .input = Input::MAIL,
     .handle = HandleMail,
     .lineExtra = MAIL_LINE_EXTRA},
    {.verb = "RCPT",
     .syntax = "TO:<address> [parameters]",
     .input = Input::RCPT,
     .handle = HandleRcpt,
     .lineExtra = RCPT_LINE_EXTRA},
    {.verb = "DATA", .input = Input::DATA, .handle = HandleData},
    {.verb = "BDAT", .syntax = "size [LAST]", .handle = HandleBdat, .isServed = IsChunking},
    {.verb = "RSET", .input = Input::RSET, .handle = HandleRset, .isIdle = true},
    {.verb = "NOOP", .syntax = "[text]", .handle = HandleNoop, .isIdle = true},
    {.verb = "QUIT", .input = Input::QUIT, .handle = HandleQuit},
    {.verb = "VRFY", .syntax = "user", .handle = HandleVrfy, .isIdle = true},
    {.verb = "EXPN", .syntax = "list", .handle = HandleExpn, .isIdle = true},
    {.verb = "HELP", .syntax = "[command]", .handle = HandleHelp, .isIdle = true},
});

} // namespace

std::span<const ServerCommand>
GetServerCommands()
{
    return COMMANDS;
}

bool
IsServed(const ServerCommand& command, const ServerContext& session)
{
    return !command.isServed || command.isServed(session);
}

const ServerCommand*
FindServerCommand(const ServerContext& session, std::string_view verb)
{
    const auto* const found =
        std::find_if(COMMANDS.begin(), COMMANDS.end(), [&](const ServerCommand& command) {
            return text::EqualsIgnoringCase(command.verb, verb) && IsServed(command, session);
        });
    return found == COMMANDS.end() ? nullptr : found;
}

} // namespace ns3::postroad::smtp
