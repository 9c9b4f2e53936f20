#include "postroad/app/dns-server.h"

#include "postroad/app/dns-event.h"
#include "postroad/app/socket-address.h"

#include "ns3/log.h"
#include "ns3/udp-socket-factory.h"
#include "ns3/uinteger.h"

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadDnsServer");
NS_OBJECT_ENSURE_REGISTERED(DnsServer);

TypeId
DnsServer::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::DnsServer")
                            .SetParent<Agent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<DnsServer>()
                            .AddAttribute("Port",
                                          "The port to listen on.",
                                          UintegerValue(PORT),
                                          MakeUintegerAccessor(&DnsServer::m_port),
                                          MakeUintegerChecker<std::uint16_t>(1));
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
    m_endpoint = std::make_unique<DatagramEndpoint>(
        GetNode(),
        UdpSocketFactory::GetTypeId(),
        [this](std::string_view query, const Address& from) { Answer(query, from); });
    RequireListening(m_endpoint->Bind(GetAnyAddress(*GetNode(), m_port)), m_port);
}

void
DnsServer::DoStop()
{
    NS_LOG_FUNCTION(this);
    m_endpoint.reset();
}

void
DnsServer::Answer(std::string_view query, const Address& from)
{
    const auto response = m_authority.Answer(query);
    if (!response)
    {
        NS_LOG_INFO("dropped a datagram that is no query");
        return;
    }
    ReportAnswer(*response, ToEndpoint(from).address);
    m_endpoint->Send(response->Serialize(dns::UDP_LIMIT), from);
}

void
DnsServer::ReportAnswer(const dns::Message& response, const std::string& client)
{
    if (!IsObserved())
    {
        return;
    }
    if (!response.questions.empty())
    {
        Report(MakeDnsQueryEvent(event::EventKind::DNS_QUERY_RECEIVED,
                                 response.header.id,
                                 response.questions.front(),
                                 client));
    }
    Report(MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_SENT, response, client));
}

} // namespace ns3::postroad
