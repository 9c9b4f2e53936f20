#include "postroad/pop3/pop3-server-answers.h"
#include "postroad/pop3/pop3-server-commands.h"
#include "postroad/pop3/pop3-server-context.h"

namespace ns3::postroad::pop3
{

/// RFC 1939 sections 5 and 6: quit = "QUIT" CRLF. Out of TRANSACTION it leads into UPDATE.
void
HandleQuit(ServerContext& session, std::string_view)
{
    if (session.GetState() == ServerState::TRANSACTION)
    {
        session.Move(ServerInput::QUIT);
        return session.Ask(DeletionsGiven{session.GetMaildrop().GetMarked()});
    }
    session.SendOk(session.GetConfig().software + " signing off");
    session.End(ServerInput::QUIT, EndReason::QUIT);
}

void
FinishUpdate(ServerContext& session, UpdateOutcome outcome)
{
    if (outcome == UpdateOutcome::REMOVED)
    {
        const auto left = session.GetMaildrop().CountMessages();
        session.SendOk(session.GetConfig().software + " signing off (" +
                       (left == 0 ? "maildrop empty" : DescribeCount(left) + " left") + ")");
    }
    else
    {
        session.SendError("some deleted messages not removed");
    }
    session.End(ServerInput::UPDATE, EndReason::QUIT);
}

} // namespace ns3::postroad::pop3
