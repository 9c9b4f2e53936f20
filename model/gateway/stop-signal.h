/**
 * Ctrl-C, heard on the host's thread and told inside the simulation.
 */
#ifndef POSTROAD_GATEWAY_STOP_SIGNAL_H
#define POSTROAD_GATEWAY_STOP_SIGNAL_H

#include "postroad/gateway/host-loop.h"

#include <boost/asio/signal_set.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace ns3::postroad
{

/// Listens for SIGINT and SIGTERM until one has come or it is closed. Then they are the system's
/// again, so that a second Ctrl-C ends a program that takes too long to end itself.
class StopSignal
{
  public:
    /// A signal that follows the first within this time is the same one: timeout(1), for example,
    /// sends it to its command and to all of the group.
    static constexpr auto MOMENT = std::chrono::milliseconds(200);

    /// \param loop whose thread listens \param handler called inside the simulation
    StopSignal(std::shared_ptr<HostLoop> loop, std::function<void()> handler);

    /// Leaves signals to others again. The object must live on until the loop is finished.
    void Close();

  private:
    void LeaveSignalsLater();

    std::shared_ptr<HostLoop> m_loop;
    boost::asio::signal_set m_signals;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_STOP_SIGNAL_H
