/**
 * A recursive name server (RFC 1034 section 4.3.1): dns::IterativeResolver on the simulated
 * network. It asks its way down from the root for its clients, and remembers what it learns.
 *
 * It serves its clients only, over UDP and TCP; others are refused. A query that a client sends
 * again while it is looked up is answered once; the same question of several clients is looked up
 * once. Ids and ports come from the agent's random streams. A power cut makes it forget everything.
 *
 * Left out: zones of its own.
 */
#ifndef POSTROAD_APP_DNS_RECURSIVE_RESOLVER_H
#define POSTROAD_APP_DNS_RECURSIVE_RESOLVER_H

#include "postroad/app/agent/agent.h"
#include "postroad/app/dns/awaited-lookups.h"
#include "postroad/app/dns/dns-service.h"
#include "postroad/app/dns/upstream-sockets.h"
#include "postroad/dns/resolver/dns-iterative-resolver.h"
#include "postroad/policy/client-network.h"

#include "ns3/event-id.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3::postroad
{

/// A recursive name server as an ns-3 application.
class RecursiveResolver : public Agent
{
  public:
    /// The queries that are looked up at once, unless the user says otherwise; SERVFAIL to others.
    static constexpr std::uint32_t LOOKUP_LIMIT = 1000;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    RecursiveResolver();
    ~RecursiveResolver() override;

    std::string GetRole() const override;

    /// The root's name servers: their NS records, and the records of their addresses. They take
    /// effect at the next start.
    void SetHints(std::vector<dns::Record> hints);

    /// Serves a network too.
    void AddClient(const policy::ClientNetwork& network);

    int64_t AssignStreams(int64_t stream) override;

  private:
    /// A query that is being looked up. It stands in the frame of the task that answers it.
    struct Pending
    {
        DnsPeer peer;
        dns::Message query;
    };

    class Listed;

    void DoStart() override;
    void DoStop() override;

    // Towards the clients.
    Task<std::optional<std::string>> Answer(std::string octets, DnsPeer peer);
    void ReportQuery(const dns::Message& query, const DnsPeer& peer);
    std::optional<dns::Message> Refuse(const dns::Message& query, const DnsPeer& peer) const;
    bool IsPending(const dns::Message& query, const DnsPeer& peer) const;
    std::string Respond(const Pending& pending, const dns::Message& response);

    // Towards the name servers.
    dns::IterativeResolverConfig MakeConfig() const;
    dns::QueryIdentity DrawIdentity() const;
    void Send(const dns::UpstreamQuery& query);
    void Fail(const dns::UpstreamQuery& query, const std::string& reason);
    Task<> SendOverTcp(dns::UpstreamQuery query);
    void Drive();
    void HandleEvents();
    void Handle(const dns::AnswerReceived& answer);
    void Handle(const dns::CacheHit& hit);
    void Handle(const dns::LookupEnded& ended);
    void Handle(const dns::LookupOver& over);

    std::uint16_t m_port{0};
    std::uint32_t m_connectionLimit{0};
    Time m_idleTimeout;
    Time m_timeout;
    Time m_patience;
    std::uint32_t m_rounds{0};
    std::uint32_t m_cacheLimit{0};
    std::uint32_t m_lookupLimit{0};
    std::vector<dns::Record> m_hints;
    std::vector<policy::ClientNetwork> m_clients;
    Ptr<UniformRandomVariable> m_ids;
    Ptr<UniformRandomVariable> m_ports;
    std::unique_ptr<dns::IterativeResolver> m_engine; ///< none while the host has no power
    std::unique_ptr<UpstreamSockets> m_sockets;       ///< the same
    AwaitedLookups m_lookups;
    std::list<const Pending*> m_pending;   ///< in the order in which they came
    std::unique_ptr<DnsService> m_service; ///< as the engine; its tasks stand in both lists
    EventId m_timer;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_RECURSIVE_RESOLVER_H
