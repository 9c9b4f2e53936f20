#include "postroad/gateway/host-probe.h"

#include <utility>

namespace ns3::postroad
{

HostProbe::HostProbe(std::shared_ptr<HostLoop> loop, boost::asio::ip::tcp::endpoint server)
    : m_loop(std::move(loop))
    , m_server(std::move(server))
    , m_socket(m_loop->GetContext())
{
}

void
HostProbe::Ask(Handler handler)
{
    m_handler = std::move(handler);
    m_loop->Post([self = shared_from_this()] { self->Connect(); });
}

void
HostProbe::Close()
{
    m_handler = nullptr;
    m_loop->Post([self = shared_from_this()] {
        boost::system::error_code ignored;
        self->m_socket.close(ignored);
    });
}

void
HostProbe::Connect()
{
    m_socket.async_connect(m_server, [self = shared_from_this()](const auto& error) {
        boost::system::error_code ignored;
        self->m_socket.close(ignored);
        self->m_loop->Enter([self, isThere = !error] {
            if (self->m_handler)
            {
                self->m_handler(isThere);
            }
        });
    });
}

} // namespace ns3::postroad
