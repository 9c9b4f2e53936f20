#include "postroad/gateway/gateway-stream.h"

#include "ns3/simulator.h"

#include <utility>

namespace ns3::postroad
{

GatewayStream::GatewayStream(std::shared_ptr<HostStream> host,
                             std::unique_ptr<StreamSocket> socket,
                             std::function<void()> onRefused,
                             std::function<void()> onOver)
    : m_host(std::move(host))
    , m_socket(std::move(socket))
    , m_onRefused(std::move(onRefused))
    , m_onOver(std::move(onOver))
{
    m_socket->SetWake([this] { Wake(); });
}

void
GatewayStream::Start()
{
    m_host->Start(weak_from_this());
    Wake();
}

void
GatewayStream::Break()
{
    m_host->Reset();
    OnHostBroken();
}

void
GatewayStream::OnHostBytes(std::string bytes)
{
    m_toGrant += bytes.size();
    m_fromHost += bytes;
    Wake();
}

void
GatewayStream::OnHostEnd()
{
    m_isHostOver = true;
    Wake();
}

void
GatewayStream::OnHostRoom(std::size_t octets)
{
    m_toHost -= octets;
    Wake();
}

void
GatewayStream::OnHostBroken()
{
    m_isBroken = true;
    Wake();
}

void
GatewayStream::OnHostRefused()
{
    m_onRefused();
    OnHostBroken();
}

void
GatewayStream::Wake()
{
    if (!std::exchange(m_isWoken, true))
    {
        Simulator::ScheduleNow([weak = weak_from_this()] {
            if (const auto self = weak.lock())
            {
                self->Advance();
            }
        });
    }
}

void
GatewayStream::Advance()
{
    m_isWoken = false;
    if (!m_socket)
    {
        return;
    }
    PassToSimulation();
    PassToHost();
    if (m_socket->GetFailure() && !m_isBroken)
    {
        m_host->Reset();
    }
    if (m_isBroken)
    {
        m_socket->Reset();
    }
    // What the host's program has not taken yet is waited for: without it nobody could break off
    // the host's connection.
    if (m_socket->GetFailure() || m_isBroken || (m_isClosed && m_isHostTold && m_toHost == 0))
    {
        Finish();
    }
}

void
GatewayStream::PassToSimulation()
{
    if (!m_socket->IsConnected() || m_socket->GetFailure())
    {
        return;
    }
    m_socket->Write(std::exchange(m_fromHost, {}));
    if (m_socket->GetUnsent() > 0)
    {
        return;
    }
    if (m_toGrant > 0)
    {
        m_host->Grant(std::exchange(m_toGrant, 0));
    }
    // Closing drops input that waits: first the host's program takes it.
    if (m_isHostOver && !m_isClosed && !m_socket->HasInput())
    {
        m_isClosed = true;
        m_socket->Close();
    }
}

void
GatewayStream::PassToHost()
{
    while (m_toHost < HostStream::WINDOW && m_socket->HasInput())
    {
        auto bytes = m_socket->Read();
        if (bytes.empty())
        {
            break;
        }
        m_toHost += bytes.size();
        m_host->Write(std::move(bytes));
    }
    if (m_socket->IsInputOver() && !std::exchange(m_isHostTold, true))
    {
        m_host->End();
    }
}

void
GatewayStream::Finish()
{
    m_socket.reset();
    Simulator::ScheduleNow(std::exchange(m_onOver, {}));
}

} // namespace ns3::postroad
