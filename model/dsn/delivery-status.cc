#include "postroad/dsn/delivery-status.h"

#include "postroad/mail/header-field.h"
#include "postroad/mail/mail-date.h"
#include "postroad/text/charset.h"

#include <array>

namespace ns3::postroad::dsn
{

namespace
{

// In the order of the enumeration.
constexpr std::array<std::string_view, 4> ACTION_NAMES{"failed", "delayed", "delivered", "relayed"};

/// RFC 3463 section 3.5: delivery time expired.
constexpr std::string_view TIME_EXPIRED = "4.4.7";

/// When no attempt has said more.
constexpr std::string_view
GetDefaultStatus(DsnAction action)
{
    switch (action)
    {
    case DsnAction::FAILED:
        return "5.0.0";
    case DsnAction::DELAYED:
        return "4.0.0";
    default:
        return "2.0.0";
    }
}

std::string
GetStatusCode(DsnAction action, const std::optional<store::AttemptOutcome>& outcome)
{
    if (!outcome)
    {
        return std::string(GetDefaultStatus(action));
    }
    const auto code = outcome->GetCode();
    const bool hasExpired = action == DsnAction::FAILED && code.klass == 4;
    return hasExpired ? std::string(TIME_EXPIRED) : code.ToString();
}

/// The text without what would end a line or be no character of ASCII, unless UTF-8 is allowed.
std::string
Clean(std::string_view text, bool isUtf8Allowed)
{
    std::string clean(text);
    for (auto& c : clean)
    {
        const auto octet = static_cast<unsigned char>(c);
        const bool isText = octet >= ' ' && octet != 0x7f && (octet < 0x80 || isUtf8Allowed);
        c = isText ? c : '?';
    }
    return clean;
}

/// A field, if it has a value, folded like those of a header.
void
AddField(std::string& text, std::string_view name, std::string_view type, std::string_view value)
{
    if (!value.empty())
    {
        const auto typed = std::string(type) + std::string(type.empty() ? "" : "; ");
        const bool isAddress = name.ends_with("Recipient");
        text += mail::MakeFoldedField(name, typed + Clean(value, isAddress)).Serialize();
    }
}

void
AddDate(std::string& text, std::string_view name, const std::optional<wire::WallTime>& date)
{
    if (date)
    {
        AddField(text, name, "", mail::FormatDate(*date));
    }
}

/// per-recipient-fields = [ original-recipient-field CRLF ] final-recipient-field CRLF
///     action-field CRLF status-field CRLF [ remote-mta-field CRLF ]
///     [ diagnostic-code-field CRLF ] [ last-attempt-date-field CRLF ]
///     [ will-retry-until-field CRLF ]
std::string
SerializeRecipient(const RecipientStatus& status)
{
    const auto address = status.recipient.mailbox.ToString();
    std::string text;
    AddField(text, "Original-Recipient", "", status.recipient.originalRecipient);
    AddField(text, "Final-Recipient", text::IsAscii(address) ? "rfc822" : "utf-8", address);
    AddField(text, "Action", "", GetName(status.action));
    AddField(text, "Status", "", status.status);
    AddField(text, "Remote-MTA", "dns", status.remoteMta);
    AddField(text, "Diagnostic-Code", "smtp", status.diagnostic);
    AddDate(text, "Last-Attempt-Date", status.lastAttempt);
    AddDate(text, "Will-Retry-Until", status.willRetryUntil);
    return text;
}

} // namespace

std::string_view
GetName(DsnAction action)
{
    return ACTION_NAMES.at(static_cast<std::size_t>(action));
}

bool
IsNotificationWanted(DsnAction action, const mail::ForwardPath& recipient)
{
    const auto notify = recipient.notify.value_or(mail::Notify{false, true, true});
    switch (action)
    {
    case DsnAction::FAILED:
        return notify.onFailure;
    case DsnAction::DELAYED:
        return notify.onDelay;
    case DsnAction::DELIVERED:
    case DsnAction::RELAYED:
        return notify.onSuccess;
    }
    return false;
}

RecipientStatus
MakeRecipientStatus(DsnAction action,
                    const store::QueuedRecipient& recipient,
                    const wire::WallClock& clock,
                    wire::TimePoint retryUntil)
{
    const auto& outcome = recipient.lastOutcome;
    RecipientStatus status{recipient.path, action, GetStatusCode(action, outcome)};
    if (outcome)
    {
        // RFC 3464 section 2.3.5: the host that reported this, if one did.
        status.remoteMta = outcome->isReply ? outcome->nextHop : "";
        status.diagnostic = outcome->isReply ? outcome->reason : "";
        status.lastAttempt = clock.At(recipient.lastAttempt);
    }
    if (action == DsnAction::DELAYED)
    {
        status.willRetryUntil = clock.At(retryUntil);
    }
    return status;
}

/// delivery-status-content = per-message-fields 1*( CRLF per-recipient-fields )
/// per-message-fields = [ original-envelope-id-field CRLF ] reporting-mta-field CRLF
///     [ arrival-date-field CRLF ]
std::string
Serialize(const DeliveryStatus& status)
{
    std::string text;
    AddField(text, "Original-Envelope-Id", "", status.envelopeId);
    AddField(text, "Reporting-MTA", "dns", status.reportingMta);
    AddDate(text, "Arrival-Date", status.arrival);
    for (const auto& recipient : status.recipients)
    {
        text += "\r\n" + SerializeRecipient(recipient);
    }
    return text;
}

} // namespace ns3::postroad::dsn
