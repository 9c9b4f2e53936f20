#include "postroad/scenario/dig-scenario.h"

#include "postroad/app/dns/dig-client.h"
#include "postroad/helper/agent-helper.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/scenario/lab.h"
#include "postroad/spec/read/units.h"

#include "ns3/inet-socket-address.h"
#include "ns3/simulator.h"

#include <utility>

namespace ns3::postroad::scenario
{

namespace
{

/// The name of each address in the network.
std::map<std::string, std::string>
FindNames(const InstalledNetwork& network, const Spec& spec)
{
    std::map<std::string, std::string> names;
    for (const auto& host : spec.hosts)
    {
        const auto index = *network.GetGraph().FindHost(host.name);
        for (const auto& address : network.GetPlan().GetAddresses(index))
        {
            names[ToEndpoint(InetSocketAddress(address, 0)).address] = host.name;
        }
    }
    return names;
}

/// The server that the request names, or else the resolvers of the host that asks.
std::vector<dns::DigServer>
FindServers(const InstalledNetwork& network, const Spec& spec, const DigRequest& request)
{
    if (spec.FindHost(request.server) != nullptr)
    {
        const InetSocketAddress address(network.GetAddress(request.server), 0);
        return {{ToEndpoint(address).address, request.server}};
    }
    if (!request.server.empty())
    {
        return {{request.server, request.server}};
    }
    const auto names = FindNames(network, spec);
    std::vector<dns::DigServer> servers;
    for (const auto& address : Host::Of(network.GetNode(request.host))->GetResolvers())
    {
        const auto name = names.find(address);
        servers.push_back({address, name == names.end() ? address : name->second});
    }
    return servers;
}

/// Asks the questions of a request one after the other, and ends the run then.
class Asking
{
  public:
    Asking(Ptr<DigClient> client, DigRequest request)
        : m_client(std::move(client))
        , m_request(std::move(request))
    {
    }

    void Begin()
    {
        // From within the run, so that it is asked at 0s after the agents have started.
        Simulator::ScheduleNow([this] { AskAfter(m_request.time); });
    }

    std::vector<DigClient::Events> TakeAnswers()
    {
        return std::move(m_answers);
    }

  private:
    void AskAfter(wire::Duration wait)
    {
        Simulator::Schedule(ToTime(wait), [this] {
            m_client->Dig(m_request.query,
                          [this](const DigClient::Events& events) { Show(events); });
        });
    }

    void Show(const DigClient::Events& events)
    {
        m_answers.push_back(events);
        if (m_answers.size() <= m_request.again.size())
        {
            AskAfter(m_request.again[m_answers.size() - 1]);
        }
        else
        {
            Simulator::Stop();
        }
    }

    Ptr<DigClient> m_client;
    DigRequest m_request;
    std::vector<DigClient::Events> m_answers;
};

} // namespace

std::vector<std::vector<dns::DigEvent>>
DigInScenario(Spec spec, const DigRequest& request)
{
    // The end is when all is answered, be it after the end of the scenario.
    spec.duration = MAX_DURATION;
    Lab lab(spec);
    const auto client = DigClientHelper().InstallAgent(lab.GetNetwork().GetNode(request.host));
    lab.Connect(*client);
    auto asked = request;
    asked.query.servers = FindServers(lab.GetNetwork(), spec, request);
    Asking asking(client, asked);
    asking.Begin();
    lab.Run();
    return asking.TakeAnswers();
}

} // namespace ns3::postroad::scenario
