#include "postroad/app/dns/dns-server.h"

#include "postroad/app/dns/dns-event.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/log.h"
#include "ns3/uinteger.h"

#include <cstdint>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadDnsServer");
NS_OBJECT_ENSURE_REGISTERED(DnsServer);

TypeId
DnsServer::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::DnsServer")
            .SetParent<Agent>()
            .SetGroupName("Postroad")
            .AddConstructor<DnsServer>()
            .AddAttribute("Port",
                          "The port to listen on, over UDP and TCP.",
                          UintegerValue(wire::DNS_PORT),
                          MakeUintegerAccessor(&DnsServer::m_port),
                          MakeUintegerChecker<std::uint16_t>(1))
            .AddAttribute("ConnectionLimit",
                          "How many clients are served over TCP at once; others are closed.",
                          UintegerValue(DnsService::CONNECTION_LIMIT),
                          MakeUintegerAccessor(&DnsServer::m_connectionLimit),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("IdleTimeout",
                          "How long a client over TCP may say nothing.",
                          TimeValue(ToTime(dns::MessageStream::DEFAULT_IDLE_TIMEOUT)),
                          MakeTimeAccessor(&DnsServer::m_idleTimeout),
                          MakeTimeChecker(Seconds(0)));
    return tid;
}

std::string
DnsServer::GetRole() const
{
    return "dns";
}

dns::Authority&
DnsServer::GetAuthority()
{
    return m_authority;
}

void
DnsServer::DoStart()
{
    NS_LOG_FUNCTION(this);
    m_service = std::make_unique<DnsService>(
        *this,
        [this](std::string query, DnsPeer peer) {
            return Answer(std::move(query), std::move(peer));
        },
        DnsServiceConfig{m_connectionLimit, ToDuration(m_idleTimeout)});
    RequireListening(m_service->Open(m_port), m_port);
}

void
DnsServer::DoStop()
{
    NS_LOG_FUNCTION(this);
    m_service.reset();
}

Task<std::optional<std::string>>
DnsServer::Answer(std::string query, DnsPeer peer)
{
    const auto& [address, port] = peer.endpoint;
    TraceRx(query, address, port);
    const auto served = m_authority.Serve(query, peer.transport);
    if (!served)
    {
        NS_LOG_INFO("dropped a message that is no query");
        co_return std::nullopt;
    }
    ReportAnswer(served->message, address);
    TraceTx(served->octets, address, port);
    co_return served->octets;
}

void
DnsServer::ReportAnswer(const dns::Message& response, const std::string& client)
{
    if (!response.questions.empty())
    {
        Report([&] {
            return MakeDnsQueryEvent(event::EventKind::DNS_QUERY_RECEIVED,
                                     response.header.id,
                                     response.questions.front(),
                                     client);
        });
    }
    Report([&] { return MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_SENT, response, client); });
}

} // namespace ns3::postroad
