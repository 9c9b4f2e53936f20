#include "postroad/pop3/pop3-client-session.h"

#include "postroad/pop3/pop3-response.h"
#include "postroad/smtp/grammar/smtp-content.h"

#include <utility>

namespace ns3::postroad::pop3
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
    RestartTimer(now);
}

void
ClientSession::HandleInputEnd()
{
    Lose("the server closed the connection");
}

void
ClientSession::HandleLoss()
{
    Lose("the connection was lost");
}

void
ClientSession::HandleTimeout(wire::TimePoint)
{
    GiveUp("the server is silent");
}

bool
ClientSession::IsReadyForLine() const
{
    return GetState() != ClientState::CREATED;
}

std::size_t
ClientSession::GetLineLimit() const
{
    return IsInContent() ? CONTENT_LINE_LIMIT : RESPONSE_LINE_LIMIT;
}

bool
ClientSession::IsInContent() const
{
    return m_isMultiLine && GetState() == ClientState::RETR;
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
    NoteFault(line);
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
ClientSession::NoteFault(const wire::Line& line)
{
    auto* const observer = GetObserver();
    if (observer && !line.hasCrLf && !std::exchange(m_isEndingNoted, true))
    {
        observer->OnBrokenRule(line.range, "a response that ends in LF alone (RFC 1939 section 3)");
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
    const bool isOfMessage = GetState() == ClientState::RETR || GetState() == ClientState::DELE;
    auto what = std::string(
        GetState() == ClientState::GREETING ? "service" : GetClientTable().GetName(GetState()));
    what += isOfMessage ? ' ' + std::to_string(m_number) : "";
    Fail("the server refused " + what + ": " + std::string(text));
    if (isOfMessage)
    {
        return FetchNext(); // the others may be had all the same
    }
    if (GetState() == ClientState::QUIT)
    {
        return End(ClientInput::END);
    }
    Send(ClientInput::QUIT);
}

void
ClientSession::HandleAcceptance(std::string_view text)
{
    switch (GetState())
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
    Tell(MessageFetched{m_number, std::exchange(m_content, {})});
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
    Move(command);
}

void
ClientSession::Fail(std::string reason)
{
    if (!std::exchange(m_hasFailed, true))
    {
        Tell(SessionFailed{std::move(reason)});
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
    Fail(reason + DescribeState());
    End(ClientInput::LOST);
}

std::string
ClientSession::DescribeState() const
{
    return ", in state " + std::string(GetClientTable().GetName(GetState()));
}

void
ClientSession::End(ClientInput input)
{
    TableSession::End(input, ClientSessionEnded{m_fetched});
}

void
ClientSession::RestartTimer(wire::TimePoint now)
{
    SetDeadline(now + m_config.responseTimeout);
}

} // namespace ns3::postroad::pop3
