#include "topology/network-traffic.h"

#include "ns3/inet-socket-address.h"
#include "ns3/node.h"
#include "ns3/packet.h"
#include "ns3/tcp-socket-factory.h"
#include "ns3/udp-socket-factory.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace ns3::postroad::test
{

namespace
{

constexpr std::uint16_t ECHO_PORT = 7;
constexpr std::uint16_t SINK_PORT = Transfer::PORT;

} // namespace

NetworkGraph
MakeHosts(std::string_view names)
{
    NetworkGraph graph;
    std::istringstream words{std::string(names)};
    for (std::string name; words >> name;)
    {
        graph.AddHost({name, name.front() == 'r', ""});
    }
    return graph;
}

NetworkGraph
MakeChain(std::string_view names, wire::Duration delay)
{
    auto graph = MakeHosts(names);
    for (HostIndex host = 1; host < graph.CountHosts(); ++host)
    {
        NetworkLink link{graph.GetHost(host - 1).name, graph.GetHost(host).name};
        link.delay = delay;
        graph.AddLink(link);
    }
    return graph;
}

std::string
GetNames(const NetworkGraph& graph, const std::vector<HostIndex>& hosts)
{
    std::string names;
    for (const auto host : hosts)
    {
        names += (names.empty() ? "" : " ") + graph.GetHost(host).name;
    }
    return names;
}

std::optional<Echo>
Ping(const InstalledNetwork& network, std::string_view from, Ipv4Address to)
{
    std::optional<Echo> echo;
    Ipv4Address askedFrom = Ipv4Address::GetAny();
    const auto bind = [](Ptr<Node> node, std::uint16_t port) {
        auto socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
        socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), port));
        return socket;
    };
    const auto owner =
        to.IsLocalhost() ? network.GetGraph().FindHost(from) : network.GetPlan().FindOwner(to);
    Ptr<Socket> server;
    if (owner)
    {
        server = bind(network.GetNode(network.GetGraph().GetHost(*owner).name), ECHO_PORT);
        server->SetRecvCallback([&](Ptr<Socket> socket) {
            Address peer;
            const auto packet = socket->RecvFrom(peer);
            askedFrom = InetSocketAddress::ConvertFrom(peer).GetIpv4();
            socket->SendTo(packet, 0, peer);
        });
    }
    const auto client = bind(network.GetNode(from), 0);
    const auto start = Simulator::Now();
    client->SetRecvCallback([&](Ptr<Socket> socket) {
        Address peer;
        socket->RecvFrom(peer);
        echo = Echo{Simulator::Now() - start,
                    askedFrom,
                    InetSocketAddress::ConvertFrom(peer).GetIpv4()};
    });
    Simulator::ScheduleWithContext(client->GetNode()->GetId(), Time(0), [&] {
        client->SendTo(Create<Packet>(100), 0, InetSocketAddress(to, ECHO_PORT));
    });
    Simulator::Run();
    client->Close();
    if (server)
    {
        server->Close();
    }
    return echo;
}

Socket::SocketErrno
TryConnect(const InstalledNetwork& network, std::string_view from, Ipv4Address to)
{
    const auto socket = Socket::CreateSocket(network.GetNode(from), TcpSocketFactory::GetTypeId());
    auto error = Socket::ERROR_NOTERROR;
    Simulator::ScheduleNow([&] {
        if (socket->Connect(InetSocketAddress(to, SINK_PORT)) != 0)
        {
            error = socket->GetErrno();
        }
        Simulator::Stop();
    });
    Simulator::Run();
    return error;
}

Transfer::Transfer(const InstalledNetwork& network,
                   std::string_view from,
                   std::string_view to,
                   std::uint32_t size,
                   const Time& start)
    : m_left(size)
    , m_listener(Socket::CreateSocket(network.GetNode(to), TcpSocketFactory::GetTypeId()))
    , m_sender(Socket::CreateSocket(network.GetNode(from), TcpSocketFactory::GetTypeId()))
{
    m_listener->Bind(InetSocketAddress(Ipv4Address::GetAny(), SINK_PORT));
    m_listener->Listen();
    m_listener->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                  MakeCallback(&Transfer::Accept, this));
    Simulator::ScheduleWithContext(m_sender->GetNode()->GetId(),
                                   start,
                                   &Transfer::Start,
                                   this,
                                   network.GetAddress(to));
}

Transfer::~Transfer()
{
    for (const auto& socket : {m_listener, m_sender, m_receiver})
    {
        Forget(socket);
    }
}

void
Transfer::Start(Ipv4Address to)
{
    m_sender->SetSendCallback(MakeCallback(&Transfer::Send, this));
    m_sender->SetCloseCallbacks(MakeNullCallback<void, Ptr<Socket>>(),
                                [this](Ptr<Socket>) { hasFailed = true; });
    if (m_sender->Connect(InetSocketAddress(to, SINK_PORT)) != 0)
    {
        hasFailed = true;
    }
}

void
Transfer::Accept(Ptr<Socket> socket, const Address& /* from */)
{
    m_receiver = socket;
    socket->SetRecvCallback(MakeCallback(&Transfer::Receive, this));
}

void
Transfer::Send(Ptr<Socket> socket, std::uint32_t available)
{
    const auto size = std::min(available, m_left);
    if (size > 0 && socket->Send(Create<Packet>(size)) > 0)
    {
        m_left -= size;
        if (m_left == 0)
        {
            socket->Close();
        }
    }
}

void
Transfer::Receive(Ptr<Socket> socket)
{
    while (const auto packet = socket->Recv())
    {
        if (packet->GetSize() == 0)
        {
            socket->Close();
            return;
        }
        if (received > 0)
        {
            longestSilence = std::max(longestSilence, Simulator::Now() - lastReceived);
        }
        received += packet->GetSize();
        lastReceived = Simulator::Now();
    }
}

void
Transfer::Forget(Ptr<Socket> socket) const
{
    if (socket)
    {
        socket->SetRecvCallback(MakeNullCallback<void, Ptr<Socket>>());
        socket->SetSendCallback(MakeNullCallback<void, Ptr<Socket>, std::uint32_t>());
        socket->SetAcceptCallback(MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
                                  MakeNullCallback<void, Ptr<Socket>, const Address&>());
        socket->SetCloseCallbacks(MakeNullCallback<void, Ptr<Socket>>(),
                                  MakeNullCallback<void, Ptr<Socket>>());
    }
}

} // namespace ns3::postroad::test
