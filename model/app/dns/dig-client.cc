#include "postroad/app/dns/dig-client.h"

#include "postroad/app/dns/dns-datagram-query.h"
#include "postroad/app/dns/dns-event.h"
#include "postroad/app/dns/dns-stream-query.h"
#include "postroad/dns/resolver/dns-answer-reading.h"
#include "postroad/net/virtual-time.h"
#include "postroad/wire/well-known-ports.h"

#include "ns3/log.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ns3::postroad
{

NS_LOG_COMPONENT_DEFINE("PostroadDigClient");
NS_OBJECT_ENSURE_REGISTERED(DigClient);

namespace
{

constexpr std::uint32_t LARGEST_ID = 0xffff;

std::vector<dns::DigServer>
MakeServers(const std::vector<std::string>& addresses)
{
    std::vector<dns::DigServer> servers;
    servers.reserve(addresses.size());
    for (const auto& address : addresses)
    {
        servers.push_back({address, address});
    }
    return servers;
}

/// The message that a server has sent, if it is one and answers the question.
wire::Result<dns::Message>
ReadAnswer(const std::string& octets, std::uint16_t id, const dns::Question& question)
{
    auto message = dns::Message::Parse(octets);
    if (!message)
    {
        return wire::Error{message.GetError().kind,
                           message.GetError().offset,
                           "sent what is no message: " + message.GetError().reason};
    }
    if (message->header.id != id || !dns::IsAnswerTo(*message, question))
    {
        return wire::Error{wire::ErrorKind::SYNTAX, 0, "sent the answer to another question"};
    }
    return message;
}

} // namespace

TypeId
DigClient::GetTypeId()
{
    static TypeId tid = TypeId("ns3::postroad::DigClient")
                            .SetParent<Agent>()
                            .SetGroupName("Postroad")
                            .AddConstructor<DigClient>()
                            .AddAttribute("Timeout",
                                          "How long to wait for an answer before asking again.",
                                          TimeValue(Seconds(5)),
                                          MakeTimeAccessor(&DigClient::m_timeout),
                                          MakeTimeChecker(NanoSeconds(1)))
                            .AddAttribute("Tries",
                                          "How often each server is asked.",
                                          UintegerValue(3),
                                          MakeUintegerAccessor(&DigClient::m_tries),
                                          MakeUintegerChecker<std::uint32_t>(1));
    return tid;
}

DigClient::DigClient()
    : m_ids(CreateObject<UniformRandomVariable>())
{
}

std::string
DigClient::GetRole() const
{
    return "dig";
}

void
DigClient::Dig(dns::DigQuery query, Done done)
{
    NS_LOG_FUNCTION(this << query.question.ToString());
    if (!IsRunning())
    {
        return;
    }
    if (query.servers.empty())
    {
        query.servers = MakeServers(GetHost().GetResolvers());
    }
    StartTask(Run(std::move(query), std::move(done)));
}

int64_t
DigClient::AssignStreams(int64_t stream)
{
    m_ids->SetStream(stream);
    return 1;
}

void
DigClient::DoStart()
{
}

void
DigClient::DoStop()
{
}

Task<>
DigClient::Run(dns::DigQuery query, Done done)
{
    Events events;
    if (query.isTrace)
    {
        co_await Trace(query, events);
    }
    else
    {
        co_await Ask(query, events);
    }
    done(events);
}

/// Each referral leads further down towards the name, so this ends.
Task<>
DigClient::Trace(const dns::DigQuery& query, Events& events)
{
    auto step = query;
    step.question = {dns::Name(), dns::RecordType::NS};
    step.isRecursive = true;
    auto response = co_await Ask(step, events);
    auto result = response ? dns::ReadDigRoot(response->message) : dns::DigStep();
    step.question = query.question;
    step.isRecursive = false;
    while (result.next)
    {
        step.servers = result.next->servers;
        co_await FindAddresses(query, step.servers);
        response = co_await Ask(step, events);
        result = response ? dns::ReadDigStep(response->message, query.question, result.next->name)
                          : dns::DigStep();
    }
    if (!result.fault.empty())
    {
        events.emplace_back(dns::DigNote{response->server.name + ' ' + result.fault, true});
    }
}

/// Asks the resolvers for the addresses that a response did not tell. A server without an address
/// stays, and is told as one that cannot be asked.
Task<>
DigClient::FindAddresses(const dns::DigQuery& query, std::vector<dns::DigServer>& servers)
{
    for (auto& server : servers)
    {
        if (!server.address.empty())
        {
            continue;
        }
        auto lookup = query;
        lookup.question = {*dns::Name::Parse(server.name), dns::RecordType::A};
        lookup.isRecursive = true;
        Events untold;
        const auto response = co_await Ask(lookup, untold);
        const auto answers = response ? response->message.answers : std::vector<dns::Record>();
        for (const auto& record : answers)
        {
            if (const auto* const address = std::get_if<dns::AData>(&record.data))
            {
                server.address = address->ToString();
            }
        }
    }
}

/// Asks each server in every round, until one answers.
Task<DigClient::Response>
DigClient::Ask(const dns::DigQuery& query, Events& events)
{
    const auto tries = query.tries.value_or(m_tries);
    for (std::uint32_t i = 0; i < tries; ++i)
    {
        for (const auto& server : query.servers)
        {
            auto response = co_await AskServer(query, server, events);
            if (response)
            {
                events.emplace_back(*response);
                co_return response;
            }
        }
    }
    co_return std::nullopt;
}

/// Asks in a datagram, and again over TCP where the answer does not fit into one.
Task<DigClient::Response>
DigClient::AskServer(const dns::DigQuery& query, const dns::DigServer& server, Events& events)
{
    if (!query.isTcp)
    {
        auto response = co_await Exchange(query, server, dns::Transport::UDP, events);
        if (!response || !response->message.header.isTruncated || query.isTruncationIgnored)
        {
            co_return response;
        }
        events.emplace_back(dns::DigNote{"Truncated, retrying in TCP mode."});
    }
    co_return co_await Exchange(query, server, dns::Transport::TCP, events);
}

/// One query over one transport, and the response to it.
Task<DigClient::Response>
DigClient::Exchange(const dns::DigQuery& query,
                    const dns::DigServer& server,
                    dns::Transport transport,
                    Events& events)
{
    if (server.address.empty())
    {
        events.emplace_back(dns::DigFailure{server, "its address is not known"});
        co_return std::nullopt;
    }
    const auto begin = GetNow();
    const auto id = static_cast<std::uint16_t>(m_ids->GetInteger(0, LARGEST_ID));
    const auto octets = dns::MakeDigMessage(query, id).Serialize();
    const auto onSent = [&] {
        Report([&] {
            return MakeDnsQueryEvent(event::EventKind::DNS_QUERY_SENT,
                                     id,
                                     query.question,
                                     server.address);
        });
        TraceTx(octets, server.address, wire::DNS_PORT);
    };
    const auto timeout = query.timeout.value_or(ToDuration(m_timeout));
    DnsAnswer answer;
    if (transport == dns::Transport::UDP)
    {
        answer = co_await AskOverDatagram(*this, server.address, octets, timeout, onSent);
    }
    else
    {
        answer = co_await AskOverStream(*this, server.address, octets, timeout, onSent);
    }
    if (!answer.octets)
    {
        if (answer.failure != GetText(SocketStatus::TIMED_OUT))
        {
            Report([&] {
                return MakeDnsQueryFailedEvent(id, query.question, server.address, answer.failure);
            });
        }
        events.emplace_back(dns::DigFailure{server, answer.failure});
        co_return std::nullopt;
    }
    TraceRx(*answer.octets, server.address, wire::DNS_PORT);
    const auto message = ReadAnswer(*answer.octets, id, query.question);
    if (!message)
    {
        events.emplace_back(dns::DigFailure{server, message.GetError().reason});
        co_return std::nullopt;
    }
    Report([&] {
        return MakeDnsAnswerEvent(event::EventKind::DNS_ANSWER_RECEIVED, *message, server.address);
    });
    dns::DigResponse response;
    response.server = server;
    response.transport = transport;
    response.queryTime = GetNow() - begin;
    response.when = GetHost().GetWallTime();
    response.size = answer.octets->size();
    response.message = *message;
    co_return response;
}

} // namespace ns3::postroad
