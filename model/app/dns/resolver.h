/**
 * An agent's stub resolver on the simulated network: dns::StubResolver joined to a UDP socket, and
 * to TCP for what does not fit into a datagram.
 *
 * Each try is made from the same port, which the host chooses; ids come from the agent's random
 * stream. Nothing is cached: each look-up goes over the network.
 */
#ifndef POSTROAD_APP_DNS_RESOLVER_H
#define POSTROAD_APP_DNS_RESOLVER_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/awaited-lookups.h"
#include "postroad/dns/resolver/dns-stub-resolver.h"
#include "postroad/net/datagram-endpoint.h"
#include "postroad/net/task.h"

#include "ns3/event-id.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// Asks the name servers of the agent's host.
class Resolver
{
  public:
    /// \param agent whose host asks; must outlive the resolver
    explicit Resolver(Agent& agent);
    ~Resolver();

    /// Opens the socket. Before this, and after Close(), nothing may be asked.
    void Open();

    /// Closes the socket and forgets what was asked.
    void Close();

    /// Asks for the records of a type. The name is one in text form, without its final dot.
    Task<dns::LookupEnded> Lookup(std::string name, dns::RecordType type);

    /// The name of the host that asks.
    const std::string& GetHostName() const;

    /// Gives the source of ids a fixed stream number. \return how many were used
    int64_t AssignStreams(int64_t stream);

  private:
    void Receive(std::string_view bytes, const Address& from);
    void Expire();
    void Drive();
    void HandleEvents();
    void Send(const dns::UpstreamQuery& query);
    void Fail(const dns::UpstreamQuery& query, const std::string& reason);
    void Refuse(const std::string& server);
    Task<> SendOverTcp(dns::UpstreamQuery query);
    void Handle(const dns::AnswerReceived& answer);
    void Handle(const dns::LookupEnded& ended);

    Agent& m_agent;
    Ptr<UniformRandomVariable> m_ids;
    std::unique_ptr<dns::StubResolver> m_engine;
    std::unique_ptr<DatagramEndpoint> m_endpoint;
    AwaitedLookups m_lookups;
    EventId m_timer;
};

/// The addresses in a look-up's records, in text form.
std::vector<std::string> GetAddresses(const dns::LookupEnded& lookup);

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_RESOLVER_H
