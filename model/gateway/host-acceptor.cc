#include "postroad/gateway/host-acceptor.h"

#include <utility>

namespace ns3::postroad
{

using boost::asio::ip::tcp;

HostAcceptor::HostAcceptor(std::shared_ptr<HostLoop> loop, const tcp::endpoint& local)
    : m_loop(std::move(loop))
    , m_acceptor(m_loop->GetContext(), local)
    , m_local(m_acceptor.local_endpoint())
    , m_pause(m_loop->GetContext())
{
}

void
HostAcceptor::Start(Handler handler)
{
    m_handler = std::move(handler);
    m_loop->Post([self = shared_from_this()] { self->Accept(); });
}

void
HostAcceptor::Close()
{
    m_handler = nullptr;
    m_loop->Post([self = shared_from_this()] {
        boost::system::error_code ignored;
        self->m_acceptor.close(ignored);
        self->m_pause.cancel();
    });
}

void
HostAcceptor::Accept()
{
    if (!m_acceptor.is_open())
    {
        return;
    }
    m_acceptor.async_accept([self = shared_from_this()](const auto& error, tcp::socket socket) {
        if (error)
        {
            self->AcceptLater();
            return;
        }
        self->GiveOut(std::move(socket));
    });
}

void
HostAcceptor::AcceptLater()
{
    m_pause.expires_after(PAUSE);
    m_pause.async_wait([self = shared_from_this()](const auto&) { self->Accept(); });
}

void
HostAcceptor::GiveOut(tcp::socket socket)
{
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto stream = std::make_shared<HostStream>(m_loop, std::move(socket));
    m_loop->Enter([self = shared_from_this(), stream] {
        if (self->m_handler)
        {
            self->m_handler(stream);
            self->m_loop->Post([self] { self->Accept(); });
        }
    });
}

} // namespace ns3::postroad
