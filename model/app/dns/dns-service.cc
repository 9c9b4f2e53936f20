#include "postroad/app/dns/dns-service.h"

#include "postroad/net/socket-address.h"

#include "ns3/udp-socket-factory.h"

#include <cstdint>
#include <utility>
#include <variant>

namespace ns3::postroad
{

DnsService::DnsService(Agent& agent, Handler handler, const DnsServiceConfig& config)
    : m_agent(agent)
    , m_handler(std::move(handler))
    , m_idleTimeout(config.idleTimeout)
    , m_endpoint(agent.GetNode(),
                 UdpSocketFactory::GetTypeId(),
                 [this](std::string_view query, const Address& from) {
                     m_datagrams.Start(ServeDatagram(std::string(query), from));
                 })
    , m_listener(
          agent.GetNode(),
          agent.GetProtocol(),
          [this](const wire::Endpoint& client, StreamListener::Admission admission) {
              return MakeDialogue(client, admission);
          },
          config.connectionLimit)
{
}

SocketStatus
DnsService::Open(std::uint16_t port)
{
    const auto local = GetAnyAddress(*m_agent.GetNode(), port);
    const auto status = m_endpoint.Bind(local);
    return status == SocketStatus::OK ? m_listener.Listen(local) : status;
}

Task<>
DnsService::ServeDatagram(std::string query, Address from)
{
    const DnsPeer peer{dns::Transport::UDP, ToEndpoint(from)};
    const auto response = co_await m_handler(std::move(query), peer);
    if (response)
    {
        m_endpoint.Send(*response, from);
    }
}

Task<>
DnsService::ServeStream(Dialogue& dialogue, dns::MessageStreamEvent event, wire::Endpoint client)
{
    if (auto* const query = std::get_if<dns::MessageArrived>(&event))
    {
        const DnsPeer peer{dns::Transport::TCP, std::move(client)};
        const auto response = co_await m_handler(std::move(query->octets), peer);
        if (response)
        {
            dialogue.GetServerSession().SendMessage(*response);
        }
    }
}

std::unique_ptr<StreamDialogue>
DnsService::MakeDialogue(const wire::Endpoint& client, StreamListener::Admission admission)
{
    if (admission == StreamListener::Admission::OVER_LIMIT)
    {
        return nullptr;
    }
    auto dialogue = std::make_unique<Dialogue>(
        m_agent,
        "DNS",
        [this, client](Dialogue& served, dns::MessageStreamEvent event) {
            return ServeStream(served, std::move(event), client);
        },
        m_idleTimeout);
    dialogue->GetServerSession().SetObserver(nullptr); // the record has messages as questions
    return dialogue;
}

} // namespace ns3::postroad
