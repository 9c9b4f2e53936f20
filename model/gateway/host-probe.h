/**
 * Asks whether a server of the host takes connections, by making one and closing it.
 */
#ifndef POSTROAD_GATEWAY_HOST_PROBE_H
#define POSTROAD_GATEWAY_HOST_PROBE_H

#include "postroad/gateway/host-loop.h"

#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <memory>

namespace ns3::postroad
{

/// One question after another, at most one at a time.
class HostProbe : public std::enable_shared_from_this<HostProbe>
{
  public:
    /// Gets the answer, inside the simulation.
    using Handler = std::function<void(bool isThere)>;

    /// \param loop the thread of the socket \param server whom to ask
    HostProbe(std::shared_ptr<HostLoop> loop, boost::asio::ip::tcp::endpoint server);

    /// Asks. \param handler gets the answer
    void Ask(Handler handler);

    /// Gives up; the handler is not called any more.
    void Close();

  private:
    void Connect();

    std::shared_ptr<HostLoop> m_loop;
    boost::asio::ip::tcp::endpoint m_server;
    boost::asio::ip::tcp::socket m_socket;
    Handler m_handler; ///< touched from inside the simulation only
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_PROBE_H
