#include "postroad/smtp/server/smtp-server-context.h"

#include "postroad/smtp/server/smtp-server-session.h"

#include <string>
#include <utility>

namespace ns3::postroad::smtp
{

const ServerConfig&
ServerContext::GetConfig() const
{
    return m_session.m_config;
}

ServerState
ServerContext::GetState() const
{
    return m_session.GetState();
}

bool
ServerContext::IsLmtp() const
{
    return GetConfig().protocol == Protocol::LMTP;
}

bool
ServerContext::IsOffered(std::string_view extension) const
{
    return m_session.m_isExtended && GetConfig().Offers(extension);
}

void
ServerContext::SetExtended(bool isExtended)
{
    m_session.m_isExtended = isExtended;
}

bool
ServerContext::IsInOrder(ServerInput input) const
{
    return m_session.IsInOrder(input);
}

void
ServerContext::Move(ServerInput input)
{
    m_session.Move(input);
}

void
ServerContext::BeginTransaction(mail::Envelope envelope)
{
    m_session.m_transaction = {std::move(envelope), std::nullopt};
    m_session.m_idleCommands = 0;
}

ServerTransaction&
ServerContext::GetTransaction()
{
    return m_session.m_transaction;
}

void
ServerContext::Enter(ServerMode mode)
{
    m_session.m_mode = std::move(mode);
}

void
ServerContext::Ask(ServerEvent event, ServerQuestion question)
{
    m_session.m_question = std::move(question);
    m_session.Tell(std::move(event));
    m_session.SetDeadline(std::nullopt);
}

void
ServerContext::SendReply(const Reply& reply)
{
    if (reply.enhanced && !GetConfig().Offers(EXTENSION_ENHANCEDSTATUSCODES))
    {
        return SendReply({reply.code, std::nullopt, reply.lines});
    }
    for (std::size_t i = 0; i == 0 || i < reply.lines.size(); ++i)
    {
        // A long name in it can make it longer than a client must bear.
        m_session.SendLine(reply.SerializeLine(i).substr(0, REPLY_LINE_LIMIT - 2));
    }
}

void
ServerContext::Complain(const Reply& reply)
{
    SendReply(reply);
    if (++m_session.m_faults >= GetConfig().faultLimit)
    {
        Expel(MakeReply(421,
                        POLICY_TROUBLE,
                        GetConfig().hostName + " Too many bad commands, closing"));
    }
}

void
ServerContext::ExplainOrder(ServerInput input)
{
    const char* text = "Send RCPT first";
    switch (GetState())
    {
    case ServerState::REFUSED:
        text = "No service here, send QUIT";
        break;
    case ServerState::CONNECTED:
        text = IsLmtp() ? "Send LHLO first" : "Send EHLO or HELO first";
        break;
    case ServerState::READY:
        text = "Send MAIL first";
        break;
    default:
        if (input == ServerInput::MAIL)
        {
            text = "A transaction is open, RSET drops it";
        }
        else if (GetState() == ServerState::BDAT)
        {
            text = "Chunks are coming, end them by BDAT with LAST, or RSET";
        }
    }
    Complain(MakeReply(503, INVALID_COMMAND, text));
}

bool
ServerContext::RefuseArgument(std::string_view verb, std::string_view argument)
{
    if (argument.empty())
    {
        return false;
    }
    Complain(MakeReply(501, INVALID_ARGUMENTS, std::string(verb) + " takes no argument"));
    return true;
}

bool
ServerContext::CountIdleCommand()
{
    if (++m_session.m_idleCommands <= GetConfig().idleCommandLimit)
    {
        return true;
    }
    Expel(
        MakeReply(421, POLICY_TROUBLE, GetConfig().hostName + " Too many idle commands, closing"));
    return false;
}

void
ServerContext::Expel(const Reply& reply)
{
    SendReply(reply);
    End(ServerInput::CLOSE, EndReason::MISCONDUCT);
}

bool
ServerContext::ExpelImpatient(std::string_view verb)
{
    const bool isImpatient = m_session.HasInput();
    if (isImpatient)
    {
        Expel(MakeReply(554,
                        PROTOCOL_ERROR,
                        "You did not wait for the reply to " + std::string(verb)));
    }
    return isImpatient;
}

void
ServerContext::End(ServerInput input, EndReason reason)
{
    m_session.End(input, reason);
}

void
ServerContext::ReportLine(const wire::Line& line)
{
    m_session.ReportLine(line);
}

void
ServerContext::ReportContent(const wire::ByteRange& range, std::string_view content)
{
    if (auto* observer = m_session.GetObserver())
    {
        observer->OnContent(wire::Direction::RECEIVED, range, content);
    }
}

} // namespace ns3::postroad::smtp
