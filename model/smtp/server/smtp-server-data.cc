#include "postroad/smtp/server/smtp-server-data.h"

#include "postroad/smtp/server/smtp-server-commands.h"
#include "postroad/smtp/server/smtp-server-context.h"
#include "postroad/smtp/server/smtp-server-message.h"

#include <utility>

namespace ns3::postroad::smtp
{

/// RFC 5321 section 4.1.1.4: data = "DATA" CRLF
void
HandleData(ServerContext& session, std::string_view argument)
{
    if (session.RefuseArgument("DATA", argument))
    {
        return;
    }
    session.SendReply(MakeReply(354, "End data with <CR><LF>.<CR><LF>"));
    session.Move(ServerInput::DATA);
    session.Enter(ContentMode(session.GetConfig().contentLimit));
}

void
ContentMode::HandleLine(ServerContext& session, const wire::Line& line)
{
    if (!m_content.AddLine(line))
    {
        return;
    }
    auto content = std::move(m_content);
    session.Enter(CommandMode()); // this object is gone
    session.ReportContent(content.GetRange(), content.SerializeKept());
    FinishMessage(session, content.GetFault(), content.TakeContent());
}

} // namespace ns3::postroad::smtp
