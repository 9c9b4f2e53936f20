#include "postroad/smtp/smtp-server-session.h"

#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

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

} // namespace

/// RFC 5321 section 4.1.1.4: data = "DATA" CRLF
void
ServerSession::HandleData(std::string_view argument)
{
    if (RefuseArgument("DATA", argument))
    {
        return;
    }
    SendReply(MakeReply(354, "End data with <CR><LF>.<CR><LF>"));
    Take(ServerInput::DATA);
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
    auto envelope = std::exchange(m_envelope, {});
    auto content = std::exchange(m_content, std::nullopt);
    if (const auto fault = content->GetFault(); fault != ContentFault::NONE)
    {
        SendReply(MakeFaultReply(fault));
        Take(ServerInput::CONTENT);
        return;
    }
    Ask(MessageGiven{std::move(envelope), content->Take()},
        {ServerInput::CONTENT, MakeReply(250, SUCCESS, "Ok")});
}

} // namespace ns3::postroad::smtp
