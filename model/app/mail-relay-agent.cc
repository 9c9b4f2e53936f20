#include "postroad/app/mail-relay-agent.h"

#include "postroad/app/trace-field.h"
#include "postroad/wire/ascii.h"

#include "ns3/abort.h"
#include "ns3/log.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadMailRelayAgent");
NS_OBJECT_ENSURE_REGISTERED(MailRelayAgent);

TypeId
MailRelayAgent::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::MailRelayAgent")
            .SetParent<Agent>()
            .SetGroupName("Postroad")
            .AddAttribute("Port",
                          "The port to listen on; 0 for the agent's own: 25 of a transfer agent, "
                          "587 of a submission agent.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&MailRelayAgent::m_port),
                          MakeUintegerChecker<std::uint16_t>())
            .AddAttribute("SmartHost",
                          "The host that takes all mail that is not for this host's own domains; "
                          "empty: the exchangers that DNS names.",
                          StringValue(""),
                          MakeStringAccessor(&MailRelayAgent::m_smartHost),
                          MakeStringChecker())
            .AddAttribute("Banner",
                          "What the greeting says behind the host's name.",
                          StringValue("ESMTP Postroad"),
                          MakeStringAccessor(&MailRelayAgent::m_banner),
                          MakeStringChecker());
    return tid;
}

MailRelayAgent::MailRelayAgent(std::uint16_t port)
    : m_defaultPort(port)
    , m_runner(*this)
{
}

MailRelayAgent::~MailRelayAgent() = default;

void
MailRelayAgent::SetRelayClients(const std::set<std::string>& networks)
{
    m_relayClients.clear();
    for (const auto& text : networks)
    {
        const auto network = route::ParseClientNetwork(text);
        NS_ABORT_MSG_UNLESS(network, text << " is not " << network.GetError().reason);
        m_relayClients.push_back(*network);
    }
}

void
MailRelayAgent::SetLocalDomains(const std::set<std::string>& domains, Ptr<MailDeliveryAgent> agent)
{
    m_localDomains.clear();
    for (const auto& domain : domains)
    {
        m_localDomains.insert(wire::ToLower(domain));
    }
    m_deliveryAgent = agent;
}

const store::MessageQueue&
MailRelayAgent::GetQueue() const
{
    return m_runner.GetQueue();
}

int64_t
MailRelayAgent::AssignStreams(int64_t stream)
{
    return m_runner.AssignStreams(stream);
}

void
MailRelayAgent::DoStart()
{
    NS_LOG_FUNCTION(this);
    m_policy = {{m_localDomains, m_smartHost}, m_relayClients, {}, AcceptsOwnDomains(), false};
    m_runner.Start({m_policy.route, QueueRunner::SMTP_PORT, [this](const auto&... delivery) {
                        return m_deliveryAgent->Deliver(delivery...);
                    }});
    const auto port = m_port > 0 ? m_port : m_defaultPort;
    smtp::ServerConfig config;
    config.hostName = GetHost().GetName();
    config.software = m_banner;
    SmtpServiceOwner& owner = *this;
    m_service = std::make_unique<SmtpService>(*this, owner, config);
    RequireListening(m_service->Open(port), port);
}

void
MailRelayAgent::DoStop()
{
    NS_LOG_FUNCTION(this);
    m_service.reset();
    m_runner.Stop();
}

void
MailRelayAgent::DoDispose()
{
    Agent::DoDispose();
    m_deliveryAgent = nullptr;
}

smtp::Reply
MailRelayAgent::CheckSender(const SmtpPeer& /* peer */, const mime::ReversePath& /* sender */)
{
    return smtp::MakeReply(250, {2, 1, 0}, "Ok");
}

smtp::Reply
MailRelayAgent::CheckRecipient(const SmtpPeer& peer, const mime::ForwardPath& recipient)
{
    return route::CheckRecipient(m_policy,
                                 peer.connection->remote.address,
                                 recipient,
                                 [this](const mime::AddrSpec& mailbox) {
                                     return m_deliveryAgent && m_deliveryAgent->HasMailbox(mailbox);
                                 });
}

smtp::Reply
MailRelayAgent::TakeMessage(const SmtpPeer& peer,
                            const mime::Envelope& envelope,
                            std::string content)
{
    if (CountReceivedFields(content) >= HOP_LIMIT)
    {
        return smtp::MakeReply(554, {5, 4, 6}, "Too many hops: this message goes in circles");
    }
    const auto id = m_runner.AllocateId();
    content.insert(0, MakeReceivedField(GetHost(), peer, envelope, id.ToString()));
    m_runner.Take(event::EventKind::MESSAGE_QUEUED,
                  id,
                  envelope,
                  std::move(content),
                  peer.connection);
    return smtp::MakeReply(250, {2, 0, 0}, "Ok: queued as " + id.ToString());
}

} // namespace ns3::postroad
