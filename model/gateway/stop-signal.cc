#include "postroad/gateway/stop-signal.h"

#include <boost/asio/steady_timer.hpp>

#include <csignal>
#include <memory>
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
                m_loop->Enter(handler);
                LeaveSignalsLater();
            }
        });
}

/// The loop, and with it the run's end, waits for this.
void
StopSignal::LeaveSignalsLater()
{
    const auto pause = std::make_shared<boost::asio::steady_timer>(m_loop->GetContext(), MOMENT);
    pause->async_wait([this, pause](const boost::system::error_code&) {
        boost::system::error_code ignored;
        m_signals.clear(ignored);
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
