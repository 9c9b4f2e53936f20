#include "postroad/smtp/smtp-server-session.h"

#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.4: data = "DATA" CRLF
void
ServerSession::HandleData(std::string_view argument)
{
    if (RefuseArgument("DATA", argument))
    {
        return;
    }
    SendReply(MakeReply(354, "End data with <CR><LF>.<CR><LF>"));
    Move(ServerInput::DATA);
    m_content.emplace(m_config.contentLimit);
}

void
ServerSession::HandleContentLine(const wire::Line& line)
{
    if (m_content->AddLine(line))
    {
        EndContent();
    }
}

void
ServerSession::EndContent()
{
    if (auto* observer = GetObserver())
    {
        observer->OnContent(wire::Direction::RECEIVED,
                            m_content->GetRange(),
                            m_content->SerializeKept());
    }
    auto content = std::exchange(m_content, std::nullopt);
    JudgeContent(content->GetFault(), content->Take());
}

/// RFC 2033 section 4.2: LMTP answers for each recipient apart, SMTP for all in one.
void
ServerSession::JudgeContent(ContentFault fault, std::string content)
{
    auto envelope = std::exchange(m_envelope, {});
    const auto replies = IsLmtp() ? envelope.recipients.size() : 1;
    if (fault == ContentFault::NONE)
    {
        return Ask(MessageGiven{std::move(envelope), std::move(content)},
                   {ServerInput::CONTENT, MakeReply(250, SUCCESS, "Ok"), nullptr, replies});
    }
    for (std::size_t i = 0; i < replies; ++i)
    {
        SendReply(MakeFaultReply(fault));
    }
    Move(ServerInput::CONTENT);
}

Reply
ServerSession::MakeFaultReply(ContentFault fault)
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
