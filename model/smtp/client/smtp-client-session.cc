#include "postroad/smtp/client/smtp-client-session.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::smtp
{

ClientSession::ClientSession(ClientConfig config)
    : TableSession(GetClientTable(), ClientState::CREATED)
    , m_config(std::move(config))
{
}

void
ClientSession::Start(wire::TimePoint now)
{
    Move(ClientInput::OPEN);
    SetDeadline(now + m_config.timeouts.greeting);
}

void
ClientSession::HandleInputEnd()
{
    Lose("the server has closed the connection");
}

void
ClientSession::HandleLoss()
{
    Lose("the connection is lost");
}

void
ClientSession::HandleTimeout(wire::TimePoint)
{
    Lose("time-out while waiting for the server in state " +
         std::string(GetClientTable().GetName(GetState())));
}

void
ClientSession::Quit(wire::TimePoint now)
{
    if (!IsReady())
    {
        throw std::logic_error("smtp::ClientSession: Quit() while it is not ready");
    }
    Move(ClientInput::QUIT);
    SendCommand("QUIT", m_config.timeouts.other, now);
}

void
ClientSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    ReportLine(line);
    NoteFault(line);
    if (line.fault == wire::LineFault::BARE_CR)
    {
        return Lose("the server sent a bare CR");
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

/// Servers in the field say more than 512 octets in a line, or end it in LF: what they mean is
/// clear.
void
ClientSession::NoteFault(const wire::Line& line)
{
    const auto size = line.range.end - line.range.begin;
    if (size > REPLY_LINE_LIMIT)
    {
        NoteOnce(m_isLengthNoted,
                 line.range,
                 "a reply line of " + std::to_string(size) +
                     " octets, where 512 are allowed (RFC 5321 section 4.5.3.1.5)");
    }
    if (!line.hasCrLf)
    {
        NoteOnce(m_isEndingNoted,
                 line.range,
                 "a reply line that ends in LF alone (RFC 5321 section 2.3.8)");
    }
}

void
ClientSession::NoteOnce(bool& isNoted, const wire::ByteRange& range, const std::string& what)
{
    if (auto* const observer = GetObserver(); observer && !std::exchange(isNoted, true))
    {
        observer->OnBrokenRule(range, what);
    }
}

bool
ClientSession::IsReadyForLine() const
{
    return GetState() != ClientState::CREATED;
}

std::size_t
ClientSession::GetLineLimit() const
{
    return TOLERATED_LINE_LIMIT;
}

void
ClientSession::HandleReply(Reply reply, wire::TimePoint now)
{
    if (reply.code == SERVICE_CLOSING && GetState() != ClientState::QUIT)
    {
        return Lose("the server closes the session", std::move(reply));
    }
    const bool asksForMore = reply.code / 100 == 3;
    if (reply.IsPositive() && asksForMore != (GetState() == ClientState::DATA))
    {
        return Lose("the server sent a reply that is out of place", std::move(reply));
    }
    switch (GetState())
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
        return HandleDataReply(std::move(reply), now);
    case ClientState::CONTENT:
        return HandleContentReply(reply, now);
    case ClientState::RSET:
        return HandleRsetReply(std::move(reply), now);
    case ClientState::QUIT:
        return End(ClientInput::ACCEPTED, ClientSessionEnded{});
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
    Move(ClientInput::ACCEPTED);
    const bool isLmtp = m_config.protocol == Protocol::LMTP;
    SendCommand((isLmtp ? "LHLO " : "EHLO ") + m_config.heloName, m_config.timeouts.other, now);
}

void
ClientSession::HandleHelloReply(Reply reply, wire::TimePoint now)
{
    if (reply.IsPositive())
    {
        const bool isExtended = GetState() == ClientState::EHLO;
        Move(ClientInput::ACCEPTED);
        SetDeadline(std::nullopt);
        auto extensions = isExtended ? ParseExtensions(reply) : std::vector<Extension>{};
        m_abilities = ReadAbilities(extensions);
        const auto& greet = reply.lines.front();
        Tell(ClientReady{greet.substr(0, greet.find(' ')), std::move(extensions)});
    }
    else if (GetState() == ClientState::EHLO && reply.IsPermanent() &&
             m_config.protocol == Protocol::SMTP)
    {
        // RFC 5321 section 3.2: a server that does not know EHLO is an old one.
        Move(ClientInput::REFUSED);
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
    Tell(SessionFailed{std::move(reason), std::move(reply), GetState() == ClientState::GREETING});
    Move(ClientInput::GIVE_UP);
    SendCommand("QUIT", m_config.timeouts.other, now);
}

void
ClientSession::Lose(std::string reason, std::optional<Reply> reply)
{
    const bool isLeaving = GetState() == ClientState::QUIT;
    if (m_transaction)
    {
        const bool isRefused = reply && !reply->IsPositive();
        if (isRefused)
        {
            Decide(*reply);
        }
        EndTransaction();
    }
    if (!isLeaving)
    {
        Tell(SessionFailed{std::move(reason),
                           std::move(reply),
                           GetState() == ClientState::GREETING});
    }
    End(ClientInput::LOST, ClientSessionEnded{});
}

} // namespace ns3::postroad::smtp
