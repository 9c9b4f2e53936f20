/**
 * A TCP port of the host that waits for programs.
 *
 * A connection is accepted when the simulation has taken the one before: what comes meanwhile waits
 * in the host's own backlog, so that a flood cannot use up memory and file descriptors while the
 * simulation is late.
 */
#ifndef POSTROAD_GATEWAY_HOST_ACCEPTOR_H
#define POSTROAD_GATEWAY_HOST_ACCEPTOR_H

#include "postroad/gateway/host-loop.h"
#include "postroad/gateway/host-stream.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace ns3::postroad
{

/// Listens until it is closed.
class HostAcceptor : public std::enable_shared_from_this<HostAcceptor>
{
  public:
    /// Gets each connection, inside the simulation.
    using Handler = std::function<void(std::shared_ptr<HostStream>)>;

    /**
     * Takes the port at once, before anything is simulated.
     * \param loop the thread of the port
     * \param local where to listen
     * \throws boost::system::system_error when the port cannot be had
     */
    HostAcceptor(std::shared_ptr<HostLoop> loop, const boost::asio::ip::tcp::endpoint& local);

    /// Where it listens: the port that was chosen where 0 was given.
    const boost::asio::ip::tcp::endpoint& GetLocal() const
    {
        return m_local;
    }

    /// Begins to accept. \param handler gets each connection
    void Start(Handler handler);

    /// Closes the port; the handler is not called again.
    void Close();

  private:
    /// After a connection that could not be accepted, for want of file descriptors mostly.
    static constexpr auto PAUSE = std::chrono::milliseconds(100);

    void Accept();
    void AcceptLater();
    void GiveOut(boost::asio::ip::tcp::socket socket);

    std::shared_ptr<HostLoop> m_loop;
    boost::asio::ip::tcp::acceptor m_acceptor;
    const boost::asio::ip::tcp::endpoint m_local;
    boost::asio::steady_timer m_pause;
    Handler m_handler; ///< touched from inside the simulation only
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_ACCEPTOR_H
