/**
 * A TCP port of the host that waits for programs.
 */
#ifndef POSTROAD_GATEWAY_HOST_ACCEPTOR_H
#define POSTROAD_GATEWAY_HOST_ACCEPTOR_H

#include "postroad/gateway/host-loop.h"
#include "postroad/gateway/host-stream.h"

#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <memory>

namespace ns3::postroad
{

/// Listens until it is closed.
class HostAcceptor
{
  public:
    /// Gets each connection, inside the simulation.
    using Handler = std::function<void(std::shared_ptr<HostStream>)>;

    /**
     * Listens at once, before anything is simulated.
     * \param loop the thread of the port
     * \param local where to listen
     * \param handler gets each connection
     * \throws boost::system::system_error when the port cannot be had
     */
    HostAcceptor(std::shared_ptr<HostLoop> loop,
                 const boost::asio::ip::tcp::endpoint& local,
                 Handler handler);

    /// Where it listens: the port that was chosen where 0 was given.
    boost::asio::ip::tcp::endpoint GetLocal() const;

    /// Closes the port. The object must live on until the loop is finished.
    void Close();

  private:
    void Accept();

    std::shared_ptr<HostLoop> m_loop;
    boost::asio::ip::tcp::acceptor m_acceptor;
    Handler m_handler;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_ACCEPTOR_H
