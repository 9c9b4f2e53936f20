#include "postroad/net/stream-connection.h"

#include "postroad/net/virtual-time.h"

#include "ns3/log.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadStreamConnection");

StreamConnection::StreamConnection(Ptr<Node> node,
                                   TypeId protocol,
                                   const Address& remote,
                                   StreamDialogue& dialogue)
    : m_node(node)
    , m_protocol(protocol)
    , m_address(remote)
    , m_dialogue(dialogue)
    , m_session(dialogue.GetSession())
    , m_socket(std::make_unique<StreamSocket>())
    , m_phase(Phase::IDLE)
{
    m_socket->SetWake([this] { Wake(); });
    Wake();
}

StreamConnection::StreamConnection(Ptr<Node> node,
                                   std::unique_ptr<StreamSocket> accepted,
                                   StreamDialogue& dialogue)
    : m_node(node)
    , m_dialogue(dialogue)
    , m_session(dialogue.GetSession())
    , m_socket(std::move(accepted))
    , m_phase(Phase::CONNECTING)
{
    m_socket->SetWake([this] { Wake(); });
    Wake();
}

StreamConnection::~StreamConnection()
{
    Simulator::Remove(m_timer);
}

void
StreamConnection::Pump()
{
    // From inside a call of the dialogue the steps that follow do what is to be done.
    if (!m_isAdvancing)
    {
        m_isPumped = true;
        Wake();
    }
}

void
StreamConnection::Cut()
{
    m_isCut = true;
    Wake();
}

void
StreamConnection::Wake()
{
    if (std::exchange(m_isWoken, true))
    {
        return;
    }
    Simulator::ScheduleWithContext(m_node->GetId(), Time(0), [this, life = m_life.Watch()] {
        if (life.IsAlive())
        {
            Advance();
        }
    });
}

void
StreamConnection::Advance()
{
    using Step = void (StreamConnection::*)();
    static constexpr std::array<Step, 12> STEPS{&StreamConnection::Connect,
                                                &StreamConnection::Open,
                                                &StreamConnection::Start,
                                                &StreamConnection::TellProgress,
                                                &StreamConnection::ReadInput,
                                                &StreamConnection::TellInputIsOver,
                                                &StreamConnection::TellTime,
                                                &StreamConnection::TellFailure,
                                                &StreamConnection::WriteOutput,
                                                &StreamConnection::Close,
                                                &StreamConnection::Finish,
                                                &StreamConnection::Rest};
    m_isWoken = false;
    m_isAdvancing = true;
    const auto life = m_life.Watch();
    for (const auto step : STEPS)
    {
        if (m_phase == Phase::ENDED)
        {
            break;
        }
        (this->*step)();
        if (!life.IsAlive())
        {
            return;
        }
    }
    m_isAdvancing = false;
}

void
StreamConnection::Connect()
{
    if (m_phase != Phase::IDLE || m_isCut)
    {
        return;
    }
    m_phase = Phase::CONNECTING;
    const auto status = m_socket->Connect(m_node, m_protocol, m_address);
    if (status != SocketStatus::OK)
    {
        End(status);
    }
}

void
StreamConnection::Open()
{
    if (m_phase != Phase::CONNECTING || !m_socket->IsConnected())
    {
        return;
    }
    m_phase = Phase::OPENED;
    m_local = m_socket->GetLocal();
    m_remote = m_socket->GetRemote();
    m_dialogue.OnOpened(*this);
}

void
StreamConnection::Start()
{
    if (m_phase == Phase::OPENED)
    {
        m_phase = Phase::RUNNING;
        m_session.Start(GetNow());
        m_dialogue.OnProgress();
    }
}

/// Takes what the session has made of a call from outside.
void
StreamConnection::TellProgress()
{
    if (std::exchange(m_isPumped, false) && m_phase == Phase::RUNNING)
    {
        m_dialogue.OnProgress();
    }
}

void
StreamConnection::ReadInput()
{
    if (CanGoOn())
    {
        m_session.Receive(CanRead() ? m_socket->Read() : std::string(), GetNow());
        m_dialogue.OnProgress();
    }
    else if (m_phase == Phase::CLOSING || WantsClose())
    {
        m_socket->DropInput();
    }
}

void
StreamConnection::TellInputIsOver()
{
    if (m_phase == Phase::RUNNING && !WantsClose() && !m_knowsInputIsOver &&
        m_socket->IsInputOver())
    {
        m_knowsInputIsOver = true;
        m_session.ReceiveEnd(GetNow());
        m_dialogue.OnProgress();
    }
}

void
StreamConnection::TellTime()
{
    const auto deadline = GetSessionDeadline();
    if (deadline && *deadline <= GetNow())
    {
        m_session.Expire(GetNow());
        m_dialogue.OnProgress();
    }
}

void
StreamConnection::TellFailure()
{
    const auto failure = GetFailure();
    if (!failure || m_knowsFailure)
    {
        return;
    }
    if (m_phase < Phase::RUNNING)
    {
        End(*failure);
        return;
    }
    m_knowsFailure = true;
    if (m_phase == Phase::RUNNING && !WantsClose())
    {
        m_session.Abort(GetNow());
        m_dialogue.OnProgress();
    }
}

void
StreamConnection::WriteOutput()
{
    if (m_phase == Phase::RUNNING)
    {
        m_socket->Write(m_session.TakeOutput());
    }
}

void
StreamConnection::Close()
{
    if (m_phase != Phase::RUNNING || !WantsClose() || GetFailure())
    {
        return;
    }
    const auto unsent = m_socket->GetUnsent();
    if (unsent == 0)
    {
        m_closed = m_socket->IsInputOver() ? SocketStatus::PEER_CLOSED : SocketStatus::CLOSED;
        m_phase = Phase::CLOSING;
        m_socket->Close();
    }
    if (!m_closingLimit || unsent != m_flushing)
    {
        m_flushing = unsent;
        m_closingLimit = GetNow() + CLOSING_LIMIT;
    }
}

void
StreamConnection::Finish()
{
    if (m_knowsFailure)
    {
        End(GetFailure().value_or(SocketStatus::FAILED));
    }
    else if (m_phase == Phase::CLOSING && m_socket->IsInputOver())
    {
        End(m_closed);
    }
    else if (m_closingLimit && *m_closingLimit <= GetNow())
    {
        End(m_phase == Phase::CLOSING ? m_closed : SocketStatus::TIMED_OUT);
    }
}

void
StreamConnection::Rest()
{
    if (CanGoOn())
    {
        Wake();
    }
    // A deadline that is past although the session was told of it is not told again.
    auto next = GetSessionDeadline();
    if (!next || *next <= GetNow() || (m_closingLimit && *m_closingLimit < *next))
    {
        next = m_closingLimit;
    }
    if (!next)
    {
        Simulator::Remove(m_timer);
    }
    else if (m_timer.IsExpired() || *next < m_timerAt)
    {
        // A deadline mostly moves away: the timer then fires early, and comes here again.
        Simulator::Remove(m_timer);
        m_timerAt = *next;
        m_timer = Simulator::Schedule(ToTime(*next - GetNow()), &StreamConnection::Wake, this);
    }
}

bool
StreamConnection::CanGoOn() const
{
    return m_phase == Phase::RUNNING && !WantsClose() && !m_isCut &&
           m_socket->GetUnsent() <= UNSENT_LIMIT && (m_session.IsHeldBack() || CanRead());
}

bool
StreamConnection::CanRead() const
{
    return m_session.WantsInput() && m_socket->HasInput();
}

bool
StreamConnection::WantsClose() const
{
    return m_session.GetNextAction() == wire::NextAction::CLOSE;
}

std::optional<wire::TimePoint>
StreamConnection::GetSessionDeadline() const
{
    return m_phase == Phase::RUNNING && !WantsClose() ? m_session.GetDeadline() : std::nullopt;
}

std::optional<SocketStatus>
StreamConnection::GetFailure() const
{
    return m_isCut ? SocketStatus::CUT : m_socket->GetFailure();
}

void
StreamConnection::End(SocketStatus status)
{
    const bool wasOpen = m_phase > Phase::CONNECTING;
    m_phase = Phase::ENDED;
    Simulator::Remove(m_timer);
    m_socket.reset();
    NS_LOG_INFO("connection to " << m_remote.address << ": " << GetText(status));
    if (wasOpen)
    {
        m_dialogue.OnClosed(status);
    }
    else
    {
        m_dialogue.OnFailed(status);
    }
}

} // namespace ns3::postroad
