#include "raw-replay.h"

#include "ns3/inet-socket-address.h"
#include "ns3/ipv4.h"
#include "ns3/node-list.h"
#include "ns3/simulator.h"
#include "ns3/tcp-socket-factory.h"
#include "ns3/udp-socket-factory.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>

namespace ns3::postroad::bench
{

namespace
{

/// What is sent, and where what comes is put. No turn of the benchmark is longer.
std::array<std::uint8_t, 65536> filling{};
std::array<std::uint8_t, 65536> received{};

Ptr<Node>
FindNode(Ipv4Address address)
{
    for (auto node = NodeList::Begin(); node != NodeList::End(); ++node)
    {
        if ((*node)->GetObject<Ipv4>()->GetInterfaceForAddress(address) >= 0)
        {
            return *node;
        }
    }
    throw std::logic_error("the script names an address that the network does not have");
}

InetSocketAddress
ToSocketAddress(const WireEnd& end)
{
    return {end.address, end.port};
}

WireEnd
ToWireEnd(const Address& address)
{
    const auto inet = InetSocketAddress::ConvertFrom(address);
    return {inet.GetIpv4(), inet.GetPort()};
}

} // namespace

/// One end of a connection: speaks when it is its turn.
class RawReplay::StreamEnd
{
  public:
    StreamEnd(Ptr<Socket> socket, const Exchange& exchange, bool isClient, std::size_t& completed)
        : m_socket(socket)
        , m_turns(exchange.turns)
        , m_isClient(isClient)
        , m_completed(completed)
    {
        socket->SetRecvCallback(MakeCallback(&StreamEnd::Receive, this));
        socket->SetCloseCallbacks(MakeCallback(&StreamEnd::Close, this),
                                  MakeNullCallback<void, Ptr<Socket>>());
        Speak();
    }

  private:
    void Receive(Ptr<Socket> /*socket*/)
    {
        for (int count = 1; count > 0;)
        {
            count = m_socket->Recv(received.data(), received.size(), 0);
            m_heard += static_cast<std::uint32_t>(std::max(count, 0));
        }
        if (m_next == m_turns.size() || m_heard < m_turns[m_next].octets)
        {
            return;
        }
        m_heard = 0;
        ++m_next;
        if (m_next < m_turns.size())
        {
            Speak();
        }
    }

    /// Says what is this end's to say; whoever has the last word closes.
    void Speak()
    {
        for (; m_next < m_turns.size() && m_turns[m_next].isClients == m_isClient; ++m_next)
        {
            m_socket->Send(filling.data(), m_turns[m_next].octets, 0);
        }
        if (m_next == m_turns.size())
        {
            Close(m_socket);
        }
    }

    void Close(Ptr<Socket> /*socket*/)
    {
        if (m_isOpen && m_next == m_turns.size())
        {
            m_isOpen = false;
            m_completed += m_isClient ? 1 : 0;
            m_socket->Close();
        }
    }

    Ptr<Socket> m_socket;
    const std::vector<Turn>& m_turns;
    bool m_isClient;
    std::size_t& m_completed;
    std::size_t m_next{0};    ///< the turn that is under way
    std::uint32_t m_heard{0}; ///< octets of it
    bool m_isOpen{true};
};

RawReplay::RawReplay(const std::vector<Exchange>& script)
{
    for (const auto& exchange : script)
    {
        const auto client = FindNode(exchange.client.address);
        if (exchange.isDatagram)
        {
            Bind(client, exchange.client);
            Bind(FindNode(exchange.server.address), exchange.server);
        }
        else
        {
            Listen(exchange);
        }
        Simulator::ScheduleWithContext(client->GetId(), exchange.start, [this, client, &exchange] {
            exchange.isDatagram ? Ask(exchange) : Connect(client, exchange);
        });
    }
}

RawReplay::~RawReplay() = default;

void
RawReplay::Listen(const Exchange& exchange)
{
    auto& socket = m_sockets[exchange.server];
    if (!socket)
    {
        socket =
            Socket::CreateSocket(FindNode(exchange.server.address), TcpSocketFactory::GetTypeId());
        socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), exchange.server.port));
        socket->Listen();
        socket->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                  MakeCallback(&RawReplay::Accept, this));
    }
}

void
RawReplay::Bind(Ptr<Node> node, const WireEnd& end)
{
    auto& socket = m_sockets[end];
    if (!socket)
    {
        socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
        socket->Bind(ToSocketAddress(end));
        socket->SetRecvCallback(MakeCallback(&RawReplay::ReceiveDatagram, this));
    }
}

void
RawReplay::Connect(Ptr<Node> node, const Exchange& exchange)
{
    const auto socket = Socket::CreateSocket(node, TcpSocketFactory::GetTypeId());
    socket->Connect(ToSocketAddress(exchange.server));
    Address local;
    socket->GetSockName(local);
    m_expected[ToWireEnd(local)] = &exchange;
    m_streams.push_back(std::make_unique<StreamEnd>(socket, exchange, true, m_completed));
}

void
RawReplay::Accept(Ptr<Socket> socket, const Address& from)
{
    const auto& exchange = *m_expected.at(ToWireEnd(from));
    m_streams.push_back(std::make_unique<StreamEnd>(socket, exchange, false, m_completed));
}

void
RawReplay::Ask(const Exchange& exchange)
{
    m_questions[exchange.client].push_back(&exchange);
    m_sockets.at(exchange.client)
        ->SendTo(filling.data(),
                 exchange.turns.front().octets,
                 0,
                 ToSocketAddress(exchange.server));
}

void
RawReplay::ReceiveDatagram(Ptr<Socket> socket)
{
    Address from;
    while (socket->RecvFrom(received.data(), received.size(), 0, from) > 0)
    {
        const auto question = m_questions.find(ToWireEnd(from));
        if (question == m_questions.end())
        {
            ++m_completed;
            continue;
        }
        const auto octets = question->second.front()->turns.back().octets;
        question->second.pop_front();
        socket->SendTo(filling.data(), octets, 0, from);
    }
}

} // namespace ns3::postroad::bench
