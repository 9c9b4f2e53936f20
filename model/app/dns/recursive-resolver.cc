#include "postroad/app/dns/recursive-resolver.h"

#include "postroad/app/dns/dns-event.h"
#include "postroad/app/dns/upstream-query.h"
#include "postroad/dns/resolver/dns-recursive-answer.h"
#include "postroad/dns/zone/dns-response.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/log.h"
#include "ns3/simulator.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadRecursiveResolver");
NS_OBJECT_ENSURE_REGISTERED(RecursiveResolver);

namespace
{

/// How often a port is drawn that no other query has.
constexpr int PORT_DRAWS = 16;

} // namespace

TypeId
RecursiveResolver::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::postroad::RecursiveResolver")
            .SetParent<Agent>()
            .SetGroupName("Postroad")
            .AddConstructor<RecursiveResolver>()
            .AddAttribute("Port",
                          "The port to listen on, over UDP and TCP.",
                          UintegerValue(wire::DNS_PORT),
                          MakeUintegerAccessor(&RecursiveResolver::m_port),
                          MakeUintegerChecker<std::uint16_t>(1))
            .AddAttribute("ConnectionLimit",
                          "How many clients are served over TCP at once; others are closed.",
                          UintegerValue(DnsService::CONNECTION_LIMIT),
                          MakeUintegerAccessor(&RecursiveResolver::m_connectionLimit),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("IdleTimeout",
                          "How long a client over TCP may say nothing, waiting for an answer or "
                          "not.",
                          TimeValue(Seconds(30)),
                          MakeTimeAccessor(&RecursiveResolver::m_idleTimeout),
                          MakeTimeChecker(Seconds(0)))
            .AddAttribute("Timeout",
                          "How long a name server may take to answer before the next is asked; "
                          "doubled in each round.",
                          TimeValue(ToTime(dns::IterativeResolverConfig().timeout)),
                          MakeTimeAccessor(&RecursiveResolver::m_timeout),
                          MakeTimeChecker(MilliSeconds(1)))
            .AddAttribute("Rounds",
                          "How often each name server of a zone is asked.",
                          UintegerValue(dns::IterativeResolverConfig().rounds),
                          MakeUintegerAccessor(&RecursiveResolver::m_rounds),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("Patience",
                          "How long a client waits at most; then it is told SERVFAIL, and the "
                          "look-up goes on for those who ask next.",
                          TimeValue(ToTime(dns::IterativeResolverConfig().patience)),
                          MakeTimeAccessor(&RecursiveResolver::m_patience),
                          MakeTimeChecker(MilliSeconds(1)))
            .AddAttribute("CacheLimit",
                          "How many sets of records are remembered.",
                          UintegerValue(dns::Cache::DEFAULT_LIMIT),
                          MakeUintegerAccessor(&RecursiveResolver::m_cacheLimit),
                          MakeUintegerChecker<std::uint32_t>(1))
            .AddAttribute("LookupLimit",
                          "How many queries are looked up at once; others are told SERVFAIL.",
                          UintegerValue(LOOKUP_LIMIT),
                          MakeUintegerAccessor(&RecursiveResolver::m_lookupLimit),
                          MakeUintegerChecker<std::uint32_t>(1));
    return tid;
}

RecursiveResolver::RecursiveResolver()
    : m_ids(CreateObject<UniformRandomVariable>())
    , m_ports(CreateObject<UniformRandomVariable>())
{
}

RecursiveResolver::~RecursiveResolver() = default;

std::string
RecursiveResolver::GetRole() const
{
    return "resolver";
}

void
RecursiveResolver::SetHints(std::vector<dns::Record> hints)
{
    m_hints = std::move(hints);
}

void
RecursiveResolver::AddClient(const policy::ClientNetwork& network)
{
    m_clients.push_back(network);
}

int64_t
RecursiveResolver::AssignStreams(int64_t stream)
{
    m_ids->SetStream(stream);
    m_ports->SetStream(stream + 1);
    return 2;
}

void
RecursiveResolver::DoStart()
{
    NS_LOG_FUNCTION(this);
    m_engine =
        std::make_unique<dns::IterativeResolver>(MakeConfig(), [this] { return DrawIdentity(); });
    m_sockets = std::make_unique<UpstreamSockets>(
        GetNode(),
        [this](const dns::UpstreamPath& path, std::string_view octets) {
            TraceRx(octets, path.server, wire::DNS_PORT);
            m_engine->Receive(path, octets, GetNow());
            Drive();
        },
        [this](const dns::UpstreamQuery& query) {
            Fail(query, std::string(GetText(SocketStatus::REFUSED)));
            Drive();
        });
    m_service = std::make_unique<DnsService>(
        *this,
        [this](std::string query, DnsPeer peer) {
            return Answer(std::move(query), std::move(peer));
        },
        DnsServiceConfig{m_connectionLimit, ToDuration(m_idleTimeout)});
    RequireListening(m_service->Open(m_port), m_port);
}

void
RecursiveResolver::DoStop()
{
    NS_LOG_FUNCTION(this);
    m_timer.Cancel();
    m_service.reset(); // and with it the queries that are being answered
    m_sockets.reset();
    m_engine.reset();
}

/// Lists a query as one that is being looked up, as long as the task that answers it is there.
class RecursiveResolver::Listed
{
  public:
    Listed(std::list<const Pending*>& all, const Pending& pending)
        : m_all(all)
        , m_place(all.insert(all.end(), &pending))
    {
    }

    Listed(const Listed&) = delete;
    Listed& operator=(const Listed&) = delete;

    ~Listed()
    {
        m_all.erase(m_place);
    }

  private:
    std::list<const Pending*>& m_all;
    std::list<const Pending*>::iterator m_place;
};

Task<std::optional<std::string>>
RecursiveResolver::Answer(std::string octets, DnsPeer peer)
{
    TraceRx(octets, peer.endpoint.address, peer.endpoint.port);
    const auto query = dns::Message::Parse(octets);
    if (!query)
    {
        const auto refused = dns::RefuseUnreadable(octets);
        co_return refused ? std::optional(Respond({peer, {}}, *refused)) : std::nullopt;
    }
    if (query->header.isResponse)
    {
        NS_LOG_INFO("dropped a message that is no query");
        co_return std::nullopt;
    }
    ReportQuery(*query, peer);
    const Pending pending{std::move(peer), *query};
    if (const auto refused = Refuse(*query, pending.peer))
    {
        co_return Respond(pending, *refused);
    }
    if (!query->header.isRecursionDesired)
    {
        const auto response = m_engine->AnswerAtOnce(*query, GetNow());
        HandleEvents();
        co_return Respond(pending, response);
    }
    if (IsPending(*query, pending.peer))
    {
        co_return std::nullopt;
    }
    const Listed listed(m_pending, pending);
    Completion<dns::LookupEnded> ended;
    const AwaitedLookups::Awaited awaited(m_lookups,
                                          m_engine->Ask(query->questions.front(), GetNow()),
                                          ended);
    Drive();
    const auto lookup = co_await ended;
    co_return Respond(pending, dns::MakeRecursiveResponse(*query, lookup));
}

void
RecursiveResolver::ReportQuery(const dns::Message& query, const DnsPeer& peer)
{
    if (!query.questions.empty())
    {
        Report([&] {
            return MakeDnsQueryEvent(event::EventKind::DNS_QUERY_RECEIVED,
                                     query.header.id,
                                     query.questions.front(),
                                     peer.endpoint.address);
        });
    }
}

/// The response to a query that is not looked up; none for one that is.
std::optional<dns::Message>
RecursiveResolver::Refuse(const dns::Message& query, const DnsPeer& peer) const
{
    if (!policy::IsInAny(m_clients, peer.endpoint.address))
    {
        return dns::MakeRecursiveResponse(query, dns::ResponseCode::REFUSED);
    }
    if (auto refused = dns::RefuseEdnsVersion(query))
    {
        return refused;
    }
    if (const auto code = dns::RefuseRecursion(query))
    {
        return dns::MakeRecursiveResponse(query, *code);
    }
    const auto most = std::max(m_engine->CountLookups(), m_pending.size());
    if (most >= m_lookupLimit && !IsPending(query, peer))
    {
        return dns::MakeRecursiveResponse(query, dns::ResponseCode::SERVER_FAILURE);
    }
    return std::nullopt;
}

/// Whether the client has sent this very query before, and it is being looked up.
bool
RecursiveResolver::IsPending(const dns::Message& query, const DnsPeer& peer) const
{
    return std::any_of(m_pending.begin(), m_pending.end(), [&](const Pending* entry) {
        const auto& [earlier, asked] = *entry;
        return asked.header.id == query.header.id && asked.questions == query.questions &&
               earlier.endpoint == peer.endpoint && earlier.transport == peer.transport;
    });
}

/// The octets of a response, which is written into the record.
std::string
RecursiveResolver::Respond(const Pending& pending, const dns::Message& response)
{
    const auto& peer = pending.peer;
    auto octets = response.Serialize(dns::GetResponseLimit(pending.query, peer.transport));
    Report([&] {
        return MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_SENT,
                                  dns::Message::Parse(octets).GetValue(),
                                  peer.endpoint.address);
    });
    TraceTx(octets, peer.endpoint.address, peer.endpoint.port);
    return octets;
}

dns::IterativeResolverConfig
RecursiveResolver::MakeConfig() const
{
    dns::IterativeResolverConfig config;
    config.hints = m_hints;
    config.timeout = ToDuration(m_timeout);
    config.rounds = m_rounds;
    config.cacheLimit = m_cacheLimit;
    config.patience = ToDuration(m_patience);
    return config;
}

dns::QueryIdentity
RecursiveResolver::DrawIdentity() const
{
    dns::QueryIdentity identity;
    identity.id = static_cast<std::uint16_t>(m_ids->GetInteger(0, 0xffff));
    for (int i = 0; i < PORT_DRAWS && (i == 0 || m_sockets->IsOpen(identity.port)); ++i)
    {
        identity.port = static_cast<std::uint16_t>(
            m_ports->GetInteger(UpstreamSockets::FIRST_PORT, UpstreamSockets::LAST_PORT));
    }
    return identity;
}

void
RecursiveResolver::Send(const dns::UpstreamQuery& query)
{
    if (query.path.transport == dns::Transport::TCP)
    {
        StartTask(SendOverTcp(query));
        return;
    }
    const auto status = m_sockets->Send(query);
    if (status == SocketStatus::OK)
    {
        ReportQuerySent(*this, query);
    }
    else if (status != SocketStatus::PORT_IN_USE)
    {
        Fail(query, std::string(GetText(status)));
    }
    // Where it is the port that is in the way, the server is not to blame: as if it were lost.
}

void
RecursiveResolver::Fail(const dns::UpstreamQuery& query, const std::string& reason)
{
    ReportQueryFailed(*this, query, reason);
    m_engine->Fail(query.path, query.id, reason, GetNow());
}

Task<>
RecursiveResolver::SendOverTcp(dns::UpstreamQuery query)
{
    const auto answer = co_await AskUpstreamOverTcp(*this, query);
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
RecursiveResolver::Drive()
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
        m_timer = Simulator::Schedule(ToTime(*deadline - GetNow()), [this] {
            m_engine->Expire(GetNow());
            Drive();
        });
    }
}

void
RecursiveResolver::HandleEvents()
{
    while (const auto event = m_engine->NextEvent())
    {
        std::visit([this](const auto& each) { Handle(each); }, *event);
    }
}

void
RecursiveResolver::Handle(const dns::AnswerReceived& answer)
{
    Report([&] {
        return MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_RECEIVED,
                                  answer.message,
                                  answer.server);
    });
}

void
RecursiveResolver::Handle(const dns::CacheHit& hit)
{
    Report([&hit] { return MakeDnsCacheHitEvent(hit); });
}

void
RecursiveResolver::Handle(const dns::LookupEnded& ended)
{
    if (ended.status == dns::LookupStatus::SERVER_FAILURE ||
        ended.status == dns::LookupStatus::TIMED_OUT)
    {
        Report([&ended] { return MakeDnsFailureEvent(ended); });
    }
    m_lookups.End(ended);
}

void
RecursiveResolver::Handle(const dns::LookupOver& over)
{
    m_sockets->Close(over.handle);
}

} // namespace ns3::postroad
