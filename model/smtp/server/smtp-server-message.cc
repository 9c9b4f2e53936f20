#include "postroad/smtp/server/smtp-server-message.h"

#include "postroad/smtp/server/smtp-server-context.h"

#include <utility>

namespace ns3::postroad::smtp
{

/// RFC 2033 section 4.2: LMTP answers for each recipient apart, SMTP for all in one.
void
FinishMessage(ServerContext& session, ContentFault fault, std::string content)
{
    auto envelope = std::exchange(session.GetTransaction(), {}).envelope;
    const auto replies = session.IsLmtp() ? envelope.recipients.size() : 1;
    if (fault == ContentFault::NONE)
    {
        return session.Ask(MessageGiven{std::move(envelope), std::move(content)},
                           {.input = ServerInput::CONTENT,
                            .usual = MakeReply(250, SUCCESS, "Ok"),
                            .replies = replies});
    }
    for (std::size_t i = 0; i < replies; ++i)
    {
        session.SendReply(MakeFaultReply(fault));
    }
    session.Move(ServerInput::CONTENT);
}

Reply
MakeFaultReply(ContentFault fault)
{
    switch (fault)
    {
    case ContentFault::BARE_LINE_ENDING:
        return MakeReply(550, MEDIA_ERROR, "Bare CR or LF in the message: lines end with CR LF");
    case ContentFault::LINE_TOO_LONG:
        return MakeReply(500, MEDIA_ERROR, "Line too long in the message");
    default:
        return MakeReply(552, MESSAGE_TOO_BIG, "Message too big");
    }
}

} // namespace ns3::postroad::smtp
