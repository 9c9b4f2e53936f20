#include "postroad/app/dns/resolver.h"

#include "postroad/app/dns/dns-event.h"
#include "postroad/app/dns/upstream-query.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <cstdint>
#include <utility>
#include <variant>

namespace ns3::postroad
{

namespace
{

dns::StubResolverConfig
MakeConfig(const std::vector<std::string>& servers)
{
    dns::StubResolverConfig config;
    config.servers = servers;
    config.hasTcp = true;
    return config;
}

} // namespace

Resolver::Resolver(Agent& agent)
    : m_agent(agent)
    , m_ids(CreateObject<UniformRandomVariable>())
{
}

Resolver::~Resolver()
{
    m_timer.Cancel();
}

void
Resolver::Open()
{
    m_engine =
        std::make_unique<dns::StubResolver>(MakeConfig(m_agent.GetHost().GetResolvers()), [this] {
            return static_cast<std::uint16_t>(m_ids->GetInteger(0, 0xffff));
        });
    m_endpoint = std::make_unique<DatagramEndpoint>(
        m_agent.GetNode(),
        UdpSocketFactory::GetTypeId(),
        [this](std::string_view bytes, const Address& from) { Receive(bytes, from); });
    m_endpoint->SetRefusal([this](const std::string& host) { Refuse(host); });
    m_endpoint->Bind(GetAnyAddress(*m_agent.GetNode(), 0));
}

void
Resolver::Close()
{
    m_timer.Cancel();
    m_endpoint.reset();
    m_engine.reset();
}

Task<dns::LookupEnded>
Resolver::Lookup(std::string name, dns::RecordType type)
{
    const auto parsed = dns::Name::Parse(name);
    if (!parsed)
    {
        dns::LookupEnded refused;
        refused.status = dns::LookupStatus::NO_SUCH_NAME;
        refused.reason = "\"" + name + "\" is no domain name: " + parsed.GetError().reason;
        co_return refused;
    }
    Completion<dns::LookupEnded> ended;
    const AwaitedLookups::Awaited awaited(m_lookups,
                                          m_engine->Ask({*parsed, type}, GetNow()),
                                          ended);
    Drive();
    co_return co_await ended;
}

const std::string&
Resolver::GetHostName() const
{
    return m_agent.GetHost().GetName();
}

int64_t
Resolver::AssignStreams(int64_t stream)
{
    m_ids->SetStream(stream);
    return 1;
}

/// Name servers answer from the port at which they are asked.
void
Resolver::Receive(std::string_view bytes, const Address& from)
{
    const auto server = ToEndpoint(from);
    if (server.port == wire::DNS_PORT)
    {
        m_agent.TraceRx(bytes, server.address, server.port);
        m_engine->Receive({server.address}, bytes, GetNow());
        Drive();
    }
}

void
Resolver::Expire()
{
    m_engine->Expire(GetNow());
    Drive();
}

void
Resolver::Drive()
{
    HandleEvents();
    while (const auto query = m_engine->NextQuery())
    {
        Send(*query);
        HandleEvents();
    }
    m_timer.Cancel();
    if (const auto deadline = m_engine->GetDeadline())
    {
        m_timer = Simulator::Schedule(ToTime(*deadline - GetNow()), &Resolver::Expire, this);
    }
}

void
Resolver::HandleEvents()
{
    while (const auto event = m_engine->NextEvent())
    {
        std::visit([this](const auto& each) { Handle(each); }, *event);
    }
}

void
Resolver::Send(const dns::UpstreamQuery& query)
{
    if (query.path.transport == dns::Transport::TCP)
    {
        m_agent.StartTask(SendOverTcp(query));
        return;
    }
    const auto address = ToAddress({query.path.server, wire::DNS_PORT});
    const auto status = address ? m_endpoint->Send(query.octets, *address) : SocketStatus::NO_ROUTE;
    if (status == SocketStatus::OK)
    {
        ReportQuerySent(m_agent, query);
    }
    else
    {
        Fail(query, std::string(GetText(status)));
    }
}

void
Resolver::Fail(const dns::UpstreamQuery& query, const std::string& reason)
{
    ReportQueryFailed(m_agent, query, reason);
    m_engine->Fail(query.path, query.id, reason, GetNow());
}

/// All that was asked of a host at which nobody serves came to nothing: ICMP's message does not say
/// which question it turns away.
void
Resolver::Refuse(const std::string& server)
{
    for (const auto& query : m_engine->FindWaiting(server))
    {
        Fail(query, std::string(GetText(SocketStatus::REFUSED)));
    }
    Drive();
}

Task<>
Resolver::SendOverTcp(dns::UpstreamQuery query)
{
    const auto answer = co_await AskUpstreamOverTcp(m_agent, query);
    if (answer.octets)
    {
        m_engine->Receive(query.path, *answer.octets, GetNow());
    }
    else
    {
        m_engine->Fail(query.path, query.id, answer.failure, GetNow());
    }
    Drive();
}

void
Resolver::Handle(const dns::AnswerReceived& answer)
{
    m_agent.Report([&] {
        return MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_RECEIVED,
                                  answer.message,
                                  answer.server);
    });
}

void
Resolver::Handle(const dns::LookupEnded& ended)
{
    if (ended.status != dns::LookupStatus::ANSWERED)
    {
        m_agent.Report([&ended] { return MakeDnsFailureEvent(ended); });
    }
    m_lookups.End(ended);
}

std::vector<std::string>
GetAddresses(const dns::LookupEnded& lookup)
{
    std::vector<std::string> addresses;
    for (const auto& record : lookup.records)
    {
        if (const auto* const address = std::get_if<dns::AData>(&record.data))
        {
            addresses.push_back(address->ToString());
        }
    }
    return addresses;
}

} // namespace ns3::postroad
