#include "app/dns-internet.h"

#include "postroad/helper/agent-helper.h"
#include "postroad/helper/zone-helper.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/tcp-settings.h"
#include "postroad/topology/network-installer.h"

#include "ns3/inet-socket-address.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace ns3::postroad::test
{

DnsInternet::DnsInternet(std::uint32_t run)
{
    RngSeedManager::SetSeed(1);
    RngSeedManager::SetRun(run);
    ApplyTcpSettings();
    m_record.AddSink(m_events);
    BuildNetwork();
    AddZones();
    InstallResolver();
}

void
DnsInternet::BuildNetwork()
{
    NetworkGraph graph;
    graph.AddHost({"router.test", true, {}});
    const std::vector<std::string> servers{"root.test", "tld.test", "ns1.b.test", "ns2.b.test"};
    const std::vector<std::string> clients{"client.test", "stranger.test"};
    std::vector<std::string> names{RESOLVER};
    names.insert(names.end(), servers.begin(), servers.end());
    names.insert(names.end(), clients.begin(), clients.end());
    for (const auto& name : names)
    {
        graph.AddHost({name, false, {}});
        NetworkLink link;
        link.a = name;
        link.b = "router.test";
        graph.AddLink(link);
    }
    m_network = NetworkInstaller().Install(graph);
    for (const auto& name : names)
    {
        const auto host = Host::Of(m_network->GetNode(name));
        host->SetName(name);
        host->SetResolvers({GetAddress(RESOLVER)});
    }
    for (const auto& name : servers)
    {
        m_servers[name] = Install<DnsServer>(name);
    }
    for (const auto& name : clients)
    {
        m_clients[name] = Install<LookupAgent>(name);
    }
}

void
DnsInternet::AddZones()
{
    AddZone("root.test", ".", {"test. 86400 NS tld.test.", "tld.test. 86400 A %tld.test%"});
    AddZone("tld.test",
            "test",
            {"b 3600 NS ns1.b",
             "b 3600 NS ns2.b",
             "ns1.b 3600 A %ns1.b.test%",
             "ns2.b 3600 A %ns2.b.test%"});
    std::vector<std::string> records{"@ 3600 SOA ns1 hostmaster 1 3600 600 86400 60",
                                     "@ 3600 NS ns1",
                                     "@ 3600 NS ns2",
                                     "@ 300 MX 10 mail",
                                     "mail 300 A 192.0.2.1",
                                     "ns1 3600 A %ns1.b.test%",
                                     "ns2 3600 A %ns2.b.test%"};
    for (std::size_t i = 1; i <= EXCHANGERS; ++i)
    {
        records.push_back("large 300 MX " + std::to_string(i) + " mail");
    }
    AddZone("ns1.b.test", "b.test", records);
    AddZone("ns2.b.test", "b.test", records);
}

void
DnsInternet::InstallResolver()
{
    m_resolver = Install<RecursiveResolver>(RESOLVER);
    m_resolver->AddClient(*policy::ParseClientNetwork(GetAddress("client.test")));
    std::vector<dns::Record> hints;
    for (const auto* const line : {". 3600000 NS root.test.", "root.test. 3600000 A %root.test%"})
    {
        hints.push_back(*dns::Record::Parse(Fill(line), {dns::Name()}));
    }
    m_resolver->SetHints(hints);
}

DnsInternet::~DnsInternet()
{
    Simulator::Destroy();
}

template <typename AgentType>
Ptr<AgentType>
DnsInternet::Install(const std::string& host)
{
    const auto agent = AgentHelper<AgentType>().InstallAgent(m_network->GetNode(host));
    m_record.Connect(*agent);
    m_streams += agent->AssignStreams(m_streams);
    return agent;
}

std::string
DnsInternet::Fill(std::string line) const
{
    if (const auto begin = line.find('%'); begin != std::string::npos)
    {
        const auto end = line.find('%', begin + 1);
        const auto host = line.substr(begin + 1, end - begin - 1);
        line.replace(begin, end - begin + 1, GetAddress(host));
    }
    return line;
}

void
DnsInternet::AddZone(const std::string& host,
                     const std::string& origin,
                     const std::vector<std::string>& lines)
{
    auto filled = lines;
    for (auto& line : filled)
    {
        line = Fill(line);
    }
    postroad::AddZone(*m_servers.at(host), origin, filled);
}

Ptr<DnsServer>
DnsInternet::GetServer(const std::string& host) const
{
    return m_servers.at(host);
}

Ptr<RecursiveResolver>
DnsInternet::GetResolver() const
{
    return m_resolver;
}

void
DnsInternet::LookUpAt(const Time& time,
                      const std::string& name,
                      dns::RecordType type,
                      const std::string& host)
{
    Simulator::Schedule(time - Simulator::Now(),
                        [client = m_clients.at(host), name, type] { client->LookUp(name, type); });
}

const std::vector<dns::LookupEnded>&
DnsInternet::GetEnded(const std::string& host) const
{
    return m_clients.at(host)->ended;
}

void
DnsInternet::RunUntil(const Time& time)
{
    Simulator::Stop(time - Simulator::Now());
    Simulator::Run();
}

std::vector<std::string>
DnsInternet::TakeAsked()
{
    std::vector<std::string> asked;
    const auto& events = GetEvents();
    for (; m_seen < events.size(); ++m_seen)
    {
        const auto& event = events[m_seen];
        if (event.kind == event::EventKind::DNS_QUERY_SENT && event.host == RESOLVER)
        {
            const auto& server = event.Get<event::DnsQuestion>().server;
            for (const auto& [name, agent] : m_servers)
            {
                if (GetAddress(name) == server)
                {
                    asked.push_back(name);
                }
            }
        }
    }
    return asked;
}

std::vector<event::Event>
DnsInternet::Find(event::EventKind kind, const std::string& host) const
{
    std::vector<event::Event> found;
    for (const auto& event : GetEvents())
    {
        if (event.kind == kind && event.host == host)
        {
            found.push_back(event);
        }
    }
    return found;
}

std::string
DnsInternet::GetAddress(const std::string& host) const
{
    return ToEndpoint(InetSocketAddress(m_network->GetAddress(host), 0)).address;
}

} // namespace ns3::postroad::test
