#include "gateway/real-time-hosts.h"

#include "ns3/node.h"
#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <exception>
#include <thread>
#include <utility>

namespace ns3::postroad::test
{

namespace
{

boost::asio::ip::address
GetLoopback()
{
    return boost::asio::ip::address_v4::loopback();
}

void
StopWhen(const std::function<bool()>& isSo)
{
    isSo() ? Simulator::Stop() : void(Simulator::Schedule(MilliSeconds(5), &StopWhen, isSo));
}

/// Runs to the end that something else sets.
void
RunPatiently()
{
    const auto tooLong = Simulator::Schedule(Seconds(RealTimeHosts::PATIENCE_S), [] {
        ADD_FAILURE() << "it takes too long";
        Simulator::Stop();
    });
    Simulator::Run();
    Simulator::Cancel(tooLong);
}

} // namespace

RealTimeHosts::RealTimeHosts(const Link& link)
    : hosts(link)
    , gateway(CreateObject<Gateway>())
{
    hosts.GetClient()->AddApplication(gateway);
}

std::uint16_t
RealTimeHosts::Listen(std::uint16_t serverPort)
{
    return gateway->Listen({GetLoopback(), 0}, hosts.GetServerAddress(serverPort)).port();
}

std::uint16_t
RealTimeHosts::ListenDatagrams(std::uint16_t serverPort)
{
    return gateway
        ->ListenDatagrams({GetLoopback(), 0},
                          hosts.GetServerAddress(serverPort),
                          [this](auto lost) { lostDatagrams += lost; })
        .port();
}

void
RealTimeHosts::RunWith(const std::function<void()>& program)
{
    std::thread thread([&program] {
        try
        {
            program();
        }
        catch (const std::exception& error)
        {
            ADD_FAILURE() << error.what();
        }
        Simulator::ScheduleWithContext(0, Time(0), [] { Simulator::Stop(); });
    });
    RunPatiently();
    thread.join();
}

void
RealTimeHosts::RunUntil(std::function<bool()> isSo)
{
    Simulator::ScheduleNow(&StopWhen, std::move(isSo));
    RunPatiently();
}

void
RealTimeHosts::RunFor(double seconds)
{
    Simulator::Stop(Seconds(seconds));
    Simulator::Run();
}

} // namespace ns3::postroad::test
