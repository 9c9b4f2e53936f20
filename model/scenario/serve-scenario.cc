#include "postroad/scenario/serve-scenario.h"

#include "postroad/gateway/gateway.h"
#include "postroad/gateway/lag-watch.h"
#include "postroad/gateway/real-time.h"
#include "postroad/scenario/lab.h"
#include "postroad/spec/config-error.h"
#include "postroad/spec/server-ports.h"

#include "ns3/inet-socket-address.h"
#include "ns3/simulator.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <memory>

namespace ns3::postroad::scenario
{

namespace
{

using boost::asio::ip::tcp;

/// Longer than anybody waits.
constexpr wire::Duration UNTIL_STOPPED = std::chrono::hours(24 * 365);

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

[[noreturn]] void
RefusePort(const std::string& port, const boost::system::error_code& error)
{
    ConfigFault fault;
    fault.field = "--listen";
    fault.expected = "a port that is free";
    fault.came = port + ", which gives \"" + error.message() + '"';
    fault.advice = error == boost::asio::error::access_denied
                       ? "ports below 1024 are root's: choose one above"
                       : "choose another port, or 0 for any that is free";
    throw ConfigError(std::move(fault));
}

/// \return where it listens: "127.0.0.1:2525"
std::string
OpenPort(Gateway& gateway, const Forwarding& forwarding, const Address& server)
{
    const auto address = boost::asio::ip::make_address(forwarding.address);
    const auto port = forwarding.port;
    try
    {
        const auto opened = forwarding.isDatagram
                                ? gateway.ListenDatagrams({address, port}, server).port()
                                : gateway.Listen({address, port}, server).port();
        return forwarding.address + ':' + ToText(opened, forwarding.isDatagram);
    }
    catch (const boost::system::system_error& error)
    {
        RefusePort(forwarding.address + ':' + ToText(port, forwarding.isDatagram), error.code());
    }
}

std::string
NameRemote(const Forwarding& forwarding)
{
    return forwarding.host + " port " + std::to_string(forwarding.hostPort);
}

void
OpenPorts(Gateway& gateway, const InstalledNetwork& network, const Joints& joints, const Tell& tell)
{
    for (const auto& each : joints.listen)
    {
        const InetSocketAddress server(network.GetAddress(each.host), each.hostPort);
        tell(OpenPort(gateway, each, server) + " leads to " + NameRemote(each));
    }
    for (const auto& each : joints.attach)
    {
        const tcp::endpoint server(boost::asio::ip::make_address(each.address), each.port);
        gateway.Attach(network.GetNode(each.host), each.hostPort, server);
        tell(NameRemote(each) + " leads to " + each.address + ':' + std::to_string(each.port));
    }
}

} // namespace

RunResult
ServeScenario(Spec spec,
              const std::filesystem::path& folder,
              const std::vector<event::EventSink*>& sinks,
              const Joints& joints,
              const Tell& tell)
{
    CheckJoints(joints, spec);
    const auto warnings = WarnOfIdlePorts(joints, spec);
    spec.duration = UNTIL_STOPPED;
    spec.expectations.clear();
    ReplaceServers(joints, spec);
    AddGatewayHost(spec);
    const RealTime realTime;
    std::unique_ptr<LagWatch> lagWatch;
    const auto prepare = [&](Lab& lab) {
        auto& network = lab.GetNetwork();
        const auto gateway = CreateObject<Gateway>();
        network.GetNode(GATEWAY_HOST)->AddApplication(gateway);
        OpenPorts(*gateway, network, joints, tell);
        std::for_each(warnings.begin(), warnings.end(), tell);
        gateway->StopOnSignal();
        lagWatch = std::make_unique<LagWatch>(tell);
        tell("Ctrl-C ends it");
    };
    return RunScenario(spec, folder, sinks, prepare, Following::AFTER_RUN);
}

} // namespace ns3::postroad::scenario
