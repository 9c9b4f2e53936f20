/**
 * Somebody at a host who uses the tool dig: asks a name server and shows what it says, without
 * drawing conclusions from it.
 *
 * It asks each server in turn, as often and for as long as dig does, over TCP after a truncated
 * answer; a trace goes down from the root's servers to the zone that answers.
 *
 * Left out: asking the next server after a failure that a server tells (dig's +nofail, the
 * default), asking again without EDNS, and IPv6.
 */
#ifndef POSTROAD_APP_DNS_DIG_CLIENT_H
#define POSTROAD_APP_DNS_DIG_CLIENT_H

#include "postroad/app/agent/agent.h"
#include "postroad/dns/dig/dns-dig-query.h"
#include "postroad/dns/dig/dns-dig-trace.h"

#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ns3::postroad
{

/// The tool dig as an ns-3 application.
class DigClient : public Agent
{
  public:
    /// What came of a question, in order.
    using Events = std::vector<dns::DigEvent>;

    /// Told once a question has come to its end.
    using Done = std::function<void(const Events& events)>;

    /**
     * Get the type ID.
     * \return the object TypeId
     */
    static TypeId GetTypeId();

    DigClient();

    std::string GetRole() const override;

    /**
     * Asks. Only from an event.
     * \param query what; without servers, the host's resolvers are asked
     * \param done told what came of it, unless the power fails before
     */
    void Dig(dns::DigQuery query, Done done);

    int64_t AssignStreams(int64_t stream) override;

  private:
    using Response = std::optional<dns::DigResponse>;

    void DoStart() override;
    void DoStop() override;

    Task<> Run(dns::DigQuery query, Done done);
    Task<> Trace(const dns::DigQuery& query, Events& events);
    Task<> FindAddresses(const dns::DigQuery& query, std::vector<dns::DigServer>& servers);
    Task<Response> Ask(const dns::DigQuery& query, Events& events);
    Task<Response>
    AskServer(const dns::DigQuery& query, const dns::DigServer& server, Events& events);
    Task<Response> Exchange(const dns::DigQuery& query,
                            const dns::DigServer& server,
                            dns::Transport transport,
                            Events& events);
    Time m_timeout;
    std::uint32_t m_tries{0};
    Ptr<UniformRandomVariable> m_ids;
};

} // namespace ns3::postroad

#endif // POSTROAD_APP_DNS_DIG_CLIENT_H
