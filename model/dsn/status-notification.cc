#include "postroad/dsn/status-notification.h"

#include "postroad/dsn/notification-text.h"
#include "postroad/mail/mail-date.h"
#include "postroad/mail/mail-message.h"
#include "postroad/mail/received-field.h"
#include "postroad/mime/multipart.h"
#include "postroad/text/charset.h"

#include <string_view>
#include <utility>

namespace ns3::postroad::dsn
{

namespace
{

/// A part of a type of its own, marked where it is not ASCII.
mime::BodyPart
MakePart(std::string_view description, std::string_view type, std::string body)
{
    mime::BodyPart part;
    part.header.push_back(mail::MakeFoldedField("Content-Description", description));
    part.header.push_back(mail::MakeFoldedField("Content-Type", type));
    if (!text::IsAscii(body))
    {
        part.header.push_back(mail::MakeFoldedField("Content-Transfer-Encoding", "8bit"));
    }
    part.body = std::move(body);
    return part;
}

/// RFC 3461 section 6.2: RET is about failures; all else gives back the header.
bool
IsReturnedInFull(DsnAction action, const store::QueuedMessage& original)
{
    if (action != DsnAction::FAILED)
    {
        return false;
    }
    const bool isFullWanted = original.returned == mail::ReturnedContent::FULL;
    const bool isHeaderWanted = original.returned == mail::ReturnedContent::HEADERS;
    const auto limit = isFullWanted ? FULL_RETURN_LIMIT : RETURNED_CONTENT_LIMIT;
    return !isHeaderWanted && original.content.size() <= limit;
}

mime::BodyPart
MakeReturnedPart(DsnAction action, const store::QueuedMessage& original)
{
    const bool isGlobal = original.isInternationalized;
    if (IsReturnedInFull(action, original))
    {
        return MakePart("Undelivered Message",
                        isGlobal ? "message/global" : "message/rfc822",
                        original.content);
    }
    auto message = mail::ParseMessage(original.content);
    message.body.clear();
    message.hasEmptyLine = false;
    return MakePart("Message Headers",
                    isGlobal ? "message/global-headers" : "text/rfc822-headers",
                    message.Serialize());
}

mime::BodyPart
MakeStatusPart(const DeliveryStatus& status, bool isGlobal)
{
    return MakePart("Delivery Report",
                    isGlobal ? "message/global-delivery-status" : "message/delivery-status",
                    Serialize(status));
}

mime::BodyPart
MakeTextPart(const std::string& text)
{
    const bool isAscii = text::IsAscii(text);
    return MakePart("Notification",
                    isAscii ? "text/plain; charset=us-ascii" : "text/plain; charset=utf-8",
                    text);
}

DeliveryStatus
MakeStatus(const Reporter& reporter,
           DsnAction action,
           const store::QueuedMessage& original,
           const std::vector<mail::ForwardPath>& recipients,
           const store::RetrySchedule& schedule)
{
    DeliveryStatus status{reporter.hostName,
                          original.envelopeId,
                          reporter.clock.At(original.arrival),
                          {}};
    for (const auto& path : recipients)
    {
        status.recipients.push_back(MakeRecipientStatus(action,
                                                        *original.FindRecipient(path),
                                                        reporter.clock,
                                                        original.arrival + schedule.giveUpAfter));
    }
    return status;
}

/// RFC 5322 section 3.6.4: the date, and the queue's name for it, which is never given out again.
std::string
MakeMessageId(const Reporter& reporter, store::QueueId id, const wire::WallTime& date)
{
    return std::to_string(date.unixSeconds) + '.' + id.ToString() + '@' + reporter.hostName;
}

/// The header but for what tells of the parts.
mail::Message
MakeMessage(const Reporter& reporter,
            store::QueueId id,
            DsnAction action,
            const mail::Envelope& envelope,
            const wire::WallTime& date)
{
    mail::ReceivedField received;
    received.by = mail::ExtendedDomain{reporter.hostName, {}, {"Postroad"}};
    received.id = id.ToString();
    received.date = date;
    mail::Message message;
    message.header.push_back(received.Serialize());
    const auto add = [&message](std::string_view name, std::string_view value) {
        message.header.push_back(mail::MakeFoldedField(name, value));
    };
    add("Date", mail::FormatDate(date));
    add("From", "Mail Delivery System <MAILER-DAEMON@" + reporter.hostName + '>');
    add("To", envelope.recipients.front().mailbox.ToString());
    add("Subject", GetSubject(action));
    add("Message-ID", '<' + MakeMessageId(reporter, id, date) + '>');
    add("Auto-Submitted", "auto-replied"); // RFC 3834 section 5
    add("MIME-Version", "1.0");
    return message;
}

/// Puts the parts into the message, and says so in its header (RFC 6522).
void
AddParts(mail::Message& message,
         const std::vector<mime::BodyPart>& parts,
         std::string_view proposedBoundary)
{
    const auto boundary = mime::ChooseBoundary(parts, proposedBoundary);
    message.header.push_back(mail::MakeFoldedField(
        "Content-Type",
        "multipart/report; report-type=delivery-status; boundary=\"" + boundary + '"'));
    message.body = mime::ComposeMultipart(parts, boundary);
    if (!text::IsAscii(message.body))
    {
        message.header.push_back(mail::MakeFoldedField("Content-Transfer-Encoding", "8bit"));
    }
}

} // namespace

StatusNotification
ComposeNotification(const Reporter& reporter,
                    store::QueueId id,
                    DsnAction action,
                    const store::QueuedMessage& original,
                    const std::vector<mail::ForwardPath>& recipients,
                    const store::RetrySchedule& schedule,
                    wire::TimePoint now)
{
    const auto date = reporter.clock.At(now);
    const auto status = MakeStatus(reporter, action, original, recipients, schedule);
    mail::Envelope envelope;
    envelope.recipients.push_back({*original.reversePath.mailbox});
    envelope.recipients.front().notify = mail::Notify{};
    envelope.isInternationalized = original.isInternationalized;

    auto message = MakeMessage(reporter, id, action, envelope, date);
    AddParts(message,
             {MakeTextPart(WriteNotificationText(status, original)),
              MakeStatusPart(status, original.isInternationalized),
              MakeReturnedPart(action, original)},
             id.ToString() + '.' + std::to_string(date.unixSeconds));
    auto content = message.Serialize();
    envelope.body =
        text::IsAscii(content) ? mail::BodyType::SEVEN_BIT : mail::BodyType::EIGHT_BIT_MIME;
    return {MakeMessageId(reporter, id, date), std::move(envelope), std::move(content)};
}

} // namespace ns3::postroad::dsn
