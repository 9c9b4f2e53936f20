#include "raw-exchange.h"

#include "ns3/packet.h"
#include "ns3/simulator.h"
#include "ns3/tcp-socket-factory.h"
#include "ns3/udp-socket-factory.h"

#include <string>

namespace ns3::postroad::bench
{

namespace
{

Ptr<Socket>
MakeSocket(Ptr<Node> node, bool isDatagram)
{
    return Socket::CreateSocket(node,
                                isDatagram ? UdpSocketFactory::GetTypeId()
                                           : TcpSocketFactory::GetTypeId());
}

std::pair<std::uint32_t, std::uint16_t>
KeyOf(const Address& address)
{
    const auto inet = InetSocketAddress::ConvertFrom(address);
    return {inet.GetIpv4().Get(), inet.GetPort()};
}

} // namespace

RawReplay::RawReplay(std::vector<Exchange> exchanges)
    : m_exchanges(std::move(exchanges))
{
    for (const auto& exchange : m_exchanges)
    {
        Simulator::ScheduleWithContext(exchange.server->GetId(), Seconds(0), [this, &exchange] {
            Listen(exchange);
        });
        Simulator::ScheduleWithContext(exchange.client->GetId(), exchange.start, [this, &exchange] {
            Begin(exchange);
        });
    }
}

void
RawReplay::Listen(const Exchange& exchange)
{
    auto& listener = m_listeners[{exchange.server, KeyOf(exchange.serverAddress)}];
    if (listener)
    {
        return;
    }
    listener = MakeSocket(exchange.server, exchange.isDatagram);
    listener->Bind(InetSocketAddress(Ipv4Address::GetAny(), exchange.serverAddress.GetPort()));
    if (exchange.isDatagram)
    {
        listener->SetRecvCallback(MakeCallback(&RawReplay::ReceiveDatagram, this));
        return;
    }
    listener->Listen();
    listener->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                MakeCallback(&RawReplay::Accept, this));
}

void
RawReplay::Begin(const Exchange& exchange)
{
    auto socket = MakeSocket(exchange.client, exchange.isDatagram);
    Hook(socket, {&exchange, true});
    socket->Connect(exchange.serverAddress);
    Address local;
    socket->GetSockName(local);
    m_expected[KeyOf(local)] = &exchange;
    Speak(socket, m_peers.at(socket), nullptr);
}

void
RawReplay::Accept(Ptr<Socket> socket, const Address& from)
{
    Hook(socket, {m_expected.at(KeyOf(from)), false});
    Speak(socket, m_peers.at(socket), nullptr);
}

void
RawReplay::Hook(Ptr<Socket> socket, Peer peer)
{
    m_peers[socket] = peer;
    socket->SetRecvCallback(MakeCallback(&RawReplay::ReceiveStream, this));
    socket->SetCloseCallbacks(MakeCallback(&RawReplay::Close, this),
                              MakeCallback(&RawReplay::Close, this));
}

void
RawReplay::ReceiveStream(Ptr<Socket> socket)
{
    static std::uint8_t buffer[65536];
    for (int count = socket->Recv(buffer, sizeof(buffer), 0); count > 0;
         count = socket->Recv(buffer, sizeof(buffer), 0))
    {
        const auto found = m_peers.find(socket);
        if (found == m_peers.end())
        {
            return;
        }
        auto& peer = found->second;
        peer.received += static_cast<std::uint32_t>(count);
        while (peer.turn < peer.exchange->turns.size() &&
               peer.received >= peer.exchange->turns[peer.turn].octets &&
               peer.exchange->turns[peer.turn].fromClient != peer.isClient)
        {
            peer.received -= peer.exchange->turns[peer.turn].octets;
            ++peer.turn;
            if (Speak(socket, peer, nullptr))
            {
                return;
            }
        }
    }
}

void
RawReplay::ReceiveDatagram(Ptr<Socket> socket)
{
    Address from;
    while (socket->RecvFrom(from))
    {
        Peer peer{m_expected.at(KeyOf(from)), false, 1};
        Speak(socket, peer, &from);
    }
}

/// Sends what is this end's to send. \return whether this end has closed
bool
RawReplay::Speak(Ptr<Socket> socket, Peer& peer, const Address* to)
{
    static const std::string filling(1 << 20, 'x');
    const auto& turns = peer.exchange->turns;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(filling.data());
    for (; peer.turn < turns.size() && turns[peer.turn].fromClient == peer.isClient; ++peer.turn)
    {
        const auto octets = turns[peer.turn].octets;
        to ? socket->SendTo(bytes, octets, 0, *to) : socket->Send(bytes, octets, 0);
    }
    if (!peer.isClient || peer.turn < turns.size())
    {
        return false;
    }
    ++m_completed;
    Close(socket);
    return true;
}

void
RawReplay::Close(Ptr<Socket> socket)
{
    if (m_peers.erase(socket) > 0)
    {
        socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
        socket->SetCloseCallbacks(MakeNullCallback<void, Ptr<Socket>>(),
                                  MakeNullCallback<void, Ptr<Socket>>());
        socket->Close();
    }
}

} // namespace ns3::postroad::bench
