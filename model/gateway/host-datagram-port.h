/**
 * A UDP port of the host.
 *
 * A datagram is received when the simulation has taken the one before: what comes meanwhile waits
 * in the host's own buffer, which drops what is too much, so that a flood cannot fill the memory.
 */
#ifndef POSTROAD_GATEWAY_HOST_DATAGRAM_PORT_H
#define POSTROAD_GATEWAY_HOST_DATAGRAM_PORT_H

#include "postroad/gateway/host-loop.h"

#include <boost/asio/ip/udp.hpp>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace ns3::postroad
{

/// Receives until it is closed.
class HostDatagramPort : public std::enable_shared_from_this<HostDatagramPort>
{
  public:
    using Endpoint = boost::asio::ip::udp::endpoint;

    /// Gets each datagram and who has sent it, inside the simulation.
    using Handler = std::function<void(const std::string& bytes, const Endpoint& from)>;

    /// The longest datagram that UDP has.
    static constexpr std::size_t SIZE_LIMIT = 65535;

    /**
     * \param loop the thread of the socket
     * \param local where to receive
     * \throws boost::system::system_error when the port cannot be had
     */
    HostDatagramPort(std::shared_ptr<HostLoop> loop, const Endpoint& local);

    /// Where it receives: the port that was chosen where 0 was given.
    const Endpoint& GetLocal() const
    {
        return m_local;
    }

    /// Begins to receive. \param handler gets each datagram
    void Start(Handler handler);

    /// Sends a datagram; one that the host does not take is lost, as datagrams are.
    void Send(std::string bytes, const Endpoint& to);

    /// Closes the port; the handler is not called again.
    void Close();

  private:
    void Receive();
    void GiveOut(std::size_t octets);

    std::shared_ptr<HostLoop> m_loop;
    boost::asio::ip::udp::socket m_socket;
    const Endpoint m_local;
    Handler m_handler; ///< touched from inside the simulation only
    Endpoint m_from;
    std::array<char, SIZE_LIMIT> m_input{};
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_DATAGRAM_PORT_H
