/**
 * A TCP connection of the host, as the simulation sees it.
 *
 * The public functions are called from inside the simulation, and what they tell the user is told
 * there too; the socket itself lives on the host's thread. In each direction at most WINDOW octets
 * are on their way between the two threads: more is read from the host only when the simulated side
 * has passed on what came before, and the user counts what it has handed over and OnHostRoom() has
 * not yet given back.
 */
#ifndef POSTROAD_GATEWAY_HOST_STREAM_H
#define POSTROAD_GATEWAY_HOST_STREAM_H

#include "postroad/gateway/host-loop.h"

#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>

namespace ns3::postroad
{

/// Who uses a host stream. Called from inside the simulation.
class HostStreamUser
{
  public:
    virtual ~HostStreamUser() = default;

    /// Octets of the host's program, to be granted again by Grant().
    virtual void OnHostBytes(std::string bytes) = 0;

    /// The host's program sends no more.
    virtual void OnHostEnd() = 0;

    /// So many octets of those written have gone to the host's program.
    virtual void OnHostRoom(std::size_t octets) = 0;

    /// The connection is broken in both directions.
    virtual void OnHostBroken() = 0;

    /// The connection could not be made.
    virtual void OnHostRefused() = 0;
};

/// One connection.
class HostStream : public std::enable_shared_from_this<HostStream>
{
  public:
    using Socket = boost::asio::ip::tcp::socket;

    /// The octets that may be on their way from one thread to the other, for each direction.
    static constexpr std::size_t WINDOW = 65536;

    using Endpoint = boost::asio::ip::tcp::endpoint;

    /// A connection that was accepted. \param loop the thread of the socket
    HostStream(std::shared_ptr<HostLoop> loop, Socket socket);

    /// A connection that Start() is to make. \param loop the thread of its socket
    HostStream(std::shared_ptr<HostLoop> loop, Endpoint remote);

    /// Begins to connect or to read.
    void Start(std::weak_ptr<HostStreamUser> user);

    /// Hands octets over.
    void Write(std::string bytes);

    /// Lets as many more octets come.
    void Grant(std::size_t octets);

    /// Ends the output behind what was written.
    void End();

    /// Breaks the connection by a RST, as far as that can be.
    void Reset();

  private:
    static constexpr std::size_t READ_SIZE = 16384;

    void Tell(std::function<void(HostStreamUser&)> call);
    void Connect();
    void Read();
    void OnRead(const boost::system::error_code& error, std::size_t octets);
    void WriteNext();
    void OnWritten(const boost::system::error_code& error, std::size_t octets);
    void Break(void (HostStreamUser::*tell)());

    std::shared_ptr<HostLoop> m_loop;
    Socket m_socket;
    Endpoint m_remote; ///< to connect to
    bool m_isConnected;
    std::weak_ptr<HostStreamUser> m_user;
    std::array<char, READ_SIZE> m_input{};
    std::size_t m_granted{WINDOW}; ///< octets that may still be read
    std::deque<std::string> m_output;
    bool m_isReading{false};
    bool m_isWriting{false};
    bool m_isEnding{false}; ///< the output ends behind what is in m_output
    bool m_isInputOver{false};
    bool m_isBroken{false};
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_STREAM_H
