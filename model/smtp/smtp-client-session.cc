#include "postroad/smtp/smtp-client-session.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::smtp
{

namespace
{

/// RFC 5321 section 3.8: the server closes the session, whatever was asked.
constexpr int SERVICE_CLOSING = 421;

} // namespace

ClientSession::ClientSession(ClientConfig config)
    : m_config(std::move(config))
{
}

void
ClientSession::Start(wire::TimePoint now)
{
    Take(ClientInput::OPEN);
    SetDeadline(now + m_config.timeouts.greeting);
}

void
ClientSession::ReceiveEnd(wire::TimePoint)
{
    Lose("the server has closed the connection");
}

void
ClientSession::Abort(wire::TimePoint)
{
    Lose("the connection is lost");
}

void
ClientSession::Expire(wire::TimePoint now)
{
    if (const auto deadline = GetDeadline(); deadline && now >= *deadline)
    {
        Lose("time-out while waiting for the server in state " +
             std::string(GetClientTable().GetName(m_state)));
    }
}

std::optional<ClientEvent>
ClientSession::NextEvent()
{
    if (m_events.empty())
    {
        return std::nullopt;
    }
    auto event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

void
ClientSession::Quit(wire::TimePoint now)
{
    if (!IsReady())
    {
        throw std::logic_error("smtp::ClientSession: Quit() while it is not ready");
    }
    Take(ClientInput::QUIT);
    SendCommand("QUIT", m_config.timeouts.other, now);
}

void
ClientSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    ReportLine(line);
    if (line.fault != wire::LineFault::NONE)
    {
        return Lose(line.fault == wire::LineFault::TOO_LONG
                        ? "the server sent a line of more than 512 octets"
                        : "the server sent a bare CR or LF");
    }
    auto reply = m_parser.AddLine(line.text);
    if (!reply)
    {
        return;
    }
    if (!*reply)
    {
        return Lose("the server sent what is no reply: " + reply->GetError().reason);
    }
    HandleReply(std::move(*reply).GetValue(), now);
}

bool
ClientSession::IsReadyForLine() const
{
    return m_state != ClientState::CREATED;
}

std::size_t
ClientSession::GetLineLimit() const
{
    return REPLY_LINE_LIMIT;
}

void
ClientSession::HandleReply(Reply reply, wire::TimePoint now)
{
    if (reply.code == SERVICE_CLOSING && m_state != ClientState::QUIT)
    {
        return Lose("the server closes the session", std::move(reply));
    }
    const bool asksForMore = reply.code / 100 == 3;
    if (reply.IsPositive() && asksForMore != (m_state == ClientState::DATA))
    {
        return Lose("the server sent a reply that is out of place", std::move(reply));
    }
    switch (m_state)
    {
    case ClientState::GREETING:
        return HandleGreeting(std::move(reply), now);
    case ClientState::EHLO:
    case ClientState::HELO:
        return HandleHelloReply(std::move(reply), now);
    case ClientState::MAIL:
        return HandleMailReply(reply, now);
    case ClientState::RCPT:
        return HandleRcptReply(std::move(reply), now);
    case ClientState::DATA:
        return HandleDataReply(reply, now);
    case ClientState::CONTENT:
        return HandleContentReply(reply);
    case ClientState::RSET:
        return HandleRsetReply(std::move(reply), now);
    case ClientState::QUIT:
        Take(ClientInput::ACCEPTED);
        return End();
    default:
        return Lose("the server sent a reply that nothing had asked for", std::move(reply));
    }
}

void
ClientSession::HandleGreeting(Reply reply, wire::TimePoint now)
{
    if (!reply.IsPositive())
    {
        return GiveUp("the server refuses the session", std::move(reply), now);
    }
    Take(ClientInput::ACCEPTED);
    SendCommand("EHLO " + m_config.heloName, m_config.timeouts.other, now);
}

void
ClientSession::HandleHelloReply(Reply reply, wire::TimePoint now)
{
    if (reply.IsPositive())
    {
        const bool isExtended = m_state == ClientState::EHLO;
        Take(ClientInput::ACCEPTED);
        SetDeadline(std::nullopt);
        m_extensions = isExtended ? ParseExtensions(reply) : std::vector<Extension>{};
        const auto& greet = reply.lines.front();
        m_events.push_back(ClientReady{greet.substr(0, greet.find(' ')), m_extensions});
    }
    else if (m_state == ClientState::EHLO && reply.IsPermanent())
    {
        // RFC 5321 section 3.2: a server that does not know EHLO is an old one.
        Take(ClientInput::REFUSED);
        SendCommand("HELO " + m_config.heloName, m_config.timeouts.other, now);
    }
    else
    {
        GiveUp("the server does not welcome this client", std::move(reply), now);
    }
}

void
ClientSession::SendCommand(const std::string& line, wire::Duration timeout, wire::TimePoint now)
{
    SendLine(line);
    SetDeadline(now + timeout);
}

void
ClientSession::GiveUp(std::string reason, Reply reply, wire::TimePoint now)
{
    m_events.push_back(SessionFailed{std::move(reason), std::move(reply)});
    Take(ClientInput::GIVE_UP);
    SendCommand("QUIT", m_config.timeouts.other, now);
}

void
ClientSession::Lose(std::string reason, std::optional<Reply> reply)
{
    if (m_state == ClientState::CLOSED)
    {
        return;
    }
    const bool isLeaving = m_state == ClientState::QUIT;
    if (m_transaction)
    {
        const bool isRefused = reply && !reply->IsPositive();
        if (isRefused)
        {
            Decide(*reply);
        }
        EndTransaction(m_state == ClientState::CONTENT && !isRefused);
    }
    if (!isLeaving)
    {
        m_events.push_back(SessionFailed{std::move(reason), std::move(reply)});
    }
    Take(ClientInput::LOST);
    End();
}

void
ClientSession::Take(ClientInput input)
{
    const auto& table = GetClientTable();
    const auto row = table.Find(m_state, input);
    if (!row)
    {
        throw std::logic_error("smtp::ClientSession: " + std::string(table.GetName(m_state)) +
                               " has no transition by " + std::string(table.GetName(input)));
    }
    m_state = table.GetRows()[*row].to;
    if (auto* observer = GetObserver())
    {
        observer->OnTransition(*row);
    }
}

void
ClientSession::End()
{
    m_events.push_back(ClientSessionEnded{});
    DropInput();
    SetDeadline(std::nullopt);
    SetNextAction(wire::NextAction::CLOSE);
}

} // namespace ns3::postroad::smtp
