/**
 * A plain program of this machine: blocking sockets of the operating system, as any client has.
 */
#ifndef POSTROAD_TESTS_GATEWAY_HOST_CLIENT_H
#define POSTROAD_TESTS_GATEWAY_HOST_CLIENT_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ns3::postroad::test
{

/// Owns a socket's descriptor. Nothing waits longer than PATIENCE_MS.
class HostClient
{
  public:
    static constexpr int PATIENCE_MS = 20000;

    /// A TCP connection to a port of the loopback. \throws std::system_error when it is refused
    static HostClient Connect(std::uint16_t port);

    /// A UDP socket that sends to a port of the loopback.
    static HostClient Open(std::uint16_t port);

    /// A TCP socket that listens at a port of the loopback; 0 takes any that is free.
    static HostClient Listen(std::uint16_t port = 0);

    HostClient(HostClient&& other) noexcept;
    HostClient(const HostClient&) = delete;
    HostClient& operator=(const HostClient&) = delete;
    HostClient& operator=(HostClient&&) = delete;
    ~HostClient();

    /// The next connection to one that listens.
    HostClient Accept() const;

    /// The local port.
    std::uint16_t GetPort() const;

    /// Sends all of it, as far as the peer takes it. \return the octets that went
    std::size_t Send(std::string_view bytes) const;

    /// Some octets or one datagram; empty at the end, and when nothing comes.
    std::string Receive(int patience = PATIENCE_MS) const;

    /// So many octets, or fewer where the stream ends.
    std::string ReceiveExactly(std::size_t octets) const;

    /// All up to the end. \throws std::system_error when the connection is broken off
    std::string ReceiveAll() const;

    /// Ends the output.
    void End() const;

    /// Breaks the connection off by a RST.
    void Reset();

  private:
    explicit HostClient(int type);

    int m_socket;
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_GATEWAY_HOST_CLIENT_H
