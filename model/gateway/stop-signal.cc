#include "postroad/gateway/stop-signal.h"

#include <csignal>
#include <utility>

namespace ns3::postroad
{

StopSignal::StopSignal(std::shared_ptr<HostLoop> loop, std::function<void()> handler)
    : m_loop(std::move(loop))
    , m_signals(m_loop->GetContext(), SIGINT, SIGTERM)
{
    m_signals.async_wait(
        [this, handler = std::move(handler)](const boost::system::error_code& error, int) {
            if (!error)
            {
                boost::system::error_code ignored;
                m_signals.clear(ignored);
                m_loop->Enter(handler);
            }
        });
}

void
StopSignal::Close()
{
    m_loop->Post([this] {
        boost::system::error_code ignored;
        m_signals.cancel(ignored);
    });
}

} // namespace ns3::postroad
