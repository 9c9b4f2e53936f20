#include "postroad/app/dns-service.h"

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
                     m_handler(query, {dns::Transport::UDP, ToEndpoint(from)});
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

void
DnsService::Reply(const DnsPeer& peer, std::string_view octets)
{
    if (peer.transport == dns::Transport::UDP)
    {
        m_endpoint.Send(octets, ToAddress(peer.endpoint).value());
    }
    else if (const auto stream = peer.stream.lock())
    {
        (*stream)->GetServerSession().SendMessage(octets);
        (*stream)->Pump();
    }
}

std::unique_ptr<StreamDialogue>
DnsService::MakeDialogue(const wire::Endpoint& client, StreamListener::Admission admission)
{
    if (admission == StreamListener::Admission::OVER_LIMIT)
    {
        return nullptr;
    }
    const auto stream = std::make_shared<DnsDialogue*>();
    auto dialogue = std::make_unique<DnsDialogue>(
        m_agent,
        "DNS",
        [this, client, stream](DnsDialogue&, const dns::MessageStreamEvent& event) {
            if (const auto* const query = std::get_if<dns::MessageArrived>(&event))
            {
                m_handler(query->octets, {dns::Transport::TCP, client, stream});
            }
        },
        m_idleTimeout);
    *stream = dialogue.get();
    dialogue->GetServerSession().SetObserver(nullptr); // the record has messages as questions
    return dialogue;
}

} // namespace ns3::postroad
