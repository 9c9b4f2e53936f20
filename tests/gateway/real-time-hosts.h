/**
 * Two simulated hosts in real time, the gateway on the first of them, and programs of this machine
 * on threads of their own.
 */
#ifndef POSTROAD_TESTS_GATEWAY_REAL_TIME_HOSTS_H
#define POSTROAD_TESTS_GATEWAY_REAL_TIME_HOSTS_H

#include "net/two-hosts.h"

#include "postroad/gateway/gateway.h"
#include "postroad/gateway/real-time.h"

#include <cstdint>
#include <functional>

namespace ns3::postroad::test
{

/// One simulation.
class RealTimeHosts
{
  public:
    /// So long something may take; only a test that fails does.
    static constexpr int PATIENCE_S = 60;

  private:
    RealTime m_realTime; // before anything of ns-3

  public:
    TwoHosts hosts;
    Ptr<Gateway> gateway;
    std::uint32_t lostDatagrams{0}; ///< told up to now

    explicit RealTimeHosts(const Link& link = {"1Gbps", "1ms", "1000p"});

    /// Opens a port of this machine that leads to a port of the simulated server. \return its port
    std::uint16_t Listen(std::uint16_t serverPort = TwoHosts::PORT);

    /// The same for UDP. What the machine loses is counted.
    std::uint16_t ListenDatagrams(std::uint16_t serverPort);

    /// Runs the simulation while a program runs on a thread of its own.
    void RunWith(const std::function<void()>& program);

    /// Runs the simulation until something is so.
    void RunUntil(std::function<bool()> isSo);

    /// Simulates for so long.
    static void RunFor(double seconds);
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_GATEWAY_REAL_TIME_HOSTS_H
