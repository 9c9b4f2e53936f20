/**
 * One connection through the gateway: a TCP connection of the host joined to a simulated one.
 *
 * Octets, ends and breaks of either side become those of the other. Neither side can make the other
 * hold more than HostStream::WINDOW octets for it: the simulated socket is not read, and the host's
 * is not, while so much is waiting on the other side. An end of one direction leaves the other
 * open.
 */
#ifndef POSTROAD_GATEWAY_GATEWAY_STREAM_H
#define POSTROAD_GATEWAY_GATEWAY_STREAM_H

#include "postroad/gateway/host-stream.h"
#include "postroad/net/stream-socket.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace ns3::postroad
{

/// Both ends, seen from inside the simulation.
class GatewayStream final
    : public HostStreamUser
    , public std::enable_shared_from_this<GatewayStream>
{
  public:
    /**
     * \param host the host's connection
     * \param socket the simulated one, connected or connecting
     * \param onRefused called when the host's connection cannot be made
     * \param onOver called once, by an event, when nothing is left to do
     */
    GatewayStream(std::shared_ptr<HostStream> host,
                  std::unique_ptr<StreamSocket> socket,
                  std::function<void()> onRefused,
                  std::function<void()> onOver);

    /// Begins to pass octets on.
    void Start();

    /// Breaks both sides off; the host's program sees a RST.
    void Break();

  private:
    void OnHostBytes(std::string bytes) override;
    void OnHostEnd() override;
    void OnHostRoom(std::size_t octets) override;
    void OnHostBroken() override;
    void OnHostRefused() override;

    /// Has Advance() called by an event at the present time.
    void Wake();
    void Advance();
    void PassToSimulation();
    void PassToHost();
    void Finish();

    std::shared_ptr<HostStream> m_host;
    std::unique_ptr<StreamSocket> m_socket;
    std::function<void()> m_onRefused;
    std::function<void()> m_onOver;
    std::string m_fromHost;   ///< what waits for the handshake
    std::size_t m_toGrant{0}; ///< octets of the host that were taken and not granted again
    std::size_t m_toHost{0};  ///< octets on their way to the host's program
    bool m_isHostOver{false}; ///< the host's program sends no more
    bool m_isHostTold{false}; ///< the host's program knows that no more comes
    bool m_isBroken{false};   ///< the host's connection is gone
    bool m_isClosed{false};   ///< the simulated socket was closed from this side
    bool m_isWoken{false};
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_GATEWAY_STREAM_H
