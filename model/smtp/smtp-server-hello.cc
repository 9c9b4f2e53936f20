#include "postroad/mail/mail-domain.h"
#include "postroad/smtp/smtp-server-session.h"

#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.1: ehlo = "EHLO" SP ( Domain / address-literal ) CRLF;
/// RFC 2033 section 4.1: LHLO, the same
void
ServerSession::HandleEhlo(std::string_view argument)
{
    AskHello(IsLmtp() ? "LHLO" : "EHLO", argument);
}

/// RFC 5321 section 4.1.1.1: helo = "HELO" SP Domain CRLF; an address literal is taken as well
void
ServerSession::HandleHelo(std::string_view argument)
{
    AskHello("HELO", argument);
}

void
ServerSession::AskHello(std::string_view verb, std::string_view name)
{
    if (!mail::IsDomainOrLiteral(name))
    {
        Complain(MakeReply(501, INVALID_ARGUMENTS, "Expected your domain name or [address]"));
        return;
    }
    const bool isExtended = verb != "HELO";
    Ask(HelloGiven{std::string(name), isExtended},
        {ServerInput::HELLO,
         MakeReply(250, m_config.hostName + " Hello " + std::string(name)),
         isExtended ? &ServerSession::FinishEhlo : &ServerSession::FinishHelo,
         1,
         verb});
}

/// RFC 5321 section 4.1.1.1: ehlo-ok-rsp = "250-" Domain [ SP ehlo-greet ] CRLF
/// *( "250-" ehlo-line CRLF ) "250" SP ehlo-line CRLF
void
ServerSession::FinishEhlo(Reply& reply)
{
    FinishHelo(reply);
    if (!reply.IsPositive())
    {
        return;
    }
    m_isExtended = true;
    for (const auto keyword : m_config.extensions)
    {
        const bool isSize = keyword == EXTENSION_SIZE;
        const Extension extension{std::string(keyword),
                                  isSize ? std::to_string(m_config.contentLimit) : ""};
        reply.lines.push_back(extension.ToString());
    }
}

void
ServerSession::FinishHelo(Reply& reply)
{
    // RFC 2034 section 4: the replies to EHLO and HELO carry no enhanced code.
    reply.enhanced.reset();
    if (reply.IsPositive())
    {
        m_isExtended = false;
    }
}

} // namespace ns3::postroad::smtp
