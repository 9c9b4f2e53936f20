#include "postroad/pop3/pop3-server-session.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 sections 5 and 6: quit = "QUIT" CRLF. Out of TRANSACTION it leads into UPDATE.
void
ServerSession::HandleQuit(std::string_view)
{
    if (GetState() == ServerState::TRANSACTION)
    {
        Move(ServerInput::QUIT);
        return Ask(Question::UPDATE, DeletionsGiven{m_maildrop.GetMarked()});
    }
    SendOk(m_config.software + " signing off");
    End(ServerInput::QUIT, EndReason::QUIT);
}

void
ServerSession::AnswerUpdate(bool isDone, wire::TimePoint)
{
    if (!TakeQuestion(Question::UPDATE))
    {
        return;
    }
    if (isDone)
    {
        const auto left = m_maildrop.CountMessages();
        SendOk(m_config.software + " signing off (" +
               (left == 0 ? "maildrop empty" : DescribeCount(left) + " left") + ")");
    }
    else
    {
        SendError("some deleted messages not removed");
    }
    End(ServerInput::UPDATE, EndReason::QUIT);
}

} // namespace ns3::postroad::pop3
