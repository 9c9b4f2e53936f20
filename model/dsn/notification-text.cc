#include "postroad/dsn/notification-text.h"

#include "postroad/mail/header-field.h"
#include "postroad/mail/mail-date.h"
#include "postroad/text/utf8.h"

#include <array>

namespace ns3::postroad::dsn
{

namespace
{

/// What is said of an action.
struct Words
{
    std::string_view subject;
    std::string_view opening; ///< lines ended by CRLF
};

// In the order of DsnAction.
constexpr std::array<Words, 4> WORDS{{
    {"Undelivered Mail Returned to Sender",
     "I am sorry to tell you that your message could not be delivered to the\r\n"
     "recipients below. It is given back to you at the end of this report.\r\n"},
    {"Delayed Mail (still being retried)",
     "Your message has not been delivered to the recipients below yet. This is a\r\n"
     "warning only: you need not send it again.\r\n"},
    {"Successful Mail Delivery Report", "Your message was delivered to the recipients below.\r\n"},
    {"Successful Mail Delivery Report",
     "Your message was passed on for the recipients below, to hosts that may not\r\n"
     "tell you when they have delivered it.\r\n"},
}};

const Words&
GetWords(DsnAction action)
{
    return WORDS.at(static_cast<std::size_t>(action));
}

/// "host mail.b.net said: 450 4.2.1 Mailbox busy"
std::string
Describe(const store::AttemptOutcome& outcome)
{
    if (outcome.status == store::AttemptStatus::DELIVERED)
    {
        return "it stands in the mailbox";
    }
    if (outcome.nextHop.empty())
    {
        return outcome.reason;
    }
    return "host " + outcome.nextHop + (outcome.isReply ? " said: " : ": ") + outcome.reason;
}

/// "<bob@b.net>: host mail.b.net said: 450 4.2.1 Mailbox busy", folded like a field.
std::string
DescribeRecipient(const store::QueuedRecipient& recipient)
{
    const auto& outcome = recipient.lastOutcome;
    const auto text =
        text::MakePrintable(outcome ? Describe(*outcome) : "no attempt has ended yet");
    return mail::MakeFoldedField(recipient.path.ToString(), text).Serialize();
}

/// "It is tried again until Sat, 13 Mar 2010 11:00:01 +0100 (CET)."
std::string
DescribeRetries(const DeliveryStatus& status)
{
    const auto& until = status.recipients.front().willRetryUntil;
    return until ? "\r\nIt is tried again until " + mail::FormatDate(*until) + ".\r\n" : "";
}

} // namespace

std::string_view
GetSubject(DsnAction action)
{
    return GetWords(action).subject;
}

std::string
WriteNotificationText(const DeliveryStatus& status, const store::QueuedMessage& original)
{
    auto text = "This is the mail system at host " + status.reportingMta + ".\r\n\r\n";
    text += GetWords(status.recipients.front().action).opening;
    text += DescribeRetries(status) + "\r\n";
    for (const auto& each : status.recipients)
    {
        const auto* const recipient = original.FindRecipient(each.recipient);
        text += DescribeRecipient(*recipient);
    }
    return text;
}

} // namespace ns3::postroad::dsn
