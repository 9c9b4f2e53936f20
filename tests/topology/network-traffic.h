/**
 * Small networks and the traffic that tests send over them, straight on ns-3's sockets.
 */
#ifndef POSTROAD_TESTS_NETWORK_TRAFFIC_H
#define POSTROAD_TESTS_NETWORK_TRAFFIC_H

#include "postroad/topology/installed-network.h"
#include "postroad/topology/network-graph.h"

#include "ns3/nstime.h"
#include "ns3/simulator.h"
#include "ns3/socket.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad::test
{

/// Adds hosts named in a text, apart by spaces; those whose name begins with 'r' are routers.
NetworkGraph MakeHosts(std::string_view names);

/// The hosts of a text, each linked to the next one.
NetworkGraph MakeChain(std::string_view names, wire::Duration delay = std::chrono::milliseconds(5));

/// The names of hosts, apart by spaces.
std::string GetNames(const NetworkGraph& graph, const std::vector<HostIndex>& hosts);

/// Leaves no simulation behind.
class SimulationTest : public ::testing::Test
{
  protected:
    void TearDown() override
    {
        Simulator::Destroy();
    }
};

/// A datagram that was answered.
struct Echo
{
    Time roundTrip;         ///< from its sending to the answer
    Ipv4Address askedFrom;  ///< the source that the other host saw
    Ipv4Address answeredBy; ///< the source of the answer
};

/// Sends a datagram from a host to an address, where it is answered if a host has it. Runs the
/// simulation until nothing is left to do; none when no answer came.
std::optional<Echo> Ping(const InstalledNetwork& network, std::string_view from, Ipv4Address to);

/// What Connect() says at once about a TCP connection from a host to an address.
Socket::SocketErrno
TryConnect(const InstalledNetwork& network, std::string_view from, Ipv4Address to);

/// A TCP connection that carries octets from one host to another.
class Transfer
{
  public:
    static constexpr std::uint16_t PORT = 9; ///< "discard", which tshark does not look into

    Transfer(const InstalledNetwork& network,
             std::string_view from,
             std::string_view to,
             std::uint32_t size,
             const Time& start = Seconds(0));
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;
    ~Transfer();

    std::uint32_t received{0}; ///< octets that came
    Time lastReceived;         ///< when the last of them came
    Time longestSilence;       ///< between two of them
    bool hasFailed{false};     ///< the sender was told of an error

  private:
    void Start(Ipv4Address to);
    void Accept(Ptr<Socket> socket, const Address& from);
    void Send(Ptr<Socket> socket, std::uint32_t available);
    void Receive(Ptr<Socket> socket);
    void Forget(Ptr<Socket> socket) const;

    std::uint32_t m_left;
    Ptr<Socket> m_listener;
    Ptr<Socket> m_sender;
    Ptr<Socket> m_receiver;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_NETWORK_TRAFFIC_H
