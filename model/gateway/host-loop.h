/**
 * The thread to which everything belongs that the host's operating system gives: sockets and
 * signals.
 *
 * Host sockets are touched from this thread alone, ns-3's objects from the simulator's alone. What
 * one side has to tell the other crosses here and nowhere else: Post() leads to the host's thread,
 * Enter() into the simulation, by Simulator::ScheduleWithContext(), the one call of ns-3 that any
 * thread may make.
 */
#ifndef POSTROAD_GATEWAY_HOST_LOOP_H
#define POSTROAD_GATEWAY_HOST_LOOP_H

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <functional>
#include <thread>

namespace ns3::postroad
{

/// The host's side of a gateway.
class HostLoop
{
  public:
    /// Starts the thread. \param context the node in whose context the simulation is entered
    explicit HostLoop(std::uint32_t context);

    HostLoop(const HostLoop&) = delete;
    HostLoop& operator=(const HostLoop&) = delete;

    /// Finish() was called before.
    ~HostLoop();

    /// What sockets of the host are made with.
    boost::asio::io_context& GetContext()
    {
        return m_context;
    }

    /// Makes a call on the host's thread.
    void Post(std::function<void()> call);

    /// Makes a call inside the simulation, at the virtual time that it is by the clock on the wall.
    /// From the host's thread only.
    void Enter(std::function<void()> call);

    /// Waits for the thread's end, which comes when all sockets are closed: from here on nothing
    /// enters the simulation. Before the simulator is destroyed.
    void Finish();

  private:
    std::uint32_t m_node;
    boost::asio::io_context m_context;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::thread m_thread;
};

} // namespace ns3::postroad

#endif // POSTROAD_GATEWAY_HOST_LOOP_H
