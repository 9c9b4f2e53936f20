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

/// A server that the request names.
dns::DigServer
MakeServer(const InstalledNetwork& network, const Spec& spec, const std::string& name)
{
    if (spec.FindHost(name) == nullptr)
    {
        return {name, name};
    }
    return {ToEndpoint(InetSocketAddress(network.GetAddress(name), 0)).address, name};
}

/// The resolvers of the host that asks.
std::vector<dns::DigServer>
FindResolvers(const InstalledNetwork& network, const Spec& spec, const std::string& host)
{
    const auto names = FindNames(network, spec);
    std::vector<dns::DigServer> servers;
    for (const auto& address : Host::Of(network.GetNode(host))->GetResolvers())
    {
        const auto name = names.find(address);
        servers.push_back({address, name == names.end() ? address : name->second});
    }
    return servers;
}

/// What the request asks, of servers with addresses.
std::vector<dns::DigQuery>
MakeQueries(const InstalledNetwork& network, const Spec& spec, const DigRequest& request)
{
    std::vector<dns::DigQuery> queries;
    for (const auto& lookup : request.lookups)
    {
        auto& query = queries.emplace_back(lookup.query);
        for (const auto& server : lookup.servers)
        {
            query.servers.push_back(MakeServer(network, spec, server));
        }
        if (query.servers.empty())
        {
            query.servers = FindResolvers(network, spec, request.host);
        }
    }
    return queries;
}

/// Asks the questions of a request one after the other, and ends the run then.
class Asking
{
  public:
    /// \param waits how long to wait before each round of all questions
    Asking(Ptr<DigClient> client,
           std::vector<dns::DigQuery> queries,
           std::vector<wire::Duration> waits)
        : m_client(std::move(client))
        , m_queries(std::move(queries))
        , m_waits(std::move(waits))
    {
    }

    void Begin()
    {
        // From within the run, so that it is asked at 0s after the agents have started.
        Simulator::ScheduleNow([this] { AskNext(); });
    }

    std::vector<DigClient::Events> TakeAnswers()
    {
        return std::move(m_answers);
    }

  private:
    void AskNext()
    {
        const auto round = m_answers.size() / m_queries.size();
        const auto index = m_answers.size() % m_queries.size();
        if (round == m_waits.size())
        {
            Simulator::Stop();
            return;
        }
        const auto wait = index == 0 ? m_waits[round] : wire::Duration();
        Simulator::Schedule(ToTime(wait), [this, index] {
            m_client->Dig(m_queries[index], [this](const DigClient::Events& events) {
                m_answers.push_back(events);
                AskNext();
            });
        });
    }

    Ptr<DigClient> m_client;
    std::vector<dns::DigQuery> m_queries;
    std::vector<wire::Duration> m_waits;
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
    std::vector<wire::Duration> waits{request.time};
    waits.insert(waits.end(), request.again.begin(), request.again.end());
    Asking asking(client, MakeQueries(lab.GetNetwork(), spec, request), std::move(waits));
    asking.Begin();
    lab.Run();
    return asking.TakeAnswers();
}

} // namespace ns3::postroad::scenario
