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

[[noreturn]] void
RefusePort(const char* option, const std::string& port, const std::string& reason)
{
    ConfigFault fault;
    fault.field = option;
    fault.expected = "a port that is free";
    fault.came = port + ", which gives \"" + reason + '"';
    fault.advice = "choose another port";
    throw ConfigError(std::move(fault));
}

/// \return where it listens: "127.0.0.1:2525"
std::string
OpenPort(Gateway& gateway, const Forwarding& forwarding, const Address& server)
{
    const auto address = boost::asio::ip::make_address(forwarding.address);
    try
    {
        const auto port = forwarding.isDatagram
                              ? gateway.ListenDatagrams({address, forwarding.port}, server).port()
                              : gateway.Listen({address, forwarding.port}, server).port();
        return forwarding.address + ':' + std::to_string(port) +
               (forwarding.isDatagram ? "/udp" : "");
    }
    catch (const boost::system::system_error& error)
    {
        RefusePort("--listen",
                   forwarding.address + ':' + std::to_string(forwarding.port),
                   error.code().message());
    }
}

std::string
ToText(const Forwarding& forwarding)
{
    return forwarding.host + " port " + std::to_string(forwarding.hostPort);
}

void
OpenPorts(Gateway& gateway,
          const InstalledNetwork& network,
          const Joints& joints,
          const std::function<void(const std::string&)>& say)
{
    for (const auto& each : joints.listen)
    {
        const InetSocketAddress server(network.GetAddress(each.host), each.hostPort);
        say(OpenPort(gateway, each, server) + " leads to " + ToText(each));
    }
    for (const auto& each : joints.attach)
    {
        const tcp::endpoint server(boost::asio::ip::make_address(each.address), each.port);
        const auto status = gateway.Attach(network.GetNode(each.host), each.hostPort, server);
        if (status != SocketStatus::OK)
        {
            RefusePort("--attach", ToText(each), std::string(GetText(status)));
        }
        say(ToText(each) + " leads to " + each.address + ':' + std::to_string(each.port));
    }
}

} // namespace

RunResult
ServeScenario(Spec spec,
              const std::filesystem::path& folder,
              const std::vector<event::EventSink*>& sinks,
              const Joints& joints,
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
        OpenPorts(*gateway, network, joints, say);
        gateway->StopOnSignal();
        lagWatch = std::make_unique<LagWatch>(say);
        say("Ctrl-C ends it");
    });
}

} // namespace ns3::postroad::scenario
