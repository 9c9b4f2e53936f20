#include "sample.h"

#include "mail-load.h"
#include "mail-network.h"
#include "raw-replay.h"

#include "postroad/trace/event-log.h"

#include "ns3/simulator.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace ns3::postroad::bench
{

namespace
{

/// The network of one run, and the simulator's end with it.
class Stage
{
  public:
    Stage()
        : m_network(InstallMailNetwork())
    {
    }

    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    ~Stage()
    {
        m_network = nullptr;
        Simulator::Destroy();
    }

    Ptr<InstalledNetwork> GetNetwork() const
    {
        return m_network;
    }

  private:
    Ptr<InstalledNetwork> m_network;
};

double
GetCpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

Sample
RunTimed()
{
    const auto wall = std::chrono::steady_clock::now();
    const auto cpu = GetCpuSeconds();
    Simulator::Run();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - wall;
    return {elapsed.count(), GetCpuSeconds() - cpu, Simulator::GetEventCount()};
}

void
RequireAll(std::size_t done, std::size_t wanted, const char* what)
{
    if (done != wanted)
    {
        throw std::runtime_error(std::to_string(done) + " of " + std::to_string(wanted) + ' ' +
                                 what);
    }
}

} // namespace

Sample
MeasureMail(std::size_t messages, Recording recording)
{
    std::ofstream file("/dev/null");
    trace::EventLogWriter log(file);
    const Stage stage;
    MailLoad load(stage.GetNetwork(), messages);
    if (recording == Recording::ON)
    {
        load.Record(log);
    }
    const auto sample = RunTimed();
    RequireAll(load.CountDelivered(), messages, "messages were delivered");
    return sample;
}

Tapped
TapMail(std::size_t messages)
{
    const Stage stage;
    MailLoad load(stage.GetNetwork(), messages);
    const WireTap tap;
    Simulator::Run();
    RequireAll(load.CountDelivered(), messages, "messages were delivered");
    return {tap.GetExchanges(), tap.GetTraffic()};
}

Sample
MeasureRaw(const std::vector<Exchange>& script)
{
    const Stage stage;
    const RawReplay replay(script);
    const auto sample = RunTimed();
    RequireAll(replay.CountCompleted(), script.size(), "raw exchanges were completed");
    return sample;
}

Tapped
TapRaw(const std::vector<Exchange>& script)
{
    const Stage stage;
    const RawReplay replay(script);
    const WireTap tap;
    Simulator::Run();
    RequireAll(replay.CountCompleted(), script.size(), "raw exchanges were completed");
    return {tap.GetExchanges(), tap.GetTraffic()};
}

} // namespace ns3::postroad::bench
