#include "postroad/scenario/serve-scenario.h"

#include "postroad/gateway/gateway.h"
#include "postroad/gateway/real-time.h"
#include "postroad/scenario/config-error.h"
#include "postroad/scenario/lab.h"

#include "ns3/inet-socket-address.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <memory>

namespace ns3::postroad::scenario
{

namespace
{

using boost::asio::ip::tcp;

/// Longer than anybody waits.
constexpr wire::Duration UNTIL_STOPPED = std::chrono::hours(24 * 365);

/// The user is told when the simulation is this far behind the clock, and when it has caught up.
const Time LAG_LIMIT = MilliSeconds(500);
const Time LAG_CHECK = Seconds(1);

/// Where this machine is joined to the network: at the first router, else at the first host.
std::string
FindNeighbour(const Spec& spec)
{
    const auto routers = spec.FindHosts(HostRole::ROUTER);
    return routers.empty() ? spec.hosts.front().name : routers.front()->name;
}

void
AddGatewayHost(Spec& spec)
{
    LinkSpec link;
    link.ends = {GATEWAY_HOST, FindNeighbour(spec)};
    link.name = link.ends[0] + "--" + link.ends[1];
    spec.links.push_back(link);
    HostSpec host;
    host.name = GATEWAY_HOST;
    spec.hosts.push_back(host);
}

class LagWatch
{
  public:
    explicit LagWatch(std::function<void(const std::string&)> say)
        : m_say(std::move(say))
    {
        Simulator::Schedule(LAG_CHECK, &LagWatch::Look, this);
    }

  private:
    void Look()
    {
        const auto lag = RealTime::GetLag();
        if ((lag > LAG_LIMIT) != m_isLate)
        {
            m_isLate = !m_isLate;
            m_say(m_isLate
                      ? "the simulation is " + std::to_string(lag.GetMilliSeconds()) +
                            " ms behind the clock: this machine is too slow for so much traffic"
                      : "the simulation is on time again");
        }
        Simulator::Schedule(LAG_CHECK, &LagWatch::Look, this);
    }

    std::function<void(const std::string&)> m_say;
    bool m_isLate{false};
};

/// \return where it listens: "127.0.0.1:2525"
std::string
OpenPort(Gateway& gateway, const Forwarding& forwarding, const Address& server)
{
    try
    {
        const auto address = boost::asio::ip::make_address(forwarding.address);
        const auto local = gateway.Listen({address, forwarding.port}, server);
        return forwarding.address + ':' + std::to_string(local.port());
    }
    catch (const boost::system::system_error& error)
    {
        ConfigFault fault;
        fault.field = "--listen";
        fault.expected = "a port that is free";
        fault.came = forwarding.address + ':' + std::to_string(forwarding.port) +
                     ", which gives \"" + error.code().message() + '"';
        fault.advice = "choose another port";
        throw ConfigError(std::move(fault));
    }
}

} // namespace

RunResult
ServeScenario(Spec spec,
              const std::filesystem::path& folder,
              const std::vector<event::EventSink*>& sinks,
              const std::vector<Forwarding>& forwardings,
              const std::function<void(const std::string&)>& say)
{
    spec.duration = UNTIL_STOPPED;
    AddGatewayHost(spec);
    const RealTime realTime;
    std::unique_ptr<LagWatch> lagWatch;
    return RunScenario(spec, folder, sinks, [&](Lab& lab) {
        auto& network = lab.GetNetwork();
        const auto gateway = CreateObject<Gateway>();
        network.GetNode(GATEWAY_HOST)->AddApplication(gateway);
        for (const auto& each : forwardings)
        {
            const InetSocketAddress server(network.GetAddress(each.host), each.hostPort);
            const auto local = OpenPort(*gateway, each, server);
            say(local + " leads to " + each.host + " port " + std::to_string(each.hostPort));
        }
        gateway->StopOnSignal();
        lagWatch = std::make_unique<LagWatch>(say);
        say("Ctrl-C ends it");
    });
}

} // namespace ns3::postroad::scenario
