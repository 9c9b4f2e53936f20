#include "postroad/app/mail/mail-relay-agent.h"

#include "postroad/app/mail/client-name-finder.h"
#include "postroad/app/mail/trace-field.h"
#include "postroad/net/pause.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/text/ascii.h"

#include "ns3/abort.h"
#include "ns3/boolean.h"
#include "ns3/log.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <cstdint>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadMailRelayAgent");
NS_OBJECT_ENSURE_REGISTERED(MailRelayAgent);

namespace
{

std::set<mail::DomainName>
ToDomainNames(const std::set<std::string>& names)
{
    std::set<mail::DomainName> domains;
    for (const auto& name : names)
    {
        domains.emplace(name);
    }
    return domains;
}

} // namespace

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
                          MakeStringChecker())
            .AddAttribute("OpenRelay",
                          "Take mail from anyone to anywhere, as no server should.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&MailRelayAgent::m_isOpenRelay),
                          MakeBooleanChecker())
            .AddAttribute("HopLimit",
                          "A message that comes with so many Received fields is refused: 554 "
                          "5.4.6.",
                          UintegerValue(HOP_LIMIT),
                          MakeUintegerAccessor(&MailRelayAgent::m_hopLimit),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("QueueLimit",
                          "No message that would make the queue larger than this many octets is "
                          "taken: 452 4.3.1.",
                          UintegerValue(QUEUE_LIMIT),
                          MakeUintegerAccessor(&MailRelayAgent::m_queueLimit),
                          MakeUintegerChecker<std::uint64_t>())
            .AddAttribute("ConnectionLimit",
                          "How many clients are served at once; others get 421.",
                          UintegerValue(StreamListener::CONNECTION_LIMIT),
                          MakeUintegerAccessor(&MailRelayAgent::m_connectionLimit),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddTraceSource("Queue",
                            "The number of messages that this agent is responsible for.",
                            MakeTraceSourceAccessor(&MailRelayAgent::m_queueLength),
                            "ns3::TracedValueCallback::Uint32");
    return tid;
}

MailRelayAgent::MailRelayAgent(std::uint16_t port)
    : m_defaultPort(port)
    , m_behaviour(policy::ServerBehaviour{})
    , m_runner(*this, m_queueLength)
{
}

MailRelayAgent::~MailRelayAgent() = default;

void
MailRelayAgent::SetRelayClients(const std::set<std::string>& networks)
{
    m_relayClients.clear();
    for (const auto& text : networks)
    {
        const auto network = policy::ParseClientNetwork(text);
        NS_ABORT_MSG_UNLESS(network, text << " is not " << network.GetError().reason);
        AddRelayClient(*network);
    }
}

void
MailRelayAgent::AddRelayClient(const policy::ClientNetwork& network)
{
    m_relayClients.push_back(network);
}

bool
MailRelayAgent::IsRelayClient(std::string_view address) const
{
    return policy::IsInAny(m_relayClients, address);
}

void
MailRelayAgent::SetBehaviour(const policy::ServerBehaviour& behaviour)
{
    m_behaviour = policy::ServerBehaviourState(behaviour);
}

void
MailRelayAgent::SetQueueSettings(const store::QueueSettings& settings)
{
    NS_ABORT_MSG_UNLESS(settings.IsValid(), "a queue needs waits above zero, and a connection");
    m_queueSettings = settings;
}

void
MailRelayAgent::SetLocalDomains(const std::set<std::string>& domains, Ptr<MailDeliveryAgent> agent)
{
    m_localDomains = ToDomainNames(domains);
    m_deliveryAgent = agent;
}

void
MailRelayAgent::SetRelayDomains(const std::set<std::string>& domains)
{
    m_relayDomains = ToDomainNames(domains);
}

void
MailRelayAgent::SetRoutes(std::map<mail::DomainName, mail::DomainName> hosts)
{
    m_routes = std::move(hosts);
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
    const bool isCatchAll = m_deliveryAgent && m_deliveryAgent->HasCatchAll();
    m_policy = {{GetOwnDomains(), isCatchAll},
                m_relayClients,
                m_relayDomains,
                AcceptsOwnDomains(),
                m_isOpenRelay};
    m_runner.Start(MakeRunnerConfig());
    const auto port = m_port > 0 ? m_port : m_defaultPort;
    smtp::ServerConfig config;
    config.hostName = GetHost().GetName();
    config.software = m_banner;
    SmtpServiceOwner& owner = *this;
    m_service = std::make_unique<SmtpService>(*this, owner, config, m_connectionLimit);
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

/// The local domains, this host's own name, and its addresses as literals (RFC 5321 section 4.1.3).
std::set<mail::DomainName>
MailRelayAgent::GetOwnDomains() const
{
    auto domains = m_localDomains;
    if (m_deliveryAgent)
    {
        domains.emplace(GetHost().GetName());
        for (const auto& address : GetOwnAddresses(*GetNode()))
        {
            const bool isIpv6 = address.find(':') != std::string::npos;
            domains.emplace((isIpv6 ? "[ipv6:" : "[") + address + ']');
        }
    }
    return domains;
}

QueueRunner::Config
MailRelayAgent::MakeRunnerConfig() const
{
    QueueRunner::Config config;
    config.route = {m_policy.local, m_smartHost, m_routes};
    if (const auto agent = m_deliveryAgent)
    {
        config.deliver = [agent](const auto&... delivery) { return agent->Deliver(delivery...); };
    }
    config.queue = m_queueSettings;
    return config;
}

/// The time that each answer takes.
Task<>
MailRelayAgent::Think() const
{
    const auto delay = m_behaviour.GetDelay();
    if (delay > wire::Duration(0))
    {
        co_await Pause(ToTime(delay));
    }
}

Task<smtp::Reply>
MailRelayAgent::CheckClient(const SmtpPeer& peer)
{
    co_await Think();
    const auto& hostName = GetHost().GetName();
    const auto refusal =
        m_behaviour.JudgeClient(hostName, peer.connection->remote.address, GetNow());
    co_return refusal.value_or(
        smtp::MakeReply(250, hostName + " Hello " + peer.helloName + ", glad to meet you"));
}

Task<smtp::Reply>
MailRelayAgent::CheckSender(const SmtpPeer& peer, const mail::ReversePath& sender)
{
    co_await Think();
    const auto& client = peer.connection->remote.address;
    if (m_behaviour.RequiresClientName() && !IsRelayClient(client))
    {
        const auto name = co_await FindClientName(m_runner.GetResolver(), client);
        if (auto refusal = policy::JudgeClientName(name, client))
        {
            co_return *refusal;
        }
    }
    co_return JudgeSender(peer, sender);
}

smtp::Reply
MailRelayAgent::JudgeSender(const SmtpPeer& /* peer */, const mail::ReversePath& /* sender */) const
{
    return smtp::MakeReply(250, {2, 1, 0}, "Ok");
}

Task<smtp::Reply>
MailRelayAgent::CheckRecipient(const SmtpPeer& peer, const mail::ForwardPath& recipient)
{
    co_await Think();
    const auto& client = peer.connection->remote.address;
    const auto reply =
        policy::CheckRecipient(m_policy, client, recipient, [this](const mail::AddrSpec& mailbox) {
            return m_deliveryAgent && m_deliveryAgent->HasMailbox(mailbox);
        });
    if (!reply.IsPositive())
    {
        co_return reply;
    }
    co_return m_behaviour.JudgeRecipient(client, peer.sender, recipient, GetNow()).value_or(reply);
}

/// This server keeps its users to itself (RFC 5321 section 7.3).
Task<std::optional<smtp::Reply>>
MailRelayAgent::CheckUser(const SmtpPeer& /* peer */, const smtp::UserAsked& /* user */)
{
    co_await Think();
    co_return std::nullopt;
}

Task<smtp::Reply>
MailRelayAgent::AcceptMessage(const SmtpPeer& peer,
                              const mail::Envelope& envelope,
                              std::string content)
{
    co_await Think();
    if (CountReceivedFields(content) >= m_hopLimit)
    {
        co_return smtp::MakeReply(554, {5, 4, 6}, "Too many hops: this message goes in circles");
    }
    const auto id = m_runner.AllocateId();
    content = Complete(peer, envelope, id, std::move(content));
    content.insert(0, MakeReceivedField(GetHost(), peer, envelope, id.ToString()));
    if (GetQueue().GetSize() + content.size() > m_queueLimit)
    {
        co_return smtp::MakeReply(452, {4, 3, 1}, "The queue is full, try later");
    }
    m_runner.Enqueue(event::EventKind::MESSAGE_QUEUED,
                     id,
                     envelope,
                     std::move(content),
                     peer.connection);
    co_return smtp::MakeReply(250, {2, 0, 0}, "Ok: queued as " + id.ToString());
}

std::string
MailRelayAgent::Complete(const SmtpPeer& /* peer */,
                         const mail::Envelope& /* envelope */,
                         store::QueueId /* id */,
                         std::string content)
{
    return content;
}

bool
MailRelayAgent::MustDisconnect(policy::Stage stage)
{
    return m_behaviour.MustDisconnect(stage);
}

} // namespace ns3::postroad
