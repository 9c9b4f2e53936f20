#include "gateway/host-client.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace ns3::postroad::test
{

namespace
{

constexpr int BACKLOG = 256;

void
Require(bool isDone, const char* what)
{
    if (!isDone)
    {
        throw std::system_error(errno, std::generic_category(), what);
    }
}

sockaddr_in
MakeAddress(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

bool
WaitFor(int descriptor, short events, int patience)
{
    pollfd waiting{descriptor, events, 0};
    return poll(&waiting, 1, patience) == 1;
}

} // namespace

HostClient::HostClient(int type)
    : m_socket(socket(AF_INET, type, 0))
{
    Require(m_socket >= 0, "socket");
}

HostClient::HostClient(HostClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
{
}

HostClient::~HostClient()
{
    if (m_socket >= 0)
    {
        close(m_socket);
    }
}

HostClient
HostClient::Connect(std::uint16_t port)
{
    HostClient client(SOCK_STREAM);
    const auto address = MakeAddress(port);
    Require(
        connect(client.m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0,
        "connect");
    return client;
}

HostClient
HostClient::Open(std::uint16_t port)
{
    HostClient client(SOCK_DGRAM);
    const auto address = MakeAddress(port);
    Require(
        connect(client.m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0,
        "connect");
    return client;
}

HostClient
HostClient::Listen(std::uint16_t port)
{
    HostClient listener(SOCK_STREAM);
    const int isReused = 1;
    setsockopt(listener.m_socket, SOL_SOCKET, SO_REUSEADDR, &isReused, sizeof(isReused));
    const auto address = MakeAddress(port);
    Require(bind(listener.m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) ==
                0,
            "bind");
    Require(listen(listener.m_socket, BACKLOG) == 0, "listen");
    return listener;
}

HostClient
HostClient::Accept() const
{
    Require(WaitFor(m_socket, POLLIN, PATIENCE_MS), "no connection came");
    HostClient accepted(SOCK_STREAM);
    close(accepted.m_socket);
    accepted.m_socket = accept(m_socket, nullptr, nullptr);
    Require(accepted.m_socket >= 0, "accept");
    return accepted;
}

std::uint16_t
HostClient::GetPort() const
{
    sockaddr_in address{};
    socklen_t length = sizeof(address);
    getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin_port);
}

std::size_t
HostClient::Send(std::string_view bytes) const
{
    std::size_t sent = 0;
    while (sent < bytes.size() && WaitFor(m_socket, POLLOUT, PATIENCE_MS))
    {
        const auto count =
            send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0)
        {
            break;
        }
        sent += static_cast<std::size_t>(count);
    }
    return sent;
}

std::string
HostClient::Receive(int patience) const
{
    std::array<char, 65536> buffer{};
    if (!WaitFor(m_socket, POLLIN, patience))
    {
        return {};
    }
    const auto count = recv(m_socket, buffer.data(), buffer.size(), 0);
    Require(count >= 0, "recv");
    return {buffer.data(), static_cast<std::size_t>(count)};
}

std::string
HostClient::ReceiveExactly(std::size_t octets) const
{
    std::string all;
    while (all.size() < octets)
    {
        const auto bytes = Receive();
        if (bytes.empty())
        {
            break;
        }
        all += bytes;
    }
    return all;
}

std::string
HostClient::ReceiveAll() const
{
    std::string all;
    for (auto bytes = Receive(); !bytes.empty(); bytes = Receive())
    {
        all += bytes;
    }
    return all;
}

void
HostClient::End() const
{
    shutdown(m_socket, SHUT_WR);
}

void
HostClient::Reset()
{
    const linger atOnce{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
    close(std::exchange(m_socket, -1));
}

} // namespace ns3::postroad::test
