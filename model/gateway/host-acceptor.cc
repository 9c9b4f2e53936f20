#include "postroad/gateway/host-acceptor.h"

#include <utility>

namespace ns3::postroad
{

using boost::asio::ip::tcp;

HostAcceptor::HostAcceptor(std::shared_ptr<HostLoop> loop,
                           const tcp::endpoint& local,
                           Handler handler)
    : m_loop(std::move(loop))
    , m_acceptor(m_loop->GetContext(), local)
    , m_handler(std::move(handler))
{
    m_loop->Post([this] { Accept(); });
}

tcp::endpoint
HostAcceptor::GetLocal() const
{
    return m_acceptor.local_endpoint();
}

void
HostAcceptor::Close()
{
    m_loop->Post([this] {
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
    });
}

void
HostAcceptor::Accept()
{
    m_acceptor.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
        if (!m_acceptor.is_open())
        {
            return;
        }
        if (!error)
        {
            boost::system::error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            auto stream = std::make_shared<HostStream>(m_loop, std::move(socket));
            m_loop->Enter([this, stream] { m_handler(stream); });
        }
        Accept();
    });
}

} // namespace ns3::postroad
