/**
 * What the programs of this folder share: two nodes and a link of 10 ms between them, sockets with
 * ns-3's own settings, and lines that begin with the virtual time. Nothing here is Postroad's.
 */
#ifndef TWO_NODES_H
#define TWO_NODES_H

#include "ns3/error-model.h"
#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/ipv4.h"
#include "ns3/node-container.h"
#include "ns3/packet.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/socket.h"
#include "ns3/string.h"
#include "ns3/tcp-header.h"
#include "ns3/tcp-socket-base.h"
#include "ns3/tcp-socket-factory.h"

#include <csignal>
#include <cstdint>
#include <cstring>
#include <functional>
#include <iomanip>
#include <iostream>
#include <list>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace ns3::findings
{

/// Prints a line: the virtual time, and the parts one after the other.
template <typename... Parts>
void
Say(const Parts&... parts)
{
    std::cout << std::fixed << std::setprecision(4) << std::setw(11)
              << Simulator::Now().GetSeconds() << " s  ";
    (std::cout << ... << parts) << std::endl;
}

/// The name of what Socket::GetErrno() gives, as far as TCP uses it.
inline std::string
NameOf(Socket::SocketErrno error)
{
    switch (error)
    {
    case Socket::ERROR_NOTERROR:
        return "ERROR_NOTERROR";
    case Socket::ERROR_NOTCONN:
        return "ERROR_NOTCONN";
    case Socket::ERROR_MSGSIZE:
        return "ERROR_MSGSIZE";
    case Socket::ERROR_SHUTDOWN:
        return "ERROR_SHUTDOWN";
    case Socket::ERROR_NOROUTETOHOST:
        return "ERROR_NOROUTETOHOST";
    case Socket::ERROR_ADDRINUSE:
        return "ERROR_ADDRINUSE";
    case Socket::ERROR_ADDRNOTAVAIL:
        return "ERROR_ADDRNOTAVAIL";
    default:
        return std::to_string(error);
    }
}

/// The result of a call of a socket, and the reason when it is a failure.
inline std::string
ResultOf(const Ptr<Socket>& socket, int result)
{
    auto text = std::to_string(result);
    if (result < 0)
    {
        text += ", ";
        text += NameOf(socket->GetErrno());
    }
    return text;
}

/// Hands over `size` octets. \return what Send() gives
inline std::string
Send(const Ptr<Socket>& socket, std::uint32_t size)
{
    return ResultOf(socket, socket->Send(Create<Packet>(size)));
}

/// Reads all that is there. \return the octets
inline std::uint32_t
Read(const Ptr<Socket>& socket)
{
    std::uint32_t octets = 0;
    auto packet = socket->Recv();
    while (packet && packet->GetSize() > 0)
    {
        octets += packet->GetSize();
        packet = socket->Recv();
    }
    return octets;
}

/// Has each callback of a socket told in a line, and what comes read.
inline void
Watch(const Ptr<Socket>& socket, const std::string& name)
{
    using OnEvent = Callback<void, Ptr<Socket>>;
    socket->SetConnectCallback(OnEvent([name](Ptr<Socket>) { Say(name, ": ConnectionSucceeded"); }),
                               OnEvent([name](Ptr<Socket> failed) {
                                   Say(name, ": ConnectionFailed, ", NameOf(failed->GetErrno()));
                               }));
    socket->SetCloseCallbacks(OnEvent([name](Ptr<Socket>) { Say(name, ": NormalClose"); }),
                              OnEvent([name](Ptr<Socket> failed) {
                                  Say(name, ": ErrorClose, ", NameOf(failed->GetErrno()));
                              }));
    socket->SetRecvCallback(OnEvent(
        [name](Ptr<Socket> readable) { Say(name, ": DataRecv, ", Read(readable), " octets"); }));
}

/// Calls `tell` for each segment that a TCP socket sends ("Tx") or receives ("Rx").
inline void
TraceSegments(const Ptr<Socket>& socket,
              const std::string& direction,
              std::function<void(const TcpHeader&)> tell)
{
    socket->TraceConnectWithoutContext(
        direction,
        Callback<void, Ptr<const Packet>, const TcpHeader&, Ptr<const TcpSocketBase>>(
            [tell = std::move(tell)](Ptr<const Packet>,
                                     const TcpHeader& header,
                                     Ptr<const TcpSocketBase>) { tell(header); }));
}

/// One simulation: a client, a server, a link, IPv4 alone.
class TwoNodes
{
  public:
    static constexpr std::uint16_t PORT = 25;

    /// \param hasQueueDisc as ns-3 has one installed when nothing is said
    explicit TwoNodes(bool hasQueueDisc = false)
    {
        NodeContainer nodes(client, server);
        InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.Install(nodes);
        PointToPointHelper link;
        link.SetDeviceAttribute("DataRate", StringValue("10Mbps"));
        link.SetChannelAttribute("Delay", StringValue("10ms"));
        if (!hasQueueDisc)
        {
            link.DisableFlowControl();
        }
        Ipv4AddressHelper("192.0.2.0", "255.255.255.0").Assign(link.Install(nodes));
    }

    TwoNodes(const TwoNodes&) = delete;
    TwoNodes& operator=(const TwoNodes&) = delete;

    ~TwoNodes()
    {
        Simulator::Destroy();
    }

    /// A socket that listens at a port of the server; `accept` gets each connection.
    Ptr<Socket> Listen(std::function<void(Ptr<Socket>)> accept) const
    {
        const auto socket = MakeSocket(server);
        socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
        socket->Listen();
        socket->SetAcceptCallback(
            MakeNullCallback<bool, Ptr<Socket>, const Address&>(),
            Callback<void, Ptr<Socket>, const Address&>(
                [accept = std::move(accept)](Ptr<Socket> accepted, const Address&) {
                    accept(accepted);
                }));
        return socket;
    }

    /// A socket of the client that connects to the server at time 0, and is watched.
    Ptr<Socket> Connect(const std::string& name = "client") const
    {
        const auto socket = MakeSocket(client);
        Watch(socket, name);
        Simulator::ScheduleNow([socket] { socket->Connect(GetServerAddress()); });
        return socket;
    }

    static InetSocketAddress GetServerAddress()
    {
        return InetSocketAddress(Ipv4Address("192.0.2.2"), PORT);
    }

    static Ptr<Socket> MakeSocket(const Ptr<Node>& node)
    {
        return Socket::CreateSocket(node, TcpSocketFactory::GetTypeId());
    }

    /// Loses the packets with these numbers, from 0, among those that arrive at a node.
    static void Lose(const Ptr<Node>& node, const std::list<std::uint32_t>& numbers)
    {
        const auto model = CreateObject<ReceiveListErrorModel>();
        model->SetList(numbers);
        node->GetDevice(LINK)->SetAttribute("ReceiveErrorModel", PointerValue(model));
    }

    /// Takes a node off the net: whatever it is sent is lost.
    static void TakeDown(const Ptr<Node>& node)
    {
        node->GetObject<Ipv4>()->SetDown(LINK);
    }

    /// Calls `action` at a virtual time in seconds.
    static void At(double seconds, std::function<void()> action)
    {
        Simulator::Schedule(Seconds(seconds), std::move(action));
    }

    /// Runs the simulation up to a virtual time in seconds.
    static void RunUntil(double seconds)
    {
        Simulator::Stop(Seconds(seconds) - Simulator::Now());
        Simulator::Run();
    }

    const Ptr<Node> client = CreateObject<Node>();
    const Ptr<Node> server = CreateObject<Node>();

  private:
    static constexpr std::uint32_t LINK = 1; ///< behind the loopback
};

/// Does something that may crash in a process of its own. \return how that process ended
inline std::string
RunInChild(const std::function<void()>& action)
{
    const auto child = fork();
    if (child == 0)
    {
        std::signal(SIGSEGV, SIG_DFL);
        action();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "no crash";
}

} // namespace ns3::findings

#endif // TWO_NODES_H
