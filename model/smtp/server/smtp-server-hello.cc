#include "postroad/mail/mail-domain.h"
#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"

#include <string>

namespace ns3::postroad::smtp
{

namespace
{

/// RFC 2034 section 4: the replies to EHLO and HELO carry no enhanced code.
void
FinishHelo(ServerContext& session, Reply& reply)
{
    reply.enhanced.reset();
    if (reply.IsPositive())
    {
        session.SetExtended(false);
    }
}

/// RFC 5321 section 4.1.1.1: ehlo-ok-rsp = "250-" Domain [ SP ehlo-greet ] CRLF
/// *( "250-" ehlo-line CRLF ) "250" SP ehlo-line CRLF
void
FinishEhlo(ServerContext& session, Reply& reply)
{
    FinishHelo(session, reply);
    if (!reply.IsPositive())
    {
        return;
    }
    session.SetExtended(true);
    const auto& config = session.GetConfig();
    for (const auto keyword : config.extensions)
    {
        const bool isSize = keyword == EXTENSION_SIZE;
        const Extension extension{std::string(keyword),
                                  isSize ? std::to_string(config.contentLimit) : ""};
        reply.lines.push_back(extension.ToString());
    }
}

void
AskHello(ServerContext& session, std::string_view verb, std::string_view name)
{
    if (!mail::IsDomainOrLiteral(name))
    {
        return session.Complain(
            MakeReply(501, INVALID_ARGUMENTS, "Expected your domain name or [address]"));
    }
    const bool isExtended = verb != "HELO";
    session.Ask(
        HelloGiven{std::string(name), isExtended},
        {.input = ServerInput::HELLO,
         .usual = MakeReply(250, session.GetConfig().hostName + " Hello " + std::string(name)),
         .finish = isExtended ? FinishEhlo : FinishHelo,
         .lastOfGroup = verb});
}

} // namespace

/// RFC 5321 section 4.1.1.1: ehlo = "EHLO" SP ( Domain / address-literal ) CRLF;
/// RFC 2033 section 4.1: LHLO, the same
void
HandleEhlo(ServerContext& session, std::string_view argument)
{
    AskHello(session, session.IsLmtp() ? "LHLO" : "EHLO", argument);
}

/// RFC 5321 section 4.1.1.1: helo = "HELO" SP Domain CRLF; an address literal is taken as well
void
HandleHelo(ServerContext& session, std::string_view argument)
{
    AskHello(session, "HELO", argument);
}

} // namespace ns3::postroad::smtp
