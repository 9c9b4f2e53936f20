/**
 * The smallest network: a client, a server, one link between them, IPv4 alone, no queue disc.
 *
 * One of these is one simulation. Declare it first in a test: it ends the simulation when it goes,
 * after the connections that use it.
 */
#ifndef POSTROAD_TESTS_NET_TWO_HOSTS_H
#define POSTROAD_TESTS_NET_TWO_HOSTS_H

#include "ns3/address.h"
#include "ns3/net-device-container.h"
#include "ns3/node-container.h"
#include "ns3/socket.h"

#include <cstdint>
#include <functional>
#include <list>
#include <string>

namespace ns3::postroad::test
{

/// The link between the two hosts.
struct Link
{
    std::string rate{"10Mbps"};
    std::string delay{"10ms"};
    std::string queue{"100p"};
    double loss{0};           ///< the chance of a packet to be lost, in either direction
    bool hasQueueDisc{false}; ///< as ns-3 installs one when nothing is said
};

/// A network of two hosts, and the simulator's clock.
class TwoHosts
{
  public:
    static constexpr std::uint16_t PORT = 25;

    explicit TwoHosts(const Link& link = {});
    TwoHosts(const TwoHosts&) = delete;
    TwoHosts& operator=(const TwoHosts&) = delete;
    ~TwoHosts();

    Ptr<Node> GetClient() const;
    Ptr<Node> GetServer() const;
    Address GetServerAddress(std::uint16_t port = PORT) const;
    Address GetClientAddress(std::uint16_t port) const;

    /// The address that a server listens on.
    static Address GetAny(std::uint16_t port = PORT);

    /// Loses the packets with these numbers, from 0, among those that arrive there.
    void LoseAtServer(const std::list<std::uint32_t>& numbers);
    void LoseAtClient(const std::list<std::uint32_t>& numbers);

    /// The packets that found a queue of the link full, so far.
    std::uint32_t GetLost() const;

    /// Takes the server's interface down: whatever it is sent is lost.
    void TakeServerDown();

    /// A TCP socket as ns-3 gives it, without any guard.
    static Ptr<Socket> MakeBareSocket(Ptr<Node> node);

    /// Calls `action` at a virtual time in seconds.
    static void At(double seconds, std::function<void()> action);

    /// Runs the simulation up to a virtual time in seconds.
    static void RunUntil(double seconds);

    /// The virtual time in seconds.
    static double GetSeconds();

  private:
    NodeContainer m_nodes;
    NetDeviceContainer m_devices;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_NET_TWO_HOSTS_H
