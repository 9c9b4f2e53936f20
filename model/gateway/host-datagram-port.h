/**
 * A UDP port of the host.
 *
 * All that has come is received at once, as far as a batch goes, and the next batch when the
 * simulation has taken the one before: what comes meanwhile waits in the host's own buffer, which
 * drops what is too much, so that a flood cannot fill the memory. What it dropped is told.
 */
#ifndef POSTROAD_GATEWAY_HOST_DATAGRAM_PORT_H
#define POSTROAD_GATEWAY_HOST_DATAGRAM_PORT_H

#include "postroad/gateway/host-loop.h"

#include <boost/asio/ip/udp.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// Receives until it is closed.
class HostDatagramPort : public std::enable_shared_from_this<HostDatagramPort>
{
  public:
    using Endpoint = boost::asio::ip::udp::endpoint;

    /// Gets each datagram and who has sent it, inside the simulation.
    using Handler = std::function<void(const std::string& bytes, const Endpoint& from)>;

    /// Gets, inside the simulation, how many datagrams were lost since it was called last.
    using LossHandler = std::function<void(std::uint32_t lost)>;

    /// The longest datagram that UDP has.
    static constexpr std::size_t SIZE_LIMIT = 65535;

    /// So many datagrams, and about so many octets, are received at once.
    static constexpr std::size_t BATCH_LIMIT = 1024;
    static constexpr std::size_t BATCH_OCTETS = 4U << 20U;

    /// What is asked of the host's own buffer, in octets; it gives what its settings allow.
    static constexpr int BUFFER_WISH = 4 << 20;

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

    /// Begins to receive. \param handler gets each datagram \param onLost hears of losses
    void Start(Handler handler, LossHandler onLost);

    /// Sends a datagram; one that the host does not take is lost, as datagrams are.
    void Send(std::string bytes, const Endpoint& to);

    /// Closes the port; the handler is not called again.
    void Close();

  private:
    struct Datagram
    {
        std::string bytes;
        Endpoint from;
    };

    void Receive();
    void Drain();
    std::uint32_t CountLost();
    void GiveOut(const std::vector<Datagram>& batch, std::uint32_t lost);

    std::shared_ptr<HostLoop> m_loop;
    boost::asio::ip::udp::socket m_socket;
    const Endpoint m_local;
    Handler m_handler;    ///< touched from inside the simulation only
    LossHandler m_onLost; ///< the same
    std::array<char, SIZE_LIMIT> m_input{};
    std::uint32_t m_drops{0}; ///< of the host, as it has counted them up to now
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_DATAGRAM_PORT_H
