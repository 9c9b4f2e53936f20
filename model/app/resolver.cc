#include "postroad/app/resolver.h"

#include "postroad/app/dns-event.h"
#include "postroad/app/dns-stream-query.h"
#include "postroad/net/socket-address.h"
#include "postroad/net/virtual-time.h"

#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

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

/// Lists an answer as waited for, as long as the one who waits is there.
class Resolver::Expected
{
  public:
    Expected(Answers& answers, dns::LookupHandle handle, Completion<dns::LookupEnded>& answer)
        : m_answers(answers)
        , m_handle(handle)
    {
        m_answers[handle] = &answer;
    }

    Expected(const Expected&) = delete;
    Expected& operator=(const Expected&) = delete;

    ~Expected()
    {
        m_answers.erase(m_handle);
    }

  private:
    Answers& m_answers;
    dns::LookupHandle m_handle;
};

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
    m_endpoint->Bind(GetAnyAddress(*m_agent.GetNode(), 0));
}

void
Resolver::Close()
{
    m_timer.Cancel();
    m_waiting.clear();
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
    Completion<dns::LookupEnded> answer;
    const Expected expected(m_waiting, m_engine->Ask({*parsed, type}, GetNow()), answer);
    Drive();
    co_return co_await answer;
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
    if (server.port == DNS_PORT)
    {
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
    while (const auto event = m_engine->NextEvent())
    {
        std::visit([this](const auto& each) { Handle(each); }, *event);
    }
    while (const auto query = m_engine->NextQuery())
    {
        Send(*query);
    }
    m_timer.Cancel();
    if (const auto deadline = m_engine->GetDeadline())
    {
        m_timer = Simulator::Schedule(ToTime(*deadline - GetNow()), &Resolver::Expire, this);
    }
}

void
Resolver::Send(const dns::UpstreamQuery& query)
{
    m_agent.Report(MakeDnsQueryEvent(event::EventKind::DNS_QUERY_SENT,
                                     query.id,
                                     query.question,
                                     query.path.server));
    if (query.path.transport == dns::Transport::TCP)
    {
        m_agent.StartTask(SendOverTcp(query));
    }
    else if (const auto address = ToAddress({query.path.server, DNS_PORT}))
    {
        m_endpoint->Send(query.octets, *address);
    }
}

Task<>
Resolver::SendOverTcp(dns::UpstreamQuery query)
{
    const auto answer =
        co_await AskOverStream(m_agent, query.path.server, query.octets, query.timeout);
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
    m_agent.Report(
        MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_RECEIVED, answer.message, answer.server));
}

void
Resolver::Handle(const dns::LookupEnded& ended)
{
    if (ended.status != dns::LookupStatus::ANSWERED)
    {
        m_agent.Report(MakeDnsFailureEvent(ended));
    }
    const auto waiting = m_waiting.find(ended.handle);
    if (waiting != m_waiting.end())
    {
        waiting->second->Set(ended);
    }
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
