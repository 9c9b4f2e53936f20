/**
 * A small Internet of name servers for tests of resolvers: root, one top-level domain, one domain
 * with two servers, and a recursive resolver that knows the root.
 */
#ifndef POSTROAD_TESTS_APP_DNS_INTERNET_H
#define POSTROAD_TESTS_APP_DNS_INTERNET_H

#include "app/lookup-agent.h"

#include "postroad/app/dns/dns-server.h"
#include "postroad/app/dns/recursive-resolver.h"
#include "postroad/event/event-sink.h"
#include "postroad/topology/installed-network.h"
#include "postroad/trace/event-record.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ns3::postroad::test
{

/// Hosts in a star, each 5 ms from the router: "client.test" and "stranger.test" ask
/// "resolver.test"; "root.test", "tld.test", "ns1.b.test" and "ns2.b.test" serve zones.
class DnsInternet
{
  public:
    static constexpr const char* RESOLVER = "resolver.test";

    /// How many exchangers "large.b.test" has: too many for a datagram.
    static constexpr std::size_t EXCHANGERS = 80;

    explicit DnsInternet(std::uint32_t run = 1);
    DnsInternet(const DnsInternet&) = delete;
    DnsInternet& operator=(const DnsInternet&) = delete;
    ~DnsInternet();

    /// The agent on a host that serves a zone.
    Ptr<DnsServer> GetServer(const std::string& host) const;

    Ptr<RecursiveResolver> GetResolver() const;

    /// Has a host look a name up at a virtual time.
    void LookUpAt(const Time& time,
                  const std::string& name,
                  dns::RecordType type = dns::RecordType::MX,
                  const std::string& host = "client.test");

    /// The look-ups of a host that have ended.
    const std::vector<dns::LookupEnded>& GetEnded(const std::string& host = "client.test") const;

    void RunUntil(const Time& time);

    /// To whom the resolver has sent queries since the last call, in order.
    std::vector<std::string> TakeAsked();

    /// All events of a kind on a host.
    std::vector<event::Event> Find(event::EventKind kind, const std::string& host) const;

    const std::vector<event::Event>& GetEvents() const
    {
        return m_events.GetEvents();
    }

    InstalledNetwork& GetNetwork()
    {
        return *m_network;
    }

    std::string GetAddress(const std::string& host) const;

  private:
    void BuildNetwork();
    void AddZones();
    void InstallResolver();

    template <typename AgentType>
    Ptr<AgentType> Install(const std::string& host);

    /// A line in which "%host%" stands for the host's address.
    std::string Fill(std::string line) const;
    void AddZone(const std::string& host,
                 const std::string& origin,
                 const std::vector<std::string>& lines);

    Ptr<InstalledNetwork> m_network;
    std::map<std::string, Ptr<DnsServer>> m_servers;
    std::map<std::string, Ptr<LookupAgent>> m_clients;
    Ptr<RecursiveResolver> m_resolver;
    trace::EventRecord m_record;
    event::EventList m_events;
    std::int64_t m_streams{0};
    std::size_t m_seen{0};
};

} // namespace ns3::postroad::test

#endif // POSTROAD_TESTS_APP_DNS_INTERNET_H
