#include "postroad/mail/received-field.h"

#include "postroad/mail/field-reader.h"
#include "postroad/mail/mail-date.h"
#include "postroad/text/ascii.h"

#include <utility>

namespace ns3::postroad::mail
{

namespace
{

constexpr const char* NEXT_LINE = "\r\n\t";

std::string
FormatComment(std::string_view text)
{
    return " (" + std::string(text) + ')';
}

/// Extended-Domain = Domain / ((Domain / address-literal) FWS "(" TCP-info ")")
std::string
FormatExtendedDomain(const ExtendedDomain& host)
{
    auto text = host.domain;
    if (host.tcpInfo)
    {
        const auto& [hostName, addressLiteral] = *host.tcpInfo;
        text += FormatComment(hostName.empty() ? addressLiteral : hostName + ' ' + addressLiteral);
    }
    for (const auto& comment : host.comments)
    {
        text += FormatComment(comment);
    }
    return text;
}

std::string
FormatClause(std::string_view name, std::string_view value)
{
    return value.empty() ? std::string() : ' ' + std::string(name) + ' ' + std::string(value);
}

/// TCP-info = address-literal / ( Domain FWS address-literal ); other comments are none.
std::optional<TcpInfo>
ParseTcpInfo(std::string_view comment)
{
    const auto bracket = comment.find('[');
    if (bracket == std::string_view::npos || comment.back() != ']')
    {
        return std::nullopt;
    }
    const auto hostName = text::Trim(comment.substr(0, bracket));
    if (hostName.find(' ') != std::string_view::npos)
    {
        return std::nullopt;
    }
    return TcpInfo{std::string(hostName), std::string(comment.substr(bracket))};
}

ExtendedDomain
ReadExtendedDomain(FieldReader& reader)
{
    ExtendedDomain host{reader.ReadDomain()};
    for (auto& comment : reader.ReadComments())
    {
        auto info = host.tcpInfo ? std::nullopt : ParseTcpInfo(comment);
        if (info)
        {
            host.tcpInfo = std::move(info);
        }
        else
        {
            host.comments.push_back(std::move(comment));
        }
    }
    return host;
}

/// For = CFWS "FOR" FWS ( Path / Mailbox ); "postmaster" has no domain.
ForwardPath
ReadForPath(FieldReader& reader)
{
    const bool isPath = reader.Match('<');
    ForwardPath path{{reader.ReadLocalPart(), {}}};
    if (reader.Match('@'))
    {
        path.mailbox.domain = reader.ReadDomain();
    }
    if (isPath)
    {
        reader.Expect('>');
    }
    return path;
}

/// One clause: its name, then its value.
void
ReadClause(FieldReader& reader, ReceivedField& received)
{
    const auto name = text::ToLower(reader.ReadAtom());
    if (name == "from")
    {
        received.from = ReadExtendedDomain(reader);
    }
    else if (name == "by")
    {
        received.by = ReadExtendedDomain(reader);
    }
    else if (name == "for")
    {
        received.forPath = ReadForPath(reader);
    }
    else
    {
        const std::string value(reader.ReadValue());
        auto* const member = name == "via"    ? &received.via
                             : name == "with" ? &received.with
                             : name == "id"   ? &received.id
                                              : nullptr;
        if (member)
        {
            *member = value;
        }
    }
}

} // namespace

HeaderField
ReceivedField::Serialize() const
{
    std::string body = from ? " from " + FormatExtendedDomain(*from) + NEXT_LINE : " ";
    body += "by " + FormatExtendedDomain(by) + FormatClause("via", via) +
            FormatClause("with", with) + FormatClause("id", id);
    body +=
        forPath ? NEXT_LINE + ("for " + forPath->ToString()) + "; " : std::string(";") + NEXT_LINE;
    return {NAME, body + FormatDate(date)};
}

/// Stamp = From-domain By-domain Opt-info [CFWS] ";" FWS date-time
wire::Result<ReceivedField>
ParseReceivedField(const HeaderField& field)
{
    FieldReader reader(field.body);
    ReceivedField received;
    while (!reader.HasFailed() && !reader.Match(';'))
    {
        ReadClause(reader, received);
    }
    if (received.by.domain.empty())
    {
        reader.Fail(wire::ErrorKind::SYNTAX, "expected a \"by\" clause before the date");
    }
    received.date = ReadDate(reader);
    return reader.Finish(std::move(received));
}

} // namespace ns3::postroad::mail
