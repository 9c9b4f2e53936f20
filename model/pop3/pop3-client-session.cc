#include "postroad/pop3/pop3-client-session.h"

#include "postroad/pop3/pop3-response.h"
#include "postroad/smtp/smtp-content.h"

#include <stdexcept>
#include <utility>

namespace ns3::postroad::pop3
{

ClientSession::ClientSession(ClientConfig config)
    : m_config(std::move(config))
{
}

void
ClientSession::Start(wire::TimePoint now)
{
    Take(ClientInput::OPEN);
    RestartTimer(now);
}

void
ClientSession::ReceiveEnd(wire::TimePoint)
{
    Lose("the server closed the connection");
}

void
ClientSession::Abort(wire::TimePoint)
{
    Lose("the connection was lost");
}

void
ClientSession::Expire(wire::TimePoint now)
{
    if (const auto deadline = GetDeadline(); deadline && now >= *deadline)
    {
        GiveUp("the server is silent");
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

bool
ClientSession::IsReadyForLine() const
{
    return m_state != ClientState::CREATED;
}

std::size_t
ClientSession::GetLineLimit() const
{
    return IsInContent() ? CONTENT_LINE_LIMIT : RESPONSE_LINE_LIMIT;
}

bool
ClientSession::IsInContent() const
{
    return m_isMultiLine && m_state == ClientState::RETR;
}

void
ClientSession::HandleLine(const wire::Line& line, wire::TimePoint now)
{
    RestartTimer(now);
    if (line.fault == wire::LineFault::TOO_LONG)
    {
        return GiveUp("the server sent a line of more than " + std::to_string(GetLineLimit()) +
                      " octets");
    }
    if (IsInContent())
    {
        return HandleContentLine(line);
    }
    ReportLine(line);
    if (m_isMultiLine)
    {
        HandleScanListing(line.text);
    }
    else
    {
        HandleResponse(line.text);
    }
}

void
ClientSession::HandleResponse(std::string_view line)
{
    const auto response = ParseResponse(line);
    if (!response)
    {
        return GiveUp("the server's response makes no sense, " + response.GetError().reason);
    }
    if (response->isPositive)
    {
        return HandleAcceptance(response->text);
    }
    HandleRefusal(response->text);
}

void
ClientSession::HandleRefusal(std::string_view text)
{
    const auto what =
        m_state == ClientState::GREETING ? "service" : GetClientTable().GetName(m_state);
    Fail("the server refused " + std::string(what) + ": " + std::string(text));
    if (m_state == ClientState::QUIT)
    {
        return End(ClientInput::END);
    }
    Send(ClientInput::QUIT);
}

void
ClientSession::HandleAcceptance(std::string_view text)
{
    switch (m_state)
    {
    case ClientState::GREETING:
        return Send(ClientInput::USER, m_config.user);
    case ClientState::USER:
        return Send(ClientInput::PASS, m_config.password);
    case ClientState::PASS:
        return Send(ClientInput::STAT);
    case ClientState::STAT:
        return HandleDropListing(text);
    case ClientState::DELE:
        return FetchNext();
    case ClientState::QUIT:
        return End(ClientInput::END);
    default: // LIST, RETR
        m_isMultiLine = true;
    }
}

/// drop listing = count SP octets
void
ClientSession::HandleDropListing(std::string_view text)
{
    const auto count = ParseLeadingNumber(text);
    if (!count)
    {
        return GiveUp("the server's response to STAT makes no sense, expected a count");
    }
    Send(*count == 0 ? ClientInput::QUIT : ClientInput::LIST);
}

/// scan listing = message-number SP octets, a line each, up to a line with a dot
void
ClientSession::HandleScanListing(std::string_view line)
{
    if (line == ".")
    {
        m_isMultiLine = false;
        return FetchNext();
    }
    const auto number = ParseLeadingNumber(line);
    if (!number)
    {
        return GiveUp("the server's listing makes no sense, " + number.GetError().reason);
    }
    if (m_toFetch.size() == m_config.listingLimit)
    {
        return GiveUp("the server lists more than " + std::to_string(m_config.listingLimit) +
                      " messages");
    }
    m_toFetch.push_back(*number);
}

void
ClientSession::HandleContentLine(const wire::Line& line)
{
    m_contentBegin = m_content.empty() ? line.range.begin : m_contentBegin;
    if (line.text == "." && line.fault == wire::LineFault::NONE)
    {
        return EndContent({m_contentBegin, line.range.end});
    }
    m_content += line.text.substr(line.text.starts_with('.') ? 1 : 0);
    m_content += "\r\n";
    if (m_content.size() > m_config.messageLimit)
    {
        GiveUp("message " + std::to_string(m_number) + " has more than " +
               std::to_string(m_config.messageLimit) + " octets");
    }
}

void
ClientSession::EndContent(const wire::ByteRange& range)
{
    m_isMultiLine = false;
    if (auto* observer = GetObserver())
    {
        observer->OnContent(wire::Direction::RECEIVED, range, smtp::SerializeContent(m_content));
    }
    m_events.push_back(MessageFetched{m_number, std::exchange(m_content, {})});
    ++m_fetched;
    if (m_config.deleteAfterFetch)
    {
        return Send(ClientInput::DELE, std::to_string(m_number));
    }
    FetchNext();
}

void
ClientSession::FetchNext()
{
    if (m_toFetch.empty())
    {
        return Send(ClientInput::QUIT);
    }
    m_number = m_toFetch.front();
    m_toFetch.pop_front();
    Send(ClientInput::RETR, std::to_string(m_number));
}

void
ClientSession::Send(ClientInput command, std::string_view argument)
{
    const std::string keyword(GetClientTable().GetName(command));
    SendLine(argument.empty() ? keyword : keyword + ' ' + std::string(argument));
    Take(command);
}

void
ClientSession::Fail(std::string reason)
{
    if (!std::exchange(m_hasFailed, true))
    {
        m_events.push_back(SessionFailed{std::move(reason)});
    }
}

void
ClientSession::GiveUp(const std::string& reason)
{
    Fail(reason + DescribeState());
    End(ClientInput::CLOSE);
}

void
ClientSession::Lose(const std::string& reason)
{
    if (m_state != ClientState::CLOSED)
    {
        Fail(reason + DescribeState());
        End(ClientInput::LOST);
    }
}

std::string
ClientSession::DescribeState() const
{
    return ", in state " + std::string(GetClientTable().GetName(m_state));
}

void
ClientSession::Take(ClientInput input)
{
    const auto& table = GetClientTable();
    const auto row = table.Find(m_state, input);
    if (!row)
    {
        throw std::logic_error("pop3::ClientSession: " + std::string(table.GetName(m_state)) +
                               " has no transition by " + std::string(table.GetName(input)));
    }
    m_state = table.GetRows()[*row].to;
    if (auto* observer = GetObserver())
    {
        observer->OnTransition(*row);
    }
}

void
ClientSession::End(ClientInput input)
{
    Take(input);
    m_events.push_back(ClientSessionEnded{m_fetched});
    DropInput();
    SetDeadline(std::nullopt);
    SetNextAction(wire::NextAction::CLOSE);
}

void
ClientSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.responseTimeout);
}

} // namespace ns3::postroad::pop3
