#include "postroad/app/mail/trace-field.h"

#include "postroad/mail/mail-message.h"
#include "postroad/mail/received-field.h"

namespace ns3::postroad
{

namespace
{

/// RFC 5321 section 4.1.3: IPv6 addresses carry a tag.
std::string
MakeAddressLiteral(const std::string& address)
{
    const bool isIpv6 = address.find(':') != std::string::npos;
    return (isIpv6 ? "[IPv6:" : "[") + address + ']';
}

} // namespace

std::string
MakeReceivedField(const Host& host,
                  const SmtpPeer& peer,
                  const mail::Envelope& envelope,
                  const std::string& id)
{
    mail::ReceivedField field;
    const mail::TcpInfo tcpInfo{{}, MakeAddressLiteral(peer.connection->remote.address)};
    field.from = mail::ExtendedDomain{peer.helloName, tcpInfo};
    field.by = mail::ExtendedDomain{host.GetName(), {}, {"Postroad"}};
    field.with = peer.isExtended ? "ESMTP" : "SMTP";
    field.id = id;
    if (envelope.recipients.size() == 1)
    {
        field.forPath = envelope.recipients.front();
    }
    field.date = host.GetWallTime();
    return field.Serialize().Serialize();
}

std::size_t
CountReceivedFields(std::string_view content)
{
    const auto end = content.find("\r\n\r\n");
    const auto header = end == std::string_view::npos ? content : content.substr(0, end + 4);
    return mail::ParseMessage(header).FindAll(mail::ReceivedField::NAME).size();
}

} // namespace ns3::postroad
