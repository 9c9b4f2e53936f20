#include "postroad/scenario/serve-scenario.h"

#include "postroad/gateway/gateway.h"
#include "postroad/gateway/lag-watch.h"
#include "postroad/gateway/real-time.h"
#include "postroad/scenario/lab.h"
#include "postroad/scenario/served-users.h"
#include "postroad/spec/value/config-error.h"

#include "ns3/callback.h"
#include "ns3/inet-socket-address.h"
#include "ns3/simulator.h"

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/udp.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

using boost::asio::ip::tcp;
using boost::asio::ip::udp;

/// Longer than anybody waits.
constexpr wire::Duration UNTIL_STOPPED = std::chrono::hours(24 * 365);

/// Datagrams of this machine come in batches, all of which waits for the link.
constexpr std::uint32_t GATEWAY_QUEUE = 4 * HostDatagramPort::BATCH_LIMIT;

/// Where this machine is joined to the network: at the first router, else at the first host.
mail::DomainName
FindNeighbour(const Spec& spec)
{
    const auto routers = spec.FindHosts(HostRole::ROUTER);
    return routers.empty() ? spec.hosts.front().name : routers.front()->name;
}

void
AddGatewayHost(Spec& spec)
{
    LinkSpec link;
    link.ends = {mail::DomainName(GATEWAY_HOST), FindNeighbour(spec)};
    link.name = link.ends[0].ToString() + "--" + link.ends[1].ToString();
    link.queuePackets = GATEWAY_QUEUE;
    spec.links.push_back(link);
    HostSpec host;
    host.name = mail::DomainName(GATEWAY_HOST);
    spec.hosts.push_back(host);
}

std::string
AdviseAbout(const boost::system::error_code& error)
{
    namespace errors = boost::asio::error;
    if (error == errors::access_denied)
    {
        return "ports below 1024 are root's: choose one above";
    }
    return error == errors::address_in_use ? "choose another port, or 0 for any that is free"
                                           : "choose an address of this machine";
}

/// Opens a port. \param open does it, or throws a boost::system::system_error
template <typename Open>
auto
OpenPort(const Forwarding& forwarding, Open open)
{
    try
    {
        return open(boost::asio::ip::make_address(forwarding.address));
    }
    catch (const boost::system::system_error& error)
    {
        ConfigFault fault;
        fault.field = "--listen";
        fault.expected = "a port that is free";
        fault.came = NameLocal(forwarding) + ", which gives \"" + error.code().message() + '"';
        fault.advice = AdviseAbout(error.code());
        throw ConfigError(std::move(fault));
    }
}

/// Tries the ports before the folder of an earlier run is cleared for this one.
void
RequireFreePorts(const ServedPorts& ports)
{
    boost::asio::io_context context;
    for (const auto& each : ports.listen)
    {
        OpenPort(each, [&](const auto& address) {
            each.isDatagram ? udp::socket(context, {address, each.port}).close()
                            : tcp::acceptor(context, {address, each.port}).close();
        });
    }
}

std::string
NameRemote(const Forwarding& forwarding)
{
    return forwarding.host + " port " + std::to_string(forwarding.hostPort);
}

/// \return the port that was opened
std::uint16_t
Open(Gateway& gateway, const Forwarding& forwarding, const Address& server, const Tell& tell)
{
    const auto onLost = [tell, name = NameRemote(forwarding)](auto lost) {
        tell(std::to_string(lost) + " datagrams to " + name +
             " were lost: they came faster than this machine takes them");
    };
    return OpenPort(forwarding, [&](const auto& address) {
        return forwarding.isDatagram
                   ? gateway.ListenDatagrams({address, forwarding.port}, server, onLost).port()
                   : gateway.Listen({address, forwarding.port}, server).port();
    });
}

/// Breaks off what real servers do for a host when the scenario switches it off.
Callback<void, const event::Event&>
MakeBreaker(Ptr<Gateway> gateway, const InstalledNetwork& network)
{
    return [gateway, &network](const event::Event& event) {
        if (event.kind == event::EventKind::HOST_DOWN)
        {
            gateway->BreakOff(network.GetNode(event.host));
        }
    };
}

void
OpenPorts(Gateway& gateway,
          const InstalledNetwork& network,
          const ServedPorts& ports,
          const Tell& tell)
{
    for (auto each : ports.listen)
    {
        const InetSocketAddress server(network.GetAddress(each.host), each.hostPort);
        each.port = Open(gateway, each, server, tell);
        tell(NameLocal(each) + " leads to " + NameRemote(each));
    }
    for (const auto& each : ports.attach)
    {
        const tcp::endpoint server(boost::asio::ip::make_address(each.address), each.port);
        gateway.Attach(network.GetNode(each.host), each.hostPort, server);
        tell(NameRemote(each) + " leads to " + NameLocal(each));
    }
}

} // namespace

RunResult
ServeScenario(Spec spec,
              const std::filesystem::path& folder,
              const std::vector<event::EventSink*>& sinks,
              const ServedPorts& ports,
              const Tell& tell)
{
    CheckServedPorts(ports, spec);
    RequireFreePorts(ports);
    AdmitUsers(ports.users, spec);
    auto warnings = WarnOfIdlePorts(ports, spec);
    auto closed = WarnOfClosedSubmission(ports, spec);
    std::move(closed.begin(), closed.end(), std::back_inserter(warnings));
    spec.duration = UNTIL_STOPPED;
    spec.expectations.clear();
    ReplaceServers(ports, spec);
    AddGatewayHost(spec);
    const RealTime realTime;
    std::unique_ptr<LagWatch> lagWatch;
    const auto prepare = [&](Lab& lab) {
        auto& network = lab.GetNetwork();
        const auto gateway = CreateObject<Gateway>();
        network.GetNode(GATEWAY_HOST)->AddApplication(gateway);
        OpenPorts(*gateway, network, ports, tell);
        network.TraceConnectWithoutContext("Event", MakeBreaker(gateway, network));
        std::for_each(warnings.begin(), warnings.end(), tell);
        gateway->StopOnSignal();
        lagWatch = std::make_unique<LagWatch>(tell);
        tell("Ctrl-C ends it");
    };
    return RunScenario(spec, folder, sinks, prepare, Following::AFTER_RUN);
}

} // namespace ns3::postroad::scenario
