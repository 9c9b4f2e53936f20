#include "postroad/gateway/host-datagram-port.h"

#include <boost/asio/buffer.hpp>

#include <cstdint>
#include <linux/sock_diag.h>
#include <sys/socket.h>
#include <utility>

namespace ns3::postroad
{

using Socket = boost::asio::ip::udp::socket;

HostDatagramPort::HostDatagramPort(std::shared_ptr<HostLoop> loop, const Endpoint& local)
    : m_loop(std::move(loop))
    , m_socket(m_loop->GetContext(), local)
    , m_local(m_socket.local_endpoint())
{
    boost::system::error_code ignored;
    m_socket.set_option(boost::asio::socket_base::receive_buffer_size(BUFFER_WISH), ignored);
    m_socket.non_blocking(true);
}

void
HostDatagramPort::Start(Handler handler, LossHandler onLost)
{
    m_handler = std::move(handler);
    m_onLost = std::move(onLost);
    m_loop->Post([self = shared_from_this()] { self->Receive(); });
}

void
HostDatagramPort::Send(std::string bytes, const Endpoint& to)
{
    m_loop->Post([self = shared_from_this(), bytes = std::move(bytes), to] {
        boost::system::error_code error;
        do
        {
            self->m_socket.send_to(boost::asio::buffer(bytes), to, 0, error);
        } while (error == boost::asio::error::would_block &&
                 !self->m_socket.wait(Socket::wait_write, error));
    });
}

void
HostDatagramPort::Close()
{
    m_handler = nullptr;
    m_loop->Post([self = shared_from_this()] {
        boost::system::error_code ignored;
        self->m_socket.close(ignored);
    });
}

void
HostDatagramPort::Receive()
{
    if (!m_socket.is_open())
    {
        return;
    }
    m_socket.async_wait(Socket::wait_read, [self = shared_from_this()](const auto& error) {
        error ? self->Receive() : self->Drain();
    });
}

void
HostDatagramPort::Drain()
{
    std::vector<Datagram> batch;
    boost::system::error_code error;
    for (std::size_t octets = 0; octets < BATCH_OCTETS && batch.size() < BATCH_LIMIT;)
    {
        Endpoint from;
        const auto size = m_socket.receive_from(boost::asio::buffer(m_input), from, 0, error);
        if (error)
        {
            break; // there are no more
        }
        octets += size;
        batch.push_back({std::string(m_input.data(), size), from});
    }
    m_loop->Enter([self = shared_from_this(), batch = std::move(batch), lost = CountLost()] {
        self->GiveOut(batch, lost);
    });
}

std::uint32_t
HostDatagramPort::CountLost()
{
    std::array<std::uint32_t, SK_MEMINFO_VARS> facts{};
    socklen_t size = sizeof(facts);
    if (::getsockopt(m_socket.native_handle(), SOL_SOCKET, SO_MEMINFO, facts.data(), &size) != 0)
    {
        return 0; // the host does not tell
    }
    const auto drops = facts[SK_MEMINFO_DROPS];
    return drops - std::exchange(m_drops, drops);
}

void
HostDatagramPort::GiveOut(const std::vector<Datagram>& batch, std::uint32_t lost)
{
    for (const auto& each : batch)
    {
        if (m_handler)
        {
            m_handler(each.bytes, each.from);
        }
    }
    if (m_handler)
    {
        if (lost > 0)
        {
            m_onLost(lost);
        }
        m_loop->Post([self = shared_from_this()] { self->Receive(); });
    }
}

} // namespace ns3::postroad
