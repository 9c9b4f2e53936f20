#include "postroad/dns/resolver/dns-stub-resolver.h"

#include "postroad/dns/resolver/dns-cache-path.h"
#include "postroad/wire/take-front.h"

#include <algorithm>
#include <cstdint>

namespace ns3::postroad::dns
{

StubResolver::StubResolver(StubResolverConfig config, IdSource idSource)
    : m_config(std::move(config))
    , m_idSource(std::move(idSource))
{
}

LookupHandle
StubResolver::Ask(const Question& question, wire::TimePoint now)
{
    const LookupHandle handle{++m_lookupCount};
    const auto at = m_lookups.emplace(handle, Lookup()).first;
    at->second.question = question;
    BeginStep(at, question, 0, now);
    return handle;
}

void
StubResolver::Receive(const UpstreamPath& path, std::string_view octets, wire::TimePoint now)
{
    const auto& servers = m_config.servers;
    const auto sender = std::find(servers.begin(), servers.end(), path.server);
    auto response = Message::Parse(octets);
    if (sender == servers.end() || !response)
    {
        return;
    }
    const auto index = static_cast<std::size_t>(sender - servers.begin());
    const auto state =
        path.transport == Transport::TCP ? ServerState::ASKED_OVER_TCP : ServerState::ASKED;
    const auto at = FindLookup(index, state, *response);
    if (at == m_lookups.end())
    {
        return;
    }
    const auto& lookup = at->second;
    const bool isTruncated = response->header.isTruncated;
    auto reading = ReadAnswer(*response, lookup.step, ALIAS_LIMIT - CountAliases(lookup.aliases));
    m_events.emplace_back(
        AnswerReceived{at->first, *sender, lookup.step, std::move(response).GetValue()});
    if (isTruncated && m_config.hasTcp && path.transport == Transport::UDP)
    {
        m_deadlines.erase({at->second.deadline, at->first});
        at->second.servers[index] = ServerState::ASKED_OVER_TCP;
        SendTo(at, index, now);
        return;
    }
    HandleAnswer(at, index, std::move(reading), now);
}

void
StubResolver::Fail(const UpstreamPath& path,
                   std::uint16_t id,
                   const std::string& reason,
                   wire::TimePoint now)
{
    const auto asked =
        path.transport == Transport::UDP ? ServerState::ASKED : ServerState::ASKED_OVER_TCP;
    const auto& servers = m_config.servers;
    const auto sender = std::find(servers.begin(), servers.end(), path.server);
    const auto index = static_cast<std::size_t>(sender - servers.begin());
    const auto [begin, end] = m_handlesById.equal_range(id);
    const auto entry = std::find_if(begin, end, [this, index, asked](const auto& each) {
        const auto& states = m_lookups.at(each.second).servers;
        return index < states.size() && states[index] == asked;
    });
    if (entry != end)
    {
        HandleFailure(m_lookups.find(entry->second),
                      index,
                      DescribeNoAnswer(path.transport, reason),
                      now);
    }
}

std::vector<UpstreamQuery>
StubResolver::FindWaiting(const std::string& server) const
{
    std::vector<UpstreamQuery> waiting;
    for (const auto& [handle, lookup] : m_lookups)
    {
        if (m_config.servers[lookup.current] == server &&
            lookup.servers[lookup.current] == ServerState::ASKED)
        {
            waiting.push_back(
                {handle, {server, Transport::UDP}, lookup.id, lookup.step, {}, m_config.timeout});
        }
    }
    return waiting;
}

void
StubResolver::Expire(wire::TimePoint now)
{
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now)
    {
        TryNextServer(m_lookups.find(m_deadlines.begin()->second), now);
    }
}

std::optional<UpstreamQuery>
StubResolver::NextQuery()
{
    return wire::TakeFront(m_queries);
}

std::optional<StubResolverEvent>
StubResolver::NextEvent()
{
    return wire::TakeFront(m_events);
}

std::optional<wire::TimePoint>
StubResolver::GetDeadline() const
{
    return m_deadlines.empty() ? std::nullopt : std::optional(m_deadlines.begin()->first);
}

void
StubResolver::BeginStep(Lookups::iterator at,
                        const Question& step,
                        std::size_t first,
                        wire::TimePoint now)
{
    auto& lookup = at->second;
    lookup.step = step;
    lookup.id = m_idSource();
    lookup.servers.assign(m_config.servers.size(), ServerState::NOT_ASKED);
    lookup.first = first;
    lookup.tries = 0;
    m_handlesById.emplace(lookup.id, at->first);
    TryNextServer(at, now);
}

void
StubResolver::TryNextServer(Lookups::iterator at, wire::TimePoint now)
{
    auto& lookup = at->second;
    m_deadlines.erase({lookup.deadline, at->first});
    const std::size_t count = lookup.servers.size();
    while (lookup.tries < count * m_config.rounds)
    {
        const std::size_t server = (lookup.first + lookup.tries++) % count;
        if (lookup.servers[server] != ServerState::FAILED)
        {
            SendTo(at, server, now);
            return;
        }
    }
    GiveUp(at);
}

void
StubResolver::SendTo(Lookups::iterator at, std::size_t server, wire::TimePoint now)
{
    auto& lookup = at->second;
    auto& state = lookup.servers[server];
    state = state == ServerState::ASKED_OVER_TCP ? state : ServerState::ASKED;
    lookup.current = server;
    lookup.deadline = now + m_config.timeout;
    m_deadlines.emplace(lookup.deadline, at->first);
    const auto transport = state == ServerState::ASKED_OVER_TCP ? Transport::TCP : Transport::UDP;
    m_queries.push_back({at->first,
                         {m_config.servers[server], transport},
                         lookup.id,
                         lookup.step,
                         MakeQuery(lookup.id, lookup.step).Serialize(),
                         m_config.timeout});
}

StubResolver::Lookups::iterator
StubResolver::FindLookup(std::size_t server, ServerState state, const Message& response)
{
    const auto [begin, end] = m_handlesById.equal_range(response.header.id);
    for (auto entry = begin; entry != end; ++entry)
    {
        const auto at = m_lookups.find(entry->second);
        if (at->second.servers[server] == state && IsAnswerTo(response, at->second.step))
        {
            return at;
        }
    }
    return m_lookups.end();
}

void
StubResolver::HandleAnswer(Lookups::iterator at,
                           std::size_t server,
                           AnswerReading reading,
                           wire::TimePoint now)
{
    auto& lookup = at->second;
    Append(reading.aliases, lookup.aliases);
    switch (reading.kind)
    {
    case AnswerKind::ANSWERED:
        End(at, LookupStatus::ANSWERED, std::move(reading.records), "");
        break;
    case AnswerKind::NO_DATA:
        End(at, LookupStatus::NO_DATA, {}, DescribeNoData(reading.name, lookup.question.type));
        break;
    case AnswerKind::NO_SUCH_NAME:
        End(at, LookupStatus::NO_SUCH_NAME, {}, DescribeNoSuchName(reading.name));
        break;
    case AnswerKind::NAME_TOO_LONG:
        End(at, LookupStatus::NAME_TOO_LONG, {}, DescribeNameTooLong(reading.name));
        break;
    case AnswerKind::ALIAS:
        ForgetStep(at);
        BeginStep(at,
                  {reading.name, lookup.question.type, lookup.question.recordClass},
                  server,
                  now);
        break;
    case AnswerKind::FAILURE:
        HandleFailure(at, server, std::move(reading.reason), now);
        break;
    }
}

void
StubResolver::HandleFailure(Lookups::iterator at,
                            std::size_t server,
                            std::string reason,
                            wire::TimePoint now)
{
    auto& lookup = at->second;
    lookup.servers[server] = ServerState::FAILED;
    lookup.failure = m_config.servers[server] + ' ' + std::move(reason);
    if (server == lookup.current)
    {
        TryNextServer(at, now);
    }
}

void
StubResolver::GiveUp(Lookups::iterator at)
{
    const auto& lookup = at->second;
    if (lookup.servers.empty())
    {
        End(at, LookupStatus::SERVER_FAILURE, {}, "no name server is configured");
    }
    else if (!lookup.failure.empty())
    {
        End(at, LookupStatus::SERVER_FAILURE, {}, lookup.failure);
    }
    else
    {
        std::string servers;
        for (const auto& server : m_config.servers)
        {
            servers += servers.empty() ? "" : ", ";
            servers += server;
        }
        End(at, LookupStatus::TIMED_OUT, {}, "no answer from " + servers);
    }
}

void
StubResolver::End(Lookups::iterator at,
                  LookupStatus status,
                  std::vector<Record> records,
                  std::string reason)
{
    auto& lookup = at->second;
    ForgetStep(at);
    m_events.emplace_back(LookupEnded{at->first,
                                      std::move(lookup.question),
                                      status,
                                      std::move(lookup.aliases),
                                      std::move(records),
                                      std::move(reason)});
    m_lookups.erase(at);
}

void
StubResolver::ForgetStep(Lookups::iterator at)
{
    m_deadlines.erase({at->second.deadline, at->first});
    const auto [begin, end] = m_handlesById.equal_range(at->second.id);
    m_handlesById.erase(
        std::find_if(begin, end, [at](const auto& entry) { return entry.second == at->first; }));
}

} // namespace ns3::postroad::dns
