#include "postroad/gateway/host-loop.h"

#include "ns3/nstime.h"
#include "ns3/simulator.h"

#include <boost/asio/post.hpp>

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

HostLoop::HostLoop(std::uint32_t context)
    : m_node(context)
    , m_work(m_context.get_executor())
    , m_thread([this] { m_context.run(); })
{
}

HostLoop::~HostLoop()
{
    Finish();
}

void
HostLoop::Post(std::function<void()> call)
{
    boost::asio::post(m_context, std::move(call));
}

void
HostLoop::Enter(std::function<void()> call)
{
    Simulator::ScheduleWithContext(m_node, Time(0), [call = std::move(call)] { call(); });
}

void
HostLoop::Finish()
{
    m_work.reset();
    if (m_thread.joinable())
    {
        m_thread.join();
    }
}

} // namespace ns3::postroad
