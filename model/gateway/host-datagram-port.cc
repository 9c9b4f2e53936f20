#include "postroad/gateway/host-datagram-port.h"

#include <boost/asio/buffer.hpp>

#include <utility>

namespace ns3::postroad
{

HostDatagramPort::HostDatagramPort(std::shared_ptr<HostLoop> loop, const Endpoint& local)
    : m_loop(std::move(loop))
    , m_socket(m_loop->GetContext(), local)
    , m_local(m_socket.local_endpoint())
{
}

void
HostDatagramPort::Start(Handler handler)
{
    m_handler = std::move(handler);
    m_loop->Post([self = shared_from_this()] { self->Receive(); });
}

void
HostDatagramPort::Send(std::string bytes, const Endpoint& to)
{
    m_loop->Post([self = shared_from_this(), bytes = std::move(bytes), to] {
        boost::system::error_code ignored;
        self->m_socket.send_to(boost::asio::buffer(bytes), to, 0, ignored);
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
    m_socket.async_receive_from(boost::asio::buffer(m_input),
                                m_from,
                                [self = shared_from_this()](const auto& error, std::size_t octets) {
                                    error ? self->Receive() : self->GiveOut(octets);
                                });
}

void
HostDatagramPort::GiveOut(std::size_t octets)
{
    m_loop->Enter(
        [self = shared_from_this(), bytes = std::string(m_input.data(), octets), from = m_from] {
            if (self->m_handler)
            {
                self->m_handler(bytes, from);
                self->m_loop->Post([self] { self->Receive(); });
            }
        });
}

} // namespace ns3::postroad
